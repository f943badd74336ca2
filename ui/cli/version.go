package cli

import (
	"fmt"
	"time"

	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// versionJSON is what leerbalie --version --json tells.
type versionJSON struct {
	Version string  `json:"version"` // "dev": no release
	Commit  *string `json:"commit"`  // null: not known
	Date    *string `json:"date"`    // of the commit
	Altered bool    `json:"altered"` // built with changes that stand in no commit
	Go      string  `json:"go"`
}

// tellVersion says which program this is.
func tellVersion(r *command.Run) error {
	if !r.JSON {
		_, err := fmt.Fprintln(r.Out, r.Version.In(r.Words))
		return err
	}
	v := versionJSON{Version: r.Version.Number, Altered: r.Version.Altered, Go: r.Version.Go}
	if r.Version.Commit != "" {
		v.Commit = &r.Version.Commit
	}
	if !r.Version.Date.IsZero() {
		date := r.Version.Date.Format(time.RFC3339)
		v.Date = &date
	}
	return output.JSON(r.Out, v)
}

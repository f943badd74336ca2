package command

import (
	"cmp"
	"runtime/debug"
	"strings"
	"time"

	"leerbalie/ui/text"
)

// Version says which program this is, so that whoever asks for help can say so, and whoever doubts a release can build it again.
type Version struct {
	Number  string    // of a release, or Unreleased
	Commit  string    // "": not known
	Date    time.Time // of the commit
	Altered bool      // it was built with changes that stand in no commit
	Go      string    // what built it
}

// Unreleased is the number of a program that is no release.
const Unreleased = "dev"

// VersionOf reads what a release was built with, "NUMBER,COMMIT,DATE" and then ",altered" where it was. What has no such words tells what
// Go noted of the folder that it was built in, which is nothing for go run.
func VersionOf(release string, built *debug.BuildInfo) Version {
	v := Version{Number: Unreleased}
	date, changed := "", ""
	if built != nil {
		v.Go = built.GoVersion
		for _, s := range built.Settings {
			switch s.Key {
			case "vcs.revision":
				v.Commit = s.Value
			case "vcs.time":
				date = s.Value
			case "vcs.modified":
				changed = s.Value
			}
		}
	}
	if words := strings.Split(release, ","); len(words) >= 3 {
		v.Number, v.Commit, date, changed = cmp.Or(words[0], Unreleased), words[1], words[2], ""
		if len(words) > 3 {
			changed = "true"
		}
	}
	v.Date, _ = time.Parse(time.RFC3339, date) // zero when it is none
	v.Date = v.Date.UTC()
	v.Altered = changed == "true"
	return v
}

// Day is the day of the commit, "" when it is not known.
func (v Version) Day() string {
	if v.Date.IsZero() {
		return ""
	}
	return v.Date.Format(time.DateOnly)
}

// In tells the version in words; what is not known is said, not guessed.
func (v Version) In(w text.Words) string {
	parts := []string{"leerbalie " + v.Number}
	if v.Commit == "" {
		parts = append(parts, w.Say("cli.version.unknown"))
	} else {
		parts = append(parts, w.Say("cli.version.commit", "commit", v.Commit[:min(len(v.Commit), 12)]))
	}
	if day := v.Day(); day != "" {
		parts = append(parts, day)
	}
	if v.Go != "" {
		parts = append(parts, v.Go)
	}
	if v.Altered {
		parts = append(parts, w.Say("cli.version.altered"))
	}
	return strings.Join(parts, ", ")
}

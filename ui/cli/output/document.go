package output

import (
	"context"
	"io"
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/report"
)

// Document writes a document.
func Document(r *command.Run, out File, d *report.Document, format string) error {
	return out.Write(r, func(dst io.Writer) error { return d.Write(dst, format) })
}

// DocumentFormat refuses a format in which a document cannot be written; more are formats that a command has beside those.
func DocumentFormat(format string, more ...string) error {
	if all := append(report.Formats(), more...); !slices.Contains(all, format) {
		return command.Misuse("cli.choice", "what", "--format", "value", format, "choices", strings.Join(all, ", "))
	}
	return nil
}

// Maker makes documents in the language of this run, with the names that the session may see.
func Maker(ctx context.Context, r *command.Run, session *model.Session) (report.Maker, error) {
	names, err := session.PersonNames(ctx, r.Say("person.removed"))
	return report.Maker{Words: r.Words, Zone: r.Zone(ctx, session), Now: r.Now(), Names: names}, err
}

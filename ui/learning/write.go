package learning

import (
	"context"
	"encoding/json"
	"io"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/ui/dialog"
	"leerbalie/ui/report"
)

// badges writes a student's achievements as Open Badges 3.0.
func badges(student, framework journal.ID) func(*Learning) dialog.Format {
	return func(c *Learning) dialog.Format {
		m, session := c.maker(), c.Env.Session
		return dialog.Format{ID: "badges", Ending: ".json", Write: func(ctx context.Context, dst io.Writer) error {
			p, err := hours.ReadProgress(ctx, session, student, framework)
			if err != nil {
				return err
			}
			site, err := session.SiteByID(ctx, session.Site())
			if err != nil {
				return err
			}
			e := json.NewEncoder(dst)
			e.SetIndent("", "  ")
			return e.Encode(m.Badges(&p, site))
		}}
	}
}

// calendar writes the days that matter for judging a group as iCalendar.
func calendar(group journal.ID) func(*Learning) dialog.Format {
	return func(c *Learning) dialog.Format {
		m, session, files := c.maker(), c.Env.Session, c.Env.Files
		return dialog.Format{ID: "ics", Ending: ".ics", Write: func(ctx context.Context, dst io.Writer) error {
			all, err := hours.ReadClassProgress(ctx, session, group)
			if err != nil {
				return err
			}
			return files.Calendar(dst, m.Calendar(all))
		}}
	}
}

// startWrite asks where a document goes and in which form, and writes it.
func (c *Learning) startWrite(of documentKind, doc report.Document) tea.Cmd {
	what := dialog.DocumentWriting(c.Env.Words.Say("learning.file."+of.name), doc)
	for _, extra := range of.extra {
		what.Formats = append(what.Formats, extra(c))
	}
	return c.WriteFile(what)
}

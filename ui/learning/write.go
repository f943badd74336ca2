package learning

import (
	"context"
	"encoding/json"
	"io"
	"path/filepath"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/ui/dialog"
	"leerbalie/ui/report"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// format is a way to write a document: what the form calls it and how the file's name ends.
type format struct {
	id, ending string
	write      func(ctx context.Context, v *model.Session, m report.Maker, files *screen.LocalFiles, dst io.Writer) error
}

// formats are the ways in which a document can be written.
func (of paperOf) formats(doc report.Document) []format {
	var out []format
	for _, f := range report.Formats() {
		out = append(out, format{f, "." + f, func(_ context.Context, _ *model.Session, _ report.Maker, _ *screen.LocalFiles, dst io.Writer) error {
			return doc.Write(dst, f)
		}})
	}
	return append(out, of.extra...)
}

// badges writes a student's achievements as Open Badges 3.0.
func badges(student, framework journal.ID) format {
	return format{"badges", ".json", func(ctx context.Context, v *model.Session, m report.Maker, _ *screen.LocalFiles, dst io.Writer) error {
		p, err := learning.ReadProgress(ctx, v, student, framework)
		if err != nil {
			return err
		}
		site, err := v.SiteByID(ctx, v.Site())
		if err != nil {
			return err
		}
		e := json.NewEncoder(dst)
		e.SetIndent("", "  ")
		return e.Encode(m.Badges(&p, site))
	}}
}

// calendar writes the days that matter for judging a group as iCalendar.
func calendar(group journal.ID) format {
	return format{"ics", ".ics", func(ctx context.Context, v *model.Session, m report.Maker, files *screen.LocalFiles, dst io.Writer) error {
		all, err := learning.ClassProgress(ctx, v, group)
		if err != nil {
			return err
		}
		return files.Calendar(dst, m.Calendar(all))
	}}
}

// written is what became of a file.
type written struct{ path string }

// startWrite asks where a document goes and in which form, and writes it.
func (c *Checklist) startWrite(of paperOf, doc report.Document) tea.Cmd {
	w := c.Env.Words
	files := c.Env.Files
	if files == nil || files.Write == nil {
		return screen.Say(screen.Fault, w.Say("files.no-power"))
	}
	all := of.formats(doc)
	options := make([]widget.Option, len(all))
	for i, f := range all {
		options[i] = widget.Option{ID: f.id, Label: w.Say("learning.format." + f.id)}
	}
	find := func(id string) format {
		for _, f := range all {
			if f.id == id {
				return f
			}
		}
		return all[0]
	}
	now := c.Env.Now().In(c.Env.Zone)
	name := "leerbalie-" + w.Say("learning.file."+of.name) + "-" + now.Format("2006-01-02-1504")
	path := widget.TextEntry("path", w.Say("files.path"), filepath.Join(files.Home, name+".html"), 1)
	path.Hint = w.Say("files.path.hint")
	d := &dialog.Sheet{Form: widget.Form{Title: w.Say("learning.write.title", "title", cell.Short(doc.Title, 50)), Entries: []widget.Entry{
		widget.ChoiceEntry("format", w.Say("files.format"), "html", options), path,
	}}}
	d.Changed = func(f *widget.Form) tea.Cmd {
		if p, want := f.Text("path"), find(f.Text("format")).ending; f.Focused() == "format" && filepath.Ext(p) != want {
			f.Entry("path").Input.Set(strings.TrimSuffix(p, filepath.Ext(p)) + want)
		}
		return nil
	}
	d.Submit = func(f *widget.Form) tea.Cmd {
		target := f.Text("path")
		if target == "" {
			f.Blame("path", w.Say("files.need-path"))
			return nil
		}
		way, m, view := find(f.Text("format")), c.maker(), c.Env.Session
		c.Hold()
		return screen.Ask(c.Env.Ctx, c.job.Next(), func(ctx context.Context) (written, error) {
			return written{target}, files.Write(ctx, target, func(dst io.Writer) error { return way.write(ctx, view, m, files, dst) })
		})
	}
	return c.Fill(d)
}

func (c *Checklist) tookWritten(a screen.Answer[written]) tea.Cmd {
	if !c.job.Fits(a.Ticket) {
		return nil
	}
	c.settled()
	w := c.Env.Words
	if a.Err != nil {
		if d, ok := c.Open().(*dialog.Sheet); ok {
			d.Form.Blame("path", w.Error(a.Err))
			return nil
		}
		return screen.Say(screen.Fault, w.Error(a.Err))
	}
	return tea.Batch(c.Show(nil), screen.Say(screen.Done, w.Say("learning.written", "path", a.Value.path)))
}

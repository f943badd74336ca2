package dialog

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/report"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Format is one form in which something can be kept as a file. The form that asks for it calls it dialog.format.ID.
type Format struct {
	ID     string
	Ending string // of the file's name, with its dot
	Write  func(ctx context.Context, dst io.Writer) error
}

// Writing is something that can be kept as a file.
type Writing struct {
	Title   string
	Name    string   // what the name of the file says that it is
	Formats []Format // one at least
	Usual   string   // the id of the one that stands ready
}

// DocumentWriting is a document that can be kept as a file, in every form in which documents are written.
func DocumentWriting(name string, doc report.Document) Writing {
	w := Writing{Title: doc.Title, Name: name, Usual: "html"}
	for _, id := range report.Formats() {
		w.Formats = append(w.Formats, Format{id, "." + id, func(_ context.Context, dst io.Writer) error { return doc.Write(dst, id) }})
	}
	return w
}

func (w *Writing) format(id string) Format {
	for _, f := range w.Formats {
		if f.ID == id {
			return f
		}
	}
	return w.Formats[0]
}

// filed says what became of a file.
type filed struct {
	to     *Host
	dialog Dialog // that asked for it
	path   string
	err    error
}

// WriteFile asks where something goes and in which form, and writes it. Keys wait while it is being written.
func (h *Host) WriteFile(what Writing) tea.Cmd {
	w, files := h.Env.Words, h.Env.Files
	if files == nil || files.Write == nil {
		return screen.Say(screen.Fault, w.Say("files.no-power"))
	}
	options := make([]widget.Option, len(what.Formats))
	for i, f := range what.Formats {
		options[i] = widget.Option{ID: f.ID, Label: w.Say("dialog.format." + f.ID)}
	}
	name := "leerbalie-" + what.Name + "-" + h.Env.Local(h.Env.Now()).Format("2006-01-02-1504") + what.format(what.Usual).Ending
	d := &Sheet{Form: widget.Form{Title: w.Say("dialog.write.title", "title", cell.Short(what.Title, 50)), Entries: []widget.Entry{
		widget.ChoiceEntry("format", w.Say("files.format"), what.Usual, options),
		widget.TextEntry("path", w.Say("files.path"), filepath.Join(files.Home, name), 1).Hinted(w.Say("files.path.hint")),
	}}}
	d.Changed = func(f *widget.Form) tea.Cmd {
		if p, want := f.Text("path"), what.format(f.Text("format")).Ending; f.Focused() == "format" && filepath.Ext(p) != want {
			f.Entry("path").Input.Set(strings.TrimSuffix(p, filepath.Ext(p)) + want)
		}
		return nil
	}
	d.Submit = func(f *widget.Form) tea.Cmd {
		path, format, ctx := f.Text("path"), what.format(f.Text("format")), h.Env.Ctx
		if path == "" {
			f.Blame("path", w.Say("files.need-path"))
			return nil
		}
		h.busy++
		return func() tea.Msg {
			return filed{h, d, path, files.Write(ctx, path, func(dst io.Writer) error { return format.Write(ctx, dst) })}
		}
	}
	return h.Fill(d)
}

// tookFiled says where the file is, or why it could not be written: at its name, where that can still be altered.
func (h *Host) tookFiled(m filed) tea.Cmd {
	h.busy--
	w := h.Env.Words
	d, open := h.open.(*Sheet)
	open = open && m.dialog == h.open
	switch {
	case m.err == nil && open:
		return tea.Batch(h.Show(nil), screen.Say(screen.Done, w.Say("dialog.written", "path", m.path)))
	case m.err == nil:
		return screen.Say(screen.Done, w.Say("dialog.written", "path", m.path))
	case open:
		d.Form.Blame("path", w.Error(m.err))
		return nil
	}
	return screen.Say(screen.Fault, w.Error(m.err))
}

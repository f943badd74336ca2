package dialog

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Browse lets a file be chosen, folder by folder. It can be used by itself; File is the dialog of it.
type Browse struct {
	Picker  widget.Picker
	Folders bool     // a folder is chosen, not a file
	Endings []string // of the names of the files that are shown; none: of every file
	folder  string
	list    screen.Tickets
}

// Folder is what a folder holds.
type Folder struct {
	Path    string
	Entries []screen.FileEntry
	Sticks  []string // that are plugged in; beside the person's own folder only
}

// NewBrowse makes one that shows nothing yet; Look fills it.
func NewBrowse(w text.Words) *Browse {
	return &Browse{Picker: widget.Picker{Title: w.Say("files.pick"), Empty: w.Say("files.pick.none"), Hint: w.Say("files.pick.hint")}}
}

// Look reads a folder. What it finds comes as an Answer of a Folder, for Took.
func (b *Browse) Look(env screen.Env, path string) tea.Cmd {
	powers := env.Files
	return screen.Ask(env.Ctx, b.list.Next(), func(ctx context.Context) (Folder, error) { return readFolder(ctx, powers, path) })
}

// readFolder gives what a folder holds.
func readFolder(ctx context.Context, powers *screen.LocalFiles, path string) (out Folder, err error) {
	out.Path, out.Entries, err = powers.List(ctx, path)
	if powers.Sticks != nil && out.Path == powers.Home {
		out.Sticks = powers.Sticks()
	}
	return out, err
}

// Took shows a folder that was read.
func (b *Browse) Took(env screen.Env, a screen.Answer[Folder]) tea.Cmd {
	if !b.list.Fits(a.Ticket) {
		return nil
	}
	if a.Err != nil {
		return screen.Say(screen.Fault, Why(env.Words, a.Err))
	}
	b.show(env, a.Value)
	return nil
}

// show shows a folder: the files that are looked for before the folders, where their names end in a way of their own.
func (b *Browse) show(env screen.Env, f Folder) {
	b.folder = f.Path
	title := "files.pick"
	if b.Folders {
		title = "files.pick-folder"
	}
	b.Picker.Title = env.Words.Say(title) + " · " + cell.Short(b.folder, 50)
	b.Picker.Choices = nil
	if b.Folders {
		b.Picker.Choices = append(b.Picker.Choices, widget.Choice{ID: "f" + b.folder, Label: env.Words.Say("files.pick.here")})
	}
	for _, stick := range f.Sticks {
		b.Picker.Choices = append(b.Picker.Choices, widget.Choice{ID: "d" + stick, Label: cell.Short(filepath.Base(stick), 60) + string(filepath.Separator), Right: env.Words.Say("files.stick")})
	}
	if up := filepath.Dir(b.folder); up != b.folder {
		b.Picker.Choices = append(b.Picker.Choices, widget.Choice{ID: "d" + up, Label: "..", Right: env.Words.Say("files.up")})
	}
	var files, folders []widget.Choice
	for _, e := range f.Entries {
		c := widget.Choice{ID: "f" + filepath.Join(b.folder, e.Name), Label: cell.Short(e.Name, 60), Right: cell.Size(e.Size)}
		switch {
		case e.Folder:
			c.ID, c.Label, c.Right = "d"+c.ID[1:], c.Label+string(filepath.Separator), ""
			folders = append(folders, c)
		case !b.Folders && b.fits(e.Name):
			files = append(files, c)
		}
	}
	switch {
	case len(b.Endings) == 0:
		b.Picker.Choices = append(append(b.Picker.Choices, folders...), files...)
	case len(files) == 0:
		none := widget.Choice{Head: true, Label: env.Words.Say("files.pick.no-bundle")}
		b.Picker.Choices = append(append(b.Picker.Choices, folders...), none)
	default:
		b.Picker.Choices = append(append(files, b.Picker.Choices...), folders...)
	}
}

// fits tells whether a file of a name is one of those that are looked for.
func (b *Browse) fits(name string) bool {
	return len(b.Endings) == 0 || slices.ContainsFunc(b.Endings, func(end string) bool { return strings.EqualFold(filepath.Ext(name), end) })
}

// typed is a path that was typed or pasted whole.
func (b *Browse) typed(env screen.Env, msg tea.KeyMsg) (path string, ok bool) {
	path = strings.TrimSpace(b.Picker.Search.Text())
	return path, env.Keys.Is(msg, keys.Accept) && strings.ContainsAny(path, `/\~`)
}

// Update takes a key press: Agreed, with the path, when a file is chosen or a whole path was typed or pasted; Declined when
// it is left.
func (b *Browse) Update(env screen.Env, msg tea.KeyMsg) (path string, r widget.Reply, cmd tea.Cmd) {
	if typed, ok := b.typed(env, msg); ok {
		return typed, widget.Agreed, nil
	}
	switch reply, _ := b.Picker.Update(msg, env.Keys); reply {
	case widget.Declined:
		return "", reply, nil
	case widget.Agreed:
		c, _ := b.Picker.Chosen()
		if path := c.ID[1:]; c.ID[0] == 'd' {
			b.Picker.Search.Set("") // what is typed while the folder is read stays
			return "", widget.Pending, b.Look(env, path)
		} else {
			return path, reply, nil
		}
	}
	return "", widget.Pending, nil
}

// View draws the folder as a box of width × at most height cells.
func (b *Browse) View(th theme.Theme, width, height int) []string {
	return b.Picker.View(th, width, min(height, max(len(b.Picker.Choices)+4, 8)))
}

// Keys gives the keys that do something in it.
func (b *Browse) Keys() []keys.ID { return []keys.ID{keys.Accept, keys.Cancel} }

// File is the dialog in which a file is chosen.
type File struct {
	*Browse
	Choose func(path string) tea.Cmd
	Back   Dialog // what comes again when nothing is chosen; nil for none
}

// PickFile asks for a file, beginning in the person's own folder. The session must have powers over files.
// Where endings are given, only files whose names end so are shown.
func (h *Host) PickFile(choose func(path string) tea.Cmd, endings ...string) tea.Cmd {
	d := &File{Browse: NewBrowse(h.Env.Words), Choose: choose}
	d.Endings = endings
	return tea.Batch(h.Show(d), d.Look(h.Env, h.Env.Files.Home))
}

// PickFolder asks for a folder, beginning in the person's own, over the dialog that is open.
func (h *Host) PickFolder(choose func(path string) tea.Cmd) tea.Cmd {
	d := &File{Browse: NewBrowse(h.Env.Words), Choose: choose, Back: h.open}
	d.Folders = true
	return tea.Batch(h.Show(d), d.Look(h.Env, h.Env.Files.Home))
}

// Update takes a key press.
func (d *File) Update(h *Host, msg tea.KeyMsg) tea.Cmd {
	if path, ok := d.typed(h.Env, msg); ok && !d.Folders {
		return d.enter(h, path)
	}
	path, reply, cmd := d.Browse.Update(h.Env, msg)
	switch reply {
	case widget.Declined:
		h.open = d.Back
	case widget.Agreed:
		h.open = d.Back
		return d.Choose(path)
	}
	return cmd
}

// enter goes into the folder that was typed. What is no folder that can be read is chosen as a file: whoever opens it says what is wrong.
func (d *File) enter(h *Host, path string) tea.Cmd {
	powers := h.Env.Files
	return Look(h, func(ctx context.Context, _ *model.Session) (*Folder, error) {
		f, err := readFolder(ctx, powers, path)
		if err != nil {
			return nil, nil
		}
		return &f, nil
	}, func(f *Folder) tea.Cmd {
		if f == nil {
			h.open = d.Back
			return d.Choose(path)
		}
		d.list.Next() // a folder that is still being read comes too late
		d.Picker.Search.Set("")
		d.show(h.Env, *f)
		return nil
	})
}

// View draws the folder.
func (d *File) View(h *Host, width, height int) []string {
	return d.Browse.View(h.Env.Theme, min(width-2, 96), height)
}

// Answered takes in a folder that was read.
func (d *File) Answered(h *Host, msg tea.Msg) (cmd tea.Cmd, took bool) {
	if a, ok := msg.(screen.Answer[Folder]); ok {
		return d.Took(h.Env, a), true
	}
	return nil, false
}

// Refused does nothing: the folder is gone when something is done with a file.
func (d *File) Refused(*Host, error) {}

// Said gives the folder: where it is, and what it holds.
func (b *Browse) Said(w text.Words) say.Lines {
	l := b.Picker.Said(w.Say("say.search"), nil)
	l.Text(b.folder)
	return l
}

// Said gives the folder.
func (d *File) Said(h *Host) say.Lines { return d.Browse.Said(h.Env.Words) }

package learning

import (
	"context"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/attachment"
	"leerbalie/model/learning"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

func (c *Learning) canAttach(p learning.Piece) bool {
	return p.Write && c.Env.Files != nil && c.Env.Files.LookAt != nil
}

// attach asks for a file to put with a piece of evidence: its bytes are kept where they are few enough.
func (c *Learning) attach(p learning.Piece) tea.Cmd {
	return c.PickFile(func(path string) tea.Cmd { return c.attachFile(p, path, false) })
}

func (c *Learning) attachFile(p learning.Piece, path string, cleaned bool) tea.Cmd {
	w, files := c.Env.Words, c.Env.Files
	return c.Perform(dialog.Deed{
		Act: func(ctx context.Context, session *model.Session) (model.Receipt, error) {
			f, err := files.LookAt(ctx, path)
			if err != nil {
				return model.Receipt{}, err
			}
			return session.Do(ctx, attachment.Attach{Student: p.Student.ID, Evidence: p.Evidence.ID, File: f, Keep: f.Bytes != nil, Cleaned: cleaned})
		},
		Refused: func(err error) (tea.Cmd, bool) {
			if !personal(err) || cleaned {
				return nil, false
			}
			return c.Ask(w.Say("learning.clean.title"), []string{w.Error(err), w.Say("learning.clean.ask")}, w.Say("learning.clean.yes"),
				func() tea.Cmd { return c.attachFile(p, path, true) }), true
		},
	})
}

// keptFiles are the files with a piece whose bytes are kept.
func keptFiles(p learning.Piece) (out []learning.Attached) {
	for _, a := range p.Evidence.Attached {
		if a.Kept && a.Hash != "" {
			out = append(out, a)
		}
	}
	return out
}

func (c *Learning) canSave(p learning.Piece) bool {
	return len(keptFiles(p)) > 0 && c.Env.Files != nil && c.Env.Files.Write != nil
}

// save gives a file back that is kept with a piece.
func (c *Learning) save(p learning.Piece) tea.Cmd {
	kept := keptFiles(p)
	if len(kept) == 1 {
		return c.saveFile(p, kept[0])
	}
	w := c.Env.Words
	var choices []widget.Choice
	for i, a := range kept {
		choices = append(choices, widget.Choice{ID: strconv.Itoa(i), Label: cell.Short(a.Name, 60), Right: cell.Size(a.Size)})
	}
	return c.Show(&dialog.Choice{
		Picker: widget.Picker{Title: w.Say("attached.which"), Empty: w.Say("pick.none"), Choices: choices},
		Choose: func(id string) tea.Cmd {
			for i, a := range kept {
				if strconv.Itoa(i) == id {
					return c.saveFile(p, a)
				}
			}
			return nil
		},
	})
}

func (c *Learning) saveFile(p learning.Piece, a learning.Attached) tea.Cmd {
	session, ending := c.Env.Session, filepath.Ext(a.Name)
	return c.WriteFile(dialog.Writing{Title: a.Name, Name: strings.TrimSuffix(filepath.Base(a.Name), ending), Usual: "same", Formats: []dialog.Format{{ID: "same", Ending: ending,
		Write: func(ctx context.Context, dst io.Writer) error {
			_, b, err := attachment.Read(ctx, session, p.Student.ID, p.Evidence.ID, a.Stamp)
			if err == nil {
				_, err = dst.Write(b)
			}
			return err
		}}}})
}

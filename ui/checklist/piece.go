package checklist

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// piece is the page of one piece of evidence: the facts, the reflection, and what everybody thought of it, side by side.
type piece struct {
	reading[model.Piece]
	text
	student, evidence model.ID
}

func newPiece(c *Checklist, student, evidence model.ID) *piece {
	return &piece{reading: reading[model.Piece]{c: c}, student: student, evidence: evidence}
}

func (p *piece) read() tea.Cmd {
	student, evidence := p.student, p.evidence
	return p.ask(func(ctx context.Context, v *model.View) (model.Piece, error) {
		return v.Piece(ctx, student, evidence)
	})
}

func (p *piece) take(msg tea.Msg) (tea.Cmd, bool) {
	fresh, mine := p.took(msg)
	if fresh {
		p.resize(p.c.size)
	}
	return nil, mine
}

func (p *piece) resize(size screen.Size) {
	if p.known {
		g := &column{c: p.c, width: min(size.Width-4, widest)}
		g.piece(p.data)
		p.lines = g.lines
	}
}

func (p *piece) typing() bool { return false }

func (p *piece) keys() []keys.ID {
	out := []keys.ID{keys.Back}
	if p.known {
		out = append(out, p.c.pieceKeys(p.data)...)
	}
	return append(out, keys.Up, keys.Down, keys.PageUp, keys.PageDown, Undo, Redo)
}

func (p *piece) key(msg tea.KeyMsg) tea.Cmd {
	if p.move(p.c, msg) {
		return nil
	}
	if p.c.Env.Keys.Is(msg, keys.Back) {
		return p.c.back()
	}
	if !p.known {
		return nil
	}
	return p.c.pieceKey(msg, p.data)
}

func (p *piece) mouse(m screen.Mouse) tea.Cmd {
	p.wheel(m)
	return nil
}

func (p *piece) head(screen.Size) screen.Head {
	if !p.known {
		return screen.Head{}
	}
	sign, said, paint := p.c.state(&p.data.Evidence)
	return screen.Head{
		Left:  p.c.Env.Theme.Strong.On(cell.Short(p.data.Student.Name, 30)) + " " + theme.Dot + " " + cell.Short(p.c.maker().Title(&p.data.Evidence), 50),
		Right: paint.On(sign + " " + said),
	}
}

func (p *piece) view(size screen.Size) string {
	if body, ok := p.instead(size); ok {
		return body
	}
	return strings.Join(p.draw(p.c, size, ""), "\n")
}

// pieceKeys are the keys that do something with a piece of evidence.
func (c *Checklist) pieceKeys(p model.Piece) []keys.ID {
	var out []keys.ID
	own := p.Student.ID == c.Env.User.ID
	if part := c.part(p); part != "" && part != model.BySelf && len(p.Evidence.Nodes) > 0 {
		out = append(out, Judge)
	}
	if own {
		out = append(out, Reflect)
		if len(p.Evidence.Nodes) > 0 {
			out = append(out, Self)
		}
	}
	if p.Write {
		out = append(out, Point)
	}
	if p.Evidence.Hidden > 0 {
		out = append(out, Look)
	}
	return out
}

// part is in which part the acting person judges a piece; "" for none.
func (c *Checklist) part(p model.Piece) model.By {
	if len(p.Parts) == 0 {
		return ""
	}
	return p.Parts[0]
}

// pieceKey does what a key means for a piece of evidence.
func (c *Checklist) pieceKey(msg tea.KeyMsg, p model.Piece) tea.Cmd {
	set, own := c.Env.Keys, p.Student.ID == c.Env.User.ID
	switch {
	case set.Is(msg, Judge):
		return c.judgeFrom(p)
	case set.Is(msg, Self) && own:
		return c.step(walk{list: []model.Awaiting{{Student: p.Student, Evidence: p.Evidence, Part: model.BySelf}}, judge: true})
	case set.Is(msg, Reflect) && own:
		return c.startReflect(p.Student, p.Evidence, p.Tree, nil)
	case set.Is(msg, Point) && p.Write:
		return c.startPoint(p.Student, p.Evidence, p.Tree, nil)
	case set.Is(msg, Look) && p.Evidence.Hidden > 0:
		return c.startLook(p)
	}
	return nil
}

// startLook asks whether somebody really wants to see what others thought without having judged.
func (c *Checklist) startLook(p model.Piece) tea.Cmd {
	w := c.Env.Words
	return c.Ask(w.Say("checklist.look.title"), []string{w.Say("checklist.look.ask")}, w.Say("checklist.look.yes"), func() tea.Cmd {
		return c.Do(nil, model.LookAtJudgements{Student: p.Student.ID, Evidence: p.Evidence.ID})
	})
}

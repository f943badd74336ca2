package learning

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/ui/keys"
	"leerbalie/ui/learning/judging"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// piece is the page of one piece of evidence: the facts, the reflection, and what everybody thought of it, side by side.
type piece struct {
	reading[shown]
	scroller
	student, evidence journal.ID
	fresh             map[journal.ID]bool // words that were not read when the page came up
	content           say.Lines           // what is told of it, once it is asked for
}

func newPiece(c *Learning, student, evidence journal.ID) *piece {
	return &piece{reading: reading[shown]{c: c}, student: student, evidence: evidence}
}

func (p *piece) read() tea.Cmd {
	student, evidence := p.student, p.evidence
	files := p.c.Env.Files
	return p.ask(func(ctx context.Context, session *model.Session) (shown, error) {
		return readShown(ctx, session, files, student, evidence)
	})
}

func (p *piece) take(msg tea.Msg) (tea.Cmd, bool) {
	fresh, mine := p.took(msg)
	if fresh {
		if p.fresh == nil {
			p.fresh = map[journal.ID]bool{}
		}
		for _, id := range p.data.fresh {
			p.fresh[id] = true
		}
		if len(p.data.fresh) > 0 { // which is read by now
			for _, below := range p.c.pages[:len(p.c.pages)-1] {
				p.c.old[below] = true
			}
		}
		p.resize(p.c.size)
	}
	return nil, mine
}

func (p *piece) resize(size screen.Size) {
	p.content = nil
	if p.known {
		g := p.c.details(min(size.Width-4, widest))
		g.Fresh, g.Altered = p.fresh, p.data.altered
		g.Piece(p.data.Piece)
		p.lines = g.Lines
	}
}

func (p *piece) canJudge() bool { return p.known && p.c.canJudge(p.data.Piece) }

func (p *piece) keyLine() []keys.ID {
	return []keys.ID{keys.Back, Judge, Reflect, Self, Point, Look, Talk, Attach, TalkAnew, SaveFile, keys.Up, keys.Down, keys.PageUp, keys.PageDown}
}

func (p *piece) judge() tea.Cmd { return p.c.judgeFrom(p.data.Piece) }

func (p *piece) leave() tea.Cmd { return p.c.back() }

func (p *piece) move(msg tea.KeyMsg) bool { return p.scroll(p.c, msg) }

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

// isOwn tells whether a piece of evidence is the acting person's own.
func (c *Learning) isOwn(p learning.Piece) bool { return p.Student.ID == c.Env.User.ID }

// assesses tells whether the acting person judges pieces such as this one, other than as the student it is of.
func (c *Learning) assesses(p learning.Piece) bool {
	part := c.part(p)
	return part != "" && part != learning.AssessorSelf
}

func (c *Learning) canJudge(p learning.Piece) bool {
	return c.assesses(p) && len(p.Evidence.Nodes) > 0
}

func (c *Learning) whyNotJudge() string {
	if p, ok := c.seenPiece(); ok && c.assesses(p) {
		return c.Env.Words.Say("learning.judge.nothing")
	}
	return ""
}

func (c *Learning) canJudgeSelf(p learning.Piece) bool {
	return c.isOwn(p) && len(p.Evidence.Nodes) > 0
}

func (c *Learning) canPoint(p learning.Piece) bool { return p.Write }

func (c *Learning) canLook(p learning.Piece) bool { return p.Evidence.Hidden > 0 }

func (c *Learning) reflect(p learning.Piece) tea.Cmd {
	return c.startReflect(p.Student, p.Evidence, p.Tree, nil)
}

func (c *Learning) point(p learning.Piece) tea.Cmd {
	return c.startPoint(p.Student, p.Evidence, p.Tree, nil)
}

// judgeSelf lets a student judge the own work.
func (c *Learning) judgeSelf(p learning.Piece) tea.Cmd {
	return c.step(judging.Walk{List: []learning.Awaiting{{Student: p.Student, Evidence: p.Evidence, As: learning.AssessorSelf}}, Judge: true})
}

// part is in which part the acting person judges a piece; "" for none.
func (c *Learning) part(p learning.Piece) learning.AssessorKind {
	if len(p.MayJudgeAs) == 0 {
		return ""
	}
	return p.MayJudgeAs[0]
}

// startLook asks whether somebody really wants to see what others thought without having judged.
func (c *Learning) startLook(p learning.Piece) tea.Cmd {
	w := c.Env.Words
	return c.Ask(w.Say("learning.look.title"), []string{w.Say("learning.look.ask")}, w.Say("learning.look.yes"), func() tea.Cmd {
		return c.Do(nil, learning.LookAtJudgements{Student: p.Student.ID, Evidence: p.Evidence.ID})
	})
}

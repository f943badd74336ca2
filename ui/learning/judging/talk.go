package judging

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/learning/telling"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Talk shows on what two assessors differ, as soon as both have judged: to talk over, before the next piece.
type Talk struct {
	c     Around
	title string
	lines []string
	walk  Walk
}

// NewTalk shows on what assessors of a piece differ; nil where they do not.
func NewTalk(c Around, p learning.Piece, next Walk) *Talk {
	schools := p.Evidence.Latest(learning.AssessorSchool)
	clash := learning.Differing(schools)
	if len(clash) == 0 {
		return nil
	}
	t := &Talk{c: c, walk: next, title: c.Env.Words.Say("learning.talk.title", "name", p.Student.Name)}
	t.draw(p, schools, clash)
	return t
}

// draw lists what differs, and the reasons of both.
func (t *Talk) draw(p learning.Piece, schools []*learning.Assessment, clash []journal.ID) {
	c, m := t.c, t.c.Maker()
	lang := string(c.Env.Words.Lang())
	t.lines = append(t.lines, c.Env.Words.Count("learning.talk.differ", len(clash), "title", m.Title(&p.Evidence)), "")
	for _, n := range p.Framework.Nodes {
		var said []string
		for _, a := range schools {
			if level, ok := a.Level(n.ID); ok {
				said = append(said, telling.Who(m, a.By)+": "+m.Level(&p.Framework, n, level))
			}
		}
		for _, id := range clash {
			if id == n.ID {
				t.lines = append(t.lines, n.Short()+" "+n.LabelIn(lang), "    "+strings.Join(said, " "+theme.Dot+" "))
				break
			}
		}
	}
	for _, a := range schools {
		if a.Reason != "" {
			t.lines = append(t.lines, "", telling.Who(m, a.By)+": "+a.Reason)
		}
	}
	t.lines = append(t.lines, "", c.Env.Words.Say("learning.talk.hint"))
}

// Update goes on with Enter, and leaves with Esc.
func (t *Talk) Update(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	switch {
	case h.Env.Keys.Is(msg, keys.Accept):
		return tea.Batch(h.Show(nil), t.c.Step(t.walk))
	case h.Env.Keys.Is(msg, keys.Cancel):
		return h.Show(nil)
	}
	return nil
}

// View draws the box.
func (t *Talk) View(h *dialog.Host, width, height int) []string {
	width = min(width, 90)
	var lines []string
	for _, line := range t.lines {
		if line == "" {
			lines = append(lines, "")
			continue
		}
		lines = append(lines, cell.Wrap(line, width-4, 6)...)
	}
	return widget.Box(h.Env.Theme, t.title, lines[:min(len(lines), height-2)], width)
}

// Refused does nothing: nothing is sent from here.
func (t *Talk) Refused(*dialog.Host, error) {}

// Keys gives the keys of the box.
func (t *Talk) Keys() []keys.ID { return []keys.ID{keys.Accept, keys.Cancel} }

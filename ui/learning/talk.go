package learning

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// talk shows on what two assessors differ, as soon as both have judged: to talk over, before the next piece.
type talk struct {
	c     *Learning
	title string
	lines []string
	walk  walk
}

// startTalk reads a piece again that a second assessor has just judged.
func (c *Learning) startTalk(of learning.Awaiting, next walk) tea.Cmd {
	c.toTalk = true
	return c.readPiece(c.talking.Next(), of, judged{walk: next})
}

func (c *Learning) tookTalk(a screen.Answer[named[judged]]) tea.Cmd {
	c.toTalk = false
	if a.Err != nil {
		c.settled()
		return screen.Say(screen.Fault, c.Env.Words.Error(a.Err))
	}
	c.call(a.Value.names)
	p, next := a.Value.value.piece, a.Value.value.walk
	schools := p.Evidence.Latest(learning.AssessorSchool)
	clash := learning.Differing(schools)
	if len(clash) == 0 {
		cmd := c.step(next)
		c.settled()
		if len(schools) < 2 || next.at == len(next.list) {
			return cmd
		}
		return tea.Batch(cmd, screen.Say(screen.Done, c.Env.Words.Say("learning.talk.agree")))
	}
	t := &talk{c: c, walk: next, title: c.Env.Words.Say("learning.talk.title", "name", p.Student.Name)}
	t.draw(p, schools, clash)
	cmd := c.Show(t)
	c.settled()
	return cmd
}

// draw lists what differs, and the reasons of both.
func (t *talk) draw(p learning.Piece, schools []*learning.Assessment, clash []journal.ID) {
	c, m := t.c, t.c.maker()
	lang := string(c.Env.Words.Lang())
	t.lines = append(t.lines, c.Env.Words.Count("learning.talk.differ", len(clash), "title", m.Title(&p.Evidence)), "")
	for _, n := range p.Framework.Nodes {
		var said []string
		for _, a := range schools {
			if level, ok := a.Level(n.ID); ok {
				said = append(said, c.who(a.By)+": "+m.Level(&p.Framework, n, level))
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
			t.lines = append(t.lines, "", c.who(a.By)+": "+a.Reason)
		}
	}
	t.lines = append(t.lines, "", c.Env.Words.Say("learning.talk.hint"))
}

// Update goes on with Enter, and leaves with Esc.
func (t *talk) Update(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	switch {
	case h.Env.Keys.Is(msg, keys.Accept):
		return tea.Batch(h.Show(nil), t.c.step(t.walk))
	case h.Env.Keys.Is(msg, keys.Cancel):
		return h.Show(nil)
	}
	return nil
}

// View draws the box.
func (t *talk) View(h *dialog.Host, width, height int) []string {
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
func (t *talk) Refused(*dialog.Host, error) {}

// Keys gives the keys of the box.
func (t *talk) Keys() []keys.ID { return []keys.ID{keys.Accept, keys.Cancel} }

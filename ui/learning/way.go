package learning

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/learning"
)

// way is how an action is done on one kind of page, and whether it can be done there now.
type way struct {
	can func(page) bool
	do  func(page) tea.Cmd
}

// on is the way of pages of one kind; can may be nil: always.
func on[P page](can func(P) bool, do func(P) tea.Cmd) way {
	return way{
		can: func(at page) bool {
			p, mine := at.(P)
			return mine && (can == nil || can(p))
		},
		do: func(at page) tea.Cmd { return do(at.(P)) },
	}
}

// perPage is an action that can be done on the pages that have a way for it.
func perPage(a action, ways ...way) action {
	now := func(c *Learning) (way, bool) {
		for _, w := range ways {
			if w.can(c.top()) {
				return w, true
			}
		}
		return way{}, false
	}
	a.When = func(c *Learning) bool {
		_, ok := now(c)
		return ok
	}
	a.Do = func(c *Learning) tea.Cmd {
		w, _ := now(c)
		return w.do(c.top())
	}
	return a
}

// seenPiece is the piece of evidence that keys are about: the one that shows, or that the cursor is on.
func (c *Learning) seenPiece() (learning.Piece, bool) {
	switch p := c.top().(type) {
	case *piece:
		return p.data.Piece, p.known
	case *learner:
		if e := p.piece(); p.known && e != nil {
			return p.about(e), true
		}
	}
	return learning.Piece{}, false
}

// seen tells whether there is a piece of evidence in sight of which something is true.
func seen(can func(*Learning, learning.Piece) bool) func(*Learning) bool {
	return func(c *Learning) bool {
		p, ok := c.seenPiece()
		return ok && can(c, p)
	}
}

// withSeen does something with the piece of evidence in sight.
func withSeen(do func(*Learning, learning.Piece) tea.Cmd) func(*Learning) tea.Cmd {
	return func(c *Learning) tea.Cmd {
		p, _ := c.seenPiece()
		return do(c, p)
	}
}

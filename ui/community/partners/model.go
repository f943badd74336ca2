// Package partners is a page of screen 6: the organisations that give students a place, by network, with what each gives and what is agreed; and the
// capacity board, on which a coordinator sees week by week where room is and what is scarce, and places students by hand.
package partners

import (
	"cmp"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
	"leerbalie/model/placement"
	"leerbalie/ui/community/page"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
)

// Partners is the page: the list, or the board over it.
type Partners struct {
	*page.Page[row]
	actions screen.Actions[*Partners] // of the board
	size    screen.Size

	board   bool
	months  bool
	grid    *grid // of what was read last
	lines   []gridLine
	partner journal.ID // on whose row the cursor is
	at      int        // its place in the rows of the grid
	week    time.Time  // the Monday that the cursor is on
	left    int        // the first column that shows
	top     int
}

// gridLine is a line of the board: a network, or the row at a place of the grid.
type gridLine struct {
	head string
	row  int
}

var (
	_ screen.Screen = (*Partners)(nil)
	_ screen.Holder = (*Partners)(nil)
)

// New makes the page. Who places students begins on the board.
func New(env screen.Env) screen.Screen {
	p := &Partners{actions: boardActions(), left: -1}
	p.Page = page.New(env, p.kind(), p.listActions())
	p.actions = append(p.actions, undoing()...)
	p.week = placement.Monday(env.Today())
	p.board = placement.MayPlace(env.Session.Clearance())
	return p
}

// Update takes in a message: on the board keys are its own first.
func (p *Partners) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if p.onBoard() && p.Host.Open() == nil && !p.Waits() {
			if cmd, took := p.actions.Press(p.Env.Keys, p, msg); took {
				return p, cmd
			}
			if steps, ok := p.Env.Keys.Steps(msg, max(p.size.Height-6, 1)); ok {
				p.down(steps)
			}
			return p, nil
		}
	case screen.Resized:
		p.size = msg.Size
	case screen.Mouse:
		if p.onBoard() && p.Host.Open() == nil && msg.Wheel != 0 {
			p.down(msg.Wheel)
			return p, nil
		}
	case screen.Renewed:
		if !placement.MayPlace(msg.Env.Session.Clearance()) {
			p.board = false
		}
	case journal.ID:
		p.board = false
	}
	_, cmd := p.Page.Update(msg)
	if _, read := msg.(tea.KeyMsg); !read {
		p.lay()
	}
	return p, cmd
}

// lay takes the board over that was read last.
func (p *Partners) lay() {
	var g *grid
	p.All(func(r *row) { g = r.grid })
	if g != nil && g != p.grid {
		p.arranged(g)
	} else if g == nil {
		p.grid = nil
	}
}

// onBoard tells whether the board shows.
func (p *Partners) onBoard() bool {
	return p.board && p.Known() && p.grid != nil && len(p.grid.rows) > 0
}

// arranged lays the board out over what was read.
func (p *Partners) arranged(g *grid) {
	p.grid, p.lines = g, p.lines[:0]
	head := ""
	for i := range g.rows {
		if is := cmp.Or(g.rows[i].network, p.Env.Words.Say("partners.alone")); is != head {
			head = is
			p.lines = append(p.lines, gridLine{head: head, row: -1})
		}
		p.lines = append(p.lines, gridLine{row: i})
		if g.rows[i].of.ID == p.partner {
			p.at = i
		}
	}
	p.goTo(p.at)
	if p.week.Before(g.first) {
		p.week = g.first
	}
}

func (p *Partners) goTo(at int) {
	p.partner = journal.ID{}
	if p.at = max(min(at, len(p.grid.rows)-1), 0); p.at < len(p.grid.rows) {
		p.partner = p.grid.rows[p.at].of.ID
	}
}

func (p *Partners) down(steps int) { p.goTo(p.at + steps) }

// here is the row that the cursor is on.
func (p *Partners) here() *boardRow { return &p.grid.rows[p.at] }

// column is the place of the column that the cursor is on.
func (p *Partners) column(all []span) int {
	for i, c := range all {
		if p.grid.week(c.to).After(p.week) {
			return i
		}
	}
	return len(all) - 1
}

// sideways goes so many columns on.
func (p *Partners) sideways(steps int) tea.Cmd {
	all := p.grid.spans(p.months)
	to := max(min(p.column(all)+steps, len(all)-1), 0)
	p.week = p.grid.week(all[to].from)
	return nil
}

// flip shows the board instead of the list, or the list instead of the board, with the cursor on the same partner.
func (p *Partners) flip() tea.Cmd {
	if p.board = !p.board; !p.board {
		return p.Put(p.partner)
	}
	if r := p.Chosen(); r != nil && p.grid != nil {
		for i := range p.grid.rows {
			if p.grid.rows[i].of.ID == r.ID {
				p.goTo(i)
			}
		}
	}
	return nil
}

// View draws the board or the list.
func (p *Partners) View(size screen.Size) string {
	if p.onBoard() {
		return p.Over(p.drawn(size), size)
	}
	return p.Page.View(size)
}

// Said gives what the page shows as structure.
func (p *Partners) Said() say.Lines {
	if l, over := p.OverSaid(); over || !p.onBoard() {
		if over {
			return l
		}
		return p.Page.Said()
	}
	return p.boardSaid()
}

// Keys gives what keys do something now.
func (p *Partners) Keys() []keys.ID {
	if p.onBoard() && p.Host.Open() == nil {
		return append(p.actions.Now(p, BoardPlace, BoardMove, BoardEnd, Right, Left, List, Months, Enter), keys.Up, keys.Down)
	}
	return p.Page.Keys()
}

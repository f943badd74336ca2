package partners

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/partner"
	"leerbalie/model/placement"
	"leerbalie/ui/community/page"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// What keys do here.
const (
	Board   keys.ID = "partners-board"
	Add     keys.ID = "partners-new"
	Edit    keys.ID = "partners-edit"
	State   keys.ID = "partners-state"
	Network keys.ID = "partners-network"
	Rename  keys.ID = "partners-network-edit"
	PutAway keys.ID = "partners-archive"
	Note    keys.ID = "partners-note"
	Place   keys.ID = "partners-place"
	Move    keys.ID = "partners-move"
	End     keys.ID = "partners-end"

	BoardPlace keys.ID = "partners-board-place"
	BoardMove  keys.ID = "partners-board-move"
	BoardEnd   keys.ID = "partners-board-end"

	List   keys.ID = "partners-board-list"
	Enter  keys.ID = "partners-board-open"
	Left   keys.ID = "partners-board-left"
	Right  keys.ID = "partners-board-right"
	Months keys.ID = "partners-board-months"
	Now    keys.ID = "partners-board-now"

	undo keys.ID = "partners-undo"
	redo keys.ID = "partners-redo"
)

// Keys gives the keys of this page.
func Keys() []keys.Key {
	p := &Partners{}
	return append(page.Keys(p.kind(), p.listActions()), boardActions().Keys()...)
}

type list = page.Page[row]

// listActions are those of the list.
func (p *Partners) listActions() screen.Actions[*list] {
	on := func(do func(*Partners, *row) tea.Cmd) func(*list) tea.Cmd {
		return func(l *list) tea.Cmd { return do(p, l.Chosen()) }
	}
	return screen.Actions[*list]{
		{ID: Board, Scope: Scope, Keys: []string{"v"}, Word: "key.partners.board", When: func(l *list) bool { return p.grid != nil && len(p.grid.rows) > 0 && l.Known() }, Do: func(*list) tea.Cmd { return p.flip() }},
		{ID: Add, Scope: Scope, Keys: []string{"n"}, Word: "key.partners.new", When: (*list).Known, Do: func(*list) tea.Cmd { return p.add() }},
		{ID: Edit, Scope: Scope, Keys: []string{"e"}, Word: "key.partners.edit", When: mayEdit, Do: on((*Partners).edit), Why: whyNotEdit},
		{ID: State, Scope: Scope, Keys: []string{"s"}, Word: "key.partners.state", When: mayEdit, Do: on((*Partners).state), Why: whyNotEdit},
		{ID: Note, Scope: Scope, Keys: []string{"a"}, Word: "key.partners.note", When: func(l *list) bool { return l.Chosen() != nil && !l.Env.User.IsBoard() }, Do: func(*list) tea.Cmd { return p.note() }},
		{ID: Place, Scope: Scope, Keys: []string{"p"}, Word: "key.partners.place", When: func(*list) bool { return p.mayPlace() }, Do: func(*list) tea.Cmd { return p.place() }, Why: func(*list) string { return p.whyNotPlace() }},
		{ID: Move, Scope: Scope, Keys: []string{"w"}, Word: "key.partners.move", When: func(*list) bool { return p.anyStay() }, Do: func(*list) tea.Cmd { return p.move() }, Why: func(*list) string { return p.whyNoStay() }},
		{ID: End, Scope: Scope, Keys: []string{"x"}, Word: "key.partners.end", When: func(*list) bool { return p.anyStay() }, Do: func(*list) tea.Cmd { return p.end() }, Why: func(*list) string { return p.whyNoStay() }},
		{ID: Network, Scope: Scope, Keys: []string{"N"}, Word: "key.partners.network", When: (*list).Known, Do: func(*list) tea.Cmd { return p.addNetwork() }},
		{ID: Rename, Scope: Scope, Keys: []string{"E"}, Word: "key.partners.network-edit", When: p.mayRename, Do: on((*Partners).editNetwork), Why: p.whyNotRename},
		{ID: PutAway, Scope: Scope, Keys: []string{"D"}, Word: "key.partners.archive", When: mayEdit, Do: on((*Partners).putAway), Why: whyNotEdit},
	}
}

// boardActions are those of the board, but for taking back.
func boardActions() screen.Actions[*Partners] {
	return screen.Actions[*Partners]{
		{ID: BoardPlace, Scope: BoardScope, Keys: []string{"p"}, Word: "key.partners.place", When: (*Partners).mayPlace, Do: (*Partners).place, Why: (*Partners).whyNotPlace},
		{ID: BoardMove, Scope: BoardScope, Keys: []string{"w"}, Word: "key.partners.move", When: (*Partners).anyStay, Do: (*Partners).move, Why: (*Partners).whyNoStay},
		{ID: BoardEnd, Scope: BoardScope, Keys: []string{"x"}, Word: "key.partners.end", When: (*Partners).anyStay, Do: (*Partners).end, Why: (*Partners).whyNoStay},
		{ID: Right, Scope: BoardScope, Keys: []string{"right", "l"}, Word: "key.partners.right", When: func(p *Partners) bool { return p.onBoard() && p.column(p.spans()) < len(p.spans())-1 }, Do: func(p *Partners) tea.Cmd { return p.sideways(1) }},
		{ID: Left, Scope: BoardScope, Keys: []string{"left", "h"}, Word: "key.partners.left", When: func(p *Partners) bool { return p.onBoard() && p.column(p.spans()) > 0 }, Do: func(p *Partners) tea.Cmd { return p.sideways(-1) }},
		{ID: Months, Scope: BoardScope, Keys: []string{"m"}, Word: "key.partners.months", When: (*Partners).onBoard, Do: func(p *Partners) tea.Cmd { p.months = !p.months; return nil }},
		{ID: Now, Scope: BoardScope, Keys: []string{"T"}, Word: "key.partners.now", When: func(p *Partners) bool { return p.onBoard() && !p.week.Equal(placement.Monday(p.Env.Today())) }, Do: func(p *Partners) tea.Cmd { p.week = placement.Monday(p.Env.Today()); return nil }},
		{ID: List, Scope: BoardScope, Keys: []string{"v"}, Word: "key.partners.list", When: (*Partners).onBoard, Do: (*Partners).flip},
		{ID: Enter, Scope: BoardScope, Keys: []string{"enter"}, Word: "key.partners.open", When: (*Partners).onBoard, Do: func(p *Partners) tea.Cmd { p.board = false; return p.Show(p.partner) }},
	}
}

// undoing are the keys of every page, which the board has too.
func undoing() screen.Actions[*Partners] { return dialog.Undoing[*Partners](BoardScope, undo, redo) }

func mayEdit(l *list) bool { return l.Chosen() != nil && l.Chosen().MayEdit(l.Env.User) }

func whyNotEdit(l *list) string {
	if r := l.Chosen(); r != nil {
		return l.Env.Words.Say("error.partner-not-yours", "name", l.Env.User.Name, "title", r.Name)
	}
	return ""
}

func (p *Partners) networkOf(r *row) *partner.Network {
	if r == nil {
		return nil
	}
	i := slices.IndexFunc(r.networks, func(n partner.Network) bool { return n.ID == r.Partner.Network })
	if i < 0 {
		return nil
	}
	return &r.networks[i]
}

func (p *Partners) mayRename(l *list) bool {
	n := p.networkOf(l.Chosen())
	return n != nil && n.MayEdit(l.Env.User)
}

func (p *Partners) whyNotRename(l *list) string {
	switch n := p.networkOf(l.Chosen()); {
	case l.Chosen() == nil:
		return ""
	case n == nil:
		return l.Env.Words.Say("partners.no-network", "name", l.Chosen().Name, "key", l.Env.Keys.Label(Edit))
	default:
		return l.Env.Words.Say("error.network-not-yours", "name", l.Env.User.Name, "title", n.Name)
	}
}

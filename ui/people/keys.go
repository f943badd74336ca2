package people

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this screen work.
const Scope keys.Scope = "people"

// What keys do among people.
const (
	Open     keys.ID = "people-open"
	Add      keys.ID = "people-new"
	Edit     keys.ID = "people-edit"
	Search   keys.ID = "people-search"
	NextTab  keys.ID = "people-next-tab"
	PrevTab  keys.ID = "people-prev-tab"
	Views    keys.ID = "people-views"
	Pane     keys.ID = "people-pane"
	Merge    keys.ID = "people-merge"
	Part     keys.ID = "people-part"
	Looked   keys.ID = "people-looked"
	Leave    keys.ID = "people-leave"
	Erase    keys.ID = "people-erase"
	Remove   keys.ID = "people-remove"
	Consents keys.ID = "people-consents"
	TimeOut  keys.ID = "people-time-out"
	Done     keys.ID = "people-done"
	Assure   keys.ID = "people-assure"
	Note     keys.ID = "people-note"
	Undo     keys.ID = "people-undo"
	Redo     keys.ID = "people-redo"
	Pick     keys.ID = "people-pick"
)

// Keys gives the keys of this screen, and that of the line in which somebody is looked for.
func Keys() []keys.Key {
	return append(append(actions().Keys(), keys.Key{ID: Pick, Scope: "people-line", Keys: []string{"up", "down"}, Word: "key.people.pick"}), workKeys()...)
}

// actions is all that can be done on this screen.
func actions() screen.Actions[*People] {
	return slices.Concat(screen.Actions[*People]{
		{ID: Open, Scope: Scope, Keys: []string{"enter"}, Word: "key.people.open", When: (*People).canOpen, Do: (*People).enter},
		{ID: Add, Scope: Scope, Keys: []string{"n"}, Word: "key.people.new", When: (*People).canAdd, Do: (*People).add, Why: (*People).whyNotAdd},
		{ID: Search, Scope: Scope, Keys: []string{"/"}, Word: "key.people.search", Do: (*People).startSearch},
		{ID: NextTab, Scope: Scope, Keys: []string{"right"}, Word: "key.people.next-tab", Do: func(p *People) tea.Cmd { return p.turn(p.tab + 1) }},
		{ID: PrevTab, Scope: Scope, Keys: []string{"left"}, Word: "key.people.prev-tab", Do: func(p *People) tea.Cmd { return p.turn(p.tab - 1) }},
		{ID: Views, Scope: Scope, Keys: []string{"v"}, Word: "key.people.views", Do: (*People).startChoosing},
		{ID: Edit, Scope: Scope, Keys: []string{"e"}, Word: "key.people.edit", When: (*People).canEdit, Do: (*People).edit, Why: (*People).whyNotEdit},
		{ID: Merge, Scope: Scope, Keys: []string{"g"}, Word: "key.people.merge", When: (*People).onResident, Do: (*People).merge},
		{ID: Part, Scope: Scope, Keys: []string{"G"}, Word: "key.people.part", When: (*People).canPart, Do: withPage((*People).startPart), Why: (*People).whyNotPart},
		{ID: Looked, Scope: Scope, Keys: []string{"h"}, Word: "key.people.looked", When: (*People).onResident, Do: withPage((*People).startLooked)},
		{ID: Leave, Scope: Scope, Keys: []string{"x"}, Word: "key.people.leave", When: (*People).onLedPerson, Do: withPerson((*People).startLeave), Why: (*People).whyNotLead},
		{ID: Erase, Scope: Scope, Keys: []string{"X"}, Word: "key.people.erase", When: (*People).canErase, Do: (*People).startErasing, Why: (*People).whyNotErase},
		{ID: Remove, Scope: Scope, Keys: []string{"delete"}, Word: "key.people.remove", When: (*People).canRemove, Do: withPerson((*People).startRemove), Why: (*People).whyNotLead},
		{ID: Consents, Scope: Scope, Keys: []string{"w"}, Word: "key.people.consents", When: (*People).leads, Do: (*People).startConsents},
		{ID: TimeOut, Scope: Scope, Keys: []string{"t"}, Word: "key.people.time-out", When: (*People).onLedStudent, Do: withPerson((*People).startTimeOut), Why: (*People).whyNotLead},
		{ID: Done, Scope: Scope, Keys: []string{"d"}, Word: "key.people.done", When: (*People).onLedStudent, Do: withPerson((*People).startDone), Why: (*People).whyNotLead},
	}, serviceActions(), screen.Actions[*People]{
		{ID: Pane, Scope: Scope, Keys: []string{"tab"}, Word: "key.people.pane", When: (*People).canTurnPane, Do: (*People).turnPane},
		{ID: Undo, Scope: Scope, Keys: []string{"u"}, Word: "key.undo", Do: func(p *People) tea.Cmd { return p.takeBack(false) }},
		{ID: Redo, Scope: Scope, Keys: []string{"ctrl+r"}, Word: "key.redo", Do: func(p *People) tea.Cmd { return p.takeBack(true) }},
		{ID: keys.Back, When: func(p *People) bool { return p.focus || p.finding }, Do: (*People).back},
	})
}

// keyLine is what matters most now.
func (p *People) keyLine() []keys.ID {
	var out []keys.ID
	_, _, row := p.current()
	switch {
	case p.focus || p.finding:
		out = append(out, keys.Back)
	case !row && p.kind() == residents:
		out = append(out, Add)
	case !row && p.kind() == services:
		out = append(out, BringIn, Add)
	}
	out = append(out, Open, Search, Refer, OpenNow, Assure, Note, Add, Edit, Retire, BringIn, Leave, NextTab, TimeOut, Done, Merge)
	if page, ok := p.opened(); ok && len(page.merged) > 0 {
		out = append(out, Part)
	}
	return append(out, Looked, Erase, Remove, Consents, PrevTab, Views, Undo, Redo, Pane)
}

// withPerson does something with the person that the cursor is on.
func withPerson(do func(*People, model.Person) tea.Cmd) func(*People) tea.Cmd {
	return func(p *People) tea.Cmd {
		q, _ := p.person()
		return do(p, q)
	}
}

// withPage does something with the page of the resident that the cursor is on, which is opened first where it is not.
func withPage(do func(*People) tea.Cmd) func(*People) tea.Cmd {
	return func(p *People) tea.Cmd {
		r, _ := p.resident()
		return p.look(r.ID, func() tea.Cmd { return do(p) })
	}
}

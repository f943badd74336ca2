package courses

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/ledger"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this page work, and GridScope where those of the days and tests of one course do.
const (
	Scope     keys.Scope = "courses"
	GridScope keys.Scope = "courses-grid"
)

// What keys do here.
const (
	Open     keys.ID = "courses-open"
	Everyone keys.ID = "courses-everyone"
	Next     keys.ID = "courses-next-state"
	There    keys.ID = "courses-there"
	Away     keys.ID = "courses-away"
	Excused  keys.ID = "courses-excused"
	Level    keys.ID = "courses-level"
	Left     keys.ID = "courses-left"
	Right    keys.ID = "courses-right"
	Evidence keys.ID = "courses-evidence"
	Add      keys.ID = "courses-new"
	Edit     keys.ID = "courses-edit"
	Move     keys.ID = "courses-move"
	Cancel   keys.ID = "courses-cancel"
	PutAway  keys.ID = "courses-archive"
	Details  keys.ID = "courses-details"
	Undo     keys.ID = "courses-undo"
	Redo     keys.ID = "courses-redo"
)

// Keys gives the keys of this page.
func Keys() []keys.Key { return actions().Keys() }

// actions is all that can be done on this page.
func actions() screen.Actions[*Courses] {
	state := func(s ledger.State) func(*Courses) tea.Cmd {
		return func(p *Courses) tea.Cmd { return p.note(s, true) }
	}
	return append(screen.Actions[*Courses]{
		{ID: Open, Scope: Scope, Keys: []string{"enter"}, Word: "key.courses.open", When: func(p *Courses) bool { return p.lists() && p.chosen() != nil }, Do: func(p *Courses) tea.Cmd { return p.enter(p.chosen().ID) }},
		{ID: Everyone, Scope: Scope, Keys: []string{"a"}, Word: "key.courses.everyone", When: (*Courses).canAll, Do: (*Courses).everyone, Why: (*Courses).whyNotNote},
		{ID: Next, Scope: Scope, Keys: []string{" "}, Word: "key.courses.next-state", When: (*Courses).canNote, Do: func(p *Courses) tea.Cmd { return p.note(p.nextState(), false) }, Why: (*Courses).whyNotNote},
		{ID: There, Scope: Scope, Keys: []string{"+", "="}, Word: "key.courses.there", When: (*Courses).canNote, Do: state(ledger.Present), Why: (*Courses).whyNotNote},
		{ID: Away, Scope: Scope, Keys: []string{"-"}, Word: "key.courses.away", When: (*Courses).canNote, Do: state(ledger.Absent), Why: (*Courses).whyNotNote},
		{ID: Excused, Scope: Scope, Keys: []string{"o"}, Word: "key.courses.excused", When: (*Courses).canNote, Do: state(ledger.Excused), Why: (*Courses).whyNotNote},
		{ID: Level, Scope: GridScope, Keys: []string{"enter"}, Word: "key.courses.level", When: (*Courses).canGrade, Do: (*Courses).level, Why: (*Courses).whyNotGrade},
		{ID: Right, Scope: Scope, Keys: []string{"right"}, Word: "key.courses.right", When: func(p *Courses) bool { return p.shows() && p.column < p.columns()-1 }, Do: func(p *Courses) tea.Cmd { p.column++; return nil }},
		{ID: Left, Scope: Scope, Keys: []string{"left"}, Word: "key.courses.left", When: func(p *Courses) bool { return p.shows() && p.column > 0 }, Do: func(p *Courses) tea.Cmd { p.column--; return nil }},
		{ID: Evidence, Scope: Scope, Keys: []string{"b"}, Word: "key.courses.evidence", When: func(p *Courses) bool { return p.shows() && p.view.MayEdit }, Do: (*Courses).evidence, Why: (*Courses).whyNotEdit},
		{ID: Add, Scope: Scope, Keys: []string{"n"}, Word: "key.courses.new", When: (*Courses).lists, Do: (*Courses).add},
		{ID: Edit, Scope: Scope, Keys: []string{"e"}, Word: "key.courses.edit", When: (*Courses).canEdit, Do: (*Courses).edit, Why: (*Courses).whyNotEdit},
		{ID: Move, Scope: Scope, Keys: []string{"w"}, Word: "key.courses.move", When: (*Courses).canDate, Do: (*Courses).move, Why: (*Courses).whyNotEdit},
		{ID: Cancel, Scope: Scope, Keys: []string{"x"}, Word: "key.courses.cancel", When: (*Courses).canDate, Do: (*Courses).cancel, Why: (*Courses).whyNotEdit},
		{ID: PutAway, Scope: Scope, Keys: []string{"D"}, Word: "key.courses.archive", When: (*Courses).canEdit, Do: (*Courses).putAway, Why: (*Courses).whyNotEdit},
		{ID: Details, Scope: Scope, Keys: []string{"i"}, Word: "key.courses.details", When: (*Courses).shows, Do: (*Courses).details},
		{ID: keys.Back, When: func(p *Courses) bool { return !p.open.IsZero() }, Do: (*Courses).back},
	}, dialog.Undoing[*Courses](Scope, Undo, Redo)...)
}

// Keys gives what keys do something now.
func (p *Courses) Keys() []keys.ID {
	if p.Host.Open() != nil {
		return p.Host.Keys()
	}
	return append(p.actions.Now(p, keys.Back, Open, Everyone, Next, Away, There, Excused, Level, Evidence, Right, Left, Add, Edit, Move, Cancel, Details, PutAway), keys.Up, keys.Down)
}

// canNote tells whether presence can be noted where the cursor is, canAll that of all, and canGrade what came of a test.
func (p *Courses) canNote() bool {
	day, ok := p.day()
	return ok && !p.view.Off(day) && p.taker() != nil && p.taker().MayNote
}

func (p *Courses) canAll() bool {
	day, ok := p.day()
	if !ok || p.view.Off(day) {
		return false
	}
	for i := range p.view.People {
		if p.view.People[i].MayNote {
			return true
		}
	}
	return false
}

func (p *Courses) canGrade() bool {
	_, ok := p.test()
	return ok && p.taker() != nil && p.taker().MayNote
}

// canEdit tells whether the course can be altered, and canDate one of its days.
func (p *Courses) canEdit() bool { return p.chosen() != nil && p.chosen().MayEdit(p.Env.User) }

func (p *Courses) canDate() bool {
	_, ok := p.day()
	return ok && p.view.MayEdit
}

func (p *Courses) whyNotEdit() string {
	switch _, test := p.test(); {
	case p.chosen() == nil:
		return ""
	case !p.canEdit():
		return p.Env.Words.Say("error.course-not-yours", "name", p.Env.User.Name, "title", p.chosen().Title)
	case test:
		return p.Env.Words.Say("courses.choose-day")
	}
	return ""
}

func (p *Courses) whyNotNote() string {
	day, ok := p.day()
	switch {
	case !p.shows():
		return ""
	case !ok:
		return p.Env.Words.Say("courses.choose-day")
	case p.view.Off(day):
		return p.Env.Words.Say("error.course-date-off", "day", p.Env.Words.ShortDay(day), "title", p.view.Title)
	}
	return p.whyNotWrite()
}

func (p *Courses) whyNotGrade() string {
	switch _, ok := p.test(); {
	case !p.shows():
		return ""
	case !ok && len(p.view.Tests) == 0:
		return p.Env.Words.Say("error.course-no-tests", "title", p.view.Title)
	case !ok:
		return p.Env.Words.Say("courses.choose-test")
	}
	return p.whyNotWrite()
}

func (p *Courses) whyNotWrite() string {
	one := p.taker()
	switch {
	case one == nil:
		return p.Env.Words.Say("courses.nobody")
	case one.Elsewhere:
		return p.Env.Words.Say("course.elsewhere", "names", one.Student.Name)
	}
	return p.Env.Words.Say("error.course-not-to-note", "name", p.Env.User.Name, "title", p.view.Title, "student", one.Student.Name)
}

package meetings

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/meeting"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this page work.
const Scope keys.Scope = "meetings"

// What keys do here.
const (
	Yes     keys.ID = "meetings-yes"
	No      keys.ID = "meetings-no"
	Maybe   keys.ID = "meetings-maybe"
	Who     keys.ID = "meetings-who"
	Came    keys.ID = "meetings-came"
	Absent  keys.ID = "meetings-absent"
	Excused keys.ID = "meetings-excused"
	Plan    keys.ID = "meetings-plan"
	Add     keys.ID = "meetings-new"
	Edit    keys.ID = "meetings-edit"
	Move    keys.ID = "meetings-move"
	Cancel  keys.ID = "meetings-cancel"
	Free    keys.ID = "meetings-free"
	Remove  keys.ID = "meetings-remove"
	Mine    keys.ID = "meetings-mine"
	Earlier keys.ID = "meetings-earlier"
	Later   keys.ID = "meetings-later"
	Now     keys.ID = "meetings-now"
	Outcome keys.ID = "meetings-minutes"
	Undo    keys.ID = "meetings-undo"
	Redo    keys.ID = "meetings-redo"
)

// Keys gives the keys of this page.
func Keys() []keys.Key { return actions().Keys() }

// actions is all that can be done on this page.
func actions() screen.Actions[*Meetings] {
	roster := func(p *Meetings) bool { return p.known && p.of.IsZero() }
	return append(screen.Actions[*Meetings]{
		{ID: Yes, Scope: Scope, Keys: []string{"y"}, Word: "key.meetings.yes", When: (*Meetings).canAnswer, Do: func(p *Meetings) tea.Cmd { return p.answer(meeting.Yes) }, Why: (*Meetings).whyNoMeeting},
		{ID: No, Scope: Scope, Keys: []string{"N"}, Word: "key.meetings.no", When: (*Meetings).canAnswer, Do: func(p *Meetings) tea.Cmd { return p.answer(meeting.No) }, Why: (*Meetings).whyNoMeeting},
		{ID: Maybe, Scope: Scope, Keys: []string{"o"}, Word: "key.meetings.maybe", When: (*Meetings).canAnswer, Do: func(p *Meetings) tea.Cmd { return p.answer(meeting.Maybe) }, Why: (*Meetings).whyNoMeeting},
		{ID: Who, Scope: Scope, Keys: []string{"enter"}, Word: "key.meetings.who", When: func(p *Meetings) bool { return roster(p) && p.meant() != nil }, Do: (*Meetings).open, Why: (*Meetings).whyNoMeeting},
		{ID: Came, Scope: Scope, Keys: []string{" "}, Word: "key.meetings.came", When: (*Meetings).canNote, Do: func(p *Meetings) tea.Cmd { return p.note(ledger.Present) }, Why: (*Meetings).whyNoNote},
		{ID: Absent, Scope: Scope, Keys: []string{"a"}, Word: "key.meetings.absent", When: (*Meetings).canNote, Do: func(p *Meetings) tea.Cmd { return p.note(ledger.Absent) }, Why: (*Meetings).whyNoNote},
		{ID: Excused, Scope: Scope, Keys: []string{"s"}, Word: "key.meetings.excused", When: (*Meetings).canNote, Do: func(p *Meetings) tea.Cmd { return p.note(ledger.Excused) }, Why: (*Meetings).whyNoNote},
		{ID: Plan, Scope: Scope, Keys: []string{"n"}, Word: "key.meetings.plan", When: roster, Do: (*Meetings).plan},
		{ID: Add, Scope: Scope, Keys: []string{"i"}, Word: "key.meetings.new", When: roster, Do: (*Meetings).add},
		{ID: Edit, Scope: Scope, Keys: []string{"e"}, Word: "key.meetings.edit", When: (*Meetings).canAlter, Do: (*Meetings).edit, Why: (*Meetings).whyNotAlter},
		{ID: Move, Scope: Scope, Keys: []string{"w"}, Word: "key.meetings.move", When: (*Meetings).canAlter, Do: (*Meetings).move, Why: (*Meetings).whyNotAlter},
		{ID: Cancel, Scope: Scope, Keys: []string{"x"}, Word: "key.meetings.cancel", When: (*Meetings).canAlter, Do: (*Meetings).cancel, Why: (*Meetings).whyNotAlter},
		{ID: Free, Scope: Scope, Keys: []string{"v"}, Word: "key.meetings.free", When: func(p *Meetings) bool { return roster(p) && p.leads() }, Do: (*Meetings).free, Why: (*Meetings).whyNotLeads},
		{ID: Remove, Scope: Scope, Keys: []string{"delete"}, Word: "key.meetings.remove", When: (*Meetings).canRemove, Do: (*Meetings).remove, Why: (*Meetings).whyNotAlter},
		{ID: Outcome, Scope: Scope, Keys: []string{"g"}, Word: "key.meetings.minutes", When: func(p *Meetings) bool { return p.meant() != nil }, Do: (*Meetings).minutes, Why: (*Meetings).whyNoMeeting},
		{ID: Mine, Scope: Scope, Keys: []string{"m"}, Word: "key.meetings.mine", When: roster, Do: (*Meetings).onlyMine},
		{ID: Earlier, Scope: Scope, Keys: []string{"left"}, Word: "key.meetings.earlier", When: roster, Do: func(p *Meetings) tea.Cmd { return p.turn(-6) }},
		{ID: Later, Scope: Scope, Keys: []string{"right"}, Word: "key.meetings.later", When: roster, Do: func(p *Meetings) tea.Cmd { return p.turn(6) }},
		{ID: Now, Scope: Scope, Keys: []string{"T"}, Word: "key.meetings.now", When: func(p *Meetings) bool { now, _ := meeting.HalfYear(p.today()); return roster(p) && !p.from.Equal(now) }, Do: (*Meetings).thisHalfYear},
		{ID: keys.Back, When: func(p *Meetings) bool { return !p.of.IsZero() }, Do: (*Meetings).shut},
	}, dialog.Undoing[*Meetings](Scope, Undo, Redo)...)
}

func (p *Meetings) canAnswer() bool {
	m := p.meant()
	return m != nil && !m.Cancelled && !m.Day.Before(p.today()) && !p.Env.User.IsBoard()
}

func (p *Meetings) whyNoMeeting() string {
	switch m := p.meant(); {
	case !p.known:
		return ""
	case m == nil:
		return p.Env.Words.Say("meetings.choose")
	case m.Cancelled:
		return p.Env.Words.Say("error.meeting-cancelled", "title", m.Called())
	}
	return p.Env.Words.Say("meetings.over")
}

// answer answers for whoever sits here; the same answer once more takes it back.
func (p *Meetings) answer(reply meeting.Reply) tea.Cmd {
	m := p.meant()
	if m.Answers[p.Env.User.ID].Reply == reply {
		reply = ""
	}
	return p.Do(nil, meeting.Answer{ID: m.ID, Reply: reply})
}

func (p *Meetings) open() tea.Cmd {
	p.of, p.top = p.meant().ID, 0
	p.arrange()
	p.goTo(0)
	return nil
}

func (p *Meetings) shut() tea.Cmd {
	p.on, p.of, p.top = p.of.String(), journal.ID{}, 0
	p.arrange()
	return nil
}

func (p *Meetings) canNote() bool {
	r := p.chosen()
	return r != nil && r.person != nil && !r.meeting.Cancelled && !r.meeting.Day.After(p.today()) && meeting.MayNote(p.Env.Session.Clearance(), &r.meeting.Meeting, *r.person)
}

func (p *Meetings) whyNoNote() string {
	switch r := p.chosen(); {
	case r == nil || r.meeting == nil:
		return ""
	case r.person == nil:
		return p.Env.Words.Say("meetings.note.open", "key", p.Env.Keys.Label(Who))
	case r.meeting.Day.After(p.today()):
		return p.Env.Words.Say("meetings.note.early")
	case r.meeting.Cancelled:
		return p.Env.Words.Say("error.meeting-cancelled", "title", r.meeting.Called())
	}
	return p.Env.Words.Say("error.meeting-note-other", "name", p.Env.User.Name, "title", p.meant().Called())
}

// note writes whether somebody came, and goes to the next; the same once more takes it back, and stays.
func (p *Meetings) note(state ledger.State) tea.Cmd {
	r := p.chosen()
	if r.meeting.Presence[r.person.ID] == state {
		return p.Do(nil, meeting.Attend{ID: r.meeting.ID, People: []journal.ID{r.person.ID}})
	}
	a := meeting.Attend{ID: r.meeting.ID, People: []journal.ID{r.person.ID}, State: state}
	p.goTo(p.cursor() + 1)
	return p.Do(nil, a)
}

func (p *Meetings) canAlter() bool {
	m := p.meant()
	return m != nil && p.of.IsZero() && !m.ReadOnly && meeting.MayAlter(p.Env.Session.Clearance(), &m.Meeting)
}

func (p *Meetings) whyNotAlter() string {
	switch m := p.meant(); {
	case !p.known || !p.of.IsZero():
		return ""
	case m == nil:
		return p.Env.Words.Say("meetings.choose")
	default:
		return p.Env.Words.Say("error.meeting-not-yours", "name", p.Env.User.Name, "title", m.Called())
	}
}

// leads tells whether whoever sits here looks after free days.
func (p *Meetings) leads() bool { return p.Env.Session.Clearance().MayWrite(meeting.Scope()) }

func (p *Meetings) whyNotLeads() string {
	if !p.known || !p.of.IsZero() {
		return ""
	}
	return p.Env.Words.Say("meetings.free.whose")
}

func (p *Meetings) canRemove() bool {
	r := p.chosen()
	return r != nil && r.person == nil && (r.free != nil && !r.free.Public() && p.leads() || r.meeting != nil && p.canAlter())
}

func (p *Meetings) onlyMine() tea.Cmd {
	p.mine = !p.mine
	p.arrange()
	return nil
}

func (p *Meetings) thisHalfYear() tea.Cmd {
	p.from, _ = meeting.HalfYear(p.today())
	return p.turn(0)
}

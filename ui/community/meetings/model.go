// Package meetings is a page of screen 6: the roster of meetings of a half-year, with the free days between them. Half a year is planned in one go,
// with the days to be seen before; an answer is one key, and so is each person who came.
package meetings

import (
	"context"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/free"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/meeting"
	"leerbalie/model/minutes"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
)

// Meetings is the page.
type Meetings struct {
	dialog.Host
	actions screen.Actions[*Meetings]
	size    screen.Size

	from    time.Time // the first day of the half-year that shows
	data    meeting.Roster
	minuted map[journal.ID]*minutes.Came
	rows    []row
	mine    bool // only those where whoever sits here leads or is expected
	known   bool
	failed  string
	on      string // the row that the cursor is on
	at      int
	top     int
	of      journal.ID // the meeting of which it shows who came; zero: the roster shows

	fetch   screen.Tickets
	reading bool
	again   bool
}

// row is a meeting, free days, or somebody who is expected at the meeting that is looked at.
type row struct {
	meeting *meeting.Row
	free    *free.Stretch
	person  *model.Person
}

// found is what was read, of which half-year.
type found struct {
	from    time.Time
	data    meeting.Roster
	minuted map[journal.ID]*minutes.Came
}

var (
	_ screen.Screen = (*Meetings)(nil)
	_ screen.Holder = (*Meetings)(nil)
)

// New makes the page, on the half-year of today.
func New(env screen.Env) screen.Screen {
	p := &Meetings{actions: actions(), Host: dialog.Host{Env: env, Name: "meetings", UndoKey: Undo, RedoKey: Redo}}
	p.Reload = p.read
	p.from, _ = meeting.HalfYear(p.today())
	return p
}

func (p *Meetings) zone() *time.Location { return p.Env.Local(p.Env.Now()).Location() }

func (p *Meetings) today() time.Time { return days.Of(p.Env.Now(), p.zone()) }

// Init reads what the page shows first.
func (p *Meetings) Init() tea.Cmd { return tea.Batch(p.read(), p.Recall()) }

// read reads the half-year; while that is being done, it notes that it has to be read once more.
func (p *Meetings) read() tea.Cmd {
	if p.reading {
		p.again = true
		return nil
	}
	p.reading = true
	session, from := p.Env.Session, p.from
	return screen.Ask(p.Env.Ctx, p.fetch.Next(), func(ctx context.Context) (f found, err error) {
		f.from = from
		if f.data, err = meeting.Read(ctx, session, meeting.Query{From: from, To: from.AddDate(0, 6, -1)}); err != nil {
			return f, err
		}
		f.minuted, err = minutes.All(ctx, session)
		return f, err
	})
}

// took takes the half-year in, and reads on where something changed since it was asked for.
func (p *Meetings) took(a screen.Answer[found]) tea.Cmd {
	if !p.fetch.Fits(a.Ticket) {
		return nil
	}
	p.reading = false
	if p.again {
		p.again = false
		return p.read()
	}
	p.Arrived()
	if p.failed = ""; a.Err != nil {
		p.failed = p.Env.Words.Error(a.Err)
		return nil
	}
	p.known, p.data, p.minuted = true, a.Value.data, a.Value.minuted
	p.arrange()
	if p.on == "" { // on what waits for an answer, or else on what is next
		p.goTo(p.first())
	}
	return nil
}

// first is the row to begin on: the first meeting that waits for an answer, or else the next one.
func (p *Meetings) first() int {
	today, me := p.today(), p.Env.User.ID
	if i := slices.IndexFunc(p.rows, func(r row) bool { return r.meeting != nil && r.meeting.Waits(me, today) }); i >= 0 {
		return i
	}
	return slices.IndexFunc(p.rows, func(r row) bool { return r.meeting != nil && !r.meeting.Day.Before(today) })
}

// arrange lays out the rows: meetings and free days by day, or who is expected at one meeting.
func (p *Meetings) arrange() {
	p.rows = nil
	if m := p.opened(); m != nil {
		p.people(m)
		return
	}
	p.of = journal.ID{}
	next := 0
	between := func(until time.Time) {
		for ; next < len(p.data.Free) && !p.data.Free[next].From.After(until); next++ {
			p.rows = append(p.rows, row{free: &p.data.Free[next]})
		}
	}
	for i := range p.data.Rows {
		m := &p.data.Rows[i]
		if p.mine && !slices.Contains(m.Invited, p.Env.User.ID) {
			continue
		}
		between(m.Day)
		p.rows = append(p.rows, row{meeting: m})
	}
	between(p.from.AddDate(0, 6, -1))
}

// people are those who are expected at a meeting, and whoever came besides.
func (p *Meetings) people(m *meeting.Row) {
	all := slices.Clone(m.Invited)
	for id := range m.Presence {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	var out []model.Person
	for _, id := range all {
		if one, ok := p.data.People[id]; ok {
			out = append(out, one)
		}
	}
	model.SortPeople(out)
	for i := range out {
		p.rows = append(p.rows, row{meeting: m, person: &out[i]})
	}
}

// opened is the meeting of which it shows who came; nil where the roster shows, and for one that has gone.
func (p *Meetings) opened() *meeting.Row {
	i := slices.IndexFunc(p.data.Rows, func(m meeting.Row) bool { return m.ID == p.of })
	if p.of.IsZero() || i < 0 {
		return nil
	}
	return &p.data.Rows[i]
}

// key is what the cursor stays on.
func (r *row) key() string {
	switch {
	case r.person != nil:
		return r.person.ID.String()
	case r.meeting != nil:
		return r.meeting.ID.String()
	}
	return r.free.From.Format(time.DateOnly) + r.free.Code + r.free.ID.String()
}

// cursor is the place of the row that the cursor is on; where that has gone, of the one that took its place.
func (p *Meetings) cursor() int {
	for i := range p.rows {
		if p.rows[i].key() == p.on {
			p.at = i
			return i
		}
	}
	p.goTo(p.at)
	return p.at
}

func (p *Meetings) goTo(at int) {
	p.on = ""
	if p.at = max(min(at, len(p.rows)-1), 0); p.at < len(p.rows) {
		p.on = p.rows[p.at].key()
	}
}

// chosen is the row that the cursor is on, nil where there is none.
func (p *Meetings) chosen() *row {
	if !p.known || len(p.rows) == 0 {
		return nil
	}
	return &p.rows[p.cursor()]
}

// meant is the meeting that the cursor is on, or that is looked at; nil where there is none.
func (p *Meetings) meant() *meeting.Row {
	if r := p.chosen(); r != nil && r.meeting != nil {
		return r.meeting
	}
	return p.opened()
}

// waiting counts the meetings that wait for an answer of whoever sits here.
func (p *Meetings) waiting() (n int) {
	for i := range p.data.Rows {
		if p.data.Rows[i].Waits(p.Env.User.ID, p.today()) {
			n++
		}
	}
	return n
}

// turn shows another half-year.
func (p *Meetings) turn(months int) tea.Cmd {
	p.from, p.known, p.on, p.at, p.top, p.of = p.from.AddDate(0, months, 0), false, "", 0, 0, journal.ID{}
	p.Hold()
	return p.read()
}

// Update takes in a message.
func (p *Meetings) Update(msg tea.Msg) (screen.Screen, tea.Cmd) { return p, p.take(msg) }

func (p *Meetings) take(msg tea.Msg) tea.Cmd {
	cmd, took := p.Host.Update(msg)
	if took {
		return cmd
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if cmd, took := p.actions.Press(p.Env.Keys, p, msg); took {
			return cmd
		}
		if steps, ok := p.Env.Keys.Steps(msg, max(p.size.Height/2, 1)); ok {
			p.goTo(p.cursor() + steps)
		}
	case screen.Resized:
		p.size = msg.Size
	case screen.Changed:
		if msg.Has(meeting.KindMeeting) || msg.Has(free.KindFree) || msg.Has(ledger.KindLedger) || msg.Has(model.KindPerson) || msg.Has(model.KindGroup) {
			return tea.Batch(cmd, p.read())
		}
	case screen.Renewed:
		return tea.Batch(cmd, p.read())
	case screen.Answer[found]:
		return p.took(msg)
	case screen.Mouse:
		if p.Host.Open() == nil && msg.Wheel != 0 {
			p.goTo(p.cursor() + msg.Wheel)
		}
	}
	return cmd
}

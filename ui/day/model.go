// Package day is what is on whoever sits here today: promises with their time, requests, messages, check-ins and the minutes that were
// spent, in order of time and what is late first. From a row its request opens; a promise is kept, or gets another time; all of it is
// handed over; and a sheet says what the next one must know.
package day

import (
	"context"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/community"
	"leerbalie/model/days"
	"leerbalie/model/desk/mine"
	"leerbalie/model/journal"
	"leerbalie/model/notification"
	"leerbalie/model/pairs"
	"leerbalie/model/visits"
	"leerbalie/ui/dialog"
	"leerbalie/ui/report"
	"leerbalie/ui/screen"
)

// Day is the screen.
type Day struct {
	dialog.Host
	actions screen.Actions[*Day]
	size    screen.Size
	now     time.Time // what is late is told by this

	data   found
	rows   []row
	known  bool
	failed string
	on     journal.ID // what the row is about that the cursor is on
	at     int        // where that stood
	top    int        // the first line that shows

	fetch   screen.Tickets
	reading bool
	again   bool // something changed while it was read
}

// found is what was read.
type found struct {
	day     mine.Day
	planned []pairs.OwnAppointment
	wmo     []notification.Listed
	names   map[journal.ID]string
	visits  []visits.Visit // the own ones of this week and the next, that are to be done or were not told
	alone   []time.Time    // days of this week on which nobody goes to a visit
	spent   int            // minutes on visits today

	meetings  []meeter
	toConfirm confirming
	asks      []community.Asks
}

var (
	_ screen.Screen = (*Day)(nil)
	_ screen.Holder = (*Day)(nil)
)

// New makes the screen.
func New(env screen.Env) screen.Screen {
	d := &Day{actions: actions(), now: env.Now(), Host: dialog.Host{Env: env, Name: string(screen.Day), UndoKey: Undo, RedoKey: Redo}}
	d.Reload = d.read
	return d
}

// Init reads what the screen shows first.
func (d *Day) Init() tea.Cmd { return tea.Batch(d.read(), d.Recall()) }

// read reads the day; while that is being done, it notes that it has to be read once more.
func (d *Day) read() tea.Cmd {
	if d.reading {
		d.again = true
		return nil
	}
	d.reading = true
	today := days.Of(d.Env.Now(), d.Env.Local(d.Env.Now()).Location())
	session, q, at := d.Env.Session, mine.DayQuery{Now: d.Env.Now(), Zone: d.Env.Zone}, d.Env.Now()
	return screen.Ask(d.Env.Ctx, d.fetch.Next(), func(ctx context.Context) (f found, err error) {
		if f.day, err = mine.ReadDay(ctx, session, q); err != nil {
			return f, err
		}
		if f.names, err = names(ctx, session); err != nil {
			return f, err
		}
		if f.wmo, err = notification.Read(ctx, session, notification.Query{Now: at, Mine: true}); err != nil {
			return f, err
		}
		if f.planned, err = pairs.ReadOwnAppointments(ctx, session, at, soon); err != nil {
			return f, err
		}
		if err = f.readVisits(ctx, session, today); err == nil {
			err = f.readMeetings(ctx, session, today)
		}
		if err == nil {
			err = f.readHours(ctx, session, today)
		}
		if err == nil {
			err = f.readAsks(ctx, session, today)
		}
		return f, err
	})
}

// readVisits reads the visits of two weeks, and what is late of the one before. Residents are looked at by name only where somebody goes.
func (f *found) readVisits(ctx context.Context, session *model.Session, today time.Time) error {
	me, sunday := session.Me().ID, visits.Monday(today).AddDate(0, 0, 6)
	q := visits.Query{From: today.AddDate(0, 0, -7), To: today.AddDate(0, 0, soon), Today: today}
	all, err := visits.Read(ctx, session, q)
	if err != nil {
		return err
	}
	for _, day := range visits.Alone(all) {
		if !day.After(sunday) {
			f.alone = append(f.alone, day)
		}
	}
	if !slices.ContainsFunc(all, func(v visits.Visit) bool { return slices.Contains(v.Who, me) }) {
		return nil
	}
	q.Person, q.Names = me, true
	if all, err = visits.Read(ctx, session, q); err != nil {
		return err
	}
	for i := range all {
		switch v := &all[i]; {
		case v.Open():
			f.visits = append(f.visits, *v)
		case v.State == visits.DoneAs && v.On.Equal(today):
			f.spent += v.Minutes
		}
	}
	return nil
}

// names are those of everybody, also of who left.
func names(ctx context.Context, session *model.Session) (map[journal.ID]string, error) {
	out := map[journal.ID]string{}
	for _, read := range []func(context.Context) ([]model.Person, error){session.PeopleWhoLeft, session.People} {
		people, err := read(ctx)
		if err != nil {
			return nil, err
		}
		for _, p := range people {
			out[p.ID] = p.Name
		}
	}
	return out, nil
}

// soon is how many days ahead an appointment shows.
const soon = 14

// took takes the day in, and reads on where something changed since it was asked for.
func (d *Day) took(a screen.Answer[found]) tea.Cmd {
	if !d.fetch.Fits(a.Ticket) {
		return nil
	}
	d.reading = false
	d.Arrived()
	if a.Err != nil {
		d.failed = d.Env.Words.Error(a.Err)
	} else {
		d.failed, d.known, d.data = "", true, a.Value
		d.arrange()
	}
	if d.again {
		d.again = false
		return d.read()
	}
	return nil
}

// maker puts what is known into words.
func (d *Day) maker() report.Maker {
	return report.Maker{Words: d.Env.Words, Zone: d.Env.Local(d.Env.Now()).Location(), Now: d.Env.Now(), Names: d.data.names}
}

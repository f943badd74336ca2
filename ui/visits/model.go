// Package visits is the week of visits to regular clients, on one screen: by day and part of the day who goes to whom, what came of it, and
// why a visit may not go as planned. A visit is done, skipped, moved or given to somebody else with two keys; weeks follow each other.
package visits

import (
	"context"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/days"
	"leerbalie/model/journal"
	"leerbalie/model/visits"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
)

// Visits is the screen.
type Visits struct {
	dialog.Host
	actions screen.Actions[*Visits]
	size    screen.Size
	now     time.Time

	week   time.Time // the Monday of what shows
	all    []visits.Visit
	rows   []int // the places in all of what shows
	mine   bool  // only where whoever sits here goes
	known  bool
	failed string
	on     journal.ID // the visit that the cursor is on
	at     int
	top    int

	fetch   screen.Tickets
	reading bool
	again   bool
}

// found is what was read.
type found struct {
	week time.Time
	all  []visits.Visit
}

var (
	_ screen.Screen = (*Visits)(nil)
	_ screen.Holder = (*Visits)(nil)
)

// New makes the screen, on the week of today.
func New(env screen.Env) screen.Screen {
	v := &Visits{actions: actions(), now: env.Now(), Host: dialog.Host{Env: env, Name: string(screen.Visits), UndoKey: Undo, RedoKey: Redo}}
	v.Reload = v.read
	v.week = visits.Monday(v.today())
	return v
}

// today is the calendar day where this is looked at.
func (v *Visits) today() time.Time { return days.Of(v.Env.Now(), v.zone()) }

func (v *Visits) zone() *time.Location { return v.Env.Local(v.Env.Now()).Location() }

// Init reads what the screen shows first.
func (v *Visits) Init() tea.Cmd { return tea.Batch(v.read(), v.Recall()) }

// read reads the week; while that is being done, it notes that it has to be read once more.
func (v *Visits) read() tea.Cmd {
	if v.reading {
		v.again = true
		return nil
	}
	v.reading = true
	session, week, today := v.Env.Session, v.week, v.today()
	return screen.Ask(v.Env.Ctx, v.fetch.Next(), func(ctx context.Context) (f found, err error) {
		f.week = week
		f.all, err = visits.ReadWeek(ctx, session, week, today)
		return f, err
	})
}

// took takes the week in, and reads on where something changed since it was asked for.
func (v *Visits) took(a screen.Answer[found]) tea.Cmd {
	if !v.fetch.Fits(a.Ticket) {
		return nil
	}
	v.reading = false
	if v.again {
		v.again = false
		return v.read()
	}
	v.Arrived()
	if a.Err != nil {
		v.failed = v.Env.Words.Error(a.Err)
		return nil
	}
	v.failed, v.known, v.all = "", true, a.Value.all
	v.arrange()
	if v.on.IsZero() { // on what is to be done first
		v.goTo(slices.IndexFunc(v.rows, func(n int) bool { return v.all[n].Open() && !v.all[n].On.Before(v.today()) }))
	}
	return nil
}

// arrange says which visits show.
func (v *Visits) arrange() {
	v.rows = nil
	for i := range v.all {
		if !v.mine || slices.Contains(v.all[i].Who, v.Env.User.ID) {
			v.rows = append(v.rows, i)
		}
	}
}

// cursor is the place of the row that the cursor is on; where that has gone, of the one that took its place.
func (v *Visits) cursor() int {
	for i, n := range v.rows {
		if v.all[n].Key() == v.on {
			v.at = i
			return i
		}
	}
	v.goTo(v.at)
	return v.at
}

func (v *Visits) goTo(at int) {
	v.on = journal.ID{}
	if v.at = max(min(at, len(v.rows)-1), 0); v.at < len(v.rows) {
		v.on = v.all[v.rows[v.at]].Key()
	}
}

// chosen is the visit that the cursor is on, nil where there is none.
func (v *Visits) chosen() *visits.Visit {
	if len(v.rows) == 0 || !v.known {
		return nil
	}
	return &v.all[v.rows[v.cursor()]]
}

// Update takes in a message.
func (v *Visits) Update(msg tea.Msg) (screen.Screen, tea.Cmd) { return v, v.take(msg) }

func (v *Visits) take(msg tea.Msg) tea.Cmd {
	cmd, took := v.Host.Update(msg)
	if took {
		return cmd
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if cmd, took := v.actions.Press(v.Env.Keys, v, msg); took {
			return cmd
		}
		if steps, ok := v.Env.Keys.Steps(msg, v.size.Height); ok {
			v.goTo(v.cursor() + steps)
		}
		return nil
	case screen.Resized:
		v.size = msg.Size
	case screen.Tick:
		over := !days.Of(msg.Now, v.zone()).Equal(days.Of(v.now, v.zone()))
		if v.now = msg.Now; over {
			return tea.Batch(cmd, v.read())
		}
	case screen.Changed, screen.Renewed:
		v.now = v.Env.Now()
		return tea.Batch(cmd, v.read())
	case screen.Answer[found]:
		return v.took(msg)
	case screen.Mouse:
		if v.Host.Open() == nil && msg.Wheel != 0 {
			v.goTo(v.cursor() + msg.Wheel)
		}
	}
	return cmd
}

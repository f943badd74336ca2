// Package courses is a page of screen 6: the courses of the centre by term, and one course with its dates beside those who take part: who came, by one
// key a person, what came of the tests, and making it evidence.
package courses

import (
	"context"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/agenda"
	"leerbalie/model/course"
	"leerbalie/model/journal"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
)

// Courses is the page.
type Courses struct {
	dialog.Host
	actions screen.Actions[*Courses]
	size    screen.Size

	all    []course.Course
	known  bool
	failed string
	on     journal.ID // the course that the cursor is on
	at     int
	top    int

	open   journal.ID // the course that shows; zero: the list
	view   course.View
	told   []course.Told
	nodes  []course.Named
	days   []time.Time // of the course that shows
	person journal.ID  // on whose row the cursor is
	row    int
	column int // a day, or after those a test
	begun  bool
	rows   int // the top of the grid

	fetch   screen.Tickets
	reading bool
	again   bool
}

// found is what was read.
type found struct {
	all   []course.Course
	open  journal.ID
	view  course.View
	told  []course.Told
	nodes []course.Named
	gone  bool
}

var (
	_ screen.Screen = (*Courses)(nil)
	_ screen.Holder = (*Courses)(nil)
)

// New makes the page.
func New(env screen.Env) screen.Screen {
	p := &Courses{actions: actions(), Host: dialog.Host{Env: env, Name: "courses", UndoKey: Undo, RedoKey: Redo}}
	p.Reload = p.read
	return p
}

// Init reads what the page shows first.
func (p *Courses) Init() tea.Cmd { return tea.Batch(p.read(), p.Recall()) }

// read reads the list and the course that shows; while that is being done, it notes that it has to be read once more.
func (p *Courses) read() tea.Cmd {
	if p.reading {
		p.again = true
		return nil
	}
	p.reading = true
	session, open := p.Env.Session, p.open
	return screen.Ask(p.Env.Ctx, p.fetch.Next(), func(ctx context.Context) (found, error) { return look(ctx, session, open) })
}

func look(ctx context.Context, session *model.Session, open journal.ID) (f found, err error) {
	if f.all, err = course.List(ctx, session); err != nil || open.IsZero() {
		return f, err
	}
	f.open = open
	if f.gone = !slices.ContainsFunc(f.all, func(c course.Course) bool { return c.ID == open }); f.gone {
		return f, nil
	}
	if f.view, err = course.Read(ctx, session, open); err != nil {
		return f, err
	}
	if f.told, err = agenda.Told(ctx, session, open); err != nil {
		return f, err
	}
	f.nodes, err = course.ReadNodes(ctx, session, f.view.Nodes)
	return f, err
}

// took takes what was read in, and reads on where something changed since it was asked for.
func (p *Courses) took(a screen.Answer[found]) tea.Cmd {
	if !p.fetch.Fits(a.Ticket) {
		return nil
	}
	p.reading = false
	if p.again || a.Value.open != p.open && a.Err == nil {
		p.again = false
		return p.read()
	}
	p.Arrived()
	if a.Err != nil {
		p.failed = p.Env.Words.Error(a.Err)
		return nil
	}
	f := a.Value
	p.failed, p.known, p.all = "", true, f.all
	if f.gone {
		p.open, p.begun = journal.ID{}, false
		return nil
	}
	if p.open.IsZero() {
		return nil
	}
	p.view, p.told, p.nodes, p.days = f.view, f.told, f.nodes, f.view.ByDay()
	if !p.begun {
		p.begun, p.row, p.rows, p.person, p.column = true, 0, 0, journal.ID{}, p.nextDay()
	}
	p.column = max(min(p.column, p.columns()-1), 0)
	return nil
}

// nextDay is the column of today, or else of the last day before it, or the first.
func (p *Courses) nextDay() int {
	today, at := p.Env.Today(), 0
	for i, day := range p.days {
		if !day.After(today) && !p.view.Off(day) {
			at = i
		}
	}
	return at
}

// columns is how many there are: days, and tests after those.
func (p *Courses) columns() int { return len(p.days) + len(p.view.Tests) }

// day is the day of the column that the cursor is on; ok is false on a test. test is the same of tests.
func (p *Courses) day() (day time.Time, ok bool) {
	if !p.shows() || p.column >= len(p.days) {
		return day, false
	}
	return p.days[p.column], true
}

func (p *Courses) test() (test string, ok bool) {
	if !p.shows() || p.column < len(p.days) || p.column >= p.columns() {
		return "", false
	}
	return p.view.Tests[p.column-len(p.days)], true
}

// shows tells whether a course shows, with what was read of it; lists whether the list does.
func (p *Courses) shows() bool { return p.known && p.begun && !p.open.IsZero() && p.failed == "" }

func (p *Courses) lists() bool { return p.known && p.open.IsZero() && p.failed == "" }

// chosen is the course that the cursor is on in the list, or that shows; nil where there is none.
func (p *Courses) chosen() *course.Course {
	switch {
	case p.shows():
		return &p.view.Course
	case !p.lists() || len(p.all) == 0:
		return nil
	}
	return &p.all[p.cursor()]
}

// cursor is the place of the cursor in the list; where its course has gone, of the one that took its place.
func (p *Courses) cursor() int {
	for i := range p.all {
		if p.all[i].ID == p.on {
			p.at = i
			return i
		}
	}
	p.goTo(p.at)
	return p.at
}

func (p *Courses) goTo(at int) {
	p.on = journal.ID{}
	if p.at = max(min(at, len(p.all)-1), 0); p.at < len(p.all) {
		p.on = p.all[p.at].ID
	}
}

// taker is on whose row the cursor is; nil where nobody takes part that may be seen.
func (p *Courses) taker() *course.Participant {
	if !p.shows() || len(p.view.People) == 0 {
		return nil
	}
	for i := range p.view.People {
		if p.view.People[i].Student.ID == p.person {
			p.row = i
			return &p.view.People[i]
		}
	}
	p.goDown(p.row)
	return &p.view.People[p.row]
}

func (p *Courses) goDown(row int) {
	p.row = max(min(row, len(p.view.People)-1), 0)
	p.person = journal.ID{}
	if p.row < len(p.view.People) {
		p.person = p.view.People[p.row].Student.ID
	}
}

// enter shows a course.
func (p *Courses) enter(id journal.ID) tea.Cmd {
	p.open, p.on, p.begun = id, id, false
	p.Hold()
	return p.read()
}

func (p *Courses) back() tea.Cmd {
	if p.open.IsZero() {
		return screen.Send(screen.Close{})
	}
	p.open, p.begun = journal.ID{}, false
	return nil
}

// Update takes in a message.
func (p *Courses) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	cmd, took := p.Host.Update(msg)
	if took {
		return p, cmd
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if cmd, took := p.actions.Press(p.Env.Keys, p, msg); took {
			return p, cmd
		}
		if steps, ok := p.Env.Keys.Steps(msg, max(p.size.Height-4, 1)); ok {
			p.step(steps)
		}
		return p, nil
	case screen.Resized:
		p.size = msg.Size
	case screen.Changed, screen.Renewed:
		return p, tea.Batch(cmd, p.read())
	case screen.Answer[found]:
		return p, p.took(msg)
	case screen.Mouse:
		if p.Host.Open() == nil && msg.Wheel != 0 {
			p.step(msg.Wheel)
		}
	case journal.ID: // another screen opens a course
		return p, tea.Batch(cmd, p.enter(msg))
	}
	return p, cmd
}

func (p *Courses) step(steps int) {
	switch {
	case p.lists():
		p.goTo(p.cursor() + steps)
	case p.taker() != nil:
		p.goDown(p.row + steps)
	}
}

// Typing reports whether keys are text now, or have to wait.
func (p *Courses) Typing() bool { return p.Host.Open() != nil || p.Waits() }

// Package hours is a page of screen 6: what students worked, by week, and from what. Whoever supervises confirms a week of all her students
// with one key, the exceptions left out first; a student sees the own weeks and writes down what stands nowhere else; teachers and
// coordinators see all, by group.
package hours

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
	"leerbalie/model/met"
	"leerbalie/ui/dialog"
	"leerbalie/ui/report"
	"leerbalie/ui/screen"
)

// Hours is the page.
type Hours struct {
	dialog.Host
	actions screen.Actions[*Hours]
	size    screen.Size

	week   time.Time // the Monday of what shows; of no matter to a student
	data   found
	rows   []row
	mine   bool                // only those whom whoever sits here supervises
	left   map[journal.ID]bool // who is left out when this week is confirmed
	known  bool
	failed string
	on     string // the row that the cursor is on
	at     int
	top    int

	fetch   screen.Tickets
	reading bool
	again   bool
}

// found is what was read.
type found struct {
	all    []*hours.Student
	groups map[journal.ID]string
	names  map[journal.ID]string
	mine   bool         // somebody is supervised by whoever sits here
	met    *met.Student // what a student who looks at the own weeks has met; nil for anybody else
}

// row is a student in the week that shows or, of a student, a week.
type row struct {
	student *hours.Student
	week    hours.Week
}

// key is what the cursor stays on: the student in whatever week or, of a student, the week.
func (p *Hours) key(r *row) string {
	if p.own() {
		return r.week.Monday.Format(time.DateOnly)
	}
	return r.student.Person.ID.String()
}

var (
	_ screen.Screen = (*Hours)(nil)
	_ screen.Holder = (*Hours)(nil)
)

// New makes the page, on the week of today.
func New(env screen.Env) screen.Screen {
	p := &Hours{actions: actions(), mine: true, Host: dialog.Host{Env: env, Name: "hours", UndoKey: Undo, RedoKey: Redo}}
	p.Reload = p.read
	p.week, p.left = ledger.Week(p.today()), map[journal.ID]bool{}
	return p
}

func (p *Hours) today() time.Time { return days.Of(p.Env.Now(), p.Env.Local(p.Env.Now()).Location()) }

// own tells whether a student looks at the own weeks.
func (p *Hours) own() bool { return p.Env.User.OnlyStudent() }

// Init reads what the page shows first.
func (p *Hours) Init() tea.Cmd { return tea.Batch(p.read(), p.Recall()) }

// read reads all hours; while that is being done, it notes that they have to be read once more.
func (p *Hours) read() tea.Cmd {
	if p.reading {
		p.again = true
		return nil
	}
	p.reading = true
	session, themes, today := p.Env.Session, p.Env.Words.Known(p.Env.Site.ThemeCodes()), p.today()
	return screen.Ask(p.Env.Ctx, p.fetch.Next(), func(ctx context.Context) (found, error) { return readAll(ctx, session, themes, today) })
}

func readAll(ctx context.Context, session *model.Session, themes model.Codes, today time.Time) (f found, err error) {
	f.groups = map[journal.ID]string{}
	if f.all, err = hours.ReadAll(ctx, session); err != nil {
		return f, err
	}
	for _, s := range f.all {
		f.mine = f.mine || s.Mine
	}
	groups, err := session.Groups(ctx)
	if err != nil {
		return f, err
	}
	for _, g := range groups {
		f.groups[g.ID] = g.Name
	}
	if f.names, err = session.PersonNames(ctx, ""); err != nil || !session.Me().OnlyStudent() {
		return f, err
	}
	f.met, err = met.Read(ctx, session, session.Me().ID, themes, today)
	return f, err
}

// took takes the hours in, and reads on where something changed since they were asked for.
func (p *Hours) took(a screen.Answer[found]) tea.Cmd {
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
	p.known, p.data = true, a.Value
	p.arrange()
	return nil
}

// arrange lays out the rows: those of one group together, those without a group last.
func (p *Hours) arrange() {
	p.rows = p.rows[:0]
	if p.own() {
		for _, s := range p.data.all {
			for _, w := range s.Weeks {
				p.rows = append(p.rows, row{s, w})
			}
		}
		return
	}
	byGroup := map[journal.ID][]row{}
	var order []journal.ID
	for _, s := range p.data.all {
		if p.onlyMine() && !s.Mine {
			continue
		}
		g := journal.ID{}
		if !p.onlyMine() {
			g = learning.HomeGroup(s.Person)
		}
		if byGroup[g] == nil {
			order = append(order, g)
		}
		byGroup[g] = append(byGroup[g], row{s, s.Week(p.week)})
	}
	sortGroups(order, p.data.groups)
	for _, g := range order {
		p.rows = append(p.rows, byGroup[g]...)
	}
}

// onlyMine tells whether only those show whom whoever sits here supervises: where there are any.
func (p *Hours) onlyMine() bool { return p.mine && p.data.mine }

// cursor is the place of the row that the cursor is on; where that has gone, of the one that took its place.
func (p *Hours) cursor() int {
	for i := range p.rows {
		if p.key(&p.rows[i]) == p.on {
			p.at = i
			return i
		}
	}
	p.goTo(p.at)
	return p.at
}

func (p *Hours) goTo(at int) {
	p.on = ""
	if p.at = max(min(at, len(p.rows)-1), 0); p.at < len(p.rows) {
		p.on = p.key(&p.rows[p.at])
	}
}

// chosen is the row that the cursor is on, nil where there is none.
func (p *Hours) chosen() *row {
	if !p.known || len(p.rows) == 0 {
		return nil
	}
	return &p.rows[p.cursor()]
}

// confirmable tells whether a row is confirmed when the week is.
func (p *Hours) confirmable(r *row) bool {
	return r.student.Sight.Confirm && r.week.State() != hours.Confirmed && (r.week.Minutes > 0 || r.week.Confirmed != nil)
}

// waiting counts the earlier weeks that wait to be confirmed by whoever sits here, and says which is the oldest.
func (p *Hours) waiting() (n int, oldest time.Time) {
	seen := map[time.Time]bool{}
	for _, s := range p.data.all {
		if !s.Sight.Confirm || p.onlyMine() && !s.Mine {
			continue
		}
		for _, w := range s.Waiting(p.today()) {
			if seen[w.Monday] = true; oldest.IsZero() || w.Monday.Before(oldest) {
				oldest = w.Monday
			}
		}
	}
	return len(seen), oldest
}

// Update takes in a message.
func (p *Hours) Update(msg tea.Msg) (screen.Screen, tea.Cmd) { return p, p.take(msg) }

func (p *Hours) take(msg tea.Msg) tea.Cmd {
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
		if msg.Has(ledger.KindLedger) || msg.Has(learning.KindDossier) || msg.Has(model.KindPerson) || msg.Has(model.KindGroup) {
			return tea.Batch(cmd, p.read())
		}
	case screen.Renewed:
		p.left = map[journal.ID]bool{}
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

// maker puts what is known into words.
func (p *Hours) maker() report.Maker {
	return report.Maker{Words: p.Env.Words, Zone: p.Env.Zone, Now: p.Env.Now(), Exact: true, Names: p.data.names, Themes: p.Env.Site.ThemeCodes()}
}

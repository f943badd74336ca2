// Package frameworks is the screen for lists of competences: which there are, the tree of each, its versions, and which
// groups are assessed on it. Coordinators alter them; everybody else may look.
//
// The screen is a stack of pages: the lists, the tree of one of them, its versions, the tree of an earlier version. An edit
// is worked out on the version that shows and kept as a new one; what is read then shows it.
package frameworks

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/change"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// sideBySide is the width from which a page and its details stand beside each other.
const sideBySide = 100

// Frameworks is the screen.
type Frameworks struct {
	dialog.Host
	actions screen.Actions[*Frameworks]
	size    screen.Size

	lists  []competence.Framework // nil until they were read; those put away among them
	groups []model.Group
	past   past
	failed string

	pages    []*page
	archived bool // the lists that were put away show

	fetch  screen.Tickets
	detail detail
	focus  bool // the details have the keys
	scroll int
}

// data is what the screen shows, as it was read.
type data struct {
	lists  []competence.Framework
	groups []model.Group
	past   past
}

// past is the versions of one list, the newest first, with the names of who made them.
type past struct {
	of       journal.ID
	versions []competence.Framework
	changes  []change.Change // of each against the one before it
	unknown  []model.Event   // what a newer version of the program did about it
	names    map[journal.ID]string
}

var (
	_ screen.Screen = (*Frameworks)(nil)
	_ screen.Holder = (*Frameworks)(nil)
)

// New makes the screen.
func New(env screen.Env) screen.Screen {
	p := &Frameworks{actions: actions(), Host: dialog.Host{Env: env, Name: string(screen.Frameworks), UndoKey: Undo, RedoKey: Redo}, pages: []*page{{}}}
	p.Reload = p.read
	return p
}

// Init reads what the screen shows first.
func (p *Frameworks) Init() tea.Cmd { return tea.Batch(p.read(), p.Recall()) }

// read reads the lists, and the versions of the one whose versions show.
func (p *Frameworks) read() tea.Cmd {
	session := p.Env.Session
	of := p.pastOf()
	return screen.Ask(p.Env.Ctx, p.fetch.Next(), func(ctx context.Context) (l data, err error) {
		if l.lists, err = competence.ReadFrameworks(ctx, session, true); err != nil {
			return l, err
		}
		if l.groups, err = session.Groups(ctx); err != nil || of.IsZero() {
			return l, err
		}
		l.past, err = readPast(ctx, session, of)
		return l, err
	})
}

// readPast reads the versions of a list. One that is not there any more has none.
func readPast(ctx context.Context, session *model.Session, of journal.ID) (out past, err error) {
	out = past{of: of, names: map[journal.ID]string{}}
	if out.versions, err = competence.ReadFrameworkHistory(ctx, session, of); err != nil {
		if fault.KindOf(err) == fault.NotFound {
			err = nil
		}
		return out, err
	}
	for i := range out.versions {
		if i+1 == len(out.versions) {
			out.changes = append(out.changes, change.Change{})
			break
		}
		out.changes = append(out.changes, change.Between(&out.versions[i+1], &out.versions[i]))
	}
	if out.unknown, err = competence.ReadUnknownEvents(ctx, session, of); err != nil {
		return out, err
	}
	for _, read := range []func(context.Context) ([]model.Person, error){session.People, session.PeopleWhoLeft} {
		people, err := read(ctx)
		if err != nil {
			return out, err
		}
		for _, q := range people {
			out.names[q.ID] = q.Name
		}
	}
	return out, nil
}

func (p *Frameworks) took(a screen.Answer[data]) tea.Cmd {
	if !p.fetch.Fits(a.Ticket) {
		return nil
	}
	p.Arrived()
	if a.Err != nil {
		p.failed = p.Env.Words.Error(a.Err)
		return nil
	}
	p.failed, p.lists, p.groups, p.past = "", a.Value.lists, a.Value.groups, a.Value.past
	if p.lists == nil {
		p.lists = []competence.Framework{}
	}
	names := map[journal.ID]string{}
	for i := range p.lists {
		names[p.lists[i].ID] = p.lists[i].Title
	}
	p.NameOf = func(_ context.Context, _ *model.Session, r model.Receipt) string { return names[r.Entity] }
	for len(p.pages) > 1 && p.shown(p.at()) == nil { // undone, or gone elsewhere
		p.pages = p.pages[:len(p.pages)-1]
		p.focus, p.scroll = false, 0
	}
	p.arrange()
	return nil
}

// pastOf is the list whose versions a page shows; zero where none does.
func (p *Frameworks) pastOf() journal.ID {
	for _, g := range p.pages {
		if g.kind == versionsPage || g.version > 0 {
			return g.framework
		}
	}
	return journal.ID{}
}

// at is the page that shows.
func (p *Frameworks) at() *page { return p.pages[len(p.pages)-1] }

// known is the version of a list that counts; nil where there is no such list.
func (p *Frameworks) known(id journal.ID) *competence.Framework {
	for i := range p.lists {
		if p.lists[i].ID == id {
			return &p.lists[i]
		}
	}
	return nil
}

// shown is the list that a page is of, in the version that it shows; nil where that is not there, or on the page of lists.
func (p *Frameworks) shown(g *page) *competence.Framework {
	if g.version == 0 {
		return p.known(g.framework)
	}
	for i := range p.past.versions {
		if f := &p.past.versions[i]; p.past.of == g.framework && f.Version == g.version {
			return f
		}
	}
	return nil
}

// current is the row that the cursor is on.
func (p *Frameworks) current() (*row, bool) {
	g := p.at()
	i, _, ok := g.list.Cursor()
	if !ok || i >= len(g.rows) {
		return nil, false
	}
	return &g.rows[i], true
}

// about is the list that keys mean: the one of the page, or the one that the cursor is on; nil for none.
func (p *Frameworks) about() *competence.Framework {
	if g := p.at(); g.kind != listsPage {
		return p.shown(g)
	}
	if r, ok := p.current(); ok {
		return r.of
	}
	return nil
}

// leads tells whether the acting person may alter lists.
func (p *Frameworks) leads() bool { return p.Env.User.Has(model.RoleCoordinator, model.RoleAdmin) }

// barred says why the list that shows cannot be altered, "" when it can.
func (p *Frameworks) barred(f *competence.Framework) string {
	w := p.Env.Words
	switch {
	case !p.leads():
		return w.Say("frames.read-only")
	case f == nil:
		return w.Say("frames.none-chosen")
	case p.at().kind == treePage && p.at().version > 0:
		return w.Say("frames.old-version", "key", p.Env.Keys.Label(keys.Back))
	case f.ReadOnly:
		return w.Say("frames.newer")
	case f.Archived:
		return w.Say("frames.archived-first", "key", p.Env.Keys.Label(Archive))
	}
	return ""
}

func (p *Frameworks) wide() bool { return p.size.Width >= sideBySide }

func (p *Frameworks) divider() int {
	if !p.wide() {
		return 0
	}
	return p.size.Width * 60 / 100
}

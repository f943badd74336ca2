// Package people is screen 4: residents, students, staff and groups, each as far as the person who looks may see them.
//
// A list never shows contact data of a resident: those stand on the page, and who opens a page is written down. The
// screen reads in commands; what is done is an action of the model, and afterwards the screen reads again.
package people

import (
	"context"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/directory"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// sideBySide is the width from which list and details stand beside each other.
const sideBySide = 100

// kind is what a tab lists.
type kind uint8

// The kinds of list.
const (
	residents kind = iota
	students
	staff
	left
	groups
	services
	kinds
)

// tab is a list and its name.
type tab struct {
	kind kind
	word string
}

// tabs lists the tabs, in the order in which they are shown. A further one is a line here, its rows in persons, its
// columns in columnsOf and its details in card.
func tabs() []tab {
	return []tab{
		{residents, "people.residents"},
		{students, "people.students"},
		{staff, "people.staff"},
		{groups, "people.groups"},
		{left, "people.left"},
		{services, "people.directory"},
	}
}

// People is the screen.
type People struct {
	dialog.Host
	actions screen.Actions[*People]
	size    screen.Size

	tab   int // index in tabs()
	lists [kinds]widget.List[journal.ID]

	residents    []desk.Resident // the newest, or those found
	limit        int             // how many are asked for
	near         bool            // nobody is called what was typed: these nearly are
	below        bool            // there are more
	read         bool            // residents were read, or refused
	reading      bool
	refused      string // why there are none to see
	organisation organisation
	asking       bool           // the organisation is being read
	people       []model.Person // those of the tab, as searched
	groups       []model.Group
	hits         []directory.Hit // services of the directory, as searched
	openNow      bool            // only those that are open now

	page   *page // the resident whose page is open
	focus  bool  // the details have the keys
	scroll int   // first line of the details that shows

	finding   bool // the list shows what was searched for
	searching bool // what shows is not yet what was typed
	search    dialog.Search
	cancel    context.CancelFunc
	choosing  bool // a digit chooses a tab

	find, loading, opening, mapping screen.Tickets
}

// organisation is all who work or learn here, with their groups and sites.
type organisation struct {
	people, gone []model.Person
	groups       []model.Group
	sites        []model.Site
	timeOuts     []pairs.TimeOut
	known        bool
}

var (
	_ screen.Screen = (*People)(nil)
	_ screen.Holder = (*People)(nil)
	_ screen.Placed = (*People)(nil)
)

// New makes the screen. Who may see no residents begins with the staff.
func New(env screen.Env) screen.Screen {
	p := &People{actions: actions(), Host: dialog.Host{Env: env, Name: string(screen.People), UndoKey: Undo, RedoKey: Redo, NameOf: nameOf}}
	p.Reload = p.reload
	if !p.seesResidents() {
		p.tab = 2
	}
	return p
}

// seesResidents tells whether the acting person may see residents of the site.
func (p *People) seesResidents() bool {
	return p.Env.Session.Clearance().MayRead(journal.Scope{Class: journal.Desk, Part: p.Env.Session.Site()})
}

// leads tells whether the acting person may change what is known of others here.
func (p *People) leads() bool { return p.Env.User.Has(model.RoleCoordinator, model.RoleAdmin) }

// kind is what the tab that shows lists.
func (p *People) kind() kind { return tabs()[p.tab].kind }

// list is the list that shows.
func (p *People) list() *widget.List[journal.ID] { return &p.lists[p.kind()] }

// current is the id the cursor is on, and its place among the rows.
func (p *People) current() (i int, id journal.ID, ok bool) { return p.list().Cursor() }

// resident is the resident the cursor is on.
func (p *People) resident() (desk.Resident, bool) {
	i, _, ok := p.current()
	if !ok || p.kind() != residents || i >= len(p.residents) {
		return desk.Resident{}, false
	}
	return p.residents[i], true
}

// person is the member of staff or the student the cursor is on.
func (p *People) person() (model.Person, bool) {
	i, _, ok := p.current()
	if !ok || i >= len(p.people) || p.kind() == residents || p.kind() == groups || p.kind() == services {
		return model.Person{}, false
	}
	return p.people[i], true
}

// group is the group the cursor is on.
func (p *People) group() (model.Group, bool) {
	i, _, ok := p.current()
	if !ok || p.kind() != groups || i >= len(p.groups) {
		return model.Group{}, false
	}
	return p.groups[i], true
}

// opened is the page that is open, where the cursor is on its resident.
func (p *People) opened() (*page, bool) {
	r, ok := p.resident()
	return p.page, ok && p.page != nil && p.page.file.ID == r.ID
}

// wide reports whether list and details stand beside each other.
func (p *People) wide() bool { return p.size.Width >= sideBySide }

// divider is the column between list and details, 0 where there is one pane.
func (p *People) divider() int {
	if !p.wide() {
		return 0
	}
	return p.size.Width * 55 / 100
}

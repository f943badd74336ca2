// Package queue is screen 1, the desk: what waits, who has it, and everything that is done about a request.
//
// The list reads as many rows as are shown and a few pages around them; the cursor stays on a request, not on a row.
// What is done is an action of the model, carried out in a command; the screen then reads again.
package queue

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// sideBySide is the width from which list and detail stand beside each other.
const sideBySide = 100

// Queue is the screen.
type Queue struct {
	env  screen.Env
	size screen.Size
	now  time.Time // waiting times are counted to here; it goes on with the clock and with every reading

	view   int // index in views()
	list   widget.List[model.ID]
	rows   []model.RequestRow // the stretch that the list holds, in its order
	pinned *model.RequestRow  // claimed a moment ago: stays in its place until the cursor leaves it
	counts model.Counts
	people map[model.ID]model.Person
	pairs  [][]model.ID // those that run

	offering offering

	page, count, crew, file, found, rest, saves, twos askers
	loading, again                                    bool
	loaded                                            bool
	failed                                            string // why there is nothing to show

	shown     *file // the request in the detail pane
	focus     bool  // the detail pane has the keys
	scroll    int   // first line of the detail that shows
	typing    bool  // the search field has the keys
	search    widget.Input
	finding   bool // the list shows what was searched for
	searching bool // what shows is not yet what was typed
	growing   bool // more of what was found is under way
	beyond    bool // there is more of it than was read
	alike     bool // it was found by names that are alike
	cancel    context.CancelFunc
	sieve     sieve       // what the list is narrowed down to
	order     model.Order // of what is found
	own       *own        // the own view that shows; nil: one of the lists
	owns      []own       // in the order of their keys

	choosing bool                    // a digit chooses a view
	hold     bool                    // something is under way that moves the cursor: keys wait for it
	acting   bool                    // an action is on its way to the disk: keys wait, whatever else arrives meanwhile
	late     *screen.Answer[stretch] // rows that were read while something was under way
	held     []tea.KeyMsg
	dialog   dialog
	dirty    bool // something was typed in the dialog
	drafts   map[string]model.Draft
	safe     map[string]bool // drafts that are on disk
	desk     *drawer
	due      askers // the next write of a draft
	offered  bool
}

// askers is short for the numbers of one kind of question.
type askers = screen.Asker

// file is a request as the detail pane shows it.
type file struct {
	request  model.Request
	resident string
	history  []model.Event
	linked   []model.RequestRow // merged into it, or split from it
	goesOn   string             // the number of the request it was merged into, or split from
}

var _ screen.Screen = (*Queue)(nil)

// New makes the screen.
func New(env screen.Env) screen.Screen {
	return &Queue{env: env, now: env.Now(), people: map[model.ID]model.Person{}, drafts: map[string]model.Draft{}, safe: map[string]bool{}, desk: &drawer{}, hold: true}
}

// saved is a list under a digit: which requests, in which order.
type saved struct {
	word string
	view model.QueueView
}

// views lists the views; the digit of each is its place.
func views() []saved {
	return []saved{
		{"view.waiting", model.ViewWaiting},
		{"view.claimed", model.ViewClaimed},
		{"view.parked", model.ViewParked},
		{"view.closed", model.ViewClosed},
		{"view.all", model.ViewAll},
		{"view.due", model.ViewDue},
	}
}

// current gives the row the cursor is on.
func (q *Queue) current() (model.RequestRow, bool) {
	i, _, ok := q.list.Cursor()
	if !ok || i >= len(q.rows) {
		return model.RequestRow{}, false
	}
	return q.rows[i], true
}

// wide reports whether list and detail stand beside each other.
func (q *Queue) wide() bool { return q.size.Width >= sideBySide }

// divider is the column between list and detail, 0 where there is one pane.
func (q *Queue) divider() int {
	if !q.wide() {
		return 0
	}
	return q.size.Width * 65 / 100
}

// name gives the name of somebody who works here.
func (q *Queue) name(id model.ID) string {
	if id.IsZero() {
		return q.env.Words.Say("person.unknown")
	}
	if p, ok := q.people[id]; ok {
		return p.Name
	}
	return q.env.Words.Say("person.gone")
}

// short gives the name of somebody who works here as colleagues say it.
func (q *Queue) short(id model.ID) string {
	if id.IsZero() {
		return q.env.Words.Say("person.unknown")
	}
	if p, ok := q.people[id]; ok {
		return screen.ShortName(p.Name)
	}
	return q.env.Words.Say("person.gone")
}

// mine reports whether the acting person is among the holders.
func (q *Queue) mine(holder []model.ID) bool {
	for _, id := range holder {
		if id == q.env.User.ID {
			return true
		}
	}
	return false
}

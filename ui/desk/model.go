// Package desk is screen 1, the desk: what waits, who has it, and everything that is done about a request.
//
// This room is the list: lists, search, filter and own views, and which request the cursor is on. The rooms below it know
// nothing of the list: detail shows a request, work does something about it, intake takes requests in, resident is the page
// of who asks, inbox the messages that wait, filter what a list is narrowed down to, offers to whom what waits is best offered; wording, key and quick serve
// them.
//
// The list reads as many rows as are shown and a few pages around them; the cursor stays on a request, not on a row.
// What is done is an action of the model, carried out in a command; the screen then reads again.
package desk

import (
	"context"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/block"
	"leerbalie/ui/desk/column"
	"leerbalie/ui/desk/detail"
	"leerbalie/ui/desk/filter"
	"leerbalie/ui/desk/inbox"
	"leerbalie/ui/desk/intake"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/desk/mark"
	"leerbalie/ui/desk/offers"
	"leerbalie/ui/desk/resident"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/desk/work"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// sideBySide is the width from which list and detail stand beside each other.
const sideBySide = 100

// Queue is the screen.
type Queue struct {
	dialog.Host
	actions screen.Actions[*Queue]
	size    screen.Size

	wording   *wording.Wording
	detail    *detail.Detail
	work      *work.Work
	intake    *intake.Intake
	residents *resident.Residents
	offers    *offers.Offers
	inbox     *inbox.Inbox

	blocks *block.Blocks

	tickets tickets

	view   int // index in lists()
	list   widget.List[journal.ID]
	rows   []desk.RequestRow // those that the list holds, in its order
	pinned *desk.RequestRow  // claimed a moment ago: stays in its place until the cursor leaves it
	counts desk.Counts

	reading   bool                      // rows are being read
	readAgain bool                      // something changed meanwhile
	postponed *screen.Answer[rowWindow] // rows that were read while something was being done
	loaded    bool
	failed    string // why there is nothing to show

	focus    bool // the detail pane has the keys
	choosing bool // a digit chooses a view

	typing        bool // the search field has the keys
	search        widget.Input
	finding       bool     // the list shows what was searched for
	searching     bool     // what shows is not yet what was typed
	readingOn     bool     // more of what was found is under way
	hasMore       bool     // there is more of it than was read
	bySimilarName bool     // it was found by words or names that are alike
	meant         []string // the words that stand in the place of those that were typed
	cancel        context.CancelFunc
	filter        filter.Filter // what the list is narrowed down to
	order         desk.Order    // of what is found

	marks   mark.Marks
	stretch *desk.RequestRow // where a stretch of marks began; nil: none is under way

	layouts   map[string]column.Layout // that this person chose for the lists that everybody has, by layoutName
	needs     column.Needs             // of the rows that show
	shownPlan column.Plan              // by which they were read
	tooLong   bool                     // they are too many to be sorted as was asked

	own      *ownView  // that shows; nil: one of the lists
	ownViews []ownView // in the order of their keys
	goesOn   string    // the draft of the dialog that was open where the session goes on
}

// tickets number the questions of this screen.
type tickets struct{ rows, counts, people, pairs, request, found, rest, views, layouts screen.Tickets }

var (
	_ screen.Screen = (*Queue)(nil)
	_ screen.Holder = (*Queue)(nil)
	_ screen.Placed = (*Queue)(nil)
)

// draftsName begins the keys under which drafts of the desk stand on disk, since the first version.
const draftsName = "queue"

// New makes the screen.
func New(env screen.Env) screen.Screen {
	q := &Queue{actions: actions(), Host: dialog.Host{Env: env, Name: draftsName, UndoKey: key.Undo, RedoKey: key.Redo, NameOf: nameOf, ShortBelow: true}}
	q.Reload, q.Recalled = q.reload, q.offerDrafts
	q.OfShown = func(msg tea.KeyMsg) bool { return q.actions.OfShown(env.Keys, msg) }
	q.wording = &wording.Wording{Env: &q.Env, People: map[journal.ID]model.Person{}, Now: env.Now()}
	q.offers = offers.New(q.wording)
	q.detail = &detail.Detail{Host: &q.Host, Wording: q.wording, Offers: q.offers}
	q.work = &work.Work{Host: &q.Host, Wording: q.wording, Detail: q.detail, Offers: q.offers, Look: q.look, Arrive: q.arrive, Stay: q.stay, Marked: q.leaveMarked}
	q.intake = &intake.Intake{Host: &q.Host, Wording: q.wording, Look: q.look, Arrive: q.arrive}
	q.inbox = &inbox.Inbox{Host: &q.Host, Wording: q.wording, GoTo: q.goToMessage}
	q.blocks = &block.Blocks{Host: &q.Host, Wording: q.wording}
	q.Insert = q.blocks.Insert
	q.residents = &resident.Residents{Host: &q.Host, Show: q.showAmongAll, CallBack: q.work.NewTask, Altered: q.wording.Altered}
	return q
}

// Keys gives the keys of this screen, of the dialogs over it and of the page of a resident.
func Keys() []keys.Key {
	return slices.Concat(actions().Keys(), intake.Keys(), work.Keys(), []keys.Key{{ID: key.Over, Scope: "desk-report", Keys: []string{"o"}, Word: "key.desk.over"}}, resident.Keys(), inbox.Keys(), column.Keys())
}

// builtIn is a list under a digit: which requests, in which order.
type builtIn struct {
	word string
	view desk.QueueView
}

// lists gives the lists; the digit of each is its place.
func lists() []builtIn {
	return []builtIn{
		{"view.waiting", desk.ViewWaiting},
		{"view.claimed", desk.ViewClaimed},
		{"view.parked", desk.ViewParked},
		{"view.closed", desk.ViewClosed},
		{"view.all", desk.ViewAll},
		{"view.due", desk.ViewDue},
	}
}

// current gives the row the cursor is on.
func (q *Queue) current() (desk.RequestRow, bool) {
	i, _, ok := q.list.Cursor()
	if !ok || i >= len(q.rows) {
		return desk.RequestRow{}, false
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

// offerDrafts says that something was left half done, once.
func (q *Queue) offerDrafts() tea.Cmd {
	if draft := q.goesOn; q.Unsent(draft) != nil {
		q.goesOn = ""
		return q.resume(draft)
	}
	n := len(q.Drafts())
	if n == 0 {
		return nil
	}
	return screen.Say(screen.Note, q.Env.Words.Count("desk.drafts-left", n, "key", q.Env.Keys.Label(key.Drafts)))
}

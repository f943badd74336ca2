package desk

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/column"
	"leerbalie/ui/desk/filter"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// ownView is a view that somebody saved: a list or a search, with a filter, an order and columns. Own views are a setting of
// this machine, kept for each person apart.
type ownView struct {
	Name   string        `json:"name"`
	List   string        `json:"list,omitempty"` // the word of one of lists(), where nothing is searched or filtered
	Words  string        `json:"words,omitempty"`
	Filter filter.Filter `json:"filter"`
	Order  desk.Order    `json:"order,omitempty"`
	column.Layout
}

// finds tells whether the view is a search through the archive.
func (o ownView) finds() bool {
	return o.Words != "" || !o.Filter.IsZero() || o.Order != desk.OrderNewest
}

// maxOwnViews is how many own views there can be: digits and letters for all of them, on the smallest screen too.
const maxOwnViews = 12

// ownSetting is the name of the setting that holds somebody's own views.
func ownSetting(who journal.ID) string { return "queue-views/" + who.String() }

// viewKey is the key of a view by its place: the built-in ones first, digits before letters.
func viewKey(i int) string {
	if i < 9 {
		return strconv.Itoa(i + 1)
	}
	return string(rune('a' + i - 9))
}

func (q *Queue) fetchOwnViews() tea.Cmd {
	session, name := q.Env.Session, ownSetting(q.Env.User.ID)
	return screen.Ask(q.Env.Ctx, q.tickets.views.Next(), func(ctx context.Context) ([]ownView, error) {
		text, err := session.Setting(ctx, name)
		var all []ownView
		if err == nil && text != "" {
			err = json.Unmarshal([]byte(text), &all)
		}
		return all, err
	})
}

func (q *Queue) tookOwnViews(a screen.Answer[[]ownView]) {
	if q.tickets.views.Fits(a.Ticket) && a.Err == nil {
		q.ownViews = a.Value
	}
}

// keepOwnViews writes the own views and says what was done.
func (q *Queue) keepOwnViews(all []ownView, said string) tea.Cmd {
	q.ownViews = all
	q.tickets.views.Drop()
	text, err := json.Marshal(all)
	if err != nil {
		return nil
	}
	session, ctx, name := q.Env.Session, q.Env.Ctx, ownSetting(q.Env.User.ID)
	return tea.Sequence(func() tea.Msg { return screen.Saved{Err: session.SetSetting(ctx, name, string(text))} }, screen.Say(screen.Done, said))
}

// choose takes the key of a view; any other key leaves things as they are.
func (q *Queue) choose(msg tea.KeyMsg) tea.Cmd {
	q.choosing = false
	if msg.Type != tea.KeyRunes || len(msg.Runes) != 1 {
		return nil
	}
	if q.Env.Keys.Is(msg, key.SaveView, key.AlterView) {
		cmd, _ := q.actions.Press(q.Env.Keys, q, msg)
		return cmd
	}
	for i := range lists() {
		if viewKey(i) == string(msg.Runes) {
			return q.showList(i)
		}
	}
	for i := range q.ownViews {
		if viewKey(len(lists())+i) == string(msg.Runes) {
			return q.showOwnView(q.ownViews[i])
		}
	}
	return nil
}

// showList shows one of the built-in lists from its beginning.
func (q *Queue) showList(i int) tea.Cmd { return q.showListAs(i, nil) }

// showListAs is showList with the columns and the sort of an own view; nil for none.
func (q *Queue) showListAs(i int, own *ownView) tea.Cmd {
	q.stopFinding()
	q.view, q.own = i, own
	q.clear()
	q.Hold()
	return tea.Batch(q.fetch(widget.Head), q.fetchCounts())
}

// showOwnView shows an own view from its beginning.
func (q *Queue) showOwnView(o ownView) tea.Cmd {
	if !o.finds() {
		at := max(slices.IndexFunc(lists(), func(s builtIn) bool { return s.word == o.List }), 0)
		return q.showListAs(at, &o)
	}
	q.stopFinding()
	q.clear()
	q.search.Set(o.Words)
	q.filter, q.order, q.own = o.Filter, o.Order, &o
	cmd := q.startFinding()
	q.Hold()
	return tea.Batch(cmd, q.fetchCounts())
}

func (q *Queue) clear() {
	q.pinned, q.focus, q.rows = nil, false, nil
	q.list = widget.List[journal.ID]{}
	q.list.Resize(q.size.Height - 1)
}

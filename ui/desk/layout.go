package desk

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/column"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/screen"
)

// foundLayout is the word under which the columns of what is searched for are kept, beside those of lists().
const foundLayout = "found"

// layoutSetting is the name of the setting that holds somebody's columns of the lists that everybody has.
func layoutSetting(who journal.ID) string { return "queue-columns/" + who.String() }

func (q *Queue) fetchLayouts() tea.Cmd {
	session, name := q.Env.Session, layoutSetting(q.Env.User.ID)
	return screen.Ask(q.Env.Ctx, q.tickets.layouts.Next(), func(ctx context.Context) (map[string]column.Layout, error) {
		text, err := session.Setting(ctx, name)
		var all map[string]column.Layout
		if err == nil && text != "" {
			err = json.Unmarshal([]byte(text), &all)
		}
		return all, err
	})
}

// tookLayouts takes in the columns, and reads the list anew where that stands in another order by them.
func (q *Queue) tookLayouts(a screen.Answer[map[string]column.Layout]) tea.Cmd {
	if !q.tickets.layouts.Fits(a.Ticket) || a.Err != nil || len(a.Value) == 0 {
		return nil
	}
	q.layouts = a.Value
	if q.layout().IsZero() {
		return nil
	}
	return q.relaid()
}

// layoutName is the word under which the columns that show now are kept.
func (q *Queue) layoutName() string {
	if q.finding {
		return foundLayout
	}
	return lists()[q.view].word
}

// layout is the columns and the sort that were chosen for what shows now.
func (q *Queue) layout() column.Layout {
	if q.own != nil {
		return q.own.Layout
	}
	return q.layouts[q.layoutName()]
}

// listed is the list by whose columns and order what shows is shown.
func (q *Queue) listed() desk.QueueView {
	switch {
	case !q.finding:
		return lists()[q.view].view
	case q.order == desk.OrderDue:
		return desk.ViewDue
	case q.order == desk.OrderQueue:
		return desk.ViewWaiting
	}
	return desk.ViewAll
}

// short tells whether what is found is only of what is not closed, and so can be read whole.
func (q *Queue) short() bool { return q.order != desk.OrderNewest || q.filter.Open() }

// sorted is what the rows that show stand sorted by.
func (q *Queue) sorted() column.Layout {
	l := q.layout()
	switch {
	case q.tooLong || q.finding && (l.Sort == "" || !q.short()):
		return column.Own(q.listed())
	case q.finding:
		return column.Layout{Sort: l.Sort, Back: l.Back}
	}
	return l.Sorted(q.listed())
}

// plan is how the rows that show come in their order.
func (q *Queue) plan() column.Plan {
	switch {
	case !q.finding:
		return q.layout().Plan(q.listed())
	case q.layout().Sort != "" && q.short():
		return column.Whole
	}
	return column.AsListed
}

// namesResidents tells whether the column of residents shows.
func (q *Queue) namesResidents() bool {
	return slices.Contains(q.layout().Shown(q.listed()), column.Resident)
}

// wordingNow is the wording as it is now, for a command.
func (q *Queue) wordingNow() *wording.Wording {
	now, env := *q.wording, q.Env
	now.Env = &env
	return &now
}

// maySort tells whether what shows can be sorted so.
func (q *Queue) maySort(l column.Layout) bool {
	switch {
	case !q.finding:
		return column.May(q.listed(), l.Sort)
	case q.short():
		return true
	}
	return orderOf(l) != nil
}

// orderOf is the order of a search that sorts so; nil where there is none.
func orderOf(l column.Layout) *desk.Order {
	order := desk.OrderNewest
	switch {
	case l.Back:
		return nil
	case l.Sort == column.Urgency:
		order = desk.OrderQueue
	case l.Sort == column.When:
		order = desk.OrderDue
	case l.Sort != column.Created:
		return nil
	}
	return &order
}

// startColumns asks which columns show, in what order, and what the rows are sorted by.
func (q *Queue) startColumns() tea.Cmd {
	w := q.Env.Words
	name := w.Say(lists()[q.view].word)
	switch {
	case q.own != nil:
		name = q.own.Name
	case q.finding:
		name = w.Say("columns.found")
	}
	var may []string
	for _, c := range column.All() {
		if q.maySort(column.Layout{Sort: c}) {
			may = append(may, strings.ToLower(w.Say("columns."+c)))
		}
	}
	ask := column.Ask{Title: w.Say("columns.title", "list", name), List: q.listed(), Layout: q.layout(), May: q.maySort, Keep: q.keepLayout,
		WhyNot: w.Say("columns.why", "columns", strings.Join(may, ", "))}
	if q.finding {
		ask.WhyNot = w.Say("columns.why-found", "columns", strings.Join(may, ", "), "filter", q.Env.Keys.Label(key.Filter))
	}
	if q.tooLong {
		ask.Note = w.Say("columns.too-long", "n", column.MostSorted)
	}
	return column.Choose(&q.Host, q.wording, ask)
}

// keepLayout keeps what was chosen: with the own view that shows, or for this person with the list.
func (q *Queue) keepLayout(l column.Layout) tea.Cmd {
	if order := orderOf(l); q.finding && order != nil {
		q.order = *order
		l.Sort, l.Back = "", false
	}
	said := q.Env.Words.Say("columns.kept")
	if q.own != nil {
		own := *q.own
		own.Layout, own.Order = l, q.order
		all := slices.Clone(q.ownViews)
		if i := slices.IndexFunc(all, func(o ownView) bool { return o.Name == own.Name }); i >= 0 {
			all[i] = own
		}
		q.own = &own
		return tea.Batch(q.keepOwnViews(all, said), q.relaid())
	}
	all := maps.Clone(q.layouts)
	if all == nil {
		all = map[string]column.Layout{}
	}
	if all[q.layoutName()] = l; l.IsZero() {
		delete(all, q.layoutName())
	}
	q.layouts = all
	q.tickets.layouts.Drop()
	text, err := json.Marshal(all)
	if err != nil {
		return nil
	}
	session, ctx, setting := q.Env.Session, q.Env.Ctx, layoutSetting(q.Env.User.ID)
	return tea.Batch(q.relaid(), tea.Sequence(func() tea.Msg { return screen.Saved{Err: session.SetSetting(ctx, setting, string(text))} }, screen.Say(screen.Done, said)))
}

// relaid reads what shows anew, as other columns or another order ask.
func (q *Queue) relaid() tea.Cmd {
	q.tooLong = false
	if q.finding {
		return q.startFinding()
	}
	if q.reading {
		q.tickets.rows.Drop()
	}
	q.measure()
	key := ""
	if row, ok := q.current(); ok {
		key = row.Key
		q.list.GoTo(row.ID)
	}
	return q.fetchAround(key, false, journal.ID{})
}

// measure finds out how many cells the columns that show need.
func (q *Queue) measure() {
	q.needs = column.NeedsOf(q.rows, q.layout().Shown(q.listed()), q.wording)
}

package queue

import (
	"context"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// Times that the screen waits: for the cursor to rest before the detail is read, and between two writes of a draft.
const (
	restTime  = 80 * time.Millisecond
	draftTime = 200 * time.Millisecond
)

// stretch is rows around the cursor, with whether the list goes on before and after.
type stretch struct {
	rows         []model.RequestRow
	above, below bool
	goTo         model.ID // where the cursor is to go; zero: nowhere
}

// Init fetches the first page, the counts and the names of colleagues.
func (q *Queue) Init() tea.Cmd {
	return tea.Batch(q.fetch(widget.Head), q.fetchCounts(), q.fetchPeople(), q.fetchDrafts(), q.fetchOwn(), q.fetchOffers())
}

// margin is how many rows are read on each side of the cursor.
func (q *Queue) margin() int { return 4 * max(q.list.Height(), 20) }

// fetch reads the stretch that is wanted; Nothing reads again what is there.
func (q *Queue) fetch(want widget.Want) tea.Cmd {
	if q.finding {
		return q.find()
	}
	key := ""
	if row, ok := q.current(); ok && want != widget.Head && want != widget.Tail {
		key = row.Key
	}
	return q.fetchAround(key, want == widget.Tail, model.ID{})
}

// fetchAround reads the rows around a key; "" is the list's beginning, or its end.
func (q *Queue) fetchAround(key string, tail bool, goTo model.ID) tea.Cmd {
	view, which, n := q.env.View, views()[q.view].view, q.margin()
	q.loading = true
	return screen.Ask(q.env.Ctx, q.page.Next(), func(ctx context.Context) (s stretch, err error) {
		s.goTo = goTo
		if key == "" {
			p, err := view.Page(ctx, model.PageQuery{View: which, Back: tail, Limit: n})
			return stretch{rows: p.Rows, above: tail && p.More, below: !tail && p.More, goTo: goTo}, err
		}
		before, err := view.Page(ctx, model.PageQuery{View: which, From: key, Back: true, Limit: n})
		if err != nil {
			return s, err
		}
		after, err := view.Page(ctx, model.PageQuery{View: which, From: key, Limit: n})
		if err != nil {
			return s, err
		}
		s.rows, s.above, s.below = append(before.Rows, after.Rows...), before.More, after.More
		return s, nil
	})
}

// goTo reads the rows around a request and puts the cursor on it; where it stands in another list the view changes to
// the one given, unless that is negative.
func (q *Queue) goTo(r model.Request, elsewhere int) tea.Cmd {
	row := r.Row()
	for _, at := range []int{q.view, elsewhere} {
		if at < 0 {
			continue
		}
		for _, place := range row.Places() {
			if place.View == views()[at].view {
				if q.finding || at != q.view {
					q.stopFinding()
				}
				q.typing, q.view = false, at
				q.list.GoTo(r.ID)
				return q.fetchAround(place.Key, false, r.ID)
			}
		}
	}
	return nil
}

// showRequest opens a request that another screen names: in the list that shows, or else among all.
func (q *Queue) showRequest(id model.ID) tea.Cmd {
	var kept tea.Cmd
	if q.dialog != nil {
		kept = q.leave()
	}
	q.choosing, q.shown = false, nil // what shows may be older than what the other screen read
	return tea.Batch(kept, q.look(model.RequestRow{ID: id}, func(q *Queue, f file) tea.Cmd {
		q.shown, q.focus = &f, true
		cmd := q.goTo(f.request, slices.IndexFunc(views(), func(s saved) bool { return s.view == model.ViewAll }))
		q.hold = cmd != nil
		return cmd
	}))
}

// took takes in a stretch.
func (q *Queue) took(a screen.Answer[stretch]) tea.Cmd {
	if !q.page.Fits(a.Ticket) {
		return nil
	}
	if q.acting { // the rows may show what is being done already, while it is not known yet what that was
		q.late = &a
		return nil
	}
	q.loading, q.loaded, q.hold = false, true, q.again
	if a.Err != nil {
		q.failed = q.env.Words.Error(a.Err)
		return nil
	}
	q.failed, q.now = "", q.env.Now()
	s := a.Value
	if !s.goTo.IsZero() {
		q.list.GoTo(s.goTo)
	}
	q.show(s.rows, s.above, s.below)
	cmds := []tea.Cmd{q.more()}
	if id, ok := q.currentID(); ok && (q.shown == nil || q.shown.request.ID == id || !s.goTo.IsZero()) {
		cmds = append(cmds, q.fetchFile(id))
	} else {
		cmds = append(cmds, q.rested())
	}
	if q.again {
		q.again = false
		cmds = append(cmds, q.reload())
	}
	return tea.Batch(cmds...)
}

// show puts rows in the list, with the pinned one among them as long as the cursor is on it.
func (q *Queue) show(rows []model.RequestRow, above, below bool) {
	if p := q.pinned; p != nil {
		id, ok := q.currentID()
		there := slices.ContainsFunc(rows, func(r model.RequestRow) bool { return r.ID == p.ID })
		switch {
		case !ok || id != p.ID || there || q.finding:
			q.pinned = nil
		default:
			i, _ := slices.BinarySearchFunc(rows, p.Key, func(r model.RequestRow, key string) int {
				if r.Key < key {
					return -1
				}
				return 1
			})
			rows = slices.Insert(rows, i, *p)
		}
	}
	ids := make([]model.ID, len(rows))
	for i := range rows {
		ids[i] = rows[i].ID
	}
	q.rows = rows
	q.list.Load(ids, above, below)
}

func (q *Queue) currentID() (model.ID, bool) {
	_, id, ok := q.list.Cursor()
	return id, ok
}

// more reads on where the cursor comes near the end of what is loaded.
func (q *Queue) more() tea.Cmd {
	if q.finding {
		return q.findMore(q.list.Wants())
	}
	if q.loading {
		return nil
	}
	if want := q.list.Wants(); want != widget.Nothing {
		return q.fetch(want)
	}
	return nil
}

// reload reads again what is shown, and the counts.
func (q *Queue) reload() tea.Cmd {
	if q.loading {
		q.again = true
		return q.fetchCounts()
	}
	return tea.Batch(q.fetch(widget.Nothing), q.fetchCounts())
}

// changed reads again what a change here or elsewhere can have touched.
func (q *Queue) changed(msg screen.Changed) tea.Cmd {
	cmds := []tea.Cmd{q.reload()}
	if offersChanged(msg) {
		cmds = append(cmds, q.fetchOffers())
	}
	if msg.Has(model.KindPerson) || msg.Has(model.KindPair) {
		cmds = append(cmds, q.fetchPeople())
	}
	if page, open := q.dialog.(*residentPage); open && (msg.Has(model.KindResident) || msg.Has(model.KindRequest)) {
		cmds = append(cmds, page.freshen(q))
	}
	return tea.Batch(cmds...)
}

func (q *Queue) fetchCounts() tea.Cmd {
	return screen.Ask(q.env.Ctx, q.count.Next(), q.env.View.Counts)
}

// fetchPeople reads who works here, and in which pairs.
func (q *Queue) fetchPeople() tea.Cmd {
	return tea.Batch(screen.Ask(q.env.Ctx, q.crew.Next(), q.env.View.People), screen.Ask(q.env.Ctx, q.twos.Next(), q.env.View.Pairs))
}

// rested waits for the cursor to rest, so that moving it costs no reading.
func (q *Queue) rested() tea.Cmd { return q.env.After(restTime, screen.Rest{Ticket: q.rest.Next()}) }

// fetchFile reads a request for the detail pane.
func (q *Queue) fetchFile(id model.ID) tea.Cmd {
	view := q.env.View
	return screen.Ask(q.env.Ctx, q.file.Next(), func(ctx context.Context) (file, error) { return readFile(ctx, view, id) })
}

func readFile(ctx context.Context, view *model.View, id model.ID) (f file, err error) {
	if f.request, err = view.Request(ctx, id); err != nil {
		return f, err
	}
	if f.resident, err = view.ResidentName(ctx, f.request.Resident); err != nil {
		return f, err
	}
	if f.linked, err = view.Linked(ctx, id); err != nil {
		return f, err
	}
	from := f.request.Origin
	if f.request.Merged != nil {
		from = f.request.Merged.Into
	}
	if !from.IsZero() {
		other, err := view.Request(ctx, from)
		if err != nil {
			return f, err
		}
		f.goesOn = other.Number
	}
	f.history, err = view.RequestHistory(ctx, id)
	return f, err
}

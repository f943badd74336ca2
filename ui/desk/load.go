package desk

import (
	"context"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/ui/desk/column"
	"leerbalie/ui/desk/detail"
	"leerbalie/ui/desk/offers"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// restTime is how long the cursor rests before the detail is read.
const restTime = 80 * time.Millisecond

// rowWindow is rows around the cursor, with whether the list goes on before and after.
type rowWindow struct {
	rows         []desk.RequestRow
	above, below bool
	goTo         journal.ID // where the cursor is to go; zero: nowhere
	plan         column.Plan
	tooLong      bool // it is too long to be sorted as was asked
}

// Init fetches the first page, the counts and the names of colleagues.
func (q *Queue) Init() tea.Cmd {
	return tea.Batch(q.fetch(widget.Head), q.fetchCounts(), q.fetchPeople(), q.Recall(), q.fetchOwnViews(), q.fetchLayouts(), q.offers.Fetch(), q.inbox.Fetch())
}

// margin is how many rows are read on each side of the cursor.
func (q *Queue) margin() int { return 4 * max(q.list.Height(), 20) }

// fetch reads the rows that are wanted; Nothing reads again what is there.
func (q *Queue) fetch(want widget.Want) tea.Cmd {
	if q.finding {
		return q.find()
	}
	key := ""
	if row, ok := q.current(); ok && want != widget.Head && want != widget.Tail {
		key = row.Key
	}
	return q.fetchAround(key, want == widget.Tail, journal.ID{})
}

// fetchAround reads the rows around a key; "" is the list's beginning, or its end. A list that is sorted whole is read whole.
func (q *Queue) fetchAround(key string, tail bool, goTo journal.ID) tea.Cmd {
	session, which, n, residents := q.Env.Session, lists()[q.view].view, q.margin(), q.namesResidents()
	plan, sorted, words := q.plan(), q.layout().Sorted(which), q.wordingNow()
	q.reading = true
	return screen.Ask(q.Env.Ctx, q.tickets.rows.Next(), func(ctx context.Context) (rowWindow, error) {
		s := rowWindow{goTo: goTo, plan: plan}
		if plan == column.Whole {
			p, err := desk.ReadPage(ctx, session, desk.PageQuery{View: which, Limit: column.MostSorted, Residents: residents})
			if err != nil || !p.More {
				s.rows = sorted.InOrder(p.Rows, words)
				return s, err
			}
			s.plan, s.tooLong = column.AsListed, true
		}
		back := s.plan == column.Reversed
		if key == "" {
			p, err := desk.ReadPage(ctx, session, desk.PageQuery{View: which, Back: tail != back, Limit: n, Residents: residents})
			s.rows, s.above, s.below = p.Rows, tail && p.More, !tail && p.More
			if back {
				slices.Reverse(s.rows)
			}
			return s, err
		}
		before, err := desk.ReadPage(ctx, session, desk.PageQuery{View: which, From: key, Back: true, Limit: n, Residents: residents})
		if err != nil {
			return s, err
		}
		after, err := desk.ReadPage(ctx, session, desk.PageQuery{View: which, From: key, Limit: n, Residents: residents})
		if err != nil {
			return s, err
		}
		s.rows, s.above, s.below = append(before.Rows, after.Rows...), before.More, after.More
		if back {
			slices.Reverse(s.rows)
			s.above, s.below = s.below, s.above
		}
		return s, nil
	})
}

// tookRows takes in rows.
func (q *Queue) tookRows(a screen.Answer[rowWindow]) tea.Cmd {
	if !q.tickets.rows.Fits(a.Ticket) {
		return nil
	}
	if q.Busy() { // the rows may show what is being done already, while it is not known yet what that was
		q.postponed = &a
		return nil
	}
	q.reading, q.loaded = false, true
	if q.Arrived(); q.readAgain {
		q.Hold()
	}
	if a.Err != nil {
		q.failed = q.Env.Words.Error(a.Err)
		return nil
	}
	q.failed, q.wording.Now = "", q.Env.Now()
	s := a.Value
	q.shownPlan, q.tooLong = s.plan, s.tooLong
	if !s.goTo.IsZero() {
		q.list.GoTo(s.goTo)
	}
	q.showRows(s.rows, s.above, s.below)
	cmds := []tea.Cmd{q.more()}
	if id, ok := q.currentID(); ok && (q.detail.Shown() == nil || q.detail.Shows(id) || !s.goTo.IsZero()) {
		cmds = append(cmds, q.fetchRequest(id))
	} else {
		cmds = append(cmds, q.rested())
	}
	if q.readAgain {
		q.readAgain = false
		cmds = append(cmds, q.reload())
	}
	return tea.Batch(cmds...)
}

// tookPostponed takes in rows that were read while something was being done, unless newer ones are asked.
func (q *Queue) tookPostponed() tea.Cmd {
	if q.postponed == nil || q.Busy() {
		return nil
	}
	a := *q.postponed
	q.postponed = nil
	return q.tookRows(a)
}

// showRows puts rows in the list, with the pinned one among them as long as the cursor is on it.
func (q *Queue) showRows(rows []desk.RequestRow, above, below bool) {
	if p := q.pinned; p != nil {
		id, ok := q.currentID()
		there := slices.ContainsFunc(rows, func(r desk.RequestRow) bool { return r.ID == p.ID })
		switch {
		case !ok || id != p.ID || there || q.finding:
			q.pinned = nil
		default:
			rows = slices.Insert(rows, q.placeOf(p, rows), *p)
		}
	}
	ids := make([]journal.ID, len(rows))
	for i := range rows {
		ids[i] = rows[i].ID
	}
	q.rows = rows
	q.measure()
	q.list.Load(ids, above, below)
}

// placeOf is where a row stands among others that it is no longer listed with: by its place in the list, or where it stood where the
// list is sorted by something else.
func (q *Queue) placeOf(p *desk.RequestRow, rows []desk.RequestRow) int {
	if q.shownPlan == column.Whole {
		return min(max(slices.IndexFunc(q.rows, func(r desk.RequestRow) bool { return r.ID == p.ID }), 0), len(rows))
	}
	i, _ := slices.BinarySearchFunc(rows, p.Key, func(r desk.RequestRow, key string) int {
		if (r.Key < key) != (q.shownPlan == column.Reversed) {
			return -1
		}
		return 1
	})
	return i
}

func (q *Queue) currentID() (journal.ID, bool) {
	_, id, ok := q.list.Cursor()
	return id, ok
}

// more reads on where the cursor comes near the end of what is loaded.
func (q *Queue) more() tea.Cmd {
	if q.finding {
		return q.findMore(q.list.Wants())
	}
	if q.reading {
		return nil
	}
	if want := q.list.Wants(); want != widget.Nothing {
		return q.fetch(want)
	}
	return nil
}

// reload reads again what is shown, the counts, and what waits for who sits here.
func (q *Queue) reload() tea.Cmd {
	around := tea.Batch(q.fetchCounts(), q.inbox.Fetch())
	if q.reading {
		q.readAgain = true
		return around
	}
	return tea.Batch(q.fetch(widget.Nothing), around)
}

// changed reads again what a change here or elsewhere can have touched.
func (q *Queue) changed(msg screen.Changed) tea.Cmd {
	cmds := []tea.Cmd{q.reload(), q.residents.Changed(msg)}
	if offers.Concerns(msg) {
		cmds = append(cmds, q.offers.Fetch())
	}
	if msg.Has(model.KindPerson) || msg.Has(pairs.KindPair) {
		cmds = append(cmds, q.fetchPeople())
	}
	return tea.Batch(cmds...)
}

func (q *Queue) fetchCounts() tea.Cmd {
	session := q.Env.Session
	return screen.Ask(q.Env.Ctx, q.tickets.counts.Next(), func(ctx context.Context) (desk.Counts, error) { return desk.ReadCounts(ctx, session) })
}

// fetchPeople reads who works here, and in which pairs.
func (q *Queue) fetchPeople() tea.Cmd {
	session := q.Env.Session
	return tea.Batch(screen.Ask(q.Env.Ctx, q.tickets.people.Next(), session.PeopleAndErased), screen.Ask(q.Env.Ctx, q.tickets.pairs.Next(), func(ctx context.Context) ([]pairs.Pair, error) { return pairs.Pairs(ctx, session) }))
}

func (q *Queue) tookPeople(a screen.Answer[[]model.Person]) {
	if !q.tickets.people.Fits(a.Ticket) || a.Err != nil {
		return
	}
	q.wording.People, q.wording.Erased = make(map[journal.ID]model.Person, len(a.Value)), map[journal.ID]bool{}
	for _, p := range a.Value {
		if p.Erased {
			q.wording.Erased[p.ID] = true
		} else {
			q.wording.People[p.ID] = p
		}
	}
}

func (q *Queue) tookPairs(a screen.Answer[[]pairs.Pair]) {
	if !q.tickets.pairs.Fits(a.Ticket) || a.Err != nil {
		return
	}
	q.work.Pairs = nil
	for _, p := range a.Value {
		if p.Running() && !p.Paused() {
			q.work.Pairs = append(q.work.Pairs, p.Members)
		}
	}
}

// rested waits for the cursor to rest, so that moving it costs no reading.
func (q *Queue) rested() tea.Cmd {
	return q.Env.After(restTime, screen.Elapsed{Ticket: q.tickets.rest.Next()})
}

// fetchRequest reads a request for the detail pane.
func (q *Queue) fetchRequest(id journal.ID) tea.Cmd {
	session := q.Env.Session
	return screen.Ask(q.Env.Ctx, q.tickets.request.Next(), func(ctx context.Context) (detail.Request, error) { return detail.Read(ctx, session, id) })
}

func (q *Queue) tookRequest(a screen.Answer[detail.Request]) {
	switch {
	case !q.tickets.request.Fits(a.Ticket):
	case a.Err != nil:
		q.detail.Clear()
	default:
		q.detail.Show(a.Value)
	}
}

// look hands over a request: at once where the detail pane has it, after reading it otherwise.
func (q *Queue) look(id journal.ID, then func(detail.Request) tea.Cmd) tea.Cmd {
	if q.detail.Shows(id) {
		return then(*q.detail.Shown())
	}
	return dialog.Look(&q.Host, func(ctx context.Context, session *model.Session) (detail.Request, error) {
		return detail.Read(ctx, session, id)
	}, then)
}

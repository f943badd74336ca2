package desk

import (
	"slices"
	"strings"
	"time"

	"leerbalie/model/desk"
	"leerbalie/ui/desk/column"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/say"
)

// Said gives the desk as structure: how things stand, the rows that show, and the request that the cursor is on.
func (q *Queue) Said() say.Lines {
	if l, over := q.OverSaid(); over {
		return l
	}
	if q.choosing {
		return q.saidViews()
	}
	var l say.Lines
	q.saidHead(&l)
	switch {
	case q.failed != "":
		l.Text(q.failed)
		return l
	case !q.loaded:
		return l
	case len(q.rows) == 0:
		l.Text(q.emptyText())
	case !q.focus:
		l.Add(q.saidRows())
	case q.wide():
		l.Add(q.saidRows().Beside())
	}
	if id, ok := q.currentID(); ok && q.detail.Shows(id) {
		l.Details("request:"+id.String(), q.detail.Said(), q.focus)
	}
	l.Help(q.saidColumns())
	return l
}

// saidHead says how things stand, which list it is or what is searched for, and in which order.
func (q *Queue) saidHead(l *say.Lines) {
	w := q.Env.Words
	if q.finding || q.typing {
		q.saidFinding(l)
	} else {
		l.State(q.summary(q.wording.SaidWait))
		name, n, of := q.viewName()
		l.Text(w.Say("desk.view", "view", name, "n", n, "of", of))
	}
	l.Text(q.markedHead())
	if n := q.draftsLeft(); n > 0 {
		l.Text(w.Count("desk.drafts", n))
	}
	if n := q.inbox.Count(); n > 0 {
		l.Text(w.Count("messages.waiting", n))
	}
	if sorted := q.sorted(); !q.finding || sorted.Sort != "" {
		l.Text(w.Say("say.sorted", "column", strings.ToLower(w.Say("columns."+sorted.Sort)), "way", column.Sorting(sorted, q.wording)))
	}
}

// saidFinding says what is searched for, what it is narrowed down to, and how much was found.
func (q *Queue) saidFinding(l *say.Lines) {
	w := q.Env.Words
	switch words := strings.TrimSpace(q.search.Text()); {
	case q.typing:
		field := q.search.Said("search", w.Say("say.search"))
		field.At = true
		l.Field(field)
	case words != "":
		l.Text(w.Say("desk.search") + " " + words)
	case q.own != nil:
		l.Text(q.own.Name)
	}
	if by := q.narrowedBy(); len(by) > 0 {
		l.Text(w.Say("desk.filtered") + " " + strings.Join(by, ", "))
	}
	l.Text(q.found())
	if q.bySimilarName {
		l.Text(q.alike())
	}
}

// saidRows gives the rows of the window.
func (q *Queue) saidRows() (l say.Lines) {
	from, to := q.list.Window()
	cursor, _, _ := q.list.Cursor()
	marked, shown := q.shownMarked(), q.layout().Shown(q.listed())
	for i := from; i < to && i < len(q.rows); i++ {
		l.Row(q.rows[i].ID.String(), q.list.Place(i), i == cursor, q.saidRow(&q.rows[i], shown, marked(i)))
	}
	return l
}

// saidRow says a request: its number and what is asked, how urgent it is and how it stands, what stands in the columns that were chosen,
// also where there is too little room to draw them, and what is drawn as a sign or a colour.
func (q *Queue) saidRow(r *desk.RequestRow, shown []string, marked bool) string {
	w, closed := q.Env.Words, r.Status == desk.StatusClosed
	parts := []string{r.Number, column.Text(column.Summary, r, q.wording)}
	add := func(when bool, part string) {
		if when {
			parts = append(parts, part)
		}
	}
	add(!closed, q.Env.SaidUrgency(r.Urgency))
	waits := r.Status == desk.StatusWaiting && slices.Contains(shown, column.Wait)
	add(waits, w.Say("detail.waiting", "time", q.wording.SaidWait(r.Created)))
	add(!waits, w.Say("status."+string(r.Status)))
	for _, name := range shown {
		switch name {
		case column.Number, column.Summary, column.Urgency, column.Status:
		case column.Wait:
			add(!closed && !waits, say.Pair(q.saidColumn(name), q.wording.SaidWait(r.Created)))
		case column.Who:
			add(len(r.HolderNames) > 0, say.Pair(q.saidColumn(name), q.wording.Holders(r)))
		default:
			add(true, say.Pair(q.saidColumn(name), column.Text(name, r, q.wording)))
		}
	}
	add(r.Status == desk.StatusWaiting, q.wording.Age(q.Env.Site.Age(r.Urgency, q.wording.Now.Sub(r.Created))))
	add(late(r.Due, q.wording.Now), w.Say("say.late", "when", q.Env.When(r.Due)))
	if what, overdue := q.dueMark(r); !overdue {
		add(r.Due.IsZero() || !slices.Contains(shown, column.When), what)
	}
	add(r.Contested, w.Say("say.apart"))
	add(q.offers.ForMe(r.ID, r.Status), w.Say("say.offered"))
	types, reads := q.wording.Around(r.ID)
	parts = append(parts, types, reads)
	add(marked, w.Say("say.marked"))
	return say.Join(parts...)
}

func late(due, now time.Time) bool { return !due.IsZero() && due.Before(now) }

// saidColumn is what a column is called, in full where its heading has an abbreviation.
func (q *Queue) saidColumn(name string) string {
	switch name {
	case column.Number, column.Urgency, column.Minutes:
		return q.Env.Words.Say("columns." + name)
	}
	return q.Env.Words.Say("col." + name)
}

// saidColumns says which columns there are, in their order.
func (q *Queue) saidColumns() string {
	names := slices.Clone(q.layout().Shown(q.listed()))
	for i, name := range names {
		names[i] = q.saidColumn(name)
	}
	return q.Env.Words.Say("say.columns", "columns", strings.Join(names, ", "))
}

// saidViews gives the lists with their keys. The next key chooses one.
func (q *Queue) saidViews() (l say.Lines) {
	w := q.Env.Words
	l.Heading("views", w.Say("desk.views"))
	for i, v := range q.views() {
		chosen := ""
		if v.shows {
			chosen = w.Say("say.chosen")
		}
		l.Text(say.Join(viewKey(i)+": "+v.name, chosen))
	}
	l.Help(q.Env.Keys.Label(key.SaveView)+": "+w.Say("key.desk.save-view"), q.Env.Keys.Label(key.AlterView)+": "+w.Say("key.desk.alter-view"))
	return l
}

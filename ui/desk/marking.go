package desk

import (
	"context"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/bulk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/column"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/desk/work"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
)

// toggleMark marks the row that the cursor is on, or takes the mark away, and goes on to the next row.
func (q *Queue) toggleMark() tea.Cmd {
	row, _ := q.current()
	q.marks.Toggle(row.ID)
	if q.focus {
		return nil
	}
	return q.went(q.list.Move(1))
}

// stretchMark begins a stretch of marks at the cursor, or marks all rows from there to the cursor.
func (q *Queue) stretchMark() tea.Cmd {
	if q.stretch == nil {
		row, _ := q.current()
		q.stretch = &row
		return nil
	}
	return q.endStretch(func() tea.Cmd { return nil })
}

// endStretch marks the stretch that was begun, and goes on. Rows that are not loaded any more are read again.
func (q *Queue) endStretch(then func() tea.Cmd) tea.Cmd {
	from := q.stretch
	to, ok := q.current()
	q.stretch = nil
	if from == nil || !ok {
		return then()
	}
	begin, end := q.stretchEnds(from)
	switch {
	case begin >= 0:
		for _, row := range q.rows[begin : end+1] {
			q.marks.Add(row.ID)
		}
		return then()
	case q.finding || q.shownPlan == column.Whole:
		return screen.Say(screen.Fault, q.Env.Words.Say("mark.beginning-gone", "number", from.Number))
	}
	first, last, view := min(from.Key, to.Key), max(from.Key, to.Key), lists()[q.view].view
	read := func(ctx context.Context, session *model.Session) ([]desk.RequestRow, error) {
		page, err := desk.ReadPage(ctx, session, desk.PageQuery{View: view, From: first, Limit: model.MaxEach + 1})
		past := slices.IndexFunc(page.Rows, func(r desk.RequestRow) bool { return r.Key > last })
		if past >= 0 {
			page.Rows = page.Rows[:past]
		}
		return page.Rows, err
	}
	return dialog.Look(&q.Host, read, func(rows []desk.RequestRow) tea.Cmd { return tea.Batch(q.markRows(rows), then()) })
}

// stretchEnds are the places of the first and the last row of a stretch from a row to the cursor; -1 where its beginning is not loaded.
func (q *Queue) stretchEnds(from *desk.RequestRow) (begin, end int) {
	at, _, ok := q.list.Cursor()
	begin = slices.IndexFunc(q.rows, func(r desk.RequestRow) bool { return r.ID == from.ID })
	if begin < 0 || !ok {
		return -1, -1
	}
	return min(begin, at), max(begin, at)
}

// markRows marks rows that were read, unless they are more than something can be done to at once.
func (q *Queue) markRows(rows []desk.RequestRow) tea.Cmd {
	if len(rows) > model.MaxEach {
		return screen.Say(screen.Fault, q.Env.Words.Say("mark.too-many", "limit", model.MaxEach))
	}
	for _, row := range rows {
		q.marks.Add(row.ID)
	}
	return nil
}

// markAll marks all that the list or the search shows, also what is not loaded; where all that is loaded is marked it takes all marks away.
func (q *Queue) markAll() tea.Cmd {
	q.stretch = nil
	if !slices.ContainsFunc(q.rows, func(r desk.RequestRow) bool { return !q.marks.Has(r.ID) }) {
		return q.dropMarks()
	}
	view, find := lists()[q.view].view, (*desk.SearchQuery)(nil)
	if q.finding {
		query := q.query()
		find = &query
	}
	read := func(ctx context.Context, session *model.Session) ([]desk.RequestRow, error) {
		return bulk.ReadAll(ctx, session, view, find)
	}
	return dialog.Look(&q.Host, read, func(rows []desk.RequestRow) tea.Cmd {
		if cmd := q.markRows(rows); cmd != nil {
			return cmd
		}
		return screen.Say(screen.Note, q.Env.Words.Count("mark.all", len(rows), "key", q.Env.Keys.Label(key.MarkAll)))
	})
}

// dropMarks takes all marks away.
func (q *Queue) dropMarks() tea.Cmd {
	q.stretch = nil
	q.marks.Only()
	return screen.Say(screen.Note, q.Env.Words.Say("mark.dropped"))
}

// onMarked tells whether something is marked, so that keys act on all that is.
func (q *Queue) onMarked() bool { return q.marks.Count() > 0 || q.stretch != nil }

// onMany does something about all that is marked.
func onMany(do func(*work.Work, []journal.ID) tea.Cmd) func(*Queue) tea.Cmd {
	return func(q *Queue) tea.Cmd {
		return q.endStretch(func() tea.Cmd {
			if q.marks.Count() == 0 {
				return nil
			}
			return do(q.work, q.marks.All())
		})
	}
}

// leaveMarked leaves those marked to which something was not done.
func (q *Queue) leaveMarked(ids []journal.ID) { q.marks.Only(ids...) }

// markedHead says how many are marked, "" where none are.
func (q *Queue) markedHead() string {
	n := q.marks.Count()
	if q.stretch != nil {
		begin, end := q.stretchEnds(q.stretch)
		if begin < 0 {
			return q.Env.Words.Say("mark.stretch", "number", q.stretch.Number)
		}
		for _, row := range q.rows[begin : end+1] {
			if !q.marks.Has(row.ID) {
				n++
			}
		}
	}
	if n == 0 {
		return ""
	}
	return q.Env.Theme.Strong.On(theme.MarkSign + " " + q.Env.Words.Count("mark.count", n))
}

// gutter is the three cells before a row: the cursor, what the row is about, and its mark.
func (q *Queue) gutter(r *desk.RequestRow, cursor, marked bool) string {
	cells := []string{" ", " ", " "}
	if cursor {
		cells[0] = theme.CursorSign
	}
	switch {
	case r.Contested:
		cells[1] = theme.ClashSign
	case q.offers.ForMe(r.ID, r.Status):
		cells[1] = theme.OfferSign
	}
	switch {
	case marked && cells[1] == " ":
		cells[1] = theme.MarkSign
	case marked:
		cells[2] = theme.MarkSign
	}
	return cells[0] + cells[1] + cells[2]
}

// shownMarked tells of a row that shows whether it is marked, or in the stretch that is being marked.
func (q *Queue) shownMarked() func(i int) bool {
	begin, end := -1, -1
	var first, last string
	if q.stretch != nil {
		begin, end = q.stretchEnds(q.stretch)
		if row, ok := q.current(); ok && begin < 0 && !q.finding && q.shownPlan != column.Whole {
			first, last = min(q.stretch.Key, row.Key), max(q.stretch.Key, row.Key)
		}
	}
	return func(i int) bool {
		key := q.rows[i].Key
		return q.marks.Has(q.rows[i].ID) || begin >= 0 && i >= begin && i <= end || first != "" && key >= first && key <= last
	}
}

package learning

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/plain"
)

// order is how the students of a class stand below each other.
type order uint8

// The orders.
const (
	byName   order = iota
	byStuck        // who has most left to show
	byLast         // who showed nothing for longest
	byWeeks        // whose placement ends first
	byColumn       // who is least far in the column that the cursor is on
	orders
)

func (o order) word() string {
	return [orders]string{"learning.order.name", "learning.order.stuck", "learning.order.last", "learning.order.weeks", "learning.order.column"}[o]
}

// arrange puts the students that show in their order.
func (k *class) arrange() {
	m := &k.data.matrix
	terms := plain.TermsOf(k.search.Text())
	k.rows = k.rows[:0]
	for i := range m.Rows {
		r := &m.Rows[i]
		if !terms.In(plain.Searched(r.Student.Name + " " + r.Student.Number)) {
			continue
		}
		if k.without && k.column < len(r.Cells) && r.Cells[k.column].Evidence > 0 {
			continue
		}
		k.rows = append(k.rows, i)
	}
	left := make([]int, len(m.Rows))
	if k.order == byStuck {
		for _, i := range k.rows {
			left[i] = k.left(&m.Rows[i])
		}
	}
	slices.SortStableFunc(k.rows, func(i, j int) int {
		a, b := &m.Rows[i], &m.Rows[j]
		n := 0
		switch k.order {
		case byStuck:
			n = cmp.Compare(left[j], left[i])
		case byLast:
			n = a.Last.Compare(b.Last)
		case byWeeks:
			n = cmp.Compare(until(a), until(b))
		case byColumn:
			if k.column < len(a.Cells) {
				x, y := &a.Cells[k.column], &b.Cells[k.column]
				n = cmp.Or(cmp.Compare(x.Level, y.Level), cmp.Compare(x.Evidence, y.Evidence))
			}
		}
		return cmp.Or(n, strings.Compare(plain.FoldText(a.Student.Name), plain.FoldText(b.Student.Name)))
	})
	ids := make([]journal.ID, len(k.rows))
	for n, i := range k.rows {
		ids[n] = m.Rows[i].Student.ID
	}
	k.list.Load(ids, false, false)
}

// until is when a placement ends, in seconds; far away where that is not known.
func until(r *learning.MatrixRow) int64 {
	if r.Placement.End.IsZero() {
		return 1 << 62
	}
	return r.Placement.End.Unix()
}

// left counts the columns in which a student has still something to show.
func (k *class) left(r *learning.MatrixRow) (n int) {
	f := &k.data.matrix.Framework
	for i, s := range r.Cells {
		if s.Level < 0 || s.Partial || !f.ScaleOf(k.data.matrix.Columns[i]).Enough(s.Level) {
			n++
		}
	}
	return n
}

// soon is how many weeks before the end of a placement a gap is pointed at.
const soon = 4

// pressing tells whether a placement ends soon while there is no evidence for something.
func pressing(r *learning.MatrixRow, today time.Time) bool {
	if r.Placement.End.IsZero() {
		return false
	}
	weeks := learning.WeeksUntil(r.Placement.End, today)
	return weeks >= 0 && weeks <= soon && slices.ContainsFunc(r.Cells, func(s learning.NodeState) bool { return s.Evidence == 0 })
}

package column

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"leerbalie/model/desk"
	"leerbalie/model/plain"
	"leerbalie/ui/desk/wording"
)

// MostSorted is how many rows are sorted by what stands in a column. A longer list stands in an order of the store's own, which is
// read a screen at a time however long it is.
const MostSorted = 1000

// Plan is how the rows of a list come in their order.
type Plan uint8

// The plans.
const (
	AsListed Plan = iota // as the store keeps the list
	Reversed             // from its end to its beginning
	Whole                // all are read and sorted, where they are few enough
)

// Own is the column by which a store keeps a list.
func Own(list desk.QueueView) Layout {
	switch list {
	case desk.ViewClosed:
		return Layout{Sort: Closed}
	case desk.ViewDue:
		return Layout{Sort: When}
	case desk.ViewAll, desk.ViewOpen:
		return Layout{Sort: Created}
	}
	return Layout{Sort: Urgency}
}

// short tells whether a list holds what is not done yet, and so stays short however old the store is.
func short(list desk.QueueView) bool { return list != desk.ViewClosed && list != desk.ViewAll }

// May tells whether a list can be sorted by a column: a short one by each, one of all of the past by what the store keeps in order.
func May(list desk.QueueView, name string) bool {
	return short(list) || name == Own(list).Sort || list == desk.ViewAll && name == Wait
}

// Sorted is what a list is sorted by: what was chosen where that may be, or else its own order.
func (l Layout) Sorted(list desk.QueueView) Layout {
	if l.Sort == "" || !May(list, l.Sort) {
		return Own(list)
	}
	return Layout{Sort: l.Sort, Back: l.Back}
}

// Plan is how the rows of a list come in the order of the layout.
func (l Layout) Plan(list desk.QueueView) Plan {
	s := l.Sorted(list)
	switch {
	case list == desk.ViewAll && s.Sort == Wait: // who waits longest came in first
		s.Back = !s.Back
	case s.Sort != Own(list).Sort:
		return Whole
	}
	if s.Back {
		return Reversed
	}
	return AsListed
}

// sortKey is what rows are compared by: a number, or words.
type sortKey struct {
	empty bool // stands last, whichever way round
	n     int64
	text  string
	at    int
}

// InOrder puts rows in the order of a layout. It knows the words that show, so that a list in Dutch is sorted by Dutch themes; rows that
// say the same stay as they stood, and those that say nothing come last.
func (l Layout) InOrder(rows []desk.RequestRow, w *wording.Wording) []desk.RequestRow {
	all := make([]sortKey, len(rows))
	for i := range rows {
		all[i] = keyOf(&rows[i], l.Sort, w)
		all[i].at = i
	}
	sign := 1
	if !l.Rising() {
		sign = -1
	}
	slices.SortStableFunc(all, func(a, b sortKey) int {
		if a.empty != b.empty {
			if a.empty {
				return 1
			}
			return -1
		}
		return sign * cmp.Or(cmp.Compare(a.n, b.n), cmp.Compare(a.text, b.text))
	})
	out := make([]desk.RequestRow, len(rows))
	for i, k := range all {
		out[i] = rows[k.at]
	}
	return out
}

func keyOf(r *desk.RequestRow, name string, w *wording.Wording) sortKey {
	moment := func(t time.Time) sortKey { return sortKey{empty: t.IsZero(), n: t.UnixMilli()} }
	switch name {
	case Wait:
		return sortKey{empty: r.Status == desk.StatusClosed, n: -r.Created.UnixMilli()}
	case Created:
		return moment(r.Created)
	case Closed:
		return moment(r.ClosedAt)
	case When:
		return moment(r.Due)
	case Urgency:
		return sortKey{n: -int64(r.Urgency.Rank())}
	case Minutes:
		return sortKey{empty: r.Minutes == 0, n: int64(r.Minutes)}
	case Number:
		return numberKey(r.Number)
	case Status:
		return sortKey{n: int64(slices.Index(desk.Statuses(), r.Status))}
	}
	text := plain.FoldText(Text(name, r, w))
	return sortKey{empty: text == "", text: text}
}

// numberKey sorts numbers by what they count, so that 10000 comes after 9999.
func numberKey(number string) sortKey {
	digits := len(number)
	for digits > 0 && number[digits-1] >= '0' && number[digits-1] <= '9' {
		digits--
	}
	n, err := strconv.ParseInt(number[digits:], 10, 64)
	return sortKey{empty: err != nil, n: n, text: number[:digits]}
}

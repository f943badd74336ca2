package meeting

import (
	"slices"

	"leerbalie/model/journal"
)

// Hint is that something of a meeting comes again and again: the same working form, or the same person who leads, for the third time in a row or
// more. In a row are the meetings of one series, by day, and those by themselves together; one that was cancelled is passed over, and one of which
// nothing is filled in breaks no row. Within a half-year something comes back in any series, and so that alone is no hint.
type Hint struct {
	Code   string     // OfForm or OfLeader
	Form   string     // which form
	Person journal.ID // who leads
	Times  int        // how often in a row by now
}

// The hints.
const (
	OfForm   = "form"
	OfLeader = "leader"
)

// often is from which time in a row something is told.
const often = 3

// HintsOf are the hints of meetings that are given by day, one entry a meeting.
func HintsOf(all []*Meeting) [][]Hint {
	out := make([][]Hint, len(all))
	forms, leaders := map[journal.ID]Hint{}, map[journal.ID][]Hint{}
	for i, m := range all {
		if m.Cancelled {
			continue
		}
		if m.Form != "" {
			h := forms[m.Series]
			if h.Form != m.Form {
				h = Hint{Code: OfForm, Form: m.Form}
			}
			h.Times++
			if forms[m.Series] = h; h.Times >= often {
				out[i] = append(out[i], h)
			}
		}
		if len(m.Leaders) == 0 {
			continue
		}
		var now []Hint
		for _, id := range m.Leaders {
			h := Hint{Code: OfLeader, Person: id}
			if n := slices.IndexFunc(leaders[m.Series], func(was Hint) bool { return was.Person == id }); n >= 0 {
				h = leaders[m.Series][n]
			}
			h.Times++
			if now = append(now, h); h.Times >= often {
				out[i] = append(out[i], h)
			}
		}
		leaders[m.Series] = now
	}
	return out
}

// Hint puts on each row what of it comes again and again.
func (o *Roster) Hint() {
	all := make([]*Meeting, len(o.Rows))
	for i := range o.Rows {
		all[i] = &o.Rows[i].Meeting
	}
	for i, hints := range HintsOf(all) {
		o.Rows[i].Hints = hints
	}
}

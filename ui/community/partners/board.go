package partners

import (
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
)

// Weeks is how many weeks the board looks ahead, with this one, and behind how many it looks back.
const (
	Weeks  = 52
	behind = 8
)

// scarce is what keeps more students from a partner.
type scarce byte

const (
	nothing scarce = iota // there is room
	places                // no place is left
	hours                 // fewer hours of supervision are left than places
	closed                // it takes nobody then
)

// boardRow is a partner on the board, with who is there as far as whoever looks may know.
type boardRow struct {
	of      *partner.Partner
	network string
	weeks   []placement.Week
	placed  int // today
	found   []placement.Finding
	here    []stay
}

// stay is a placement with the names of whom it is about.
type stay struct {
	placement.Placement
	name  string
	guide string // of the company and of the school
}

// grid is the capacity board: partners by week. It is worked out once, when it was read; drawing it only looks at what shows.
type grid struct {
	first time.Time // its first week, a Monday
	rows  []boardRow
	total []sum // by week
	whole bool  // false: only some groups are kept here, and it counts those
}

// sum is what a week has in all.
type sum struct{ free, places, minutes, supervision int }

// lay works out the board of what was read: partners by network, those of none last.
func lay(b *placement.Board, people map[journal.ID]model.Person) *grid {
	g := &grid{first: b.From, whole: b.Whole}
	networks := map[journal.ID]string{}
	for i := range b.Networks {
		networks[b.Networks[i].Network.ID] = b.Networks[i].Network.Name
	}
	for i := range b.Rows {
		r := &b.Rows[i]
		row := boardRow{of: &r.Partner, network: networks[r.Partner.Network], weeks: r.Weeks, placed: r.Placed, found: r.Found}
		for _, one := range r.Here {
			row.here = append(row.here, stayOf(one, people))
		}
		g.rows = append(g.rows, row)
		g.total = slices.Grow(g.total, len(r.Weeks))[:max(len(g.total), len(r.Weeks))]
	}
	slices.SortStableFunc(g.rows, func(a, b boardRow) int { return byNetwork(a.network, b.network) })
	for i := range g.rows {
		r := &g.rows[i]
		for w, week := range r.weeks {
			if week.Open {
				n, _ := r.free(w)
				t := &g.total[w]
				t.free, t.places, t.minutes, t.supervision = t.free+max(n, 0), t.places+week.Places, t.minutes+max(week.FreeMinutes(), 0), t.supervision+week.Minutes
			}
		}
	}
	return g
}

// stayOf is a placement with its names.
func stayOf(p placement.Placement, people map[journal.ID]model.Person) stay {
	s := stay{Placement: p, name: people[p.Student].Name, guide: people[p.Guide].Name}
	if s.guide == "" {
		s.guide = p.GuideName
	}
	if school := people[p.School].Name; school != "" && s.guide != "" {
		s.guide += " + " + school
	} else if school != "" {
		s.guide = school
	}
	return s
}

// week is the Monday of a week of the board.
func (g *grid) week(i int) time.Time { return g.first.AddDate(0, 0, 7*i) }

// need is how many minutes of supervision a week one more takes: as much as those who are there do.
func need(w placement.Week) int {
	if w.Taken > 0 && w.Used > 0 {
		return (w.Used + w.Taken - 1) / w.Taken
	}
	return placement.DefaultMinutes
}

// free is how many more a partner takes in a week, and what keeps it from more. It is below zero where there are more than places.
func (r *boardRow) free(week int) (n int, why scarce) {
	w := r.weeks[week]
	if !w.Open {
		return 0, closed
	}
	if n = w.Free(); n <= 0 {
		return n, places
	}
	if fit := max(w.FreeMinutes(), 0) / need(w); fit < n {
		return fit, hours
	}
	return n, nothing
}

// span is a column of the board: some of its weeks.
type span struct{ from, to int } // to is past the last

// spans are the columns: one a week, or one a month, in which a week is that begins in it.
func (g *grid) spans(months bool) (out []span) {
	for i := range g.total {
		last := len(out) - 1
		if months && i > 0 && g.week(i).Month() == g.week(i-1).Month() {
			out[last].to++
			continue
		}
		out = append(out, span{i, i + 1})
	}
	return out
}

// worst is the week of a column with the least room, of those in which the partner takes students: who stays all of it needs room in each.
func (r *boardRow) worst(c span) (week, n int, why scarce) {
	week, why = c.from, closed
	for i := c.from; i < c.to; i++ {
		free, is := r.free(i)
		if is != closed && (why == closed || free < n || free == n && is == hours && why == places) {
			week, n, why = i, free, is
		}
	}
	return week, n, why
}

// leastFree is the week of a column in which the fewest places are left in all.
func (g *grid) leastFree(c span) sum {
	return slices.MinFunc(g.total[c.from:c.to], func(a, b sum) int { return a.free - b.free })
}

// there are those who are at a partner in a week, as far as whoever looks may know, who leaves first before the others; others is how many more.
func (r *boardRow) there(week int) (out []*stay, others int) {
	from := r.weeks[week].Monday
	for i := range r.here {
		if s := &r.here[i]; s.From.Before(from.AddDate(0, 0, 7)) && !s.Last().Before(from) {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b *stay) int { return a.Last().Compare(b.Last()) })
	return out, max(r.weeks[week].Taken-len(out), 0)
}

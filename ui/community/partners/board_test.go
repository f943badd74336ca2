package partners

import (
	"fmt"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
)

func day(s string) time.Time {
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return d
}

func taking(places, supervision int) partner.Partner {
	return partner.Partner{Name: "De Wijkzorg", State: partner.Running, Places: places, Supervision: supervision}
}

// laid is the board of partners, each with its placements, as it is read in the week of 30 November 2026.
func laid(today time.Time, rows ...placement.BoardRow) *grid {
	from := placement.Monday(today).AddDate(0, 0, -7*behind)
	b := placement.Board{From: from, Today: today, Rows: rows, Whole: true}
	for i := range rows {
		r := &rows[i]
		r.Partner.ID = journal.ID{byte(i + 1)}
		for j := range r.Here {
			r.Here[j].Partner = r.Partner.ID
		}
		r.Weeks = placement.Capacity(&r.Partner, r.Here, from, from.AddDate(0, 0, 7*(behind+Weeks)-1))
	}
	return lay(&b, map[journal.ID]model.Person{})
}

// TestTheBoardSaysWhatIsScarce: places and hours run out apart, and each is named.
func TestTheBoardSaysWhatIsScarce(t *testing.T) {
	there := func(n, minutes int) (out []placement.Placement) {
		for range n {
			out = append(out, placement.Placement{From: day("2026-11-30"), To: day("2027-01-31"), Minutes: minutes})
		}
		return out
	}
	for _, c := range []struct {
		name string
		of   partner.Partner
		who  []placement.Placement
		n    int
		why  scarce
	}{
		{"nobody yet", taking(3, 360), nil, 3, nothing},
		{"one place left", taking(3, 360), there(2, 120), 1, nothing},
		{"full", taking(3, 360), there(3, 120), 0, places},
		{"more than places", taking(3, 360), there(4, 60), -1, places},
		{"no hours left", taking(3, 240), there(2, 120), 0, hours},
		{"hours for one of two places", taking(4, 360), there(2, 120), 1, hours},
		{"no hours at all", taking(3, 0), nil, 0, hours},
		{"a contact takes nobody", partner.Partner{State: partner.Contact, Places: 3}, nil, 0, closed},
	} {
		g := laid(day("2026-12-02"), placement.BoardRow{Partner: c.of, Here: c.who})
		if n, why := g.rows[0].free(behind); n != c.n || why != c.why {
			t.Errorf("%s: %d free, scarce %d", c.name, n, why)
		}
	}
}

// TestTheTotalCountsWhoFits: where hours are scarce, fewer fit than there are places; a partner with too many takes no place from others.
func TestTheTotalCountsWhoFits(t *testing.T) {
	over := []placement.Placement{{From: day("2026-11-30"), To: day("2027-01-31"), Minutes: 60}, {From: day("2026-11-30"), To: day("2027-01-31"), Minutes: 60}}
	g := laid(day("2026-12-02"), placement.BoardRow{Partner: taking(3, 120)}, placement.BoardRow{Partner: taking(1, 60), Here: over})
	if s := g.total[behind]; s != (sum{free: 2, places: 4, minutes: 120, supervision: 180}) {
		t.Errorf("%+v", s)
	}
}

// TestAMonthIsItsWorstWeek: who stays a month needs room in each week of it.
func TestAMonthIsItsWorstWeek(t *testing.T) {
	g := laid(day("2026-12-02"), placement.BoardRow{Partner: taking(2, 240), Here: []placement.Placement{{From: day("2026-12-21"), To: day("2026-12-27"), Minutes: 60}, {From: day("2026-12-22"), To: day("2026-12-24"), Minutes: 60}}})
	r := &g.rows[0]
	for _, c := range g.spans(true) {
		week, n, why := r.worst(c)
		switch december := g.week(c.from).Format("2006-01") == "2026-12"; {
		case december && (n != 0 || why != places || !g.week(week).Equal(day("2026-12-21"))):
			t.Errorf("december: %d free in the week of %s, scarce %d", n, g.week(week), why)
		case !december && n != 2:
			t.Errorf("%s: %d free", g.week(c.from), n)
		}
	}
	if n := len(g.spans(false)); n != behind+Weeks {
		t.Errorf("%d weeks", n)
	}
}

// TestWhoIsNotToBeSeenIsANumber: the others of a week are counted.
func TestWhoIsNotToBeSeenIsANumber(t *testing.T) {
	one := placement.Placement{From: day("2026-11-30"), To: day("2027-01-31"), Minutes: 60}
	g := laid(day("2026-12-02"), placement.BoardRow{Partner: taking(3, 360), Here: []placement.Placement{one, one}})
	g.rows[0].here = g.rows[0].here[:1]
	if all, others := g.rows[0].there(behind); len(all) != 1 || others != 1 {
		t.Errorf("%d who may be seen, and %d others", len(all), others)
	}
}

// BenchmarkLay works out the board of a hundred partners with three students each.
func BenchmarkLay(b *testing.B) {
	for b.Loop() {
		var rows []placement.BoardRow
		for i := range 100 {
			r := placement.BoardRow{Partner: taking(3, 600)}
			r.Partner.Name = fmt.Sprint("Partner ", i)
			for j := range 3 {
				r.Here = append(r.Here, placement.Placement{From: day("2026-09-01").AddDate(0, j, i), To: day("2027-01-01").AddDate(0, j, i), Minutes: 120})
			}
			rows = append(rows, r)
		}
		laid(day("2026-12-02"), rows...)
	}
}

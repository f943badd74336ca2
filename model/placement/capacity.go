package placement

import (
	"slices"
	"time"

	"leerbalie/model/days"
	"leerbalie/model/partner"
)

// Week is what a partner has and gives in a week: of its days, the one on which least is free. A student who follows another in the middle of a week
// takes one place, not two.
type Week struct {
	Monday  time.Time
	Open    bool // the partner gives places on at least one day of it
	Places  int  // that there are
	Taken   int  // places
	Minutes int  // of supervision that there are in a week
	Used    int  // of those
}

// Free is how many places are free, below nothing where more are taken than there are; FreeMinutes is the same of supervision.
func (w Week) Free() int        { return w.Places - w.Taken }
func (w Week) FreeMinutes() int { return w.Minutes - w.Used }

// Over tells whether more is taken than there is.
func (w Week) Over() bool { return w.Taken > w.Places || w.Used > w.Minutes }

// Monday is the Monday of the week of a calendar day (ISO 8601: weeks begin on Monday).
func Monday(day time.Time) time.Time {
	return days.Of(day, time.UTC).AddDate(0, 0, -(int(day.Weekday())+6)%7)
}

// gives tells whether a partner gives places on a day: it was agreed, it did not end, and the day is within its period. One without a first or a last
// day has none.
func gives(p *partner.Partner, day time.Time) bool {
	return (p.State == partner.Agreed || p.State == partner.Running) && within(p, day)
}

func within(p *partner.Partner, day time.Time) bool {
	return (p.From.IsZero() || !day.Before(p.From)) && (p.To.IsZero() || !day.After(p.To))
}

// maxWeeks is over how many weeks is looked at most.
const maxWeeks = 260

// Capacity is by week what is free at a partner, from the week of one day up to and with that of another. Those of the placements that are not at
// this partner are passed over.
func Capacity(p *partner.Partner, placements []Placement, from, to time.Time) []Week {
	if to.Before(from) {
		return nil
	}
	first := Monday(from)
	n := min(days.Between(first, Monday(to))/7+1, maxWeeks)
	taken, used := make([]int, 7*n+1), make([]int, 7*n+1)
	for i := range placements {
		one := &placements[i]
		if one.Partner != p.ID || one.Archived {
			continue
		}
		start, end := max(days.Between(first, one.From), 0), min(days.Between(first, one.Last())+1, 7*n)
		if start >= end {
			continue
		}
		taken[start]++
		taken[end]--
		used[start] += one.Minutes
		used[end] -= one.Minutes
	}
	out := make([]Week, n)
	open, close := 0, 7*n
	if !p.From.IsZero() {
		open = days.Between(first, p.From)
	}
	if !p.To.IsZero() {
		close = days.Between(first, p.To) + 1
	}
	if p.State != partner.Agreed && p.State != partner.Running {
		close = open
	}
	nowTaken, nowUsed := 0, 0
	for w := range out {
		week := Week{Monday: first.AddDate(0, 0, 7*w)}
		for day := 7 * w; day < 7*w+7; day++ {
			nowTaken, nowUsed = nowTaken+taken[day], nowUsed+used[day]
			week.Taken, week.Used = max(week.Taken, nowTaken), max(week.Used, nowUsed)
			week.Open = week.Open || day >= open && day < close
		}
		if week.Open {
			week.Places, week.Minutes = p.Places, p.Supervision
		}
		out[w] = week
	}
	return out
}

// Sum puts together what several partners have, week by week: a network of small organisations is one community.
func Sum(of ...[]Week) (out []Week) {
	for _, weeks := range of {
		for i, w := range weeks {
			if i == len(out) {
				out = append(out, Week{Monday: w.Monday})
			}
			o := &out[i]
			o.Open, o.Places, o.Taken, o.Minutes, o.Used = o.Open || w.Open, o.Places+w.Places, o.Taken+w.Taken, o.Minutes+w.Minutes, o.Used+w.Used
		}
	}
	return out
}

// Placed is how many are placed at a partner on a day.
func Placed(p *partner.Partner, placements []Placement, day time.Time) (n int) {
	for i := range placements {
		if one := &placements[i]; one.Partner == p.ID && !one.Archived && one.On(day) {
			n++
		}
	}
	return n
}

// beyond are the weeks that more is asked of than there is.
func beyond(weeks []Week, over func(Week) bool) []Week {
	return slices.DeleteFunc(slices.Clone(weeks), func(w Week) bool { return !over(w) })
}

package repeat

import (
	"slices"
	"time"
)

// Cost is what working rules out may still cost, in days that are looked at.
type Cost int

// ended is how a walk along a rule came to its end.
type ended int

const (
	whole ended = iota // nothing comes after
	cut                // more comes after what was asked for
	spent              // it costs more than it may
)

// Walked is what is known of a rule that was gone along.
type Walked struct {
	Times []time.Time // in order, without one twice
	Cut   bool        // there is more behind what was asked for, or before
	Spent bool        // it could not be worked out for what it may cost
}

// Between are the times at which something comes back that begins at start, which is the first of them: those from from until to, and
// at most most.
func (r *Rule) Between(start, from, to time.Time, most int, cost *Cost) (w Walked) {
	w.Cut = r.count == 0 && from.After(start)
	n := 0
	take := func(t time.Time) ended {
		if !r.Until.IsZero() && t.After(r.Until) {
			return whole
		}
		n++
		if t.After(to) || len(w.Times) == most {
			return cut
		}
		if !t.Before(from) {
			w.Times = append(w.Times, t)
		}
		if n == r.count {
			return whole
		}
		return -1
	}
	if r.Until.IsZero() || !start.After(r.Until) { // it is the first, whether or not the rule has it
		n = 1
		if !start.Before(from) && !start.After(to) {
			w.Times = append(w.Times, start)
		}
	}
	if n == r.count && n > 0 {
		return w
	}
	how := r.walk(start, from, to, cost, take)
	w.Spent, w.Cut = how == spent, w.Cut || how == cut
	return w
}

// walk goes along the periods of a rule, and hands over each time after start in order.
func (r *Rule) walk(start, from, to time.Time, cost *Cost, take func(time.Time) ended) ended {
	p := r.begin(start)
	if r.count == 0 { // nobody has to count
		p.skip(from)
	}
	for ; ; p.next() {
		first, days := p.days()
		switch {
		case first.After(to):
			return cut
		case !r.Until.IsZero() && first.After(r.Until):
			return whole
		}
		if *cost -= Cost(days); *cost < 0 {
			return spent
		}
		for _, t := range r.within(start, first, days) {
			if !t.After(start) {
				continue
			}
			if how := take(t); how >= whole {
				return how
			}
		}
	}
}

// period is one of the periods of a rule.
type period struct {
	*Rule
	first time.Time // the first day
}

func (r *Rule) begin(start time.Time) period {
	y, m, d := start.Date()
	switch r.freq {
	case yearly:
		m, d = 1, 1
	case monthly:
		d = 1
	case weekly:
		d -= (int(start.Weekday()) - int(r.beginsWeek) + 7) % 7
	}
	return period{r, time.Date(y, m, d, 0, 0, 0, 0, time.UTC)}
}

func (p *period) by(n int) {
	n *= p.interval
	switch p.freq {
	case yearly:
		p.first = p.first.AddDate(n, 0, 0)
	case monthly:
		p.first = p.first.AddDate(0, n, 0)
	case weekly:
		p.first = p.first.AddDate(0, 0, 7*n)
	default:
		p.first = p.first.AddDate(0, 0, n)
	}
}

func (p *period) next() { p.by(1) }

// skip goes on to the last period that begins before a moment.
func (p *period) skip(to time.Time) {
	if !to.After(p.first) {
		return
	}
	n := 0
	switch p.freq {
	case yearly:
		n = to.Year() - p.first.Year()
	case monthly:
		n = (to.Year()-p.first.Year())*12 + int(to.Month()) - int(p.first.Month())
	case weekly:
		n = int((to.Unix() - p.first.Unix()) / (7 * 24 * 3600))
	default:
		n = int((to.Unix() - p.first.Unix()) / (24 * 3600))
	}
	p.by(n / p.interval)
}

// days are the first day of the period, and how many it has.
func (p *period) days() (time.Time, int) {
	switch p.freq {
	case yearly:
		return p.first, yearLength(p.first.Year())
	case monthly:
		return p.first, p.first.AddDate(0, 1, -1).Day()
	case weekly:
		return p.first, 7
	}
	return p.first, 1
}

func yearLength(year int) int { return time.Date(year, 12, 31, 0, 0, 0, 0, time.UTC).YearDay() }

// within are the times of a rule in one period.
func (r *Rule) within(start, first time.Time, days int) (out []time.Time) {
	hours, minutes := r.hours, r.minutes
	if hours == nil {
		hours = []int{start.Hour()}
	}
	if minutes == nil {
		minutes = []int{start.Minute()}
	}
	y, m, d := first.Date()
	for i := range days {
		day := time.Date(y, m, d+i, 0, 0, 0, 0, time.UTC)
		if !r.on(start, day) {
			continue
		}
		for _, hour := range hours {
			for _, minute := range minutes {
				out = append(out, day.Add(time.Duration(hour)*time.Hour+time.Duration(minute)*time.Minute+time.Duration(start.Second())*time.Second))
			}
		}
	}
	if len(r.setpos) == 0 {
		return out
	}
	var some []time.Time
	for i := range out {
		if slices.Contains(r.setpos, i+1) || slices.Contains(r.setpos, i-len(out)) {
			some = append(some, out[i])
		}
	}
	return some
}

// on tells whether a day is one of the rule. What the rule does not say is as on the first day.
func (r *Rule) on(start, day time.Time) bool {
	if len(r.months) > 0 && !slices.Contains(r.months, int(day.Month())) {
		return false
	}
	if len(r.monthDays)+len(r.yearDays)+len(r.weeks)+len(r.weekdays) == 0 {
		switch r.freq {
		case yearly:
			return day.Day() == start.Day() && (len(r.months) > 0 || day.Month() == start.Month())
		case monthly:
			return day.Day() == start.Day()
		case weekly:
			return day.Weekday() == start.Weekday()
		}
		return true
	}
	if n := day.AddDate(0, 1, -day.Day()).Day(); len(r.monthDays) > 0 && !either(r.monthDays, day.Day(), n) {
		return false
	}
	if len(r.yearDays) > 0 && !either(r.yearDays, day.YearDay(), yearLength(day.Year())) {
		return false
	}
	if len(r.weeks) > 0 {
		if !either(r.weeks, week(day, r.beginsWeek), weeksIn(day, r.beginsWeek)) {
			return false
		}
		if len(r.weekdays)+len(r.monthDays)+len(r.yearDays) == 0 {
			return day.Weekday() == start.Weekday()
		}
	}
	if r.freq == weekly && len(r.weekdays) == 0 && len(r.monthDays)+len(r.yearDays) == 0 {
		return day.Weekday() == start.Weekday()
	}
	return len(r.weekdays) == 0 || slices.ContainsFunc(r.weekdays, func(w weekday) bool { return w.day == day.Weekday() && r.nth(w.n, day) })
}

// either tells whether a list has the n-th of all, counted from the beginning or from the end.
func either(list []int, n, all int) bool {
	return slices.Contains(list, n) || slices.Contains(list, n-all-1)
}

// nth tells whether a day is the n-th of its weekday in the month, or in the year where the rule names no month.
func (r *Rule) nth(n int, day time.Time) bool {
	at, all := day.Day(), day.AddDate(0, 1, -day.Day()).Day()
	switch {
	case n == 0 || r.freq == weekly || r.freq == daily || r.freq == yearly && len(r.weeks) > 0:
		return true
	case r.freq == yearly && len(r.months) == 0:
		at, all = day.YearDay(), yearLength(day.Year())
	}
	if n > 0 {
		return (at-1)/7+1 == n
	}
	return (all-at)/7+1 == -n
}

// week is the number of the week that a day is in. The first of a year is the one that has at least four days in it.
func week(day time.Time, begins time.Weekday) int {
	return (middle(day, begins).YearDay()-1)/7 + 1
}

// middle is the fourth day of the week that a day is in: its year is the week's.
func middle(day time.Time, begins time.Weekday) time.Time {
	return day.AddDate(0, 0, 3-(int(day.Weekday())-int(begins)+7)%7)
}

// weeksIn is how many weeks the year has that the week of a day belongs to.
func weeksIn(day time.Time, begins time.Weekday) int {
	return week(time.Date(middle(day, begins).Year(), 12, 28, 0, 0, 0, 0, time.UTC), begins)
}

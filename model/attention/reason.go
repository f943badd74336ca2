package attention

import (
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/hours"
	"leerbalie/model/ledger"
)

// weeks are the whole weeks from one calendar day to another.
func weeks(from, to time.Time) int { return days.Between(from, to) / 7 }

// absent: the last times in a row, or one in three of all times. Who said before that it would not be possible was not absent, and such a time
// counts neither way.
func absent(l *ledger.Ledger) Reason {
	row, n, of := 0, 0, 0
	var first, since time.Time // of the row, and of all
	for _, p := range l.Presences {
		switch p.State {
		case ledger.Absent:
			if row++; row == 1 {
				first = p.Day
			}
			if n++; n == 1 {
				since = p.Day
			}
			of++
		case ledger.Present:
			row = 0
			of++
		}
	}
	switch {
	case row >= AbsentRow:
		return Reason{Sort: Absent, Since: first, N: row}
	case of >= AbsentFewest && AbsentPart*n >= of:
		return Reason{Sort: Absent, Since: since, N: n, Of: of}
	}
	return Reason{}
}

// contact: a check-in of the pair should have been, more than a week ago.
func (l *look) contact(p model.Person) Reason {
	pair := l.pairs[p.ID]
	if pair == nil {
		return Reason{}
	}
	s := pair.Standing(l.now)
	if !s.Late || s.NextCheckIn.IsZero() {
		return Reason{}
	}
	due := days.Of(s.NextCheckIn, days.Zone(l.sites[pair.Site].Zone))
	if late := days.Between(due, l.today); late > 7*ContactWeeks {
		return Reason{Sort: Contact, Since: due, Weeks: late / 7, N: s.Silent}
	}
	return Reason{}
}

// stuck: no new work, since the last or since the beginning.
func (l *look) stuck(p model.Person, w *work) Reason {
	since := w.last
	if since.Before(p.Study.Start) {
		since = p.Study.Start
	}
	if since.IsZero() { // nothing is known of when it began
		return Reason{}
	}
	if n := weeks(since, l.today); n >= StuckWeeks {
		return Reason{Sort: Stuck, Since: since, Weeks: n}
	}
	return Reason{}
}

// slow: fewer hours than an even pace by some weeks, or a norm that is reached long after the end.
func (l *look) slow(h *hours.Student) Reason {
	p := h.Placement()
	pace := hours.PaceOf(p, l.today)
	if pace.Behind < BehindWeeks {
		return Reason{}
	}
	r := Reason{Sort: Hours, Weeks: pace.Behind, N: p.Minutes, Of: p.NormMinutes}
	if whole := days.Between(p.Start, p.End); !p.Start.IsZero() && whole > 0 { // the day on which an even pace had come so far
		if day := p.Start.AddDate(0, 0, whole*p.Minutes/p.NormMinutes); !day.After(l.today) { // free days shift it: one to come says nothing
			r.Since = day
		}
	}
	return r
}

// gap: parts that are not enough, of which the newest work is of weeks ago.
func (l *look) gap(w *work) Reason {
	r := Reason{Sort: Gap}
	for i, n := range w.columns {
		if s := w.states[i]; s.short && !s.last.IsZero() && weeks(s.last, l.today) >= GapWeeks {
			r.Nodes = append(r.Nodes, n)
			if r.Since.IsZero() || s.last.Before(r.Since) {
				r.Since = s.last
			}
		}
	}
	if len(r.Nodes) == 0 {
		return Reason{}
	}
	r.N, r.Of, r.Weeks = len(r.Nodes), len(w.columns), weeks(r.Since, l.today)
	return r
}

// without: parts without any evidence, some weeks before the end.
func (l *look) without(p model.Person, w *work) Reason {
	left, near := ends(p, l.today, WithoutWeeks)
	if !near {
		return Reason{}
	}
	r := Reason{Sort: Without, Since: p.Study.End.AddDate(0, 0, -7*WithoutWeeks), Weeks: left, Of: len(w.columns)}
	for i, n := range w.columns {
		if !w.states[i].shown {
			r.Nodes = append(r.Nodes, n)
		}
	}
	if r.N = len(r.Nodes); r.N == 0 {
		return Reason{}
	}
	return r
}

// ends tells whether the end of a placement is at most so many weeks ahead, and how many whole ones are left.
func ends(p model.Person, today time.Time, within int) (left int, near bool) {
	if p.Study.End.IsZero() {
		return 0, false
	}
	n := days.Between(today, p.Study.End)
	return n / 7, n >= 0 && n <= 7*within
}

// unjudged: work that waits for the school.
func (l *look) unjudged(w *work) Reason {
	if w.waiting == 0 || weeks(w.waits, l.today) < JudgedWeeks {
		return Reason{}
	}
	return Reason{Sort: Unjudged, Since: w.waits, Weeks: weeks(w.waits, l.today), N: w.waiting}
}

// themes: those of the site that no work was about, once half of the placement is past.
func (l *look) themes(p model.Person, w *work) Reason {
	whole := days.Between(p.Study.Start, p.Study.End)
	if p.Study.Start.IsZero() || whole <= 0 || ThemesAfter*days.Between(p.Study.Start, l.today) < whole {
		return Reason{}
	}
	r := Reason{Sort: Theme, Since: p.Study.Start.AddDate(0, 0, whole/ThemesAfter)}
	for _, code := range l.codes[p.Site] {
		r.Of++
		if !slices.Contains(w.themes, code) {
			r.Themes = append(r.Themes, code)
		}
	}
	if r.N = len(r.Themes); r.N == 0 {
		return Reason{}
	}
	return r
}

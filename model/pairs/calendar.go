package pairs

import (
	"time"

	"leerbalie/model/days"
)

// Appointment is something that is planned for a pair: a check-in (Month 0) or an evaluation after so many months.
type Appointment struct {
	Due   time.Time // in the time zone of the pair's site
	Month int
}

// grace is how long before its day a check-in may take place and still be that one.
const grace = 7 * 24 * time.Hour

// Schedule is what is planned for a pair until a moment: two check-ins in the first month, then one a month, and an
// evaluation after three months and after six. Months keep the day on which the pair began, on the calendar of its site.
func (p *Pair) Schedule(until time.Time) (out []Appointment) {
	for _, after := range []int{14, 28} {
		out = append(out, Appointment{Due: days.Add(p.Started, after, p.zone())})
	}
	for month := 2; ; month++ {
		due := days.AddMonths(p.Started, month, p.zone())
		if due.After(until) && month > 6 {
			break
		}
		out = append(out, Appointment{Due: due})
		if month == 3 || month == 6 {
			out = append(out, Appointment{Due: due, Month: month})
		}
	}
	out = p.shift(out)
	for len(out) > 0 && out[len(out)-1].Due.After(until) {
		out = out[:len(out)-1]
	}
	return out
}

// zone is the time zone of the pair's site.
func (p *Pair) zone() *time.Location {
	if p.Zone == nil {
		return days.Zone(days.DefaultZone)
	}
	return p.Zone
}

// PairStanding is how a running pair is doing at a moment.
type PairStanding struct {
	NextCheckIn    time.Time
	NextEvaluation time.Time // zero: none is left
	Month          int       // of the next evaluation
	Late           bool      // a check-in should have been
	EvaluationLate bool
	Silent         int       // planned check-ins in a row without a word, up to now
	Warn           bool      // two of those
	Good           bool      // the last check-in was good, and none is missing twice
	Paused         bool      // a member is in a time-out: nothing is late
	Until          time.Time // the day until which, where that is known
}

// Standing works out what a pair needs at a moment.
func (p *Pair) Standing(now time.Time) (s PairStanding) {
	var heard time.Time // the last check-in at which somebody was heard
	for _, c := range p.CheckIns {
		if !c.Silent {
			heard = c.At
		}
	}
	asked := heard // the last one at all, silent ones among them
	for _, c := range p.CheckIns {
		if c.At.After(asked) {
			asked = c.At
			s.Silent++
		}
	}
	until := days.AddMonths(now, 2, p.zone())
	if half := days.AddMonths(p.Started, 6, p.zone()); half.After(until) {
		until = half
	}
	for _, a := range p.Schedule(until) {
		switch {
		case a.Month > 0:
			if s.NextEvaluation.IsZero() && !p.evaluated(a.Month) {
				s.NextEvaluation, s.Month = a.Due, a.Month
				s.EvaluationLate = a.Due.Before(now)
			}
		case !a.Due.After(asked.Add(grace)):
		default:
			if s.NextCheckIn.IsZero() {
				s.NextCheckIn = a.Due
			}
			if a.Due.Before(now) {
				s.Late = true
				s.Silent++
			}
		}
	}
	if p.Paused() {
		s.Paused, s.Until, s.Late, s.EvaluationLate, s.Silent = true, p.PausedUntil(), false, false, 0
		for _, due := range []*time.Time{&s.NextCheckIn, &s.NextEvaluation} {
			if due.Before(now) {
				*due = time.Time{} // what should have been before the pause is asked for once it is over
			}
		}
	}
	s.Warn = s.Silent >= 2
	if n := len(p.CheckIns); n > 0 && !s.Warn {
		last := p.CheckIns[n-1]
		s.Good = last.Mood == MoodGood && !last.Silent
	}
	return s
}

func (p *Pair) evaluated(month int) bool {
	for _, e := range p.Evaluations {
		if e.Month == month {
			return true
		}
	}
	return false
}

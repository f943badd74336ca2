package hours

import (
	"time"

	"leerbalie/model/days"
	"leerbalie/model/learning"
)

// Verdict is what can be said of a pace.
type Verdict string

// The verdicts.
const (
	NoNorm  Verdict = ""         // no norm is known, or it has not begun
	Done    Verdict = "done"     // the norm is reached
	TooSoon Verdict = "too-soon" // there are too few weeks to say anything
	OnTime  Verdict = "on-time"  // at this pace the norm is reached in time, or one day where no end is known
	Late    Verdict = "late"     // at this pace it is reached after the end
	Never   Verdict = "never"    // nothing was worked, or it would take years
)

// Pace is how fast a student comes to the norm. See PaceOf.
type Pace struct {
	Verdict   Verdict
	PerWeek   int       // minutes, on average
	On        time.Time // the day on which the norm is reached at this pace; zero where that cannot be said
	LateWeeks int       // how many weeks after the end that is, a begun one whole
	Behind    int       // how many whole weeks of an even pace the student is behind now; 0 where no beginning or end is known
}

// enoughDays is how many days have to be behind a student before a pace is told: three weeks that were not free.
const enoughDays = 21

// farDays is how far ahead a pace is followed.
const farDays = 5 * 365

// PaceOf works out on a day at what pace a student comes to the norm.
//
//	pace     = minutes so far / days so far
//	reached  = the day on which (norm − minutes so far) / pace more days have passed, counting from today
//	late     = the days from the end to that day, in weeks, rounded up
//	behind   = (norm × days so far / days in all − minutes so far) / (norm / weeks in all), rounded down
//
// Days are all days of the calendar but free ones (holidays), also on weekends: who works two days a week does so every week, and a pace
// by the week comes out. Days so far begin with the start of the placement, or with the first hours where these are earlier, and end
// yesterday. It assumes that a student goes on as until now: no more at the end, and nothing in weeks that are free. Nothing is said
// before three weeks have passed.
func PaceOf(p learning.Placement, today time.Time) (out Pace) {
	begin := p.Start
	if begin.IsZero() || !p.First.IsZero() && p.First.Before(begin) {
		begin = p.First
	}
	left := p.NormMinutes - p.Minutes
	switch {
	case p.NormMinutes <= 0:
		return out
	case left <= 0:
		out.Verdict = Done
	case begin.IsZero() || today.Before(begin):
		return out
	}
	past := worked(p.Free, begin, today)
	if past > 0 {
		out.PerWeek = (p.Minutes*7 + past/2) / past
	}
	if out.Verdict == Done {
		return out
	}
	if past < enoughDays {
		return Pace{Verdict: TooSoon}
	}
	if !p.End.IsZero() {
		if whole := worked(p.Free, begin, p.End.AddDate(0, 0, 1)); whole > 0 {
			lacks := p.NormMinutes*min(past, whole)/whole - p.Minutes
			out.Behind = max(lacks*whole/(7*p.NormMinutes), 0)
		}
	}
	if p.Minutes == 0 {
		out.Verdict = Never
		return out
	}
	need := (left*past + p.Minutes - 1) / p.Minutes
	on, known := after(p.Free, today, need)
	if !known {
		out.Verdict = Never
		return out
	}
	out.On, out.Verdict = on, OnTime
	if over := days.Between(p.End, on); !p.End.IsZero() && over > 0 {
		out.Verdict, out.LateWeeks = Late, (over+6)/7
	}
	return out
}

// worked counts the days from one up to another that are not free.
func worked(free func(time.Time) bool, from, until time.Time) int {
	n := max(days.Between(from, until), 0)
	if free == nil {
		return n
	}
	out := 0
	for i := range n {
		if !free(from.AddDate(0, 0, i)) {
			out++
		}
	}
	return out
}

// after is the day on which so many days that are not free have been worked, the first of them today.
func after(free func(time.Time) bool, today time.Time, need int) (time.Time, bool) {
	if need > farDays {
		return time.Time{}, false
	}
	if free == nil {
		return today.AddDate(0, 0, max(need-1, 0)), true
	}
	for i := range farDays + 366 {
		day := today.AddDate(0, 0, i)
		if !free(day) {
			if need--; need <= 0 {
				return day, true
			}
		}
	}
	return time.Time{}, false
}

package hours_test

import (
	"testing"
	"time"

	"leerbalie/model/hours"
	"leerbalie/model/learning"
)

// TestPace at the borders: too soon, in time, late, never, done; days that are free count neither before nor after.
func TestPace(t *testing.T) {
	at := func(day int) time.Time { return monday.AddDate(0, 0, day) }
	base := learning.Placement{NormMinutes: 6000, Start: at(0), End: at(69), First: at(0)} // ten weeks of ten hours
	with := func(minutes int, alter ...func(*learning.Placement)) learning.Placement {
		p := base
		p.Minutes = minutes
		for _, a := range alter {
			a(&p)
		}
		return p
	}
	free := func(from, until int) func(*learning.Placement) {
		return func(p *learning.Placement) {
			p.Free = func(d time.Time) bool { return !d.Before(at(from)) && d.Before(at(until)) }
		}
	}
	for name, c := range map[string]struct {
		p     learning.Placement
		today int
		want  hours.Pace
	}{
		"no norm":               {learning.Placement{Minutes: 100, Start: at(0)}, 50, hours.Pace{}},
		"not begun":             {with(0, func(p *learning.Placement) { p.First = time.Time{} }), -1, hours.Pace{}},
		"twenty days":           {with(600), 20, hours.Pace{Verdict: hours.TooSoon}},
		"three weeks":           {with(1800), 21, hours.Pace{Verdict: hours.OnTime, PerWeek: 600, On: at(69)}},
		"a day late":            {with(1779), 21, hours.Pace{Verdict: hours.Late, PerWeek: 593, On: at(70), LateWeeks: 1}},
		"half of it":            {with(900), 21, hours.Pace{Verdict: hours.Late, PerWeek: 300, On: at(139), LateWeeks: 10, Behind: 1}},
		"nothing":               {with(0), 28, hours.Pace{Verdict: hours.Never, Behind: 4}},
		"decades":               {with(10), 28, hours.Pace{Verdict: hours.Never, PerWeek: 3, Behind: 3}},
		"done":                  {with(6000), 28, hours.Pace{Verdict: hours.Done, PerWeek: 1500}},
		"done at once":          {with(6000), 0, hours.Pace{Verdict: hours.Done}},
		"no end":                {with(900, func(p *learning.Placement) { p.End = time.Time{} }), 21, hours.Pace{Verdict: hours.OnTime, PerWeek: 300, On: at(139)}},
		"began before":          {with(1800, func(p *learning.Placement) { p.First = at(-21) }), 21, hours.Pace{Verdict: hours.Late, PerWeek: 300, On: at(118), LateWeeks: 7, Behind: 2}},
		"a free week before":    {with(1800, free(7, 14)), 28, hours.Pace{Verdict: hours.Late, PerWeek: 600, On: at(76), LateWeeks: 1}},
		"too soon, with a free": {with(1800, free(7, 14)), 27, hours.Pace{Verdict: hours.TooSoon}},
		"a free week ahead":     {with(1800, free(28, 35)), 21, hours.Pace{Verdict: hours.Late, PerWeek: 600, On: at(76), LateWeeks: 1}},
	} {
		if got := hours.PaceOf(c.p, at(c.today)); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

package hours_test

import (
	"reflect"
	"testing"
	"time"

	"leerbalie/model/hours"
	"leerbalie/model/journal"
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

// TestADecisionFreezesTheHours: what it was taken on stays, whatever is written down later.
func TestADecisionFreezesTheHours(t *testing.T) {
	h := open(t, 1)
	ali, teo := h.as(t, 0, h.ali), h.as(t, 0, h.teo)
	h.own(t, h.ali, 1, 60)
	p, err := hours.ReadProgress(t.Context(), teo, h.ali, journal.ID{})
	if err != nil {
		t.Fatal(err)
	}
	node := p.Framework.Nodes[len(p.Framework.Nodes)-1].ID
	h.do(t, ali, learning.AddEvidence{Student: h.ali, Evidence: learning.Evidence{Kind: learning.EvidenceProject, Title: "iets", Day: monday, Minutes: 90, Nodes: []journal.ID{node}}})
	h.do(t, h.as(t, 0, h.petra), hours.Confirm{Week: monday})
	if p, err = hours.ReadProgress(t.Context(), teo, h.ali, journal.ID{}); err != nil {
		t.Fatal(err)
	}
	h.do(t, teo, learning.Assess{Student: h.ali, Evidence: p.Evidence[0].ID, As: learning.AssessorSchool, Given: []learning.Given{{Node: node, Level: 1}}, Reason: "gezien"})
	h.do(t, teo, learning.Decide{Student: h.ali, Kind: learning.DecisionPlacement, Met: true, Reason: "genoeg"})
	h.own(t, h.ali, 2, 30)
	if p, err = hours.ReadProgress(t.Context(), teo, h.ali, journal.ID{}); err != nil {
		t.Fatal(err)
	}
	s, err := learning.ParseSnapshot(p.Decisions[0].Snapshot)
	if err != nil || s.Hours == nil {
		t.Fatal(err, s.Hours)
	}
	want := learning.SnapshotHours{NormMinutes: 6000, Confirmed: 150, Start: "2026-03-02", End: "2026-05-10", From: []learning.SnapshotFrom{{Kind: "project", Minutes: 90}, {Kind: "own", Minutes: 60}}}
	if s.Minutes != 150 || !reflect.DeepEqual(*s.Hours, want) || p.Placement.Minutes != 180 {
		t.Fatalf("%d %+v, want %+v", s.Minutes, *s.Hours, want)
	}
}

package notification

import (
	"math/rand/v2"
	"testing"
	"time"

	"leerbalie/model/days"
)

func day(text string) time.Time {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return t
}

// TestTheTerms are those of the law, counted on paper: over the end of a month, of a leap year's February and of a year.
func TestTheTerms(t *testing.T) {
	for _, c := range []struct{ reported, plan, investigated, applied, decided string }{
		{"2026-03-02", "2026-03-09", "2026-04-13", "2026-04-13", "2026-04-27"},
		{"2026-12-28", "2027-01-04", "2027-02-08", "2027-02-01", "2027-02-15"},
		{"2028-01-20", "2028-01-27", "2028-03-02", "2028-02-20", "2028-03-05"},
	} {
		n := Notification{Reported: day(c.reported), Applied: day(c.applied)}
		terms := n.Terms(day(c.reported))
		for i, want := range []string{c.plan, c.investigated, c.decided} {
			if !terms[i].Due.Equal(day(want)) {
				t.Errorf("%s: %s until %s, want %s", c.reported, terms[i].Step, terms[i].Due.Format(time.DateOnly), want)
			}
		}
	}
}

// TestATermIsLateTheDayAfter: on its last day it is not, a day later it is, and once it was done it is not; a plan is never late.
func TestATermIsLateTheDayAfter(t *testing.T) {
	n := Notification{Reported: day("2026-03-02"), Urgent: true, Applied: day("2026-04-01")}
	for _, term := range n.Terms(n.Reported) {
		on := func(days int) Term {
			for _, is := range n.Terms(term.Due.AddDate(0, 0, days)) {
				if is.Step == term.Step {
					return is
				}
			}
			panic(term.Step)
		}
		if is := on(0); is.Late || is.Over || !is.Runs {
			t.Errorf("%s on its last day: %+v", term.Step, is)
		}
		if is, plan := on(1), term.Step == Plan; is.Late == plan || is.Over != plan || is.Runs == plan {
			t.Errorf("%s the day after: %+v", term.Step, is)
		}
		was := *n.at(term.Step)
		*n.at(term.Step) = term.Due
		if is := on(1); is.Late || is.Over || is.Runs {
			t.Errorf("%s was done: %+v", term.Step, is)
		}
		*n.at(term.Step) = was
	}
	if late := n.Late(day("2027-01-01")); len(late) != 3 {
		t.Errorf("late: %+v", late)
	}
	for _, end := range []Step{Decided, Withdrawn} {
		ended := n
		*ended.at(end) = day("2026-04-03")
		if late := ended.Late(day("2027-01-01")); len(late) != 0 || ended.Running() {
			t.Errorf("%s, and still late: %+v", end, late)
		}
		if next, ok := ended.Next(day("2026-04-03")); ok {
			t.Errorf("%s, and still to come: %+v", end, next)
		}
	}
}

// TestWhatIsNext is the term that ends first, also where it is over.
func TestWhatIsNext(t *testing.T) {
	n := Notification{Reported: day("2026-03-02")}
	for _, c := range []struct {
		today string
		want  Step
	}{{"2026-03-02", Plan}, {"2026-03-09", Plan}, {"2026-03-10", Investigated}, {"2026-05-01", Investigated}} {
		if next, ok := n.Next(day(c.today)); !ok || next.Step != c.want {
			t.Errorf("on %s next is %+v", c.today, next)
		}
	}
	n.Investigated = day("2026-03-04")
	if next, ok := n.Next(day("2026-03-05")); ok {
		t.Errorf("nothing is due before an application, not even a plan: %+v", next)
	}
}

// TestWhenSomebodyMayApply: on the day of the investigation, or once its term is over.
func TestWhenSomebodyMayApply(t *testing.T) {
	n := Notification{Reported: day("2026-03-02")}
	for investigated, want := range map[string]string{"": "2026-04-14", "2026-03-05": "2026-03-05", "2026-04-14": "2026-04-14", "2026-06-01": "2026-04-14"} {
		if n.Investigated = (time.Time{}); investigated != "" {
			n.Investigated = day(investigated)
		}
		if got := n.MayApply(); !got.Equal(day(want)) {
			t.Errorf("investigated %q: from %s, want %s", investigated, got.Format(time.DateOnly), want)
		}
	}
}

// TestDaysOfTheSite: whatever its zone and the moment, a term is late from the first moment of the day after its last one and not a moment
// before, with the days on which the clock changes among them.
func TestDaysOfTheSite(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 24))
	zones := []string{"Europe/Amsterdam", "America/Curacao", "Pacific/Apia", "America/Sao_Paulo", "Australia/Lord_Howe"}
	for range 2000 {
		zone := days.Zone(zones[r.IntN(len(zones))])
		n := Notification{Reported: day("2010-01-01").AddDate(0, 0, r.IntN(9000)), Urgent: true}
		n.Applied = n.Reported.AddDate(0, 0, r.IntN(60))
		for _, term := range n.Terms(n.Reported) {
			after := days.Start(term.Due.AddDate(0, 0, 1), zone)
			for _, at := range []time.Time{after.Add(-time.Second), after} {
				passed := !at.Before(after)
				for _, is := range n.Terms(days.Of(at, zone)) {
					if is.Step == term.Step && (is.Late || is.Over) != passed {
						t.Fatalf("%s of %s in %s at %s: %+v", term.Step, n.Reported.Format(time.DateOnly), zone, at, is)
					}
				}
			}
		}
	}
}

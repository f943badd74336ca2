package outcome_test

import (
	"math"
	"slices"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/erasure"
	"leerbalie/model/journal"
	"leerbalie/model/outcome"
	"leerbalie/model/pairs"
)

// TestErasedStudentsCount: who was erased has no name, and is counted.
func TestErasedStudentsCount(t *testing.T) {
	h := open(t, 1, 3)
	boss := h.as(0, h.sam)
	h.do(boss, outcome.Add{Student: h.students[0], Kind: outcome.Job, Day: today})
	h.do(boss, pairs.EndStudy{Person: h.students[0], Outcome: "diploma", At: today.AddDate(-8, 0, 0)})
	h.do(boss, erasure.Propose{Student: h.students[0]})
	h.do(h.as(0, h.lia), erasure.Confirm{Student: h.students[0]})
	r := h.report(boss, outcome.Query{Cohort: "2024"})
	if r.Of != 3 || r.Erased != 1 || row(r, outcome.Job).N != 1 || row(r, outcome.Qualification).N != 1 {
		t.Errorf("%+v", r)
	}
}

// TestWhoCounts: of whom outcomes are counted, once each, whichever says so.
func TestWhoCounts(t *testing.T) {
	h := open(t, 1, 4)
	boss := h.as(0, h.sam)
	edit := func(i int, alter func(*model.Study)) {
		people, err := boss.People(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		p := people[slices.IndexFunc(people, func(p model.Person) bool { return p.ID == h.students[i] })]
		alter(&p.Study)
		h.do(boss, model.EditPerson{Person: p})
	}
	edit(0, func(s *model.Study) { s.End = today }) // the last day is no end yet
	edit(1, func(s *model.Study) { s.End = time.Time{} })
	edit(2, func(s *model.Study) { s.Cohort = "2023" })
	h.do(boss, outcome.Add{Student: h.students[0], Kind: outcome.Modules, Day: today})
	h.do(boss, outcome.Add{Student: h.students[1], Kind: outcome.Left, Day: today})
	h.do(boss, pairs.EndStudy{Person: h.students[3], Outcome: "job", At: today})
	h.do(boss, outcome.Add{Student: h.students[3], Kind: outcome.Job, Day: today})
	h.do(boss, outcome.Add{Student: h.students[3], Kind: outcome.LevelUp, Day: today})
	r := h.report(boss, outcome.Query{Cohort: "2024"})
	if r.Of != 2 || r.Going != 1 || row(r, outcome.Modules).N != 1 || row(r, outcome.Modules).Of != 3 || row(r, outcome.Left).N != 1 || row(r, outcome.Job).N != 1 || row(r, outcome.LevelUp).N != 1 {
		t.Errorf("%+v", r)
	}
	if r := h.report(boss, outcome.Query{}); r.Of != 3 || !slices.Equal(r.Cohorts, []string{"2024", "2023"}) {
		t.Errorf("everybody: %+v", r)
	}
	if r := h.report(boss, outcome.Query{Programme: "dienstverlening ", Group: h.group}); r.Of != 3 {
		t.Errorf("a programme: %+v", r)
	}
	for want, q := range map[string]outcome.Query{"no-programme": {Programme: "zorg", Today: today}, "no-cohort": {Cohort: "1999", Today: today}, "group-unknown": {Group: journal.ID{9}, Today: today}} {
		if _, err := outcome.ReadReport(t.Context(), boss, q); err == nil || code(err) != want {
			t.Errorf("%+v: %v", q, err)
		}
	}
	if r := h.report(h.as(0, h.other), outcome.Query{}); r.Of != 0 || len(r.Cohorts) != 0 {
		t.Errorf("a teacher of another group counts %+v", r)
	}
	if r := h.report(h.as(0, h.teacher), outcome.Query{}); r.Of != 3 {
		t.Errorf("the teacher counts %+v", r)
	}
	if _, err := outcome.ReadReport(t.Context(), h.as(0, h.students[0]), outcome.Query{Today: today}); err == nil || code(err) != "outcomes-closed" {
		t.Errorf("a student reads the outcomes: %v", err)
	}
}

// TestFiguresBeside: the figure of the latest year stands beside ours with its source, earlier ones stay, and the same figure is entered once.
func TestFiguresBeside(t *testing.T) {
	h := open(t, 1, 1)
	boss := h.as(0, h.sam)
	enter := func(rate outcome.Share, source string, year int) journal.ID {
		return h.do(boss, outcome.Compare{Comparison: outcome.Comparison{Outcome: outcome.Qualification, Rate: rate, Source: source, Year: year}})
	}
	enter(6000, "Jaarverslag", 2024)
	newer := enter(6750, "Jaarverslag", 2025)
	if again := enter(6800, "  jaarverslag ", 2025); again != newer {
		t.Error("the same figure, spelled otherwise, is another one")
	}
	c := row(h.report(h.as(0, h.teacher), outcome.Query{}), outcome.Qualification).Compared
	if c == nil || c.Rate != 6800 || c.Source != "Jaarverslag" || c.Year != 2025 {
		t.Errorf("%+v", c)
	}
	all, err := outcome.ReadComparisons(t.Context(), boss)
	if err != nil || len(all) != 2 {
		t.Fatalf("%+v, %v", all, err)
	}
	h.do(boss, outcome.RemoveComparison{ID: newer})
	if c := row(h.report(boss, outcome.Query{}), outcome.Qualification).Compared; c == nil || c.Year != 2024 {
		t.Errorf("taken away: %+v", c)
	}
	enter(7000, "Jaarverslag", 2025)
	if c := row(h.report(boss, outcome.Query{}), outcome.Qualification).Compared; c == nil || c.Rate != 7000 {
		t.Errorf("entered again: %+v", c)
	}
}

// TestShares are read as people write them, and nothing else is.
func TestShares(t *testing.T) {
	for text, want := range map[string]outcome.Share{"67": 6700, "67%": 6700, "67,5": 6750, "67.25 %": 6725, "0": 0, "100": 10000, "0,5%": 50, " 1 ": 100} {
		if got, err := outcome.ParseShare(text); err != nil || got != want {
			t.Errorf("%q: %d, %v", text, got, err)
		}
	}
	for text, want := range map[string]string{"": "outcome-rate", "%": "outcome-rate", "100,01": "outcome-rate", "101": "outcome-rate", "-1": "outcome-rate", "6,": "outcome-rate", "1,2,3": "outcome-rate", "0,67": "outcome-rate-either",
		"0.5": "outcome-rate-either", "67,123": "outcome-rate", "veel": "outcome-rate", "1e2": "outcome-rate", "٣": "outcome-rate"} {
		if _, err := outcome.ParseShare(text); err == nil || code(err) != want {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// TestIntervals against published values: 10 of 10, 0 of 10, 81 of 263 (R.G. Newcombe, Two-sided confidence intervals for the single proportion,
// Statistics in Medicine 17 (1998) 857-872, table I: method 3), 15 of 148, 0 of 20 and 1 of 29.
func TestIntervals(t *testing.T) {
	for _, c := range []struct {
		k, n      int
		low, high float64
	}{{81, 263, .2553, .3662}, {15, 148, .0624, .1605}, {0, 20, 0, .1611}, {1, 29, .0061, .1718}, {0, 10, 0, .2775}, {10, 10, .7225, 1}, {0, 0, 0, 1}} {
		low, high := outcome.Interval(c.k, c.n)
		if math.Abs(low-c.low) > .00006 || math.Abs(high-c.high) > .00006 {
			t.Errorf("%d of %d: %.4f to %.4f, not %.4f to %.4f", c.k, c.n, low, high, c.low, c.high)
		}
	}
	for n := 1; n < 60; n++ {
		for k := 0; k <= n; k++ {
			low, high := outcome.Interval(k, n)
			if p := float64(k) / float64(n); low < 0 || high > 1 || low > p || high < p {
				t.Fatalf("%d of %d: %f to %f", k, n, low, high)
			}
		}
	}
}

package report

import (
	"strings"
	"testing"
	"time"

	"leerbalie/model/outcome"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
)

func outcomesOf(n, of int) *outcome.Report {
	r := &outcome.Report{Query: outcome.Query{Cohort: "2024"}, Of: of}
	low, high := outcome.Interval(n, of)
	r.Rows = []outcome.Row{{Outcome: outcome.Job, N: n, Of: of, Low: low, High: high, Compared: &outcome.Comparison{Outcome: outcome.Job, Rate: 6750, Source: "Jaarverslag", Year: 2025}}}
	return r
}

// TestSmallOutcomes: of a few students no share is told, on paper a small number is hidden with all that would tell it, and a screen is exact.
func TestSmallOutcomes(t *testing.T) {
	paper := Maker{Words: text.All().For("nl"), Zone: time.UTC, Now: time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)}
	screen := paper
	screen.Exact = true
	told := func(m Maker, n, of int) string {
		d := m.Outcomes(outcomesOf(n, of))
		return strings.Join(strings.Fields(strings.Join(d.Lines(theme.Bare(), 100), "\n")), " ")
	}
	for _, c := range []struct {
		m       Maker
		n, of   int
		has     string
		without string
	}{
		{screen, 8, 20, "8 van 20 40% 22% en 61% 67,5% (Jaarverslag, 2025)", "<5"},
		{screen, 3, 9, "3 van 9", "33%"},
		{screen, 0, 0, "Hier is nog niemand klaar", "0 van 0"},
		{paper, 8, 20, "8 van 20 40% 22% en 61%", "<5 van"},
		{paper, 3, 20, "<5 van 20", "15%"},
		{paper, 18, 20, "– van 20", "90%"},
		{paper, 0, 20, "0 van 20 0% 0% en 16%", "<5 van"},
		{paper, 2, 4, "minder dan 5 studenten", "van 4"},
	} {
		if got := told(c.m, c.n, c.of); !strings.Contains(got, c.has) || strings.Contains(got, c.without) {
			t.Errorf("%d of %d, exact %t:\n%s", c.n, c.of, c.m.Exact, got)
		}
	}
}

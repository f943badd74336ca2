package signal

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/overview"
)

// Themes is how the themes of a site stand in the four weeks up to a day.
type Themes struct {
	Site         model.Site
	Period       overview.Period // the weeks that are judged
	Before       overview.Period // those they are judged by
	Weeks        int             // of those before, how many count: from the first in which anything came in at the site
	Judged       []Of            // the signals first, the least likely ahead
	FalseSignals float64         // that chance gives at most in a year at so many themes, judged every four weeks, if nothing rises
}

// Of is how a theme stands.
type Of struct {
	Theme  string // its code; "" stands for what has none
	Counts []int  // that came in, each week, the oldest first: those before and then the ones that are judged
	Judged
}

// ReadSignals judges what came in of each theme at the session's site in the four weeks up to a day, which is among them, by the weeks
// before. Errors: Refused.
func ReadSignals(ctx context.Context, session *model.Session, until time.Time) (out Themes, err error) {
	if out.Site, err = session.SiteByID(ctx, session.Site()); err != nil {
		return out, err
	}
	out.Period = overview.Period{From: until.AddDate(0, 0, 1-7*Weeks), Until: until}
	out.Before = overview.Period{From: out.Period.From.AddDate(0, 0, -7*WeeksBefore), Until: out.Period.From.AddDate(0, 0, -1)}
	themes, err := overview.ReadThemesByDay(ctx, session, overview.Period{From: out.Before.From, Until: until})
	if err != nil {
		return out, err
	}
	out.judge(themes)
	return out, nil
}

// judge judges themes by how many came in on each of the days.
func (t *Themes) judge(themes []overview.ThemeDays) {
	first := WeeksBefore
	for _, of := range themes {
		if i := slices.IndexFunc(of.CameIn, func(n int) bool { return n > 0 }); i >= 0 {
			first = min(first, i/7)
		}
	}
	t.Weeks = WeeksBefore - first
	t.Before.From = t.Before.From.AddDate(0, 0, 7*first)
	for _, of := range themes {
		counts := make([]int, WeeksBefore+Weeks)
		for day, n := range of.CameIn {
			counts[day/7] += n
		}
		cases := 0
		for _, n := range counts[WeeksBefore:] {
			cases += n
		}
		t.Judged = append(t.Judged, Of{of.Theme, counts[first:], Judge(counts[first:WeeksBefore], cases)})
	}
	slices.SortStableFunc(t.Judged, func(a, b Of) int {
		return cmp.Or(cmp.Compare(a.place(), b.place()), cmp.Compare(a.P, b.P), cmp.Compare(b.Cases, a.Cases), strings.Compare(a.Theme, b.Theme))
	})
	t.FalseSignals = Limit * float64(JudgedAYear*len(t.Judged))
}

// place is where a theme stands in the list.
func (o Of) place() int {
	if o.Verdict == Signal {
		return 0
	}
	return 1
}

// Years is in how many years chance alone gives what is as unlikely as this once, at a site with so many themes that are judged every four
// weeks; at most 10,000.
func (j Judged) Years(themes int) float64 {
	a := j.P * JudgedAYear * float64(max(themes, 1))
	if a <= 1e-4 {
		return 1e4
	}
	return 1 / a
}

package report_test

import (
	"encoding/csv"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/daypart"
	"leerbalie/model/overview"
	"leerbalie/model/overview/hands"
	"leerbalie/model/overview/signal"
	"leerbalie/model/overview/worth"
	"leerbalie/model/paths"
	"leerbalie/model/value"
	"leerbalie/model/visits"
	"leerbalie/ui/report"
	"leerbalie/ui/report/smallcells"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// autumn is what a site did in three months: much, and a little.
func autumn() report.Printed {
	day := func(m time.Month, d int) time.Time { return time.Date(2026, m, d, 0, 0, 0, 0, time.UTC) }
	f := overview.Figures{
		Site: model.Site{Name: "Zuidwest"}, Period: overview.Period{From: day(9, 1), Until: day(11, 30)}, CameIn: 60, Handled: 50, Minutes: 1535, WithStudent: 40,
		ByTheme:   []overview.Tally{{Code: "poverty", Handled: 30, Minutes: 900}, {Code: "literacy", Handled: 10, Minutes: 300}, {Code: "", Handled: 7, Minutes: 200}, {Code: "=1+1", Handled: 3, Minutes: 135}},
		ByOutcome: []overview.Tally{{Code: "referred", Handled: 45, Minutes: 1400}, {Code: "not-reached", Handled: 5, Minutes: 135}},
		ByChannel: []overview.Tally{{Code: "desk", Handled: 49, Minutes: 1500}, {Code: "phone", Handled: 1, Minutes: 35}},
		Referrals: []overview.Referred{{To: "Stadsbank", N: 9, ByState: []overview.Tally{{Code: "sent", Handled: 6}, {Code: "done", Handled: 3}}}, {To: "@huisarts", N: 6, ByState: []overview.Tally{{Code: "sent", Handled: 6}}}},
		Waited:    overview.Waits{N: 50, Median: 9, Ninetieth: 31, Longest: 200}, Waiting: overview.Waits{N: 4, Median: 5, Ninetieth: 22, Longest: 22},
	}
	f.Counts.Waiting, f.Counts.Claimed = 4, 6
	for hour := 9; hour < 12; hour++ {
		f.Week[time.Tuesday][hour].CameIn, f.Week[time.Thursday][hour].CameIn = 5+3*(hour-9), 10
	}
	f.Week[time.Tuesday][13].CameIn, f.Week[time.Friday][9].CameIn = 2, 4
	return report.Printed{Figures: &f, By: overview.ByMonth, Series: []overview.Point{{From: day(9, 1), Until: day(9, 30), CameIn: 20, Handled: 20, Minutes: 600}, {From: day(10, 1), Until: day(10, 31), CameIn: 25, Handled: 22, Minutes: 635},
		{From: day(11, 1), Until: day(11, 30), CameIn: 15, Handled: 8, Minutes: 300}},
		Visits: &visits.Counts{Clients: 12, Planned: 3, Done: 40, Skipped: 7, Minutes: 2400},
		Paths:  []paths.Count{{Kind: "language", Running: 9, Begun: 6, Steps: 14, Reached: 5, Ended: 6}, {Kind: "health", Running: 3}}}
}

func printer(lang string) report.Maker {
	return report.Maker{Words: text.All().For(text.Lang(lang)), Zone: time.UTC, Now: time.Date(2026, 11, 30, 14, 0, 0, 0, time.UTC)}
}

func written(t interface{ Fatal(...any) }, d report.Document, format string) string {
	var b strings.Builder
	if err := d.Write(&b, format); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestTheReportOfASite holds it in both languages and every form.
func TestTheReportOfASite(t *testing.T) {
	for _, lang := range []string{"nl", "en"} {
		d := printer(lang).Site(autumn())
		for _, format := range []string{"md", "html", "csv", "raw"} {
			uitest.Kept(t, "testdata/site/"+lang+"."+format, written(t, d, format))
		}
	}
	m := printer("nl")
	m.Exact = true
	uitest.Kept(t, "testdata/site/exact.md", written(t, m.Site(autumn()), "md"))
}

// values are the numbers of a report as scripts read them: by table and row, and by what they are.
func values(t interface{ Fatal(...any) }, d report.Document) map[[2]string]map[string]string {
	rows, err := csv.NewReader(strings.NewReader(written(t, d, "raw"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[[2]string]map[string]string{}
	for _, r := range rows[1:] {
		at := [2]string{r[0], r[2]}
		if out[at] == nil {
			out[at] = map[string]string{}
		}
		out[at][r[1]] = r[3]
	}
	return out
}

// TestNoSmallNumberLeavesTheHouse prints what made-up sites did: no count of one to four is printed anywhere, and no table whose total is known
// hides one number alone, also not the same days twice in two ways.
func TestNoSmallNumberLeavesTheHouse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := autumn()
		f := p.Figures
		n := rapid.OneOf(rapid.IntRange(0, 6), rapid.IntRange(0, 60))
		total := 0
		for i := range f.ByTheme {
			f.ByTheme[i].Handled = n.Draw(t, "theme")
			total += f.ByTheme[i].Handled
		}
		f.Handled, f.WithStudent = total, rapid.IntRange(0, total).Draw(t, "students")
		f.ByOutcome[0].Handled = rapid.IntRange(0, total).Draw(t, "outcome")
		f.ByOutcome[1].Handled = total - f.ByOutcome[0].Handled
		f.ByChannel[0].Handled = rapid.IntRange(0, total).Draw(t, "channel")
		f.ByChannel[1].Handled = total - f.ByChannel[0].Handled
		f.Week, f.CameIn, p.Series, p.By = overview.Week{}, 0, nil, overview.ByDay
		for day := range rapid.IntRange(1, 14).Draw(t, "days") {
			x := overview.Point{From: f.Period.From.AddDate(0, 0, day)}
			x.Until = x.From
			for hour := 9; hour < 12; hour++ {
				came := n.Draw(t, "came")
				f.Week[x.From.Weekday()][hour].CameIn += came
				x.CameIn += came
			}
			p.Series, f.CameIn = append(p.Series, x), f.CameIn+x.CameIn
		}
		p.Visits = &visits.Counts{Clients: n.Draw(t, "clients"), Planned: n.Draw(t, "planned"), Done: n.Draw(t, "done"), Skipped: n.Draw(t, "skipped"), Minutes: 7}
		ended := n.Draw(t, "ended")
		p.Paths = []paths.Count{{Kind: "language", Running: n.Draw(t, "running"), Ended: ended, Reached: rapid.IntRange(0, ended).Draw(t, "reached")}}
		out := values(t, printer("nl").Site(p))
		reached, err := strconv.Atoi(out[[2]string{"paths", "reached"}]["language"])
		if err == nil && smallcells.IsSmall(ended-reached) {
			t.Fatalf("%d of %d paths that ended reached their goal: the rest can be worked out", reached, ended)
		}
		for at, rows := range out {
			hidden := 0
			for row, v := range rows {
				if v == "<5" || v == "–" {
					hidden++
				}
				if at[1] == "minutes" || row == "hours" || strings.HasSuffix(at[1], "inetieth") || at[1] == "median" || at[1] == "longest" {
					continue
				}
				if k, err := strconv.Atoi(v); err == nil && smallcells.IsSmall(k) {
					t.Fatalf("%v %s is printed as %d", at, row, k)
				}
			}
			if hidden == 1 && at[0] != "summary" && at[0] != "waits" && at[0] != "week" && at[0] != "visits" && at[0] != "paths" {
				t.Fatalf("%v hides one number alone: %v", at, rows)
			}
		}
		// What the days of the series and the days of the week tell together: of every day that is hidden, two answers at least.
		if _, printed := out[[2]string{"week", "1"}]; printed {
			for day, v := range out[[2]string{"series", "came_in"}] {
				if v == "<5" || v == "–" {
					t.Fatalf("%s is hidden as a day, and the days of the week are printed", day)
				}
			}
		}
	})
}

// TestWhatRisesIsPrinted holds that small numbers stay out of signals and hands as well, and with them what would tell them: a chance, a place.
func TestWhatRisesIsPrinted(t *testing.T) {
	day := func(m time.Month, d int) time.Time { return time.Date(2026, m, d, 0, 0, 0, 0, time.UTC) }
	s := signal.Themes{Site: model.Site{Name: "Zuidwest"}, Period: overview.Period{From: day(11, 3), Until: day(11, 30)}, Weeks: 26, FalseSignals: 0.05}
	before := func(n int) (out []int) {
		for range 26 {
			out = append(out, n)
		}
		return out
	}
	for _, x := range []struct {
		theme         string
		before, cases int
	}{{"poverty", 3, 40}, {"literacy", 1, 3}, {"forms", 2, 12}, {"digital", 1, 9}} {
		s.Judged = append(s.Judged, signal.Of{Theme: x.theme, Judged: signal.Judge(before(x.before), x.cases)})
	}
	uitest.Kept(t, "testdata/signals.md", written(t, printer("nl").Signals(&s), "md"))
	m := printer("en")
	m.Exact = true
	uitest.Kept(t, "testdata/signals-exact.raw", written(t, m.Signals(&s), "raw"))
	h := hands.Hands{Site: s.Site, Period: s.Period, Arrivals: 63, Known: 60, Typical: 12, Parts: []hands.Part{
		{Part: daypart.ReadDayParts([]string{"mon-morning"}), Arrivals: 40, Needed: 3, Students: 1, Staff: 1, Verdict: hands.Short, Shares: []hands.Share{{People: 2, Within: 30}, {People: 3, Within: 38}}},
		{Part: daypart.ReadDayParts([]string{"tue-morning"}), Arrivals: 20, Needed: 1, Students: 2, Verdict: hands.Enough, Shares: []hands.Share{{People: 1, Within: 19}}},
		{Part: daypart.ReadDayParts([]string{"fri-evening"}), Arrivals: 3, Verdict: hands.TooFew},
	}}
	uitest.Kept(t, "testdata/hands.csv", written(t, printer("nl").Hands(&h), "csv"))
}

// TestThePrintedValueSheet holds it as a table, and that no amount tells a small number.
func TestThePrintedValueSheet(t *testing.T) {
	s := worth.Sheet{Site: model.Site{Name: "Zuidwest"}, Period: autumn().Figures.Period, Minutes: 1535, Requests: 50, Visits: 3, Low: 70375, Base: 105906, High: 142375}
	price := func(unit string) value.Price {
		return value.Price{Unit: unit, Low: 2500, Base: 3750, High: 5000, Source: "=Handleiding", Year: 2026}
	}
	s.Lines = []worth.Line{{Price: price(value.Hour), Known: true, Quantity: 2558, Low: 63950, Base: 95925, High: 127900}, {Price: price(value.Visit), Known: true, Quantity: 300, Low: 7500, Base: 11250, High: 15000},
		{Price: price("taart")}}
	d := printer("nl").Worth(&s)
	uitest.Kept(t, "testdata/value.csv", written(t, d, "csv"))
	for _, never := range []string{"112,50", "1059,06", "3,00"} {
		if strings.Contains(written(t, d, "csv"), never) {
			t.Errorf("%s tells that there were three visits", never)
		}
	}
	m := printer("nl")
	m.Exact = true
	uitest.Kept(t, "testdata/value-exact.md", written(t, m.Worth(&s), "md"))
}

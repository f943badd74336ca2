package report

import (
	"slices"
	"strconv"
	"strings"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/overview"
	"leerbalie/model/paths"
	"leerbalie/model/visits"
	"leerbalie/ui/report/smallcells"
)

// Printed is what the report of a site holds: the figures of a period, and the period day by day, week by week or month by month.
type Printed struct {
	Figures *overview.Figures
	By      overview.By
	Series  []overview.Point
	Person  string         // whose work it is; "": of everybody
	Visits  *visits.Counts // to regular clients; nil: not of a person
	Paths   []paths.Count  // of residents, by kind
}

// Cut is how a period is usually cut: short ones by day, long ones by month.
func Cut(p overview.Period) overview.By {
	switch n := p.Days(); {
	case n <= 31:
		return overview.ByDay
	case n <= 26*7:
		return overview.ByWeek
	}
	return overview.ByMonth
}

// Split is what a site handled, told apart in one way.
type Split struct {
	By    string // theme, outcome, channel …
	Title string
	Parts []Part // the most first
}

// Part is how much of it was of one kind.
type Part struct {
	Code, Label      string
	Handled, Minutes int
}

// Splits tell what a site handled apart, in every way that is known. One of which nothing is known is left out.
func (m Maker) Splits(f *overview.Figures) []Split {
	var out []Split
	plainly := func(code string) string { return code }
	of := func(codes model.Codes) func(string) string {
		return func(code string) string { return m.Words.Name(codes, code) }
	}
	for _, way := range []struct {
		by    string
		list  []overview.Tally
		label func(string) string
	}{
		{"theme", f.ByTheme, of(f.Site.ThemeCodes())}, {"outcome", f.ByOutcome, of(model.Outcomes())}, {"channel", f.ByChannel, of(model.Channels())},
		{"life-domain", f.ByLifeDomain, of(model.LifeDomains())}, {"language", f.ByLanguage, m.Words.Language}, {"urgency", f.ByUrgency, of(f.Site.UrgencyCodes())},
		{"supervision", f.BySupervision, func(c string) string { return m.Words.Code("supervision", c) }}, {"where-found", f.ByWhereFound, of(model.FoundPlaces())},
		{"age-band", f.ByAgeBand, of(model.AgeBands())}, {"neighbourhood", f.ByNeighbourhood, plainly}, {"postcode", f.ByPostcode, plainly}, {"tag", f.ByTag, of(f.Site.Tags)},
	} {
		s := Split{By: way.by, Title: m.say("by-" + way.by)}
		known := false
		for _, x := range way.list {
			label := m.say("not-said")
			switch {
			case x.Code == desk.OutcomeMerged && way.by == "outcome":
				label = m.Words.Say("outcome.merged")
			case x.Code != "":
				label, known = way.label(x.Code), true
			}
			s.Parts = append(s.Parts, Part{x.Code, label, x.Handled, x.Minutes})
		}
		if known || len(s.Parts) > 0 && slices.Contains([]string{"theme", "outcome", "channel"}, way.by) {
			out = append(out, s)
		}
	}
	return out
}

// Site is the report of a service point over a period.
func (m Maker) Site(p Printed) Document {
	f := p.Figures
	d := m.document(m.say("site", "name", f.Site.Name))
	if p.Person != "" {
		d.Title = m.say("of-person", "name", p.Person, "site", f.Site.Name)
	}
	d.line(m.Period(f.Period))
	m.summary(&d, p)
	m.waits(&d, f)
	if m.small(f.Handled) {
		d.line(m.say("too-few"))
	} else {
		for _, s := range m.Splits(f) {
			m.split(&d, s)
		}
	}
	m.referrals(&d, f)
	m.regulars(&d, p)
	m.paths(&d, p)
	m.series(&d, p)
	m.week(&d, p)
	m.legend(&d)
	return d
}

// Period says which days are among a period.
func (m Maker) Period(p overview.Period) string {
	if p.From.Equal(p.Until) {
		return m.say("one-day", "day", m.day(p.From))
	}
	return m.say("period", "from", m.day(p.From), "until", m.day(p.Until))
}

// legend says what stands where a number is left out, and what the numbers are of.
func (m Maker) legend(d *Document) {
	m.hiddenLegend(d)
	d.line(m.say("clocks", "zone", m.Zone.String()))
}

// hiddenLegend says what stands where a number is left out.
func (m Maker) hiddenLegend(d *Document) {
	if !m.Exact {
		d.line(m.say("hidden-sign", "n", smallcells.Least, "sign", hiddenSign))
	}
}

func (m Maker) summary(d *Document, p Printed) {
	f := p.Figures
	t := m.grid("summary", m.heads("what", "n"), "n")
	rest := f.Handled - f.WithStudent
	students := m.hide(f.WithStudent, rest)[0]
	hours := m.duration(f.Minutes, smallcells.Shown)
	if m.small(f.Handled) {
		hours = m.duration(f.Minutes, smallcells.Beside)
	}
	for _, row := range []struct {
		id string
		n  figure
	}{
		{"came-in", m.alone(f.CameIn)}, {"handled", m.alone(f.Handled)}, {"hours", hours}, {"with-student", m.count(f.WithStudent, students)},
		{"waiting", m.alone(f.Counts.Waiting)}, {"claimed", m.alone(f.Counts.Claimed)}, {"parked", m.alone(f.Counts.Parked)},
	} {
		if p.Person != "" && row.id != "handled" && row.id != "hours" { // the others are of the site
			continue
		}
		t.add(strings.ReplaceAll(row.id, "-", "_"), m.word(m.say("sum-"+row.id)), row.n)
	}
	d.table(t.Table)
}

func (m Maker) waits(d *Document, f *overview.Figures) {
	t := m.grid("waits", m.heads("clock", "n", "half", "ninety", "longest"), "n", "median", "ninetieth", "longest")
	for _, row := range []struct {
		id string
		w  overview.Waits
	}{{"waited", f.Waited}, {"waiting", f.Waiting}, {"parked", f.Parked}} {
		if row.w.N == 0 {
			continue
		}
		mark := smallcells.Shown
		if m.small(row.w.N) {
			mark = smallcells.Beside
		}
		t.add(row.id, m.word(m.say("clock-"+row.id)), m.alone(row.w.N), m.wait(row.w.Median, mark), m.wait(row.w.Ninetieth, mark), m.wait(row.w.Longest, mark))
	}
	if len(t.Rows) > 0 {
		d.heading(m.say("waits"))
		d.table(t.Table)
	}
}

// split adds a table of what was handled, with a drawing of what may be printed of it.
func (m Maker) split(d *Document, s Split) {
	d.heading(s.Title)
	parts, marks, ok := m.parted(s.Parts)
	if !ok {
		d.line(m.say("withheld"))
		return
	}
	t := m.grid(strings.ReplaceAll(s.By, "-", "_"), m.heads(s.By, "handled", "hours"), "handled", "minutes")
	c := &Chart{Title: s.Title}
	var told []string
	for i, p := range parts {
		n := m.count(p.Handled, marks[i])
		t.add(p.Code, m.word(p.Label), n, m.duration(p.Minutes, marks[i]))
		bar := Bar{p.Label, n.paper, p.Handled}
		if marks[i] != smallcells.Shown {
			bar.N = -1
		}
		c.Bars = append(c.Bars, bar)
		if len(told) < 3 {
			told = append(told, p.Label+" "+n.paper)
		}
	}
	c.Told = m.say("told-most", "list", strings.Join(told, ", "))
	if len(c.Bars) > 1 {
		d.Blocks = append(d.Blocks, Block{Chart: c})
	}
	d.table(t.Table)
}

// parted hides what is small among the parts of a whole: the hidden ones come last, in the order of their names, since their place would tell about them.
func (m Maker) parted(parts []Part) ([]Part, []smallcells.Mark, bool) {
	byCode := slices.Clone(parts)
	slices.SortFunc(byCode, func(a, b Part) int { return strings.Compare(a.Code, b.Code) })
	cells := make([]int, len(byCode))
	for i, p := range byCode {
		cells[i] = p.Handled
	}
	marks, ok := m.hideAll(cells)
	of := map[string]smallcells.Mark{}
	for i, p := range byCode {
		of[p.Code] = marks[i]
	}
	given := make([]smallcells.Mark, len(parts))
	for i, p := range parts {
		given[i] = of[p.Code]
	}
	var out []Part
	marks = nil
	for _, i := range hiddenLast(given, func(i int) string { return parts[i].Label }) {
		out, marks = append(out, parts[i]), append(marks, given[i])
	}
	return out, marks, ok
}

func (m Maker) referrals(d *Document, f *overview.Figures) {
	var to, state []Part
	by := map[string]int{}
	for _, r := range f.Referrals {
		to = append(to, Part{Code: r.To, Label: r.To, Handled: r.N})
		for _, s := range r.ByState {
			if by[s.Code] == 0 {
				state = append(state, Part{Code: s.Code, Label: m.Words.Say("referral." + s.Code)})
			}
			by[s.Code] += s.Handled
		}
	}
	for i := range state {
		state[i].Handled = by[state[i].Code]
	}
	slices.SortFunc(state, func(a, b Part) int { return strings.Compare(a.Code, b.Code) })
	for _, x := range []struct {
		name  string
		parts []Part
	}{{"referral-to", to}, {"referral-state", state}} {
		if len(x.parts) == 0 {
			continue
		}
		d.heading(m.say(x.name))
		parts, marks, ok := m.parted(x.parts)
		if !ok {
			d.line(m.say("withheld"))
			continue
		}
		t := m.grid(strings.ReplaceAll(x.name, "-", "_"), m.heads(x.name, "n"), "n")
		for i, p := range parts {
			t.add(p.Code, m.word(p.Label), m.count(p.Handled, marks[i]))
		}
		d.table(t.Table)
	}
}

// series adds the period in its parts.
func (m Maker) series(d *Document, p Printed) {
	if len(p.Series) < 2 {
		return
	}
	came, handled := make([]int, len(p.Series)), make([]int, len(p.Series))
	for i, x := range p.Series {
		came[i], handled[i] = x.CameIn, x.Handled
	}
	cameMarks, cameFine := m.hideAll(came)
	handledMarks, handledFine := m.hideAll(handled)
	d.heading(m.say("series-" + string(p.By)))
	if !cameFine && !handledFine {
		d.line(m.say("withheld"))
		return
	}
	t := m.grid("series", m.heads("from", "until", "came-in", "handled", "hours"), "until", "came_in", "handled", "minutes")
	c := &Chart{Title: m.say("series-" + string(p.By))}
	top := 0
	for i, x := range p.Series {
		came, handled, minutes := m.count(x.CameIn, cameMarks[i]), m.count(x.Handled, handledMarks[i]), m.duration(x.Minutes, handledMarks[i])
		bar := Bar{x.From.Format("02-01"), handled.paper, x.Handled}
		if !cameFine {
			came = m.count(0, smallcells.Beside)
		}
		if !handledFine {
			handled, minutes = m.count(0, smallcells.Beside), m.duration(0, smallcells.Beside)
		}
		if !handledFine || handledMarks[i] != smallcells.Shown {
			bar.N, bar.Text = -1, handled.paper
		}
		t.add(x.From.Format("2006-01-02"), m.word(m.day(x.From)), figure{m.day(x.Until), m.day(x.Until), x.Until.Format("2006-01-02")}, came, handled, minutes)
		c.Columns = append(c.Columns, bar)
		if bar.N > p.Series[top].Handled {
			top = i
		}
	}
	c.Told = m.say("told-series", "handled", m.alone(p.Figures.Handled).paper, "day", m.day(p.Series[top].From))
	if handledFine {
		d.Blocks = append(d.Blocks, Block{Chart: c})
	}
	d.table(t.Table)
}

// told tells whether the days of a series give away what the days of the week would hide: then both cannot be printed.
func (m Maker) told(p Printed) bool {
	if m.Exact || p.By != overview.ByDay || len(p.Series) < 2 {
		return false
	}
	return slices.ContainsFunc(p.Series, func(x overview.Point) bool { return smallcells.IsSmall(x.CameIn) })
}

// week adds who came in by the hour of the week.
func (m Maker) week(d *Document, p Printed) {
	f := p.Figures
	first, last := 24, -1
	days := make([]int, 7) // from Monday on
	for day := range 7 {
		for h := range 24 {
			if n := f.Week[(day+1)%7][h].CameIn; n > 0 {
				first, last = min(first, h), max(last, h)
				days[day] += n
			}
		}
	}
	if last < 0 {
		return
	}
	dayMarks, daysFine := m.hideAll(days)
	d.heading(m.say("week"))
	if m.told(p) {
		d.line(m.say("withheld"))
		return
	}
	heads := []string{m.Words.Say("report.col.hour")}
	columns := make([]string, 7)
	c := &Chart{Title: m.say("week")}
	for day := range 7 {
		name := m.Words.Say("weekday." + strconv.Itoa((day+1)%7))
		heads = append(heads, name)
		c.Heads = append(c.Heads, clipped(name, 3))
		columns[day] = strconv.Itoa(day + 1) // as ISO 8601 counts
	}
	t := m.grid("week", heads, columns...)
	hidden := make([][]smallcells.Mark, 7)
	for day := range 7 {
		hours := make([]int, 24)
		for h := range 24 {
			hours[h] = f.Week[(day+1)%7][h].CameIn
		}
		marks, ok := m.hideAll(hours)
		if !m.Exact && (!ok || !daysFine || dayMarks[day] != smallcells.Shown) {
			for h := range marks { // the whole column, also where nobody came: what is left would tell the rest
				marks[h] = smallcells.Beside
			}
		}
		hidden[day] = marks
	}
	most, busiest := 0, ""
	for h := first; h <= last; h++ {
		row, drawn := []figure{m.word(m.hour(h))}, make([]int, 7)
		for day := range 7 {
			n := f.Week[(day+1)%7][h].CameIn
			row, drawn[day] = append(row, m.count(n, hidden[day][h])), n
			if hidden[day][h] != smallcells.Shown {
				drawn[day] = -1
			} else if n > most {
				most, busiest = n, c.Heads[day]+" "+m.hour(h)
			}
		}
		t.add(strconv.Itoa(h), row...)
		c.Rows, c.Grid = append(c.Rows, m.hour(h)), append(c.Grid, drawn)
	}
	c.Told = m.say("told-week", "when", busiest, "n", most)
	if most > 0 {
		d.Blocks = append(d.Blocks, Block{Chart: c})
	}
	d.table(t.Table)
}

func (m Maker) hour(h int) string { return strconv.Itoa(h) + "–" + strconv.Itoa(h+1) }

package overview

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/overview"
	"leerbalie/ui/report"
	"leerbalie/ui/say"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// How wide the parts of a line are: what is counted, how often, and in how many hours.
const (
	nameWide  = 16
	countWide = 6
	hoursWide = 8
	leastBar  = 6
	mostBar   = 30
)

// few is how many there have to be before anything is said of how they are spread.
const few = 5

// siteBlocks are the blocks of a page with figures.
func (o *Overview) siteBlocks(width int) []block {
	if o.size.Width >= allBeside {
		width = (width - gap) / 2
	}
	var out []block
	if o.running() {
		out = append(out, o.nowBlock())
	}
	out = append(out, o.didBlock(), o.waitBlock(width))
	out = o.withRegulars(out, width)
	if o.data.Figures.CameIn > 0 {
		out = append(out, o.heatBlock(width))
	}
	if o.page != today && o.data.Figures.CameIn >= few && len(o.data.Series) > 1 {
		out = append(out, o.seriesBlock(width))
	}
	if !o.handled() {
		b := block{}
		b.text(o.empty(), min(width, widest))
		return o.withTrends(append(out, b), width)
	}
	for i, s := range o.maker().Splits(o.data.Figures) {
		out = append(out, o.splitBlock(s, width))
		if i == 0 {
			out = o.withTrends(out, width)
		}
	}
	if len(o.data.Figures.Referrals) > 0 {
		out = append(out, o.referredBlock(width))
	}
	return out
}

// withTrends adds how the themes go.
func (o *Overview) withTrends(out []block, width int) []block {
	if len(o.data.themes) == 0 {
		return out
	}
	return append(out, o.trendBlock(width))
}

// counted adds a line with one number.
func (o *Overview) counted(b *block, word, number, note, noteSaid string) {
	name := o.Env.Words.Say(word)
	line := cell.Fit(name, nameWide) + o.Env.Theme.Strong.On(cell.Right(number, countWide))
	if note != "" {
		line += "  " + note
	}
	b.add(line, say.Join(say.Pair(name, number), noteSaid))
}

// nowBlock is how things stand at this moment.
func (o *Overview) nowBlock() block {
	w, c := o.Env.Words, o.data.Figures.Counts
	b := block{title: w.Say("overview.now", "time", o.Env.Clock(o.now)), short: true}
	longest, said := "", ""
	if c.Waiting > 0 && !c.Longest.IsZero() {
		longest, said = w.Say("desk.longest", "time", o.Env.Wait(c.Longest, o.now)), w.Say("desk.longest", "time", o.Env.SaidWait(c.Longest, o.now))
	}
	o.counted(&b, "overview.waiting", itoa(c.Waiting), longest, said)
	o.counted(&b, "overview.claimed", itoa(c.Claimed), "", "")
	o.counted(&b, "overview.parked", itoa(c.Parked), "", "")
	return b
}

// didBlock is what was done in the period.
func (o *Overview) didBlock() block {
	f := o.data.Figures
	b := block{title: o.Env.Words.Say(o.page.word()), short: true}
	if !o.running() || o.page == own {
		b.title = o.maker().Period(f.Period)
	}
	o.counted(&b, "overview.came-in", itoa(f.CameIn), "", "")
	o.counted(&b, "overview.handled", itoa(f.Handled), "", "")
	o.counted(&b, "overview.students", itoa(f.WithStudent), "", "")
	hour := o.Env.Words.Say("overview.hour")
	o.counted(&b, "overview.time", o.maker().Hours(f.Minutes), hour, hour)
	return b
}

// waitBlock is how long people waited, each clock by itself.
func (o *Overview) waitBlock(width int) block {
	w, f := o.Env.Words, o.data.Figures
	b := block{title: w.Say("report.waits")}
	m := o.maker()
	clock := func(id string, x overview.Waits) {
		if x.N == 0 {
			return
		}
		word := "overview.wait"
		if x.N < few {
			word = "overview.wait-few"
		}
		told := func(wait func(int) string) string {
			return w.Say(word, "clock", w.Say(id), "n", x.N, "half", wait(x.Median), "ninety", wait(x.Ninetieth), "longest", wait(x.Longest))
		}
		for i, line := range cell.Wrap(told(m.Waited), width, 4) {
			said := ""
			if i == 0 {
				said = told(m.SaidWaited)
			}
			b.add(line, said)
		}
	}
	clock("overview.clock-waited", f.Waited)
	if o.running() {
		clock("overview.clock-waiting", f.Waiting)
	}
	clock("overview.clock-parked", f.Parked)
	if len(b.rows) == 0 {
		b.text(w.Say("overview.no-waits"), width)
	}
	return b
}

// seriesBlock is the period in its parts: a bar for what came in, and both numbers.
func (o *Overview) seriesBlock(width int) block {
	w, most := o.Env.Words, 0
	for _, x := range o.data.Series {
		most = max(most, x.CameIn)
	}
	const labelWide = 11
	bar := min(max(width-labelWide-2*countWide-1, leastBar), mostBar)
	over := cell.Right(w.Say("overview.in"), countWide) + cell.Right(w.Say("overview.out"), countWide)
	b := block{title: w.Say("report.series-" + string(o.data.By)), over: over, wide: labelWide + 1 + bar + 2*countWide}
	for _, x := range o.data.Series {
		if x.From.After(o.today()) {
			break
		}
		label := x.From.Format("02-01-2006")
		switch {
		case o.page == week:
			label = w.Say("weekday." + itoa(int(x.From.Weekday())))
		case o.data.By == overview.ByMonth:
			label = w.Say("overview.month." + itoa(int(x.From.Month())))
		}
		b.add(cell.Fit(label, labelWide)+" "+widget.Share(o.Env.Theme, x.CameIn, most, bar)+o.Env.Theme.Strong.On(cell.Right(itoa(x.CameIn), countWide))+cell.Right(itoa(x.Handled), countWide),
			say.Join(label, say.Pair(w.Say("overview.came-in"), itoa(x.CameIn)), say.Pair(w.Say("overview.handled"), itoa(x.Handled))))
	}
	return b
}

// splitBlock is what was handled told apart in one way: for each part a bar of its share, its number and its hours.
func (o *Overview) splitBlock(s report.Split, width int) block {
	w, m, label := o.Env.Words, o.maker(), 0
	for _, p := range s.Parts {
		label = max(label, cell.Width(p.Label))
	}
	label = min(max(label, nameWide), max(width-leastBar-1-countWide-hoursWide, nameWide))
	bar := min(max(width-label-1-countWide-hoursWide, leastBar), mostBar)
	b := block{title: s.Title, over: cell.Right(w.Say("overview.number"), countWide+1) + cell.Right(w.Say("overview.hours"), hoursWide), wide: label + 1 + bar + countWide + hoursWide}
	for _, p := range s.Parts {
		b.add(cell.Fit(p.Label, label)+" "+widget.Share(o.Env.Theme, p.Handled, o.data.Figures.Handled, bar)+o.Env.Theme.Strong.On(cell.Right(itoa(p.Handled), countWide))+cell.Right(m.Hours(p.Minutes), hoursWide),
			say.Join(p.Label, say.Pair(w.Say("overview.number"), itoa(p.Handled)), say.Pair(w.Say("overview.hours"), m.Hours(p.Minutes))))
	}
	return b
}

// referredBlock is where people were sent on to, and what came of it.
func (o *Overview) referredBlock(width int) block {
	w := o.Env.Words
	b := block{title: w.Say("report.referral-to"), over: cell.Right(w.Say("overview.number"), countWide+1), wide: width}
	for _, r := range o.data.Figures.Referrals {
		states := ""
		for _, s := range r.ByState {
			if states != "" {
				states += ", "
			}
			states += w.Say("referral."+s.Code) + " " + itoa(s.Handled)
		}
		b.add(cell.Fit(r.To, width-countWide)+o.Env.Theme.Strong.On(cell.Right(itoa(r.N), countWide)), say.Join(say.Pair(r.To, itoa(r.N)), states))
		b.add("  "+o.Env.Theme.Faint.On(cell.Short(states, width-2)), "")
	}
	return b
}

// trend is how many requests of a theme came in, in parts of a stretch of time up to the end of the period.
type trend struct {
	theme  string
	counts []int // the oldest first
	total  int
}

// trendParts is how many parts that are at most.
const trendParts = 12

// noteWide is what stays free for what is said instead of a line.
const noteWide = 30

// readTrends reads what came in by theme: of a year by month, of what is shorter by week, twelve at most.
func readTrends(ctx context.Context, session *model.Session, p overview.Period, today time.Time) (out []trend, err error) {
	until := p.Until
	if until.After(today) {
		until = today
	}
	of := overview.Period{From: until.AddDate(0, 0, 1-7*trendParts), Until: until}
	byMonth := p.Days() > 200
	if byMonth {
		of.From = time.Date(until.Year(), until.Month()-trendParts+1, 1, 0, 0, 0, 0, time.UTC)
	}
	themes, err := overview.ReadThemesByDay(ctx, session, of)
	for _, t := range themes {
		x := trend{theme: t.Theme, counts: make([]int, trendParts)}
		for i, n := range t.CameIn {
			part := i / 7
			if day := of.From.AddDate(0, 0, i); byMonth {
				part = (day.Year()-of.From.Year())*12 + int(day.Month()) - int(of.From.Month())
			}
			x.counts[min(part, trendParts-1)] += n
			x.total += n
		}
		out = append(out, x)
	}
	slices.SortStableFunc(out, func(a, b trend) int { return b.total - a.total })
	return out, err
}

// trendBlock is how the themes go: a small line of what came in, with its number; none for what is too little to tell anything.
func (o *Overview) trendBlock(width int) block {
	w, id := o.Env.Words, "overview.trend-weeks"
	if o.page == year {
		id = "overview.trend-months"
	}
	label := min(max(width-countWide-2-noteWide, nameWide), 34)
	b := block{title: w.Say(id, "n", trendParts)}
	for _, t := range o.data.themes {
		name := w.Say("report.not-said")
		if t.theme != "" {
			name = w.Name(o.data.Figures.Site.ThemeCodes(), t.theme)
		}
		number := say.Pair(name, itoa(t.total))
		if t.total < few {
			b.add(cell.Fit(name, label)+cell.Right(itoa(t.total), countWide)+"  "+o.Env.Theme.Faint.On(w.Say("overview.few")), say.Join(number, w.Say("overview.few")))
			continue
		}
		last := ""
		for i, n := range t.counts {
			if i > 0 {
				last += ", "
			}
			last += itoa(n)
		}
		b.add(cell.Fit(name, label)+o.Env.Theme.Strong.On(cell.Right(itoa(t.total), countWide))+"  "+o.Env.Theme.Info.On(widget.Spark(t.counts)), say.Join(number, last))
	}
	return b
}

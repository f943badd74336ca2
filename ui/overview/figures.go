package overview

import (
	"strconv"

	"leerbalie/ui/report"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// How wide the parts of a line are: what is counted, how often, and in how many hours.
const (
	nameWide  = 16
	countWide = 5
	hoursWide = 7
	besideBar = 1 + countWide + hoursWide

	mostLabel = 40 // more than this the name of a part never gets
	leastBar  = 8
	mostBar   = 40
)

// nowBlock is how things stand at this moment.
func (o *Overview) nowBlock(width int) []string {
	w, c := o.Env.Words, o.data.Counts
	longest := ""
	if c.Waiting > 0 && !c.Longest.IsZero() {
		longest = w.Say("desk.longest", "time", o.Env.Wait(c.Longest, o.now))
	}
	return []string{
		o.heading(w.Say("overview.now", "time", o.Env.Clock(o.now)), width),
		o.figure("overview.waiting", strconv.Itoa(c.Waiting), longest, width),
		o.figure("overview.claimed", strconv.Itoa(c.Claimed), "", width),
		o.figure("overview.parked", strconv.Itoa(c.Parked), "", width),
	}
}

// todayBlock is what was handled since midnight.
func (o *Overview) todayBlock(width int) []string {
	w := o.Env.Words
	return []string{
		o.heading(w.Say("overview.today", "time", o.Env.Clock(o.data.Since)), width),
		o.figure("overview.handled", strconv.Itoa(o.data.Handled), "", width),
		o.figure("overview.students", strconv.Itoa(o.data.WithStudent), "", width),
		o.figure("overview.time", o.maker().Hours(o.data.Minutes), w.Say("overview.hour"), width),
	}
}

func (o *Overview) heading(text string, width int) string {
	return o.Env.Theme.Brand.On(cell.Short(text, width))
}

// figure is a line with one number: what it counts, the number, and what there is to say of it.
func (o *Overview) figure(word, number, note string, width int) string {
	line := cell.Fit(o.Env.Words.Say(word), nameWide) + o.Env.Theme.Strong.On(cell.Right(number, countWide))
	if note != "" {
		line += "  " + note
	}
	return cell.Cut(line, width)
}

// longest is the width of the longest name of a part.
func longest(splits []report.Split) (width int) {
	for _, s := range splits {
		for _, p := range s.Parts {
			width = max(width, min(cell.Width(p.Label), mostLabel))
		}
	}
	return width
}

// splitBlocks are what was handled told apart in several ways: the names so wide, and the bars.
func (o *Overview) splitBlocks(splits []report.Split, label, bar int) [][]string {
	out := make([][]string, len(splits))
	for i, s := range splits {
		out[i] = o.splitBlock(s, label, bar)
	}
	return out
}

// splitBlock is what was handled told apart in one way: for each part a bar of its share, its number and its hours.
func (o *Overview) splitBlock(s report.Split, label, bar int) []string {
	w, th, m := o.Env.Words, o.Env.Theme, o.maker()
	number := w.Say("overview.number")
	title := cell.Fit(w.Say("overview.by."+s.By), label+1+bar+countWide-cell.Width(number))
	out := []string{th.Brand.On(title) + th.Faint.On(number+cell.Right(w.Say("overview.hours"), hoursWide))}
	for _, p := range s.Parts {
		out = append(out, cell.Fit(p.Label, label)+" "+widget.Share(th, p.Handled, o.data.Handled, bar)+
			th.Strong.On(cell.Right(strconv.Itoa(p.Handled), countWide))+cell.Right(m.Hours(p.Minutes), hoursWide))
	}
	return out
}

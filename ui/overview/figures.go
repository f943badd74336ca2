package overview

import (
	"strconv"
	"time"

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

// figure is one number: the id of what it counts, the number, and what there is to say of it.
type figure struct{ word, number, note string }

// nowTitle names how things stand at this moment, and nowFigures are that; wait puts into words how long somebody waits.
func (o *Overview) nowTitle() string {
	return o.Env.Words.Say("overview.now", "time", o.Env.Clock(o.now))
}

func (o *Overview) nowFigures(wait func(since, now time.Time) string) []figure {
	c, longest := o.data.Counts, ""
	if c.Waiting > 0 && !c.Longest.IsZero() {
		longest = o.Env.Words.Say("desk.longest", "time", wait(c.Longest, o.now))
	}
	return []figure{
		{"overview.waiting", strconv.Itoa(c.Waiting), longest},
		{"overview.claimed", strconv.Itoa(c.Claimed), ""},
		{"overview.parked", strconv.Itoa(c.Parked), ""},
	}
}

// todayTitle names what was handled since midnight, and todayFigures are that.
func (o *Overview) todayTitle() string {
	return o.Env.Words.Say("overview.today", "time", o.Env.Clock(o.data.Since))
}

func (o *Overview) todayFigures() []figure {
	return []figure{
		{"overview.handled", strconv.Itoa(o.data.Handled), ""},
		{"overview.students", strconv.Itoa(o.data.WithStudent), ""},
		{"overview.time", o.maker().Hours(o.data.Minutes), o.Env.Words.Say("overview.hour")},
	}
}

func (o *Overview) nowBlock(width int) []string {
	return o.block(o.nowTitle(), o.nowFigures(o.Env.Wait), width)
}

func (o *Overview) todayBlock(width int) []string {
	return o.block(o.todayTitle(), o.todayFigures(), width)
}

// block draws figures below what they are: a line for each, with what it counts, the number, and what there is to say of it.
func (o *Overview) block(title string, figures []figure, width int) []string {
	out := []string{o.Env.Theme.Brand.On(cell.Short(title, width))}
	for _, f := range figures {
		line := cell.Fit(o.Env.Words.Say(f.word), nameWide) + o.Env.Theme.Strong.On(cell.Right(f.number, countWide))
		if f.note != "" {
			line += "  " + f.note
		}
		out = append(out, cell.Cut(line, width))
	}
	return out
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

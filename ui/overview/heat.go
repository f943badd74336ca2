package overview

import (
	"strings"

	"leerbalie/model/overview"
	"leerbalie/ui/say"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// The widths of the heat map: the hour, and each day of the week with a block and a number.
const (
	hourWide = 6
	dayWide  = 7
)

// late tells whether at least half of those who came in at an hour waited long; of less than few nothing is told.
func late(cameIn, late int) bool { return cameIn >= few && 2*late >= cameIn }

// heatBlock is who came in by the hour of the week: a block by how many, the number, and a sign where most waited long. The hours go down, the
// days beside each other; both begin and end where somebody came.
func (o *Overview) heatBlock(width int) block {
	w, f, th := o.Env.Words, o.data.Figures, o.Env.Theme
	b := block{title: w.Say("report.week")}
	if f.CameIn < few {
		b.text(w.Say("overview.heat-few", "n", f.CameIn), width)
		return b
	}
	first, last, most := 24, -1, 0
	var days []int
	for i := range 7 {
		day, any := (i+1)%7, false // from Monday on
		for hour, x := range f.Week[day] {
			if x.CameIn > 0 {
				first, last, most, any = min(first, hour), max(last, hour), max(most, x.CameIn), true
			}
		}
		if any {
			days = append(days, day)
		}
	}
	if len(days) == 1 {
		o.hours(&b, f.Week[days[0]], most, width)
		b.text(w.Say("overview.heat-sign", "sign", theme.WarnSign, "n", overview.LateAfter), width)
		return b
	}
	head := cell.Space(hourWide)
	for _, day := range days {
		head += cell.Right(short(w.Say("weekday."+itoa(day))), dayWide)
	}
	b.add(th.Faint.On(head), "")
	for hour := first; hour <= last; hour++ {
		line := cell.Fit(itoa(hour)+theme.Dash+itoa(hour+1), hourWide)
		for _, day := range days {
			x := f.Week[day][hour]
			if x.CameIn == 0 {
				line += cell.Right(theme.Dot, dayWide-1) + " "
				continue
			}
			line += " " + o.hour(x.CameIn, x.Late, most)
		}
		b.add(line, "")
	}
	for _, day := range days { // to hear it, a day is a sentence
		b.rows = append(b.rows, row{said: w.Say("weekday."+itoa(day)) + ": " + o.saidHours(f.Week[day])})
	}
	b.text(w.Say("overview.heat-sign", "sign", theme.WarnSign, "n", overview.LateAfter), width)
	return b
}

// hour is one cell: a block, the number, and a sign where most waited long.
func (o *Overview) hour(cameIn, waited, most int) string {
	sign := " "
	if late(cameIn, waited) {
		sign = o.Env.Theme.Now.On(theme.WarnSign)
	}
	return o.Env.Theme.Info.On(widget.Level(cameIn, most)) + o.Env.Theme.Strong.On(cell.Right(itoa(cameIn), dayWide-3)) + sign
}

// hours draws one day alone: its hours beside each other.
func (o *Overview) hours(b *block, day [24]struct{ CameIn, Late int }, most, width int) {
	line := ""
	for hour, x := range day {
		if x.CameIn == 0 {
			continue
		}
		next := cell.Fit(itoa(hour)+theme.Dash+itoa(hour+1), hourWide) + o.hour(x.CameIn, x.Late, most)
		if line != "" && cell.Width(line)+2+cell.Width(next) > width {
			b.rows = append(b.rows, row{drawn: line})
			line = ""
		}
		if line != "" {
			line += "  "
		}
		line += next
	}
	b.add(line, o.saidHours(day))
}

// saidHours puts the hours of a day into words.
func (o *Overview) saidHours(day [24]struct{ CameIn, Late int }) string {
	w := o.Env.Words
	var said []string
	for hour, x := range day {
		if x.CameIn == 0 {
			continue
		}
		part := say.Pair(w.Say("overview.hour-of", "from", hour, "to", hour+1), itoa(x.CameIn))
		if late(x.CameIn, x.Late) {
			part += " (" + w.Say("overview.late-short") + ")"
		}
		said = append(said, part)
	}
	return strings.Join(said, ", ")
}

// short is the beginning of the name of a day.
func short(day string) string {
	r := []rune(strings.ToLower(day))
	return string(r[:min(len(r), 2)])
}

package day

import (
	"slices"
	"strings"

	"leerbalie/model/desk"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// Typing reports whether keys are text now, or have to wait.
func (d *Day) Typing() bool { return d.Host.Open() != nil || d.Waits() }

// Keys gives what keys do something now.
func (d *Day) Keys() []keys.ID {
	if d.Host.Open() != nil {
		return d.Host.Keys()
	}
	return append(d.actions.Now(d, keys.Back, Open, Done, Take, Move, Visits, Handover, Sheet, Write), keys.Up, keys.Down)
}

// Head gives the line above the body: whose day it is, and how it stands.
func (d *Day) Head(screen.Size) screen.Head {
	th := d.Env.Theme
	whose, requests, late, minutes := d.standing()
	h := screen.Head{Left: th.Strong.On(whose)}
	if late != "" {
		late = th.Now.On(theme.WarnSign + " " + late)
	}
	h.Right = strings.Join(slices.DeleteFunc([]string{requests, late, minutes}, func(s string) bool { return s == "" }), " "+theme.Dot+" ")
	return h
}

// standing is whose day it is, and how it stands: how many requests, how much is late and the minutes; "" for what there is not, or is not known.
func (d *Day) standing() (whose, requests, overdue, minutes string) {
	w := d.Env.Words
	whose = w.Say("day.head", "name", cell.Short(screen.ShortName(d.Env.User.Name), 24))
	if !d.known || d.failed != "" {
		return whose, "", "", ""
	}
	if n := len(d.data.day.Requests); n > 0 {
		requests = w.Count("mine.yours", n)
	}
	n := 0
	for i := range d.rows {
		if d.rows[i].group == late {
			n++
		}
	}
	if n > 0 {
		overdue = w.Count("mine.top.late", n)
	}
	return whose, requests, overdue, w.Count("day.minutes", d.data.day.Minutes+d.data.spent)
}

// The cells of a row before its text, and how wide lines are at most that say what to do.
const (
	margin = 1
	whenAt = 16
	number = 10
	widest = 74
)

// View draws the rows under the words of their groups.
func (d *Day) View(size screen.Size) string {
	width := max(size.Width-2*margin, 1)
	var lines []string
	from, to := 0, 0
	switch {
	case d.failed != "":
		lines = append([]string{""}, cell.Wrap(d.failed, min(width, widest), 8)...)
	case d.known && len(d.rows) == 0:
		lines = append([]string{""}, cell.Wrap(d.Env.Words.Say("day.none"), min(width, widest), 8)...)
	case d.known:
		at := d.cursor()
		for i := range d.rows {
			if i == 0 || d.rows[i-1].group != d.rows[i].group {
				if i > 0 {
					lines = append(lines, "")
				}
				if i == at {
					from = len(lines)
				}
				lines = append(lines, d.over(d.rows[i].group))
			} else if i == at {
				from = len(lines)
			}
			lines = append(lines, d.line(&d.rows[i], i == at, width))
			if i == at {
				to = len(lines)
			}
		}
	}
	d.top = max(min(d.top, from), to-size.Height, 0)
	top := d.top
	shown := d.Env.Window(lines, &top, size.Height, "")
	for i, line := range shown {
		if line != "" {
			shown[i] = cell.Space(margin) + line
		}
	}
	return d.Over(strings.Join(shown, "\n"), size)
}

// over is the word above a group; what is late is red and has a sign.
func (d *Day) over(g group) string {
	word := d.Env.Words.Say(g.word())
	if g == late || g == alone {
		return d.Env.Theme.Now.On(theme.WarnSign + " " + word)
	}
	return d.Env.Theme.Brand.On(word)
}

// line is one row: when, which request, and what.
func (d *Day) line(r *row, on bool, width int) string {
	th := d.Env.Theme
	when := d.when(r)
	text := cell.Fit(when, whenAt) + cell.Fit(r.number, number) + cell.Safe(r.text, 400)
	if r.asks != nil { // it has neither a time nor a number
		text = cell.Safe(r.text, 400)
	}
	switch {
	case on:
		return th.Cursor.Over(th.Info.On(theme.CursorSign) + " " + cell.Fit(text, width-2))
	case r.group == late:
		return "  " + th.Now.On(cell.Fit(when, whenAt)) + cell.Cut(cell.Fit(r.number, number)+cell.Safe(r.text, 400), width-2-whenAt)
	}
	return "  " + cell.Cut(text, width-2)
}

// when is the first cell of a row: when it is due, with a sign where that is late.
func (d *Day) when(r *row) string {
	if r.group == late && r.asked == nil {
		return theme.WarnSign + " " + d.due(r)
	}
	return d.due(r)
}

// due is the time of a row, or how urgent a request is.
func (d *Day) due(r *row) string {
	w := d.Env.Words
	switch {
	case r.visit != nil:
		return w.ShortDay(r.visit.On)
	case r.asked != nil:
		return w.Say("urgency." + string(r.asked.Urgency))
	case r.group == untimed && r.promise != nil && r.promise.Kind != desk.PromiseFollowUp:
		return w.Say("day.propose", "when", d.Env.When(desk.ProposedTime(d.now, d.Env.Local(d.now).Location())), "key", d.Env.Keys.Label(Take))
	case r.asks != nil:
		return ""
	case r.day:
		return text.Day(r.due)
	case r.group == late, r.pair.IsZero():
		return d.Env.When(r.due)
	}
	return d.Env.Day(r.due)
}

package visits

import (
	"strings"
	"time"

	"leerbalie/model/visits"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// Typing reports whether keys are text now, or have to wait.
func (v *Visits) Typing() bool { return v.Host.Open() != nil || v.Waits() }

// Keys gives what keys do something now.
func (v *Visits) Keys() []keys.ID {
	if v.Host.Open() != nil {
		return v.Host.Keys()
	}
	return append(v.actions.Now(v, keys.Back, Done, Skip, Move, Give, Later, Earlier, Plan, Mine, Always, End, ThisWeek), keys.Up, keys.Down)
}

// Head gives the line above the body: which week, and how it stands.
func (v *Visits) Head(screen.Size) screen.Head {
	th := v.Env.Theme
	week, done, nobody, late := v.standing()
	h := screen.Head{Left: th.Strong.On(week)}
	var right []string
	if nobody != "" {
		right = append(right, th.Now.On(theme.WarnSign+" "+nobody))
	}
	if late != "" {
		right = append(right, th.Now.On(late))
	}
	if done != "" {
		right = append(right, done)
	}
	h.Right = strings.Join(right, " "+theme.Dot+" ")
	return h
}

// standing is which week shows and how it stands: what is done of it, to what nobody goes and what was not told; "" for what there is not.
func (v *Visits) standing() (week, done, nobody, late string) {
	w := v.Env.Words
	week = w.Say("visits.week", "week", visits.WeekCode(v.week), "from", v.week.Format("02-01"), "to", v.week.AddDate(0, 0, 6).Format("02-01"))
	if v.mine {
		week += " " + theme.Dot + " " + w.Say("visits.mine")
	}
	if !v.known || v.failed != "" {
		return week, "", "", ""
	}
	n, overdue := 0, 0
	for _, i := range v.rows {
		if v.all[i].State == visits.DoneAs {
			n++
		}
		if v.all[i].Late {
			overdue++
		}
	}
	if overdue > 0 {
		late = w.Count("visits.late", overdue)
	}
	if len(v.rows) > 0 {
		done = w.Say("visits.done", "n", n, "of", len(v.rows))
	}
	return week, done, Alone(v.Env, v.all), late
}

// Alone says on which days nobody goes to a visit; "" where somebody goes to all.
func Alone(env screen.Env, all []visits.Visit) string {
	days := visits.Alone(all)
	if len(days) == 0 {
		return ""
	}
	said := make([]string, len(days))
	for i, d := range days {
		said[i] = env.Words.Say("day." + visits.DayCode(d.Weekday()))
	}
	return env.Words.Say("visits.alone", "days", strings.Join(said, ", "))
}

// The cells of a row before its text, and how wide lines are at most that say what to do.
const (
	margin  = 1
	partAt  = 10
	nameAt  = 20
	whoAt   = 16
	widest  = 74
	narrow  = 70
	nameLow = 15
	whoLow  = 12
)

// View draws the visits under the words of their days.
func (v *Visits) View(size screen.Size) string {
	width := max(size.Width-2*margin, 1)
	var lines []string
	from, to := 0, 0
	switch {
	case v.failed != "":
		lines = append([]string{""}, cell.Wrap(v.failed, min(width, widest), 8)...)
	case v.known && len(v.rows) == 0:
		lines = append([]string{""}, cell.Wrap(v.Env.Words.Say("visits.none", "key", v.Env.Keys.Label(Plan)), min(width, widest), 8)...)
	case v.known:
		at := v.cursor()
		var day time.Time
		for i, n := range v.rows {
			one := &v.all[n]
			if i == at {
				from = len(lines)
			}
			if !one.On.Equal(day) {
				day = one.On
				lines = append(lines, v.dayLine(day))
			}
			lines = append(lines, v.row(one, i == at, width))
			if i == at {
				to = len(lines)
			}
		}
	}
	v.top = max(min(v.top, from), to-size.Height, 0)
	top := v.top
	shown := v.Env.Window(lines, &top, size.Height, "")
	for i, line := range shown {
		if line != "" {
			shown[i] = cell.Space(margin) + line
		}
	}
	return v.Over(strings.Join(shown, "\n"), size)
}

// dayLine is the word above the visits of a day.
func (v *Visits) dayLine(day time.Time) string {
	word := v.Env.Words.ShortDay(day)
	if day.Equal(v.today()) {
		word += " " + theme.Dot + " " + v.Env.Words.Say("visits.today")
	}
	return v.Env.Theme.Brand.On(word)
}

// wrong tells whether somebody has to look at a visit: it cannot go as planned, nothing was told, or it was written apart.
func wrong(one *visits.Visit) bool { return len(one.Problems) > 0 || one.Late || one.Apart }

// row is one visit: which part of the day, to whom, who goes, how it stands and what it is about.
func (v *Visits) row(one *visits.Visit, on bool, width int) string {
	th, w := v.Env.Theme, v.Env.Words
	sign := " "
	switch {
	case wrong(one):
		sign = theme.WarnSign
	case one.State == visits.DoneAs:
		sign = "✓"
	case one.State == visits.Skipped:
		sign = "–"
	}
	names, who := nameAt, whoAt
	if width < narrow {
		names, who = nameLow, whoLow
	}
	state := cell.Safe(w.VisitState(one), 200)
	text := cell.Fit(sign, 2) + cell.Fit(w.Say("part."+string(one.Part)), partAt) + cell.Fit(cell.Safe(one.ResidentName, 60), names) + " " + cell.Fit(cell.Safe(shortNames(one, w.Say("visit.nobody")), 60), who) + " " +
		state + "  " + cell.Safe(one.What, 200)
	switch {
	case on:
		return th.Cursor.Over(th.Info.On(theme.CursorSign) + " " + cell.Fit(text, width-2))
	case wrong(one):
		return "  " + th.Now.On(cell.Cut(text, width-2))
	case !one.Open():
		return "  " + th.Faint.On(cell.Cut(text, width-2))
	}
	return "  " + cell.Cut(text, width-2)
}

// shortNames are those who go, by their first names.
func shortNames(one *visits.Visit, nobody string) string {
	if len(one.Names) == 0 {
		return nobody
	}
	out := make([]string, len(one.Names))
	for i, n := range one.Names {
		out[i], _, _ = strings.Cut(n, " ")
	}
	return strings.Join(out, "+")
}

// Said gives the week as structure: how it stands, and each visit under the word of its day.
func (v *Visits) Said() say.Lines {
	if l, over := v.OverSaid(); over {
		return l
	}
	w := v.Env.Words
	var l say.Lines
	week, done, nobody, late := v.standing()
	l.Text(week)
	l.State(say.Join(nobody, late, done))
	switch {
	case v.failed != "":
		l.Text(v.failed)
	case v.known && len(v.rows) == 0:
		l.Text(w.Say("visits.none", "key", v.Env.Keys.Label(Plan)))
	case v.known:
		at := v.cursor()
		for i, n := range v.rows {
			one := &v.all[n]
			day := w.ShortDay(one.On)
			if one.On.Equal(v.today()) {
				day += ", " + w.Say("visits.today")
			}
			l.Row(one.Key().String(), i+1, i == at, say.Join(day, w.Say("part."+string(one.Part)), cell.Safe(one.ResidentName, 60), w.Goers(one),
				cell.Safe(w.VisitState(one), 300), cell.Safe(one.What, 300)))
		}
	}
	return l
}

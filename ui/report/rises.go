package report

import (
	"slices"
	"strings"

	"leerbalie/model/overview/hands"
	"leerbalie/model/overview/signal"
	"leerbalie/ui/report/smallcells"
)

// unknown stands where there is too little to tell a number.
func unknown() figure { return figure{hiddenSign, hiddenSign, ""} }

// decimal is a number with decimals.
func (m Maker) decimal(v float64, decimals int) figure {
	raw := m.Words.In("en").Number(v, decimals)
	return figure{m.Words.Number(v, decimals), strings.Replace(raw, ".", ",", 1), raw}
}

// coded are marks of some numbers, worked out in the order of what they are of, which does not depend on them.
func (m Maker) coded(codes []string, numbers []int) []smallcells.Mark {
	order := make([]int, len(codes))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(codes[a], codes[b]) })
	cells := make([]int, len(order))
	for i, at := range order {
		cells[i] = numbers[at]
	}
	marks, ok := m.hideAll(cells)
	out := make([]smallcells.Mark, len(codes))
	for i, at := range order {
		out[at] = marks[i]
		if !ok {
			out[at] = smallcells.Beside
		}
	}
	return out
}

// hiddenLast is the order of some rows: those with a hidden number last, by their names, since their place would tell about them.
func hiddenLast(marks []smallcells.Mark, name func(int) string) []int {
	order := make([]int, len(marks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		ha, hb := marks[a] != smallcells.Shown, marks[b] != smallcells.Shown
		switch {
		case ha && hb:
			return strings.Compare(name(a), name(b))
		case ha:
			return 1
		case hb:
			return -1
		}
		return 0
	})
	return order
}

// Signals is of which themes more comes in than chance explains.
func (m Maker) Signals(s *signal.Themes) Document {
	d := m.document(m.say("signals", "name", s.Site.Name))
	d.line(m.Words.Say("signals.period", "site", s.Site.Name, "from", m.day(s.Period.From), "until", m.day(s.Period.Until), "weeks", s.Weeks))
	if len(s.Judged) == 0 {
		d.line(m.Words.Say("signals.nothing"))
		return d
	}
	w := m.Words
	heads := []string{w.Say("signals.theme"), w.Say("signals.cases"), m.say("before-weeks", "n", s.Weeks), w.Say("signals.expected"), w.Say("signals.from"), w.Say("signals.p"), w.Say("signals.verdict")}
	t := m.grid("signals", heads, "cases", "before", "expected", "signal_from", "p", "verdict")
	t.Right = []int{1, 2, 3, 4, 5}
	var codes []string
	var cases, before []int
	few, said := false, 0
	for _, j := range s.Judged {
		codes, cases, before = append(codes, j.Theme), append(cases, j.Cases), append(before, j.Before)
	}
	casesMarks, beforeMarks := m.coded(codes, cases), m.coded(codes, before)
	for _, i := range hiddenLast(casesMarks, func(i int) string { return w.ThemeName(s.Site, s.Judged[i].Theme) }) {
		j := s.Judged[i]
		expected, from, p := unknown(), unknown(), unknown()
		if j.From > 0 && beforeMarks[i] == smallcells.Shown { // they follow from what came before
			expected, from = m.decimal(j.Expected, 1), m.word(itoa(j.From))
			if casesMarks[i] == smallcells.Shown {
				p = figure{w.Chance(j.P), strings.ReplaceAll(w.Chance(j.P), ".", ","), m.Words.In("en").Number(j.P, -1)}
			}
		}
		verdict := figure{w.Say("signals.is." + string(j.Verdict)), w.Say("signals.is." + string(j.Verdict)), string(j.Verdict)}
		if casesMarks[i] == smallcells.Beside { // a signal says that there are at least so many
			verdict = unknown()
		}
		t.add(j.Theme, m.word(w.ThemeName(s.Site, j.Theme)), m.count(j.Cases, casesMarks[i]), m.count(j.Before, beforeMarks[i]), expected, from, p, verdict)
		few = few || j.Verdict == signal.TooFew
	}
	d.table(t.Table)
	for i, j := range s.Judged {
		if j.Verdict == signal.Signal && casesMarks[i] == smallcells.Shown && beforeMarks[i] == smallcells.Shown {
			d.line(w.Say("signals.says", "theme", w.ThemeName(s.Site, j.Theme), "cases", j.Cases, "before", j.Before, "weeks", j.Weeks, "expected", w.Number(j.Expected, 1),
				"years", w.Number(j.Years(len(s.Judged)), 0)))
			said++
		}
	}
	if said == 0 {
		d.line(m.say("no-signals"))
	}
	if few {
		d.line(w.Say("signals.few"))
	}
	d.line(w.Say("signals.wolf", "n", len(s.Judged), "years", w.Number(1/s.FalseSignals, 0)))
	m.hiddenLegend(&d)
	return d
}

// Hands is how many people are needed in each part of the week, and how many there are.
func (m Maker) Hands(h *hands.Hands) Document {
	w := m.Words
	d := m.document(m.say("hands", "name", h.Site.Name))
	d.line(w.Say("hands.period", "site", h.Site.Name, "from", m.day(h.Period.From), "until", m.day(h.Period.Until), "n", m.alone(h.Arrivals).paper))
	if len(h.Parts) == 0 {
		d.line(w.Say("hands.nobody"))
		return d
	}
	t := m.grid("hands", []string{w.Say("hands.part"), w.Say("hands.arrivals"), w.Say("hands.needed"), w.Say("hands.rostered"), w.Say("hands.verdict"), w.Say("hands.within")},
		"arrivals", "needed", "rostered", "verdict", "within")
	t.Right = []int{1, 2, 3}
	came := make([]int, len(h.Parts))
	for i, p := range h.Parts {
		came[i] = p.Arrivals
	}
	marks, ok := m.hideAll(came)
	for i, p := range h.Parts {
		if !ok {
			marks[i] = smallcells.Beside
		}
		needed := unknown()
		if p.Verdict != hands.TooFew {
			needed = m.word(itoa(p.Needed))
		}
		var with, raw []string
		for _, s := range p.Shares {
			percent := 100 * s.Within / max(p.Arrivals, 1)
			with, raw = append(with, w.Say("hands.share", "people", s.People, "percent", percent)), append(raw, itoa(s.People)+":"+itoa(percent))
		}
		verdict, within := w.Say("hands.is."+string(p.Verdict)), figure{strings.Join(with, ", "), strings.Join(with, ", "), strings.Join(raw, " ")}
		if len(with) == 0 {
			within = unknown()
		}
		t.add(p.Part.Codes()[0], m.word(w.DayParts(p.Part)), m.count(p.Arrivals, marks[i]), needed, m.word(itoa(p.Rostered())), figure{verdict, verdict, string(p.Verdict)}, within)
	}
	d.table(t.Table)
	if h.Known >= smallcells.Least || m.Exact && h.Known > 0 {
		d.line(w.Say("hands.known", "known", h.Known, "n", h.Arrivals, "typical", h.Typical))
	}
	d.line(w.Say("hands.assumed"))
	m.hiddenLegend(&d)
	return d
}

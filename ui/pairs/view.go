package pairs

import (
	"strings"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Typing reports whether keys are text now, or have to wait.
func (p *Pairs) Typing() bool { return p.Open() != nil || p.search.Typing || p.Waits() }

// Keys gives what keys do something now.
func (p *Pairs) Keys() []keys.ID {
	switch {
	case p.Open() != nil:
		return p.Host.Keys()
	case p.search.Typing:
		return p.search.Keys()
	}
	return p.actions.Now(p, p.keyLine()...)
}

// tabWords are the names of the lists.
func tabWords() [tabs]string { return [tabs]string{"pairs.running", "pairs.proposed", "pairs.ended"} }

// Head gives the line above the body: the lists, and what there is to know of the one that shows.
func (p *Pairs) Head(size screen.Size) screen.Head {
	w, th := p.Env.Words, p.Env.Theme
	if p.search.Shows() {
		h := p.search.Head(p.Env, size, p.list().Len())
		h.Divider = p.divider()
		if beside := p.beside(w); beside != "" && size.Width-cell.Width(h.Right+beside) >= 24 { // the field being typed in comes first
			h.Right += " " + theme.Dot + " " + beside
		}
		return h
	}
	h := screen.Head{Divider: p.divider()}
	var names []string
	for i, word := range tabWords() {
		name := w.Say(word)
		if i == p.tab {
			name = th.Strong.On("[" + name + "]")
		}
		names = append(names, name)
	}
	h.Left = strings.Join(names, "  ")
	switch {
	case p.book == nil:
	case p.tab == proposed && p.made != nil:
		h.Right = p.summary()
		if p.work {
			h.Right = theme.BusySign + " " + h.Right
		}
	case p.tab == running:
		h.Right = p.counts()
	}
	return h
}

// counts tells how many pairs run, who has none, and what is late.
func (p *Pairs) counts() string {
	w := p.Env.Words
	said := w.Say("pairs.counts", "pairs", p.tally.pairs, "free", p.tally.unpaired)
	if p.tally.paused > 0 {
		said += " " + theme.Dot + " " + w.Say("pairs.counts.paused", "n", p.tally.paused)
	}
	if p.tally.overdue > 0 {
		said += " " + theme.Dot + " " + w.Say("pairs.counts.late", "n", p.tally.overdue)
	}
	return said
}

// View draws the body.
func (p *Pairs) View(size screen.Size) string {
	var body string
	switch {
	case p.failed != "":
		body = "\n   " + cell.Cut(p.failed, size.Width-6)
	case p.book == nil:
		return ""
	case p.focus && !p.wide():
		lines := p.details(size.Width-3, size.Height)
		for i, line := range lines {
			lines[i] = "  " + line
		}
		body = strings.Join(lines, "\n")
	default:
		body = p.panes(size)
	}
	if d, ok := p.Open().(*sliders); ok {
		return widget.Over(body, d.View(&p.Host, size.Width, size.Height), size.Width, 0, size.Width, size.Height)
	}
	return p.Over(body, size)
}

// panes draws the list, with the details beside it where there is room.
func (p *Pairs) panes(size screen.Size) string {
	return widget.ListAndDetails(p.Env.Theme, p.listLines, p.details, size.Width, size.Height, p.divider(), p.focus)
}

// listLines draws the list: its heading and the rows of the window.
func (p *Pairs) listLines(width, height int) []string {
	w, th := p.Env.Words, p.Env.Theme
	names, score, about, sign := p.columns(width)
	out := make([]string, 0, height)
	head, points, last := p.heads()
	out = append(out, th.Faint.On(cell.Line("  "+cell.Fit(w.Say("pairs.col.pair"), names)+cell.Right(points, score)+" "+cell.Fit(head, about)+" "+cell.Fit(last, sign), width)))
	from, to := p.list().Window()
	cursor, _, _ := p.list().Cursor()
	for i := from; i < to && i < len(p.rows); i++ {
		out = append(out, p.line(&p.rows[i], i == cursor, width))
	}
	if len(p.rows) == 0 {
		for _, l := range p.emptyLines(width) {
			out = append(out, cell.Pad(l, width))
		}
	}
	return out
}

// heads name the columns of the list that shows, beside that of the pair; "" for one that it does not have.
func (p *Pairs) heads() (what, points, mark string) {
	w := p.Env.Words
	switch p.tab {
	case proposed:
		return w.Say("pairs.col.why"), w.Say("pairs.col.score"), ""
	case ended:
		return w.Say("pairs.col.reason"), "", w.Say("pairs.col.ended")
	}
	return w.Say("pairs.col.how"), "", w.Say("pairs.col.check-in")
}

// emptyLines says why nothing is there, and what to do first.
func (p *Pairs) emptyLines(width int) []string {
	out := []string{""}
	for _, l := range cell.Wrap(p.empty(), min(width-6, 70), 6) {
		out = append(out, "   "+l)
	}
	return out
}

func (p *Pairs) empty() string {
	w := p.Env.Words
	id := "pairs.empty." + strings.TrimPrefix(tabWords()[p.tab], "pairs.")
	switch {
	case p.search.Text() != "":
		id = "people.empty.found"
	case len(p.book.Students) == 0:
		id = "pairs.empty.students"
	case p.tab == proposed && p.work:
		id = "pairs.working"
	}
	return w.Say(id, "propose", p.Env.Keys.Label(Propose))
}

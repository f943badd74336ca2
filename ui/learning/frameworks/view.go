package frameworks

import (
	"strings"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Typing reports whether keys are text now, or have to wait.
func (p *Frameworks) Typing() bool { return p.Open() != nil || p.at().search.Typing || p.Waits() }

// Keys gives what keys do something now.
func (p *Frameworks) Keys() []keys.ID {
	switch {
	case p.Open() != nil:
		return p.Host.Keys()
	case p.at().search.Typing:
		return p.at().search.Keys()
	}
	return p.actions.Now(p, p.keyLine()...)
}

// Head gives the line above the body: where one is, and what there is to know of it.
func (p *Frameworks) Head(size screen.Size) screen.Head {
	w, th, g := p.Env.Words, p.Env.Theme, p.at()
	if g.search.Shows() {
		h := g.search.Head(p.Env, size, g.list.Len())
		h.Divider = p.divider()
		return h
	}
	h := screen.Head{Divider: p.divider()}
	switch f := p.shown(g); {
	case g.kind == listsPage:
		in, away := w.Say("frames.in-use"), w.Say("frames.away")
		if p.archived {
			away = th.Strong.On("[" + away + "]")
		} else {
			in = th.Strong.On("[" + in + "]")
		}
		h.Left = w.Say("screen.frameworks") + "  " + in + "  " + away
		if p.lists != nil {
			h.Right = w.Count("frames.lists", len(g.all))
		}
	case f == nil && g.kind == treePage: // nothing to say yet
	case g.kind == versionsPage:
		if f := p.known(g.framework); f != nil {
			h.Left = th.Strong.On(w.Say("frames.versions", "title", cell.Short(f.LabelIn(string(w.Lang())), max(size.Width-40, 20))))
		}
		h.Right = w.Count("frames.versions-count", len(g.all))
	default:
		h.Right = w.Say("frames.version", "n", f.Version) + " " + theme.Dot + " " + w.Count("frames.parts", len(f.Nodes))
		switch {
		case g.version > 0:
			h.Right += " " + theme.Dot + " " + th.Today.On(w.Say("frames.look-only"))
		case f.Archived:
			h.Right += " " + theme.Dot + " " + th.Today.On(w.Say("frames.archived"))
		}
		h.Left = th.Strong.On(cell.Short(f.LabelIn(string(w.Lang())), max(size.Width-cell.Width(h.Right)-4, 10)))
	}
	return h
}

// rowsHeight is how many rows show: all lines but the heading.
func (p *Frameworks) rowsHeight() int { return max(p.size.Height-1, 1) }

// View draws the body.
func (p *Frameworks) View(size screen.Size) string {
	var body string
	switch {
	case p.failed != "":
		body = "\n   " + cell.Cut(p.failed, size.Width-6)
	case p.lists == nil:
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
	return p.Over(body, size)
}

// panes draws the page, with the details beside it where there is room.
func (p *Frameworks) panes(size screen.Size) string {
	return widget.ListAndDetails(p.Env.Theme, p.pageLines, p.details, size.Width, size.Height, p.divider(), p.focus)
}

// pageLines draws the page: its heading and the rows of the window.
func (p *Frameworks) pageLines(width, height int) []string {
	g := p.at()
	out := make([]string, 0, height)
	out = append(out, p.Env.Theme.Faint.On(cell.Line(p.heading(width), width)))
	from, to := g.list.Window()
	cursor, _, _ := g.list.Cursor()
	for i := from; i < to && i < len(g.rows); i++ {
		out = append(out, p.line(&g.rows[i], i == cursor, width))
	}
	if p.bare() {
		out = append(out, p.emptyLines(width)...)
	}
	return out
}

// emptyLines says why nothing is there, and what to do first.
func (p *Frameworks) emptyLines(width int) []string {
	out := []string{""}
	for _, l := range cell.Wrap(p.empty(), min(width-6, 70), 6) {
		out = append(out, "   "+l)
	}
	return out
}

// bare tells whether the page has nothing to show but that.
func (p *Frameworks) bare() bool {
	g := p.at()
	return len(g.rows) == 0 || g.kind == treePage && len(g.all) == 1 && g.search.Text() == ""
}

func (p *Frameworks) empty() string {
	g := p.at()
	id := "frames.empty.lists"
	switch {
	case g.search.Text() != "":
		id = "people.empty.found"
	case g.kind == treePage:
		id = "frames.empty.parts"
	case p.archived:
		id = "frames.empty.archived"
	}
	return p.Env.Words.Say(id, "key", p.Env.Keys.Label(Add), "import", p.Env.Keys.Label(Import))
}

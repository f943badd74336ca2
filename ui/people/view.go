package people

import (
	"strconv"
	"strings"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Typing reports whether keys are text now, or have to wait.
func (p *People) Typing() bool { return p.Open() != nil || p.search.Typing || p.choosing || p.Waits() }

// Keys gives what keys do something now.
func (p *People) Keys() []keys.ID {
	switch {
	case p.Open() != nil:
		return p.Host.Keys()
	case p.search.Typing:
		return p.search.Keys()
	case p.choosing:
		return nil
	}
	return p.actions.Now(p, p.keyLine()...)
}

// Head gives the line above the body: the tabs, or what is searched for.
func (p *People) Head(size screen.Size) screen.Head {
	w, th, n := p.Env.Words, p.Env.Theme, p.list().Len()
	if p.finding || p.search.Typing {
		h := p.search.Head(p.Env, size, n)
		h.Divider = p.divider()
		if !p.finding {
			h.Right = ""
			if p.kind() == services {
				h.Right = th.Faint.On(w.Say("people.directory.search"))
			}
			return h
		}
		h.Right = p.onlyOpen() + h.Right
		if p.kind() == residents && p.near {
			h.Right = th.Today.On(w.Say("found.near-names")) + " " + theme.Dot + " " + h.Right
		}
		if beside := p.beside(w); beside != "" && size.Width-cell.Width(h.Right+beside) >= 24 { // the field being typed in comes first
			h.Right += " " + theme.Dot + " " + beside
		}
		return h
	}
	h := screen.Head{Divider: p.divider()}
	var names []string
	for i, t := range tabs() {
		name := w.Say(t.word)
		if i == p.tab {
			name = th.Strong.On("[" + name + "]")
		}
		names = append(names, name)
	}
	h.Left = strings.Join(names, "  ")
	if size.Width >= 76 && (p.kind() != residents || p.refused == "") {
		h.Right = strconv.Itoa(n)
		if p.kind() == residents && p.below {
			h.Right = w.Say("people.newest", "n", n)
		}
	}
	h.Right = p.onlyOpen() + h.Right
	return h
}

// onlyOpen says that only those services show that are open now; "" where all do.
func (p *People) onlyOpen() string {
	if p.kind() != services || !p.openNow {
		return ""
	}
	return p.Env.Theme.Strong.On(p.Env.Words.Say("people.directory.open")) + " " + theme.Dot + " "
}

// View draws the body.
func (p *People) View(size screen.Size) string {
	var body string
	if p.focus && !p.wide() {
		lines := p.details(size.Width-3, size.Height)
		for i, line := range lines {
			lines[i] = "  " + line
		}
		body = strings.Join(lines, "\n")
	} else {
		body = p.panes(size)
	}
	if p.choosing {
		return widget.Over(body, p.tabBox(), 0, 0, size.Width, size.Height)
	}
	if d, low := p.Open().(*merging); low { // whom it is about stays in view
		return widget.Bottom(body, d.View(&p.Host, size.Width, size.Height), size.Width, size.Height)
	}
	return p.Over(body, size)
}

// tabBox lists the tabs with their digits.
func (p *People) tabBox() []string {
	w, th := p.Env.Words, p.Env.Theme
	var lines []string
	for i, t := range tabs() {
		line := th.Strong.On(strconv.Itoa(i+1)) + " " + w.Say(t.word)
		if i == p.tab {
			line += " " + theme.MineSign
		}
		lines = append(lines, line)
	}
	return widget.Box(th, w.Say("desk.views"), lines, 34)
}

// panes draws the list, with the details beside it where there is room.
func (p *People) panes(size screen.Size) string {
	return widget.ListAndDetails(p.Env.Theme, p.listLines, p.details, size.Width, size.Height, p.divider(), p.focus)
}

// details draws what the cursor is on: at most height lines of width cells, from the line scrolled to.
func (p *People) details(width, height int) []string {
	var lines []string
	if page, ok := p.opened(); ok {
		var from int
		lines, from = p.pageLines(page, width)
		if page.follow {
			page.follow = false
			at := from + page.at
			p.scroll = max(min(p.scroll, at), at-height+2)
			if page.at == 0 {
				p.scroll = max(from-height+2, 0)
			}
		}
	} else {
		g := &details{p: p, w: p.Env.Words, width: width}
		g.card()
		lines = g.lines
	}
	return p.Env.Window(lines, &p.scroll, height, "")
}

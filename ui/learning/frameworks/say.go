package frameworks

import (
	"strconv"
	"strings"

	"leerbalie/ui/dialog"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
)

// Said gives the page as structure, with what there is to know of the row that the cursor is on.
func (p *Frameworks) Said() (l say.Lines) {
	if l, over := p.OverSaid(); over {
		return l
	}
	g := p.at()
	l.Add(p.whereSaid(g))
	switch {
	case p.failed != "":
		l.Text(p.failed)
		return l
	case p.lists == nil:
		return l
	}
	l.Add(g.search.Said(p.Env, g.list.Len()))
	heads := p.heads()
	l.Help(p.Env.Words.Say("say.columns", "columns", say.Join(heads[:]...)))
	rows := p.rowsSaid(g, heads)
	if p.focus {
		rows = rows.Beside()
	}
	l.Add(rows)
	if p.bare() {
		l.Text(p.empty())
	}
	l.Details("frames.details", p.detailsSaid(), p.focus)
	return l
}

// whereSaid tells which page this is, and what there is to know of it as a whole.
func (p *Frameworks) whereSaid(g *page) (l say.Lines) {
	w := p.Env.Words
	switch f := p.shown(g); {
	case g.kind == listsPage:
		at, words := 0, []string{"frames.in-use", "frames.away"}
		if p.archived {
			at = 1
		}
		l.Add(screen.SaidTabs(w, words[at], []string{w.Say(words[0]), w.Say(words[1])}, at))
		if p.lists != nil {
			l.Text(w.Count("frames.lists", len(g.all)))
		}
	case f == nil && g.kind == treePage: // nothing to say yet
	case g.kind == versionsPage:
		if f := p.known(g.framework); f != nil {
			l.Heading("frames.versions", w.Say("frames.versions", "title", f.LabelIn(string(w.Lang()))))
		}
		l.Text(w.Count("frames.versions-count", len(g.all)))
	default:
		l.Heading("frames.tree", f.LabelIn(string(w.Lang())))
		state := ""
		switch {
		case g.version > 0:
			state = w.Say("frames.look-only")
		case f.Archived:
			state = w.Say("frames.archived")
		}
		l.Text(say.Join(w.Say("frames.version", "n", f.Version), w.Count("frames.parts", len(f.Nodes)), state))
	}
	return l
}

// rowsSaid gives the rows of the window: a list, a version, or a part with how deep it stands in the tree.
func (p *Frameworks) rowsSaid(g *page, heads [4]string) (l say.Lines) {
	w := p.Env.Words
	from, to := g.list.Window()
	cursor, _, _ := g.list.Cursor()
	for i := from; i < to && i < len(g.rows); i++ {
		r := &g.rows[i]
		said := r.of.LabelIn(string(w.Lang()))
		switch {
		case g.kind == listsPage:
			said = say.Join(said, say.Pair(heads[1], strconv.Itoa(r.of.Version)), say.Pair(heads[2], strconv.Itoa(len(r.of.Nodes))), p.marks(r.of))
		case g.kind == versionsPage:
			said = say.Join(say.Pair(heads[0], strconv.Itoa(r.of.Version)), p.Env.Date(r.of.At), p.who(r.of), strings.Join(p.changes(r), " "+theme.Dot+" "))
		case r.node >= 0:
			n, below := &r.of.Nodes[r.node], ""
			if r.below > 0 {
				below = say.Pair(w.Say("frames.field.below"), w.Count("frames.parts", r.below))
			}
			said = say.Join(p.nameOf(n), say.Pair(heads[1], strings.Join(p.themes(n.Themes), ", ")), below, w.Say("frames.depth", "n", r.depth))
		}
		l.Row(r.id.String()+"/"+strconv.Itoa(r.version), i+1, i == cursor, said)
	}
	return l
}

// Said gives the groups, and which of them are assessed on the list.
func (d *ticks) Said(h *dialog.Host) say.Lines {
	return d.picker.Said(h.Env.Words.Say("say.search"), func(c widget.Choice) string { return h.Env.SaidTick(c.Tick == widget.Ticked) })
}

package learning

import (
	"slices"
	"strconv"
	"strings"

	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/ui/say"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// piece tells all that may be seen of a piece of evidence.
func (g *details) piece(p learning.Piece) {
	g.work(p)
	g.judgements(p)
}

// work tells what was done, what it shows, and how the student looked back.
func (g *details) work(p learning.Piece) {
	w, m, e := g.c.Env.Words, g.c.maker(), &p.Evidence
	g.head(m.Title(e))
	g.say(strings.Join(m.Facts(e), " "+theme.Dot+" "))
	if len(e.With) > 0 {
		names := make([]string, 0, len(e.With))
		for _, id := range e.With {
			if name := g.c.names[id]; name != "" {
				names = append(names, name)
			}
		}
		g.fact(w.Say("learning.with"), strings.Join(names, ", "))
	}
	for i, id := range e.Nodes {
		n := p.Tree.Node(id)
		if n.ID.IsZero() {
			continue
		}
		word := ""
		if i == 0 || g.said != nil {
			word = w.Say("learning.shows")
		}
		g.fact(word, n.Short()+" "+n.LabelIn(string(w.Lang())))
	}
	if len(e.Nodes) == 0 {
		g.fact(w.Say("learning.shows"), w.Say("learning.shows.nothing"))
	}
	if e.Note != "" {
		g.blank()
		g.say(e.Note)
	}
	if r := e.Reflection; r != nil {
		for _, part := range []struct{ word, text string }{
			{"starr.situation", r.Situation}, {"starr.task", r.Task}, {"starr.action", r.Action}, {"starr.result", r.Result}, {"starr.reflection", r.Reflection},
		} {
			switch {
			case part.text == "":
			case g.dense:
				g.fact(w.Say("learning."+part.word), part.text)
			default:
				g.blank()
				g.faint(w.Say(part.word))
				g.say(part.text)
			}
		}
		if n := len(e.Earlier); n > 0 {
			g.blank()
			g.faint(w.Count("learning.earlier", n))
		}
	}
}

// judgements puts what everybody thought side by side: a row for each indicator, a numbered column for each judgement.
func (g *details) judgements(p learning.Piece) {
	w, m, e := g.c.Env.Words, g.c.maker(), &p.Evidence
	var list []*learning.Assessment
	for _, by := range learning.AssessorKinds() {
		list = append(list, e.Latest(by)...)
	}
	if len(list) == 0 && e.Hidden == 0 {
		g.blank()
		g.faint(w.Say("learning.unjudged"))
		return
	}
	g.head(w.Say("learning.judgements"))
	clash := learning.Differing(e.Latest(learning.AssessorSchool))
	if g.said != nil {
		g.sayLevels(p, list, clash)
	} else {
		g.drawLevels(p, list, clash)
	}
	for i, a := range list {
		g.blank()
		said := strconv.Itoa(i+1) + "  " + w.Say("by."+string(a.As)) + " " + theme.Dot + " " + g.c.who(a.By) + " " + theme.Dot + " " + g.c.Env.When(a.At)
		if a.As == learning.AssessorSchool && a.Blind {
			said += " " + theme.Dot + " " + w.Say("learning.blind")
		}
		g.faint(said)
		if a.Reason != "" {
			g.say(a.Reason)
		}
	}
	if e.Hidden > 0 {
		g.blank()
		g.say(w.Count("report.hidden", e.Hidden))
	}
	for i := range e.Assessments {
		if a := &e.Assessments[i]; !a.Latest {
			g.blank()
			g.faint(w.Say("learning.before", "part", w.Say("by."+string(a.As)), "name", g.c.who(a.By), "when", g.c.Env.When(a.At),
				"what", m.Given(&learning.Progress{Framework: p.Framework, Tree: p.Tree}, *a)))
		}
	}
}

// sayLevels says of each indicator what everybody thought, by the number of the judgement.
func (g *details) sayLevels(p learning.Piece, list []*learning.Assessment, clash []journal.ID) {
	w, m, f := g.c.Env.Words, g.c.maker(), &p.Framework
	for _, n := range f.Nodes {
		var levels []string
		for i, a := range list {
			if level, ok := a.Level(n.ID); ok && a.Framework == f.ID {
				levels = append(levels, strconv.Itoa(i+1)+" "+m.Level(f, n, level))
			}
		}
		if len(levels) > 0 && slices.Contains(clash, n.ID) {
			levels = append(levels, w.Say("learning.cell.differs"))
		}
		g.speaks(say.Pair(n.Short()+" "+n.LabelIn(string(w.Lang())), say.Join(levels...)))
	}
}

// drawLevels draws a row for each indicator with a numbered column for each judgement.
func (g *details) drawLevels(p learning.Piece, list []*learning.Assessment, clash []journal.ID) {
	w, f := g.c.Env.Words, &p.Framework
	const narrow = 4
	room := 12
	for _, n := range f.Nodes {
		if slices.ContainsFunc(list, func(a *learning.Assessment) bool { _, ok := a.Level(n.ID); return ok }) {
			room = max(room, cell.Width(n.Short()+" "+n.LabelIn(string(w.Lang())))+2)
		}
	}
	room = max(min(room, g.width-narrow*len(list)-2), 12)
	if len(list) > 0 {
		head := cell.Space(room)
		for i := range list {
			head += cell.Fit(strconv.Itoa(i+1), narrow)
		}
		g.lines = append(g.lines, g.c.Env.Theme.Faint.On(strings.TrimRight(head, " ")))
	}
	for _, n := range f.Nodes {
		line, some := cell.Fit(n.Short()+" "+n.LabelIn(string(w.Lang())), room-1)+" ", false
		for _, a := range list {
			level, ok := a.Level(n.ID)
			text := ""
			if ok && a.Framework == f.ID {
				text, some = g.c.letter(f, n, level), true
			}
			line += cell.Fit(text, narrow)
		}
		if !some {
			continue
		}
		if slices.Contains(clash, n.ID) {
			line = g.c.Env.Theme.Now.On(line + theme.ClashSign)
		}
		g.lines = append(g.lines, line)
	}
}

// who is somebody's name, or that it is somebody.
func (c *Learning) who(id journal.ID) string {
	if name := c.names[id]; name != "" {
		return name
	}
	return c.Env.Words.Say("report.somebody")
}

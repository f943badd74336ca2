package telling

import (
	"slices"
	"strconv"
	"strings"

	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/report"
	"leerbalie/ui/say"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// Piece tells all that may be seen of a piece of evidence.
func (g *Details) Piece(p learning.Piece) {
	g.Work(p)
	g.Talk(p)
	g.Judgements(p)
}

// Work tells what was done, what it shows, and how the student looked back.
func (g *Details) Work(p learning.Piece) {
	w, m, e := g.Host.Env.Words, g.Maker, &p.Evidence
	g.Head(m.Title(e))
	g.Say(strings.Join(m.Facts(e), " "+theme.Dot+" "))
	if len(e.With) > 0 {
		names := make([]string, 0, len(e.With))
		for _, id := range e.With {
			if name := g.Maker.Names[id]; name != "" {
				names = append(names, name)
			}
		}
		g.Fact(w.Say("learning.with"), strings.Join(names, ", "))
	}
	for i, id := range e.Nodes {
		n := p.Tree.Node(id)
		if n.ID.IsZero() {
			continue
		}
		word := ""
		if i == 0 || g.Said != nil {
			word = w.Say("learning.shows")
		}
		g.Fact(word, n.Short()+" "+n.LabelIn(string(w.Lang())))
	}
	if len(e.Nodes) == 0 {
		g.Fact(w.Say("learning.shows"), w.Say("learning.shows.nothing"))
	}
	if e.Note != "" {
		g.Blank()
		g.Say(e.Note)
	}
	if r := e.Reflection; r != nil {
		for _, part := range []struct{ word, text string }{
			{"starr.situation", r.Situation}, {"starr.task", r.Task}, {"starr.action", r.Action}, {"starr.result", r.Result}, {"starr.reflection", r.Reflection},
		} {
			switch {
			case part.text == "":
			case g.Dense:
				g.Fact(w.Say("learning."+part.word), part.text)
			default:
				g.Blank()
				g.Faint(w.Say(part.word))
				g.Say(part.text)
			}
		}
		if n := len(e.Earlier); n > 0 {
			g.Blank()
			g.Faint(w.Count("learning.earlier", n))
		}
	}
}

// Judgements puts what everybody thought side by side: a row for each indicator, a numbered column for each judgement.
func (g *Details) Judgements(p learning.Piece) {
	w, m, e := g.Host.Env.Words, g.Maker, &p.Evidence
	var list []*learning.Assessment
	for _, by := range learning.AssessorKinds() {
		list = append(list, e.Latest(by)...)
	}
	if len(list) == 0 && e.Hidden == 0 && !e.SelfHidden {
		g.Blank()
		g.Faint(w.Say("learning.unjudged"))
		return
	}
	g.Head(w.Say("learning.judgements"))
	clash := learning.Differing(e.Latest(learning.AssessorSchool))
	if g.Said != nil {
		g.sayLevels(p, list, clash)
	} else {
		g.drawLevels(p, list, clash)
	}
	for i, a := range list {
		g.Blank()
		said := strconv.Itoa(i+1) + "  " + w.Say("by."+string(a.As)) + " " + theme.Dot + " " + Who(g.Maker, a.By) + " " + theme.Dot + " " + g.Host.Env.When(a.At)
		if a.As == learning.AssessorSchool && a.Blind {
			said += " " + theme.Dot + " " + w.Say("learning.blind")
		}
		g.Faint(said)
		if a.Reason != "" {
			g.Say(a.Reason)
		}
	}
	if e.Hidden > 0 {
		g.Blank()
		g.Say(w.Count("report.hidden", e.Hidden))
	}
	if e.SelfHidden {
		g.Blank()
		g.Faint(w.Say("report.self-hidden"))
	}
	for i := range e.Assessments {
		if a := &e.Assessments[i]; !a.Latest {
			g.Blank()
			g.Faint(w.Say("learning.before", "part", w.Say("by."+string(a.As)), "name", Who(g.Maker, a.By), "when", g.Host.Env.When(a.At),
				"what", m.Given(&learning.Progress{Framework: p.Framework, Tree: p.Tree}, *a)))
		}
	}
}

// sayLevels says of each indicator what everybody thought, by the number of the judgement.
func (g *Details) sayLevels(p learning.Piece, list []*learning.Assessment, clash []journal.ID) {
	w, m, f := g.Host.Env.Words, g.Maker, &p.Framework
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
		g.Speaks(say.Pair(n.Short()+" "+n.LabelIn(string(w.Lang())), say.Join(levels...)))
	}
}

// drawLevels draws a row for each indicator with a numbered column for each judgement.
func (g *Details) drawLevels(p learning.Piece, list []*learning.Assessment, clash []journal.ID) {
	w, f := g.Host.Env.Words, &p.Framework
	const narrow = 4
	room := 12
	for _, n := range f.Nodes {
		if slices.ContainsFunc(list, func(a *learning.Assessment) bool { _, ok := a.Level(n.ID); return ok }) {
			room = max(room, cell.Width(n.Short()+" "+n.LabelIn(string(w.Lang())))+2)
		}
	}
	room = max(min(room, g.Width-narrow*len(list)-2), 12)
	if len(list) > 0 {
		head := cell.Space(room)
		for i := range list {
			head += cell.Fit(strconv.Itoa(i+1), narrow)
		}
		g.Lines = append(g.Lines, g.Host.Env.Theme.Faint.On(strings.TrimRight(head, " ")))
	}
	for _, n := range f.Nodes {
		line, some := cell.Fit(n.Short()+" "+n.LabelIn(string(w.Lang())), room-1)+" ", false
		for _, a := range list {
			level, ok := a.Level(n.ID)
			text := ""
			if ok && a.Framework == f.ID {
				text, some = Letter(w, f, n, level), true
			}
			line += cell.Fit(text, narrow)
		}
		if !some {
			continue
		}
		if slices.Contains(clash, n.ID) {
			line = g.Host.Env.Theme.Now.On(line + theme.ClashSign)
		}
		g.Lines = append(g.Lines, line)
	}
}

// Who is somebody's name, or that it is somebody.
func Who(m report.Maker, id journal.ID) string {
	if name := m.Names[id]; name != "" {
		return name
	}
	return m.Words.Say("report.somebody")
}

// Letter is a level in one letter, as a matrix shows it.
func Letter(w text.Words, f *competence.Framework, n competence.Node, level int) string {
	letters := f.ScaleOf(n).Letters(string(w.Lang()))
	if level < 0 || level >= len(letters) {
		return theme.Dash
	}
	return Upper(letters[level])
}

// Upper is the letter of a level as it is shown.
func Upper(letter string) string {
	if letter != "" && letter[0] >= 'a' && letter[0] <= 'z' {
		return string(letter[0] - 'a' + 'A')
	}
	return letter
}

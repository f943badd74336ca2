package learning

import (
	"strconv"
	"strings"

	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/say"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// kept is what there is to know of what the cursor is on, drawn and said; each is made when it is asked for.
type kept struct {
	lines []string
	said  say.Lines
}

// details draws what the cursor is on, beside the list.
func (l *learner) details(width int) []string {
	g := &details{c: l.c, width: width}
	l.tell(g)
	if g.lines == nil {
		return []string{}
	}
	return g.lines
}

// tell tells of what the cursor is on.
func (l *learner) tell(g *details) {
	switch l.tab {
	case listTab:
		if n, ok := l.node(); ok {
			l.aboutNode(g, n)
		}
	case evidenceTab:
		if e := l.piece(); e != nil {
			g.apart(e.ID)
			g.piece(l.about(e))
		}
	case decisionTab:
		if x := l.decision(); x != nil {
			l.aboutDecision(g, x)
		}
	}
}

// mostPieces is how many pieces of evidence the details of a node list; Enter shows all.
const mostPieces = 12

// aboutNode tells how the student stands on one node.
func (l *learner) aboutNode(g *details, n competence.Node) {
	w, m, f := l.c.Env.Words, l.c.maker(), &l.data.Framework
	s := l.data.State[n.ID]
	g.head(n.Short())
	g.say(n.LabelIn(string(w.Lang())))
	if text := plainText(n.Text); text != "" {
		g.faint(text)
	}
	g.blank()
	school := m.Level(f, n, s.Level)
	switch {
	case school == "" && g.said != nil:
		school = w.Say("learning.cell.none")
	case school == "":
		school = theme.Dash
	case s.Partial:
		school = w.Say("report.partly", "level", school)
	}
	if s.Differs {
		school = w.Say("report.differs", "level", school)
	}
	g.fact(w.Say("by.school"), school)
	for _, o := range s.School {
		g.fact("  "+l.c.who(o.By), say.Join(m.Level(f, n, o.Level), l.c.Env.Day(o.At)))
	}
	if s.Differs && len(s.School) > 1 {
		g.faint(w.Say("learning.lowest"))
	}
	if l.data.Tree.Leaf(n.ID) {
		for i, by := range learning.AssessorKinds() {
			if by != learning.AssessorSchool {
				g.fact(w.Say("by."+string(by)), m.Level(f, n, s.ByAssessor[i]))
			}
		}
	}
	if trend := s.Trend(); len(trend) > 1 {
		steps := make([]string, 0, len(trend))
		level, between := l.c.letter, " → "
		if g.said != nil {
			level, between = m.Level, ", "
		}
		for _, t := range trend[max(len(trend)-8, 0):] {
			steps = append(steps, level(f, n, t.Level))
		}
		g.fact(w.Say("learning.trend"), strings.Join(steps, between))
	}
	shown := 0
	for i := range l.data.Evidence {
		e := &l.data.Evidence[i]
		if !learning.Touches(l.data.Tree, e, n.ID) {
			continue
		}
		if shown == 0 {
			g.head(w.Count("learning.pieces", s.Evidence))
		}
		if shown++; shown > mostPieces {
			g.faint(w.Say("learning.pieces.more", "key", l.c.Env.Keys.Label(Open)))
			break
		}
		sign, said, _ := l.c.state(e)
		if day := e.Day.Format("02-01-06"); !g.speaks(say.Join(m.Title(e), said, day)) {
			g.lines = append(g.lines, cell.Ends(cell.Short(day+"  "+m.Title(e), max(g.width-18, 10)), sign+" "+said, g.width))
		}
	}
	if shown == 0 {
		g.blank()
		g.say(w.Say("learning.no-pieces"))
	}
}

// plainText takes the marks of HTML out of a text that came from a file.
func plainText(s string) string {
	if !strings.Contains(s, "<") {
		return strings.TrimSpace(s)
	}
	var b strings.Builder
	inside := false
	for _, r := range s {
		switch {
		case r == '<':
			inside = true
		case r == '>' && inside:
			inside = false
			b.WriteByte(' ')
		case !inside:
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func (l *learner) aboutDecision(g *details, x *learning.Decision) {
	w, m := l.c.Env.Words, l.c.maker()
	g.head(w.Say("decision."+string(x.Kind)) + ": " + m.Outcome(x))
	g.say(w.Say("report.decided", "name", l.c.names[x.By], "when", l.c.Env.Date(x.At)))
	if x.Reason != "" {
		g.say(x.Reason)
	}
	g.blank()
	g.say(m.DecisionState(x))
	g.faint("SHA-256 " + x.Hash)
	g.blank()
	g.faint(w.Say("learning.decision.open", "key", l.c.Env.Keys.Label(Open)))
}

// growth draws how far the student has come, month by month, and what is left.
func (l *learner) growth(g *details) {
	w, th, m := l.c.Env.Words, l.c.Env.Theme, l.c.maker()
	p := l.data.Placement
	g.head(w.Say("learning.hours"))
	g.say(m.Placement(p))
	if p.NormMinutes > 0 && g.said == nil {
		g.lines = append(g.lines, widget.Progress(th, p.Minutes, p.NormMinutes, min(g.width, 60)))
	}
	leaves := 0
	for _, n := range l.data.Framework.Nodes {
		if l.data.Tree.Leaf(n.ID) {
			leaves++
		}
	}
	g.head(w.Say("report.growth"))
	if len(l.data.Growth) == 0 {
		g.say(w.Say("learning.growth.none"))
	}
	for _, x := range l.data.Growth[max(len(l.data.Growth)-24, 0):] {
		if g.speaks(say.Pair(x.Month.Format("01-2006"), w.Say("learning.growth.month", "enough", x.Enough, "short", x.Judged-x.Enough, "all", leaves))) {
			continue
		}
		label := x.Month.Format("01-2006") + "  "
		right := "  " + strconv.Itoa(x.Enough) + " + " + strconv.Itoa(x.Judged-x.Enough) + " / " + strconv.Itoa(leaves)
		room := max(min(g.width-cell.Width(label)-cell.Width(right), 60), 10)
		g.lines = append(g.lines, label+widget.Bar(th, x.Enough, x.Judged, leaves, room)+right)
	}
	if len(l.data.Growth) > 0 && g.said == nil {
		g.faint(w.Say("learning.growth.legend"))
	}
	g.head(w.Say("learning.left"))
	var short, none []string
	for _, id := range l.data.Tree.Columns() {
		n, s := l.data.Tree.Node(id), l.data.State[id]
		switch {
		case s.Evidence == 0:
			none = append(none, n.Short()+" "+n.LabelIn(string(w.Lang())))
		case s.Level < 0 || s.Partial || !l.data.Framework.ScaleOf(n).Enough(s.Level):
			short = append(short, n.Short()+" "+n.LabelIn(string(w.Lang())))
		}
	}
	if len(short)+len(none) == 0 {
		g.say(w.Say("learning.left.nothing"))
	}
	for _, n := range none {
		g.signed(theme.FreeSign, n+": "+w.Say("learning.left.none"))
	}
	for _, n := range short {
		g.signed(theme.MineSign, n+": "+w.Say("learning.left.short"))
	}
}

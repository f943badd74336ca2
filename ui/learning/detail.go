package learning

import (
	"strconv"
	"strings"

	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/learning/telling"
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
	g := l.c.details(width)
	l.tell(g)
	if g.Lines == nil {
		return []string{}
	}
	return g.Lines
}

// tell tells of what the cursor is on.
func (l *learner) tell(g *telling.Details) {
	switch l.tab {
	case listTab:
		if n, ok := l.node(); ok {
			l.aboutNode(g, n)
		}
	case evidenceTab:
		if e := l.piece(); e != nil {
			g.Apart(e.ID)
			g.Piece(l.about(e))
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
func (l *learner) aboutNode(g *telling.Details, n competence.Node) {
	w, m, f := l.c.Env.Words, l.c.maker(), &l.data.Framework
	s := l.data.State[n.ID]
	g.Head(n.Short())
	g.Say(n.LabelIn(string(w.Lang())))
	if text := plainText(n.Text); text != "" {
		g.Faint(text)
	}
	g.Blank()
	school := m.Level(f, n, s.Level)
	switch {
	case school == "" && g.Said != nil:
		school = w.Say("learning.cell.none")
	case school == "":
		school = theme.Dash
	case s.Partial:
		school = w.Say("report.partly", "level", school)
	}
	if s.Differs {
		school = w.Say("report.differs", "level", school)
	}
	g.Fact(w.Say("by.school"), school)
	for _, o := range s.School {
		g.Fact("  "+l.c.who(o.By), say.Join(m.Level(f, n, o.Level), l.c.Env.Day(o.At)))
	}
	if s.Differs && len(s.School) > 1 {
		g.Faint(w.Say("learning.lowest"))
	}
	if l.data.Tree.Leaf(n.ID) {
		for i, by := range learning.AssessorKinds() {
			if by != learning.AssessorSchool {
				g.Fact(w.Say("by."+string(by)), m.Level(f, n, s.ByAssessor[i]))
			}
		}
	}
	if trend := s.Trend(); len(trend) > 1 {
		steps := make([]string, 0, len(trend))
		level, between := l.c.letter, " → "
		if g.Said != nil {
			level, between = m.Level, ", "
		}
		for _, t := range trend[max(len(trend)-8, 0):] {
			steps = append(steps, level(f, n, t.Level))
		}
		g.Fact(w.Say("learning.trend"), strings.Join(steps, between))
	}
	shown := 0
	for i := range l.data.Evidence {
		e := &l.data.Evidence[i]
		if !learning.Touches(l.data.Tree, e, n.ID) {
			continue
		}
		if shown == 0 {
			g.Head(w.Count("learning.pieces", s.Evidence))
			if open := m.Open(s.Open, l.me()); open != "" {
				g.Faint(open)
			}
		}
		if shown++; shown > mostPieces {
			g.Faint(w.Say("learning.pieces.more", "key", l.c.Env.Keys.Label(Open)))
			break
		}
		sign, said, _ := l.c.state(e)
		if day := e.Day.Format("02-01-06"); !g.Speaks(say.Join(m.Title(e), said, day)) {
			g.Lines = append(g.Lines, cell.Ends(cell.Short(day+"  "+m.Title(e), max(g.Width-18, 10)), sign+" "+said, g.Width))
		}
	}
	if shown == 0 {
		g.Blank()
		g.Say(w.Say("learning.no-pieces"))
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

func (l *learner) aboutDecision(g *telling.Details, x *learning.Decision) {
	w, m := l.c.Env.Words, l.c.maker()
	g.Head(w.Say("decision."+string(x.Kind)) + ": " + m.Outcome(x))
	g.Say(w.Say("report.decided", "name", l.c.names[x.By], "when", l.c.Env.Date(x.At)))
	if x.Reason != "" {
		g.Say(x.Reason)
	}
	g.Blank()
	g.Say(m.DecisionState(x))
	g.Faint("SHA-256 " + x.Hash)
	g.Blank()
	g.Faint(w.Say("learning.decision.open", "key", l.c.Env.Keys.Label(Open)))
}

// growth draws how far the student has come, month by month, and what is left.
func (l *learner) growth(g *telling.Details) {
	w, th, m := l.c.Env.Words, l.c.Env.Theme, l.c.maker()
	p := l.data.Placement
	g.Head(w.Say("learning.hours"))
	g.Say(m.Placement(p))
	if p.NormMinutes > 0 && g.Said == nil {
		g.Lines = append(g.Lines, widget.Progress(th, p.Minutes, p.NormMinutes, min(g.Width, 60)))
	}
	for _, line := range m.HoursLines(&l.data) {
		g.Say(line)
	}
	if open := m.Open(l.data.Open(), l.me()); open != "" {
		g.Say(w.Say("report.open", "open", open))
	}
	leaves := 0
	for _, n := range l.data.Framework.Nodes {
		if l.data.Tree.Leaf(n.ID) {
			leaves++
		}
	}
	g.Head(w.Say("report.growth"))
	if len(l.data.Growth) == 0 {
		g.Say(w.Say("learning.growth.none"))
	}
	for _, x := range l.data.Growth[max(len(l.data.Growth)-24, 0):] {
		if g.Speaks(say.Pair(x.Month.Format("01-2006"), w.Say("learning.growth.month", "enough", x.Enough, "short", x.Judged-x.Enough, "all", leaves))) {
			continue
		}
		label := x.Month.Format("01-2006") + "  "
		right := "  " + strconv.Itoa(x.Enough) + " + " + strconv.Itoa(x.Judged-x.Enough) + " / " + strconv.Itoa(leaves)
		room := max(min(g.Width-cell.Width(label)-cell.Width(right), 60), 10)
		g.Lines = append(g.Lines, label+widget.Bar(th, x.Enough, x.Judged, leaves, room)+right)
	}
	if len(l.data.Growth) > 0 && g.Said == nil {
		g.Faint(w.Say("learning.growth.legend"))
	}
	g.Head(w.Say("learning.left"))
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
		g.Say(w.Say("learning.left.nothing"))
	}
	for _, n := range none {
		g.Signed(theme.FreeSign, n+": "+w.Say("learning.left.none"))
	}
	for _, n := range short {
		g.Signed(theme.MineSign, n+": "+w.Say("learning.left.short"))
	}
}

package learning

import (
	"strconv"
	"strings"

	"leerbalie/model/learning"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
)

func (l *learner) said() (out say.Lines) {
	w := l.c.Env.Words
	if text, ok := l.insteadText(); ok {
		out.Text(text)
		return out
	}
	who := &l.data.Student
	out.Heading("student "+who.ID.String(), say.Join(who.Name, who.Level))
	out.Add(screen.SaidTabs(w, tabWords()[l.tab], l.tabNames(), l.tab))
	if l.tab != growthTab { // which tells it itself
		out.Text(l.c.maker().Placement(l.data.Placement))
	}
	var rows say.Lines
	switch l.tab {
	case listTab:
		rows = l.nodesSaid()
	case evidenceTab:
		rows = l.piecesSaid()
	case decisionTab:
		rows = l.decisionsSaid()
	}
	if l.focus {
		rows = rows.Beside()
	}
	out.Add(rows)
	if l.detail.said == nil {
		g := l.c.saying(&l.detail.said)
		if l.tab == growthTab {
			l.growth(g)
		} else {
			l.tell(g)
		}
	}
	if l.tab == growthTab {
		out.Read(l.detail.said)
		return out
	}
	out.Details("learning.details", l.detail.said, l.focus)
	return out
}

// nodesSaid gives the rows of the checklist: what it is, the level from each who judges, the evidence, and how deep it stands in the tree.
func (l *learner) nodesSaid() (out say.Lines) {
	w, m, f := l.c.Env.Words.Aloud(), l.c.maker(), &l.data.Framework
	parts := l.parts()
	heads := []string{f.LabelIn(string(w.Lang()))}
	for _, part := range parts {
		heads = append(heads, w.Say("by."+string(part)))
	}
	out.Help(w.Say("say.columns", "columns", say.Join(append(heads, w.Say("learning.col.pieces"), w.Say("report.col.latest"))...)))
	from, to := l.nodes.Window()
	cursor, _, _ := l.nodes.Cursor()
	for i := from; i < to && i < len(f.Nodes); i++ {
		n := f.Nodes[i]
		s := l.data.State[n.ID]
		said := []string{n.Short() + " " + n.LabelIn(string(w.Lang()))}
		for _, part := range parts {
			level := levelBy(part, s, l.data.Tree.Leaf(n.ID))
			value := m.Level(f, n, level)
			if part == learning.AssessorSchool {
				switch {
				case value == "":
					value = w.Say("learning.cell.none")
				case !f.ScaleOf(n).Enough(level):
					value = say.Join(value, w.Say("learning.cell.short"))
				}
				switch {
				case s.Differs:
					value = say.Join(value, w.Say("learning.cell.differs"))
				case s.Partial && level >= 0:
					value = say.Join(value, w.Say("learning.cell.partial"))
				}
			}
			said = append(said, say.Pair(w.Say("by."+string(part)), value))
		}
		pieces := ""
		switch {
		case s.Evidence > 0:
			pieces = say.Join(strconv.Itoa(s.Evidence), m.Open(s.Open, l.me()))
		}
		said = append(said, say.Pair(w.Say("learning.col.pieces"), pieces), say.Pair(w.Say("report.col.latest"), l.c.ago(w, s.Last)),
			w.Say("frames.depth", "n", l.data.Tree.Depth(n.ID)+1))
		out.Row(n.ID.String(), i+1, i == cursor, say.Join(said...))
	}
	if l.nodes.Len() == 0 {
		out.Text(w.Say("learning.empty.framework"))
	}
	return out
}

// piecesSaid gives the rows of the evidence: what it is, how it stands, when it was, how long it took, and what it is evidence of.
func (l *learner) piecesSaid() (out say.Lines) {
	w, m := l.c.Env.Words.Aloud(), l.c.maker()
	if n := l.data.Tree.Node(l.only); !n.ID.IsZero() {
		out.Text(w.Say("learning.only", "node", n.Short()+" "+n.LabelIn(string(w.Lang()))))
	}
	day, minutes, about := w.Say("report.col.day"), w.Say("learning.col.minutes"), w.Say("learning.col.about")
	out.Help(w.Say("say.columns", "columns", say.Join(w.Say("learning.col.work"), w.Say("report.col.state"), day, minutes, about)))
	from, to := l.pieces.Window()
	cursor, _, _ := l.pieces.Cursor()
	for i := from; i < to && i < len(l.rows); i++ {
		e := &l.data.Evidence[l.rows[i]]
		_, state, _ := l.standing(e)
		spent := ""
		if e.Minutes > 0 {
			spent = strconv.Itoa(e.Minutes)
		}
		out.Row(e.ID.String(), i+1, i == cursor, say.Join(m.Title(e), state, say.Pair(day, e.Day.Format("02-01-06")), say.Pair(minutes, spent),
			say.Pair(about, strings.Join(m.Nodes(l.data.Tree, e.Nodes), " ")), l.c.SaidApart(e.ID)))
	}
	if len(l.rows) == 0 {
		out.Text(l.noPieces())
	}
	return out
}

// decisionsSaid gives the rows of what was decided: what about, the outcome and whether it still stands, who decided, and when.
func (l *learner) decisionsSaid() (out say.Lines) {
	w, m := l.c.Env.Words, l.c.maker()
	heads := []string{w.Say("report.col.about"), w.Say("report.col.outcome"), w.Say("report.col.by"), w.Say("report.col.day")}
	out.Help(w.Say("say.columns", "columns", strings.Join(heads, ", ")))
	from, to := l.decisions.Window()
	cursor, _, _ := l.decisions.Cursor()
	for i := from; i < to && i < len(l.data.Decisions); i++ {
		x := &l.data.Decisions[i]
		state := ""
		switch {
		case !x.Sound:
			state = w.Say("learning.altered")
		case x.Contested:
			state = w.Say("decision.contested")
		}
		out.Row(x.Hash, i+1, i == cursor, say.Join(w.Say("decision."+string(x.Kind)), m.Outcome(x), state, say.Pair(heads[2], l.c.names[x.By]), l.c.Env.Day(x.At)))
	}
	if len(l.data.Decisions) == 0 {
		out.Text(l.noDecisions())
	}
	return out
}

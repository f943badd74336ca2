package learning

import (
	"slices"
	"strconv"
	"strings"

	"leerbalie/model/learning"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// tabWords are the names of the lists of a student.
func tabWords() [tabs]string {
	return [tabs]string{"learning.tab.list", "learning.tab.evidence", "learning.tab.growth", "learning.tab.decisions"}
}

func (l *learner) tabNames() (names []string) {
	for _, id := range tabWords() {
		names = append(names, l.c.Env.Words.Say(id))
	}
	return names
}

// head tells who this is, which list shows, and how the placement stands.
func (l *learner) head(size screen.Size) screen.Head {
	th := l.c.Env.Theme
	h := screen.Head{Divider: l.divider()}
	if !l.known {
		return h
	}
	names := l.tabNames()
	names[l.tab] = th.Strong.On("[" + names[l.tab] + "]")
	who := l.data.Student.Name
	if l.data.Student.Level != "" && size.Width >= sideBySide {
		who += " (" + l.data.Student.Level + ")"
	}
	h.Left = th.Strong.On(cell.Short(who, max(size.Width/3, 20))) + "   " + strings.Join(names, "  ")
	if size.Width >= sideBySide {
		h.Right = l.c.maker().Placement(l.data.Placement)
	}
	return h
}

func (l *learner) view(size screen.Size) string {
	if body, ok := l.instead(size); ok {
		return body
	}
	d := l.divider()
	width := size.Width
	if d > 0 {
		width = d
		if l.detail.lines == nil {
			l.detail.lines = l.details(size.Width - d - 2)
		}
	}
	var rows []string
	switch l.tab {
	case listTab:
		rows = l.nodeLines(width)
	case evidenceTab:
		rows = l.pieceLines(width)
	case growthTab:
		g := l.c.details(min(width-4, 100))
		l.growth(g)
		for _, line := range l.c.Env.Window(g.Lines, &l.scroll, size.Height, "") {
			rows = append(rows, "  "+line)
		}
	case decisionTab:
		rows = l.decisionLines(width)
	}
	var right []string
	if d > 0 {
		right = l.c.Env.Window(l.detail.lines, &l.scroll, size.Height, "")
	}
	return l.c.panes(size, rows, right, d, l.focus)
}

// The widths behind a node's title: a level by each part, pieces of evidence, the latest.
const (
	partWidth   = 5
	piecesWidth = 6
	latestWidth = 9
)

// parts are in which parts there is a level to show: the school's, and those in which somebody judged.
func (l *learner) parts() []learning.AssessorKind {
	out := []learning.AssessorKind{learning.AssessorSchool}
	for _, by := range []learning.AssessorKind{learning.AssessorPractice, learning.AssessorPeer, learning.AssessorSelf} {
		if l.given[by] {
			out = append(out, by)
		}
	}
	return out
}

// levelBy is the level that was given in a part; below 0 for none. Only the school's counts above a leaf.
func levelBy(part learning.AssessorKind, s learning.NodeState, leaf bool) int {
	switch {
	case part == learning.AssessorSchool:
		return s.Level
	case leaf:
		return s.ByAssessor[slices.Index(learning.AssessorKinds(), part)]
	}
	return -1
}

// nodeLines draws the checklist: the tree, with a level from each who judges.
func (l *learner) nodeLines(width int) []string {
	w, th := l.c.Env.Words, l.c.Env.Theme
	parts := l.parts()
	title := max(width-2-len(parts)*partWidth-piecesWidth-latestWidth-1, 16)
	head := cell.Fit(l.data.Framework.LabelIn(string(w.Lang())), title) + " "
	for _, p := range parts {
		head += cell.Fit(w.Say("learning.by."+string(p)), partWidth)
	}
	head += cell.Fit(w.Say("learning.col.pieces"), piecesWidth) + cell.Fit(w.Say("report.col.latest"), latestWidth)
	out := []string{"  " + th.Faint.On(cell.Line(head, width-2))}
	from, to := l.nodes.Window()
	cursor, _, _ := l.nodes.Cursor()
	for i := from; i < to && i < len(l.data.Framework.Nodes); i++ {
		n := l.data.Framework.Nodes[i]
		s := l.data.State[n.ID]
		depth := min(l.data.Tree.Depth(n.ID), 8)
		text := cell.Fit(cell.Space(2*depth)+n.Short()+" "+n.LabelIn(string(w.Lang())), title) + " "
		leaf := l.data.Tree.Leaf(n.ID)
		for _, part := range parts {
			level := levelBy(part, s, leaf)
			sign := ""
			if level >= 0 || leaf || part == learning.AssessorSchool {
				sign = l.c.letter(&l.data.Framework, n, level)
			}
			if part == learning.AssessorSchool {
				switch {
				case s.Differs:
					sign += theme.ClashSign
				case s.Partial && level >= 0:
					sign += cell.Ellipsis
				}
			}
			text += cell.Fit(sign, partWidth)
		}
		pieces := ""
		if s.Evidence > 0 {
			pieces = strconv.Itoa(s.Evidence)
			if s.Open.All() > 0 {
				pieces += theme.FreeSign
			}
		}
		text += cell.Fit(pieces, piecesWidth) + cell.Fit(l.c.agoOrDash(s.Last), latestWidth)
		paint := th.Plain
		switch {
		case !leaf:
			paint = th.Strong
		case s.Level >= 0 && !l.data.Framework.ScaleOf(n).Enough(s.Level):
			paint = th.Today
		}
		out = append(out, l.c.row(text, i == cursor, paint, width))
	}
	if l.nodes.Len() == 0 {
		out = append(out, l.c.nothing(w.Say("learning.empty.framework"), width)...)
	}
	return out
}

// pieceLines draws the evidence: when, what, how long, what of, and how it stands.
func (l *learner) pieceLines(width int) []string {
	w, th, m := l.c.Env.Words, l.c.Env.Theme, l.c.maker()
	day, minutes, state := 9, 6, 16
	about := min(max((width-2-day-minutes-state)/3, 8), 20)
	title := max(width-2-day-minutes-state-about-3, 12)
	head := cell.Fit(w.Say("report.col.day"), day) + cell.Fit(w.Say("learning.col.work"), title) + " " + cell.Right(w.Say("learning.col.minutes"), minutes-1) + "  " +
		cell.Fit(w.Say("learning.col.about"), about) + cell.Fit(w.Say("report.col.state"), state)
	if n := l.data.Tree.Node(l.only); !n.ID.IsZero() {
		head = cell.Fit(w.Say("learning.only", "node", n.Short()+" "+n.LabelIn(string(w.Lang()))), width-2)
	}
	out := []string{"  " + th.Faint.On(cell.Line(head, width-2))}
	from, to := l.pieces.Window()
	cursor, _, _ := l.pieces.Cursor()
	for i := from; i < to && i < len(l.rows); i++ {
		e := &l.data.Evidence[l.rows[i]]
		sign, said, paint := l.standing(e)
		spent := ""
		if e.Minutes > 0 {
			spent = strconv.Itoa(e.Minutes)
		}
		text := cell.Fit(e.Day.Format("02-01-06"), day) + cell.Fit(m.Title(e), title) + " " + cell.Right(spent, minutes-1) + "  " +
			cell.Fit(strings.Join(m.Nodes(l.data.Tree, e.Nodes), " "), about) + cell.Fit(sign+" "+said, state)
		out = append(out, l.c.row(text, i == cursor, paint, width))
	}
	if len(l.rows) == 0 {
		out = append(out, l.c.nothing(l.noPieces(), width)...)
	}
	return out
}

// noPieces says that there is no evidence, and what to do about it.
func (l *learner) noPieces() string {
	id := "learning.empty.evidence"
	if l.data.Write {
		id = "learning.empty.evidence.add"
	}
	return l.c.Env.Words.Say(id, "key", l.c.Env.Keys.Label(Add))
}

// noDecisions says that nothing was decided, and what to do about it.
func (l *learner) noDecisions() string {
	id := "learning.empty.decisions"
	if l.decides() {
		id = "learning.empty.decisions.decide"
	}
	return l.c.Env.Words.Say(id, "key", l.c.Env.Keys.Label(Decide))
}

// standing is state, unless others said something about the piece that whoever sits here has not read.
func (l *learner) standing(e *learning.Evidence) (sign, said string, paint theme.Paint) {
	if n := len(e.New(l.c.Env.User.ID)); n > 0 && len(l.data.MayJudgeAs) > 0 {
		return theme.TodaySign, l.c.Env.Words.Count("talk.unread", n), l.c.Env.Theme.Today
	}
	return l.c.state(e)
}

// state is how a piece of evidence stands, in a sign and a few words.
func (c *Learning) state(e *learning.Evidence) (sign, said string, paint theme.Paint) {
	w, th := c.Env.Words, c.Env.Theme
	schools := e.Latest(learning.AssessorSchool)
	switch open := e.OpenFor(); {
	case open == learning.AssessorSelf && len(e.Nodes) == 0:
		return theme.DraftSign, w.Say("learning.state.point"), th.Info
	case open == learning.AssessorSelf:
		return theme.DraftSign, w.Say("learning.state.reflect"), th.Info
	case e.Hidden > 0:
		return theme.MaskSign, w.Say("learning.state.hidden"), th.Today
	case len(schools) > 1 && len(learning.Differing(schools)) > 0:
		return theme.ClashSign, w.Say("learning.state.differs"), th.Now
	case len(schools) > 1:
		return theme.DoneSign, w.Say("learning.state.twice"), th.Good
	case len(schools) == 1:
		return theme.MineSign, w.Say("learning.state.once"), th.Plain
	}
	return theme.FreeSign, w.Say("learning.state.waits"), th.Today
}

func (l *learner) decisionLines(width int) []string {
	w, th, m := l.c.Env.Words, l.c.Env.Theme, l.c.maker()
	head := cell.Fit(w.Say("report.col.day"), 11) + cell.Fit(w.Say("report.col.about"), 12) + cell.Fit(w.Say("report.col.outcome"), 16) + w.Say("report.col.by")
	out := []string{"  " + th.Faint.On(cell.Line(head, width-2))}
	from, to := l.decisions.Window()
	cursor, _, _ := l.decisions.Cursor()
	for i := from; i < to && i < len(l.data.Decisions); i++ {
		x := &l.data.Decisions[i]
		outcome, paint := m.Met(x.Met), th.Good
		switch {
		case !x.Sound:
			outcome, paint = theme.WarnSign+" "+w.Say("learning.altered"), th.Now
		case x.Withdrawn != nil:
			outcome, paint = w.Say("decision.gone"), th.Faint
		case x.Contested:
			outcome, paint = theme.ClashSign+" "+outcome, th.Now
		case !x.Met:
			paint = th.Today
		}
		text := cell.Fit(l.c.Env.Day(x.At), 11) + cell.Fit(w.Say("decision."+string(x.Kind)), 12) + cell.Fit(outcome, 16) + cell.Safe(l.c.names[x.By], 40)
		out = append(out, l.c.row(text, i == cursor, paint, width))
	}
	if len(l.data.Decisions) == 0 {
		out = append(out, l.c.nothing(l.noDecisions(), width)...)
	}
	return out
}

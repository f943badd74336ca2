package learning

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// The lists of a student.
const (
	listTab = iota
	evidenceTab
	growthTab
	decisionTab
	tabs
)

// learner is the page of one student: the checklist, the evidence, the growth, and what was decided.
type learner struct {
	reading[learning.Progress]
	id        journal.ID
	framework journal.ID // zero: what the student is assessed on
	size      screen.Size

	tab       int
	nodes     widget.List[journal.ID]
	pieces    widget.List[journal.ID]
	decisions widget.List[journal.Stamp]
	rows      []int                          // of data.Evidence: those that show
	given     map[learning.AssessorKind]bool // in which parts somebody judged
	only      journal.ID                     // only evidence of this node; zero: all

	focus  bool // the details have the keys
	scroll int
	detail kept // of what the cursor is on
}

func newLearner(c *Learning, id journal.ID) *learner {
	return &learner{reading: reading[learning.Progress]{c: c}, id: id}
}

func (l *learner) read() tea.Cmd {
	id, framework := l.id, l.framework
	return l.ask(func(ctx context.Context, session *model.Session) (learning.Progress, error) {
		return hours.ReadProgress(ctx, session, id, framework)
	})
}

func (l *learner) take(msg tea.Msg) (tea.Cmd, bool) {
	fresh, mine := l.took(msg)
	if fresh {
		l.framework = l.data.Framework.ID
		l.arrange()
	}
	return nil, mine
}

// arrange fills the lists.
func (l *learner) arrange() {
	l.detail = kept{}
	ids := make([]journal.ID, len(l.data.Framework.Nodes))
	for i := range ids {
		ids[i] = l.data.Framework.Nodes[i].ID
	}
	l.nodes.Load(ids, false, false)
	l.rows, l.given = l.rows[:0], map[learning.AssessorKind]bool{}
	var pieces []journal.ID
	for i := range l.data.Evidence {
		e := &l.data.Evidence[i]
		for n := range e.Assessments {
			l.given[e.Assessments[n].As] = true
		}
		if l.only.IsZero() || learning.Touches(l.data.Tree, e, l.only) {
			l.rows = append(l.rows, i)
			pieces = append(pieces, e.ID)
		}
	}
	l.pieces.Load(pieces, false, false)
	stamps := make([]journal.Stamp, len(l.data.Decisions))
	for i := range stamps {
		stamps[i] = l.data.Decisions[i].Stamp
	}
	l.decisions.Load(stamps, false, false)
}

func (l *learner) resize(size screen.Size) {
	l.size, l.detail = size, kept{}
	l.nodes.Resize(size.Height - 1)
	l.pieces.Resize(size.Height - 1)
	l.decisions.Resize(size.Height - 1)
}

// me tells whether this is the acting person's own checklist.
func (l *learner) me() bool { return l.id == l.c.Env.User.ID }

func (l *learner) wide() bool { return l.size.Width >= sideBySide && l.tab != growthTab }

func (l *learner) divider() int {
	if !l.wide() {
		return 0
	}
	return l.size.Width * 58 / 100
}

// piece is the evidence the cursor is on; nil where there is none.
func (l *learner) piece() *learning.Evidence {
	if i, _, ok := l.pieces.Cursor(); ok && l.tab == evidenceTab && i < len(l.rows) {
		return &l.data.Evidence[l.rows[i]]
	}
	return nil
}

// node is the node the cursor is on.
func (l *learner) node() (competence.Node, bool) {
	i, _, ok := l.nodes.Cursor()
	if !ok || i >= len(l.data.Framework.Nodes) {
		return competence.Node{}, false
	}
	return l.data.Framework.Nodes[i], true
}

// decision is the one the cursor is on; nil where there is none.
func (l *learner) decision() *learning.Decision {
	if i, _, ok := l.decisions.Cursor(); ok && l.tab == decisionTab && i < len(l.data.Decisions) {
		return &l.data.Decisions[i]
	}
	return nil
}

// length is how many rows the list that shows has.
func (l *learner) length() int {
	return [tabs]int{l.nodes.Len(), l.pieces.Len(), 0, l.decisions.Len()}[l.tab]
}

// shows tells whether there is something to act on.
func (l *learner) shows() bool { return l.known }

func (l *learner) hasRows() bool { return l.known && l.length() > 0 }

func (l *learner) hasDetails() bool { return l.known && l.tab != growthTab }

func (l *learner) canAdd() bool { return l.known && l.data.Write }

// canJudge tells whether the acting person can judge the piece that the cursor is on, or what waits of this student.
func (l *learner) canJudge() bool {
	switch e := l.piece(); {
	case !l.known:
		return false
	case l.me():
		return true
	case e != nil:
		return l.c.canJudge(l.about(e))
	}
	return len(l.data.MayJudgeAs) > 0
}

// canLeave tells whether there is a step back.
func (l *learner) canLeave() bool { return len(l.c.pages) > 1 || l.focus || l.tab != listTab }

func (l *learner) keyLine() []keys.ID {
	return []keys.ID{keys.Back, Open, Judge, Reflect, Self, Point, Look, Add, Decide, Withdraw, NextTab, PrevTab, Report, Framework, Pane}
}

// about is a piece of this student's evidence with what it is judged by.
func (l *learner) about(e *learning.Evidence) learning.Piece {
	return learning.Piece{Student: l.data.Student, Evidence: *e, Framework: l.data.Framework, Tree: l.data.Tree, MayJudgeAs: l.data.MayJudgeAs, Write: l.data.Write}
}

// judge goes through what waits of this student, or begins with the piece that the cursor is on.
func (l *learner) judge() tea.Cmd {
	switch e := l.piece(); {
	case l.me():
		return l.c.startWaits(nil)
	case e != nil:
		return l.c.judgeFrom(l.about(e))
	}
	return l.c.startWaits(map[journal.ID]bool{l.id: true})
}

func (l *learner) openReport() tea.Cmd {
	return l.c.push(newDocument(l.c, studentDocument(l.id, l.framework)))
}

// toDetails gives the keys to the details where they show, or takes them back.
func (l *learner) toDetails() tea.Cmd {
	l.focus, l.scroll = !l.focus && l.wide(), 0
	return nil
}

// leave goes one step back: out of the details, to all evidence, to the checklist, to the page below.
func (l *learner) leave() tea.Cmd {
	switch {
	case l.focus:
		l.focus, l.scroll = false, 0
	case l.tab == evidenceTab && !l.only.IsZero():
		l.only = journal.ID{}
		l.arrange()
		l.turn(listTab)
	case l.tab != listTab:
		l.turn(listTab)
	default:
		return l.c.back()
	}
	return nil
}

func (l *learner) turn(to int) tea.Cmd {
	l.tab, l.focus, l.scroll, l.detail = to%tabs, false, 0, kept{}
	return nil
}

// move handles the keys that move the cursor, or the lines where those have the keys.
func (l *learner) move(msg tea.KeyMsg) bool {
	if l.focus || l.tab == growthTab {
		rows, ok := l.c.Env.Keys.Steps(msg, l.size.Height)
		if ok {
			l.scroll = max(l.scroll+rows, 0)
		}
		return ok
	}
	ok := false
	switch l.tab {
	case listTab:
		ok = move(l.c, msg, &l.nodes)
	case evidenceTab:
		ok = move(l.c, msg, &l.pieces)
	case decisionTab:
		ok = move(l.c, msg, &l.decisions)
	}
	if ok {
		l.detail, l.scroll = kept{}, 0
	}
	return ok
}

// open shows what the cursor is on: the evidence of a node, a piece of evidence, a decision.
func (l *learner) open() tea.Cmd {
	switch l.tab {
	case listTab:
		if n, ok := l.node(); ok {
			l.only = n.ID
			l.arrange()
			l.turn(evidenceTab)
		}
	case evidenceTab:
		if e := l.piece(); e != nil {
			return l.c.push(newPiece(l.c, l.id, e.ID))
		}
	case decisionTab:
		if x := l.decision(); x != nil {
			return l.c.push(newDocument(l.c, decisionDocument(*x)))
		}
	}
	return nil
}

func (l *learner) mouse(m screen.Mouse) tea.Cmd {
	inDetails := l.wide() && m.X > l.divider()
	switch {
	case m.Wheel != 0 && (inDetails || l.tab == growthTab):
		l.scroll = max(l.scroll+m.Wheel, 0)
	case m.Wheel != 0:
		l.nodes.Move(wheelFor(l.tab == listTab, m))
		l.pieces.Move(wheelFor(l.tab == evidenceTab, m))
		l.decisions.Move(wheelFor(l.tab == decisionTab, m))
		l.detail = kept{}
	case m.Click && inDetails:
		l.focus = true
	case m.Click && m.Y > 0:
		return l.click(m.Y - 1)
	}
	return nil
}

// wheelFor is how far the wheel turned the list that it is for, and not at all for another.
func wheelFor(shown bool, m screen.Mouse) int {
	if shown {
		return m.Wheel
	}
	return 0
}

// click puts the cursor on a line; a click on the line that has it opens it.
func (l *learner) click(line int) tea.Cmd {
	at := func() int {
		i := [tabs]int{}
		i[listTab], _, _ = l.nodes.Cursor()
		i[evidenceTab], _, _ = l.pieces.Cursor()
		i[decisionTab], _, _ = l.decisions.Cursor()
		return i[l.tab]
	}
	before, hit := at(), false
	switch l.tab {
	case listTab:
		hit = l.nodes.Click(line)
	case evidenceTab:
		hit = l.pieces.Click(line)
	case decisionTab:
		hit = l.decisions.Click(line)
	}
	l.detail = kept{}
	if hit && at() == before {
		return l.open()
	}
	return nil
}

package learning

import (
	"cmp"
	"strconv"
	"strings"

	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/report"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
)

// Said gives the page on top as structure, or what lies over it.
func (c *Learning) Said() say.Lines {
	if l, over := c.OverSaid(); over {
		return l
	}
	return c.top().said()
}

func (p *piece) said() (l say.Lines) {
	if text, ok := p.insteadText(); ok {
		l.Text(text)
		return l
	}
	if p.content == nil {
		g := p.c.saying(&p.content)
		g.Fresh, g.Altered = p.fresh, p.data.altered
		g.Piece(p.data.Piece)
	}
	_, state, _ := p.c.state(&p.data.Evidence)
	l.Heading("learning.piece", say.Join(p.data.Student.Name, p.c.maker().Title(&p.data.Evidence)))
	l.Text(state)
	l.Read(p.content)
	return l
}

func (p *documentPage) said() (l say.Lines) {
	if text, ok := p.insteadText(); ok {
		l.Text(text)
		return l
	}
	if p.content == nil {
		p.content = p.data.Said()
	}
	l.Heading("learning.document."+p.of.name, p.data.Title)
	l.Read(p.content)
	return l
}

func (p *agreementPage) said() (l say.Lines) {
	w, m := p.c.Env.Words, p.c.maker()
	at, words := 0, []string{"learning.tab.agreement", "learning.tab.talk"}
	if p.talk {
		at = 1
	}
	l.Add(screen.SaidTabs(w, words[at], []string{w.Say(words[0]), w.Say(words[1])}, at))
	if text, ok := p.insteadText(); ok {
		l.Text(text)
		return l
	}
	if n := len(p.data.Differing); n > 0 {
		l.Text(w.Count("learning.differences", n))
	}
	if !p.talk {
		if p.content == nil {
			p.content = p.doc.Said()
		}
		l.Heading("", p.doc.Title)
		return append(l, p.content...)
	}
	l.Help(w.Say("say.columns", "columns", say.Join(w.Say("report.col.student"), w.Say("report.col.part"), w.Say("learning.col.work"), w.Say("report.col.by"))))
	from, to := p.list.Window()
	cursor, _, _ := p.list.Cursor()
	for i := from; i < to && i < len(p.data.Differing); i++ {
		x := &p.data.Differing[i]
		l.Row(p.rowID(i), i+1, i == cursor, say.Join(x.Student.Name, x.Node.Short(), m.Title(&x.Evidence),
			say.Pair(screen.ShortName(x.A.Name), m.Level(&p.data.Framework, x.Node, x.LevelA)), say.Pair(screen.ShortName(x.B.Name), m.Level(&p.data.Framework, x.Node, x.LevelB))))
	}
	if len(p.data.Differing) == 0 {
		l.Text(w.Say("learning.empty.differences"))
	}
	return l
}

// cellSaid is a cell of the matrix in words: the level, whether assessors differ or something is left, and how much evidence there is.
func cellSaid(m report.Maker, f *competence.Framework, n competence.Node, s *learning.NodeState) string {
	w := m.Words
	level := m.Level(f, n, s.Level)
	state, judged := "", ""
	switch {
	case s.Differs:
		state = w.Say("learning.cell.differs")
	case s.Partial && s.Level >= 0:
		state = w.Say("learning.cell.partial")
	}
	if n := s.Evidence - s.Open.All(); n > 0 {
		judged = w.Count("learning.cell.judged", n)
	}
	if level == "" && s.Evidence == 0 {
		return w.Say("learning.cell.none")
	}
	return say.Join(level, state, judged, m.Open(s.Open, false))
}

func (k *class) said() (l say.Lines) {
	w := k.c.Env.Words
	if text, ok := k.insteadOfRows(); ok {
		l.Text(text)
		return l
	}
	m := &k.data.matrix
	lang := string(w.Lang())
	l.Heading("learning.class", cmp.Or(m.Group.Name, w.Say("learning.everybody")))
	l.Text(say.Join(w.Count("learning.students", len(m.Rows)), m.Framework.LabelIn(lang)))
	if m.Waiting > 0 {
		l.Text(w.Count("learning.waiting", m.Waiting))
	}
	if k.order != byName {
		l.Text(w.Say(k.order.word()))
	}
	if k.without {
		l.Text(w.Say("key.learning.without"))
	}
	l.Add(k.search.Said(k.c.Env, k.list.Len()))
	from, to := k.list.Window()
	cursor, _, _ := k.list.Cursor()
	maker := k.c.maker()
	for i := from; i < to && i < len(k.rows); i++ {
		r := &m.Rows[k.rows[i]]
		l.Row(r.Student.ID.String(), i+1, i == cursor, k.rowSaid(maker, r))
	}
	if len(k.rows) == 0 {
		l.Text(k.noRows())
	}
	heads := []string{w.Say("report.col.student")}
	for _, n := range m.Columns {
		heads = append(heads, n.Short())
	}
	l.Help(w.Say("say.columns", "columns", say.Join(append(heads, w.Say("report.col.latest"), w.Say("report.col.pieces"), w.Say("report.col.hours"), w.Say("learning.col.weeks"))...)))
	if len(m.Columns) == 0 {
		l.Text(w.Say("learning.empty.framework"))
		return l
	}
	n := m.Columns[k.column]
	l.Aside(say.Join(n.Short()+" "+n.LabelIn(lang), k.bareText()), k.gaps(1000))
	l.Help(strings.Join(k.c.scaleLetters(&m.Framework, n), ", "), w.Aloud().Say("learning.legend"), w.Aloud().Say("learning.legend.pieces"), w.Say("learning.legend.open"))
	if k.anyMarks() {
		l.Help(k.marksLegend())
	}
	return l
}

// rowSaid is a student's row in words: the column that the cursor is on, what asks for attention, the other columns in which there is
// something, and the placement.
func (k *class) rowSaid(m report.Maker, r *learning.MatrixRow) string {
	w, f := m.Words, &k.data.matrix.Framework
	parts := []string{r.Student.Name}
	columns := k.data.matrix.Columns
	if k.column < len(columns) {
		parts = append(parts, say.Pair(columns[k.column].Short(), cellSaid(m, f, columns[k.column], &r.Cells[k.column])))
	}
	if r.Contested {
		parts = append(parts, w.Say("decision.contested-row"))
	}
	parts = append(parts, k.c.SaidApart(r.Student.ID))
	if pressing(r, k.c.Env.Today()) {
		parts = append(parts, w.Say("learning.pressing"))
	}
	parts = append(parts, k.marksSaid(r.Student.ID))
	bare := 0
	for i := range r.Cells {
		switch {
		case r.Cells[i].Evidence == 0 && r.Cells[i].Level < 0:
			bare++
		case i != k.column:
			parts = append(parts, say.Pair(columns[i].Short(), cellSaid(m, f, columns[i], &r.Cells[i])))
		}
	}
	if bare > 0 {
		parts = append(parts, w.Count("learning.cell.bare", bare))
	}
	pieces := strconv.Itoa(r.Evidence)
	pieces = say.Join(pieces, m.Open(r.Open, false))
	hours := strconv.Itoa(r.Placement.Minutes / 60)
	if r.Placement.NormMinutes > 0 {
		hours = w.Say("say.of", "part", hours, "whole", r.Placement.NormMinutes/60)
	}
	return say.Join(append(parts, say.Pair(w.Say("report.col.latest"), k.c.ago(w.Aloud(), r.Last)), say.Pair(w.Say("report.col.pieces"), pieces),
		say.Pair(w.Say("report.col.hours"), hours), say.Pair(w.Say("learning.col.weeks"), k.weeks(r)))...)
}

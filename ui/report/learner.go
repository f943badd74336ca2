package report

import (
	"strings"

	"leerbalie/model/days"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
)

// deepest is how far a part is indented at most: some lists are chains of thousands.
const deepest = 12

// Student is the report of one student.
func (m Maker) Student(p *learning.Progress) Document {
	d := m.document(m.say("student", "name", p.Student.Name))
	f := &p.Framework
	d.line(m.say("framework", "title", f.LabelIn(m.lang()), "version", f.Version))
	if f.Unofficial {
		d.line(m.say("unofficial"))
	}
	d.line(m.Placement(p.Placement))
	for _, line := range m.HoursLines(p) {
		d.line(line)
	}
	d.heading(m.say("levels"))
	t := Table{Heads: m.heads("code", "part", "level", "pieces", "open", "open-student", "latest"), Right: []int{3, 4, 5}}
	for _, n := range f.Nodes {
		s := p.State[n.ID]
		level := m.Level(f, n, s.Level)
		switch {
		case level == "":
			level = "–"
		case s.Partial:
			level = m.say("partly", "level", level)
		}
		if s.Differs {
			level = m.say("differs", "level", level)
		}
		t.Rows = append(t.Rows, []string{n.Code, strings.Repeat("  ", min(p.Tree.Depth(n.ID), deepest)) + n.LabelIn(m.lang()), level, itoa(s.Evidence), itoa(s.Open.School), itoa(s.Open.Student), m.day(s.Last)})
	}
	d.table(t)
	if open := m.Open(p.Open(), false); open != "" {
		d.line(m.say("open", "open", open))
	}
	if len(p.Missing) > 0 {
		names := make([]string, len(p.Missing))
		for i, n := range p.Missing {
			names[i] = n.Short()
		}
		d.line(m.say("missing", "nodes", strings.Join(names, ", ")))
	}
	m.decisions(&d, p)
	m.growth(&d, p)
	m.evidence(&d, p)
	return d
}

// Placement tells the hours against the norm, and how long there is.
func (m Maker) Placement(p learning.Placement) string {
	out := m.say("hours", "done", m.Hours(p.Minutes))
	if p.NormMinutes > 0 {
		out = m.say("hours-norm", "done", m.Hours(p.Minutes), "norm", p.NormMinutes/60, "percent", 100*p.Minutes/p.NormMinutes)
	}
	if !p.End.IsZero() {
		switch days := days.Between(m.Today(), p.End); {
		case days >= 14:
			out += " · " + m.Words.Count("report.weeks", days/7)
		case days >= 0:
			out += " · " + m.Words.Count("report.days", days)
		default:
			out += " · " + m.say("over", "day", m.day(p.End))
		}
	}
	return out
}

func (m Maker) decisions(d *Document, p *learning.Progress) {
	if len(p.Decisions) == 0 {
		return
	}
	d.heading(m.say("decisions"))
	t := Table{Heads: m.heads("day", "about", "outcome", "by", "reason", "state")}
	for i := range p.Decisions {
		x := &p.Decisions[i]
		t.Rows = append(t.Rows, []string{m.day(x.At.In(m.Zone)), m.Words.Say("decision." + string(x.Kind)), m.Outcome(x), m.name(x.By), x.Reason, m.DecisionState(x)})
	}
	d.table(t)
}

// Met is the outcome of a decision.
func (m Maker) Met(met bool) string {
	if met {
		return m.Words.Say("decision.met")
	}
	return m.Words.Say("decision.not-met")
}

// Outcome is the outcome of a decision as far as it counts: that it was withdrawn comes first.
func (m Maker) Outcome(x *learning.Decision) string {
	if x.Withdrawn != nil {
		return m.Words.Say("decision.gone") + " (" + m.Met(x.Met) + ")"
	}
	return m.Met(x.Met)
}

// Doubts are what somebody should know who decides about a student, a sentence each, in the app as by command: what is not enough
// yet, hours that lack, work that nobody of the school judged, work of which the session has not seen every judgement (deciding ends its
// being a blind second assessor of it), and assessors who differ. None of it stops a decision.
func (m Maker) Doubts(p *learning.Progress) (out []string) {
	var short []string
	for _, id := range p.Tree.Columns() {
		n, s := p.Tree.Node(id), p.State[id]
		if learning.Lacks(&p.Framework, n, s) {
			short = append(short, n.Short())
		}
	}
	if len(short) > 0 {
		out = append(out, m.say("doubt.short", "nodes", strings.Join(short, ", ")))
	}
	if lack := p.Placement.NormMinutes - p.Placement.Minutes; lack > 0 {
		out = append(out, m.say("doubt.hours", "hours", m.Hours(lack)))
	}
	hidden, differ := 0, 0
	for i := range p.Evidence {
		e := &p.Evidence[i]
		schools := e.Latest(learning.AssessorSchool)
		if e.Hidden > 0 {
			hidden++
		}
		if len(learning.Differing(schools)) > 0 {
			differ++
		}
	}
	out = append(out, m.doubtsOpen(p.Open())...)
	for _, count := range []struct {
		about string
		n     int
	}{{"hidden", hidden}, {"differ", differ}} {
		if count.n > 0 {
			out = append(out, m.Words.Count("report.doubt."+count.about, count.n))
		}
	}
	return out
}

// DecisionState tells whether a decision stands, and whether what was frozen is unaltered.
func (m Maker) DecisionState(x *learning.Decision) string {
	state := m.Words.Say("decision.sound")
	if !x.Sound {
		state = m.Words.Say("decision.altered")
	}
	if x.Contested {
		state += "; " + m.Words.Say("decision.contested")
	}
	if x.Withdrawn != nil {
		state += "; " + m.Words.Say("decision.withdrawn", "name", m.name(x.Withdrawn.By), "why", x.Why)
	}
	return state
}

func (m Maker) growth(d *Document, p *learning.Progress) {
	if len(p.Growth) == 0 {
		return
	}
	d.heading(m.say("growth"))
	t := Table{Heads: m.heads("month", "judged", "enough"), Right: []int{1, 2}}
	for _, g := range p.Growth {
		t.Rows = append(t.Rows, []string{g.Month.Format("2006-01"), itoa(g.Judged), itoa(g.Enough)})
	}
	d.table(t)
}

func (m Maker) evidence(d *Document, p *learning.Progress) {
	if len(p.Evidence) == 0 {
		return
	}
	d.heading(m.say("evidence"))
	paper := len(d.Blocks)
	for i := range p.Evidence {
		e := &p.Evidence[i]
		d.item(m.Title(e))
		d.line(strings.Join(m.Facts(e), " · "))
		if len(e.Nodes) > 0 {
			d.line(m.say("points-at", "nodes", strings.Join(append(m.Nodes(p.Tree, e.Nodes), m.strays(p, e.Nodes)...), ", ")))
		}
		if e.Note != "" {
			d.line(e.Note)
		}
		if e.Reflection != nil {
			d.line(m.say("reflection") + "\n" + strings.TrimSpace(e.Reflection.Text()))
		}
		t := Table{Heads: m.heads("by", "as", "day", "level", "reason")}
		for _, a := range e.Assessments {
			t.Rows = append(t.Rows, []string{m.name(a.By), m.Words.Say("by." + string(a.As)), m.day(a.At.In(m.Zone)), m.Given(p, a), a.Reason})
		}
		d.table(t)
		for _, l := range append(m.Talk(e, journal.ID{}), m.Attachments(e, m.Changed)...) {
			d.line(l)
		}
		if e.Hidden > 0 {
			d.line(m.Words.Count("report.hidden", e.Hidden))
		}
		if e.SelfHidden {
			d.line(m.say("self-hidden"))
		}
	}
	d.from(paper, Paper)
	sheet := len(d.Blocks)
	d.table(m.pieces(p))
	d.from(sheet, Sheet)
}

// pieces is the evidence as a table: a row for each judgement, and one for a piece that has none.
func (m Maker) pieces(p *learning.Progress) Table {
	t := Table{Heads: m.heads("day", "what", "kind", "minutes", "nodes", "by", "as", "judged-on", "level", "reason"), Right: []int{3}}
	for i := range p.Evidence {
		e := &p.Evidence[i]
		nodes := strings.Join(append(m.Nodes(p.Tree, e.Nodes), m.strays(p, e.Nodes)...), ", ")
		row := []string{m.day(e.Day), m.Title(e), m.Words.Say("evidence." + string(e.Kind)), itoa(e.Minutes), nodes}
		if len(e.Assessments) == 0 {
			t.Rows = append(t.Rows, append(row, "", "", "", "", ""))
		}
		for _, a := range e.Assessments {
			t.Rows = append(t.Rows, append(row[:len(row):len(row)], m.name(a.By), m.Words.Say("by."+string(a.As)), m.day(a.At.In(m.Zone)), m.Given(p, a), a.Reason))
		}
	}
	return t
}

// Given is what a judgement gave, node by node, in the words of the version of the list that it was made on; which one that
// was is said where it is not the one at hand.
func (m Maker) Given(p *learning.Progress, a learning.Assessment) string {
	var out []string
	for _, x := range a.Said(p.Tree) {
		out = append(out, x.Node.Short()+" "+x.Level.LabelIn(m.lang()))
	}
	said := strings.Join(out, ", ")
	switch on := a.On(); {
	case on == nil || on.ID == p.Framework.ID && on.Version == p.Framework.Version:
		return said
	case on.ID == p.Framework.ID:
		return said + " " + m.say("on-version", "version", on.Version)
	default:
		return said + " " + m.say("on-list", "title", on.LabelIn(m.lang()), "version", on.Version)
	}
}

// Nodes are the short names of nodes.
func (m Maker) Nodes(t *competence.Tree, ids []journal.ID) []string {
	var out []string
	for _, id := range ids {
		if n := t.Node(id); !n.ID.IsZero() {
			out = append(out, n.Short())
		}
	}
	return out
}

// strays are the short names of nodes that the list at hand lacks.
func (m Maker) strays(p *learning.Progress, ids []journal.ID) []string {
	var out []string
	for _, id := range ids {
		if n, ok := p.Strays[id]; ok {
			name := m.say("gone")
			if !n.ID.IsZero() {
				name = n.Short()
			}
			out = append(out, name)
		}
	}
	return out
}

func (m Maker) heads(ids ...string) []string {
	for i, id := range ids {
		ids[i] = m.Words.Say("report.col." + id)
	}
	return ids
}

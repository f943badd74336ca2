package report

import (
	"strconv"
	"strings"

	"leerbalie/model/learning"
	"leerbalie/model/learning/agreement"
	"leerbalie/model/learning/competence"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Class is the report of a group: the matrix, what is missing, and how far the assessors agree.
func (m Maker) Class(x *learning.Matrix, a *learning.Concordance) Document {
	name := x.Group.Name
	if name == "" {
		name = m.say("everybody")
	}
	d := m.document(m.say("group", "name", name))
	f := &x.Framework
	d.line(m.say("framework", "title", f.LabelIn(m.lang()), "version", f.Version))
	if f.Unofficial {
		d.line(m.say("unofficial"))
	}
	if len(x.Teachers) > 0 {
		names := make([]string, len(x.Teachers))
		for i, p := range x.Teachers {
			names[i] = p.Name
		}
		d.line(m.say("teachers", "names", strings.Join(names, ", ")))
	}
	d.heading(m.say("matrix"))
	if len(x.Rows) == 0 {
		d.line(m.say("no-students"))
	}
	t := Table{Heads: []string{m.Words.Say("report.col.student")}}
	for _, n := range x.Columns {
		t.Heads = append(t.Heads, n.Short())
	}
	for i, id := range []string{"pieces", "open", "open-student", "hours", "weeks", "late", "latest"} {
		t.Heads = append(t.Heads, m.Words.Say("report.col."+id))
		if i < 6 {
			t.Right = append(t.Right, len(t.Heads)-1)
		}
	}
	for _, r := range x.Rows {
		name := r.Student.Name
		if r.Contested {
			name += " ≠ " + m.Words.Say("decision.contested-row")
		}
		row := []string{name}
		for i, c := range r.Cells {
			row = append(row, m.Cell(f, x.Columns[i], c))
		}
		t.Rows = append(t.Rows, append(row, itoa(r.Evidence), itoa(r.Open.School), itoa(r.Open.Student), m.Hours(r.Placement.Minutes), m.weeks(r.Placement), m.Short(r.Placement), m.day(r.Last)))
	}
	d.table(t)
	for _, n := range x.Columns {
		d.line(n.Short() + ": " + n.LabelIn(m.lang()))
	}
	m.coverage(&d, x)
	m.gaps(&d, x)
	m.Agreement(&d, a)
	return d
}

// weeks is how many weeks of a placement are left, "" where its end is not known.
func (m Maker) weeks(p learning.Placement) string {
	if p.End.IsZero() {
		return ""
	}
	return itoa(max(learning.WeeksUntil(p.End, m.Today()), 0))
}

// Cell is a level with the number of pieces it rests on.
func (m Maker) Cell(f *competence.Framework, n competence.Node, c learning.NodeState) string {
	level := m.Level(f, n, c.Level)
	switch {
	case level == "" && c.Evidence == 0:
		return "–"
	case level == "":
		return "(" + itoa(c.Evidence) + ")"
	case c.Partial:
		level += " …"
	}
	return level + " (" + itoa(c.Evidence) + ")"
}

// coverage lists who has no evidence yet for what.
func (m Maker) coverage(d *Document, x *learning.Matrix) {
	t := Table{Heads: m.heads("part", "without", "who"), Right: []int{1}}
	for i, n := range x.Columns {
		count, who := 0, ""
		for _, r := range x.Rows {
			if r.Cells[i].Evidence == 0 {
				count++
				if who != "" {
					who += ", "
				}
				who += r.Student.Name
			}
		}
		if count > 0 {
			t.Rows = append(t.Rows, []string{n.Short() + " " + n.LabelIn(m.lang()), itoa(count), who})
		}
	}
	if len(t.Rows) > 0 {
		d.heading(m.say("coverage"))
		d.table(t)
	}
}

// Concordance is how far assessors agree, as a document of its own.
func (m Maker) Concordance(a *learning.Concordance) Document {
	d := m.document(a.Framework.LabelIn(m.lang()))
	m.Agreement(&d, a)
	return d
}

// Agreement adds how far the assessors agree, and on what they differ.
func (m Maker) Agreement(d *Document, a *learning.Concordance) {
	if a == nil {
		return
	}
	d.heading(m.say("agreement"))
	if a.Whole.Units == 0 && len(a.ByNode) == 0 {
		d.line(m.say("no-agreement"))
		return
	}
	for _, line := range m.intervals(a) {
		d.line(line)
	}
	said := false // that there are few: for all, so that no figure needs to
	if a.Whole.Units > 0 {
		units := m.Words.Count("report.units", a.Whole.Units, "assessors", a.Whole.Assessors)
		if said = a.Whole.Percent.Few; said {
			units += ". " + m.say("few", "n", a.Whole.Units)
		}
		d.line(units)
		t := Table{Heads: m.heads("figure", "value", "meaning")}
		for _, x := range Figures(a.Whole) {
			t.Rows = append(t.Rows, []string{m.Words.Say("agree.figure." + x.Name), m.Figure(x.Measure), m.Meaning(x.Measure)})
		}
		d.table(t)
	}
	few := false
	figure := func(x agreement.Measure) string {
		if said || !x.Few || !x.Defined {
			return m.Figure(x)
		}
		few = true
		return m.Figure(x) + " *"
	}
	t := Table{Heads: m.heads("part", "units", "percent", "fleiss", "alpha"), Right: []int{1}}
	for _, n := range a.ByNode {
		t.Rows = append(t.Rows, []string{n.Node.Short() + " " + n.Node.LabelIn(m.lang()), itoa(n.Report.Units), figure(n.Report.Percent),
			figure(n.Report.Fleiss), figure(n.Report.Alpha[agreement.Ordinal])})
	}
	d.table(t)
	t = Table{Heads: m.heads("pair", "units", "percent", "cohen", "weighted"), Right: []int{1}}
	for _, p := range a.ByAssessors {
		t.Rows = append(t.Rows, []string{p.A.Name + " – " + p.B.Name, itoa(p.Report.Units), figure(p.Report.Percent),
			figure(p.Report.Kappa[agreement.Plain]), figure(p.Report.Kappa[agreement.Quadratic])})
	}
	d.table(t)
	if few {
		d.line(m.say("few-mark"))
	}
	t = Table{Heads: m.heads("student", "day", "what", "part", "by", "level", "by", "level")}
	for _, x := range a.Differing {
		t.Rows = append(t.Rows, []string{x.Student.Name, m.day(x.Evidence.Day), m.Title(&x.Evidence), x.Node.Short(), x.A.Name, m.Level(&a.Framework, x.Node, x.LevelA), x.B.Name, m.Level(&a.Framework, x.Node, x.LevelB)})
	}
	if len(t.Rows) > 0 {
		d.heading(m.say("talk"))
		d.table(t)
	}
}

// intervals says what the intervals behind the figures are: by student, by judgement, or some by the one and some by the other.
func (m Maker) intervals(a *learning.Concordance) (out []string) {
	students, judgements := 0, 0
	count := func(r agreement.Report) {
		for _, x := range Figures(r) {
			switch {
			case !x.Measure.Interval:
			case x.Measure.Students > 0:
				students = max(students, x.Measure.Students)
			default:
				judgements++
			}
		}
	}
	count(a.Whole)
	for i := range a.ByNode {
		count(a.ByNode[i].Report)
	}
	for i := range a.ByAssessors {
		count(a.ByAssessors[i].Report)
	}
	switch {
	case students > 0 && judgements > 0:
		return []string{m.say("interval.student", "n", students), m.say("interval.some")}
	case students > 0:
		return []string{m.say("interval.student", "n", students)}
	case judgements > 0:
		return []string{m.say("interval.judgement")}
	}
	return nil
}

// Named is a figure with the name that scripts know it by.
type Named struct {
	Name    string
	Measure agreement.Measure
}

// Figures are all figures of a report, in the order in which they are shown.
func Figures(r agreement.Report) []Named {
	return []Named{
		{"percent", r.Percent}, {"kappa", r.Kappa[agreement.Plain]}, {"kappa_linear", r.Kappa[agreement.Linear]},
		{"kappa_quadratic", r.Kappa[agreement.Quadratic]}, {"fleiss", r.Fleiss}, {"alpha_nominal", r.Alpha[agreement.Nominal]},
		{"alpha_ordinal", r.Alpha[agreement.Ordinal]}, {"alpha_interval", r.Alpha[agreement.Interval]}, {"alpha_ratio", r.Alpha[agreement.Ratio]},
	}
}

package learning

import (
	"context"
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning/agreement"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
)

// Concordance is how far the assessors of a group agree, on the judgements that were given blind.
type Concordance struct {
	Framework   competence.Framework
	Whole       agreement.Report // over all indicators on the framework's first scale
	ByNode      []NodeAgreement  // indicators that two assessors have judged on the same evidence
	ByAssessors []AssessorAgreement
	Differing   []Difference // what to talk over
}

// NodeAgreement is how far the assessors agree on one indicator.
type NodeAgreement struct {
	Node   competence.Node
	Report agreement.Report
}

// AssessorAgreement is how far two assessors agree.
type AssessorAgreement struct {
	A, B   model.Person
	Report agreement.Report
}

// Difference is one indicator of one piece of evidence on which two assessors differ.
type Difference struct {
	Student  model.Person
	Evidence Evidence
	Node     competence.Node
	A, B     model.Person
	LevelA   int
	LevelB   int
	ReasonA  string
	ReasonB  string
}

// unit is one indicator of one piece of evidence.
type unit struct {
	student  model.Person
	evidence *Evidence
	node     journal.ID
	given    map[journal.ID]*Assessment // by assessor: the first that was blind
}

// ReadConcordance compares the school's judgements of a group (a zero group is everybody whose dossier the session may read), as
// far as the session may see them. Errors: NotFound, Refused.
func ReadConcordance(ctx context.Context, session *model.Session, group, framework journal.ID) (out Concordance, err error) {
	c := session.Clearance()
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		students, _, closed, err := classOf(tx, group, c)
		if err != nil {
			return err
		}
		if len(students) == 0 && closed {
			g := model.Group{ID: group}
			if rec, err := tx.Record(model.KindGroup, group); err == nil && rec != nil {
				g = model.GroupOf(rec)
			}
			return groupClosed(session.Me(), g)
		}
		if framework.IsZero() {
			if framework, err = mostUsed(tx, students); err != nil {
				return err
			}
		}
		f, err := competence.FrameworkIn(tx, framework)
		if err != nil {
			return err
		}
		groups, err := allGroups(tx)
		if err != nil {
			return err
		}
		var units []*unit
		w := NewVersionConverter(tx, f.Tree(), false)
		for _, p := range students {
			dossiers, _, err := readDossiers(session, tx, p, groups)
			if err != nil {
				return err
			}
			if err := w.Dossiers(dossiers); err != nil {
				return err
			}
			for _, x := range dossiers {
				for i := range x.Evidence {
					units = append(units, unitsOf(p, &x.Evidence[i], f.ID)...)
				}
			}
		}
		out, err = compare(tx, w.now, units)
		return err
	})
	return out, err
}

// unitsOf are the indicators of a piece of evidence that at least two assessors of the school judged blind.
func unitsOf(p model.Person, e *Evidence, framework journal.ID) (out []*unit) {
	for i := range e.Assessments {
		a := &e.Assessments[i]
		if a.As != AssessorSchool || !a.Blind || a.Framework != framework {
			continue
		}
		for _, g := range a.Given {
			at := slices.IndexFunc(out, func(u *unit) bool { return u.node == g.Node })
			if at < 0 {
				at = len(out)
				out = append(out, &unit{p, e, g.Node, map[journal.ID]*Assessment{}})
			}
			if out[at].given[a.By] == nil {
				out[at].given[a.By] = a
			}
		}
	}
	return slices.DeleteFunc(out, func(u *unit) bool { return len(u.given) < 2 })
}

// lastOn is the last judgement of a node by whoever gave one of this piece.
func (e *Evidence) lastOn(node journal.ID, a *Assessment) *Assessment {
	for i := range e.Assessments {
		if o := &e.Assessments[i]; o.As == a.As && o.By == a.By && o.Framework == a.Framework && o.Stamp.Compare(a.Stamp) > 0 {
			if _, ok := o.Level(node); ok {
				a = o
			}
		}
	}
	return a
}

// compare works the figures out.
func compare(tx model.Tx, tree *competence.Tree, units []*unit) (out Concordance, err error) {
	f := tree.Framework
	out.Framework = *f
	people := map[journal.ID]model.Person{}
	var who []journal.ID
	for _, u := range units {
		for id := range u.given {
			if _, known := people[id]; known {
				continue
			}
			rec, err := tx.Record(model.KindPerson, id)
			if err != nil {
				return out, err
			}
			people[id] = model.Person{ID: id}
			if rec != nil {
				people[id] = model.PersonOf(rec)
			}
			who = append(who, id)
		}
	}
	slices.SortFunc(who, func(a, b journal.ID) int {
		if n := strings.Compare(plain.FoldText(people[a].Name), plain.FoldText(people[b].Name)); n != 0 {
			return n
		}
		return strings.Compare(a.String(), b.String())
	})
	scale := f.ScaleOf(competence.Node{})
	whole := make([]*unit, 0, len(units)) // those on the first scale
	byNode := map[journal.ID][]*unit{}
	for _, u := range units {
		if i, ok := tree.At(u.node); ok {
			byNode[u.node] = append(byNode[u.node], u)
			if own := f.ScaleOf(f.Nodes[i]); own.Proficient == scale.Proficient && slices.EqualFunc(own.Levels, scale.Levels, competence.Level.Same) {
				whole = append(whole, u)
			}
		}
	}
	out.Whole = reportOn(whole, who, scale)
	for _, n := range f.Nodes {
		if r := reportOn(byNode[n.ID], who, f.ScaleOf(n)); r.Units > 0 {
			out.ByNode = append(out.ByNode, NodeAgreement{n, r})
		}
	}
	for i, a := range who {
		for _, b := range who[i+1:] {
			var both []*unit
			for _, u := range whole {
				if u.given[a] != nil && u.given[b] != nil {
					both = append(both, u)
				}
			}
			if r := reportOn(both, []journal.ID{a, b}, scale); r.Units > 0 {
				out.ByAssessors = append(out.ByAssessors, AssessorAgreement{people[a], people[b], r})
			}
			for _, u := range units {
				x, y := u.given[a], u.given[b]
				if x == nil || y == nil || !tree.Has(u.node) {
					continue
				}
				x, y = u.evidence.lastOn(u.node, x), u.evidence.lastOn(u.node, y) // what they talked over already differs no more
				la, _ := x.Level(u.node)
				lb, _ := y.Level(u.node)
				if la != lb {
					out.Differing = append(out.Differing, Difference{u.student, *u.evidence, tree.Node(u.node), people[a], people[b], la, lb, x.Reason, y.Reason})
				}
			}
		}
	}
	return out, nil
}

// reportOn compares assessors on units.
func reportOn(units []*unit, who []journal.ID, scale competence.Scale) agreement.Report {
	var students [][][]int // the units of each, in the order in which they come
	at := map[journal.ID]int{}
	for _, u := range units {
		row := make([]int, len(who))
		for i, id := range who {
			row[i] = agreement.Missing
			if a := u.given[id]; a != nil {
				row[i], _ = a.Level(u.node)
			}
		}
		i, known := at[u.student.ID]
		if !known {
			i = len(students)
			at[u.student.ID], students = i, append(students, nil)
		}
		students[i] = append(students[i], row)
	}
	return agreement.CompareStudents(students, len(scale.Levels), scale.Values())
}

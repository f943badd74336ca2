package learning

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
)

// shrinks refuses a version that leaves out parts or levels on which something hangs, and names both. Errors: Conflict.
func shrinks(d *model.Doing, was, now *competence.Framework) error {
	var gone []journal.ID
	var names []string
	stays := now.Tree()
	for i := range was.Nodes {
		if n := &was.Nodes[i]; !stays.Has(n.ID) {
			gone, names = append(gone, n.ID), append(names, n.Short())
		}
	}
	levels := lostLevels(was, now)
	if len(gone)+len(levels) == 0 {
		return nil
	}
	judgements, pieces, students, err := hangingOn(d, was.Tree(), stays, gone)
	if err != nil || judgements+pieces == 0 {
		return err
	}
	names = append(names, levels...)
	return fault.New(fault.Conflict, "framework-shrinks", "parts", len(names), "names", plain.Some(names, mostGoing), "judgements", judgements, "pieces", pieces, "students", students)
}

// mostGoing is how many of the parts that go are named.
const mostGoing = 30

// lostLevels are the levels of scales that parts which stay were judged on, and that have no place on the scale they have now.
func lostLevels(was, now *competence.Framework) (out []string) {
	t := now.Tree()
	for _, n := range was.Nodes {
		i, stays := t.At(n.ID)
		if !stays {
			continue
		}
		a, b := was.ScaleOf(n), now.ScaleOf(now.Nodes[i])
		for at, l := range a.Levels {
			if a.LevelOn(b, at) < 0 && !slices.Contains(out, l.Name) {
				out = append(out, l.Name)
			}
		}
	}
	return out
}

// hangingOn counts what hangs on parts that go, and on levels that have no place any more, whoever may see it: judgements that gave one of
// them, pieces that point there, and students whose those are.
func hangingOn(tx model.Tx, was, now *competence.Tree, gone []journal.ID) (judgements, pieces, students int, err error) {
	lost := make(map[journal.ID]bool, len(gone))
	for _, id := range gone {
		lost[id] = true
	}
	current := NewVersionConverter(tx, was, false)
	known := map[journal.ID]bool{}
	err = tx.Each(KindDossier, func(rec *journal.Record) error {
		items, err := tx.Items(KindDossier, rec.ID)
		if err != nil {
			return err
		}
		x := DossierOf(rec, items)
		if err := current.Dossiers([]*Dossier{x}); err != nil {
			return err
		}
		for i := range x.Evidence {
			e := &x.Evidence[i]
			hangs := false
			if slices.ContainsFunc(e.Nodes, func(id journal.ID) bool { return lost[id] }) {
				pieces++
				hangs = true
			}
			for j := range e.Assessments {
				a := &e.Assessments[j]
				if a.Framework != was.Framework.ID {
					continue
				}
				kept := carry(now, was, a.Given)
				if len(kept) < len(a.Given) || slices.ContainsFunc(a.Given, func(g Given) bool { return lost[g.Node] }) {
					judgements++
					hangs = true
				}
			}
			if hangs && !known[x.Student] {
				known[x.Student] = true
				students++
			}
		}
		return nil
	})
	return judgements, pieces, students, err
}

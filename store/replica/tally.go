package replica

import (
	"maps"
	"slices"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/transfer"
)

// counting counts changes as what people count.
type counting struct {
	tx       model.Tx
	groups   map[journal.ID]bool // whose students are counted; nil: all
	n        transfer.Counts
	students map[journal.ID]bool
	entities map[journal.ID]bool // residents and requests
}

// countFor begins to count for somebody who may hold some scopes.
func countFor(tx model.Tx, scopes []journal.Scope) *counting {
	c := &counting{tx: tx, students: map[journal.ID]bool{}, entities: map[journal.ID]bool{}}
	for _, s := range scopes {
		if s.Class == journal.Learning {
			if c.groups == nil {
				c.groups = map[journal.ID]bool{}
			}
			c.groups[s.Part] = true
		}
	}
	return c
}

// clone is the count so far, to go back to.
func (n *counting) clone() *counting {
	c := *n
	c.students, c.entities = maps.Clone(n.students), maps.Clone(n.entities)
	return &c
}

func (n *counting) add(c *journal.Change) error {
	n.n.Changes++
	switch c.Kind {
	case model.KindPerson, learning.KindDossier:
		if err := n.student(c); err != nil {
			return err
		}
	case desk.KindResident:
		if !n.entities[c.Entity] {
			n.n.Residents++
		}
		n.entities[c.Entity] = true
	case desk.KindRequest:
		if !n.entities[c.Entity] {
			n.n.Requests++
		}
		n.entities[c.Entity] = true
	}
	switch c.Item {
	case learning.ItemEvidence:
		n.n.Evidence++
	case learning.ItemAssessment:
		n.n.Judgements++
	case learning.ItemDecision:
		n.n.Decisions++
	}
	return nil
}

// student counts whom a change of a person or of a dossier is about.
func (n *counting) student(c *journal.Change) error {
	if n.students[c.Entity] {
		return nil
	}
	n.students[c.Entity] = true
	rec, err := n.tx.Record(c.Kind, c.Entity)
	if err != nil || rec == nil {
		return err
	}
	if c.Kind == learning.KindDossier {
		student := rec.Get(learning.DossierStudent).ID()
		if n.students[student] {
			return nil
		}
		n.students[student] = true
		n.n.Students++
		return nil
	}
	p := model.PersonOf(rec)
	mine := n.groups == nil || slices.ContainsFunc(p.Groups, func(g journal.ID) bool { return n.groups[g] })
	if p.Has(model.RoleStudent) && !p.Archived && mine {
		n.n.Students++
	}
	return nil
}

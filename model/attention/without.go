package attention

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
)

// Lacking is who has no evidence for a part, some weeks before the end.
type Lacking struct {
	Node     string // as it was asked for
	Students []Lack
	Looked   int // at how many whose list has the part and whose end is so near
	NoEnd    int // students whose list has the part, and of whom no end is known
}

// Lack is one of them.
type Lack struct {
	Student model.Person
	Node    competence.Node
	Left    int // whole weeks
}

// ReadWithout reads who has no evidence for a part, or for anything below it, and comes to the end within some weeks of a calendar day. The part
// is one of the list that each is assessed on, by its id, code or title. Errors: NotFound for a part that no list of theirs has, and for an
// unknown group; Refused.
func ReadWithout(ctx context.Context, session *model.Session, group journal.ID, node string, within int, today time.Time) (out Lacking, err error) {
	if me := session.Me(); !me.Has(model.RoleTeacher, model.RoleSupervisor, model.RoleCoordinator, model.RoleAdmin) {
		return out, fault.New(fault.Refused, "attention-closed", "name", me.Name)
	}
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		out = Lacking{Node: node}
		l, err := newLook(session, tx, today, today)
		if err != nil {
			return err
		}
		students, _, err := l.students(group)
		if err != nil {
			return err
		}
		found := false
		for _, p := range students {
			t, err := l.learning.List(p)
			if fault.KindOf(err) == fault.NotFound {
				continue
			}
			if err != nil {
				return err
			}
			n, ok := named(t, node)
			if !ok {
				continue
			}
			found = true
			left, near := ends(p, today, within)
			if p.Study.End.IsZero() {
				out.NoEnd++
			}
			if !near {
				continue
			}
			out.Looked++
			lacks, err := l.lacks(p, n.ID)
			if err != nil {
				return err
			}
			if lacks {
				out.Students = append(out.Students, Lack{p, n, left})
			}
		}
		if !found {
			return fault.New(fault.NotFound, "attention-node", "name", node)
		}
		return nil
	})
	return out, err
}

// named is the node of a list that a text means.
func named(t *competence.Tree, text string) (competence.Node, bool) {
	folded := plain.FoldText(text)
	for _, n := range t.Framework.Nodes {
		if n.ID.String() == text || plain.FoldText(n.Code) == folded || plain.FoldText(n.Key) == folded || plain.FoldText(n.Title) == folded {
			return n, true
		}
	}
	return competence.Node{}, false
}

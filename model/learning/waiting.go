package learning

import (
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// Awaiting is a piece of evidence that waits for the session to do something with it.
type Awaiting struct {
	Student  model.Person
	Evidence Evidence
	As       AssessorKind // in which part the session judges it; AssessorSelf: the student has to look back on it
	Second   bool         // somebody has judged it already; the session is the second, and blind
}

// ReadWaiting reads everything that waits for the session, in the order in which it goes through it: what nobody has judged first,
// then what it did together with a fellow student, then what wants a second assessor; the oldest first.
func ReadWaiting(ctx context.Context, session *model.Session) (out []Awaiting, err error) {
	me := session.Me()
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		out = nil
		groups, err := allGroups(tx)
		if err != nil {
			return err
		}
		err = eachJudged(session, tx, groups, func(p model.Person, sight Sight, e *Evidence) {
			if w, ok := waits(p, *e, sight, me.ID); ok {
				out = append(out, w)
			}
		})
		if err != nil {
			return err
		}
		peers, err := peerWorkIn(session, tx, groups)
		for _, w := range peers {
			known := slices.ContainsFunc(out, func(o Awaiting) bool { return o.Evidence.ID == w.Evidence.ID })
			if !known && !w.Student.Archived && !w.Evidence.Mine && w.Evidence.Ready() {
				out = append(out, w)
			}
		}
		return err
	})
	slices.SortStableFunc(out, func(a, b Awaiting) int {
		if a.Second != b.Second {
			return first(b.Second)
		}
		if peer := a.As == AssessorPeer; peer != (b.As == AssessorPeer) {
			return first(!peer)
		}
		if n := a.Evidence.Day.Compare(b.Evidence.Day); n != 0 {
			return n
		}
		return a.Evidence.Stamp.Compare(b.Evidence.Stamp)
	})
	return out, err
}

// eachJudged visits the pieces of every student with whose dossier the session works. groups are all there are.
func eachJudged(session *model.Session, tx model.Tx, groups []journal.ID, visit func(model.Person, Sight, *Evidence)) error {
	c := session.Clearance()
	return tx.Each(model.KindPerson, func(r *journal.Record) error {
		p := model.PersonOf(r)
		if p.Archived || !p.Has(model.RoleStudent) || len(SightOf(c, p, HomeGroup(p)).MayJudgeAs) == 0 {
			return nil
		}
		dossiers, sight, err := readDossiers(session, tx, p, groups)
		if err != nil || len(sight.MayJudgeAs) == 0 {
			return err
		}
		for _, x := range dossiers {
			for i := range x.Evidence {
				visit(p, sight, &x.Evidence[i])
			}
		}
		return nil
	})
}

// first orders by whether the first of two comes first.
func first(yes bool) int {
	if yes {
		return -1
	}
	return 1
}

// waits tells whether a piece of evidence waits for somebody: a student's own until it was looked back on, others' until
// two assessors of the school have judged it, or one practice supervisor has advised.
func waits(p model.Person, e Evidence, s Sight, me journal.ID) (w Awaiting, ok bool) {
	w = Awaiting{Student: p, Evidence: e}
	for _, part := range s.MayJudgeAs {
		w.As = part
		switch {
		case part == AssessorSelf:
			return w, e.OpenFor() == AssessorSelf
		case e.Mine || !e.Ready() || e.Looked:
			continue
		}
		others := judges(e, part, me)
		if part == AssessorSchool && others < 2 || part == AssessorPractice && others == 0 {
			w.Second = others > 0
			return w, true
		}
	}
	return w, false
}

// judges counts those who judged in a part, those that the session is blind to among them.
func judges(e Evidence, part AssessorKind, me journal.ID) int {
	var who []journal.ID
	for _, a := range e.Assessments {
		if a.As == part && a.By != me && !slices.Contains(who, a.By) {
			who = append(who, a.By)
		}
	}
	return len(who) + e.blindTo[part]
}

// ReadUnheard reads the pieces about which others said something that the session has not read yet, the longest ago first: of the students with
// whose dossier it works, and of what it did together with fellow students.
func ReadUnheard(ctx context.Context, session *model.Session) (out []Awaiting, err error) {
	me := session.Me()
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		out = nil
		groups, err := allGroups(tx)
		if err != nil {
			return err
		}
		err = eachJudged(session, tx, groups, func(p model.Person, sight Sight, e *Evidence) {
			if len(e.New(me.ID)) > 0 {
				out = append(out, Awaiting{Student: p, Evidence: *e, As: sight.MayJudgeAs[0]})
			}
		})
		if err != nil {
			return err
		}
		peers, err := peerWorkIn(session, tx, groups)
		for _, w := range peers {
			if len(w.Evidence.New(me.ID)) > 0 {
				out = append(out, w)
			}
		}
		return err
	})
	slices.SortStableFunc(out, func(a, b Awaiting) int { return a.Evidence.New(me.ID)[0].Stamp.Compare(b.Evidence.New(me.ID)[0].Stamp) })
	return out, err
}

package learning

import (
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/pairs"
)

// Piece is one piece of evidence with what it is judged by, as the session may see it.
type Piece struct {
	Student    model.Person
	Evidence   Evidence
	Framework  competence.Framework // what the student is assessed on
	Tree       *competence.Tree
	MayJudgeAs []AssessorKind // in which the session may judge the piece
	Write      bool           // the session may write in the dossier
}

// ReadPiece reads one piece of a student's evidence. A fellow student who did the same work, and may not see the dossier, gets
// the bare facts. Errors: NotFound; Refused for whom the dossier is closed, whether or not the piece is in it.
func ReadPiece(ctx context.Context, session *model.Session, student, evidence journal.ID) (p Piece, err error) {
	c := session.Clearance()
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) (err error) {
		p = Piece{}
		if p.Student, err = learnerIn(tx, student); err != nil {
			return err
		}
		x, e, err := pieceIn(session, tx, p.Student, evidence)
		if err != nil {
			return err
		}
		sight, peer := SightOf(c, p.Student, HomeGroup(p.Student)), false
		if e != nil {
			sight, peer = SightOf(c, p.Student, x.Group), IsPeer(c, p.Student, e)
		}
		switch {
		case e == nil && sight.Read:
			return fault.New(fault.NotFound, "evidence-unknown")
		case e != nil && sight.Read:
			shown, err := selfRules{}.of(tx, p.Student.Site)
			if err != nil {
				return err
			}
			p.Evidence = *x.seenBy(c.Person().ID, sight, shown).Find(evidence)
		case peer:
			p.Evidence = e.seenByPeer(c.Person().ID)
		default:
			return fault.New(fault.Refused, "dossier-closed", "name", c.Person().Name, "student", p.Student.Name)
		}
		p.MayJudgeAs, p.Write = mayJudgeAs(c, p.Student, x.Group, e), sight.Write
		id, err := ChosenFrameworkIn(tx, p.Student)
		if err != nil {
			return err
		}
		f, err := competence.FrameworkIn(tx, id)
		if err != nil {
			return err
		}
		p.Framework, p.Tree = *f, f.Tree()
		return NewVersionConverter(tx, p.Tree, true).evidence(&p.Evidence)
	})
	return p, err
}

// pieceIn finds a piece of evidence and the dossier that it lies in, both nil when there is none. They must not be altered.
func pieceIn(session *model.Session, tx model.Tx, student model.Person, id journal.ID) (*Dossier, *Evidence, error) {
	groups, err := groupsOf(tx, student)
	if err != nil {
		return nil, nil, err
	}
	for _, g := range groups {
		x, err := readDossier(session, tx, student.ID, g)
		if err != nil {
			return nil, nil, err
		}
		if x != nil {
			if e := x.Find(id); e != nil {
				return x, e, nil
			}
		}
	}
	return nil, nil, nil
}

// seenByPeer is what a fellow student who did the same work may know of it: the facts of the work, which both know, and
// the fellow's own judgements. Not what the student made of it, nor what others thought.
func (e *Evidence) seenByPeer(me journal.ID) Evidence {
	out := Evidence{ID: e.ID, Mark: e.Mark, Student: e.Student, Group: e.Group, Kind: e.Kind, Day: e.Day, Minutes: e.Minutes, Theme: e.Theme,
		Channel: e.Channel, Role: e.Role, Supervision: e.Supervision, Result: e.Result, With: e.With, Nodes: e.Nodes, reflected: e.Reflection != nil,
		Talk: e.talkForPeer(me), heard: e.heard}
	for _, a := range e.Assessments {
		if a.By == me && a.As == AssessorPeer {
			out.Assessments, out.Mine = append(out.Assessments, a), true
		}
	}
	return out
}

// ReadPeerWork reads the work that the session did together with fellow students, as evidence of theirs: each piece as Piece shows
// it to a fellow student, judged already or not.
func ReadPeerWork(ctx context.Context, session *model.Session) (out []Awaiting, err error) {
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		groups, err := allGroups(tx)
		if err == nil {
			out, err = peerWorkIn(session, tx, groups)
		}
		return err
	})
	return out, err
}

// peerWorkIn looks only in the dossiers of those with whom the session did something: the others of its own evidence, and
// its buddies, whose evidence may name the session where its own does not.
func peerWorkIn(session *model.Session, tx model.Tx, groups []journal.ID) (out []Awaiting, err error) {
	me := session.Me()
	c := model.ClearanceOf(me)
	if me.Archived || !me.Has(model.RoleStudent) {
		return nil, nil
	}
	own, _, err := readDossiers(session, tx, me, groups)
	if err != nil {
		return nil, err
	}
	var fellows []journal.ID
	add := func(ids []journal.ID) {
		for _, id := range ids {
			if id != me.ID && !slices.Contains(fellows, id) {
				fellows = append(fellows, id)
			}
		}
	}
	for _, x := range own {
		for i := range x.Evidence {
			add(x.Evidence[i].With)
		}
	}
	err = tx.Each(pairs.KindPair, func(r *journal.Record) error {
		if ids := r.Get(pairs.PairMembers).IDs(); slices.Contains(ids, me.ID) && !r.Archived() && !r.Get(pairs.PairForbidden).Bool() {
			add(ids)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	groups = append([]journal.ID{journal.Organisation()}, groups...)
	for _, id := range fellows {
		rec, err := tx.Record(model.KindPerson, id)
		if err != nil {
			return nil, err
		}
		if rec == nil || rec.Archived() {
			continue
		}
		p := model.PersonOf(rec)
		for _, g := range groups {
			x, err := readDossier(session, tx, id, g)
			if err != nil {
				return nil, err
			}
			if x == nil {
				continue
			}
			for i := range x.Evidence {
				if e := &x.Evidence[i]; IsPeer(c, p, e) {
					out = append(out, Awaiting{Student: p, Evidence: e.seenByPeer(me.ID), As: AssessorPeer})
				}
			}
		}
	}
	return out, nil
}

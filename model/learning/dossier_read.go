package learning

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// readBefore keeps what a session has worked out from dossiers: a matrix of a whole class works out again only what changed.
type readBefore struct {
	rows model.Cache[keptRow] // of a matrix, by student
}

// readKey is where a session keeps it.
type readKey struct{}

func readBeforeBy(session *model.Session) *readBefore {
	return session.Kept(readKey{}, func() any { return &readBefore{} }).(*readBefore)
}

// dossiersKey is where a seat keeps the dossiers that were read, with the mark of the items they were made of: they are the same whoever reads
// them; who may, and what of it, is asked each time.
type dossiersKey struct{}

func dossiersBy(session *model.Session) *model.Cache[keptDossier] {
	return session.KeptAtSeat(dossiersKey{}, func() any { return &model.Cache[keptDossier]{} }).(*model.Cache[keptDossier])
}

// keptRow is a row of a matrix, with all that it was worked out from.
type keptRow struct {
	framework journal.ID
	version   journal.Stamp
	marks     uint64
	sight     string
	row       MatrixRow
}

// same tells whether two rows were worked out from the same.
func (k keptRow) same(o keptRow) bool {
	return k.framework == o.framework && k.version == o.version && k.marks == o.marks && k.sight == o.sight
}

type keptDossier struct {
	mark    uint64
	dossier *Dossier
}

// marksOf sums up which items the dossiers hold that the session may see of a student, and how it stands to them.
func marksOf(tx model.Tx, c model.Clearance, student model.Person, groups []journal.ID, selfShown bool) (k keptRow, err error) {
	if selfShown {
		k.sight = "+"
	}
	visit := func(g journal.ID) error {
		s := SightOf(c, student, g)
		if !s.Read {
			return nil
		}
		mark, err := tx.ItemsMark(KindDossier, DossierID(student.ID, g))
		if mark != 0 {
			k.marks = k.marks*1099511628211 + mark
		}
		for _, p := range s.MayJudgeAs {
			k.sight += string(p)
		}
		k.sight += "."
		return err
	}
	for _, g := range student.Groups {
		if err := visit(g); err != nil {
			return k, err
		}
	}
	for _, g := range append([]journal.ID{journal.Organisation()}, groups...) {
		if !slices.Contains(student.Groups, g) {
			if err := visit(g); err != nil {
				return k, err
			}
		}
	}
	return k, nil
}

// readDossier reads a student's dossier in a group, nil when there is none. It must not be altered.
func readDossier(session *model.Session, tx model.Tx, student, group journal.ID) (*Dossier, error) {
	id := DossierID(student, group)
	mark, err := tx.ItemsMark(KindDossier, id)
	if err != nil || mark == 0 {
		return nil, err
	}
	kept := dossiersBy(session)
	if k, ok := kept.Get(id); ok && k.mark == mark {
		return k.dossier, nil
	}
	d, err := DossierIn(tx, student, group)
	if err == nil && d != nil {
		kept.Put(id, keptDossier{mark, d})
	}
	return d, err
}

// allGroups are the ids of all groups, past ones among them.
func allGroups(tx model.Tx) (out []journal.ID, err error) {
	err = tx.Each(model.KindGroup, func(r *journal.Record) error {
		out = append(out, r.ID)
		return nil
	})
	return out, err
}

// readDossiers reads what the session may see of a student, judgements that it has to be blind to taken out. groups are all
// there are. The sight is the one that the session has on the present dossier, or else on the first that it may read.
func readDossiers(session *model.Session, tx model.Tx, student model.Person, groups []journal.ID) (out []*Dossier, sight Sight, err error) {
	me := session.Me()
	c := model.ClearanceOf(me)
	sight = SightOf(c, student, HomeGroup(student))
	shown, err := selfRules{}.of(tx, student.Site)
	if err != nil {
		return nil, sight, err
	}
	var whole []*Dossier
	visit := func(g journal.ID) error {
		s := SightOf(c, student, g)
		if !s.Read {
			return nil
		}
		x, err := readDossier(session, tx, student.ID, g)
		if err != nil || x == nil {
			return err
		}
		if !sight.Read {
			sight = s
		}
		out, whole = append(out, x.seenBy(me.ID, s, shown)), append(whole, x)
		return nil
	}
	for _, g := range student.Groups {
		if err := visit(g); err != nil {
			return nil, sight, err
		}
	}
	if err := visit(journal.Organisation()); err != nil {
		return nil, sight, err
	}
	for _, g := range groups {
		if slices.Contains(student.Groups, g) {
			continue
		}
		if err := visit(g); err != nil {
			return nil, sight, err
		}
	}
	keepBlind(out, whole)
	return out, sight, nil
}

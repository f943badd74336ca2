package model

import (
	"slices"
	"sync"
)

// dossierShelf keeps the dossiers that a session has read, with the mark of the items they were made of: a matrix of a
// whole class reads again only what changed.
type dossierShelf struct {
	mu   sync.Mutex
	kept map[ID]keptDossier
	rows map[ID]keptRow // of a matrix, by student
	open map[ID]keptStanding
}

// keptRow is a row of a matrix, with all that it was worked out from.
type keptRow struct {
	framework ID
	version   Stamp
	marks     uint64
	sight     string
	row       MatrixRow
}

// shelfKey is where a session keeps its shelf.
type shelfKey struct{}

// shelfOf is the shelf of a session.
func shelfOf(v *View) *dossierShelf {
	return v.Kept(shelfKey{}, func() any { return &dossierShelf{} }).(*dossierShelf)
}

type keptDossier struct {
	mark    uint64
	dossier *Dossier
}

// shelfSize is how many dossiers are kept at most: two large classes.
const shelfSize = 1000

// take is a dossier as it was read with this mark, nil when it was not.
func (s *dossierShelf) take(id ID, mark uint64) *Dossier {
	s.mu.Lock()
	defer s.mu.Unlock()
	if k := s.kept[id]; k.mark == mark {
		return k.dossier
	}
	return nil
}

func (s *dossierShelf) put(id ID, mark uint64, d *Dossier) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kept == nil || len(s.kept) >= shelfSize {
		s.kept = map[ID]keptDossier{}
	}
	s.kept[id] = keptDossier{mark, d}
}

// marks sums up which items the dossiers hold that the session may see of a student, and how it stands to them.
func (v *View) marks(tx Tx, c Clearance, student Person, groups []ID) (k keptRow, err error) {
	visit := func(g ID) error {
		s := c.Dossier(student, g)
		if !s.Read {
			return nil
		}
		mark, err := tx.ItemsMark(KindDossier, DossierID(student.ID, g))
		if mark != 0 {
			k.marks = k.marks*1099511628211 + mark
		}
		for _, p := range s.Parts {
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
	for _, g := range append([]ID{Organisation()}, groups...) {
		if !slices.Contains(student.Groups, g) {
			if err := visit(g); err != nil {
				return k, err
			}
		}
	}
	return k, nil
}

// row is a row that was worked out from the same before.
func (s *dossierShelf) row(student ID, k keptRow) (MatrixRow, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	have, ok := s.rows[student]
	same := ok && have.framework == k.framework && have.version == k.version && have.marks == k.marks && have.sight == k.sight
	return have.row, same
}

func (s *dossierShelf) putRow(student ID, k keptRow) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.rows == nil || len(s.rows) >= shelfSize {
		s.rows = map[ID]keptRow{}
	}
	s.rows[student] = k
}

// standing is how a student stood when the same was read before.
func (s *dossierShelf) standing(student ID, k keptStanding) (standing, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	have, ok := s.open[student]
	return have.standing, ok && have.framework == k.framework && have.version == k.version && have.marks == k.marks
}

func (s *dossierShelf) putStanding(student ID, k keptStanding) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open == nil || len(s.open) >= shelfSize {
		s.open = map[ID]keptStanding{}
	}
	s.open[student] = k
}

// dossier reads a student's dossier in a group, nil when there is none. It must not be altered.
func (v *View) dossier(tx Tx, student, group ID) (*Dossier, error) {
	id := DossierID(student, group)
	mark, err := tx.ItemsMark(KindDossier, id)
	if err != nil || mark == 0 {
		return nil, err
	}
	shelf := shelfOf(v)
	if d := shelf.take(id, mark); d != nil {
		return d, nil
	}
	d, err := dossierIn(tx, student, group)
	if err == nil && d != nil {
		shelf.put(id, mark, d)
	}
	return d, err
}

// allGroups are the ids of all groups, past ones among them.
func allGroups(tx Tx) (out []ID, err error) {
	err = tx.Each(KindGroup, func(r *Record) error {
		out = append(out, r.ID)
		return nil
	})
	return out, err
}

// dossiers reads what the session may see of a student, judgements that it has to be blind to taken out. groups are all
// there are. The sight is the one that the session has on the present dossier, or else on the first that it may read.
func (v *View) dossiers(tx Tx, student Person, groups []ID) (out []*Dossier, sight Sight, err error) {
	me := v.Me()
	c := ClearanceOf(me)
	sight = c.Dossier(student, homeGroup(student))
	var whole []*Dossier
	visit := func(g ID) error {
		s := c.Dossier(student, g)
		if !s.Read {
			return nil
		}
		x, err := v.dossier(tx, student.ID, g)
		if err != nil || x == nil {
			return err
		}
		if !sight.Read {
			sight = s
		}
		out, whole = append(out, x.seenBy(me.ID, s)), append(whole, x)
		return nil
	}
	for _, g := range student.Groups {
		if err := visit(g); err != nil {
			return nil, sight, err
		}
	}
	if err := visit(Organisation()); err != nil {
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

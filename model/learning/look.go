package learning

import (
	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// Look is a look at how students stand, each on what the student is assessed on, on one state of the store: for rooms above that tell of many
// at once. It says no more than the session may see.
type Look struct {
	session *model.Session
	tx      model.Tx
	groups  []journal.ID
	held    *Held
	chosen  choices
	trees   map[journal.ID]*VersionConverter
}

// NewLook begins to look.
func NewLook(session *model.Session, tx model.Tx) (*Look, error) {
	groups, err := allGroups(tx)
	return &Look{session: session, tx: tx, groups: groups, held: DossiersHeld(tx), chosen: choices{}, trees: map[journal.ID]*VersionConverter{}}, err
}

// Mark tells whether what a student stands by has changed since it was read before: marks that are equal stand for the same.
type Mark struct {
	framework journal.ID
	version   journal.Stamp
	marks     uint64
	sight     string
}

// Mark is the mark of a student now. Errors: NotFound where the list that the student is assessed on is not here.
func (l *Look) Mark(p model.Person) (Mark, error) {
	w, err := l.list(p)
	if err != nil {
		return Mark{}, err
	}
	groups, err := l.held.Groups(p.ID, l.groups)
	if err != nil {
		return Mark{}, err
	}
	k, err := marksOf(l.tx, l.session.Clearance(), p, groups, true)
	return Mark{w.now.Framework.ID, w.now.Framework.Stamp, k.marks, k.sight}, err
}

// Of is how a student stands on what the student is assessed on, and the work; read is false where the session may see nothing of it. Errors:
// as Mark.
func (l *Look) Of(p model.Person) (state states, work []Evidence, read bool, err error) {
	w, err := l.list(p)
	if err != nil {
		return states{}, nil, false, err
	}
	groups, err := l.held.Groups(p.ID, l.groups)
	if err != nil {
		return states{}, nil, false, err
	}
	dossiers, sight, err := readDossiers(l.session, l.tx, p, groups)
	if err != nil || !sight.Read {
		return states{}, nil, false, err
	}
	if err := w.Dossiers(dossiers); err != nil {
		return states{}, nil, false, err
	}
	for _, x := range dossiers {
		work = append(work, x.Evidence...)
	}
	return StateOf(w.now, dossiers), work, true, nil
}

func (l *Look) list(p model.Person) (*VersionConverter, error) {
	id, err := l.chosen.of(l.tx, p)
	if err != nil || l.trees[id] != nil {
		return l.trees[id], err
	}
	f, err := competence.FrameworkIn(l.tx, id)
	if err != nil {
		return nil, err
	}
	l.trees[id] = NewVersionConverter(l.tx, f.Tree(), false)
	return l.trees[id], nil
}

// List is what a student is assessed on.
func (l *Look) List(p model.Person) (*competence.Tree, error) {
	w, err := l.list(p)
	if err != nil {
		return nil, err
	}
	return w.now, nil
}

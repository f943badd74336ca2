package learning

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// Held tells in which groups students have something of a kind that is kept by student and group, as dossiers are: who looks at many students
// asks only there, instead of in every group for every student. It is for one state of the store.
type Held struct {
	tx      model.Tx
	kind    journal.Kind
	student journal.Field
	id      func(student, group journal.ID) journal.ID

	asked  int
	read   bool
	of     map[journal.ID][]journal.ID
	nobody []journal.ID // groups in which something stands of which it is not known whose it is: asked for everybody
}

// NewHeld begins to tell for a kind, of which one field says whose it is, and id gives the id.
func NewHeld(tx model.Tx, kind journal.Kind, student journal.Field, id func(student, group journal.ID) journal.ID) *Held {
	return &Held{tx: tx, kind: kind, student: student, id: id}
}

// heldFrom is from the how manieth student on it is worth reading what there is.
const heldFrom = 3

// Groups are those of all groups in which a student may have something, in the order in which they were given.
func (h *Held) Groups(student journal.ID, all []journal.ID) ([]journal.ID, error) {
	if h.asked++; h.asked < heldFrom {
		return all, nil
	}
	if !h.read {
		h.of = map[journal.ID][]journal.ID{}
		if err := h.tx.Each(h.kind, func(r *journal.Record) error {
			switch whose := r.Get(h.student).ID(); {
			case h.id(whose, r.Part) == r.ID:
				h.of[whose] = append(h.of[whose], r.Part)
			case !slices.Contains(h.nobody, r.Part):
				h.nobody = append(h.nobody, r.Part)
			}
			return nil
		}); err != nil {
			return nil, err
		}
		h.read = true
	}
	own := h.of[student]
	out := make([]journal.ID, 0, len(own)+len(h.nobody))
	for _, g := range all {
		if slices.Contains(own, g) || slices.Contains(h.nobody, g) {
			out = append(out, g)
		}
	}
	return out, nil
}

// DossiersHeld tells it of dossiers.
func DossiersHeld(tx model.Tx) *Held { return NewHeld(tx, KindDossier, DossierStudent, DossierID) }

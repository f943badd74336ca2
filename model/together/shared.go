package together

import (
	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Shared is a room, whatever it keeps: what those ask that go over all of them.
type Shared interface {
	Row() journal.KindRow
	TitleOf(*journal.Record) string
	// MaySettle tells whether somebody may say which of what people wrote apart holds: of an item whoever may add that item as well.
	MaySettle(by model.Person, rec *journal.Record, items []journal.Item, item journal.ItemKind, said journal.Fields) bool
	// Settle writes a value over all versions of a field. The caller has checked that the actor may.
	Settle(d *model.Doing, rec *journal.Record, on journal.Field, v journal.Value) error
	// Again writes once more what an item says. The caller has checked that the actor may.
	Again(d *model.Doing, id journal.ID, item journal.ItemKind, said journal.Fields) error
}

// TitleOf is what people call one.
func (r *Room[T, E]) TitleOf(rec *journal.Record) string {
	t := r.Of(rec, nil)
	return r.Title(&t)
}

// MaySettle tells who may settle; see Shared.
func (r *Room[T, E]) MaySettle(by model.Person, rec *journal.Record, items []journal.Item, item journal.ItemKind, said journal.Fields) bool {
	t := r.Of(rec, items)
	if item != 0 {
		return r.mayNote(by, &t, item, said)
	}
	return r.MayEdit(by, &t)
}

// Settle settles a field; see Shared.
func (r *Room[T, E]) Settle(d *model.Doing, rec *journal.Record, on journal.Field, v journal.Value) error {
	now := r.Of(rec, nil)
	if on == FieldAddedBy {
		return r.notYours(d, &now)
	}
	if row := r.Table().On(on); row != nil {
		was := now
		row.Put(&now, v)
		if r.Check != nil {
			if err := r.Check(d, &now, &was); err != nil {
				return err
			}
		}
	}
	return d.Granted(Mine, func() error { return d.Set(r.Kind, rec.ID, Scope().Part, journal.Fields{on.Is(v)}) })
}

// Again writes an item once more; see Shared.
func (r *Room[T, E]) Again(d *model.Doing, id journal.ID, item journal.ItemKind, said journal.Fields) error {
	if r.item(item) == nil {
		return fault.New(fault.Conflict, "nothing-clashes")
	}
	return d.Granted(Mine, func() error {
		_, err := d.Add(r.Kind, id, Scope().Part, item, said)
		return err
	})
}

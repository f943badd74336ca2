package together

import (
	"slices"

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
	// IsOn tells whether something that still runs is on somebody, and not on whoever added it alone.
	IsOn(rec *journal.Record, items []journal.Item, person journal.ID) bool
	// Hands puts another in the place of somebody on whom something is, nobody where to is zero. The caller has checked that the actor may.
	Hands(d *model.Doing, id, from, to journal.ID) error
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

// IsOn tells whether something is on somebody; see Shared.
func (r *Room[T, E]) IsOn(rec *journal.Record, items []journal.Item, person journal.ID) bool {
	if rec.Archived() || rec.Erased || person.IsZero() || len(r.On) == 0 {
		return false
	}
	t := r.Of(rec, items)
	if r.Runs != nil && !r.Runs(&t) {
		return false
	}
	return slices.ContainsFunc(r.On, func(f journal.Field) bool { return slices.Contains(named(rec.Get(f)), person) })
}

// Hands gives something to another; see Shared.
func (r *Room[T, E]) Hands(d *model.Doing, id, from, to journal.ID) error {
	rec, err := d.Record(r.Kind, id)
	if err != nil {
		return err
	}
	if rec == nil {
		return fault.New(fault.NotFound, r.Name+"-unknown", "name", id.String())
	}
	var f journal.Fields
	for _, on := range r.On {
		v := rec.Get(on)
		ids := slices.Clone(named(v))
		i := slices.Index(ids, from)
		if i < 0 {
			continue
		}
		if ids = slices.Delete(ids, i, i+1); !to.IsZero() && !slices.Contains(ids, to) {
			ids = slices.Insert(ids, i, to)
		}
		switch {
		case v.ID().IsZero():
			f = append(f, on.Is(journal.Refs(ids)))
		case len(ids) == 0:
			f = append(f, on.Is(journal.Ref(journal.ID{})))
		default:
			f = append(f, on.Is(journal.Ref(ids[0])))
		}
	}
	if len(f) == 0 {
		return nil
	}
	d.About(id, "")
	return d.Granted(Mine, func() error { return d.Set(r.Kind, id, Scope().Part, f) })
}

// named is whom a value names.
func named(v journal.Value) []journal.ID {
	if id := v.ID(); !id.IsZero() {
		return []journal.ID{id}
	}
	return v.IDs()
}

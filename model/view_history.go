package model

import (
	"context"
	"slices"
)

// Event is one line of an entity's history.
type Event struct {
	Mark
	Item    ItemKind
	Erased  bool
	Fields  Fields // what was written: the new values of fields, or what the item says
	Undone  bool   // taken back later
	Unknown bool   // a newer version of the program did it, and this one cannot tell what
}

// RequestHistory is everything that was done about a request, in order. Errors: NotFound, Refused.
func (v *View) RequestHistory(ctx context.Context, id ID) (out []Event, err error) {
	err = v.ReadClass(ctx, Desk, func(tx Tx) error {
		if _, err := v.request(tx, id); err != nil {
			return err
		}
		out, err = history(tx, KindRequest, id)
		return err
	})
	return out, err
}

// FrameworkUnknown is what was done about a framework by a newer version of the program, in order: what its versions do not tell.
func (v *View) FrameworkUnknown(ctx context.Context, id ID) (out []Event, err error) {
	err = v.ReadClass(ctx, People, func(tx Tx) error {
		out, err = history(tx, KindFramework, id)
		return err
	})
	return slices.DeleteFunc(out, func(e Event) bool { return !e.Unknown }), err
}

func history(tx Tx, kind Kind, id ID) ([]Event, error) {
	rec, err := tx.Record(kind, id)
	if err != nil || rec == nil {
		return nil, err
	}
	items, err := tx.Items(kind, id)
	if err != nil {
		return nil, err
	}
	standing := map[Stamp]bool{}
	for _, it := range Standing(items) {
		standing[it.Stamp] = true
	}
	out := make([]Event, 0, len(items))
	for i := range items {
		it := &items[i]
		e := Event{Mark: it.mark(0), Item: it.Kind, Erased: it.Erased, Fields: it.Fields, Undone: it.Kind != ItemRetract && !standing[it.Stamp]}
		e.Unknown = !tx.Kinds().Item(kind, it.Kind)
		if (it.Kind == ItemSet || rec.MinReader > SchemaVersion) && !it.Erased {
			c, err := tx.Change(Stream{it.Stamp.Replica, rec.Scope()}, it.Stamp.Seq)
			if err != nil {
				return nil, err
			}
			if c.MinReader > SchemaVersion {
				e.Unknown = true
			} else if it.Kind == ItemSet {
				for _, w := range c.Writes {
					e.Fields = append(e.Fields, FieldValue{w.Field, w.Value})
				}
			}
		}
		out = append(out, e)
	}
	return out, nil
}

package model

import (
	"context"

	"leerbalie/model/journal"
)

// Event is one line of an entity's history.
type Event struct {
	journal.Mark
	Item    journal.ItemKind
	Erased  bool
	Fields  journal.Fields // what was written: the new values of fields, or what the item says
	Undone  bool           // taken back later
	Unknown bool           // a newer version of the program did it, and this one cannot tell what
}

// HistoryIn reads everything that was done about an entity, in order; nothing for an unknown one. It asks for no clearance.
func HistoryIn(tx Tx, kind journal.Kind, id journal.ID) ([]Event, error) {
	rec, err := tx.Record(kind, id)
	if err != nil || rec == nil {
		return nil, err
	}
	items, err := tx.Items(kind, id)
	if err != nil {
		return nil, err
	}
	standing := map[journal.Stamp]bool{}
	for _, it := range journal.Standing(items) {
		standing[it.Stamp] = true
	}
	items = journal.Whole(items)
	out := make([]Event, 0, len(items))
	for i := range items {
		it := &items[i]
		e := Event{Mark: it.Mark(0), Item: it.Kind, Erased: it.Erased, Fields: it.Fields, Undone: it.Kind != journal.ItemRetract && !standing[it.Stamp]}
		e.Unknown = !tx.Kinds().Item(kind, it.Kind)
		if (it.Kind == journal.ItemSet || rec.MinReader > journal.SchemaVersion) && !it.Erased {
			c, err := tx.Change(journal.Stream{Replica: it.Stamp.Replica, Scope: rec.Scope()}, it.Stamp.Seq)
			if err != nil {
				return nil, err
			}
			if c.MinReader > journal.SchemaVersion {
				e.Unknown = true
			} else if it.Kind == journal.ItemSet {
				for _, w := range c.Writes {
					e.Fields = append(e.Fields, journal.FieldValue{Field: w.Field, Value: w.Value})
				}
			}
		}
		out = append(out, e)
	}
	return out, nil
}

// AlteredBy tells who altered the fields of an entity last; zero where nobody is known to have. Errors: Refused for who may not read the
// scope in which it stands.
func (s *Session) AlteredBy(ctx context.Context, scope journal.Scope, kind journal.Kind, id journal.ID) (who journal.ID, err error) {
	err = s.ReadScope(ctx, scope, func(tx Tx) error {
		items, err := tx.Items(kind, id)
		for i := range items {
			if items[i].Kind == journal.ItemSet {
				who = items[i].Actor
			}
		}
		return err
	})
	return who, err
}

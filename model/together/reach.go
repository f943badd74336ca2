package together

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// reaches is what Add, Edit, Archive and Note ask, for what was written elsewhere. Who adds something says so; nobody makes it another's.
func (r *Room[T, E]) reaches(reader journal.Reader, w journal.Writer, c *journal.Change) (bool, error) {
	if w.Table {
		return true, nil
	}
	writer, err := reader.Record(model.KindPerson, w.Person)
	if err != nil || writer == nil {
		return false, err
	}
	by := model.PersonOf(writer)
	by.Archived = false // when it was written nobody had put her away
	if !model.ClearanceOf(by).MayRead(Scope()) {
		return false, nil
	}
	if c.Op == journal.OpAdd && r.item(c.Item) == nil { // a retraction of the own and the like, which is looked at for every kind
		return true, nil
	}
	rec, err := reader.Record(r.Kind, c.Entity)
	if err != nil {
		return false, err
	}
	if rec == nil || len(rec.Live(FieldAddedBy)) == 0 { // it begins
		var now T
		for _, f := range c.Writes {
			r.numbered().Put(&now, f.Field, f.Value)
		}
		return c.Op == journal.OpSet && E(&now).base().AddedBy == by.ID, nil
	}
	if c.Op == journal.OpAdd {
		items, err := reader.Items(r.Kind, c.Entity)
		now := r.Of(rec, items)
		return err == nil && r.mayNote(by, &now, c.Item, c.Fields()), err
	}
	now := r.Of(rec, nil)
	for _, f := range c.Writes {
		if c.Op == journal.OpSet && f.Field == FieldAddedBy && f.Value.ID() != E(&now).base().AddedBy {
			return false, nil
		}
	}
	may := func(of *T, alters bool) bool {
		if r.Writes == nil || c.Op != journal.OpSet {
			return alters
		}
		return !slices.ContainsFunc(c.Writes, func(f journal.Write) bool { return !r.Writes(of, &by, f.Field, alters) })
	}
	if may(&now, r.MayEdit(by, &now)) {
		return true, nil
	}
	return r.owned(reader, rec, by.ID, func(then *T) bool {
		E(then).base().AddedBy = E(&now).base().AddedBy
		return may(then, true)
	})
}

// owned tells whether somebody was among the owners before, and might then: a laptop hears later that something is another's by now.
func (r *Room[T, E]) owned(reader journal.Reader, rec *journal.Record, person journal.ID, may func(*T) bool) (bool, error) {
	log, ok := reader.(interface {
		Change(journal.Stream, uint64) (*journal.Change, error)
	})
	if !ok || r.Owners == nil || person.IsZero() {
		return false, nil
	}
	items, err := reader.Items(r.Kind, rec.ID)
	if err != nil {
		return false, err
	}
	for i := range items {
		if items[i].Kind != journal.ItemSet || items[i].Erased {
			continue
		}
		c, err := log.Change(journal.Stream{Replica: items[i].Stamp.Replica, Scope: rec.Scope()}, items[i].Stamp.Seq)
		if err != nil {
			return false, err
		}
		var then T
		for _, w := range c.Writes {
			r.numbered().Put(&then, w.Field, w.Value)
		}
		if slices.Contains(r.Owners(&then), person) && may(&then) {
			return true, nil
		}
	}
	return false, nil
}

func (r *Room[T, E]) item(kind journal.ItemKind) *ItemKind[T] {
	for i := range r.Items {
		if r.Items[i].Kind == kind {
			return &r.Items[i]
		}
	}
	return nil
}

package incoming

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/free"
	"leerbalie/model/journal"
	"leerbalie/model/meeting"
)

// unit is what an import wrote on one entity, in order.
type unit struct {
	kind    journal.Kind
	id      journal.ID
	changes []*journal.Change
}

// look looks at what an import did, within one transaction.
type look struct {
	model.Tx
	own       []model.Stretch // what the import wrote, and what taking it back did
	undone    []model.Stretch // of these, what taking it back did
	clearance model.Clearance
}

func newLook(tx model.Tx, im *Import, c model.Clearance) look {
	own := slices.Clone(im.back)
	for _, p := range im.parts {
		own = append(own, p.wrote...)
	}
	return look{tx, own, im.back, c}
}

// units are the entities that a batch wrote on, in order. What this copy does not hold is left out.
func unitsOf(tx model.Tx, wrote []model.Stretch, want func(journal.Kind) bool) (out []unit, err error) {
	at := map[model.Record]int{}
	for _, s := range wrote {
		for seq := s.First.Seq; seq <= s.Last.Seq; seq++ {
			c, err := tx.Change(journal.Stream{Replica: s.First.Replica, Scope: s.Scope}, seq)
			if fault.KindOf(err) == fault.NotFound {
				continue
			}
			if err != nil {
				return nil, err
			}
			if !want(c.Kind) {
				continue
			}
			of := model.Record{Kind: c.Kind, ID: c.Entity}
			i, known := at[of]
			if !known {
				i, at[of] = len(out), len(out)
				out = append(out, unit{kind: c.Kind, id: c.Entity})
			}
			out[i].changes = append(out[i].changes, c)
		}
	}
	return out, nil
}

// found is what there is of an entity that an import wrote on.
type found struct {
	unit
	rec   *journal.Record
	items []journal.Item
	fresh bool // the import made it
	gone  bool // it was taken away, erased or taken back already
}

func (l look) find(u unit) (f found, err error) {
	f.unit = u
	if f.rec, err = l.Record(u.kind, u.id); err != nil {
		return f, err
	}
	if f.rec == nil || f.rec.Erased {
		f.gone = true
		return f, nil
	}
	if f.items, err = l.Items(u.kind, u.id); err != nil || len(f.items) == 0 {
		return f, err
	}
	f.fresh = model.Holds(l.own, f.rec.Scope(), f.items[0].Stamp)
	f.gone = f.fresh && f.rec.Archived()
	return f, nil
}

// builtOn tells who built on what an import did: edited it since, or did something about it that still stands. An edit that was
// taken back, and a look, are nothing.
func (l look) builtOn(f *found) (by journal.ID, built bool) {
	own := func(s journal.Stamp) bool { return model.Holds(l.own, f.rec.Scope(), s) }
	standing := journal.Standing(f.items)
	if f.fresh {
		for i := range standing {
			it := &standing[i]
			if !own(it.Stamp) && it.Kind != journal.ItemSet && it.Kind != journal.ItemVouch && !l.Kinds().Look(f.kind, it.Kind) {
				return it.Actor, true
			}
		}
		for _, reg := range f.rec.Registers {
			if by, built := l.overwritten(f, reg.Field, own); built {
				return by, true
			}
		}
		return by, false
	}
	for _, c := range f.changes {
		if c.Op == journal.OpAdd {
			for i := range standing {
				if !own(standing[i].Stamp) && slices.Contains(standing[i].Fields.Get(journal.FieldTarget).Stamps(), c.Stamp()) {
					return standing[i].Actor, true
				}
			}
			continue
		}
		for _, w := range c.Writes {
			if by, built := l.overwritten(f, w.Field, own); built {
				return by, true
			}
		}
	}
	return by, false
}

// overwritten tells who wrote something else in a field since the import did.
func (l look) overwritten(f *found, field journal.Field, own func(journal.Stamp) bool) (by journal.ID, built bool) {
	reg := f.rec.Register(field)
	if reg == nil {
		return by, false
	}
	wrote, first := journal.Value{}, journal.Stamp{}
	for _, c := range f.changes {
		for _, w := range c.Writes {
			if c.Op == journal.OpSet && w.Field == field {
				wrote = w.Value
			}
		}
	}
	if len(f.changes) > 0 {
		first = f.changes[0].Stamp()
	}
	if field == journal.FieldArchived && slices.ContainsFunc(f.items, func(it journal.Item) bool { return model.Holds(l.undone, f.rec.Scope(), it.Stamp) }) {
		wrote = journal.Bool(true) // whoever put it back since wants it
	}
	for _, v := range reg.Live {
		if own(v.Stamp) || v.Value.Equal(wrote) || !f.fresh && v.Stamp.Compare(first) < 0 { // that the import had not seen
			continue
		}
		for i := range f.items {
			if f.items[i].Stamp == v.Stamp {
				return f.items[i].Actor, true
			}
		}
		return by, true
	}
	return by, false
}

// back tells whether an edit is taken back already: nothing of it shows any more, and that is by the taking back.
func (l look) back(f *found) bool {
	undone := func(s journal.Stamp) bool { return model.Holds(l.undone, f.rec.Scope(), s) }
	if !slices.ContainsFunc(f.items, func(it journal.Item) bool { return undone(it.Stamp) }) {
		return false
	}
	for _, c := range f.changes {
		if c.Op == journal.OpAdd {
			if c.Item != journal.ItemVouch && c.Item != journal.ItemWords && slices.ContainsFunc(journal.Standing(f.items), func(it journal.Item) bool { return it.Stamp == c.Stamp() }) {
				return false
			}
			continue
		}
		for _, w := range c.Writes {
			live := f.rec.Live(w.Field)
			if slices.Contains(live, c.Stamp()) || f.rec.Get(w.Field).Equal(w.Value) && slices.ContainsFunc(live, undone) { // which took back another edit of the import
				return false
			}
		}
	}
	return true
}

// usedElsewhere tells who uses a request or a resident that the import made, beside what stands on it: what was merged into it or split
// from it, and a resident's requests.
func (l look) usedElsewhere(f *found) (by journal.ID, used bool, err error) {
	index := desk.IndexOf(l)
	var rows []desk.RequestRow
	switch f.kind {
	case desk.KindRequest:
		rows, err = index.Linked(f.rec.Part, f.id)
	case desk.KindResident:
		merged, err := index.MergedResidents(f.rec.Part, f.id)
		if err != nil || len(merged) > 0 {
			return by, len(merged) > 0, err
		}
		rows, err = index.RequestsOf(f.rec.Part, f.id, false)
		if err != nil {
			return by, false, err
		}
		used = len(rows) > 0 // also where the import brought them, and they stay
	}
	if err != nil {
		return by, false, err
	}
	for _, row := range rows {
		items, err := l.Items(desk.KindRequest, row.ID)
		if err != nil {
			return by, false, err
		}
		rec, err := l.Record(desk.KindRequest, row.ID)
		if err != nil {
			return by, false, err
		}
		if rec != nil && len(items) > 0 && !model.Holds(l.own, rec.Scope(), items[0].Stamp) {
			return items[0].Actor, true, nil
		}
	}
	return by, used, nil
}

// named gives something that stays its name or number, as far as whoever asks may know it.
func (l look) named(left Left) (Left, error) {
	rec, err := l.Record(left.Kind, left.ID)
	if err != nil || rec == nil {
		return left, err
	}
	if left.gone = rec.Erased; left.gone || !l.clearance.MayRead(rec.Scope()) {
		return left, nil
	}
	switch left.Kind {
	case desk.KindRequest:
		left.Name = rec.Get(desk.RequestNumber).Text()
	case desk.KindResident:
		left.Name = desk.ResidentOf(rec).Name
	case model.KindPerson:
		left.Name = model.PersonOf(rec).Name
	case model.KindGroup:
		left.Name = model.GroupOf(rec).Name
	case meeting.KindMeeting:
		m := meeting.Of(rec, nil)
		left.Name = m.Called() + " " + m.Day.Format("2006-01-02")
	case free.KindFree:
		left.Name = free.Of(rec).Name
	}
	return left, nil
}

// whole is an entity with all that the import wrote on it, by its own history.
func (l look) whole(kind journal.Kind, id journal.ID) (found, error) {
	f, err := l.find(unit{kind: kind, id: id})
	if err != nil || f.rec == nil {
		return f, err
	}
	for _, it := range f.items {
		if !model.Holds(l.own, f.rec.Scope(), it.Stamp) {
			continue
		}
		c, err := l.Change(journal.Stream{Replica: it.Stamp.Replica, Scope: f.rec.Scope()}, it.Stamp.Seq)
		if err != nil {
			return f, err
		}
		f.changes = append(f.changes, c)
	}
	return f, nil
}

// allNamed names all that stays and was not erased since.
func (l look) allNamed(all []Left) (out []Left, err error) {
	for _, left := range all {
		if left, err = l.named(left); err != nil {
			return nil, err
		}
		if !left.gone {
			out = append(out, left)
		}
	}
	return out, nil
}

package model

import (
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Record names an entity.
type Record struct {
	Kind journal.Kind
	ID   journal.ID
}

// Erase puts entities on the erase list: of a person, all that is theirs goes along. What has to stay of changes that hold both,
// from before these were written apart, is written anew first. The action that asks for it has seen that it may be. Errors:
// Refused for who may not erase.
func (d *Doing) Erase(entities ...Record) error {
	if err := d.clearance.CheckRight(ToErase); err != nil {
		return err
	}
	for _, e := range entities {
		if err := d.keepWhatStays(e); err != nil {
			return err
		}
	}
	for _, e := range entities {
		c := d.NewChange(journal.KindErasure, e.ID, journal.Organisation(), journal.OpAdd)
		c.Item = journal.ItemErase
		if err := d.Emit(c); err != nil {
			return err
		}
	}
	d.Permanent()
	return nil
}

// keepWhatStays writes what an erasure leaves of an entity in changes of their own, where it stands beside what that takes.
func (d *Doing) keepWhatStays(e Record) error {
	rec, err := d.Record(e.Kind, e.ID)
	if err != nil || rec == nil || rec.Erased {
		return err
	}
	if rec.MinReader > journal.SchemaVersion {
		return fault.New(fault.Newer, "update-needed")
	}
	items, err := d.Items(e.Kind, e.ID)
	if err != nil {
		return err
	}
	mixed := map[journal.Field]bool{}              // fields of which a change that goes holds a value
	written := map[journal.Field][]journal.Stamp{} // by which changes
	for _, it := range items {
		if it.Erased {
			continue
		}
		if it.Kind != journal.ItemSet {
			if err := d.keepOfItem(rec, it); err != nil {
				return err
			}
			continue
		}
		c, err := d.Change(journal.Stream{Replica: it.Stamp.Replica, Scope: rec.Scope()}, it.Stamp.Seq)
		if err != nil {
			return err
		}
		for _, w := range c.Writes {
			if !d.Kinds().Personal(e.Kind, w.Field) {
				written[w.Field] = append(written[w.Field], it.Stamp)
				mixed[w.Field] = mixed[w.Field] || c.Takes(d.Kinds())
			}
		}
	}
	c := d.NewChange(e.Kind, e.ID, rec.Part, journal.OpSet)
	for _, reg := range rec.Registers {
		if mixed[reg.Field] {
			c.Writes = append(c.Writes, journal.Write{Field: reg.Field, Value: rec.Get(reg.Field), Base: written[reg.Field]})
		}
	}
	if len(c.Writes) == 0 {
		return nil
	}
	return d.Emit(c)
}

// keepOfItem writes what stays of an item that holds free words as well.
func (d *Doing) keepOfItem(rec *journal.Record, it journal.Item) error {
	stays, words := d.Kinds().Split(it.Kind, it.Fields)
	if len(words) == 0 || len(stays) == 0 || d.Kinds().PersonalItem(it.Kind) {
		return nil
	}
	_, err := d.emitItem(rec.Kind, rec.ID, rec.Part, journal.ItemStays, append(stays, journal.FieldPartOf.Is(journal.Stamps([]journal.Stamp{it.Stamp}))))
	return err
}

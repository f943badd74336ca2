// Package names finds the texts that seem to name a resident, before they leave the house: what people wrote about their work and
// learning is held against names, telephone numbers, addresses and e-mail addresses of all residents of all sites. What it finds a
// person decides about. Whom no list knows it cannot find.
package names

import (
	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Known is everybody who is looked for. Any number of goroutines can hold texts against it.
type Known struct{ crowd *plain.Crowd }

// Residents are all residents of all sites that a store holds, archived and merged ones among them, under every name, number and
// address that they have or had; who was erased is gone. Whoever works or learns here may be named in full, unless a resident has
// that very name. Errors are those of the store.
func Residents(tx model.Tx) (*Known, error) {
	k := &Known{crowd: plain.NewCrowd()}
	err := tx.Each(desk.KindResident, func(r *journal.Record) error {
		if r.Erased {
			return nil
		}
		for _, f := range told() {
			if reg := r.Register(f.field); reg != nil {
				for _, v := range reg.Live { // what was written apart, too
					f.add(k.crowd, v.Value.Text())
				}
			}
		}
		return k.earlier(tx, r)
	})
	if err == nil {
		err = tx.Each(model.KindPerson, func(r *journal.Record) error {
			k.crowd.AddOfHouse(r.Get(model.PersonName).Text())
			return nil
		})
	}
	return k, err
}

// field is one by which a resident can be told, and how it is taken in.
type field struct {
	field journal.Field
	add   func(*plain.Crowd, string)
}

func told() [4]field {
	return [...]field{
		{desk.ResidentName, (*plain.Crowd).AddName}, {desk.ResidentPhone, (*plain.Crowd).AddPhone},
		{desk.ResidentEmail, (*plain.Crowd).AddMail}, {desk.ResidentStreet, (*plain.Crowd).AddStreet},
	}
}

// earlier takes in what a resident was called before, and where one lived: what stands in the history of the record and not in the
// record any more.
func (k *Known) earlier(tx model.Tx, r *journal.Record) error {
	items, err := tx.Items(desk.KindResident, r.ID)
	if err != nil {
		return err
	}
	for i := range items {
		it := &items[i]
		if it.Kind != journal.ItemSet || it.Erased || !replaced(tx.Kinds(), r, it.Stamp) {
			continue
		}
		c, err := tx.Change(journal.Stream{Replica: it.Stamp.Replica, Scope: r.Scope()}, it.Stamp.Seq)
		if err != nil {
			return err
		}
		for _, w := range c.Writes {
			for _, f := range told() {
				if f.field == w.Field {
					f.add(k.crowd, w.Value.Text())
				}
			}
		}
	}
	return nil
}

// replaced tells whether something that a change wrote and by which a resident can be told may have been replaced since. It has not
// when nothing such was written later, nor when the change wrote other fields, since both never stand in one change.
func replaced(kinds *journal.Kinds, r *journal.Record, s journal.Stamp) bool {
	later := false
	for i := range r.Registers {
		reg := &r.Registers[i]
		personal := kinds.Personal(r.Kind, reg.Field)
		for _, v := range reg.Live {
			if !personal && v.Stamp == s {
				return false
			}
			later = later || personal && v.Stamp.Compare(s) > 0
		}
	}
	return later
}

// Find is the parts of a text that seem to name a resident, in order of place; nil when there are none.
func (k *Known) Find(text string) (out []string) {
	for _, s := range k.crowd.Find(text) {
		out = append(out, text[s.Start:s.End])
	}
	return out
}

// Texts are the words in a change that somebody may have written. Names and addresses of who works or learns here, of sites and of
// groups are none of them, nor are codes that the program made.
func Texts(kinds *journal.Kinds, c *journal.Change) (out []string) {
	for _, w := range c.Writes {
		if c.Op == journal.OpSet && own(c.Kind, w.Field) || kinds.Code(c.Kind, w.Field) {
			continue
		}
		w.Value.EachText(func(text string) { out = append(out, text) })
	}
	return out
}

// own tells whether a field holds the name of what it is a field of.
func own(k journal.Kind, f journal.Field) bool {
	switch k {
	case model.KindPerson:
		return f == model.PersonName || f == model.PersonEmail
	case model.KindSite:
		return f == model.SiteName
	case model.KindGroup:
		return f == model.GroupName
	}
	return false
}

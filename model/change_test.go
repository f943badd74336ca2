package model_test

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/kinds"
)

// FuzzValidate makes changes of whatever form: what Validate lets through is applied without a fault, in any order, and
// what it refuses is refused as invalid.
func FuzzValidate(f *testing.F) {
	f.Add(uint8(6), uint8(1), uint16(0), uint64(1), uint64(1)<<40, uint16(1), uint16(2), "vraag", int64(5), uint8(1), uint64(0))
	f.Add(uint8(5), uint8(1), uint16(0), uint64(1), uint64(1)<<40, uint16(1), uint16(1), "naam", int64(0), uint8(1), uint64(3))
	f.Add(uint8(6), uint8(2), uint16(6), uint64(1), uint64(1)<<40, uint16(1), uint16(2), "memo", int64(5), uint8(1), uint64(0))
	f.Add(uint8(8), uint8(2), uint16(17), uint64(1), uint64(1)<<40, uint16(1), uint16(0), "", int64(0), uint8(5), uint64(0))
	f.Add(uint8(99), uint8(9), uint16(999), uint64(7), uint64(1)<<40, uint16(9), uint16(3), "later", int64(-1), uint8(3), uint64(9))
	f.Fuzz(func(t *testing.T, kind, op uint8, item uint16, seq, at uint64, minReader, field uint16, text string, n int64, class uint8, base uint64) {
		c := &journal.Change{
			Stream: journal.Stream{Replica: other, Scope: journal.Scope{Class: journal.Class(class), Part: site}}, Seq: seq, Time: journal.Logical(at),
			Kind: journal.Kind(kind), Entity: journal.ID{1}, Op: journal.Op(op), Item: journal.ItemKind(item), Schema: 1, MinReader: minReader,
			Writes: []journal.Write{{Field: journal.Field(field), Value: journal.Text(text)},
				{Field: journal.Field(field) + 1, Value: journal.List(journal.Int(n), journal.Bytes(text)), Base: []journal.Stamp{{Time: journal.Logical(base), Replica: other, Seq: base}}}},
		}
		valid := c.Validate(kinds.All())
		if valid != nil && fault.KindOf(valid) != fault.Invalid {
			t.Fatalf("refused with kind %d: %v", fault.KindOf(valid), valid)
		}
		s := empty()
		second := *c
		second.Seq, second.Time = c.Seq+1, c.Time+1
		err := s.Receive([]*journal.Change{&second, c})
		if valid != nil && err == nil {
			t.Fatal("what is not valid is taken in")
		}
		if err != nil && fault.KindOf(err) != fault.Invalid {
			t.Fatalf("a valid change fails with kind %d: %v", fault.KindOf(err), err)
		}
		if err == nil && seq == 1 {
			shows(t, s)
		}
	})
}

// shows reads whatever a store holds, as screens do.
func shows(t *testing.T, s model.Backend) {
	must(t, s.Read(t.Context(), func(tx model.Tx) error {
		for _, k := range []journal.Kind{model.KindSite, model.KindPerson, model.KindGroup, desk.KindResident, desk.KindRequest} {
			if err := tx.Each(k, func(r *journal.Record) error {
				items, err := tx.Items(k, r.ID)
				if err != nil {
					return err
				}
				request := desk.RequestOf(r, items)
				row := request.Row()
				_, _, _, _ = row.Places(), desk.ResidentOf(r), model.PersonOf(r), model.SiteOf(r)
				_ = journal.Standing(items)
				return nil
			}); err != nil {
				return err
			}
		}
		if _, err := desk.IndexOf(tx).Search(t.Context(), desk.SearchQuery{Site: site, Text: "v", Limit: 5}); err != nil {
			return err
		}
		_, err := desk.IndexOf(tx).Counts(site)
		return err
	}))
}

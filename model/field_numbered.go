package model

import "leerbalie/model/journal"

// Numbered is the rows of a table by their numbers on disk, nil where no row has a number. It is made once for a table, since
// every request that is read or written goes through it.
type Numbered[E any] []*Field[E]

// Numbered is the rows that stand in a record, or in one of its items.
func (t Table[E]) Numbered() (out Numbered[E]) {
	for i := range t {
		for t[i].On != 0 && int(t[i].On) >= len(out) {
			out = append(out, nil)
		}
		if t[i].On != 0 {
			out[t[i].On] = &t[i]
		}
	}
	return out
}

func (n Numbered[E]) row(f journal.Field) *Field[E] {
	if int(f) >= len(n) {
		return nil
	}
	return n[f]
}

// Name is the name of the field with a number, "" for an unknown one.
func (n Numbered[E]) Name(f journal.Field) string {
	if row := n.row(f); row != nil {
		return row.Name
	}
	return ""
}

// Read fills in a new entity, by the values of its record that are shown.
func (n Numbered[E]) Read(e *E, rec *journal.Record) {
	for i := range rec.Registers {
		if reg := &rec.Registers[i]; len(reg.Live) > 0 {
			n.Put(e, reg.Field, reg.Live[0].Value)
		}
	}
}

// Put fills in a field of an entity. One that the table lacks, of a newer version of the program, is passed over.
func (n Numbered[E]) Put(e *E, f journal.Field, v journal.Value) {
	if row := n.row(f); row != nil {
		row.Put(e, v)
	}
}

// Values is an entity as its record, or one of its items, holds it, with room for one field more.
func (n Numbered[E]) Values(e *E) journal.Fields {
	out := make(journal.Fields, 0, len(n)+1)
	for i := range n {
		if n[i] != nil {
			out = append(out, n[i].On.Is(n[i].Get(e)))
		}
	}
	return out
}

// Personal tells which fields may tell who somebody is. A field that the table lacks, of a newer version of the program, is
// one of those where unknown says so.
func (n Numbered[E]) Personal(unknown bool) func(journal.Field) bool {
	return func(f journal.Field) bool {
		if row := n.row(f); row != nil {
			return row.Personal
		}
		return unknown && f != 0 && f != journal.FieldArchived
	}
}

package journal

import "slices"

// Record is the present state of one entity: for each field the versions that nobody has replaced yet.
type Record struct {
	Kind      Kind
	ID        ID
	Class     Class // with Part, where it lives
	Part      ID
	MinReader uint16 // above SchemaVersion: it carries changes this program cannot apply, and is read-only here
	Erased    bool   // what identified somebody is gone, now and for whatever arrives later
	Registers []Register
}

// Register is a multi-value register (Shapiro and others, "A comprehensive study of CRDTs", 2011): Live holds the
// versions that no other version replaced, the one that is shown first. Unseen holds versions that have been replaced
// already but have not arrived yet. Both follow from the set of changes that arrived, never from their order.
type Register struct {
	Field  Field
	Live   []Version
	Unseen []Stamp
}

// Version is one value of a field and the change that wrote it.
type Version struct {
	Stamp Stamp
	Value Value
}

// Get is the value of a field that is shown: the version with the highest stamp.
func (r *Record) Get(f Field) Value {
	if reg := r.Register(f); reg != nil && len(reg.Live) > 0 {
		return reg.Live[0].Value
	}
	return Value{}
}

// Siblings are the versions that were written apart from the one that is shown and say something else.
func (r *Register) Siblings() (out []Version) {
	for i := 1; i < len(r.Live); i++ {
		if !r.Live[i].Value.Equal(r.Live[0].Value) {
			out = append(out, r.Live[i])
		}
	}
	return out
}

// Live is the stamps of all versions of a field: what a write names as its base.
func (r *Record) Live(f Field) []Stamp {
	reg := r.Register(f)
	if reg == nil {
		return nil
	}
	out := make([]Stamp, len(reg.Live))
	for i, v := range reg.Live {
		out[i] = v.Stamp
	}
	return out
}

// Scope is where the entity lives.
func (r *Record) Scope() Scope { return Scope{r.Class, r.Part} }

// Archived tells whether the entity has been put away.
func (r *Record) Archived() bool { return r.Get(FieldArchived).Bool() }

// Register is the register of a field, nil for one that was never written. It is the record's own.
func (r *Record) Register(f Field) *Register {
	i, ok := r.search(f)
	if !ok {
		return nil
	}
	return &r.Registers[i]
}

func (r *Record) search(f Field) (int, bool) {
	return slices.BinarySearchFunc(r.Registers, f, func(reg Register, f Field) int { return int(reg.Field) - int(f) })
}

// room makes place for the versions of fields that are written for the first time: at once for all of them, since each has one
// version nearly always.
func (r *Record) room(writes []Write) {
	var room []Version
	for n, w := range writes {
		if i, ok := r.search(w.Field); !ok {
			if room == nil {
				room = make([]Version, len(writes)-n)
			}
			r.Registers = slices.Insert(r.Registers, i, Register{Field: w.Field, Live: room[:0:1]})
			room = room[1:]
		}
	}
}

// write applies one write, for which there is room. seen tells whether a change has arrived already.
func (r *Record) write(s Stamp, w Write, seen func(Stamp) (bool, error)) error {
	reg := r.Register(w.Field)
	for _, b := range w.Base {
		if j := slices.IndexFunc(reg.Live, func(v Version) bool { return v.Stamp == b }); j >= 0 {
			reg.Live = slices.Delete(reg.Live, j, j+1)
			continue
		}
		arrived, err := seen(b)
		if err != nil {
			return err
		}
		if j, known := slices.BinarySearchFunc(reg.Unseen, b, Stamp.Compare); !arrived && !known {
			reg.Unseen = slices.Insert(reg.Unseen, j, b)
		}
	}
	if j, gone := slices.BinarySearchFunc(reg.Unseen, s, Stamp.Compare); gone {
		reg.Unseen = slices.Delete(reg.Unseen, j, j+1)
		return nil
	}
	j, _ := slices.BinarySearchFunc(reg.Live, s, func(v Version, s Stamp) int { return s.Compare(v.Stamp) })
	reg.Live = slices.Insert(reg.Live, j, Version{s, w.Value})
	return nil
}

// arrived notes that a change has come whose writes are not known here: nothing waits for it any longer, just as when it
// had come before those that replace its versions.
func (r *Record) arrived(s Stamp) {
	for i := range r.Registers {
		reg := &r.Registers[i]
		if j, waits := slices.BinarySearchFunc(reg.Unseen, s, Stamp.Compare); waits {
			reg.Unseen = slices.Delete(reg.Unseen, j, j+1)
		}
	}
}

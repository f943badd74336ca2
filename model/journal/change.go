package journal

import (
	"slices"

	"leerbalie/model/fault"
)

// SchemaVersion is the version of kinds, items and fields that this program writes.
const SchemaVersion = 1

// Op is what a change does to its entity.
type Op uint8

// The operations. Numbers are on disk and never reused.
const (
	OpSet Op = 1 // writes fields
	OpAdd Op = 2 // adds an immutable item
)

// Change is one edit, as the journal keeps it.
type Change struct {
	Stream      Stream
	Seq         uint64 // from 1, without a gap
	Time        Logical
	Wall        int64 // the writer's clock in milliseconds since 1970: for people only, never for order
	Kind        Kind
	Entity      ID
	Op          Op
	Item        ItemKind // for OpAdd
	Actor       ID       // the Person who did it
	Responsible ID       // the Person who answers for the actor, where that is somebody else
	Schema      uint16   // the writer's SchemaVersion
	MinReader   uint16   // the lowest SchemaVersion that can apply it
	Txn         uint64   // groups what was done together on this replica
	Writes      []Write  // what it writes, in ascending order of field; nil once erased
	Erased      bool     // the payload is gone, only its hash is left
}

// Write is one field of a change. Base names the versions that the writer saw and replaces; items have none.
type Write struct {
	Field Field
	Value Value
	Base  []Stamp
}

// Stamp is the change's place in the order.
func (c *Change) Stamp() Stamp { return Stamp{c.Time, c.Stream.Replica, c.Seq} }

// Takes tells whether an erasure of the entity takes the payload of this change.
func (c *Change) Takes(kinds *Kinds) bool { return c.personal(kinds) && !c.Erased }

// Fields is what an item says.
func (c *Change) Fields() Fields {
	if len(c.Writes) == 0 {
		return nil
	}
	f := make(Fields, 0, len(c.Writes))
	for _, w := range c.Writes {
		f = f.With(w.Field, w.Value)
	}
	return f
}

// personal tells whether the change holds what an erasure takes.
// What this version cannot read counts as such: in doubt the person comes before the count.
func (c *Change) personal(kinds *Kinds) bool {
	if c.MinReader > SchemaVersion || c.Erased {
		return true
	}
	if c.Op == OpAdd && kinds.PersonalItem(c.Item) {
		return true
	}
	for _, w := range c.Writes {
		if c.Op == OpAdd && slices.Contains(kinds.wordsIn[c.Item], w.Field) || c.Op != OpAdd && kinds.Personal(c.Kind, w.Field) {
			return true
		}
	}
	return false
}

// names tells whether the change says that its entity is somebody's of whom is says so.
func (c *Change) names(kinds *Kinds, is func(ID) (bool, error)) (bool, error) {
	whose := kinds.Whose(c.Kind)
	if whose == 0 || c.Op != OpSet {
		return false, nil
	}
	for _, w := range c.Writes {
		if w.Field == whose {
			return anyOf(w.Value, is)
		}
	}
	return false, nil
}

// anyOf tells whether something holds of an id, or of one of several.
func anyOf(v Value, is func(ID) (bool, error)) (bool, error) {
	for _, id := range append(v.IDs(), v.ID()) {
		if id.IsZero() {
			continue
		}
		if yes, err := is(id); yes || err != nil {
			return yes, err
		}
	}
	return false, nil
}

// Limits on one change, so that a hostile or broken one cannot take the memory.
const (
	MaxText   = 100_000 // bytes of one text
	MaxWrites = 256     // fields of one change
	MaxList   = 10_000  // entries of one list, and versions named by one write
)

// Validate checks the form of a change, as every reader must before it applies one from elsewhere.
// It returns an Invalid error that names what is wrong.
func (c *Change) Validate(kinds *Kinds) error {
	class, known := kinds.Class(c.Kind)
	switch {
	case c.Seq == 0, c.Time == 0, c.Time > latest, c.Entity.IsZero(), c.Kind == 0:
		return fault.New(fault.Invalid, "change-form", "part", "header")
	case known && class != c.Stream.Scope.Class:
		return fault.New(fault.Invalid, "change-form", "part", "class")
	case c.Op != OpSet && c.Op != OpAdd && c.MinReader <= SchemaVersion:
		return fault.New(fault.Invalid, "change-form", "part", "operation")
	case len(c.Writes) > MaxWrites:
		return fault.New(fault.Invalid, "change-form", "part", "size")
	}
	for i, w := range c.Writes {
		if i > 0 && c.Writes[i-1].Field >= w.Field {
			return fault.New(fault.Invalid, "change-form", "part", "order")
		}
		if len(w.Base) > MaxList || !w.Value.within() {
			return fault.New(fault.Invalid, "change-form", "part", "size")
		}
		if c.Op == OpSet && known && !kinds.Mixed(c.Kind) && kinds.Personal(c.Kind, w.Field) != kinds.Personal(c.Kind, c.Writes[0].Field) {
			return fault.New(fault.Invalid, "change-form", "part", "personal")
		}
	}
	return nil
}

func (v Value) within() bool {
	if len(v.s) > MaxText || len(v.list) > MaxList {
		return false
	}
	for _, e := range v.list {
		if e.kind == ListValue || !e.within() {
			return false
		}
	}
	return true
}

package journal

import "leerbalie/model/fault"

// Storage is where a store keeps journal and state while changes are applied, within one transaction.
type Storage interface {
	// Kinds is the list of the kinds of entity that this program knows.
	Kinds() *Kinds
	// Head is the sequence number of the last change of a stream that was applied; 0 for an unknown stream.
	Head(Stream) (uint64, error)
	// Append adds a change to the journal as its stream's new head.
	Append(*Change) error
	// Pend keeps a change that came before one it has to follow; Pended takes the given one out again, or returns nil.
	Pend(*Change) error
	Pended(Stream, uint64) (*Change, error)
	// Clock is the last moment of the logical clock; SetClock keeps a later one.
	Clock() (Logical, error)
	SetClock(Logical) error
	// Record is the state of an entity, nil when there is none. The caller may alter it and hand it to PutRecord.
	Record(Kind, ID) (*Record, error)
	PutRecord(*Record) error
	// Items are the entity's items in ascending order of stamp. PutItem adds one, or replaces the one with its stamp.
	Items(Kind, ID) ([]Item, error)
	PutItem(Kind, ID, Item) error
	// Erased tells whether an entity stands on the erase list.
	Erased(ID) (bool, error)
	// Change is a change in the journal.
	Change(Stream, uint64) (*Change, error)
	// Forget replaces the payload of a change in the journal by its hash; ForgetPending does so for every change on
	// an entity that waits, for whatever reason, and holds what an erasure takes (see Change.Takes), and leaves nothing of the entity
	// in what this machine keeps for itself. EachWaiting visits what waits.
	Forget(Stream, uint64) error
	ForgetPending(ID) error
	EachWaiting(func(*Change) error) error
	// Each visits the records of a kind.
	Each(Kind, func(*Record) error) error
}

// Outcome tells what became of a change that arrived.
type Outcome uint8

// What can become of a change that arrives.
const (
	Applied Outcome = iota // it is in the journal and in the state
	Known                  // it was there already
	Waiting                // it is kept until the changes before it arrive
)

// Receive takes in a change from elsewhere: known ones are passed over, one that leaves a gap waits, and whatever
// waited for it follows. The state after it depends on which changes arrived, not on their order.
func Receive(s Storage, c *Change) (Outcome, error) {
	if err := c.Validate(s.Kinds()); err != nil {
		return Waiting, err
	}
	head, err := s.Head(c.Stream)
	if err != nil {
		return Waiting, err
	}
	switch {
	case c.Seq <= head:
		return Known, nil
	case c.Seq > head+1:
		return Waiting, pend(s, c)
	}
	for c != nil {
		if err := admit(s, c); err != nil {
			return Waiting, err
		}
		if c, err = s.Pended(c.Stream, c.Seq+1); err != nil {
			return Waiting, err
		}
	}
	return Applied, nil
}

// pend keeps a change for later; should its entity have been erased, without its words.
func pend(s Storage, c *Change) error {
	if err := s.Pend(c); err != nil {
		return err
	}
	return ForgetWaiting(s, c)
}

// admit merges the clock, then writes the change to the journal and to the state.
func admit(s Storage, c *Change) error {
	last, err := s.Clock()
	if err != nil {
		return err
	}
	if err := s.SetClock(last.Seen(c.Time)); err != nil {
		return err
	}
	if err := s.Append(c); err != nil {
		return err
	}
	return Apply(s, c)
}

// Apply writes a change, which is in the journal already, to the state. A rebuild calls it for every change again.
func Apply(s Storage, c *Change) error {
	rec, err := s.Record(c.Kind, c.Entity)
	if err != nil {
		return err
	}
	if rec == nil {
		rec = &Record{Kind: c.Kind, ID: c.Entity, Class: c.Stream.Scope.Class, Part: c.Stream.Scope.Part}
		if c.Kind != KindErasure { // one that was there when it was erased says so itself
			if rec.Erased, err = s.Erased(c.Entity); err != nil {
				return err
			}
		}
	}
	if rec.Scope() != c.Stream.Scope {
		return fault.New(fault.Invalid, "change-form", "part", "scope")
	}
	if c.MinReader > SchemaVersion {
		rec.MinReader = max(rec.MinReader, c.MinReader)
	}
	it := Item{Stamp: c.Stamp(), Wall: c.Wall, Kind: c.Item, Actor: c.Actor, Responsible: c.Responsible}
	switch {
	case rec.Erased && c.personal(s.Kinds()):
		it.Erased = true
		rec.arrived(it.Stamp)
		if err := s.Forget(c.Stream, c.Seq); err != nil {
			return err
		}
	case c.Erased:
		it.Erased = true
		rec.arrived(it.Stamp)
	case c.MinReader > SchemaVersion:
		rec.arrived(it.Stamp)
	case c.Op == OpSet:
		if err := set(s, rec, c); err != nil {
			return err
		}
	default:
		it.Fields = c.Fields()
	}
	if err := s.PutItem(c.Kind, c.Entity, it); err != nil {
		return err
	}
	if err := s.PutRecord(rec); err != nil {
		return err
	}
	if c.Kind == KindErasure && c.Item == ItemErase {
		return scrub(s, c.Entity)
	}
	if rec.Erased {
		return nil
	}
	if named, err := c.names(s.Kinds(), s.Erased); err != nil || !named {
		return err
	}
	return scrubEntity(s, c.Kind, c.Entity)
}

func set(s Storage, rec *Record, c *Change) error {
	if len(rec.Registers) == 0 {
		rec.Registers = make([]Register, 0, len(c.Writes)+2) // the personal ones, which come in a change of their own, are few
	}
	rec.room(c.Writes)
	seen := func(st Stamp) (bool, error) {
		head, err := s.Head(Stream{st.Replica, c.Stream.Scope})
		return st.Seq <= head, err
	}
	whose := s.Kinds().Whose(c.Kind)
	for _, w := range c.Writes {
		if w.Field == whose {
			w.Base = nil // whose it is, it stays: nobody gets out of an erasure by another name
		}
		if err := rec.write(c.Stamp(), w, seen); err != nil {
			return err
		}
	}
	return nil
}

package store

import (
	"bytes"
	"slices"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// projection is one thing that is worked out from entities and kept beside them. Settling keeps it up to date, a check works
// it out again and compares, a rebuild makes it anew: all three go through the list below. A new one is a value in a file of
// its own, and a name in that list; derivedVersion rises with it. It has one of entries, counts and words.
type projection struct {
	name  string         // how a check calls it
	kinds []journal.Kind // the kinds of entity that it is worked out from

	// entries appends what an entity has in bucket, under keys that no other entity has.
	entries func(now *state, to []entry) []entry
	bucket  []byte
	named   bool                      // the keys end in an id, and are looked up before they are in their bucket
	known   func(value []byte) []byte // a value without what a later version added at its end; nil: it has no such end

	// counts appends the keys of bucketCount under which an entity counts for one.
	counts func(now *state, to [][]byte) [][]byte

	// words are what an entity is found by, in bucketToken; what changed waits in bucketUnindexed until it is indexed.
	words *wording
}

// wording is the words of a kind of entity in the index of words.
type wording struct {
	// kept is an entity as it stands on disk, with no more than of asks for; nil: there is none.
	kept func(t *tx, site, id journal.ID) (*state, error)
	// of is what an entity is found by; ok is false for one that is not to be found.
	of func(t *tx, now *state) (words []string, ok bool, err error)
	// changed marks whatever has to be indexed anew, or leaves the index at once, since an entity changed; was is nil for a
	// new one.
	changed func(t *tx, was, now *state) error
}

// derivation is all that is worked out from entities, and the version of it. Files say which version worked out what they
// hold, and what another one worked out is made anew when they are opened.
type derivation struct {
	version uint64
	all     []projection
	batch   int // how many changes a rebuild replays in one transaction, which holds what it writes in memory
}

// derivedBefore is raised whenever the same journal comes to other derived data: a new projection, another key or value of one, other
// words or another order of lists.
const derivedBefore = 4

// derivedVersion is the version of what this program derives. A field that comes into the rows of lists raises it by itself.
func derivedVersion() uint64 { return derivedBefore + uint64(len(desk.LaterInRows())) }

// present is what this program derives.
func present() derivation {
	return derivation{version: derivedVersion(), batch: 10_000, all: []projection{
		requestRows(), requestLists(), requestNumbers(), requestSources(), requestsOfResident(), requestsLinked(), messages(), requestCounts(),
		requestWords(), residentList(), residentsMerged(), residentWords(), conflicts(), eraseList(),
	}}
}

// of visits the projections of a kind of entity.
func (d derivation) of(k journal.Kind, visit func(p *projection) error) error {
	for i := range d.all {
		if p := &d.all[i]; slices.Contains(p.kinds, k) {
			if err := visit(p); err != nil {
				return err
			}
		}
	}
	return nil
}

// wording is the words of a kind, nil for one that is not found by words.
func (d derivation) wording(k journal.Kind) *wording {
	for i := range d.all {
		if p := &d.all[i]; p.words != nil && slices.Contains(p.kinds, k) {
			return p.words
		}
	}
	return nil
}

// entry is one key of a bucket with its value.
type entry struct{ key, value []byte }

func (e entry) equal(o entry) bool { return bytes.Equal(e.key, o.key) && bytes.Equal(e.value, o.value) }

// state is one entity at one moment, as projections see it. What it is read as is worked out once, when asked for.
type state struct {
	rec   *journal.Record
	from  itemSource     // of its items; nil: they are in list
	list  []journal.Item // in order
	err   error          // of reading the items: what was worked out without them counts for nothing
	asked *desk.Request
	row   *desk.RequestRow
	human *desk.Resident
	room  desk.RequestRow // for the row
}

// itemSource is where the items of an entity are.
type itemSource interface {
	Items(journal.Kind, journal.ID) ([]journal.Item, error)
}

// items are its items, in order.
func (s *state) items() []journal.Item {
	if s.from != nil {
		var err error
		if s.list, err = s.from.Items(s.rec.Kind, s.rec.ID); err != nil {
			s.err = err
			return nil
		}
		s.from = nil
	}
	return s.list
}

// request is what lists show of it, for a request.
func (s *state) request() *desk.RequestRow {
	if s.row == nil {
		s.room = s.whole().Row()
		s.row = &s.room
	}
	return s.row
}

// whole is the request with all that was done about it.
func (s *state) whole() *desk.Request {
	if s.asked == nil {
		s.asked = desk.RequestOf(s.rec, s.items())
	}
	return s.asked
}

// resident is the resident that it is.
func (s *state) resident() *desk.Resident {
	if s.human == nil {
		r := desk.ResidentOf(s.rec)
		s.human = &r
	}
	return s.human
}

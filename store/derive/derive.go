// Package derive is what a store works out from entities and keeps beside them: one list of projections, a file for those of each kind.
package derive

import (
	"bytes"
	"slices"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/store/disk"
)

// Projection is one thing that is worked out from entities and kept beside them. Settling keeps it up to date, a check works
// it out again and compares, a rebuild makes it anew: all three go through the list below. A new one is a value in a file of
// its own, and a name in that list; Version rises with it. It has one of entries, counts, words and figures.
type Projection struct {
	Name  string         // how a check calls it
	Kinds []journal.Kind // the kinds of entity that it is worked out from

	// Entries appends what an entity has in Bucket, under keys that no other entity has.
	Entries func(now *State, to []Entry) []Entry
	Bucket  []byte
	Named   bool                      // the keys end in an id, and are looked up before they are in their bucket
	Known   func(value []byte) []byte // a value without what a later version added at its end; nil: it has no such end

	// Counts appends the keys of bucketCount under which an entity counts for one.
	Counts func(now *State, to [][]byte) [][]byte

	// Figures are what an entity counts for over time, in bucketFigure.
	Figures *Figures

	// Words are what an entity is found by, in bucketToken; what changed waits in bucketUnindexed until it is indexed.
	Words *Wording
}

// Wording is the words of a kind of entity in the index of words.
type Wording struct {
	// Kept is an entity as it stands on disk, with no more than Of asks for; nil: there is none.
	Kept func(t Reader, site, id journal.ID) (*State, error)
	// Of is what an entity is found by; ok is false for one that is not to be found.
	Of func(t Reader, now *State) (words []string, ok bool, err error)
	// Changed marks whatever has to be indexed anew, or leaves the index at once, since an entity changed; was is nil for a
	// new one.
	Changed func(t Reader, was, now *State) error
	// Mark is what stands with the mark of one that has to be indexed anew; nil: nothing does.
	Mark func(now *State) []byte
}

// Follow brings words or figures from what an entity was to what it is now; was is nil for a new one.
func (p *Projection) Follow(t Reader, cells *Cells, was, now *State) error {
	if p.Figures != nil {
		return p.Figures.Follow(t, cells, was, now)
	}
	return p.Words.Changed(t, was, now)
}

// Reader is what a projection asks of a transaction.
type Reader interface {
	Disk() *disk.Tx
	Record(journal.Kind, journal.ID) (*journal.Record, error)
	Items
	// KeptRow is what lists show of a request; ok is false where there is none.
	KeptRow(site, id journal.ID) (row desk.RequestRow, ok bool, err error)
	// NameOf is the name of a resident, "" for nobody.
	NameOf(resident journal.ID) (string, error)
	// EachBelow visits the ids at the end of the keys of the index that begin in a way.
	EachBelow(prefix []byte, visit func(journal.ID) error) error
	// WriteHeld puts entries that the transaction holds back into their buckets.
	WriteHeld() error
}

// WordsOf is the part of the index of words that holds one kind at one site.
func WordsOf(k journal.Kind, site journal.ID) []byte {
	return append(append(make([]byte, 0, 17), byte(k)), site[:]...)
}

// Derivation is all that is worked out from entities, and the version of it. Files say which version worked out what they
// hold, and what another one worked out is made anew when they are opened.
type Derivation struct {
	Version uint64
	All     []Projection
	Batch   int // how many changes a rebuild replays in one transaction, which holds what it writes in memory
}

// Before is raised whenever the same journal comes to other derived data: a new projection, another key or value of one, other
// words or another order of lists.
const Before = 11

// Version is the version of what this program derives. A field that comes into the rows of lists raises it by itself.
func Version() uint64 { return Before + uint64(len(desk.LaterInRows())) }

// Present is what this program derives.
func Present() Derivation {
	return Derivation{Version: Version(), Batch: 10_000, All: []Projection{
		requestRows(), requestLists(), requestNumbers(), requestSources(), requestsOfResident(), requestsLinked(), requestsJoined(), messages(), onPeople(), minutes(), referrals(), requestCounts(),
		requestFigures(), residentFigures(),
		requestWords(), residentList(), residentsMerged(), residentWords(), conflicts(), eraseList(),
	}}
}

// Of visits the projections of a kind of entity.
func (d Derivation) Of(k journal.Kind, visit func(p *Projection) error) error {
	for i := range d.All {
		if p := &d.All[i]; slices.Contains(p.Kinds, k) {
			if err := visit(p); err != nil {
				return err
			}
		}
	}
	return nil
}

// Wording is the words of a kind, nil for one that is not found by words.
func (d Derivation) Wording(k journal.Kind) *Wording {
	for i := range d.All {
		if p := &d.All[i]; p.Words != nil && slices.Contains(p.Kinds, k) {
			return p.Words
		}
	}
	return nil
}

// Entry is one key of a bucket with its value.
type Entry struct{ Key, Value []byte }

// Equal tells whether two entries are the same.
func (e Entry) Equal(o Entry) bool { return bytes.Equal(e.Key, o.Key) && bytes.Equal(e.Value, o.Value) }

// State is one entity at one moment, as projections see it. What it is read as is worked out once, when asked for.
type State struct {
	Rec     *journal.Record
	From    Items          // of its items; nil: they are in List
	List    []journal.Item // in order
	Err     error          // of reading the items: what was worked out without them counts for nothing
	asked   *desk.Request
	row     *desk.RequestRow
	human   *desk.Resident
	further *string         // words of a request that its row has not
	room    desk.RequestRow // for the row
}

// Items is where the items of an entity are.
type Items interface {
	Items(journal.Kind, journal.ID) ([]journal.Item, error)
}

// items are its items, in order.
func (s *State) items() []journal.Item {
	if s.From != nil {
		var err error
		if s.List, err = s.From.Items(s.Rec.Kind, s.Rec.ID); err != nil {
			s.Err = err
			return nil
		}
		s.From = nil
	}
	return s.List
}

// request is what lists show of it, for a request.
func (s *State) request() *desk.RequestRow {
	if s.row == nil {
		s.room = s.whole().Row()
		s.row = &s.room
	}
	return s.row
}

// whole is the request with all that was done about it.
func (s *State) whole() *desk.Request {
	if s.asked == nil {
		s.asked = desk.RequestOf(s.Rec, s.items())
	}
	return s.asked
}

// resident is the resident that it is.
func (s *State) resident() *desk.Resident {
	if s.human == nil {
		r := desk.ResidentOf(s.Rec)
		s.human = &r
	}
	return s.human
}

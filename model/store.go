package model

import (
	"context"
	"time"

	"leerbalie/model/journal"
)

// Backend is a store as the program's own code sees it, without clearance. Nobody but Session and main holds one: what a
// screen or a command gets is a Session.
//
// No transaction outlives the function it is handed to, and nothing a Tx returned may be altered by the caller.
type Backend interface {
	// Read runs fn on one consistent state of the store.
	Read(ctx context.Context, fn func(Tx) error) error
	// Write runs fn in a transaction that is durable when Write returns nil, and void when it does not. Several
	// callers may share one commit. Errors: whatever fn returned; Full, ReadOnly or Damaged from the disk.
	Write(ctx context.Context, fn func(WriteTx) error) error
	// Watch tells of every commit after it, until stop is called. A reader that is slow gets several as one.
	Watch() (news <-chan News, stop func())
	// Replica is the name of this copy of the store, Tag the two characters its numbers carry.
	Replica() journal.Replica
	Tag() string
	// Holder is the person whose store it is, the only one who acts in it; zero for a store that several people share.
	Holder(ctx context.Context) (journal.ID, error)
	// Remarks are what opening the store showed and whoever works with it has to know; it is said once.
	Remarks() []error
	// IndexWords enters what is new into the index of words at once, which happens by itself a moment later.
	IndexWords(ctx context.Context) error
	// Compact leaves nothing of what was erased in free places of the file. Wiping tells whether that is still owed.
	Compact(ctx context.Context) error
	Wiping(ctx context.Context) (Wiping, error)
	// Backup writes a copy of the whole store to a new file, and checks it. Progress may be nil. Errors: Conflict when there is
	// a file already; Full; Damaged when the copy is not sound.
	Backup(ctx context.Context, path string, progress func(done, total int64)) error
	Local
}

// Tx is a consistent state of the store, for reading.
type Tx interface {
	// Kinds is the list of the kinds of entity.
	Kinds() *journal.Kinds
	// Own is the store's own transaction, however it is wrapped here: it answers more questions than these, which each room
	// asks for itself.
	Own() any
	Record(journal.Kind, journal.ID) (*journal.Record, error)
	Items(journal.Kind, journal.ID) ([]journal.Item, error)
	// ItemsMark tells whether an entity's items are still the same ones, without reading them; 0 when there are none.
	ItemsMark(journal.Kind, journal.ID) (uint64, error)
	Change(journal.Stream, uint64) (*journal.Change, error)
	// Clock is the last moment of the journal.
	Clock() (journal.Logical, error)
	// Each visits the records of a kind in ascending order of id. Use it for kinds of which there are few.
	Each(journal.Kind, func(*journal.Record) error) error
}

// WriteTx is a transaction that writes.
type WriteTx interface {
	Tx
	journal.Storage
	// Followers are told what happens; see Doing.Tell.
	Followers() []Follower
	// Emit gives a new change of this replica its stream position, time and journal entry, and applies it.
	Emit(c *journal.Change) error
	// Now is the wall clock at the start of the transaction, or the journal's last moment where the clock is far ahead of that
	// (journal.Believe); Wall is what the clock said. NewID makes an id for a moment.
	Now() time.Time
	Wall() time.Time
	// TrustClock takes the wall clock as it is for the rest of the transaction: somebody says that it is right.
	TrustClock()
	NewID(at time.Time) (journal.ID, error)
	// Txn is the local number of this transaction.
	Txn() (uint64, error)
	// Replica is the name of this copy of the store, Tag the two characters its numbers carry.
	Replica() journal.Replica
	Tag() string
	// NextNumber counts the numbers that this replica gave out at a site, from 1.
	NextNumber(site journal.ID) (uint64, error)
	// Setting and KeepSetting are a preference of this machine, as Local has them, within the transaction.
	Setting(key string) (string, error)
	KeepSetting(key, value string) error
	// ForgetDraft removes somebody's draft, with what else the transaction writes.
	ForgetDraft(owner journal.ID, key string) error
	// Changes counts what has been written in this transaction, numbers given out among it.
	Changes() int
}

// News tells what a commit touched.
type News struct {
	Kinds map[journal.Kind]bool
}

// Wiping is what an erasure leaves to be done: the words of who was erased can stand in free places of the file until all is
// written anew.
type Wiping struct {
	Owed   bool  // it has still to be done
	Done   bool  // it was owed when this store was opened, and is done
	Places int   // where it is owed, how many free places there are
	Room   int64 // how many bytes have to be free on the disk for it
	Names  int   // other names of the file (hard links), under which nothing is ever wiped
	Left   int   // those of the file as it was before it was written anew, in which the words stand still
}

// Megabytes is Room in whole megabytes, rounded up.
func (w Wiping) Megabytes() int64 { return (w.Room + 999_999) / 1_000_000 }

// Local is what one machine keeps for itself and never shares.
type Local interface {
	SaveDraft(ctx context.Context, d Draft) error
	DropDraft(ctx context.Context, owner journal.ID, key string) error
	Drafts(ctx context.Context, owner journal.ID) ([]Draft, error)
	// Setting keeps a preference on this machine, of the machine or of one person; "" when there is none.
	Setting(ctx context.Context, key string) (string, error)
	SetSetting(ctx context.Context, key, value string) error
	// AlterSetting makes a setting what alter gives for what it is, in one step: nobody else alters it between. alter may be
	// called more than once.
	AlterSetting(ctx context.Context, key string, alter func(was string) string) error
}

// Draft is what somebody typed and has not sent yet.
type Draft struct {
	Owner   journal.ID // the Person who typed it
	Key     string     // where it belongs: screen, field and entity
	About   journal.ID // the entity it is about, so that an erasure reaches it; may be zero
	Text    string
	SavedAt time.Time
}

package model

import (
	"context"
	"time"
)

// Backend is a store as the program's own code sees it, without clearance. Nobody but View and main holds one: what a
// screen or a command gets is a View.
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
	Replica() Replica
	Tag() string
	// Fold enters what is new into the index of words at once, which happens by itself a moment later.
	Fold(ctx context.Context) error
	// Compact leaves nothing of what was erased in free places of the file.
	Compact(ctx context.Context) error
	Local
}

// Tx is a consistent state of the store, for reading.
type Tx interface {
	Record(Kind, ID) (*Record, error)
	Items(Kind, ID) ([]Item, error)
	// ItemsMark tells whether an entity's items are still the same ones, without reading them; 0 when there are none.
	ItemsMark(Kind, ID) (uint64, error)
	Change(Stream, uint64) (*Change, error)
	// Each visits the records of a kind in ascending order of id. Use it for kinds of which there are few.
	Each(Kind, func(*Record) error) error
	// Row is what lists show of a request; ok is false for an unknown one.
	Row(site, id ID) (row RequestRow, ok bool, err error)
	// Page is a stretch of one list of one site.
	Page(PageQuery) (Page, error)
	Counts(site ID) (Counts, error)
	// ByNumber and BySource find a request by its number, or by the id it had where it was imported from; zero when absent.
	ByNumber(number string) (ID, error)
	BySource(site ID, source string) (ID, error)
	// Search finds rows of a site, newest first whatever the query's Order; Residents finds residents of a site by words, all when there are none.
	Search(ctx context.Context, q SearchQuery) ([]RequestRow, error)
	Residents(ctx context.Context, site ID, text string, limit int) ([]Resident, error)
	// EachResident visits every resident of a site, archived, erased and merged ones among them, newest first.
	EachResident(site ID, visit func(Resident) error) error
	// RequestsOf are the requests of a resident and of those merged into it, newest first.
	RequestsOf(site, resident ID) ([]RequestRow, error)
	// MergedResidents are the residents that were merged into one.
	MergedResidents(site, resident ID) ([]ID, error)
	// Linked are the requests that were merged into a request, or split from it.
	Linked(site, request ID) ([]RequestRow, error)
}

// WriteTx is a transaction that writes.
type WriteTx interface {
	Tx
	Shelf
	// Followers are told what happens; see Doing.Tell.
	Followers() []Follower
	// Emit gives a new change of this replica its stream position, time and journal entry, and applies it.
	Emit(c *Change) error
	// Now is the wall clock at the start of the transaction; NewID makes an id for a moment.
	Now() time.Time
	NewID(at time.Time) (ID, error)
	// Txn is the local number of this transaction.
	Txn() (uint64, error)
	// Replica is the name of this copy of the store, Tag the two characters its numbers carry.
	Replica() Replica
	Tag() string
	// NextNumber counts the numbers that this replica gave out at a site, from 1.
	NextNumber(site ID) (uint64, error)
	// Changes counts what has been written in this transaction, numbers given out among it.
	Changes() int
}

// PageQuery asks for a stretch of a list.
type PageQuery struct {
	Site  ID
	View  QueueView
	From  string // the Key of a row, whether or not it still stands in the list; "" is the list's beginning, or its end with Back
	Back  bool   // the rows before From instead of those from From on
	Limit int    // rows at most; 0 is all
}

// Page is a stretch of a list, in the list's order.
type Page struct {
	Rows []RequestRow
	More bool // the list goes on in the direction that was asked for
}

// Counts are the sizes of a site's lists.
type Counts struct {
	Waiting, Claimed, Parked, Closed int
	Longest                          time.Time // since when the one that waits longest has been waiting; zero: nobody waits
}

// News tells what a commit touched.
type News struct {
	Kinds map[Kind]bool
}

// Local is what one machine keeps for itself and never shares.
type Local interface {
	SaveDraft(ctx context.Context, d Draft) error
	DropDraft(ctx context.Context, owner ID, key string) error
	Drafts(ctx context.Context, owner ID) ([]Draft, error)
	// Setting keeps a preference of this machine, such as the language; "" when there is none.
	Setting(ctx context.Context, key string) (string, error)
	SetSetting(ctx context.Context, key, value string) error
}

// Draft is what somebody typed and has not sent yet.
type Draft struct {
	Owner   ID     // the Person who typed it
	Key     string // where it belongs: screen, field and entity
	About   ID     // the entity it is about, so that an erasure reaches it; may be zero
	Text    string
	SavedAt time.Time
}

package desk

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Index is what a store keeps ready for the desk: lists of requests, their sizes, and the ways to find one. Every Tx of a
// store answers these questions as well; IndexOf asks it to.
type Index interface {
	model.Tx
	// Row is what lists show of a request; ok is false for an unknown one.
	Row(site, id journal.ID) (row RequestRow, ok bool, err error)
	// Page is a stretch of one list of one site.
	Page(PageQuery) (Page, error)
	Counts(site journal.ID) (Counts, error)
	// ByNumber and BySource find a request by its number, or by the id it had where it was imported from; zero when absent.
	ByNumber(number string) (journal.ID, error)
	BySource(site journal.ID, source string) (journal.ID, error)
	// FindRequests finds rows of a site, newest first whatever the query's Order; Residents finds residents of a site by words, all when there are none.
	Search(ctx context.Context, q SearchQuery) ([]RequestRow, error)
	Residents(ctx context.Context, site journal.ID, q ResidentQuery) ([]Resident, error)
	// Having is those of some rows of a site that have the words of a query, in their order; Searched is all that searching looks
	// at in one, as plain.Searched makes it.
	Having(ctx context.Context, q SearchQuery, rows []RequestRow) ([]RequestRow, error)
	Searched(row *RequestRow) (string, error)
	// EachResident visits every resident of a site, archived, erased and merged ones among them, newest first.
	EachResident(site journal.ID, visit func(Resident) error) error
	// RequestsOf are the requests of a resident and of those merged into it, newest first; with asked those that they ask for others.
	RequestsOf(site, resident journal.ID, asked bool) ([]RequestRow, error)
	// MergedResidents are the residents that were merged into one, also through others.
	MergedResidents(site, resident journal.ID) ([]journal.ID, error)
	// Linked are the requests that were merged into a request, or split from it.
	Linked(site, request journal.ID) ([]RequestRow, error)
	// Joined are the requests that were merged into one, and not into something else since.
	Joined(site, request journal.ID) ([]journal.ID, error)
	// EachChange visits the changes of the journal, and those that wait for others, in an order that stays: from where an earlier
	// visit ended ("" is the beginning), about limit of them. next is "" when all were visited.
	EachChange(from string, limit int, visit func(*journal.Change) error) (next string, err error)
	// EachDraft and EachSetting visit what this machine keeps for itself, of everybody.
	EachDraft(visit func(model.Draft) error) error
	EachSetting(visit func(key, value string) error) error
	// Messages are the places of the messages that wait for somebody, oldest first, at whatever site.
	Messages(whom journal.ID) ([]MessagePlace, error)
	// Mine are the places of what is on somebody, see Request.OnPeople, by site and then in the order in which requests came in;
	// MinutesOn those on which somebody spent minutes on a day, counted from 1970.
	Mine(whom journal.ID) ([]MinePlace, error)
	MinutesOn(whom journal.ID, day int64) ([]MinePlace, error)
}

// ResidentQuery asks for residents of a site.
type ResidentQuery struct {
	Text   string
	Nearly bool // words that are nearly those count as well
	Limit  int  // 0 is all
}

// Terms are what the query's words mean.
func (q ResidentQuery) Terms() plain.Terms {
	return SearchQuery{Text: q.Text, Nearly: q.Nearly}.Terms()
}

// IndexOf is a transaction as the desk asks it. Both stores are held to it by their conformance suite.
func IndexOf(tx model.Tx) Index { return tx.Own().(Index) }

// PageQuery asks for a stretch of a list.
type PageQuery struct {
	Site  journal.ID
	View  QueueView
	From  string // the Key of a row, whether or not it still stands in the list; "" is the list's beginning, or its end with Back
	Back  bool   // the rows before From instead of those from From on
	Limit int    // rows at most; 0 is all
	// Residents fills in the residents' names, and notes that this person looked at them; ReadPage alone heeds it.
	Residents bool
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

package desk

import (
	"encoding/binary"
	"slices"
	"sync"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// RequestRow is what a list shows of a request, kept beside it so that a list reads nothing else.
type RequestRow struct {
	ID           journal.ID
	Site         journal.ID
	Number       string
	Summary      string
	Urgency      model.Urgency
	Supervision  model.Supervision
	Status       Status
	Channel      string
	Theme        string
	LifeDomain   string
	Language     string
	Resident     journal.ID
	ResidentName string // filled in where the list was asked for it
	Holder       []journal.ID
	HolderNames  []string // the holders' names; filled in when it is read for a session
	Created      time.Time
	ClosedAt     time.Time
	Outcome      string
	WhereFound   string
	Minutes      int
	Source       string
	Contested    bool
	OpenEnds     int // open tasks and referrals
	Archived     bool
	Linked       journal.ID // the request it was merged into, or split from
	Due          time.Time  // when somebody has to do something next; zero: never
	MergedInto   string     // the number of the one that goes on, and those of the ones that lead to this one; where it was read with them
	MergedFrom   []string
	ClaimedAt    time.Time // see Clocks.Claimed
	Parked       int       // minutes, see Clocks; ParkedFirst is Clocks.Before
	ParkedFirst  int
	Key          string // its place in the list it was read from; see PageQuery
}

// Row is what a list shows of the request.
func (r *Request) Row() RequestRow {
	row := RequestRow{
		ID: r.ID, Site: r.Site, Number: r.Number, Status: r.Status, Resident: r.Resident, Holder: r.Holder(), Created: r.Created, Minutes: r.Minutes,
		Source: r.Source, Contested: r.Contested(), OpenEnds: r.OpenTasks() + r.OpenReferrals(), Archived: r.Archived,
	}
	for i := range requestFields() {
		if f := &requestFields()[i]; f.Listed != nil {
			f.Listed.Put(&row, f.Get(r))
		}
	}
	row.Linked, row.Due = r.Origin, r.Due()
	c := r.Clocks()
	row.ClaimedAt, row.Parked, row.ParkedFirst = c.Claimed, c.Parked, c.Before
	if r.Merged != nil {
		row.Linked, row.MergedInto = r.Merged.Into, r.Merged.On
	}
	for _, o := range r.Joined {
		row.MergedFrom = append(row.MergedFrom, o.Number)
	}
	if r.Closed != nil {
		row.ClosedAt = r.Closed.At
		for i := range closingFields() {
			if f := &closingFields()[i]; f.Listed != nil {
				f.Listed.Put(&row, f.Get(r.Closed))
			}
		}
	}
	return row
}

// RowField is how lists hold a field of a request: as a text.
type RowField struct {
	Name    string // of the field
	Closing bool   // it is told by the closing
	Later   bool   // kept at the end of a row on disk, where fields stand that came after the first version
	Get     func(*RequestRow) string
	Put     func(*RequestRow, journal.Value)
}

func inRow[T ~string](at func(*RequestRow) *T) *RowField {
	return &RowField{Get: func(r *RequestRow) string { return string(*at(r)) }, Put: func(r *RequestRow, v journal.Value) { *at(r) = T(v.Text()) }}
}

func laterInRow[T ~string](at func(*RequestRow) *T) *RowField {
	f := inRow(at)
	f.Later = true
	return f
}

// RowFields are the fields that lists hold, in the order in which scripts and files have them.
func RowFields() []RowField { return rowFields() }

var rowFields = sync.OnceValue(func() (out []RowField) {
	add := func(f *RowField, name string, closing bool) {
		if f != nil {
			out = append(out, RowField{name, closing, f.Later, f.Get, f.Put})
		}
	}
	for _, f := range RequestFields() {
		add(f.Listed, f.Name, false)
	}
	for _, f := range ClosingFields() {
		add(f.Listed, f.Name, true)
	}
	return out
})

// LaterInRows are the fields that came into rows after the first version, in the order in which rows on disk end with them.
func LaterInRows() []RowField { return laterInRows() }

var laterInRows = sync.OnceValue(func() []RowField {
	return slices.DeleteFunc(slices.Clone(rowFields()), func(f RowField) bool { return !f.Later })
})

// QueueView names a list of requests with its own order.
type QueueView byte

// The lists. The waiting, claimed and parked ones stand in queue order: by urgency, then the longest waiting first.
// The others stand newest first: open by when it came in, closed by when it was closed, all by when it came in.
const (
	ViewWaiting QueueView = 'w'
	ViewClaimed QueueView = 'c'
	ViewParked  QueueView = 'p'
	ViewOpen    QueueView = 'o'
	ViewClosed  QueueView = 'x'
	ViewAll     QueueView = 'a'
	ViewDue     QueueView = 'd' // with a task or follow-up date, the earliest first
	ViewAway    QueueView = 'y' // taken away: in no other list
)

// Place is a row's place in one list; Keys within a list ascend in the list's order.
type Place struct {
	View QueueView
	Key  string // order ‖ id
}

// Places is where a row stands in the lists of its site; one that was taken away stands in the list of those alone.
func (r *RequestRow) Places() []Place {
	created := r.Created.UnixMilli()
	if r.Archived {
		return []Place{{ViewAway, placeKey(-1, -created, r.ID)}}
	}
	places := make([]Place, 0, 4)
	switch r.Status {
	case StatusClosed:
		if r.IsMerged() { // it is part of another, and stands there
			break
		}
		places = append(places, Place{ViewClosed, placeKey(-1, -r.ClosedAt.UnixMilli(), r.ID)})
	case StatusClaimed:
		places = append(places, Place{ViewClaimed, placeKey(int(r.Urgency.Rank()), created, r.ID)})
	case StatusParked:
		places = append(places, Place{ViewParked, placeKey(int(r.Urgency.Rank()), created, r.ID)})
	default:
		places = append(places, Place{ViewWaiting, placeKey(int(r.Urgency.Rank()), created, r.ID)})
	}
	if r.Status != StatusClosed {
		places = append(places, Place{ViewOpen, placeKey(-1, -created, r.ID)})
	}
	if !r.Due.IsZero() {
		places = append(places, Place{ViewDue, placeKey(-1, r.Due.UnixMilli(), r.ID)})
	}
	return append(places, Place{ViewAll, placeKey(-1, -created, r.ID)})
}

// FromUrgency is where, in a list that stands in queue order, the rows of an urgency begin that came in at a moment or later, and
// still tells whether a row's key is of that urgency. FromClosed is where, in that of closed ones, the rows begin that were
// closed at a moment or before. Both are for PageQuery.From.
func FromUrgency(u model.Urgency, at time.Time) (from string, still func(key string) bool) {
	rank := u.Rank()
	return placeKey(int(rank), at.UnixMilli(), journal.ID{}), func(key string) bool { return key != "" && key[0] == rank }
}

// FromClosed: see FromUrgency.
func FromClosed(at time.Time) string { return placeKey(-1, -at.UnixMilli(), journal.ID{}) }

// placeKey orders by rank where there is one, by the number (its sign shifted away), by id.
func placeKey(rank int, n int64, id journal.ID) string {
	var b [25]byte
	at := b[:0]
	if rank >= 0 {
		at = append(at, byte(rank))
	}
	at = at[:len(at)+8]
	binary.BigEndian.PutUint64(at[len(at)-8:], uint64(n)^1<<63)
	return string(append(at, id[:]...))
}

// SearchText is what searching looks at first in a request: its number, summary, theme, source and the resident's name. What else it
// looks at is Request.FurtherText.
func (r *RequestRow) SearchText(resident string) string {
	return r.Number + " " + r.Summary + " " + r.Theme + " " + resident + " " + r.Source
}

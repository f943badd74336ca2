package directory

import (
	"slices"
	"time"

	"leerbalie/model/journal"
)

// StaleAfter is for how long an entry that somebody said is right is taken for right. Organisations of this size move, change hours
// and stop within a year more often than not, and a year is the term for which HSDS asks whoever publishes a directory to assure it.
const StaleAfter = 365 * 24 * time.Hour

// CapacityOldAfter is after how long the room that a service said it had is told with its age: a quarter of a year, in which most
// waiting lists have become others.
const CapacityOldAfter = 91 * 24 * time.Hour

// Life is what was said about an entry since it was made.
type Life struct {
	Assured Assurance   // the last time that somebody said that it is right
	Notes   []Noted     // the oldest first
	Retired *Retirement // nil: one refers there
	Added   time.Time   // when it was added here
	Updated time.Time   // when it was altered last, or said to be right
}

// Assurance is that somebody said that an entry is right.
type Assurance struct {
	At time.Time  // zero: nobody ever did
	By journal.ID // zero where it was somebody of the source: see Service.Assurer
}

// Stale tells whether it is too long ago that anybody said that the entry is right.
func (a Assurance) Stale(now time.Time) bool { return a.At.IsZero() || now.Sub(a.At) > StaleAfter }

// Old tells whether what was said of the room is to be told with its age; of a day that is not known it always is.
func (c Capacity) Old(now time.Time) bool { return c.On.IsZero() || now.Sub(c.On) > CapacityOldAfter }

// Noted is what somebody wrote beside an entry for colleagues.
type Noted struct {
	journal.Mark
	Text string
}

// Retirement is that one no longer refers to an entry.
type Retirement struct {
	journal.Mark
	Why string
}

// lifeOf reads what was said about an entry. The answer does not depend on the order in which items arrived. Who adds an entry by hand
// says that it is right; a file does so where it says when.
func lifeOf(items []journal.Item, byHand bool, on time.Time) (l Life) {
	standing := journal.Standing(items)
	ended := map[journal.Stamp]bool{}
	for i := range standing {
		if it := &standing[i]; it.Kind == ItemBack {
			for _, s := range it.Fields.Get(journal.FieldTarget).Stamps() {
				ended[s] = true
			}
		}
	}
	if !on.IsZero() {
		l.Assured = Assurance{At: on}
	}
	for i := range standing {
		it := &standing[i]
		mark := it.Mark(0)
		switch it.Kind {
		case journal.ItemSet:
			if l.Added.IsZero() {
				l.Added = mark.At
				if byHand {
					l.assured(mark)
				}
			}
			l.Updated = later(l.Updated, mark.At)
		case ItemAssured:
			l.assured(mark)
			l.Updated = later(l.Updated, mark.At)
		case ItemEntryNote:
			l.Notes = append(l.Notes, Noted{mark, it.Fields.Get(noteText).Text()})
		case ItemRetired:
			if !ended[it.Stamp] {
				l.Retired = &Retirement{mark, it.Fields.Get(retiredWhy).Text()}
			}
		}
	}
	slices.SortStableFunc(l.Notes, func(a, b Noted) int { return a.At.Compare(b.At) })
	return l
}

func (l *Life) assured(m journal.Mark) {
	if !m.At.Before(l.Assured.At) {
		l.Assured = Assurance{At: m.At, By: m.By}
	}
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// OrganizationOf reads an organisation from its record and its items.
func OrganizationOf(r *journal.Record, items []journal.Item) Organization {
	var o Organization
	numberedOrganization().Read(&o, r)
	o.read(r, items, time.Time{})
	return o
}

// ServiceOf reads a service from its record and its items.
func ServiceOf(r *journal.Record, items []journal.Item) Service {
	var s Service
	numberedService().Read(&s, r)
	s.read(r, items, s.AssuredOn)
	return s
}

// LocationOf reads a location from its record and its items.
func LocationOf(r *journal.Record, items []journal.Item) Location {
	var l Location
	numberedLocation().Read(&l, r)
	l.read(r, items, time.Time{})
	return l
}

func (e *Entry) read(r *journal.Record, items []journal.Item, on time.Time) {
	e.ID, e.Archived, e.ReadOnly, e.seen = r.ID, r.Archived() || r.Erased, r.MinReader > journal.SchemaVersion, r
	e.Life = lifeOf(items, e.Source == "", on)
}

package overview

import (
	"bytes"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// Index is what a store keeps ready for figures. Both stores are held to it by their conformance suite.
type Index interface {
	desk.Index
	// EachCount visits what requests of a site count for.
	EachCount(CountQuery, func(Count)) error
	// EachMerged visits the requests of a site that were merged into another.
	EachMerged(site journal.ID, visit func(journal.ID) error) error
}

// IndexOf is a transaction as figures ask it.
func IndexOf(tx model.Tx) Index { return tx.Own().(Index) }

// Step is what periods are cut to: no zone of today lies between two steps.
const Step = 15 * time.Minute

// CountQuery asks for what requests count for in a period.
type CountQuery struct {
	Site     journal.ID
	From, To time.Time // cut to whole steps; To is not part of it
	Dims     string    // the letters of those that are asked for
	Fine     bool      // by when they were, also of what is not told by that otherwise; DimArrival stands in no other query
}

// Wants tells whether a query asks for a dimension.
func (q *CountQuery) Wants(d Dim) bool {
	for i := range len(q.Dims) {
		if q.Dims[i] == byte(d) {
			return true
		}
	}
	return false
}

// Count is how many requests count for the same. Those that do may be visited apart from each other.
type Count struct {
	// At is the step of DimCame, DimLate and DimHandled, the minute of DimArrival, and the step of all others where the query is Fine; else
	// it only lies in the period.
	At      time.Time
	Dim     Dim
	Code    []byte // good until the visit ends
	N       int
	Minutes int // of DimWait and DimParked what each of them waited, of all others the sum
}

// Walked visits what the requests count for that each hands out, with the postcode of their resident: by the plainest means, to hold
// what is kept ready against it.
func Walked(q CountQuery, each func(visit func(r *desk.Request, postcode string)) error, visit func(Count)) error {
	from, to := q.From.Truncate(Step), q.To.Truncate(Step)
	return each(func(r *desk.Request, postcode string) {
		Facts(r, postcode, func(f Fact) {
			if q.Wants(f.Dim) && !f.At.Before(from) && f.At.Before(to) {
				at := f.At.Truncate(Step)
				if f.Dim == DimArrival {
					at = f.At.Truncate(time.Minute)
				}
				visit(Count{at, f.Dim, []byte(f.Code), f.N, f.Minutes})
			}
		})
	})
}

// PostcodeOf is the postcode of a resident, "" of nobody and where it is not known.
func PostcodeOf(tx model.Tx, resident journal.ID) (string, error) {
	if resident.IsZero() {
		return "", nil
	}
	rec, err := tx.Record(desk.KindResident, resident)
	if err != nil || rec == nil {
		return "", err
	}
	return rec.Get(desk.ResidentPostcode).Text(), nil
}

// eachCount is EachCount, with what was done about requests that were merged into others added to those, where they were closed.
func eachCount(tx model.Tx, q CountQuery, visit func(Count)) error {
	index := IndexOf(tx)
	if err := index.EachCount(q, visit); err != nil {
		return err
	}
	from, to := q.From.Truncate(Step), q.To.Truncate(Step)
	return index.EachMerged(q.Site, func(id journal.ID) error {
		if near, err := closesIn(index, q.Site, id, from, to); err != nil || !near {
			return err
		}
		r, err := desk.Itself(tx, id)
		if err != nil || r == nil || r.Minutes == 0 && len(r.Referrals) == 0 {
			return err
		}
		on, err := desk.GoesOn(tx, r)
		if err != nil || on == nil || on.ID == r.ID || on.Closed == nil || on.Archived || on.Merged != nil || on.Closed.At.Before(from) || !on.Closed.At.Before(to) {
			return err
		}
		postcode, err := PostcodeOf(tx, on.Resident)
		on.Minutes, on.Referrals = r.Minutes, r.Referrals
		handled(on, postcode, 0, func(f Fact) {
			if q.Wants(f.Dim) {
				visit(Count{f.At.Truncate(Step), f.Dim, []byte(f.Code), f.N, f.Minutes})
			}
		})
		return err
	})
}

// closesIn tells, by rows alone, whether what a merged request became part of may have been closed between two moments.
func closesIn(index Index, site, id journal.ID, from, to time.Time) (bool, error) {
	for range 8 {
		row, ok, err := index.Row(site, id)
		switch {
		case err != nil || !ok:
			return false, err
		case !row.IsMerged():
			return !row.ClosedAt.Before(from) && row.ClosedAt.Before(to), nil
		}
		id = row.Linked
	}
	return true, nil // a long way round: it is looked at closely
}

// sums adds counts up by dimension and code.
type sums [256]map[string]*Tally

func (s *sums) add(c Count) {
	of := s[c.Dim]
	if of == nil {
		of = map[string]*Tally{}
		s[c.Dim] = of
	}
	t := of[string(c.Code)]
	if t == nil {
		t = &Tally{Code: string(bytes.Clone(c.Code))}
		of[t.Code] = t
	}
	t.Handled += c.N
	t.Minutes += c.Minutes
}

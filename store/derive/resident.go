package derive

import (
	"strings"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/store/search"
	"leerbalie/store/wire"
)

func ofResidents() []journal.Kind { return []journal.Kind{desk.KindResident} }

// residentList is the residents of each site.
func residentList() Projection {
	return Projection{Name: "resident", Kinds: ofResidents(), Bucket: wire.BucketIndex, Entries: func(now *State, to []Entry) []Entry {
		r := now.resident()
		return append(to, Entry{wire.ResidentKey(r.Site, r.ID), []byte{}})
	}}
}

// residentsMerged is who was merged into a resident.
func residentsMerged() Projection {
	return Projection{Name: "merged", Kinds: ofResidents(), Bucket: wire.BucketIndex, Entries: func(now *State, to []Entry) []Entry {
		if r := now.resident(); !r.MergedInto.IsZero() {
			to = append(to, Entry{wire.MergedKey(r.Site, r.MergedInto, r.ID), []byte{}})
		}
		return to
	}}
}

// residentWords is what residents are found by.
func residentWords() Projection {
	return Projection{Name: "words of residents", Kinds: ofResidents(), Words: &Wording{Changed: residentReworded,
		Kept: func(t Reader, _, id journal.ID) (*State, error) {
			rec, err := t.Record(desk.KindResident, id)
			if err != nil || rec == nil {
				return nil, err
			}
			return &State{Rec: rec}, nil
		},
		Of: func(_ Reader, now *State) ([]string, bool, error) {
			r := now.resident()
			return strings.Fields(r.Searched()), !r.Archived && !r.Erased, nil
		}}}
}

// residentReworded marks a resident whose words have changed, and the requests that are found by the name as well: also when
// they came before the resident did. Requests that are not in the index of requests yet are marked themselves.
func residentReworded(t Reader, before, now *State) error {
	r := now.resident()
	var was desk.Resident
	if before != nil {
		was = *before.resident()
	}
	if was.SearchText() != r.SearchText() || was.Archived != r.Archived || was.Erased != r.Erased {
		if r.Erased {
			if err := search.Forget(t.Disk().Bucket(wire.BucketToken), WordsOf(desk.KindResident, r.Site), search.ID(r.ID)); err != nil {
				return err
			}
		} else if err := t.Disk().Bucket(wire.BucketUnindexed).Put(wire.UnindexedKey(desk.KindResident, r.Site, r.ID), nil); err != nil {
			return err
		}
	}
	if was.Name == r.Name {
		return nil
	}
	return t.EachBelow(wire.OfResidentKey(r.Site, r.ID, journal.ID{})[:33], func(id journal.ID) error {
		return requestNamed(t, r.Site, id)
	})
}

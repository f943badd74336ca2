package store

import (
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/store/search"
	"leerbalie/store/wire"
)

func ofResidents() []journal.Kind { return []journal.Kind{desk.KindResident} }

// residentList is the residents of each site.
func residentList() projection {
	return projection{name: "resident", kinds: ofResidents(), bucket: wire.BucketIndex, entries: func(now *state, to []entry) []entry {
		r := now.resident()
		return append(to, entry{wire.ResidentKey(r.Site, r.ID), []byte{}})
	}}
}

// residentsMerged is who was merged into a resident.
func residentsMerged() projection {
	return projection{name: "merged", kinds: ofResidents(), bucket: wire.BucketIndex, entries: func(now *state, to []entry) []entry {
		if r := now.resident(); !r.MergedInto.IsZero() {
			to = append(to, entry{wire.MergedKey(r.Site, r.MergedInto, r.ID), []byte{}})
		}
		return to
	}}
}

// residentWords is what residents are found by.
func residentWords() projection {
	return projection{name: "words of residents", kinds: ofResidents(), words: &wording{changed: residentReworded,
		kept: func(t *tx, _, id journal.ID) (*state, error) {
			rec, err := t.Record(desk.KindResident, id)
			if err != nil || rec == nil {
				return nil, err
			}
			return &state{rec: rec}, nil
		},
		of: func(_ *tx, now *state) ([]string, bool, error) {
			r := now.resident()
			return plain.Fold(r.SearchText()), !r.Archived && !r.Erased, nil
		}}}
}

// residentReworded marks a resident whose words have changed, and the requests that are found by the name as well: also when
// they came before the resident did. Requests that are not in the index of requests yet are marked themselves.
func residentReworded(t *tx, before, now *state) error {
	r := now.resident()
	var was desk.Resident
	if before != nil {
		was = *before.resident()
	}
	if was.SearchText() != r.SearchText() || was.Archived != r.Archived || was.Erased != r.Erased {
		if r.Erased {
			if err := search.Forget(t.bucket(wire.BucketToken), wordsOf(desk.KindResident, r.Site), search.ID(r.ID)); err != nil {
				return err
			}
		} else if err := t.bucket(wire.BucketUnindexed).Put(wire.UnindexedKey(desk.KindResident, r.Site, r.ID), nil); err != nil {
			return err
		}
	}
	if was.Name == r.Name {
		return nil
	}
	return t.eachBelow(wire.OfResidentKey(r.Site, r.ID, journal.ID{})[:33], func(id journal.ID) error {
		return t.bucket(wire.BucketUnindexed).Put(wire.UnindexedKey(desk.KindRequest, r.Site, id), nil)
	})
}

func (t *tx) residentText(id journal.ID) (text string, r desk.Resident, ok bool, err error) {
	rec, err := t.Record(desk.KindResident, id)
	if err != nil || rec == nil {
		return "", r, false, err
	}
	r = desk.ResidentOf(rec)
	return r.SearchText(), r, !r.Archived && !r.Erased, nil
}

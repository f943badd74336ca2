package derive

import (
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/overview"
	"leerbalie/store/wire"
)

// EachCount visits what requests of a site count for.
func EachCount(t Reader, q overview.CountQuery, visit func(overview.Count)) error {
	return overview.Walked(q, func(each func(*desk.Request, string)) error {
		prefix := wire.TwoIDs(q.Site, journal.ID{})[:16]
		for key := range t.Disk().Bucket(wire.BucketRow).Below(prefix) {
			rec, err := t.Record(desk.KindRequest, wire.ParseID(key[16:]))
			if err != nil || rec == nil {
				return err
			}
			items, err := t.Items(desk.KindRequest, rec.ID)
			if err != nil {
				return err
			}
			r := desk.RequestOf(rec, items)
			postcode := ""
			if !r.Resident.IsZero() {
				if of, err := t.Record(desk.KindResident, r.Resident); err != nil {
					return err
				} else if of != nil {
					postcode = of.Get(desk.ResidentPostcode).Text()
				}
			}
			each(r, postcode)
		}
		return nil
	}, visit)
}

// EachMerged visits the requests of a site that were merged into another.
func EachMerged(t Reader, site journal.ID, visit func(journal.ID) error) error {
	prefix := wire.JoinedKey(site, journal.ID{}, journal.ID{})[:17]
	for key := range t.Disk().Bucket(wire.BucketIndex).Below(prefix) {
		if err := visit(wire.ParseID(key[len(key)-len(journal.ID{}):])); err != nil {
			return err
		}
	}
	return nil
}

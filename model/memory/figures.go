package memory

import (
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/overview"
)

// EachCount visits what requests of a site count for, all of which it looks at.
func (t *tx) EachCount(q overview.CountQuery, visit func(overview.Count)) error {
	return overview.Walked(q, func(each func(*desk.Request, string)) error {
		for e, rec := range t.records {
			if e.kind == desk.KindRequest && rec.Part == q.Site {
				r := desk.RequestOf(rec, t.items[e])
				postcode, err := overview.PostcodeOf(t, r.Resident)
				if err != nil {
					return err
				}
				each(r, postcode)
			}
		}
		return nil
	}, visit)
}

// EachMerged visits the requests of a site that were merged into another.
func (t *tx) EachMerged(site journal.ID, visit func(journal.ID) error) error {
	if !t.merges {
		return nil
	}
	for _, r := range t.rows(site) {
		if r.IsMerged() {
			if err := visit(r.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

package store

import (
	"errors"

	"leerbalie/model/journal"
	"leerbalie/model/overview"
	"leerbalie/store/derive"
)

var _ overview.Index = (*tx)(nil)

// EachCount visits what requests of a site count for.
func (t *tx) EachCount(q overview.CountQuery, visit func(overview.Count)) error {
	if t.w != nil {
		if err := errors.Join(t.flush(), t.w.cells.Flush(t.b)); err != nil {
			return err
		}
	}
	return derive.EachCount(t, q, visit)
}

// EachMerged visits the requests of a site that were merged into another.
func (t *tx) EachMerged(site journal.ID, visit func(journal.ID) error) error {
	return errors.Join(t.flush(), derive.EachMerged(t, site, visit))
}

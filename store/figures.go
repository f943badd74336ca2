package store

import (
	"leerbalie/model/journal"
	"leerbalie/model/overview"
	"leerbalie/store/derive"
)

// EachCount visits what requests of a site count for.
func (t *tx) EachCount(q overview.CountQuery, visit func(overview.Count)) error {
	if err := t.flush(); err != nil {
		return err
	}
	return derive.EachCount(t, q, visit)
}

// EachMerged visits the requests of a site that were merged into another.
func (t *tx) EachMerged(site journal.ID, visit func(journal.ID) error) error {
	if err := t.flush(); err != nil {
		return err
	}
	return derive.EachMerged(t, site, visit)
}

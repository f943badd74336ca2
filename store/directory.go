package store

import (
	"leerbalie/model/directory"
	"leerbalie/model/journal"
	"leerbalie/store/derive"
)

var _ directory.Index = (*tx)(nil)

// Ends are the last changes of the streams of a scope, as the file has them: what a transaction that writes did is not among them.
func (t *tx) Ends(scope journal.Scope) (map[journal.Replica]uint64, error) {
	return derive.Ends(t.b, scope)
}

// EachReferral visits the referrals of a site that name a service.
func (t *tx) EachReferral(site journal.ID, visit func(directory.Referred)) error {
	_, err := t.settledIndex()
	derive.EachReferral(t.b, site, visit)
	return err
}

package memory

import (
	"bytes"
	"cmp"
	"slices"

	"leerbalie/model/desk"
	"leerbalie/model/directory"
	"leerbalie/model/journal"
)

var _ directory.Index = (*tx)(nil)

// Ends are the last changes of the streams of a scope.
func (t *tx) Ends(scope journal.Scope) (map[journal.Replica]uint64, error) {
	out := map[journal.Replica]uint64{}
	for s, log := range t.log {
		if s.Scope == scope && len(log) > 0 {
			out[s.Replica] = uint64(len(log))
		}
	}
	return out, nil
}

// EachReferral visits the referrals of a site that name a service, by service and request.
func (t *tx) EachReferral(site journal.ID, visit func(directory.Referred)) error {
	var all []directory.Referred
	for e, rec := range t.records {
		if e.kind == desk.KindRequest && rec.Part == site {
			all = append(all, directory.ReferralsOf(desk.RequestOf(rec, t.items[e]))...)
		}
	}
	slices.SortStableFunc(all, func(a, b directory.Referred) int {
		return cmp.Or(bytes.Compare(a.Service[:], b.Service[:]), bytes.Compare(a.Request[:], b.Request[:]))
	})
	for _, r := range all {
		visit(r)
	}
	return nil
}

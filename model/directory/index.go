package directory

import (
	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// Index is what a store keeps ready for the directory. Every Tx of a store answers these questions as well; IndexOf asks it to.
type Index interface {
	model.Tx
	// Ends are the last changes of the streams of a scope, by replica.
	Ends(scope journal.Scope) (map[journal.Replica]uint64, error)
	// EachReferral visits the referrals of a site's requests that name a service, in an order that stays. What was taken back, and
	// those of requests that were taken away, are none.
	EachReferral(site journal.ID, visit func(Referred)) error
}

// IndexOf is a transaction as this room asks it. Both stores are held to it by their conformance suite.
func IndexOf(tx model.Tx) Index { return tx.Own().(Index) }

// Referred is a referral to a service.
type Referred struct {
	Service journal.ID
	State   desk.ReferralState
	Request journal.ID // on which it stands
}

// ReferralsOf are the referrals of a request that name a service.
func ReferralsOf(r *desk.Request) (out []Referred) {
	if r.Archived {
		return nil
	}
	for _, f := range r.Referrals {
		if !f.Service.IsZero() && f.Of.IsZero() {
			out = append(out, Referred{f.Service, f.State, r.ID})
		}
	}
	return out
}

// Uses is how often requests of a site were referred to a service, and what came of it.
type Uses struct {
	Referred int // all that were not withdrawn
	Accepted int // taken in, those that are done among them
	Declined int
	Done     int
}

func (u *Uses) add(state desk.ReferralState, n int) {
	switch state {
	case desk.ReferralWithdrawn:
		return
	case desk.ReferralDone:
		u.Done += n
		u.Accepted += n
	case desk.ReferralAccepted:
		u.Accepted += n
	case desk.ReferralDeclined:
		u.Declined += n
	}
	u.Referred += n
}

// following is how far the streams of a scope were read.
type following struct{ ends map[journal.Replica]uint64 }

// mostNews is how many new changes are read one by one; where there are more, all is read anew.
const mostNews = 500

// news gives what changed in a scope since the last time; whole tells that all has to be read anew: it is the first time, there is too much,
// or a stream is not what it was.
func (f *following) news(tx model.Tx, scope journal.Scope) (changed []*journal.Change, whole bool, err error) {
	ends, err := IndexOf(tx).Ends(scope)
	if err != nil {
		return nil, false, err
	}
	was := f.ends
	f.ends = ends
	if was == nil {
		return nil, true, nil
	}
	for replica, last := range was {
		if ends[replica] < last {
			return nil, true, nil
		}
	}
	for replica, last := range ends {
		if last-was[replica] > uint64(mostNews-len(changed)) {
			return nil, true, nil
		}
		for seq := was[replica] + 1; seq <= last; seq++ {
			c, err := tx.Change(journal.Stream{Replica: replica, Scope: scope}, seq)
			if err != nil {
				f.ends = nil
				return nil, false, err
			}
			changed = append(changed, c)
		}
	}
	return changed, false, nil
}

// usage is how often the services were used at a site, kept up to date.
type usage struct {
	desk, trust following
	of          map[journal.ID]*Uses      // by service
	by          map[journal.ID][]Referred // by request
}

// follow brings the counts up to what the store holds.
func (u *usage) follow(tx model.Tx, site journal.ID) error {
	erased, gone, err := u.trust.news(tx, journal.Scope{Class: journal.Trust, Part: journal.Organisation()})
	if err != nil {
		return err
	}
	changed, whole, err := u.desk.news(tx, journal.Scope{Class: journal.Desk, Part: site})
	if err != nil {
		return err
	}
	if whole || gone || len(erased) > 0 || u.of == nil {
		u.of, u.by = map[journal.ID]*Uses{}, map[journal.ID][]Referred{}
		return IndexOf(tx).EachReferral(site, func(r Referred) { u.take(r) })
	}
	seen := map[journal.ID]bool{}
	for _, c := range changed {
		if c.Kind != desk.KindRequest || seen[c.Entity] {
			continue
		}
		seen[c.Entity] = true
		for _, r := range u.by[c.Entity] {
			u.of[r.Service].add(r.State, -1)
		}
		delete(u.by, c.Entity)
		rec, err := tx.Record(c.Kind, c.Entity)
		if err != nil || rec == nil {
			u.of = nil
			return err
		}
		items, err := tx.Items(c.Kind, c.Entity)
		if err != nil {
			u.of = nil
			return err
		}
		for _, r := range ReferralsOf(desk.RequestOf(rec, items)) {
			u.take(r)
		}
	}
	return nil
}

func (u *usage) take(r Referred) {
	if u.of[r.Service] == nil {
		u.of[r.Service] = &Uses{}
	}
	u.of[r.Service].add(r.State, 1)
	u.by[r.Request] = append(u.by[r.Request], r)
}

// uses is how often a service was used.
func (u *usage) uses(service journal.ID) Uses {
	if n := u.of[service]; n != nil {
		return *n
	}
	return Uses{}
}

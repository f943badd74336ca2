package derive

import (
	"iter"

	"leerbalie/model/desk"
	"leerbalie/model/directory"
	"leerbalie/model/journal"
	"leerbalie/store/disk"
	"leerbalie/store/wire"
)

// referrals are the referrals of each request that name a service.
func referrals() Projection {
	return Projection{Name: "referral", Kinds: ofRequests(), Bucket: wire.BucketIndex, Entries: func(now *State, to []Entry) []Entry {
		r := now.whole()
		for i, f := range directory.ReferralsOf(r) {
			to = append(to, Entry{wire.ReferralKey(r.Site, f.Service, r.ID, i), []byte(f.State)})
		}
		return to
	}}
}

// EachReferral visits the referrals of a site that name a service, by service and request.
func EachReferral(b *disk.Tx, site journal.ID, visit func(directory.Referred)) {
	prefix := wire.ReferralKey(site, journal.ID{}, journal.ID{}, 0)[:17]
	for key, state := range b.Bucket(wire.BucketIndex).Below(prefix) {
		at := key[len(prefix):]
		visit(directory.Referred{Service: wire.ParseID(at), Request: wire.ParseID(at[16:]), State: desk.ReferralState(state)})
	}
}

// Ends are the last changes of the streams of a scope, by replica.
func Ends(b *disk.Tx, scope journal.Scope) (map[journal.Replica]uint64, error) {
	out := map[journal.Replica]uint64{}
	return out, b.Bucket(wire.BucketHead).ForEach(func(key, value []byte) error {
		if s := wire.ParseStream(key); s.Scope == scope {
			h, err := wire.ParseHead(value)
			if err != nil {
				return err
			}
			out[s.Replica] = h.Seq
		}
		return nil
	})
}

// MinePlaces are the places at the ends of keys.
func MinePlaces(keys iter.Seq2[[]byte, []byte]) (out []desk.MinePlace) {
	for key := range keys {
		at := key[len(key)-32:]
		out = append(out, desk.MinePlace{Site: wire.ParseID(at), Request: wire.ParseID(at[16:])})
	}
	return out
}

// MessagePlaces are the places at the ends of keys that MessageKey makes.
func MessagePlaces(keys iter.Seq2[[]byte, []byte]) (out []desk.MessagePlace) {
	for key := range keys {
		at := key[len(key)-56:]
		out = append(out, desk.MessagePlace{Stamp: wire.ParseStamp(at), Site: wire.ParseID(at[24:]), Request: wire.ParseID(at[40:])})
	}
	return out
}

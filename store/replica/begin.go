package replica

import (
	"context"
	"crypto/ed25519"

	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store"
	"leerbalie/store/replica/introduce"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// Begin makes an empty store a laptop's, with the first bundle that its invitation came in: it takes all of it in, and is its holder's
// from then on. Errors: as Receive; Refused for a bundle of another invitation; Conflict for a store that holds something.
func Begin(ctx context.Context, s *store.Store, secret Secret, open Source, p Progress) (transfer.Contents, transfer.Returned, error) {
	v, err := verify(ctx, s, open, true)
	if err != nil {
		return transfer.Contents{}, transfer.Returned{}, err
	}
	if len(secret.Key) != ed25519.PrivateKeySize || v.to.Invitation != trust.EntityOf(secret.Key.Public().(ed25519.PublicKey)) {
		return v.Contents, transfer.Returned{}, fault.New(fault.Refused, "parcel-for-other", "name", v.To.Label)
	}
	if !v.empty {
		return v.Contents, transfer.Returned{}, fault.New(fault.Conflict, "bundle-not-empty")
	}
	if !v.sender.centre {
		return v.Contents, transfer.Returned{}, fault.New(fault.Refused, "parcel-unknown-sender")
	}
	inv, ok := v.st.Invitation(v.to.Invitation)
	if !ok {
		return v.Contents, transfer.Returned{}, fault.New(fault.Refused, "parcel-unknown-sender")
	}
	r := &receiving{parcel: v, ctx: ctx, s: s, by: inv.Person, tell: p}
	r.begins = func() error {
		own, err := identityIn(r.b)
		if err != nil {
			return err
		}
		key, err := private(r.b)
		if err != nil {
			return err
		}
		intro, err := introduce.Add(nil, secret.Key, introduce.Word{Public: key.Public().(ed25519.PublicKey), Why: introduce.Invited,
			Recipient: own.Recipient().String(), Tag: r.t.Tag(), At: r.now})
		if err != nil {
			return err
		}
		if err := tally.Keep(r.b, wire.BucketMeta, wire.MetaIntro, intro); err != nil {
			return err
		}
		return tally.Keep(r.b, wire.BucketMeta, wire.MetaHolder, inv.Person[:])
	}
	report, err := r.take(open)
	if err == nil {
		err = s.Read(ctx, v.parties) // who that is stood in it
		report.From = v.Contents
	}
	return v.Contents, report, err
}

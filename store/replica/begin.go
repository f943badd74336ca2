package replica

import (
	"context"
	"crypto/ed25519"
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
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
	return join(ctx, s, secret, open, p, true)
}

// Rejoin is Begin for a laptop that has data: where a centre that follows another does not know it, and it does not know that centre,
// an invitation for its holder brings the two together. It goes on as it is, with all that it made. Errors: as Begin; Conflict for
// a store that has no holder; Refused where the invitation is for somebody else.
func Rejoin(ctx context.Context, s *store.Store, secret Secret, open Source, p Progress) (transfer.Contents, transfer.Returned, error) {
	return join(ctx, s, secret, open, p, false)
}

// cameWith refuses an invitation that this copy came with: it has nothing new to say.
func cameWith(tx model.Tx, invitation journal.ID) error {
	row, err := introduce.Read(tx.Own().(store.Exchanging).Disk().Bucket(wire.BucketMeta).Get(wire.MetaIntro))
	if err == nil && slices.ContainsFunc(row, func(w introduce.Word) bool { return w.Why == introduce.Invited && trust.EntityOf(w.By) == invitation }) {
		err = fault.New(fault.Conflict, "bundle-not-empty")
	}
	return err
}

func join(ctx context.Context, s *store.Store, secret Secret, open Source, p Progress, begins bool) (transfer.Contents, transfer.Returned, error) {
	v, err := verify(ctx, s, open, begins)
	if err != nil {
		return transfer.Contents{}, transfer.Returned{}, err
	}
	refused := func(kind fault.Kind, code string) (transfer.Contents, transfer.Returned, error) {
		return v.Contents, transfer.Returned{}, fault.New(kind, code, "name", v.To.Label)
	}
	if len(secret.Key) != ed25519.PrivateKeySize || v.to.Invitation != trust.EntityOf(secret.Key.Public().(ed25519.PublicKey)) {
		return refused(fault.Refused, "parcel-for-other")
	}
	holder, err := s.Holder(ctx)
	if err == nil && !begins {
		err = s.Read(ctx, func(tx model.Tx) error { return cameWith(tx, v.to.Invitation) })
	}
	inv, ok := v.st.Invitation(v.to.Invitation)
	switch {
	case err != nil:
		return v.Contents, transfer.Returned{}, err
	case begins && !v.empty, !begins && holder.IsZero():
		return refused(fault.Conflict, "bundle-not-empty")
	case !v.sender.centre, !ok:
		return refused(fault.Refused, "parcel-unknown-sender")
	case !begins && holder != inv.Person:
		return refused(fault.Refused, "not-the-holder")
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
		if err := tally.Keep(r.b, wire.BucketMeta, wire.MetaIntro, intro); err != nil || !begins {
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

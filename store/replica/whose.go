package replica

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store"
	"leerbalie/store/replica/introduce"
	"leerbalie/store/wire"
)

// Key is the key of this copy, by which others know it.
func Key(ctx context.Context, s *store.Store) (key ed25519.PrivateKey, err error) {
	err = s.Read(ctx, func(r model.Tx) error {
		key, err = private(r.Own().(store.Exchanging).Disk())
		return err
	})
	return key, err
}

// Introduction is how this copy makes itself known where its key is not known yet; nil where it has heard that it was admitted.
func Introduction(ctx context.Context, s *store.Store) (row []byte, err error) {
	err = s.Read(ctx, func(r model.Tx) error {
		t := r.Own().(store.Exchanging)
		st, err := trust.In(t)
		if err != nil {
			return err
		}
		if _, admitted := st.Replica(t.Replica()); !admitted && !st.CentreIs(t.Replica()) {
			row = bytes.Clone(t.Disk().Bucket(wire.BucketMeta).Get(wire.MetaIntro))
		}
		return nil
	})
	return row, err
}

// Whose tells whose a key is that somebody proves to have, and who acts when that copy exchanges: the person whose it is, or, where the
// centre comes to a laptop, its holder. It is a copy that is admitted and not revoked, or one that its introduction leads to: from an
// invitation that was not taken back, or from a key that was admitted. What comes of the latter waits, as if it came on a stick. Errors:
// Refused for every other.
func Whose(ctx context.Context, s *store.Store, public ed25519.PublicKey, introduction []byte) (p transfer.Party, err error) {
	unknown := fault.New(fault.Refused, "sync-stranger")
	if len(public) != ed25519.PublicKeySize {
		return p, unknown
	}
	err = s.Read(ctx, func(r model.Tx) error {
		st, err := trust.In(r)
		if err != nil {
			return err
		}
		p = transfer.Party{Replica: trust.ReplicaOf(public)}
		switch is, ok := st.Replica(p.Replica); {
		case st.CentreIs(p.Replica) && r.Own().(store.Exchanging).Replica() != p.Replica:
			p.Centre = true
			copy(p.Person[:], r.Own().(store.Exchanging).Disk().Bucket(wire.BucketMeta).Get(wire.MetaHolder))
		case ok && !is.Revoked:
			p.Person, p.Label = is.Person, is.Label
		case ok:
			return unknown
		default:
			if p.Person, p.Label, err = introduced(&st, public, introduction, s.Now()); err != nil {
				return err
			}
		}
		if p.Person.IsZero() {
			return unknown
		}
		return nameParty(r, &p)
	})
	return p, err
}

// introduced is who was invited, or whose copy went by another name, that a key is introduced by.
func introduced(st *trust.State, public ed25519.PublicKey, introduction []byte, now time.Time) (person journal.ID, label string, err error) {
	unknown := fault.New(fault.Refused, "sync-stranger")
	row, err := introduce.Read(introduction)
	if err != nil || len(row) == 0 || !bytes.Equal(row[len(row)-1].Public, public) {
		return person, label, unknown.Because(err)
	}
	for _, w := range slices.Backward(row) {
		if w.Why == introduce.Restored { // it shows a word of the key before, and not that it had that key
			break
		}
		if r, ok := st.Replica(w.From()); ok && w.Why != introduce.Invited {
			if r.Revoked {
				break
			}
			return r.Person, r.Label, nil
		}
		if inv, ok := st.Invitation(trust.EntityOf(w.By)); ok && w.Why == introduce.Invited {
			if inv.Withdrawn || !inv.Until.IsZero() && now.After(inv.Until) {
				return person, label, unknown
			}
			return inv.Person, inv.Label, nil
		}
	}
	return person, label, unknown
}

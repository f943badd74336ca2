package replica

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"time"

	"filippo.io/age"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/trust"
	"leerbalie/store"
	"leerbalie/store/disk"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// Identity is the identity of age that bundles for this copy are sealed for. It is made when it is first asked for, and goes into
// no copy of the store.
func Identity(ctx context.Context, s *store.Store) (identity string, err error) {
	err = s.Write(ctx, func(w model.WriteTx) error {
		own, err := identityIn(w.Own().(store.Exchanging).Disk())
		if err == nil {
			identity = own.String()
		}
		return err
	})
	return identity, err
}

func identityIn(b *disk.Tx) (*age.X25519Identity, error) {
	meta := b.Bucket(wire.BucketMeta)
	if have := meta.Get(wire.MetaOwnKey); have != nil {
		own, err := age.ParseX25519Identity(string(have))
		if err != nil {
			return nil, fault.New(fault.Damaged, "store-value").Because(err)
		}
		return own, nil
	}
	own, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, fault.New(fault.Internal, "random-source").Because(err)
	}
	return own, tally.Keep(b, wire.BucketMeta, wire.MetaOwnKey, []byte(own.String()))
}

// private is the key of this copy. Errors: Damaged when it has none.
func private(b *disk.Tx) (ed25519.PrivateKey, error) {
	key := bytes.Clone(b.Bucket(wire.BucketMeta).Get(wire.MetaKey))
	if len(key) != ed25519.PrivateKeySize {
		return nil, fault.New(fault.Damaged, "store-value")
	}
	return key, nil
}

// Recipient is the recipient of age that a bundle for somebody is sealed for. Errors: NotFound for who is not known.
func Recipient(ctx context.Context, s *store.Store, to To) (string, error) {
	st, err := trust.Read(ctx, s)
	if err != nil {
		return "", err
	}
	return recipientOf(&st, to)
}

func recipientOf(st *trust.State, to To) (recipient string, err error) {
	if inv, ok := st.Invitation(to.Invitation); ok {
		recipient = inv.Recipient
	} else if r, ok := st.Replica(to.Replica); ok {
		recipient = r.Recipient
	}
	if recipient == "" {
		err = fault.New(fault.NotFound, "bundle-no-recipient")
	}
	return recipient, err
}

// Home is the centre, for a copy that is not the centre itself. Errors: Refused for the centre, and where there is none.
func Home(ctx context.Context, s *store.Store) (To, error) {
	st, err := trust.Read(ctx, s)
	if err != nil {
		return To{}, err
	}
	if st.Centre.Term == 0 || st.CentreIs(s.Replica()) {
		return To{}, fault.New(fault.Refused, "bundle-for-whom")
	}
	return To{Replica: trust.ReplicaOf(st.Centre.Public)}, nil
}

// Invite makes an invitation for somebody: the centre lets a laptop in that proves to have opened the bundle for it. Errors: Refused
// for a copy that is not the centre, and for somebody who may hold no copy.
func Invite(ctx context.Context, s *store.Store, by, person journal.ID, label string, until time.Time) (secret Secret, id journal.ID, err error) {
	public, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		return secret, id, fault.New(fault.Internal, "random-source").Because(err)
	}
	opens, err := age.GenerateX25519Identity()
	if err != nil {
		return secret, id, fault.New(fault.Internal, "random-source").Because(err)
	}
	session, err := model.Enter(ctx, s, by)
	if err != nil {
		return secret, id, err
	}
	var self *trust.Replica
	var scopes []journal.Scope
	err = s.Write(ctx, func(w model.WriteTx) error {
		t := w.Own().(store.Exchanging)
		if scopes, err = scopesOf(t, person); err != nil {
			return err
		}
		self, err = selfIn(t)
		return err
	})
	if err != nil {
		return secret, id, err
	}
	id = trust.EntityOf(public)
	err = trust.Invite(ctx, session, trust.Invitation{ID: id, Public: public, Recipient: opens.Recipient().String(), Label: label, Person: person,
		Scopes: scopes, Until: until}, self)
	return Secret{key, opens.String()}, id, err
}

// selfIn is this copy, as the centre admits itself.
func selfIn(t store.Exchanging) (*trust.Replica, error) {
	own, err := identityIn(t.Disk())
	if err != nil {
		return nil, err
	}
	key, err := private(t.Disk())
	if err != nil {
		return nil, err
	}
	public := key.Public().(ed25519.PublicKey)
	return &trust.Replica{Name: trust.ReplicaOf(public), Public: public, Recipient: own.Recipient().String(), Tag: t.Tag()}, nil
}

// scopesOf are the scopes that a copy of somebody may hold: what the person may read whole. Errors: Refused for who may hold no
// copy; NotFound.
func scopesOf(t model.Tx, person journal.ID) ([]journal.Scope, error) {
	rec, err := t.Record(model.KindPerson, person)
	if err != nil {
		return nil, err
	}
	if rec == nil {
		return nil, fault.New(fault.NotFound, "person-unknown", "name", person.String())
	}
	p := model.PersonOf(rec)
	scopes, err := trust.ScopesIn(t, p)
	if err == nil && len(scopes) == 0 {
		err = fault.New(fault.Refused, "trust-no-copy", "name", p.Name)
	}
	return scopes, err
}

package replica

import (
	"context"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store"
	"leerbalie/store/replica/introduce"
	"leerbalie/store/wire"
)

// Here is this copy itself, where an invitation made it; ok is false for any other. Since is zero until it has heard that it was
// admitted: only a bundle tells it that.
func Here(ctx context.Context, s *store.Store) (m transfer.Machine, ok bool, err error) {
	err = s.Read(ctx, func(r model.Tx) error {
		t := r.Own().(store.Exchanging)
		b := t.Disk()
		if ok = b.Bucket(wire.BucketMeta).Get(wire.MetaHolder) != nil; !ok {
			return nil
		}
		st, err := trust.In(t)
		if err != nil {
			return err
		}
		m.Here, m.Replica = true, t.Replica()
		for _, w := range rowIn(b) {
			if w.Why == introduce.Invited {
				m.Invitation = trust.EntityOf(w.By)
			}
		}
		for _, inv := range st.Invitations() {
			if inv.ID == m.Invitation {
				m.Person, m.Label, m.Scopes = inv.Person, inv.Label, inv.Scopes
			}
		}
		if is, admitted := st.Replica(m.Replica); admitted {
			m.Person, m.Label, m.Invitation, m.Scopes = is.Person, is.Label, is.Invitation, is.Scopes
			m.Since, m.Revoked = is.Since.Time.Time(), is.Revoked
		}
		return nameParty(t, &m.Party)
	})
	return m, ok, err
}

package bundle

import (
	"cmp"
	"context"
	"errors"
	"io"
	"strconv"
	"strings"

	"filippo.io/age"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store/replica"
)

// invite makes an invitation and writes its bundle. An invitation whose bundle cannot be written is taken back.
func (d *Desk) invite(ctx context.Context, session *model.Session, to transfer.Recipient, h Header, path string, progress func(done, total int64),
	t transfer.Taken) (transfer.Taken, error) {
	s, me := d.Store(), session.Me().ID
	st, err := d.rooted(ctx, session)
	t.Recovery = d.shown(false)
	if err != nil {
		return t, err
	}
	label := cmp.Or(strings.TrimSpace(to.Label), freeLabel(&st))
	secret, id, err := replica.Invite(ctx, s, me, to.Person, label, to.Until)
	if err != nil {
		return t, err
	}
	code, err := phrase.New(d.Keeper.Random, CodeWords)
	if err == nil {
		h.Secret, err = wrapSecret(secret, code, d.Factor)
	}
	var opens *age.X25519Identity
	if err == nil {
		opens, err = age.ParseX25519Identity(secret.Identity)
	}
	if err == nil {
		h.For, h.Organisation = label, organisation(st.Root)
		t.Path, err = put(s, path, d.Now(), func(w io.Writer) error {
			return write(w, h, opens.Recipient().String(), func(w io.Writer) (err error) {
				t.Contents, err = replica.Pack(ctx, s, replica.To{Invitation: id}, w, progress)
				return err
			})
		})
	}
	if err != nil {
		back := func(w model.WriteTx) error { return trust.WithdrawIn(w, me, id) }
		return t, errors.Join(err, s.Write(context.WithoutCancel(ctx), back))
	}
	t.Code = code
	d.shown(true)
	return t, nil
}

// rooted gives whose word counts, with a root key that is made where there is none: the first invitation needs it. Errors: Refused for
// who may not make one.
func (d *Desk) rooted(ctx context.Context, session *model.Session) (trust.State, error) {
	s := d.Store()
	st, err := d.centre(ctx, s)
	if err != nil || st.Root != nil {
		return st, err
	}
	if session.Check(ctx, model.ToKeepKeys) != nil {
		return st, fault.New(fault.Refused, "bundle-no-root")
	}
	p, err := d.Keeper.New(ctx, s, session.Me().ID, false)
	if err != nil {
		return st, err
	}
	d.mu.Lock()
	d.recovery = p
	d.mu.Unlock()
	return trust.Read(ctx, s)
}

// shown is the recovery phrase that nobody was shown yet; forget says that somebody is.
func (d *Desk) shown(forget bool) phrase.Phrase {
	d.mu.Lock()
	defer d.mu.Unlock()
	p := d.recovery
	if forget {
		d.recovery = ""
	}
	return p
}

// freeLabel is what a machine is called where nobody gave it a name: it names nobody, since it stands on the bundle.
func freeLabel(st *trust.State) string {
	return "laptop " + strconv.Itoa(max(len(st.Replicas()), len(st.Invitations()))+1)
}

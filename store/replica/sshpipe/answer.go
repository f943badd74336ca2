package sshpipe

import (
	"context"
	"crypto/ed25519"
	"io"

	"golang.org/x/crypto/ssh"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/store"
	"leerbalie/store/replica"
	"leerbalie/store/replica/bundle"
	"leerbalie/store/replica/pipe"
)

// Whose tells whose copy comes with a key, by the user name that it gives; who acts is the person of the party. Only the subsystem
// is for it. Errors: Refused for a key that is no copy's, or that of one that was revoked.
func Whose(ctx context.Context, s *store.Store, user string, key ssh.PublicKey) (transfer.Party, error) {
	k, ok := key.(ssh.CryptoPublicKey)
	if !ok {
		return transfer.Party{}, fault.New(fault.Refused, "sync-stranger")
	}
	public, _ := k.CryptoPublicKey().(ed25519.PublicKey)
	return replica.Whose(ctx, s, public, introduction(user))
}

// Caller is Whose for a store that is open: it gives the person of the copy.
func Caller(s *store.Store) func(ctx context.Context, user string, key ssh.PublicKey) (journal.ID, error) {
	return func(ctx context.Context, user string, key ssh.PublicKey) (journal.ID, error) {
		party, err := Whose(ctx, s, user, key)
		return party.Person, err
	}
}

// Answer exchanges with a copy that called, at the other end of a subsystem, for the person that its key stands for. Errors: as
// pipe.Exchange; Refused for a person who may hold no copy.
func Answer(ctx context.Context, s *store.Store, by journal.ID, rw io.ReadWriter, p replica.Progress) (transfer.Returned, error) {
	session, err := model.Enter(ctx, s, by)
	if err == nil {
		err = bundle.MayExchange(session)
	}
	if err != nil {
		_ = pipe.Refuse(ctx, s, rw, err) // who called hears why, where that can be told
		return transfer.Returned{}, err
	}
	return pipe.Exchange(ctx, s, by, rw, false, p)
}

package clitest

import (
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/transfer"
)

// Line stands for what exchanges with other computers. It asks who may, as the real one does, and calls nobody.
type Line struct {
	Host    transfer.Host // that every look sees
	Kept    []transfer.Peer
	Brought transfer.Returned // what every exchange gives
	Fails   map[string]error  // by the name of a computer
	Did     []string          // with whom there was an exchange
	Typed   string            // the passphrase that was asked, of a computer with the file of a key
}

func (l *Line) may(ctx context.Context, session *model.Session) error {
	if err := (Carrier{}).may(session); err != nil {
		return err
	}
	return session.Check(ctx, model.ToInvite)
}

// Look tells what the computer shows.
func (l *Line) Look(ctx context.Context, session *model.Session, address string) (transfer.Host, error) {
	h := l.Host
	h.Address = address
	return h, l.may(ctx, session)
}

// Add keeps a computer.
func (l *Line) Add(ctx context.Context, session *model.Session, p transfer.Peer) (transfer.Peer, error) {
	if err := l.may(ctx, session); err != nil {
		return p, err
	}
	if p.Name == "" {
		p.Name = "balie"
	}
	l.Kept = append(l.Kept, p)
	return p, nil
}

// Peers are those that were kept.
func (l *Line) Peers(_ context.Context, session *model.Session) ([]transfer.Peer, error) {
	return l.Kept, Carrier{}.may(session)
}

// Remove forgets one.
func (l *Line) Remove(ctx context.Context, session *model.Session, name string) error {
	if err := l.may(ctx, session); err != nil {
		return err
	}
	l.Kept = slices.DeleteFunc(l.Kept, func(p transfer.Peer) bool { return p.Name == name })
	return nil
}

// Exchange tells what came.
func (l *Line) Exchange(ctx context.Context, session *model.Session, name string, passphrase func(context.Context, string) (string, error), _ func(done, total int64)) (transfer.Returned, error) {
	if err := l.may(ctx, session); err != nil {
		return transfer.Returned{}, err
	}
	l.Did = append(l.Did, name)
	for _, p := range l.Kept {
		if p.Name == name && p.Key != "" {
			if passphrase == nil {
				return transfer.Returned{}, fault.New(fault.Refused, "sync-key-locked", "path", p.Key)
			}
			var err error
			if l.Typed, err = passphrase(ctx, p.Key); err != nil {
				return transfer.Returned{}, err
			}
		}
	}
	return l.Brought, l.Fails[name]
}

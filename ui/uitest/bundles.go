package uitest

import (
	"context"
	"errors"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/transfer"
	"leerbalie/ui/screen"
)

// Bundles is powers over bundles that only remember what was asked, and answer what they hold.
type Bundles struct {
	To       []transfer.Recipient
	Plan     transfer.Plan
	Taken    transfer.Taken
	Contents transfer.Contents
	Came     transfer.Returned
	Machines []transfer.Machine
	Standing transfer.Standing
	Peers    []transfer.Peer
	Sealed   transfer.Sealed
	Fails    error                                                       // of whatever is asked next that takes long
	During   func(ctx context.Context, progress func(done, total int64)) // what happens while it runs; may be nil
	Gate     *Gate                                                       // what it passes; may be nil

	Asked  []string                       // what was asked, in order
	For    transfer.Recipient             // of the last bundle
	Path   string                         // of the last file or folder
	Reads  int                            // how often the standing was asked
	Offers []phrase.Phrase                // passphrases, one after the other
	Code   phrase.Phrase                  // that opens
	Typed  string                         // the passphrase
	Begun  func() (*model.Session, error) // the session of who opened a bundle
}

func (b *Bundles) run(ctx context.Context, what string, progress func(done, total int64)) error {
	b.Asked = append(b.Asked, what)
	if b.Gate != nil {
		if err := b.Gate.Pass(ctx, Writes); err != nil {
			return err
		}
	}
	if b.During != nil {
		b.During(ctx, progress)
	}
	return errors.Join(b.Fails, ctx.Err())
}

// Power gives the powers.
func (b *Bundles) Power() *screen.Bundles {
	return &screen.Bundles{
		Recipients: func(ctx context.Context, s *model.Session) ([]transfer.Recipient, error) {
			return append([]transfer.Recipient(nil), b.To...), nil
		},
		Plan: func(ctx context.Context, _ *model.Session, to transfer.Recipient) (transfer.Plan, error) {
			b.For = to
			plan := b.Plan
			plan.Hits = append([]transfer.Hit(nil), b.Plan.Hits...)
			return plan, b.run(ctx, "plan", nil)
		},
		Decide: func(_ context.Context, _ *model.Session, hit transfer.Hit, c transfer.Choice) error {
			b.Asked = append(b.Asked, "decide "+string(rune(c)))
			for i := range b.Plan.Hits {
				if b.Plan.Hits[i].Stream == hit.Stream && b.Plan.Hits[i].Seq == hit.Seq {
					b.Plan.Hits[i].Choice = c
				}
			}
			return nil
		},
		Take: func(ctx context.Context, _ *model.Session, to transfer.Recipient, path string, progress func(done, total int64)) (transfer.Taken, error) {
			b.For, b.Path = to, path
			return b.Taken, b.run(ctx, "take", progress)
		},
		Look: func(ctx context.Context, _ *model.Session, path string, progress func(done, total int64)) (transfer.Contents, error) {
			b.Path = path
			return b.Contents, b.run(ctx, "look", progress)
		},
		Return: func(ctx context.Context, _ *model.Session, path string, progress func(done, total int64)) (transfer.Returned, error) {
			b.Path = path
			return b.Came, b.run(ctx, "return", progress)
		},
		Machines: func(context.Context, *model.Session) ([]transfer.Machine, error) {
			return append([]transfer.Machine(nil), b.Machines...), nil
		},
		Revoke: func(ctx context.Context, _ *model.Session, m transfer.Machine) error {
			return b.run(ctx, "revoke "+m.Label, nil)
		},
		Accept: func(ctx context.Context, _ *model.Session, w transfer.Waiting) error {
			return b.run(ctx, "accept "+w.Reason, nil)
		},
		Peers: func(context.Context, *model.Session) ([]transfer.Peer, error) { return b.Peers, nil },
		Exchange: func(ctx context.Context, _ *model.Session, name string, progress func(done, total int64)) (transfer.Returned, error) {
			return b.Came, b.run(ctx, "exchange "+name, progress)
		},
		Standing: func(context.Context, *model.Session) (transfer.Standing, error) {
			b.Reads++
			return b.Standing, nil
		},
	}
}

// Opening gives the powers of a first start.
func (b *Bundles) Opening() *screen.Opening {
	return &screen.Opening{
		Peek: func(ctx context.Context, path string) (transfer.Sealed, error) {
			b.Path = path
			return b.Sealed, b.run(ctx, "peek", nil)
		},
		Offer: func() (phrase.Phrase, error) {
			p := b.Offers[0]
			b.Offers = append(b.Offers[1:], p)
			return p, nil
		},
		Open: func(ctx context.Context, path string, code phrase.Phrase, passphrase string, progress func(done, total int64)) (*model.Session, error) {
			b.Path, b.Code, b.Typed = path, code, passphrase
			if err := b.run(ctx, "open", progress); err != nil {
				return nil, err
			}
			return b.Begun()
		},
	}
}

// Class is the scope of a group's dossiers, for what bundles are said to hold.
func Class(group journal.ID) journal.Scope {
	return journal.Scope{Class: journal.Learning, Part: group}
}

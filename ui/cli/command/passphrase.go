package command

import (
	"context"
	"crypto/rand"
	"errors"

	"leerbalie/model/fault"
	"leerbalie/model/passphrase"
	"leerbalie/model/plain/phrase"
)

// Unseal gives the passphrase of a sealed store, which it knows to have been asked for so often before; "" where nobody gives one.
type Unseal func(tries int) (string, error)

// Passphrase is how this run asks for the passphrase of a sealed store: the file that was named for it, or the terminal.
func (r *Run) Passphrase(ctx context.Context) Unseal {
	return func(tries int) (string, error) {
		switch {
		case r.Secrets.Passphrase != nil && tries == 0:
			return r.Secrets.Passphrase()
		case r.Secrets.Passphrase != nil || r.Secrets.Ask == nil:
			return "", nil
		}
		asks := r.Say("cli.passphrase.ask")
		if tries > 0 {
			asks = r.Say("error.passphrase-wrong") + "\n" + asks
		}
		return r.Secrets.Ask(ctx, asks)
	}
}

// ChangePassphrase asks for the passphrase of a sealed store and for another, and changes the one for the other.
func (r *Run) ChangePassphrase(ctx context.Context) error {
	old := r.Secrets.Passphrase
	if old == nil && r.Secrets.Ask != nil {
		old = func() (string, error) { return r.Secrets.Ask(ctx, r.Say("cli.passphrase.old")) }
	}
	if old == nil {
		old = func() (string, error) { return "", nil }
	}
	now, err := old()
	if err != nil {
		return err
	}
	return r.Powers.ChangePassphrase(ctx, r.Store, now, func() (string, error) { return r.choosePassphrase(ctx) })
}

// choosePassphrase gives a passphrase that somebody chooses, twice the same, or the five words that are offered. Errors: Invalid for one
// that is too easy, or not the same; Refused where nobody can be asked.
func (r *Run) choosePassphrase(ctx context.Context) (string, error) {
	switch {
	case r.Secrets.NewPassphrase != nil:
		return r.Secrets.NewPassphrase()
	case r.Secrets.Ask == nil:
		return "", fault.New(fault.Refused, "passphrase-nobody")
	}
	offered, err := phrase.New(rand.Reader, phrase.Passphrase)
	if err != nil {
		return "", fault.New(fault.Internal, "random-source").Because(err)
	}
	r.Tell(r.Say("cli.passphrase.offer") + "\n\n    " + string(offered) + "\n")
	asks := r.Say("cli.passphrase.new")
	for {
		typed, err := r.Secrets.Ask(ctx, asks)
		if err != nil {
			return "", err
		}
		if typed == "" {
			return string(offered), nil
		}
		if _, err = passphrase.Chosen(typed); err == nil {
			var again string
			if again, err = r.Secrets.Ask(ctx, r.Say("cli.passphrase.again")); err != nil {
				return "", err
			}
			if again == typed {
				return typed, nil
			}
			err = fault.New(fault.Invalid, "passphrase-again")
		}
		var known *fault.Error
		if !errors.As(err, &known) {
			return "", err
		}
		asks = r.Sentence(err) + "\n" + r.Say("cli.passphrase.new")
	}
}

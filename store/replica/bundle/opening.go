package bundle

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"leerbalie/model/fault"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/transfer"
	"leerbalie/store"
	"leerbalie/store/replica"
)

// Opening makes the first store of a machine from a bundle.
type Opening struct {
	Path    string // where the store comes
	Options store.Options
}

// Code asks for the code of a bundle: again, with what was wrong, where the one before did not do.
type Code func(ctx context.Context, wrong error) (phrase.Phrase, error)

// Given is a code that was asked for elsewhere: it is tried once.
func Given(code phrase.Phrase) Code {
	return func(_ context.Context, wrong error) (phrase.Phrase, error) { return code, wrong }
}

// Peek tells what stands on a bundle in clear. Errors: Invalid for a file that is none; those of the disk.
func Peek(path string) (transfer.Sealed, error) {
	b, err := Open(path)
	if err != nil {
		return transfer.Sealed{}, stick(err, path)
	}
	defer b.Close()
	return transfer.Sealed{For: b.For, From: b.From, Made: b.Made, Coded: b.Header.Secret != nil}, nil
}

// Open makes the store, sealed with the passphrase that somebody chooses, once the code is right. Nothing is left where it fails. A laptop
// that has data of the same person takes the bundle in beside them: so it comes back to a centre that does not know it. Errors:
// Conflict where there is another store; NotFound for a bundle without a code; those of the questions, of a bundle and of the disk.
func (o Opening) Open(ctx context.Context, path string, code Code, choose func(context.Context) (string, error), progress func(done, total int64)) (c transfer.Contents, err error) {
	_, err = os.Lstat(o.Path)
	there := err == nil
	if !there && !errors.Is(err, fs.ErrNotExist) {
		return c, err
	}
	if sealed, err := store.IsSealed(o.Path); there && (err != nil || !sealed) { // which a laptop's own is
		return c, fault.New(fault.Conflict, "bundle-store-there", "path", o.Path)
	}
	b, err := Open(path)
	if err != nil {
		return c, stick(err, path)
	}
	defer b.Close()
	secret, err := asked(ctx, b, code)
	if err != nil {
		return c, err
	}
	if there {
		return o.rejoin(ctx, path, b, secret, progress)
	}
	passphrase, err := choose(ctx)
	if err != nil {
		return c, err
	}
	err = store.FoundSealed(o.Path, o.Options, passphrase, func(s *store.Store) error {
		var r transfer.Returned
		if c, r, err = replica.Begin(ctx, s, secret, b.Source(secret.Identity), progress); err != nil {
			return err
		}
		(&Desk{}).answer(ctx, s, path, &r) // where it cannot be written it goes with the first bundle back
		return nil
	})
	return c, stick(err, path)
}

// rejoin takes a first bundle in beside the data of the same person.
func (o Opening) rejoin(ctx context.Context, path string, b *Sealed, secret replica.Secret, progress func(done, total int64)) (c transfer.Contents, err error) {
	s, err := store.Open(o.Path, o.Options)
	if err != nil {
		return c, err
	}
	c, r, err := replica.Rejoin(ctx, s, secret, b.Source(secret.Identity), progress)
	var e *fault.Error
	if errors.As(err, &e) && (e.Msg == "bundle-not-empty" || e.Msg == "not-the-holder") {
		err = fault.New(fault.Conflict, "bundle-store-there", "path", o.Path)
	}
	if err == nil {
		(&Desk{}).answer(ctx, s, path, &r)
	}
	return c, stick(errors.Join(err, s.Close()), path)
}

// asked asks for the code of a bundle until it opens the secret.
func asked(ctx context.Context, b *Sealed, code Code) (secret replica.Secret, err error) {
	if b.Header.Secret == nil {
		return secret, fault.New(fault.NotFound, "bundle-no-code", "path", b.path)
	}
	for wrong := error(nil); ; wrong = err {
		words, failed := code(ctx, wrong)
		if failed != nil {
			return secret, failed
		}
		var e *fault.Error
		if secret, err = b.Secret(words); !errors.As(err, &e) || e.Msg != "bundle-code" {
			return secret, err
		}
	}
}

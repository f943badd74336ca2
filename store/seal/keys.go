package seal

import (
	"errors"

	"leerbalie/model/fault"
	"leerbalie/store/disk"
)

// mostTries is how often somebody is asked for a passphrase.
const mostTries = 3

// Keys are how sealed files are opened: by the keys on the ring, or else by a passphrase that Ask gives, which knows how often it was
// asked before for the same file. Each may be nil.
type Keys struct {
	Ring *Ring
	Ask  func(tries int) (string, error)
}

// Given gives one passphrase, once.
func Given(passphrase string) func(tries int) (string, error) {
	return func(tries int) (string, error) {
		if tries > 0 {
			return "", nil
		}
		return passphrase, nil
	}
}

// IsAsking tells whether an error says that a passphrase is needed and nobody gave one.
func IsAsking(err error) bool {
	var e *fault.Error
	return errors.As(err, &e) && e.Msg == asking
}

const asking = "store-sealed"

// Open opens a file, with its key where it is sealed. While somebody is asked it is closed, so that others can have it. Errors: those
// of open and Ask; Refused (store-sealed) when no passphrase is given, and passphrase-wrong; those of Unwrap.
func (k Keys) Open(path string, open func() (*disk.DB, error)) (*disk.DB, error) {
	for ring := k.Ring; ; {
		db, err := open()
		if err != nil {
			return nil, err
		}
		wrapped, newer, err := disk.Wrapped(db)
		if newer { // nobody is asked for the key of what this program cannot read
			return nil, errors.Join(fault.New(fault.Newer, "store-newer", "path", path), db.Close())
		}
		if err == nil && wrapped == nil {
			return db, nil
		}
		if s := ring.For(wrapped); err == nil && s != nil {
			db.Unseal(s)
			return db, nil
		}
		if shut := db.Close(); err == nil {
			err = shut
		}
		if err != nil {
			return nil, err
		}
		s, err := k.ask(path, wrapped)
		if err != nil {
			return nil, err
		}
		if ring == nil {
			ring = &Ring{}
		}
		ring.Add(s)
	}
}

// ask opens a key by the passphrase that somebody gives.
func (k Keys) ask(path string, wrapped []byte) (*disk.Seal, error) {
	wrong := fault.New(fault.Refused, asking, "path", path)
	for tries := 0; k.Ask != nil && tries < mostTries; tries++ {
		p, err := k.Ask(tries)
		if err != nil {
			return nil, err
		}
		if p == "" {
			break
		}
		s, err := Unwrap(wrapped, p)
		if fault.KindOf(err) != fault.Refused {
			return s, err
		}
		wrong = fault.New(fault.Refused, "passphrase-wrong", "path", path).Because(err)
	}
	return nil, wrong
}

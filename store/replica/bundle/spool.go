package bundle

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"filippo.io/age"

	"leerbalie/model/fault"
	"leerbalie/store/file"
	"leerbalie/store/replica"
)

// Spool keeps a parcel that comes once and is read twice: in a file in a folder for a while, sealed for an identity that only this
// process has. drop removes it. Errors: those of r and of the disk.
func Spool(r io.Reader) (open replica.Source, drop func() error, err error) {
	own, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, nil, fault.New(fault.Internal, "random-source").Because(err)
	}
	dir, gone, err := file.Scratch("")
	if err != nil {
		return nil, nil, err
	}
	path := filepath.Join(dir, "parcel")
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err == nil {
		err = write(f, Header{}, own.Recipient().String(), func(w io.Writer) error {
			_, err := io.Copy(w, r)
			return err
		})
		err = errors.Join(err, f.Close())
	}
	var b *Sealed
	if err == nil {
		b, err = Open(path)
	}
	if err != nil {
		return nil, nil, errors.Join(stick(err, path), gone())
	}
	return b.Source(own.String()), func() error { return errors.Join(b.Close(), gone()) }, nil
}

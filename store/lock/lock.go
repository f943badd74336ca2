// Package lock opens a bbolt file under its lock: what is open is what has the name, and whoever has the lock already is waited for as
// long as that makes sense.
package lock

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"time"

	"leerbalie/model/fault"
	"leerbalie/store/disk"
	"leerbalie/store/file"
)

// How long to wait for another process to let go of a file. One that stays, as the app does, is reported soon. One that is passing
// lets go by itself, so that commands queue: each holder gets its time, as long as the queue goes on.
const (
	lockWait    = 500 * time.Millisecond // for a holder that stays, or of whom nothing is known
	passingWait = 10 * time.Second       // for one that is passing
	queueWait   = 5 * time.Minute        // in all
	lockEvery   = 10 * time.Millisecond  // between the first looks at the lock
	lockRarely  = 200 * time.Millisecond // between later ones, so that many who wait leave the holder its time
)

// growBy is the least by which a file grows: a new store stays small, and one under an import grows once a commit anyway.
const growBy = 1 << 20

// Opening tells how a file is opened.
type Opening struct {
	ReadOnly bool
	Once     bool                    // nobody is waited for
	Check    func(path string) error // looks at the file before bbolt gets it; nil for one that is ours alone
	Opened   func()                  // called when the file is open and not yet locked, for tests; nil
}

// Open locks a file and opens it. While one waits for its lock, the holder may have given the name to another file, as Compact does:
// what would be written to the old one is nowhere. So what is locked is what has the name, or else the name is opened anew. id is
// the identity of the file that is open. Errors: disk.ErrTimeout for a holder who does not let go; those of Check and bbolt.
func (o Opening) Open(path string) (db *disk.DB, id os.FileInfo, err error) {
	if o.Check == nil {
		o.Check = func(string) error { return nil }
	}
	pause := lockEvery
	for wait := newPatience(path, time.Now()); ; {
		if err = o.Check(path); err == nil {
			db, id, err = o.try(path)
		}
		if err == nil && Named(path, id) {
			db.AllocSize = growBy
			return db, id, nil
		}
		moved := err == nil || fault.KindOf(err) == fault.Conflict // the look met the name on its way to another file
		if err == nil {
			if err := db.Close(); err != nil {
				return nil, nil, err
			}
		}
		if moved {
			wait.renew(time.Now())
		}
		more := !o.Once && (wait.left(time.Now()) > 0 || !o.ReadOnly && errors.Is(err, disk.ErrTimeout) && wait.forReaders(time.Now()) && o.shared(path))
		switch {
		case err != nil && !moved && !errors.Is(err, disk.ErrTimeout) && !wait.unsettled(err):
			return nil, nil, err
		case o.Once && (moved || wait.unsettled(err)):
			return nil, nil, disk.ErrTimeout // whoever has it works in it
		case !more && err == nil:
			return nil, nil, fault.New(fault.Conflict, "store-replaced", "path", path)
		case !more:
			return nil, nil, err
		case !moved:
			time.Sleep(pause)
			pause = min(pause*5/4, lockRarely)
		}
	}
}

// try opens a file that exists if nobody has its lock.
func (o Opening) try(path string) (*disk.DB, os.FileInfo, error) {
	var id os.FileInfo
	options := &disk.Options{Timeout: 1, FreelistType: disk.FreelistMapType, ReadOnly: o.ReadOnly} // of a nanosecond: one try
	if runtime.GOOS != "windows" {                                                                 // there the file itself would become that big
		options.InitialMmapSize = 1 << 30
	}
	options.OpenFile = func(name string, flag int, mode fs.FileMode) (*os.File, error) {
		f, err := os.OpenFile(name, flag&^os.O_CREATE, mode)
		if err != nil {
			return nil, err
		}
		if id, err = f.Stat(); err != nil {
			return nil, errors.Join(err, f.Close())
		}
		if o.Opened != nil {
			o.Opened()
		}
		return f, nil
	}
	db, err := disk.Open(path, 0o600, options)
	return db, id, err
}

// shared tells whether nobody has the lock of a file but who reads: such a one leaves no word of itself, and lets go soon.
func (o Opening) shared(path string) bool {
	o.ReadOnly = true
	db, _, err := o.try(path)
	return err == nil && db.Close() == nil
}

// Named tells whether a path leads to a file, not by a link.
func Named(path string, id os.FileInfo) bool {
	now, err := os.Lstat(path)
	return err == nil && os.SameFile(now, id)
}

// patience is how long one still waits for a lock.
type patience struct {
	path     string
	end      time.Time // of all waiting
	readers  time.Time // of waiting for those who read
	until    time.Time // of waiting for this holder
	holder   file.Owner
	seen     bool
	unstable int
}

func newPatience(path string, now time.Time) *patience {
	return &patience{path: path, end: now.Add(queueWait), readers: now.Add(passingWait), until: now.Add(lockWait)}
}

// forReaders tells whether there is still time to wait for those who read.
func (p *patience) forReaders(now time.Time) bool { return now.Before(p.readers) }

// left is how long to wait still: the time begins anew for another holder. Zero or less: no longer.
func (p *patience) left(now time.Time) time.Duration {
	if o, ok := file.Holder(p.path); ok && (!p.seen || o != p.holder) {
		p.holder, p.seen, p.until = o, true, now.Add(lockWait)
		if o.Passing {
			p.until = now.Add(passingWait)
		}
	}
	if p.until.After(p.end) {
		return p.end.Sub(now)
	}
	return p.until.Sub(now)
}

// renew lets the time begin anew: the name is of another file now, on whose lock nobody has waited yet.
func (p *patience) renew(now time.Time) { p.until = now.Add(lockWait) }

// unsettled tells whether a file may look damaged only because its holder writes just now: a look without the lock can meet two
// commits at once. It is asked a few times.
func (p *patience) unsettled(err error) bool {
	_, held := file.Holder(p.path)
	p.unstable++
	return held && p.unstable <= 3 && fault.KindOf(err) == fault.Damaged
}

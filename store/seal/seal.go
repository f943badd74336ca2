// Package seal wraps the key of a sealed store by a passphrase, and keeps keys that were opened as long as a process needs them. What
// a sealed file looks like is package disk's.
package seal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"sync"

	"filippo.io/age"

	"leerbalie/model/fault"
	passphrases "leerbalie/model/passphrase"
	"leerbalie/store/disk"
)

// Work is how hard each try of a passphrase is made: the power of two that scrypt takes. It costs most of a second.
const Work = 18

// What a wrapped key looks like: a version, which key it is, and the key as age seals it for a passphrase.
const (
	version  = 1
	headSize = 1 + disk.IDSize
	mostSize = 4 << 10
)

// New draws a key, and wraps it by a passphrase. Errors: as Wrap.
func New(passphrase string, work int) (*disk.Seal, []byte, error) {
	s, err := disk.NewSeal()
	if err != nil {
		return nil, nil, fault.New(fault.Internal, "random-source").Because(err)
	}
	wrapped, err := Wrap(s, passphrase, work)
	return s, wrapped, err
}

// Wrap seals a key by a passphrase. work is 0 for Work; tests make it lower. Errors: Invalid for a passphrase that is too easy.
func Wrap(s *disk.Seal, passphrase string, work int) ([]byte, error) {
	p, err := passphrases.Chosen(passphrase)
	if err != nil {
		return nil, err
	}
	to, err := age.NewScryptRecipient(p)
	if err != nil {
		return nil, fault.New(fault.Internal, "random-source").Because(err)
	}
	if work == 0 {
		work = Work
	}
	to.SetWorkFactor(work)
	defer giveBack(work >= Work)
	out := bytes.NewBuffer(append([]byte{version}, s.ID()...))
	w, err := age.Encrypt(out, to)
	if err == nil {
		_, err = w.Write(s.Key())
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return nil, fault.New(fault.Internal, "random-source").Because(err)
	}
	return out.Bytes(), nil
}

// Rewrap wraps a key by another passphrase. Errors: those of Unwrap and Wrap; Refused where nothing is sealed.
func Rewrap(wrapped []byte, old, passphrase string, work int) ([]byte, error) {
	if wrapped == nil {
		return nil, fault.New(fault.Refused, "store-unsealed")
	}
	s, err := Unwrap(wrapped, old)
	if err != nil {
		return nil, err
	}
	return Wrap(s, passphrase, work)
}

// Unwrap opens a key. Errors: Refused (passphrase-wrong) for a passphrase that is not the one; Damaged for what is no wrapped key;
// Newer.
func Unwrap(wrapped []byte, passphrase string) (*disk.Seal, error) {
	if len(wrapped) > 0 && wrapped[0] > version {
		return nil, fault.New(fault.Newer, "update-needed")
	}
	if len(wrapped) <= headSize || len(wrapped) > mostSize || wrapped[0] != version {
		return nil, fault.New(fault.Damaged, "seal-unreadable")
	}
	p := passphrases.Form(passphrase)
	if p == "" {
		return nil, fault.New(fault.Refused, "passphrase-wrong")
	}
	by, err := age.NewScryptIdentity(p)
	if err != nil {
		return nil, fault.New(fault.Refused, "passphrase-wrong")
	}
	by.SetMaxWorkFactor(Work)
	var key []byte
	defer giveBack(bytes.Contains(wrapped, fmt.Appendf(nil, " %d\n", Work)))
	r, err := age.Decrypt(bytes.NewReader(wrapped[headSize:]), by)
	if err == nil {
		key, err = io.ReadAll(io.LimitReader(r, disk.KeySize+1))
	}
	var wrong *age.NoIdentityMatchError
	if errors.As(err, &wrong) {
		return nil, fault.New(fault.Refused, "passphrase-wrong").Because(err)
	}
	var s *disk.Seal
	if err == nil {
		s, err = disk.SealOf(key)
	}
	if err == nil && !is(s, wrapped) {
		err = errors.New("another key than the head says")
	}
	if err != nil {
		return nil, fault.New(fault.Damaged, "seal-unreadable").Because(err)
	}
	return s, nil
}

// giveBack gives the system the memory back that much work took, a quarter of a gigabyte, which nothing needs again.
func giveBack(much bool) {
	if much {
		debug.FreeOSMemory()
	}
}

// is tells whether a key is the one that is wrapped.
func is(s *disk.Seal, wrapped []byte) bool {
	return len(wrapped) > headSize && bytes.Equal(wrapped[1:headSize], s.ID())
}

// Ring holds the keys that a process has opened, so that a file is asked for once however often it is opened. Nil holds none. It is
// safe for use by several goroutines.
type Ring struct {
	mu   sync.Mutex
	keys []*disk.Seal
}

// NewRing is a ring with keys.
func NewRing(keys ...*disk.Seal) *Ring { return &Ring{keys: keys} }

// Add puts a key on the ring.
func (r *Ring) Add(s *disk.Seal) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.keys = append(r.keys, s)
}

// For is the key that is wrapped, nil when it is not on the ring.
func (r *Ring) For(wrapped []byte) *disk.Seal {
	if r == nil {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, s := range r.keys {
		if is(s, wrapped) {
			return s
		}
	}
	return nil
}

// Keys are the keys themselves, to hand them to another process of this program.
func (r *Ring) Keys() (keys [][]byte) {
	if r == nil {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, s := range r.keys {
		keys = append(keys, s.Key())
	}
	return keys
}

// RingOf is a ring with keys that another process handed over.
func RingOf(keys [][]byte) (*Ring, error) {
	r := &Ring{}
	for _, key := range keys {
		s, err := disk.SealOf(key)
		if err != nil {
			return nil, err
		}
		r.Add(s)
	}
	return r, nil
}

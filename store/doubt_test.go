package store

import (
	"encoding/binary"
	"hash/fnv"
	"os"
	"testing"

	"leerbalie/model"
	"leerbalie/store/disk"
)

// TestDoubtOfTheLastWrite: when one of the first two pages is not whole, or of long ago, check says that the last write may be
// missing: also when the store was written to since, or a copy was made of it, until it is repaired.
func TestDoubtOfTheLastWrite(t *testing.T) {
	size := os.Getpagesize()
	txid := func(page []byte) uint64 { return binary.NativeEndian.Uint64(page[16+48:]) }
	for what, harm := range map[string]func(first, second []byte){
		"a bit of the first":      func(first, _ []byte) { first[40] ^= 4 },
		"a bit of the second":     func(_, second []byte) { second[79] ^= 1 },
		"the first is empty":      func(first, _ []byte) { clear(first) },
		"the second is the first": func(first, second []byte) { copy(second, first) },
		"the first is the second": func(first, second []byte) { copy(first, second) },
		"one of them is of long ago": func(first, second []byte) {
			newer := first
			if txid(second) > txid(first) {
				newer = second
			}
			meta := newer[16:80]
			binary.NativeEndian.PutUint64(meta[48:], txid(newer)-4)
			sum := fnv.New64a()
			sum.Write(meta[:56])
			binary.NativeEndian.PutUint64(meta[56:], sum.Sum64())
		},
	} {
		t.Run(what, func(t *testing.T) {
			s, session := begun(t)
			check(t, session.SaveDraft(t.Context(), model.Draft{Key: "memo", Text: "half"}))
			check(t, s.Close())
			whole, err := os.ReadFile(s.path)
			check(t, err)
			harm(whole[:size], whole[size:2*size])
			check(t, os.WriteFile(s.path, whole, 0o600))
			s = reopened(t, s.path)
			want := Problem{Kind: "doubt", Where: "write", Detail: "missing"}
			finds(t, s, "opened", want)
			session = entered(t, s)
			check(t, session.SaveDraft(t.Context(), model.Draft{Key: "memo", Text: "half again"}))
			check(t, s.Close())
			s = reopened(t, s.path)
			finds(t, s, "written to", want)
			check(t, s.Backup(t.Context(), s.path+".copy", nil))
			check(t, s.Compact(t.Context()))
			finds(t, s, "written anew", want)
			r, err := s.Check(t.Context())
			check(t, err)
			check(t, s.Repair(t.Context(), r, nil))
			clean(t, s)
			check(t, s.Close())
			clean(t, reopened(t, s.path))
			check(t, Restore(t.Context(), Options{}, s.path+".copy", s.path+".again"))
			finds(t, reopened(t, s.path+".again"), "copied", want)
		})
	}
}

// TestNoDoubtWithoutCause: a store that was written to, compacted, copied and restored, at any number of its last transaction.
func TestNoDoubtWithoutCause(t *testing.T) {
	for n := range 2 {
		s, session := begun(t)
		for range n + 1 {
			check(t, session.SaveDraft(t.Context(), model.Draft{Key: "memo", Text: "half"}))
		}
		check(t, s.Compact(t.Context()))
		again, err := os.OpenFile(s.path+".again", os.O_WRONLY|os.O_CREATE, 0o600)
		check(t, err)
		check(t, s.view(func(b *disk.Tx) error { _, err := b.WriteTo(again); return err })) // as copies were made once
		check(t, again.Close())
		check(t, s.Close())
		clean(t, reopened(t, s.path))
		copied := reopened(t, s.path+".again")
		for range 3 {
			check(t, copied.SetSetting(t.Context(), "language", "nl"))
			check(t, copied.Close())
			copied = reopened(t, copied.path)
			clean(t, copied)
		}
	}
}

package store

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/modeltest"
	"leerbalie/store/disk"
	"leerbalie/store/wire"
)

// seeds are values of a bucket of a store with every kind of change in it.
func seeds(f *testing.F, bucket []byte) (out [][]byte) {
	f.Helper()
	s, session := begun(f)
	check(f, modeltest.Everything(f.Context(), session, time.Now()))
	check(f, s.view(func(b *disk.Tx) error {
		return b.Bucket(bucket).ForEach(func(_, v []byte) error {
			out = append(out, bytes.Clone(v))
			return nil
		})
	}))
	check(f, s.Close())
	return out
}

// reread is what every form on disk has to stand: whatever can be decoded at all is encoded to one form, which decodes to
// the same and is encoded to the same bytes.
func reread[T any](t *testing.T, b []byte, decode func([]byte) (T, error), encode func(T) []byte) {
	t.Helper()
	v, err := decode(b)
	if err != nil {
		if fault.KindOf(err) != fault.Damaged {
			t.Fatalf("an error of kind %d: %v", fault.KindOf(err), err)
		}
		return
	}
	once := encode(v)
	again, err := decode(once)
	if err != nil {
		t.Fatalf("what was written cannot be read: %v", err)
	}
	if !reflect.DeepEqual(v, again) {
		t.Fatalf("read again it differs:\n%+v\n%+v", v, again)
	}
	if twice := encode(again); !bytes.Equal(once, twice) {
		t.Fatalf("two forms of one value:\n%x\n%x", once, twice)
	}
}

func FuzzRecord(f *testing.F) {
	for _, b := range seeds(f, wire.BucketRecord) {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		reread(t, b, func(b []byte) (*journal.Record, error) { return wire.DecodeRecord(desk.KindRequest, journal.ID{1}, b) }, wire.EncodeRecord)
	})
}

func FuzzItem(f *testing.F) {
	for _, b := range seeds(f, wire.BucketItem) {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		reread(t, b, func(b []byte) (journal.Item, error) { return wire.DecodeItem(journal.Stamp{Time: 1}, b) },
			func(it journal.Item) []byte { return wire.EncodeItem(&it) })
	})
}

func FuzzRow(f *testing.F) {
	for _, b := range seeds(f, wire.BucketRow) {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		reread(t, b, func(b []byte) (desk.RequestRow, error) { return wire.DecodeRow(journal.ID{1}, journal.ID{2}, b) },
			func(r desk.RequestRow) []byte { return wire.EncodeRow(&r) })
	})
}

// FuzzChange: what can be read of a change is written to one form, and its place in the chain does not depend on whether
// its payload is still there.
func FuzzChange(f *testing.F) {
	for _, b := range seeds(f, wire.BucketLog) {
		f.Add(b)
	}
	stream := journal.Stream{Replica: journal.Replica{7}, Scope: journal.Scope{Class: journal.Desk, Part: journal.ID{1}}}
	f.Fuzz(func(t *testing.T, b []byte) {
		ch, w, err := wire.OpenChange(stream, 1, b)
		if err != nil {
			return
		}
		before, err := wire.Head{}.Next(wire.StreamKey(stream), w)
		if err != nil {
			return // erased, with a digest that is none
		}
		if !ch.Erased && ch.MinReader <= journal.SchemaVersion {
			sealed := wire.Seal(ch, w.Salt)
			again, err := wire.ReadChange(stream, 1, sealed)
			check(t, err)
			if !reflect.DeepEqual(ch, again) {
				t.Fatalf("read again it differs:\n%+v\n%+v", ch, again)
			}
		}
		check(t, w.Forget())
		if after, err := (wire.Head{}).Next(wire.StreamKey(stream), w); err != nil || after != before {
			t.Fatalf("without its payload the chain goes on elsewhere: %v", err)
		}
	})
}

// FuzzReceive lets a store take in whatever comes: it refuses it with a kind, or keeps it byte for byte and stays sound.
func FuzzReceive(f *testing.F) {
	for _, b := range seeds(f, wire.BucketLog) {
		f.Add(b, uint64(1), b)
	}
	path := filepath.Join(f.TempDir(), "d.db")
	check(f, Create(path, time.Now()))
	empty, err := os.ReadFile(path)
	check(f, err)
	stream := journal.Stream{Replica: journal.Replica{7}, Scope: journal.Scope{Class: journal.Desk, Part: journal.ID{1}}}
	f.Fuzz(func(t *testing.T, b []byte, seq uint64, next []byte) {
		path := filepath.Join(t.TempDir(), "d.db")
		check(t, os.WriteFile(path, empty, 0o600))
		s := reopened(t, path)
		batch := []Sealed{{stream, seq, b}, {stream, seq + 1, next}}
		if err := s.Receive(t.Context(), batch); err != nil {
			if k := fault.KindOf(err); k != fault.Invalid && k != fault.Damaged {
				t.Fatalf("refused with kind %d: %v", k, err)
			}
			batch = nil
		}
		clean(t, s)
		kept, err := s.Since(t.Context(), stream, 0, 0)
		check(t, err)
		for _, k := range kept {
			ch, _, err := wire.OpenChange(k.Stream, k.Seq, k.Bytes)
			check(t, err)
			if sent := batch[k.Seq-seq]; !ch.Erased && !bytes.Equal(k.Bytes, sent.Bytes) {
				t.Fatalf("kept as %x, not %x", k.Bytes, sent.Bytes)
			}
		}
		check(t, s.rebuild(nil))
		clean(t, s)
	})
}

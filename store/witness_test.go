package store_test

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store"
	"leerbalie/store/disk"
	"leerbalie/store/witness"
)

const told, lie = "waarheid", "onwaarde"

// worked makes a closed store in which somebody wrote what was told, long enough to have a mark after it, and some after that.
func worked(t *testing.T) string {
	t.Helper()
	path, s, session := founded(t)
	_, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: told}})
	must(t, err)
	var groups [][]model.Action
	for i := range 1100 {
		groups = append(groups, []model.Action{desk.AddRequest{Request: desk.Request{Summary: fmt.Sprintf("vraag %d", i)}}})
	}
	_, err = session.Try(t.Context(), groups, false)
	must(t, err)
	must(t, s.Close())
	return path
}

// streamCalled is a stream as problems name it.
func streamCalled(s journal.Stream) string {
	return s.Replica.String() + "/" + s.Scope.Class.String() + "/" + s.Scope.Part.String()
}

// TestAForgedChain: somebody alters a change and works out every hash again. The file alone cannot tell; whoever saw it before does,
// with the stream, and where the change itself is still known, with it.
func TestAForgedChain(t *testing.T) {
	path := worked(t)
	s := open(t, path)
	must(t, s.Backup(t.Context(), path+".backup", nil))
	work(t, s)
	must(t, s.Close())
	cp(t, path, path+".earlier") // as copies of the first version were: with the key, and without a witness
	state := t.TempDir()
	s = at(t, path, state, "")
	work(t, s)
	must(t, s.Close())
	for _, copied := range []string{path + ".backup", path + ".earlier"} { // all that came since is fine
		s = at(t, path, state, "")
		r, err := s.Check(t.Context(), copied)
		must(t, err)
		if len(r.Problems) > 0 || len(r.Against) != 1 || r.Against[0].Path != copied || r.Against[0].Seen.IsZero() {
			t.Fatalf("%s: %v, %v", filepath.Base(copied), r.Problems, r.Against)
		}
		must(t, s.Close())
	}
	stream, seq, err := store.Forge(path, told, lie)
	must(t, err)

	s = open(t, path)
	sound(t, s) // no more can be asked of the file alone
	session, err := enter(t.Context(), s)
	must(t, err)
	got, err := desk.ReadRequestByNumber(t.Context(), session, "ZW-0004")
	must(t, err)
	if got.Summary != lie {
		t.Fatalf("nothing was forged: %s", got.Summary)
	}
	for name, copied := range map[string]string{"a backup": path + ".backup", "a backup of the first version": path + ".earlier"} {
		r, err := s.Check(t.Context(), copied)
		must(t, err)
		p := altered(t, r, store.Differs)
		if len(r.Problems) != 1 || p.Where != streamCalled(stream) || p.Sequence != seq || p.File != copied || p.Seen.IsZero() {
			t.Errorf("%s: %+v, and change %d of %s was forged", name, r.Problems, seq, streamCalled(stream))
		}
	}
	must(t, s.Close())

	s, err = store.Open(path, store.Options{Now: time.Now, State: state, Looks: true})
	must(t, err)
	heads, err := s.Heads(t.Context())
	must(t, err)
	r, err := s.Check(t.Context())
	must(t, err)
	if p := altered(t, r, store.Differs); p.Where != streamCalled(stream) || p.Sequence != heads[stream] || p.Seen.IsZero() {
		t.Errorf("by the note: %+v", p)
	}
	fails(t, fault.Damaged, "repair-chain", s.Repair(t.Context(), r, nil))
	must(t, s.Close())
	for range 2 { // working on does not take it away
		s = at(t, path, state, "")
		work(t, s)
		r, err = s.Check(t.Context())
		must(t, err)
		altered(t, r, store.Differs)
		must(t, s.Close())
	}
}

// TestAForgedCopy: what somebody does to a copy, the copy tells by itself: it holds no key to sign another statement with.
func TestAForgedCopy(t *testing.T) {
	path := worked(t)
	s := open(t, path)
	must(t, s.Backup(t.Context(), path+".backup", nil))
	defer s.Close()
	_, stranger, err := ed25519.GenerateKey(rand.Reader)
	must(t, err)
	mine, err := witness.Sign(stranger, time.Now(), nil)
	must(t, err)
	inWitness := func(alter func(v []byte) []byte) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			harmed(t, path, func(tx *disk.Tx) error {
				meta := tx.Bucket([]byte("meta"))
				v := alter(bytes.Clone(meta.Get([]byte("witness"))))
				if v == nil {
					return meta.Delete([]byte("witness"))
				}
				return meta.Put([]byte("witness"), v)
			})
		}
	}
	for name, c := range map[string]struct {
		do      func(t *testing.T, path string)
		itself  string // what the copy is found to be
		against string // what comes of comparing the store with it
	}{
		"forged": {func(t *testing.T, path string) {
			_, _, err := store.Forge(path, told, lie)
			must(t, err)
		}, store.Differs, ""},
		"without a statement":      {inWitness(func([]byte) []byte { return nil }), store.Unsigned, store.Unsigned},
		"with a statement altered": {inWitness(func(v []byte) []byte { v[len(v)/2] ^= 1; return v }), store.Signature, store.Signature},
		"with a stranger's":        {inWitness(func([]byte) []byte { return mine }), "", store.Unsigned},
		"with one that is no such": {inWitness(func([]byte) []byte { return []byte("?") }), store.Signature, store.Signature},
		"with nothing done to it":  {func(*testing.T, string) {}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			copied := filepath.Join(t.TempDir(), "copy.db")
			cp(t, path+".backup", copied)
			c.do(t, copied)
			r, err := store.CheckCopy(t.Context(), copied, store.Options{})
			must(t, err)
			found := ""
			for _, p := range r.Problems {
				if p.Kind == store.Altered {
					found = p.Detail
				}
			}
			if found != c.itself {
				t.Errorf("the copy is found to be %q: %v", found, r.Problems)
			}
			again := filepath.Join(t.TempDir(), "again.db")
			if err := store.Restore(t.Context(), store.Options{}, copied, again); (err == nil) != (len(r.Problems) == 0) {
				t.Errorf("check finds %v, and restoring it: %v", r.Problems, err)
			}
			r, err = s.Check(t.Context(), copied)
			must(t, err)
			if c.against == "" {
				if len(r.Problems) > 0 {
					t.Errorf("the store is found to be altered: %v", r.Problems)
				}
				return
			}
			if p := altered(t, r, c.against); p.File != copied {
				t.Errorf("check says %+v", p)
			}
		})
	}
}

// TestAgainstWhatIsNoCopy: what cannot be compared with is an error, and not a finding.
func TestAgainstWhatIsNoCopy(t *testing.T) {
	path, s, _ := founded(t)
	text := path + ".txt"
	must(t, os.WriteFile(text, []byte(strings.Repeat("geen kopie ", 2000)), 0o600))
	for file, kind := range map[string]fault.Kind{path + ".none": fault.NotFound, text: fault.Damaged} {
		if _, err := s.Check(t.Context(), file); fault.KindOf(err) != kind {
			t.Errorf("%s: %v", filepath.Base(file), err)
		}
	}
	must(t, s.Close())
	bad := path + ".bad"
	cp(t, path, bad)
	harmed(t, bad, func(tx *disk.Tx) error {
		k, v := tx.Bucket([]byte("head")).Cursor().First()
		v = bytes.Clone(v)
		v[len(v)-1] ^= 1
		return tx.Bucket([]byte("head")).Put(bytes.Clone(k), v)
	})
	s = open(t, path)
	defer s.Close()
	_, err := s.Check(t.Context(), bad)
	fails(t, fault.Damaged, "against-unsound", err)
	other, o, _ := founded(t)
	must(t, o.Backup(t.Context(), other+".backup", nil))
	r, err := s.Check(t.Context(), other+".backup")
	must(t, err)
	altered(t, r, store.Unsigned) // of another desk: nobody here knows it
}

// TestAnErasureIsNotAltering: neither a note nor a copy misses what was erased.
func TestAnErasureIsNotAltering(t *testing.T) {
	path, s, session := founded(t)
	jan, err := session.Do(t.Context(), desk.AddResident{Resident: desk.Resident{Name: "Jan de Wit"}})
	must(t, err)
	_, err = session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "vraag van Jan", Resident: jan.Entity}})
	must(t, err)
	must(t, s.Backup(t.Context(), path+".backup", nil))
	must(t, s.Close())
	state := t.TempDir()
	must(t, at(t, path, state, "").Close())
	s = at(t, path, state, "")
	session, err = enter(t.Context(), s)
	must(t, err)
	_, err = session.Do(t.Context(), desk.EraseResident{ID: jan.Entity})
	must(t, err)
	must(t, s.Compact(t.Context()))
	must(t, s.Close())
	s = at(t, path, state, "")
	r, err := s.Check(t.Context(), path+".backup")
	must(t, err)
	if len(r.Problems) > 0 || len(s.Remarks()) > 0 {
		t.Errorf("%v, %v", r.Problems, s.Remarks())
	}
}

// TestARestoredStoreRemembersItsCopy: what a store was restored from goes on to be seen in it.
func TestARestoredStoreRemembersItsCopy(t *testing.T) {
	path := worked(t)
	s := open(t, path)
	must(t, s.Backup(t.Context(), path+".backup", nil))
	must(t, s.Close())
	again := filepath.Join(t.TempDir(), "again.db")
	must(t, store.Restore(t.Context(), store.Options{}, path+".backup", again))
	s = open(t, again)
	work(t, s)
	r, err := s.Check(t.Context(), path+".backup")
	must(t, err)
	if len(r.Problems) > 0 {
		t.Errorf("check finds %v", r.Problems)
	}
	must(t, s.Close())
	stream, _, err := store.Forge(again, told, lie)
	must(t, err)
	s = open(t, again)
	defer s.Close()
	r, err = s.Check(t.Context())
	must(t, err)
	if p := altered(t, r, store.Differs); p.Where != streamCalled(stream) {
		t.Errorf("check says %+v", p)
	}
	if err := s.Backup(t.Context(), again+".backup", nil); !isFault(err, "backup-unsound") {
		t.Errorf("a forged store is copied: %v", err)
	}
}

func isFault(err error, code string) bool {
	var known *fault.Error
	return errors.As(err, &known) && known.Msg == code
}

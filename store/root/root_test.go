package root

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/trust"
	"leerbalie/store"
)

// cheap makes keys at a price that keeps the tests fast.
func cheap() Keeper { return Keeper{Cost: Cost{Memory: 8, Passes: 1}, Random: rand.Reader} }

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func fails(t testing.TB, code string, err error) {
	t.Helper()
	var e *fault.Error
	if !errors.As(err, &e) || e.Msg != code {
		t.Fatalf("wanted %s, got %v", code, err)
	}
}

func opened(t testing.TB, path string) *store.Store {
	t.Helper()
	s, err := store.Open(path, store.Options{Now: time.Now, Program: "test"})
	must(t, err)
	t.Cleanup(func() { s.Close() })
	return s
}

// founded makes a store with a person.
func founded(t testing.TB) (*store.Store, journal.ID) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "d.db")
	must(t, store.Create(path, time.Now()))
	s := opened(t, path)
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	return s, me
}

// restored makes a copy of a store, and another store of that.
func restored(t testing.TB, s *store.Store) *store.Store {
	t.Helper()
	dir := t.TempDir()
	must(t, s.Backup(t.Context(), filepath.Join(dir, "copy"), nil))
	must(t, store.Restore(t.Context(), store.Options{}, filepath.Join(dir, "copy"), filepath.Join(dir, "d.db")))
	return opened(t, filepath.Join(dir, "d.db"))
}

func stateOf(t testing.TB, s *store.Store) *trust.State {
	t.Helper()
	st, err := trust.Read(t.Context(), s)
	must(t, err)
	return &st
}

// trusted fails unless a check finds just what is said about keys.
func trusted(t testing.TB, s *store.Store, reasons ...trust.Reason) {
	t.Helper()
	r, err := s.Check(t.Context())
	must(t, err)
	if len(r.Problems) != len(reasons) {
		t.Fatalf("a check finds %v, wanted %v", r.Problems, reasons)
	}
	for i, p := range r.Problems {
		if p.Kind != "trust" || p.Detail != string(reasons[i]) {
			t.Fatalf("a check finds %v, wanted %v", r.Problems, reasons)
		}
	}
}

// send hands all that one store holds to another.
func send(t testing.TB, from, to *store.Store) error {
	t.Helper()
	heads, err := from.Heads(t.Context())
	must(t, err)
	var batch []store.Sealed
	for stream := range heads {
		some, err := from.Since(t.Context(), stream, 0, 0)
		must(t, err)
		batch = append(batch, some...)
	}
	return to.Receive(t.Context(), batch)
}

// TestSuccession: who has the phrase makes a restored copy the centre, and others accept that; who has not, does not.
func TestSuccession(t *testing.T) {
	s, me := founded(t)
	fails(t, "root-none", cheap().Succeed(t.Context(), s, me, "kamot"))
	p, err := cheap().New(t.Context(), s, me, false)
	must(t, err)
	if !stateOf(t, s).CentreIs(s.Replica()) {
		t.Fatal("who founds is not the centre")
	}
	_, err = cheap().New(t.Context(), s, me, false)
	fails(t, "root-there", err)
	laptop, _ := founded(t)
	must(t, send(t, s, laptop))

	second := restored(t, s)
	if st := stateOf(t, second); st.Root == nil || st.CentreIs(second.Replica()) {
		t.Fatalf("a copy is the centre by itself, in term %d", st.Centre.Term)
	}
	wrong, err := phrase.New(rand.Reader, phrase.Recovery)
	must(t, err)
	fails(t, "phrase-other", cheap().Succeed(t.Context(), second, me, wrong))
	must(t, cheap().Succeed(t.Context(), second, journal.ID{}, p))
	must(t, cheap().Succeed(t.Context(), second, me, p)) // again changes nothing
	if st := stateOf(t, second); !st.CentreIs(second.Replica()) || st.Centre.Term != 2 {
		t.Fatalf("it is not the centre, in term %d", st.Centre.Term)
	}
	trusted(t, second)
	must(t, send(t, second, laptop))
	if !stateOf(t, laptop).CentreIs(second.Replica()) {
		t.Fatal("a laptop does not accept who follows")
	}

	third := restored(t, s) // of the same copy, as if the second were not there
	must(t, cheap().Succeed(t.Context(), third, me, p))
	before, err := laptop.Heads(t.Context())
	must(t, err)
	fails(t, "trust-second-centre", send(t, third, laptop))
	after, err := laptop.Heads(t.Context())
	must(t, err)
	if len(before) != len(after) || !stateOf(t, laptop).CentreIs(second.Replica()) {
		t.Fatal("what was refused left something")
	}
	trusted(t, laptop)
}

// TestTheOneBeforeComesBack: a centre that was thought lost and went on is told, on every copy, and backups go on.
func TestTheOneBeforeComesBack(t *testing.T) {
	s, me := founded(t)
	p, err := cheap().New(t.Context(), s, me, false)
	must(t, err)
	second := restored(t, s)
	must(t, cheap().Succeed(t.Context(), second, me, p))
	changed, err := cheap().Change(t.Context(), s, me, p) // not knowing of it
	must(t, err)
	if changed == p {
		t.Error("another phrase is the same one")
	}
	must(t, send(t, second, s))
	trusted(t, s, trust.NotCentre)
	if !stateOf(t, s).CentreIs(second.Replica()) {
		t.Error("the root key's word does not count")
	}
	must(t, s.Backup(t.Context(), s.Path()+".copy", nil))
	fails(t, "trust-not-centre", send(t, s, second))
}

// TestAnotherPhrase opens the same key; the one before no longer does.
func TestAnotherPhrase(t *testing.T) {
	s, me := founded(t)
	first, err := cheap().New(t.Context(), s, me, false)
	must(t, err)
	was := stateOf(t, s)
	second, err := cheap().Change(t.Context(), s, me, first)
	must(t, err)
	if is := stateOf(t, s); !bytes.Equal(was.Root, is.Root) {
		t.Fatal("another phrase made another key")
	}
	_, err = cheap().Change(t.Context(), s, me, first)
	fails(t, "phrase-other", err)
	must(t, cheap().Succeed(t.Context(), s, me, second))
	trusted(t, s)
	copied := restored(t, s) // with the phrase a copy can have another, and is the centre then
	_, err = cheap().Change(t.Context(), copied, me, second)
	must(t, err)
	trusted(t, copied)
	if !stateOf(t, copied).CentreIs(copied.Replica()) {
		t.Error("it is not the centre")
	}
}

// TestANewOrganisation: without the phrase a copy begins one, and laptops of the old one do not take it for theirs.
func TestANewOrganisation(t *testing.T) {
	s, me := founded(t)
	_, err := cheap().New(t.Context(), s, me, false)
	must(t, err)
	laptop, _ := founded(t)
	must(t, send(t, s, laptop))
	anew := restored(t, s)
	_, err = cheap().New(t.Context(), anew, me, true)
	must(t, err)
	trusted(t, anew)
	if !stateOf(t, anew).CentreIs(anew.Replica()) {
		t.Error("who begins is not the centre")
	}
	fails(t, "trust-other-root", send(t, anew, laptop))
	trusted(t, laptop)
}

// TestThePhraseIsNowhere: neither it nor the root key stands in the store or in a copy, whatever was done with it.
func TestThePhraseIsNowhere(t *testing.T) {
	s, me := founded(t)
	p, err := cheap().New(t.Context(), s, me, false)
	must(t, err)
	again, err := cheap().Change(t.Context(), s, me, p)
	must(t, err)
	st := stateOf(t, s)
	key, err := unwrap(st.Wrapped, st.Root, again)
	must(t, err)
	own, err := s.Public(t.Context())
	must(t, err)
	must(t, s.Backup(t.Context(), s.Path()+".copy", nil))
	must(t, s.Close())
	for _, path := range []string{s.Path(), s.Path() + ".copy"} {
		data, err := os.ReadFile(path)
		must(t, err)
		for what, secret := range map[string][]byte{"a phrase": []byte(p), "its first word": []byte(string(p)[:11]), "the second phrase": []byte(again), "the root key": key.Seed()} {
			if bytes.Contains(data, secret) {
				t.Errorf("%s holds %s", filepath.Base(path), what)
			}
		}
		if !bytes.Contains(data, own) {
			t.Errorf("%s does not even hold what is public: this test shows nothing", filepath.Base(path))
		}
	}
}

func TestWrapped(t *testing.T) {
	public, key, err := ed25519.GenerateKey(rand.Reader)
	must(t, err)
	p, err := phrase.New(rand.Reader, phrase.Recovery)
	must(t, err)
	w, err := wrap(key, p, Cost{Memory: 8, Passes: 1}, rand.Reader)
	must(t, err)
	got, err := unwrap(w, public, p)
	must(t, err)
	if !got.Equal(key) || len(w) != wrappedSize {
		t.Fatalf("another key comes out of %d bytes", len(w))
	}
	for i := range w {
		bad := bytes.Clone(w)
		bad[i] ^= 1
		if i >= 1 && i <= 5 {
			continue // the price: that is another key, and may cost as much as is allowed
		}
		if _, err := unwrap(bad, public, p); err == nil {
			t.Errorf("byte %d can be altered", i)
		}
	}
	otherPublic, _, err := ed25519.GenerateKey(rand.Reader)
	must(t, err)
	if _, err := unwrap(w, otherPublic, p); err == nil {
		t.Error("a wrapped key is taken for another's")
	}
	dear := bytes.Clone(w)
	dear[1] = 0xff
	_, err = unwrap(dear, public, p)
	fails(t, "root-unreadable", err)
	later := bytes.Clone(w)
	later[0]++
	_, err = unwrap(later, public, p)
	fails(t, "update-needed", err)
	if _, err := wrap(key, p, Usual(), bytes.NewReader(nil)); err == nil {
		t.Error("a key is wrapped without chance")
	}
}

// FuzzUnwrap: whatever comes as a wrapped key is refused with a reason, at no great price.
func FuzzUnwrap(f *testing.F) {
	key := ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize))
	w, err := wrap(key, "kamot", Cost{Memory: 8, Passes: 1}, bytes.NewReader(make([]byte, 256))) // the same in each process that tries
	must(f, err)
	f.Add(w)
	f.Add([]byte{1})
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, wrapped []byte) {
		wrapped = bytes.Clone(wrapped)
		if len(wrapped) > 3 && (wrapped[1] != 0 || wrapped[2] != 0 || wrapped[3] > 1) {
			wrapped[2] = 0xff // dear ones are for the limit
		}
		_, err := unwrap(wrapped, key.Public().(ed25519.PublicKey), "kamot")
		var e *fault.Error
		if err != nil && !errors.As(err, &e) {
			t.Errorf("%v", err)
		}
		if err == nil && !bytes.Equal(wrapped, w) {
			t.Error("another wrapped key opens")
		}
	})
}

var _ Store = (*store.Store)(nil)

// BenchmarkFounding is what the first start costs for the root key.
func BenchmarkFounding(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		s, me := founded(b)
		b.StartTimer()
		if _, err := (Keeper{Cost: Usual(), Random: rand.Reader}).New(context.Background(), s, me, false); err != nil {
			b.Fatal(err)
		}
	}
}

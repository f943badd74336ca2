package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/modeltest"
	"leerbalie/store/derive"
	"leerbalie/store/disk"
	"leerbalie/store/wire"
)

// TestProjectionsAreWhole holds the list of projections to its rules: each has a name of its own, works in one way, and keeps
// what it keeps in buckets that a rebuild empties.
func TestProjectionsAreWhole(t *testing.T) {
	names := map[string]bool{}
	for _, p := range derive.Present().All {
		ways := 0
		for _, way := range []bool{p.Entries != nil, p.Counts != nil, p.Words != nil, p.Figures != nil} {
			if way {
				ways++
			}
		}
		if p.Name == "" || names[p.Name] || len(p.Kinds) == 0 || ways != 1 {
			t.Errorf("%q: its name is empty or another's, it has no kinds, or not one way of working", p.Name)
		}
		names[p.Name] = true
		if p.Entries != nil && !slices.ContainsFunc(wire.DerivedBuckets(), func(b []byte) bool { return bytes.Equal(b, p.Bucket) }) {
			t.Errorf("%q is kept in %q, which a rebuild does not empty", p.Name, p.Bucket)
		}
	}
}

// full is a store with every kind of change in it, and its words in the index.
func full(t *testing.T) *Store {
	t.Helper()
	s, session := begun(t)
	check(t, modeltest.Everything(t.Context(), session, time.Now()))
	check(t, s.IndexWords(t.Context()))
	clean(t, s)
	return s
}

// keys are those of a projection's bucket under which some entity has an entry.
func keys(t *testing.T, s *Store, p *derive.Projection) (out [][]byte) {
	t.Helper()
	check(t, s.Read(t.Context(), func(r model.Tx) error {
		for _, k := range p.Kinds {
			if err := r.Each(k, func(rec *journal.Record) error {
				now := &derive.State{Rec: rec, From: r}
				if p.Counts != nil {
					out = append(out, p.Counts(now, nil)...)
					return now.Err
				}
				for _, e := range p.Entries(now, nil) {
					out = append(out, e.Key)
				}
				return now.Err
			}); err != nil {
				return err
			}
		}
		return nil
	}))
	return out
}

// TestCheckComparesEveryProjection: of whatever is derived, check finds what is gone, what is other and what is too much, and a
// repair brings back what was.
func TestCheckComparesEveryProjection(t *testing.T) {
	s := full(t)
	want, err := s.Entries(t.Context())
	check(t, err)
	for i := range s.derives.All {
		p := &s.derives.All[i]
		if p.Figures != nil && p.Figures.Of == nil {
			continue // it moves what another keeps
		}
		bucket, words := p.Bucket, p.Words != nil
		var key []byte
		switch {
		case words:
			bucket = wire.BucketToken
			check(t, s.view(func(b *disk.Tx) error {
				key, _ = b.Bucket(bucket).Cursor().Seek([]byte{byte(p.Kinds[0])})
				key = bytes.Clone(key)
				return nil
			}))
		case p.Figures != nil:
			bucket = wire.BucketFigure
			check(t, s.view(func(b *disk.Tx) error {
				first, _ := b.Bucket(bucket).Cursor().First()
				key = bytes.Clone(first)
				return nil
			}))
		default:
			if p.Counts != nil {
				bucket = wire.BucketCount
			}
			have := keys(t, s, p)
			if len(have) == 0 {
				t.Errorf("%s: no entity has any: this test shows nothing", p.Name)
				continue
			}
			key = have[0]
		}
		for name, harm := range map[string]func(b *disk.Bucket) error{
			"gone":  func(b *disk.Bucket) error { return b.Delete(key) },
			"other": func(b *disk.Bucket) error { return b.Put(key, append(bytes.Clone(b.Get(key)), 1)) },
			"too much": func(b *disk.Bucket) error {
				more := bytes.Clone(key)
				more[len(more)-1] ^= 0x55
				value := bytes.Clone(b.Get(key))
				if p.Counts != nil {
					value = wire.Number(3)
				}
				return b.Put(more, value)
			},
		} {
			check(t, s.update(func(b *disk.Tx) error { return harm(b.Bucket(bucket)) }))
			r, err := s.Check(t.Context())
			check(t, err)
			if len(r.Problems) == 0 || !r.Sound() {
				t.Errorf("%s: one is %s and check finds %v", p.Name, name, r.Problems)
			}
			check(t, s.Repair(t.Context(), r, nil))
			clean(t, s)
		}
	}
	got, err := s.Entries(t.Context())
	check(t, err)
	if !maps.Equal(got, want) {
		t.Error("repaired, it holds something else")
	}
}

// TestCheckReadsWords: words that the index lacks, or has of another text, are found.
func TestCheckReadsWords(t *testing.T) {
	s, session := begun(t)
	jan, err := session.Do(t.Context(), desk.AddResident{Resident: desk.Resident{Name: "Jan"}})
	check(t, err)
	_, err = session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "vraag", Resident: jan.Entity}})
	check(t, err)
	clean(t, s)
	check(t, s.update(func(b *disk.Tx) error { // as if it had been folded
		c := b.Bucket(wire.BucketUnindexed).Cursor()
		key, _ := c.Seek([]byte{byte(desk.KindRequest)})
		return b.Bucket(wire.BucketUnindexed).Delete(key)
	}))
	r, err := s.Check(t.Context())
	check(t, err)
	if len(r.Problems) != 1 || r.Problems[0].Detail != "differs" {
		t.Fatalf("check finds %v", r.Problems)
	}
	check(t, s.Repair(t.Context(), r, nil))
	clean(t, s)
}

// TestNamesThatComeLate: a request is found by the name of a resident who arrives after it.
func TestNamesThatComeLate(t *testing.T) {
	there, session := begun(t)
	jan, err := session.Do(t.Context(), desk.AddResident{Resident: desk.Resident{Name: "Xantippe"}})
	check(t, err)
	here, hv := begun(t)
	early := fromNewer(t, here, session.Site(), journal.ID{1}, 1, "wonen", 1)
	c, _, err := wire.OpenChange(early.Stream, 1, early.Bytes)
	check(t, err)
	c.Writes = []journal.Write{{Field: desk.RequestSummary, Value: journal.Text("vraag")}, {Field: desk.RequestResident, Value: journal.Ref(jan.Entity)}}
	early.Bytes = wire.EncodeChange(wire.Seal(c, []byte("salt")))
	check(t, here.Receive(t.Context(), []Sealed{early}))
	check(t, here.IndexWords(t.Context()))
	check(t, here.Receive(t.Context(), journalOf(t, there)))
	check(t, here.IndexWords(t.Context()))
	clean(t, here)
	at, err := hv.At(t.Context(), session.Site())
	check(t, err)
	rows, err := desk.FindRequests(t.Context(), at, "xantippe", 5)
	check(t, err)
	if len(rows) != 1 || rows[0].ID != (journal.ID{1}) {
		t.Fatalf("found: %v", rows)
	}
}

// later is a version of the program that derives one thing more: who came in, by name.
func later() derive.Derivation {
	d := derive.Present()
	d.Version++
	d.Batch = 7
	d.All = append(d.All, derive.Projection{Name: "by-name", Kinds: []journal.Kind{desk.KindResident}, Bucket: wire.BucketIndex,
		Entries: func(now *derive.State, to []derive.Entry) []derive.Entry {
			return append(to, derive.Entry{Key: append([]byte{'z'}, now.Rec.Get(desk.ResidentName).Text()...), Value: []byte{}})
		}})
	return d
}

// contents are the entries of the journal and of what is derived, and apart those of the later projection.
func contents(t *testing.T, s *Store) (journal, derived map[string]string, extra int) {
	t.Helper()
	all, err := s.Entries(context.Background())
	check(t, err)
	journal, derived = map[string]string{}, map[string]string{}
	for k, v := range all {
		switch {
		case bytes.HasPrefix([]byte(k), []byte("index/z")):
			extra++
		case bytes.HasPrefix([]byte(k), []byte("log/")), bytes.HasPrefix([]byte(k), []byte("head/")), bytes.HasPrefix([]byte(k), []byte("mark/")):
			journal[k] = v
		default:
			derived[k] = v
		}
	}
	return journal, derived, extra
}

// TestAnotherVersionDerivesAnew opens a file with a version that derives more, one that is cut off while it works, and the old
// one again: each time what is derived is that of the version, and the journal what it was.
func TestAnotherVersionDerivesAnew(t *testing.T) {
	s := full(t)
	path := s.Path()
	journalOf, derived, _ := contents(t, s)
	at := func(d derive.Derivation, extra bool) {
		t.Helper()
		check(t, s.Close())
		var err error
		s, err = open(path, Options{Now: time.Now, Program: "test"}, d)
		check(t, err)
		clean(t, s)
		check(t, s.IndexWords(t.Context()))
		clean(t, s)
		j, d2, n := contents(t, s)
		if !maps.Equal(j, journalOf) || !maps.Equal(d2, derived) || (n > 0) != extra {
			t.Fatalf("version %d: the journal is the same: %v, what is derived: %v, %d keys more", d.Version, maps.Equal(j, journalOf), maps.Equal(d2, derived), n)
		}
		check(t, s.view(func(b *disk.Tx) error {
			if !d.Made(b) {
				t.Error("the file does not say who derived it")
			}
			return nil
		}))
	}
	at(later(), true)
	at(derive.Present(), false)

	check(t, s.Close())
	bad := errors.New("the power is gone")
	for cut := range 6 {
		broken, n := later(), 0
		broken.All = append(broken.All, derive.Projection{Name: "broken", Kinds: []journal.Kind{desk.KindRequest}, Words: &derive.Wording{
			Changed: func(derive.Reader, *derive.State, *derive.State) error {
				if n++; n > cut {
					return bad
				}
				return nil
			}}})
		if _, err := open(path, Options{Now: time.Now, Program: "test"}, broken); !errors.Is(err, bad) {
			t.Fatalf("cut off after %d: %v", cut, err)
		}
	}
	at2 := reopened(t, path) // the version that derived it before begins again as well
	clean(t, at2)
	s = at2
	at(later(), true)
	check(t, s.Close())
}

// TestFilesFromBeforeThereWasAVersion: all is derived anew in a file that an earlier program made, and in one of this program that it
// had in between, for which it left the number that it knows. And that program derives all anew in a file of this one.
func TestFilesFromBeforeThereWasAVersion(t *testing.T) {
	s := full(t)
	path := s.Path()
	for name, leave := range map[string]func(meta *disk.Bucket) error{
		"made by it": func(meta *disk.Bucket) error {
			return errors.Join(meta.Delete(wire.MetaDerived), meta.Put(wire.MetaSchema, wire.Number(1)))
		},
		"in between": func(meta *disk.Bucket) error { return meta.Put(wire.MetaSchema, wire.Number(1)) },
		"of another mind": func(meta *disk.Bucket) error {
			return meta.Put(wire.MetaDerived, wire.Number(derive.Present().Version))
		},
	} {
		check(t, s.update(func(b *disk.Tx) error {
			return errors.Join(leave(b.Bucket(wire.BucketMeta)), b.Bucket(wire.BucketCount).Put([]byte("stays"), wire.Number(0)))
		}))
		check(t, s.Close())
		s = reopened(t, path)
		check(t, s.view(func(b *disk.Tx) error {
			if b.Bucket(wire.BucketCount).Get([]byte("stays")) != nil {
				t.Errorf("%s: what is derived is left as it is", name)
			}
			if earlier := wire.ParseNumber(b.Bucket(wire.BucketMeta).Get(wire.MetaSchema)); earlier >= 1 {
				t.Errorf("%s: an earlier program would take what is derived, which says %d, for its own", name, earlier)
			}
			return nil
		}))
		clean(t, s)
	}
}

// TestDamagedJournalKeepsWhatIsDerived: when the journal cannot be read, what another version derived is left alone.
func TestDamagedJournalKeepsWhatIsDerived(t *testing.T) {
	s := full(t)
	path := s.Path()
	_, derived, _ := contents(t, s)
	check(t, s.update(func(b *disk.Tx) error {
		k, v := b.Bucket(wire.BucketLog).Cursor().First()
		return b.Bucket(wire.BucketLog).Put(bytes.Clone(k), append(bytes.Clone(v), 1))
	}))
	check(t, s.Close())
	_, err := open(path, Options{Now: time.Now}, later())
	if fault.KindOf(err) != fault.Damaged {
		t.Fatalf("a file whose journal is damaged: %v", err)
	}
	s = reopened(t, path)
	if _, now, _ := contents(t, s); !maps.Equal(now, derived) {
		t.Fatal(fmt.Sprint("what was derived is gone: ", len(now), " of ", len(derived)))
	}
}

package search

import (
	"context"
	"encoding/binary"
	"errors"
	"iter"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"leerbalie/model/plain"
	"leerbalie/store/disk"
)

var bucket = []byte("token")

func open(t testing.TB) *disk.DB {
	t.Helper()
	db, err := disk.Open(filepath.Join(t.TempDir(), "index.db"), 0o600, &disk.Options{NoSync: true, FreelistType: disk.FreelistMapType})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	write(t, db, func(b *disk.Bucket) error { return nil })
	return db
}

type fataler interface {
	Helper()
	Fatal(...any)
}

func write(t fataler, db *disk.DB, do func(*disk.Bucket) error) {
	t.Helper()
	err := db.Update(func(tx *disk.Tx) error {
		b, err := tx.CreateBucketIfNotExists(bucket)
		if err != nil {
			return err
		}
		return do(b)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func read(t fataler, db *disk.DB, do func(*disk.Bucket) error) {
	t.Helper()
	if err := db.View(func(tx *disk.Tx) error { return do(tx.Bucket(bucket)) }); err != nil {
		t.Fatal(err)
	}
}

// texts is the naive index: everything is looked at.
type texts map[ID][]string

func (x texts) match(id ID, words []string) bool {
	for _, word := range words {
		if !slices.ContainsFunc(x[id], func(w string) bool { return strings.HasPrefix(w, word) }) {
			return false
		}
	}
	return true
}

func (x texts) find(words []string, before ID) []ID {
	var ids []ID
	for id := range x {
		if (before == ID{} || compareIDs(id, before) < 0) && x.match(id, words) {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b ID) int { return compareIDs(b, a) })
	return ids
}

func number(n int) (id ID) {
	binary.BigEndian.PutUint32(id[2:], uint32(n))
	return id
}

// The index against looking at everything, over random histories: batches at the end, among the others and before
// them, edits, removals; and with part of the texts not folded.
func TestFindsWhatScanFinds(t *testing.T) {
	words := rapid.SliceOfN(rapid.StringMatching(`[ab]{0,3}|é[ab]|[ab]{47,50}|n[012]{0,4}`), 0, 5)
	rapid.Check(t, func(rt *rapid.T) {
		db := open(t)
		scopes := []string{"a1", "b2", "b3"}
		known := map[string]texts{"a1": {}, "b2": {}, "b3": {}}
		unfolded := map[string]map[ID]bool{"a1": {}, "b2": {}, "b3": {}}
		for range rapid.IntRange(1, 8).Draw(rt, "batches") {
			scope := rapid.SampledFrom(scopes).Draw(rt, "scope")
			var docs []Doc
			count := rapid.SampledFrom([]int{1, 3, 40, 700, 1500, 3000}).Draw(rt, "count")
			start, step := rapid.IntRange(1, 9000).Draw(rt, "start"), rapid.IntRange(1, 7).Draw(rt, "step")
			variety := rapid.SliceOfN(words, 1, 6).Draw(rt, "words")
			for i := range count {
				n := start + i*step
				id := number(n*3 + slices.Index(scopes, scope))
				own := "n" + strconv.FormatInt(int64(n), 3) // so that there are many words
				docs = append(docs, Doc{id, append([]string{own}, variety[(n*n+n/3)%len(variety)]...)})
			}
			switch rapid.SampledFrom([]string{"fold", "fold", "forget", "wait"}).Draw(rt, "what") {
			case "fold":
				write(rt, db, func(b *disk.Bucket) error { return Index(b, []byte(scope), docs) })
				for _, d := range docs {
					known[scope][d.ID] = d.Words
					delete(unfolded[scope], d.ID)
				}
			case "forget":
				var ids []ID
				for _, d := range docs {
					ids = append(ids, d.ID)
					delete(known[scope], d.ID)
					delete(unfolded[scope], d.ID)
				}
				write(rt, db, func(b *disk.Bucket) error { return Forget(b, []byte(scope), ids...) })
			case "wait":
				for _, d := range docs[:min(len(docs), 50)] {
					known[scope][d.ID] = d.Words
					unfolded[scope][d.ID] = true
				}
			}
		}
		checkFolded(rt, db, known, unfolded)
		for range 6 {
			sees := rapid.SliceOfNDistinct(rapid.SampledFrom(scopes), 0, 3, rapid.ID[string]).Draw(rt, "sees")
			asked := words.Draw(rt, "asked")
			var before ID
			if rapid.Bool().Draw(rt, "older") {
				before = number(rapid.IntRange(0, 40000).Draw(rt, "before"))
			}
			all := texts{}
			s := Search{Query: Query{Words: asked, Before: before}, Limit: rapid.IntRange(0, 60).Draw(rt, "limit")}
			var waiting []ID
			for _, scope := range sees {
				s.Prefixes = append(s.Prefixes, []byte(scope))
				maps.Copy(all, known[scope])
				waiting = slices.AppendSeq(waiting, maps.Keys(unfolded[scope]))
			}
			slices.SortFunc(waiting, func(a, b ID) int { return compareIDs(b, a) })
			s.Unindexed = slices.Values(waiting)
			if rapid.Bool().Draw(rt, "recent") {
				s.Recent = newest(all, rapid.IntRange(0, 100).Draw(rt, "recent texts"))
			}
			s.Match = func(id ID) (bool, error) { return all.match(id, asked), nil }
			want := all.find(asked, before)
			if s.Limit > 0 {
				want = want[:min(s.Limit, len(want))]
			}
			read(rt, db, func(b *disk.Bucket) error {
				got, err := s.Run(t.Context(), b)
				if !slices.Equal(got, want) {
					rt.Fatalf("%q in %v before %x: found %d, want %d", asked, sees, before, len(got), len(want))
				}
				if len(waiting) == 0 && s.Limit == 0 {
					checkWalk(rt, b, s.Query, want)
				}
				return err
			})
		}
	})
}

// A search asks for no more of what is not indexed than it takes.
func TestNoMoreIsAskedForThanIsTaken(t *testing.T) {
	asked := 0
	s := Search{Limit: 5, Query: Query{Before: number(900)}, Match: func(ID) (bool, error) { return true, nil }, Unindexed: func(yield func(ID) bool) {
		for n := 1000; n > 0; n-- {
			if asked++; !yield(number(n)) {
				return
			}
		}
	}}
	found, err := s.Run(t.Context(), nil)
	if err != nil || len(found) != 5 || found[0] != number(899) || asked != 101+5+1 {
		t.Errorf("%d found by asking for %d: %v", len(found), asked, err)
	}
}

// walk visits what a query finds in the index alone, newest first, until visit says that it has enough.
func walk(ctx context.Context, b *disk.Bucket, q Query, visit func(ID) (more bool, err error)) error {
	s := newScans(b, q)
	for {
		id, ok, err := s.next(ctx)
		if err != nil || !ok {
			return err
		}
		if more, err := visit(id); err != nil || !more {
			return err
		}
	}
}

// checkWalk holds the index alone to what is in it; a word that is cut may find too much.
func checkWalk(t *rapid.T, b *disk.Bucket, q Query, want []ID) {
	if slices.ContainsFunc(q.Words, func(w string) bool { return len(w) > MaxWord }) {
		return
	}
	var got []ID
	err := walk(context.Background(), b, q, func(id ID) (bool, error) {
		got = append(got, id)
		return true, nil
	})
	if err != nil || !slices.Equal(got, want) {
		t.Fatalf("%q: walked over %d, want %d, %v", q.Words, len(got), len(want), err)
	}
}

func newest(all texts, n int) iter.Seq[ID] {
	ids := all.find(nil, ID{})
	return slices.Values(ids[:min(n, len(ids))])
}

// checkFolded holds what the index keeps, and what Sum makes of it, to what was folded.
func checkFolded(t *rapid.T, db *disk.DB, known map[string]texts, unfolded map[string]map[ID]bool) {
	for scope, all := range known {
		want, sum := texts{}, uint64(0)
		for id, words := range all {
			if !unfolded[scope][id] {
				want[id] = kept(words)
				sum += Doc{ID: id, Words: words}.Sum()
			}
		}
		read(t, db, func(b *disk.Bucket) error {
			got := texts{}
			c := b.Cursor()
			for key, value := c.Seek([]byte(scope)); isKey(key, []byte(scope)); key, value = c.Next() {
				blk, err := openBlock(value)
				if err != nil {
					return err
				}
				for i := range blk.n {
					if id := blk.id(i); !unfolded[scope][id] {
						got[id] = nil
					}
				}
				if err := blk.each(func(word []byte, places []uint16) {
					for _, p := range places {
						if id := blk.id(int(p)); !unfolded[scope][id] {
							got[id] = append(got[id], string(word))
						}
					}
				}); err != nil {
					return err
				}
			}
			if !maps.EqualFunc(got, want, slices.Equal) {
				t.Fatalf("%s: kept is %v, want %v", scope, got, want)
			}
			added, err := Sum(context.Background(), b, []byte(scope), func(id ID) bool { return unfolded[scope][id] })
			if err == nil && added != sum {
				t.Fatalf("%s: the sum is %x, want %x", scope, added, sum)
			}
			return err
		})
	}
}

// kept is what the index keeps of the words of a text.
func kept(words []string) (out []string) {
	for _, w := range words {
		if w != "" {
			out = append(out, cut(w))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Two lists of texts of which one has a word more, or at another text, have other sums.
func TestSumTellsApart(t *testing.T) {
	sum := func(docs ...Doc) (n uint64) {
		for _, d := range docs {
			n += d.Sum()
		}
		return n
	}
	a, b := ID{1}, ID{2}
	all := []uint64{
		sum(Doc{a, []string{"huur"}}, Doc{b, []string{"brief"}}),
		sum(Doc{a, []string{"brief"}}, Doc{b, []string{"huur"}}),
		sum(Doc{a, []string{"huur", "brief"}}),
		sum(Doc{b, []string{"huur", "brief"}}),
		sum(Doc{a, []string{"huurbrief"}}),
		sum(Doc{a, []string{"huur"}}),
		sum(Doc{a, nil}, Doc{b, []string{""}}),
	}
	for i, s := range all {
		if slices.Index(all, s) != i {
			t.Errorf("%d and %d have one sum", slices.Index(all, s), i)
		}
	}
	if all[len(all)-1] != 0 {
		t.Error("no words have a sum")
	}
	if sum(Doc{a, []string{"huur", "brief", "huur", ""}}) != all[2] || sum(Doc{a, []string{"brief", "huur"}}) != all[2] {
		t.Error("order, repeats or empty words count")
	}
}

// A text may cost 128 bytes of index; what is written is half of that.
func TestIndexIsSmall(t *testing.T) {
	db := open(t)
	w := newWriter(5)
	const n = 5_000
	docs := make([]Doc, n)
	for i := range docs {
		docs[i] = Doc{w.id(1_600_000_000_000 + uint64(i)*300_000), w.words(i)}
	}
	write(t, db, func(b *disk.Bucket) error { return Index(b, []byte("desk-and-a-site--"), docs) })
	read(t, db, func(b *disk.Bucket) error {
		if s := b.Stats(); s.LeafInuse+s.BranchInuse > 64*n {
			t.Errorf("%d bytes a text", (s.LeafInuse+s.BranchInuse)/n)
		}
		return nil
	})
}

func TestSearchCanBeStopped(t *testing.T) {
	db := open(t)
	write(t, db, func(b *disk.Bucket) error { return Index(b, []byte("a"), []Doc{{number(1), []string{"brief"}}}) })
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	read(t, db, func(b *disk.Bucket) error {
		q := Query{Prefixes: [][]byte{[]byte("a")}, Words: []string{"br"}}
		if err := walk(ctx, b, q, func(ID) (bool, error) { return true, nil }); !errors.Is(err, context.Canceled) {
			t.Errorf("walk: %v", err)
		}
		fail := errors.New("cannot read")
		s := Search{Query: q, Match: func(ID) (bool, error) { return false, fail }}
		if _, err := s.Run(t.Context(), b); !errors.Is(err, fail) {
			t.Errorf("Run: %v", err)
		}
		return nil
	})
}

// Whatever stands in a block, reading it ends in an answer or in ErrDamaged, never in a panic.
func TestDamagedBlocks(t *testing.T) {
	w := newWriter(3)
	c := content{words: map[string][]uint16{}}
	for i := range 200 {
		c = c.replace([]Doc{{w.id(uint64(1000 + i)), w.words(i)}}, true)
	}
	good := c.encode()
	rapid.Check(t, func(t *rapid.T) {
		bad := slices.Clone(good)
		for range rapid.IntRange(1, 4).Draw(t, "flips") {
			at := rapid.IntRange(0, len(bad)-1).Draw(t, "at")
			if rapid.Bool().Draw(t, "head") {
				at %= headerSize
			}
			bad[at] ^= byte(rapid.IntRange(1, 255).Draw(t, "bits"))
		}
		bad = bad[:rapid.IntRange(len(bad)/2, len(bad)).Draw(t, "length")]
		b, err := openBlock(bad)
		if err != nil {
			return
		}
		for _, prefix := range []string{"", "a", "br", "zw", "zzz", "0"} {
			var bits bitmap
			if _, err := b.find([]byte(prefix), &bits); err != nil && !errors.Is(err, ErrDamaged) {
				t.Fatal(err)
			}
		}
		if err := b.findNear(plain.NearTo("woning"), new(bitmap)); err != nil && !errors.Is(err, ErrDamaged) {
			t.Fatal(err)
		}
		if _, err := b.content(); err != nil && !errors.Is(err, ErrDamaged) {
			t.Fatal(err)
		}
	})
}

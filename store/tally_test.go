package store

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/derive"
	"leerbalie/store/disk"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// behind writes to the file as damage does, without a word in the tally.
func behind(t *testing.T, s *Store, harm func(b *disk.Tx) error) {
	t.Helper()
	check(t, s.db.Update(func(b *disk.Tx) error {
		if err := harm(b); err != nil {
			return err
		}
		return tally.Renew(b)
	}))
}

func problems(t *testing.T, s *Store) []Problem {
	t.Helper()
	r, err := s.Check(context.Background())
	check(t, err)
	return r.Problems
}

func finds(t *testing.T, s *Store, what string, want Problem) {
	t.Helper()
	if have := problems(t, s); !slices.Contains(have, want) {
		t.Errorf("%s: check finds %v, wanted %v", what, have, want)
	}
}

// TestLocalDamageIsNoticed: in every bucket that is tallied, an entry that is other, gone or too much is found; it stays found
// whatever is written afterwards, goes into no copy as if it were sound, and is let go by a repair.
func TestLocalDamageIsNoticed(t *testing.T) {
	s := filled(t)
	check(t, s.update(func(b *disk.Tx) error { return owe(b, Debt{OwesRemoval, s.path + ".gone"}) }))
	session := entered(t, s)
	for _, bucket := range tally.Buckets() {
		var key []byte
		check(t, s.view(func(b *disk.Tx) error {
			key, _ = b.Bucket(bucket).Cursor().Last()
			key = bytes.Clone(key)
			return nil
		}))
		if key == nil {
			t.Fatalf("%s is empty: this test shows nothing about it", bucket)
		}
		for what, harm := range map[string]func(b *disk.Bucket) error{
			"gone":     func(b *disk.Bucket) error { return b.Delete(key) },
			"other":    func(b *disk.Bucket) error { return b.Put(key, append(bytes.Clone(b.Get(key)), 0)) },
			"too much": func(b *disk.Bucket) error { return b.Put(append(bytes.Clone(key), 'x'), bytes.Clone(b.Get(key))) },
			"renamed": func(b *disk.Bucket) error {
				value := bytes.Clone(b.Get(key))
				key := append(bytes.Clone(key[:len(key)-1]), key[len(key)-1]^1)
				return b.Put(key, value)
			},
		} {
			before := map[string]string{}
			check(t, s.view(func(b *disk.Tx) error {
				return b.Bucket(bucket).ForEach(func(k, v []byte) error { before[string(k)] = string(v); return nil })
			}))
			behind(t, s, func(b *disk.Tx) error { return harm(b.Bucket(bucket)) })
			want := Problem{Kind: "local", Where: string(bucket), Detail: "differs"}
			finds(t, s, what, want)
			check(t, session.SaveDraft(t.Context(), model.Draft{Key: "other", Text: what}))
			finds(t, s, what+", and more was written", want)
			check(t, s.Compact(t.Context()))
			finds(t, s, what+", and it was written anew", want)
			if err := s.Backup(t.Context(), s.path+".copy", nil); fault.KindOf(err) != fault.Damaged {
				t.Errorf("%s: %s is %s and a copy is sound: %v", bucket, key, what, err)
			}
			r, err := s.Check(t.Context())
			check(t, err)
			if r.Sound() { // a count that is ahead is evidence that changes are gone
				check(t, s.Repair(t.Context(), r, nil))
				clean(t, s)
			} else if string(bucket) != "counter" {
				t.Errorf("%s: check finds %v", what, r.Problems)
			}
			behind(t, s, func(b *disk.Tx) error {
				bucket := b.Bucket(bucket)
				after := map[string]string{}
				check(t, bucket.ForEach(func(k, v []byte) error { after[string(k)] = string(v); return nil }))
				for k := range after {
					check(t, bucket.Delete([]byte(k)))
				}
				for k, v := range before {
					check(t, bucket.Put([]byte(k), []byte(v)))
				}
				return errors.Join(bucket.SetSequence(uint64(len(before))), tally.Anew(b))
			})
			clean(t, s)
		}
	}
}

// TestPagesOfLongAgoAreNoticed: what this copy keeps for itself comes back as it was once, its tally too.
func TestPagesOfLongAgoAreNoticed(t *testing.T) {
	s, session := begun(t)
	check(t, session.SaveDraft(t.Context(), model.Draft{Key: "memo", Text: "half"}))
	was := map[string]map[string]string{}
	check(t, s.view(func(b *disk.Tx) error {
		for _, name := range [][]byte{wire.BucketMeta, wire.BucketDraft} {
			was[string(name)] = map[string]string{}
			check(t, b.Bucket(name).ForEach(func(k, v []byte) error { was[string(name)][string(k)] = string(v); return nil }))
		}
		return nil
	}))
	check(t, session.SaveDraft(t.Context(), model.Draft{Key: "memo", Text: "half done"}))
	behind(t, s, func(b *disk.Tx) error {
		for name, entries := range was {
			for k, v := range entries {
				check(t, b.Bucket([]byte(name)).Put([]byte(k), []byte(v)))
			}
		}
		return nil
	})
	finds(t, s, "a page of long ago", Problem{Kind: "local", Where: "meta", Detail: "older"})
	check(t, session.SaveDraft(t.Context(), model.Draft{Key: "other", Text: "more"}))
	finds(t, s, "a page of long ago, and more was written", Problem{Kind: "local", Where: "meta", Detail: "older"})
}

// TestProgramsThatKeepNoTally: what they leave is tallied anew when the file is opened.
func TestProgramsThatKeepNoTally(t *testing.T) {
	s, _ := begun(t)
	behind(t, s, func(b *disk.Tx) error {
		return errors.Join(b.Bucket(wire.BucketMeta).Put(wire.MetaDerived, derive.Present().Mark()), b.Bucket(wire.BucketSetting).Put([]byte("language"), []byte("en")))
	})
	clean(t, s)
	check(t, s.Close())
	s = reopened(t, s.path)
	clean(t, s)
	behind(t, s, func(b *disk.Tx) error { return b.Bucket(wire.BucketSetting).Put([]byte("language"), []byte("nl")) })
	finds(t, s, "tallied anew", Problem{Kind: "local", Where: "setting", Detail: "differs"})
}

// TestLostMarkIsNoticed: what says that the file is tallied is gone or has another name, which no program does.
func TestLostMarkIsNoticed(t *testing.T) {
	for what, harm := range map[string]func(meta *disk.Bucket) error{
		"who derived it is gone": func(meta *disk.Bucket) error { return meta.Delete(wire.MetaDerived) },
		"who derived it has another name": func(meta *disk.Bucket) error {
			return errors.Join(meta.Put([]byte("derivad"), meta.Get(wire.MetaDerived)), meta.Delete(wire.MetaDerived))
		},
		"the sums are gone": func(meta *disk.Bucket) error { return meta.Delete(wire.MetaTally) },
		"the sums are cut":  func(meta *disk.Bucket) error { return meta.Put(wire.MetaTally, meta.Get(wire.MetaTally)[:20]) },
	} {
		s, _ := begun(t)
		behind(t, s, func(b *disk.Tx) error { return harm(b.Bucket(wire.BucketMeta)) })
		check(t, s.Close())
		s = reopened(t, s.path)
		want := Problem{Kind: "local", Where: "meta", Detail: "older"}
		finds(t, s, what, want)
		session := entered(t, s)
		check(t, session.SaveDraft(t.Context(), model.Draft{Key: "memo", Text: "half"}))
		finds(t, s, what+", and more was written", want)
		r, err := s.Check(t.Context())
		check(t, err)
		check(t, s.Repair(t.Context(), r, nil))
		clean(t, s)
	}
}

// TestLostCountGivesNoNumberTwice: a counter that is lost or too low is found, passed over by whoever asks for a number, and put
// right by a repair.
func TestLostCountGivesNoNumberTwice(t *testing.T) {
	s, session := begun(t)
	add := func() string {
		t.Helper()
		r, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "vraag"}})
		check(t, err)
		return r.Number
	}
	for range 5 {
		add()
	}
	site := session.Site()
	low := Problem{Kind: "derived", Where: "counter " + hex.EncodeToString(site[:]), Detail: "low"}
	lose := func() {
		check(t, s.update(func(b *disk.Tx) error { return tally.Keep(b, wire.BucketCounter, site[:], wire.Number(2)) }))
		finds(t, s, "a counter that is too low", low)
	}
	lose()
	if n := add(); n != "ZW-0006" {
		t.Errorf("gave out %s", n)
	}
	clean(t, s)
	lose()
	r, err := s.Check(t.Context())
	check(t, err)
	check(t, s.Repair(t.Context(), r, nil))
	clean(t, s)
	check(t, s.view(func(b *disk.Tx) error {
		if n := wire.ParseNumber(b.Bucket(wire.BucketCounter).Get(site[:])); n != 6 {
			t.Errorf("the counter was put at %d", n)
		}
		return nil
	}))
}

// TestNumbersOfAnotherCopyAreNotOurs: two copies can have drawn one tag. What the other gave out is no count of this one.
func TestNumbersOfAnotherCopyAreNotOurs(t *testing.T) {
	s, session := begun(t)
	c := &journal.Change{
		Stream: journal.Stream{Replica: journal.Replica{7}, Scope: journal.Scope{Class: journal.Desk, Part: session.Site()}}, Seq: 1,
		Time: journal.Logical(time.Now().UnixMilli()) << 16, Kind: desk.KindRequest, Entity: journal.ID{5}, Op: journal.OpSet,
		Schema: 1, MinReader: 1, Writes: []journal.Write{{Field: desk.RequestNumber, Value: journal.Text("ZW-0001")}},
	}
	check(t, s.Receive(t.Context(), []Sealed{{c.Stream, 1, wire.EncodeChange(wire.Seal(c, []byte("salt")))}}))
	clean(t, s)
	r, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "vraag"}})
	check(t, err)
	if r.Number != "ZW-0002" {
		t.Errorf("gave out %s", r.Number)
	}
	clean(t, s)
}

// TestWaitingChangesAreCounted: the count of what waits is held to what does.
func TestWaitingChangesAreCounted(t *testing.T) {
	s := filled(t)
	behind(t, s, func(b *disk.Tx) error { return b.Bucket(wire.BucketPending).SetSequence(maxPending) })
	finds(t, s, "another count", Problem{Kind: "local", Where: "pending", Detail: "count"})
	r, err := s.Check(t.Context())
	check(t, err)
	check(t, s.Repair(t.Context(), r, nil))
	clean(t, s)
}

// TestNobodyWritesPastTheTally: no line of the program puts into a bucket that is tallied, or deletes from it, but tally.Keep and tally.Drop.
func TestNobodyWritesPastTheTally(t *testing.T) {
	past := regexp.MustCompile(`(?i)\b(meta|bucket\((wire\.)?bucket(meta|pending|counter|draft|setting|owed)\))\.(put|delete)\(`)
	if !past.MatchString("b.Bucket(wire.BucketDraft).Put(k, v)") || !past.MatchString("meta.Delete(k)") {
		t.Fatal("a line past the tally is not seen")
	}
	files, err := filepath.Glob("*.go")
	check(t, err)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		check(t, err)
		if at := past.Find(source); at != nil {
			t.Errorf("%s has %s: use tally.Keep or tally.Drop", name, at)
		}
	}
}

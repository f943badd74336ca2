package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/modeltest"
	"leerbalie/store/disk"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// drawn reads the drawing in wire/schema.go: the buckets, and the letters that keys of index begin with.
func drawn(t *testing.T) (names, letters []string) {
	t.Helper()
	source, err := os.ReadFile("wire/schema.go")
	check(t, err)
	drawing, _, _ := strings.Cut(string(source), "// stream = ")
	for _, m := range regexp.MustCompile(`(?m)^//\t([a-z]+) `).FindAllStringSubmatch(drawing, -1) {
		names = append(names, m[1])
	}
	for _, m := range regexp.MustCompile(`(?m)^//\t +'(.)' ‖`).FindAllStringSubmatch(drawing, -1) {
		letters = append(letters, m[1])
	}
	return names, letters
}

// filled is a store with everything in it: each kind of change, drafts, settings, folded words, a change that waits, and
// enough changes for a mark.
func filled(t *testing.T) *Store {
	t.Helper()
	s, session := begun(t)
	ctx := t.Context()
	check(t, modeltest.Everything(ctx, session, time.Now()))
	check(t, s.IndexWords(ctx))
	check(t, session.SaveDraft(ctx, model.Draft{Key: "memo", Text: "half"}))
	check(t, session.SetSetting(ctx, "language", "nl"))
	check(t, s.Receive(ctx, []Sealed{fromNewer(t, s, session.Site(), journal.ID{1}, 5, "wacht", 1)}))
	elsewhere := journal.Stream{Replica: journal.Replica{9}, Scope: journal.Scope{Class: journal.Learning, Part: journal.ID{9}}}
	check(t, s.update(func(b *disk.Tx) error {
		return errors.Join(tally.Keep(b, wire.BucketPeer, []byte("w12345678"), []byte("word")), tally.Keep(b, wire.BucketHeld, wire.LogKey(elsewhere, 7), wire.EncodeHeld(&wire.Held{Reason: "gap", Change: fromNewer(t, s, session.Site(), journal.ID{1}, 6, "houdt", 1).Bytes})),
			tally.Keep(b, wire.BucketAway, wire.StreamKey(elsewhere), append(wire.Head{Seq: 3}.Bytes(), wire.Number(1)...)))
	}))
	var memos []model.Action
	added, err := session.Do(ctx, desk.AddRequest{Request: desk.Request{Summary: "met veel memo's"}})
	check(t, err)
	for i := range wire.MarkEvery {
		memos = append(memos, desk.AddMemo{ID: added.Entity, Text: fmt.Sprint("memo ", i)})
	}
	_, err = session.Do(ctx, memos...)
	check(t, err)
	clean(t, s)
	return s
}

// TestDrawingOfTheFile holds the drawing in wire/schema.go to the code: the same buckets, and in a store with everything in it
// every key as it is drawn.
func TestDrawingOfTheFile(t *testing.T) {
	names, letters := drawn(t)
	var have []string
	for _, b := range wire.Buckets() {
		have = append(have, string(b))
	}
	if !slices.Equal(names, have) {
		t.Errorf("the drawing has %v, the code %v", names, have)
	}
	for _, d := range wire.DerivedBuckets() {
		if !slices.Contains(have, string(d)) {
			t.Errorf("derived has %s, which is no bucket", d)
		}
	}
	const id, stream = 16, 8 + 1 + 16
	keys := map[string]func(k []byte) bool{
		"meta": func(k []byte) bool {
			return slices.Contains([]string{"format", "replica", "key", "tag", "clock", "txn", "schema", "derived", "tally", "doubt"}, string(k))
		},
		"log":     func(k []byte) bool { return len(k) == stream+8 },
		"head":    func(k []byte) bool { return len(k) == stream },
		"mark":    func(k []byte) bool { return len(k) == stream+8 && wire.ParseNumber(k[stream:])%wire.MarkEvery == 0 },
		"pending": func(k []byte) bool { return len(k) == stream+8 },
		"record":  func(k []byte) bool { return len(k) == 1+id },
		"item":    func(k []byte) bool { return len(k) == 1+id+8+8+8 },
		"row":     func(k []byte) bool { return len(k) == 2*id },
		"index":   func(k []byte) bool { return slices.Contains(letters, string(k[:1])) && indexKeyFits(k) },
		"count":   func(k []byte) bool { return slices.Contains(desk.Statuses(), desk.Status(k[id:])) },
		"figure": func(k []byte) bool {
			return len(k) == wire.FigureKeyLen && (k[id] == wire.FigureDay || k[id] == wire.FigurePart)
		},
		"token": func(k []byte) bool {
			return len(k) > 1+id && (k[0] == byte(desk.KindRequest) || k[0] == byte(desk.KindResident))
		},
		"unfolded": func(k []byte) bool { return len(k) == 1+2*id },
		"counter":  func(k []byte) bool { return len(k) == id },
		"draft":    func(k []byte) bool { return len(k) > id },
		"setting":  func(k []byte) bool { return len(k) > 0 },
		"peer":     func(k []byte) bool { return len(k) > 1 && bytes.Contains([]byte("wpichrne"), k[:1]) },
		"held":     func(k []byte) bool { return len(k) == stream+8 },
		"away":     func(k []byte) bool { return len(k) == stream },
		"owed": func(k []byte) bool {
			return len(k) > 0 && (k[0] == byte(OwesCompact) || k[0] == byte(OwesAnew) || k[0] == byte(OwesRemoval))
		},
	}
	s := filled(t)
	seen := map[string]bool{}
	check(t, s.view(func(b *disk.Tx) error {
		return b.ForEach(func(name []byte, bucket *disk.Bucket) error {
			fits := keys[string(name)]
			if fits == nil {
				t.Errorf("bucket %s is not drawn", name)
				return nil
			}
			if k, _ := bucket.Cursor().First(); k == nil {
				t.Errorf("bucket %s is empty: this test shows nothing about it", name)
			}
			return bucket.ForEach(func(k, _ []byte) error {
				if !fits(k) {
					t.Errorf("bucket %s has the key %q", name, k)
				}
				if string(name) == "index" {
					seen[string(k[:1])] = true
				}
				return nil
			})
		})
	}))
	for _, l := range letters {
		if !seen[l] {
			t.Errorf("no key of index begins with %s, which is drawn", l)
		}
	}
}

func indexKeyFits(k []byte) bool {
	const id = 16
	switch k[0] {
	case 'q':
		return len(k) == 1+id+1+1+8+id || len(k) == 1+id+1+8+id
	case 'n', 's':
		return len(k) > 1+id && k[len(k)-id-1] == 0
	case 'b':
		return len(k) == 1+2*id
	case 'r', 'l', 'g', 'j':
		return len(k) == 1+3*id
	case 'd':
		return len(k) == 1+3*id+1
	case 'm':
		return len(k) == 1+id+(8+8+8)+2*id
	case 'o':
		return len(k) == 1+3*id
	case 't':
		return len(k) == 1+id+8+2*id
	case 'x':
		return len(k) == 2+1+id+1+id && k[1] == 0 || len(k) == 2+1+2*id+1+id+(8+8+8) && k[1] == 1
	case 'e':
		return len(k) == 1+id
	}
	return false
}

// TestRebuildOfEverything: what is derived anew from the journal is what was there.
func TestRebuildOfEverything(t *testing.T) {
	s := filled(t)
	before, err := s.Entries(context.Background())
	check(t, err)
	check(t, s.rebuild(nil))
	clean(t, s)
	after, err := s.Entries(context.Background())
	check(t, err)
	for k, v := range after {
		if before[k] != v {
			t.Errorf("derived anew, %q differs", k)
		}
	}
	if len(after) != len(before) {
		t.Errorf("%d entries became %d", len(before), len(after))
	}
}

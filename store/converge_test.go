package store_test

import (
	"context"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/modeltest"
	"leerbalie/store"
	"leerbalie/store/digest"
)

// replica is a store on disk with a clock of its own and a session on it.
type replica struct {
	modeltest.Desk
	store *store.Store
	clock time.Time
}

// newReplica makes an empty store whose clock is wrong by up to 25 hours.
func newReplica(t *rapid.T, dir, name string) *replica {
	r := &replica{clock: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	r.clock = r.clock.Add(time.Duration(rapid.IntRange(-25, 25).Draw(t, "offset")) * time.Hour)
	path := filepath.Join(dir, name)
	must(t, store.Create(path, r.clock))
	s, err := store.Open(path, store.Options{Now: func() time.Time { return r.clock }, Program: "test"})
	must(t, err)
	r.store, r.Store, r.Clock = s, s, &r.clock
	return r
}

// replicas founds a store and brings its beginning to two others.
func replicas(t *rapid.T, dir string) []*replica {
	out := make([]*replica, 3)
	for i := range out {
		out[i] = newReplica(t, dir, fmt.Sprintf("%d.db", i))
	}
	me, err := model.Found(t.Context(), out[0].store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	for i, r := range out {
		if i > 0 {
			must(t, r.store.Receive(t.Context(), journalOf(t, out[0].store)))
		}
		r.Session, err = model.Enter(t.Context(), r.store, me)
		must(t, err)
	}
	return out
}

// journal is every change that a store holds.
func journalOf(t checking, s *store.Store) (out []store.Sealed) {
	heads, err := s.Heads(t.Context())
	must(t, err)
	for stream := range heads {
		part, err := s.Since(t.Context(), stream, 0, 0)
		must(t, err)
		out = append(out, part...)
	}
	return out
}

// lacks is what an exchange sends: of every stream what follows the other's last, or a part of it.
func lacks(t *rapid.T, from, to *replica, limit int) (out []store.Sealed) {
	heads, err := from.store.Heads(t.Context())
	must(t, err)
	theirs, err := to.store.Heads(t.Context())
	must(t, err)
	for stream := range heads {
		part, err := from.store.Since(t.Context(), stream, theirs[stream], limit)
		must(t, err)
		out = append(out, part...)
	}
	return out
}

// TestStoresConverge lets three stores work apart and exchange what they did in parts, twice, late and out of order. In
// the end all hold the same, byte for byte: journal, chains, records, lists; and so do a new one and a rebuilt one.
func TestStoresConverge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "converge")
		must(t, err)
		defer os.RemoveAll(dir)
		all := replicas(t, dir)
		draw := modeltest.Even(func(label string) bool { return rapid.Bool().Draw(t, label) })
		any := func(label string) *replica { return all[draw(0, 2, label)] }
		for n := range rapid.IntRange(5, 40).Draw(t, "steps") {
			r := any("desk")
			switch draw(0, 7, "step") {
			case 0:
				must(t, r.store.Receive(t.Context(), lacks(t, any("from"), r, draw(0, 3, "limit"))))
			case 1:
				changes := journalOf(t, any("from").store)
				shuffle(t, changes)
				must(t, r.store.Receive(t.Context(), changes[:draw(0, len(changes), "part")]))
			default:
				must(t, r.Act(t.Context(), draw, n))
			}
		}
		for range 2 {
			for _, from := range all {
				for _, to := range all {
					changes := lacks(t, from, to, 0)
					shuffle(t, changes)
					must(t, to.store.Receive(t.Context(), changes))
				}
			}
		}
		fresh := newReplica(t, dir, "fresh.db")
		changes := journalOf(t, any("fresh from").store)
		shuffle(t, changes)
		must(t, fresh.store.Receive(t.Context(), changes))
		same(t, append(all, fresh))
		must(t, all[0].store.Rebuild())
		must(t, all[0].store.IndexWords(t.Context()))
		must(t, all[1].store.Compact(t.Context()))
		same(t, append(all, fresh))
		for _, r := range append(all, fresh) {
			must(t, r.store.Close())
		}
	})
}

func shuffle(t *rapid.T, changes []store.Sealed) {
	r := rand.New(rand.NewSource(rapid.Int64().Draw(t, "order")))
	r.Shuffle(len(changes), func(i, j int) { changes[i], changes[j] = changes[j], changes[i] })
}

// same holds stores to each other: nothing waits, check finds nothing, and all that is shared or derived is equal.
func same(t *rapid.T, all []*replica) {
	t.Helper()
	var want map[string]string
	var digests digest.Digest
	for i, r := range all {
		report := sound(t, r.store)
		waiting, err := r.store.Pending(t.Context())
		must(t, err)
		if waiting > 0 {
			t.Fatalf("store %d: %d changes still wait", i, waiting)
		}
		got, err := r.store.Entries(context.Background())
		must(t, err)
		if i == 0 {
			want, digests = got, report.Digests
			continue
		}
		for k, v := range got {
			if want[k] != v {
				t.Fatalf("store %d differs at %q:\n%x\n%x", i, k, v, want[k])
			}
		}
		if len(got) != len(want) {
			t.Fatalf("store %d has %d entries, not %d", i, len(got), len(want))
		}
		if report.Digests.All != digests.All || fmt.Sprint(report.Digests.Scopes) != fmt.Sprint(digests.Scopes) {
			t.Fatalf("store %d: digests differ", i)
		}
	}
}

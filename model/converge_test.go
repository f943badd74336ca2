package model_test

import (
	"context"
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/kinds"
	"leerbalie/model/memory"
	"leerbalie/model/modeltest"
)

// replica is a copy of the store with a clock of its own and a session on it.
type replica struct {
	modeltest.Desk
	store *memory.Store
	clock time.Time
}

// begin founds a store on the first desk and brings it to the others.
func begin(t *rapid.T, n int) []*replica {
	start := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	desks := make([]*replica, n)
	for i := range desks {
		d := &replica{clock: start.Add(time.Duration(rapid.IntRange(-25, 25).Draw(t, "offset")) * time.Hour)}
		d.store = memory.New(memory.Options{Replica: journal.Replica{byte(i + 1)}, Tag: fmt.Sprintf("K%d", i+2),
			Now: func() time.Time { return d.clock }, Random: rand.New(rand.NewSource(int64(i)))})
		desks[i] = d
	}
	me, err := model.Found(context.Background(), desks[0].store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	check(t, err)
	for i, d := range desks {
		if i > 0 {
			check(t, d.store.Receive(desks[0].store.Journal()))
		}
		d.Store, d.Clock = d.store, &d.clock
		d.Session, err = model.Enter(context.Background(), d.store, me)
		check(t, err)
	}
	return desks
}

func check(t *rapid.T, err error) {
	if err != nil {
		t.Helper()
		t.Fatal(err)
	}
}

// draw is rapid's choice as a history wants it.
func draw(t *rapid.T) modeltest.Draw {
	return modeltest.Even(func(label string) bool { return rapid.Bool().Draw(t, label) })
}

// deliver hands a part of what one desk holds to another: out of order, more than once, with gaps.
func deliver(t *rapid.T, from, to *replica) {
	all := from.store.Journal()
	picks := rapid.SliceOfN(rapid.IntRange(0, len(all)-1), 0, 30).Draw(t, "changes")
	part := make([]*journal.Change, len(picks))
	for i, p := range picks {
		part[i] = all[p]
	}
	check(t, to.store.Receive(part))
}

// deliverAll hands over everything, in a drawn order.
func deliverAll(t *rapid.T, from, to *replica) {
	all := from.store.Journal()
	seed := rapid.Int64().Draw(t, "order")
	rand.New(rand.NewSource(seed)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	check(t, to.store.Receive(all))
}

func TestReplicasConverge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		desks := begin(t, 3)
		steps := rapid.IntRange(5, 60).Draw(t, "steps")
		for n := range steps {
			draw := draw(t)
			d := desks[draw(0, 2, "desk")]
			switch draw(0, 7, "step") {
			case 0:
				deliver(t, desks[draw(0, 2, "from")], d)
			case 1:
				deliverAll(t, desks[draw(0, 2, "from")], d)
			default:
				check(t, d.Act(t.Context(), draw, n))
			}
		}
		for range 2 {
			for _, from := range desks {
				for _, to := range desks {
					deliverAll(t, from, to)
				}
			}
		}
		fresh := begin(t, 1)[0]
		fresh.store = memory.New(memory.Options{Replica: journal.Replica{9}, Now: time.Now, Random: rand.New(rand.NewSource(9))})
		deliverAll(t, desks[rapid.IntRange(0, 2).Draw(t, "fresh from")], fresh)

		want := desks[0].store.State()
		for i, d := range append(desks[1:], fresh) {
			if got := d.store.State(); !reflect.DeepEqual(got, want) {
				t.Fatalf("replica %d holds something else:\n%s", i+2, difference(got, want))
			}
		}
		oracle(t, desks[0])
		countedOnce(t, desks[0])
		erasedStaysErased(t, append(desks, fresh))
	})
}

func difference(got, want map[string]memory.Entity) string {
	for k, w := range want {
		if g := got[k]; !reflect.DeepEqual(g, w) {
			return fmt.Sprintf("%s\n got %+v\nwant %+v", k, g, w)
		}
	}
	return fmt.Sprintf("got %d entities, want %d", len(got), len(want))
}

// oracle works out winners, siblings and items from the changes themselves, by the definition.
func oracle(t *rapid.T, d *replica) {
	type field struct {
		id journal.ID
		k  journal.Kind
		f  journal.Field
	}
	writes := map[field][]journal.Version{}
	replaced := map[field]map[journal.Stamp]bool{}
	changes := map[journal.ID]int{}
	last := map[journal.Replica]journal.Logical{}
	for _, c := range d.store.Journal() {
		changes[c.Entity]++
		if c.Op == journal.OpSet {
			for _, w := range c.Writes {
				f := field{c.Entity, c.Kind, w.Field}
				writes[f] = append(writes[f], journal.Version{Stamp: c.Stamp(), Value: w.Value})
				for _, b := range w.Base {
					if b.Time >= c.Time {
						t.Fatalf("a change at %d replaces one at %d: the clock was not merged", c.Time, b.Time)
					}
					if replaced[f] == nil {
						replaced[f] = map[journal.Stamp]bool{}
					}
					replaced[f][b] = true
				}
			}
		}
		last[c.Stream.Replica] = max(last[c.Stream.Replica], c.Time)
	}
	items := map[journal.ID]int{}
	for _, e := range d.store.State() {
		items[e.Record.ID] += len(e.Items)
		for _, reg := range e.Record.Registers {
			f := field{e.Record.ID, e.Record.Kind, reg.Field}
			live := slices.DeleteFunc(writes[f], func(v journal.Version) bool { return replaced[f][v.Stamp] })
			slices.SortFunc(live, func(a, b journal.Version) int { return b.Stamp.Compare(a.Stamp) })
			if !slices.EqualFunc(live, reg.Live, func(a, b journal.Version) bool { return a.Stamp == b.Stamp && a.Value.Equal(b.Value) }) {
				t.Fatalf("field %d of %s shows %v, its changes say %v", reg.Field, e.Record.ID, reg.Live, live)
			}
			if len(reg.Unseen) > 0 {
				t.Fatalf("field %d of %s still waits for %v", reg.Field, e.Record.ID, reg.Unseen)
			}
		}
	}
	if !reflect.DeepEqual(items, changes) {
		t.Fatalf("items and changes differ: %v %v", items, changes)
	}
}

// erasedStaysErased looks for a word of an erased entity in all that a replica holds.
func erasedStaysErased(t *rapid.T, desks []*replica) {
	for _, d := range desks {
		state := d.store.State()
		gone := map[journal.ID]bool{}
		for _, e := range state {
			if e.Record.Kind == journal.KindErasure {
				gone[e.Record.ID] = true
			}
		}
		for _, e := range state {
			if e.Record.Kind == journal.KindErasure || !gone[e.Record.ID] {
				continue
			}
			if s := fmt.Sprintf("%+v", e); strings.Contains(s, modeltest.Word) && e.Record.Kind == desk.KindResident {
				t.Fatalf("an erased resident still has words: %s", s)
			}
			if e.Record.Get(desk.RequestSummary).Text() != "" && e.Record.Kind == desk.KindRequest {
				t.Fatalf("the request of an erased resident still has words: %+v", e)
			}
		}
		for _, c := range d.store.Journal() {
			if gone[c.Entity] && c.Takes(kinds.All()) {
				t.Fatalf("the journal still holds words of an erased entity: %+v", c)
			}
		}
	}
}

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
	"leerbalie/model/memory"
)

// desk is one replica with a clock of its own and a session on it.
type desk struct {
	store *memory.Store
	view  *model.View
	clock time.Time
}

// begin founds a store on the first desk and brings it to the others.
func begin(t *rapid.T, n int) []*desk {
	start := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	desks := make([]*desk, n)
	for i := range desks {
		d := &desk{clock: start.Add(time.Duration(rapid.IntRange(-25, 25).Draw(t, "offset")) * time.Hour)}
		d.store = memory.New(memory.Options{Replica: model.Replica{byte(i + 1)}, Tag: fmt.Sprintf("K%d", i+2),
			Now: func() time.Time { return d.clock }, Random: rand.New(rand.NewSource(int64(i)))})
		desks[i] = d
	}
	me, err := model.Found(context.Background(), desks[0].store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	check(t, err)
	for i, d := range desks {
		if i > 0 {
			check(t, d.store.Receive(desks[0].store.Journal()))
		}
		d.view, err = model.Enter(context.Background(), d.store, me)
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

// act does something that a desk does; what the rules refuse is refused, anything else must succeed.
func act(t *rapid.T, d *desk, n int) {
	ctx := context.Background()
	d.clock = d.clock.Add(time.Duration(rapid.IntRange(-90, 240).Draw(t, "minutes")) * time.Minute)
	var ids, residents []model.ID
	for _, e := range d.store.State() {
		switch e.Record.Kind {
		case model.KindRequest:
			ids = append(ids, e.Record.ID)
		case model.KindResident:
			residents = append(residents, e.Record.ID)
		}
	}
	byID := func(a, b model.ID) int { return strings.Compare(string(a[:]), string(b[:])) }
	slices.SortFunc(ids, byID)
	slices.SortFunc(residents, byID)
	what := rapid.IntRange(0, 15).Draw(t, "what")
	if len(ids) == 0 {
		what = 0
	}
	var id, resident model.ID
	if len(ids) > 0 {
		id = ids[rapid.IntRange(0, len(ids)-1).Draw(t, "request")]
	}
	if len(residents) > 0 {
		resident = residents[rapid.IntRange(0, len(residents)-1).Draw(t, "resident")]
	}
	words := fmt.Sprintf("woorden %d van %s", n, d.view.Replica())
	urgency := []model.Urgency{model.UrgencyNow, model.UrgencyToday, model.UrgencyRoutine}[n%3]
	var err error
	switch what {
	case 0, 1:
		_, err = d.view.Do(ctx, model.AddRequest{Request: model.Request{Summary: words, Urgency: urgency, Resident: resident}})
	case 2:
		_, err = d.view.Do(ctx, model.EditRequest{ID: id, Summary: &words})
	case 3:
		_, err = d.view.Do(ctx, model.EditRequest{ID: id, Urgency: &urgency, Theme: &words})
	case 4:
		_, err = d.view.Do(ctx, model.ClaimRequest{ID: id, Over: n%2 == 0})
	case 5:
		_, err = d.view.Do(ctx, model.ReleaseRequest{ID: id})
	case 6:
		_, err = d.view.Do(ctx, model.ParkRequest{ID: id})
	case 7:
		_, err = d.view.Do(ctx, model.RecallRequest{ID: id})
	case 8:
		_, err = d.view.Do(ctx, model.AddMemo{ID: id, Text: words}, model.LogTime{ID: id, Minutes: 1 + n%60})
	case 9:
		_, err = d.view.Do(ctx, model.CloseRequest{ID: id, Outcome: "referred", Minutes: 5, Note: words})
	case 10:
		_, err = d.view.Do(ctx, model.ReopenRequest{ID: id})
	case 11:
		_, err = d.view.Undo(ctx)
	case 12:
		_, err = d.view.Redo(ctx)
	case 13:
		_, err = d.view.Do(ctx, model.AddResident{Resident: model.Resident{Name: words}})
	case 14:
		if !resident.IsZero() {
			_, err = d.view.Do(ctx, model.EditResident{Resident: model.Resident{ID: resident, Name: words, City: "Den Haag"}})
		}
	case 15:
		if !resident.IsZero() && rapid.IntRange(0, 2).Draw(t, "erase") == 0 {
			_, err = d.view.Do(ctx, model.EraseResident{ID: resident})
		}
	}
	switch model.KindOf(err) {
	case model.Conflict, model.Refused, model.NotFound:
	default:
		check(t, err)
	}
}

// deliver hands a part of what one desk holds to another: out of order, more than once, with gaps.
func deliver(t *rapid.T, from, to *desk) {
	all := from.store.Journal()
	picks := rapid.SliceOfN(rapid.IntRange(0, len(all)-1), 0, 30).Draw(t, "changes")
	part := make([]*model.Change, len(picks))
	for i, p := range picks {
		part[i] = all[p]
	}
	check(t, to.store.Receive(part))
}

// deliverAll hands over everything, in a drawn order.
func deliverAll(t *rapid.T, from, to *desk) {
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
			d := desks[rapid.IntRange(0, 2).Draw(t, "desk")]
			if rapid.IntRange(0, 3).Draw(t, "deliver?") == 0 {
				deliver(t, desks[rapid.IntRange(0, 2).Draw(t, "from")], d)
				continue
			}
			act(t, d, n)
		}
		for range 2 {
			for _, from := range desks {
				for _, to := range desks {
					deliverAll(t, from, to)
				}
			}
		}
		fresh := begin(t, 1)[0]
		fresh.store = memory.New(memory.Options{Replica: model.Replica{9}, Now: time.Now, Random: rand.New(rand.NewSource(9))})
		deliverAll(t, desks[rapid.IntRange(0, 2).Draw(t, "fresh from")], fresh)

		want := desks[0].store.State()
		for i, d := range append(desks[1:], fresh) {
			if got := d.store.State(); !reflect.DeepEqual(got, want) {
				t.Fatalf("replica %d holds something else:\n%s", i+2, difference(got, want))
			}
		}
		oracle(t, desks[0])
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
func oracle(t *rapid.T, d *desk) {
	type field struct {
		id model.ID
		k  model.Kind
		f  model.Field
	}
	writes := map[field][]model.Version{}
	replaced := map[field]map[model.Stamp]bool{}
	changes := map[model.ID]int{}
	last := map[model.Replica]model.Logical{}
	for _, c := range d.store.Journal() {
		changes[c.Entity]++
		if c.Op == model.OpSet {
			for _, w := range c.Writes {
				f := field{c.Entity, c.Kind, w.Field}
				writes[f] = append(writes[f], model.Version{Stamp: c.Stamp(), Value: w.Value})
				for _, b := range w.Base {
					if b.Time >= c.Time {
						t.Fatalf("a change at %d replaces one at %d: the clock was not merged", c.Time, b.Time)
					}
					if replaced[f] == nil {
						replaced[f] = map[model.Stamp]bool{}
					}
					replaced[f][b] = true
				}
			}
		}
		last[c.Stream.Replica] = max(last[c.Stream.Replica], c.Time)
	}
	items := map[model.ID]int{}
	for _, e := range d.store.State() {
		items[e.Record.ID] += len(e.Items)
		for _, reg := range e.Record.Registers {
			f := field{e.Record.ID, e.Record.Kind, reg.Field}
			live := slices.DeleteFunc(writes[f], func(v model.Version) bool { return replaced[f][v.Stamp] })
			slices.SortFunc(live, func(a, b model.Version) int { return b.Stamp.Compare(a.Stamp) })
			if !slices.EqualFunc(live, reg.Live, func(a, b model.Version) bool { return a.Stamp == b.Stamp && a.Value.Equal(b.Value) }) {
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
func erasedStaysErased(t *rapid.T, desks []*desk) {
	for _, d := range desks {
		state := d.store.State()
		gone := map[model.ID]bool{}
		for _, e := range state {
			if e.Record.Kind == model.KindErasure {
				gone[e.Record.ID] = true
			}
		}
		for _, e := range state {
			if e.Record.Kind == model.KindErasure || !gone[e.Record.ID] {
				continue
			}
			if s := fmt.Sprintf("%+v", e); strings.Contains(s, "woorden") && e.Record.Kind == model.KindResident {
				t.Fatalf("an erased resident still has words: %s", s)
			}
			if e.Record.Get(model.RequestSummary).Text() != "" && e.Record.Kind == model.KindRequest {
				t.Fatalf("the request of an erased resident still has words: %+v", e)
			}
		}
		for _, c := range d.store.Journal() {
			if gone[c.Entity] && c.Takes() {
				t.Fatalf("the journal still holds words of an erased entity: %+v", c)
			}
		}
	}
}

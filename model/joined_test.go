package model_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// countedOnce holds what lists and details tell against each request by itself: whatever was merged into what, every minute, note,
// promise and request stands at one place and no other.
func countedOnce(t *rapid.T, d *replica) {
	t.Helper()
	state := map[journal.ID]*desk.Request{}
	var minutes, memos, tasks, on int
	for _, e := range d.store.State() {
		if e.Record.Kind != desk.KindRequest {
			continue
		}
		r := desk.RequestOf(&e.Record, e.Items)
		if r.Archived {
			continue
		}
		state[r.ID] = r
		minutes, memos, tasks = minutes+r.Minutes, memos+len(r.Memos), tasks+len(r.Tasks)
		if r.Merged == nil {
			on++
		}
	}
	var listed, shown, noted, promised int
	page, err := desk.ReadPage(t.Context(), d.Session, desk.PageQuery{View: desk.ViewAll})
	check(t, err)
	joined := map[journal.ID]journal.ID{}
	for _, row := range page.Rows {
		listed += row.Minutes
		r, err := desk.ReadRequest(t.Context(), d.Session, row.ID)
		check(t, err)
		shown += r.Minutes
		promised += len(r.Tasks)
		if r.Minutes != row.Minutes || row.IsMerged() != (r.Merged != nil) {
			t.Fatalf("%s: the list says %d minutes and merged %t, the detail %d and %t", r.Number, row.Minutes, row.IsMerged(), r.Minutes, r.Merged != nil)
		}
		if r.Merged == nil {
			noted += len(r.Memos)
		}
		for _, o := range r.Joined {
			if other, twice := joined[o.ID]; twice {
				t.Fatalf("%s counts with two: %s and %s", o.Number, other, r.ID)
			}
			joined[o.ID] = r.ID
		}
	}
	want, got := fmt.Sprint(minutes, minutes, memos, tasks), fmt.Sprint(listed, shown, noted, promised)
	for _, r := range state {
		if r.Merged != nil && joined[r.ID].IsZero() {
			t.Fatalf("%s was merged and counts nowhere", r.Number)
		}
	}
	if want != got {
		t.Fatalf("minutes in lists, in details, notes, promises: %s, by themselves %s", got, want)
	}
	c, err := desk.ReadCounts(t.Context(), d.Session)
	check(t, err)
	if n := c.Waiting + c.Claimed + c.Parked + c.Closed; n != on {
		t.Fatalf("%d requests are counted, there are %d that go on", n, on)
	}
	due, err := desk.ReadPage(t.Context(), d.Session, desk.PageQuery{View: desk.ViewDue})
	check(t, err)
	once := map[journal.ID]bool{}
	for _, row := range due.Rows {
		if once[row.ID] {
			t.Fatalf("%s stands twice among those with a date", row.Number)
		}
		once[row.ID] = true
	}
	for _, row := range page.Rows {
		if !row.Due.IsZero() && !once[row.ID] {
			t.Fatalf("%s has a date and does not stand among them", row.Number)
		}
	}
}

// TestTotalsStayWhateverIsMerged: two copies merge, part, work and meet; before and after, everything counts once.
func TestTotalsStayWhateverIsMerged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		desks := begin(t, 3)
		var ids []journal.ID
		for n := range 4 {
			r, err := desks[0].Session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: fmt.Sprint("vraag ", n)}})
			check(t, err)
			ids = append(ids, r.Entity)
		}
		for _, d := range desks[1:] {
			deliverAll(t, desks[0], d)
		}
		pick := func(label string) journal.ID { return rapid.SampledFrom(ids).Draw(t, label) }
		for n := range rapid.IntRange(1, 25).Draw(t, "steps") {
			d := desks[rapid.IntRange(0, 2).Draw(t, "desk")]
			*d.Clock = d.Clock.Add(1e9)
			switch rapid.IntRange(0, 9).Draw(t, "step") {
			case 0, 1, 2, 3:
				_, _ = d.Session.Do(t.Context(), desk.MergeRequest{ID: pick("from"), Into: pick("into")})
			case 4:
				_, _ = d.Session.Do(t.Context(), desk.ReopenRequest{ID: pick("apart")})
			case 5, 6:
				id := pick("worked on")
				_, _ = d.Session.Do(t.Context(), desk.LogTime{ID: id, Minutes: 1 + n}, desk.AddMemo{ID: id, Text: "gebeld"}, desk.AddTask{ID: id, What: "bellen", Due: d.Clock.Add(3600e9)})
			case 7:
				_, _ = d.Session.Undo(t.Context())
			default:
				deliverAll(t, desks[rapid.IntRange(0, 2).Draw(t, "from")], d)
			}
			countedOnce(t, d)
		}
		for range 2 {
			for _, from := range desks {
				for _, to := range desks {
					deliverAll(t, from, to)
				}
			}
		}
		for _, d := range desks {
			countedOnce(t, d)
		}
	})
}

// TestMergedApartOneGoesOn: of two that were merged into each other apart, one goes on; and one that was merged elsewhere by who did not
// know what was merged into it goes on until that is taken out.
func TestMergedApartOneGoesOn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		desks := begin(t, 2)
		one, other := desks[0], desks[1]
		var ids []journal.ID
		for n := range 3 {
			r, err := one.Session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: fmt.Sprint("vraag ", n)}})
			check(t, err)
			ids = append(ids, r.Entity)
		}
		deliverAll(t, one, other)
		do := func(d *replica, a model.Action) {
			*d.Clock = d.Clock.Add(1e9)
			_, err := d.Session.Do(t.Context(), a)
			check(t, err)
		}
		merged := func(want ...bool) {
			t.Helper()
			deliverAll(t, one, other)
			deliverAll(t, other, one)
			for _, d := range desks {
				var got []bool
				for _, id := range ids {
					r, err := desk.ReadRequest(t.Context(), d.Session, id)
					check(t, err)
					got = append(got, r.Merged != nil)
				}
				if !slices.Equal(got, want) {
					t.Fatalf("merged are %v, not %v", got, want)
				}
			}
		}
		do(one, desk.MergeRequest{ID: ids[0], Into: ids[1]})
		do(other, desk.MergeRequest{ID: ids[1], Into: ids[2]})
		merged(true, false, false)
		do(one, desk.ReopenRequest{ID: ids[0]})
		merged(false, true, false)
		do(one, desk.ReopenRequest{ID: ids[1]})
		merged(false, false, false)
		do(one, desk.MergeRequest{ID: ids[0], Into: ids[1]})
		do(other, desk.MergeRequest{ID: ids[1], Into: ids[0]})
		deliverAll(t, one, other)
		deliverAll(t, other, one)
		for _, d := range desks {
			gone := 0
			for _, id := range ids[:2] {
				r, err := desk.ReadRequest(t.Context(), d.Session, id)
				check(t, err)
				if r.Merged != nil {
					gone++
				}
			}
			if gone == 2 {
				t.Fatal("two that were merged into each other are both gone")
			}
		}
	})
}

// TestTakenAwayApartItStays: a request that is taken away by one desk while another merges a question into it stays until that is taken
// out: with it the other question would be gone from every list.
func TestTakenAwayApartItStays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		desks := begin(t, 2)
		one, other := desks[0], desks[1]
		do := func(d *replica, a model.Action) journal.ID {
			*d.Clock = d.Clock.Add(1e9)
			r, err := d.Session.Do(t.Context(), a)
			check(t, err)
			return r.Entity
		}
		away := do(one, desk.AddRequest{Request: desk.Request{Summary: "per ongeluk"}})
		into := do(one, desk.AddRequest{Request: desk.Request{Summary: "nog eens"}})
		deliverAll(t, one, other)
		removes, merges := one, other
		if rapid.Bool().Draw(t, "the other desk takes away") {
			removes, merges = other, one
		}
		do(removes, desk.RemoveRequest{ID: away, Why: "een proef"})
		do(merges, desk.MergeRequest{ID: into, Into: away})
		stands := func(want ...bool) {
			t.Helper()
			deliverAll(t, one, other)
			deliverAll(t, other, one)
			for _, d := range desks {
				for i, id := range []journal.ID{away, into} {
					r, err := desk.ReadRequest(t.Context(), d.Session, id)
					check(t, err)
					if on := !r.Archived && r.Merged == nil; on != want[i] || (r.Removed != nil) != r.Archived {
						t.Fatalf("%q stands: %t, taken away: %t, with a reason: %t", r.Summary, on, r.Archived, r.Removed != nil)
					}
				}
				c, err := desk.ReadCounts(t.Context(), d.Session)
				check(t, err)
				if c.Waiting != 1 {
					t.Fatalf("%d wait", c.Waiting)
				}
			}
		}
		stands(true, false)
		do(rapid.SampledFrom(desks).Draw(t, "who parts them"), desk.ReopenRequest{ID: into})
		stands(false, true)
	})
}

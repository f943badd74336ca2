package model_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// TestResidentsPartAsTheyWere: whatever is merged, parted and undone in whatever order, each resident stays with whom it was merged into
// itself, and every request stands on one page: parting gives back exactly what was.
func TestResidentsPartAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := begin(t, 1)[0]
		var all []journal.ID
		for n := range 4 {
			r, err := d.Session.Do(t.Context(), desk.AddResident{Resident: desk.Resident{Name: fmt.Sprint("Bewoner ", n)}})
			check(t, err)
			all = append(all, r.Entity)
			_, err = d.Session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: fmt.Sprint("vraag ", n), Resident: r.Entity}})
			check(t, err)
		}
		into := map[journal.ID]journal.ID{} // what is expected: who was merged into whom
		page := func(id journal.ID) journal.ID {
			for !into[id].IsZero() {
				id = into[id]
			}
			return id
		}
		type step struct{ one, was journal.ID }
		var done []step
		pick := func(label string) journal.ID { return rapid.SampledFrom(all).Draw(t, label) }
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			*d.Clock = d.Clock.Add(1e9)
			one := pick("one")
			was := into[one]
			switch rapid.IntRange(0, 5).Draw(t, "step") {
			case 0, 1, 2:
				other := pick("other")
				_, err := d.Session.Do(t.Context(), desk.MergeResident{ID: one, Into: other})
				if can := one != other && into[other].IsZero(); can != (err == nil) {
					t.Fatalf("merging: %v, expected to go: %t", err, can)
				}
				if err == nil && into[one] != other {
					into[one], done = other, append(done, step{one, was})
				}
			case 3, 4:
				_, err := d.Session.Do(t.Context(), desk.MergeResident{ID: one})
				if can := !into[one].IsZero(); can != (err == nil) {
					t.Fatalf("parting: %v, expected to go: %t", err, can)
				}
				if err == nil {
					delete(into, one)
					done = append(done, step{one, was})
				}
			default:
				if len(done) == 0 {
					continue
				}
				_, err := d.Session.Undo(t.Context())
				check(t, err)
				last := done[len(done)-1]
				if done = done[:len(done)-1]; last.was.IsZero() {
					delete(into, last.one)
				} else {
					into[last.one] = last.was
				}
			}
			for i, id := range all {
				file, err := desk.OpenResident(t.Context(), d.Session, id)
				check(t, err)
				if file.MergedInto != into[id] {
					t.Fatalf("%s is merged into %s, not %s", file.Name, file.MergedInto, into[id])
				}
				on, err := desk.ReadInto(t.Context(), d.Session, file.Resident)
				check(t, err)
				if want := page(id); want != id && on.ID != want || want == id && !on.ID.IsZero() {
					t.Fatalf("the page of %s is that of %q", file.Name, on.Name)
				}
				if !into[id].IsZero() {
					continue
				}
				var want, got []string
				for n, other := range all {
					if page(other) == id {
						want = append(want, fmt.Sprint("vraag ", n))
					}
				}
				for _, row := range file.Requests {
					got = append(got, row.Summary)
				}
				if slices.Sort(got); !slices.Equal(want, got) {
					t.Fatalf("resident %d has %v on the page, not %v", i, got, want)
				}
			}
		}
	})
}

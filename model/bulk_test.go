package model_test

import (
	"cmp"
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/bulk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/modeltest"
)

// bulks are the things that can be done to many, each with what it asks.
func bulks(who journal.ID) []bulk.Bulk {
	theme := "housing"
	return []bulk.Bulk{
		{What: bulk.Claim}, {What: bulk.Claim, Over: true}, {What: bulk.Assign, For: []journal.ID{who}},
		{What: bulk.Release}, {What: bulk.Release, Over: true}, {What: bulk.Park}, {What: bulk.Recall},
		{What: bulk.Theme, Theme: &theme}, {What: bulk.Urgency, Urgency: model.UrgencyNow}, {What: bulk.Edit, Theme: &theme, Urgency: model.UrgencyToday},
		{What: bulk.Close, How: desk.CloseRequest{Outcome: "referred", Minutes: 10, Note: "samen gedaan"}},
		{What: bulk.Close, How: desk.CloseRequest{Outcome: "referred"}, Over: true}, {What: bulk.Memo, Text: "gebeld"},
	}
}

// TestDoneToManyAtOnce: what is done to many is what would be done to them one by one, one thing takes it back, and one thing does it
// again. The history before it is any, of three desks that hear of each other.
func TestDoneToManyAtOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		desks := begin(t, 2)
		one, other := desks[0], desks[1]
		for n := range rapid.IntRange(8, 40).Draw(t, "steps") {
			draw := draw(t)
			d := desks[draw(0, 1, "desk")]
			if draw(0, 5, "step") == 0 {
				deliverAll(t, one, other)
				deliverAll(t, other, one)
			} else {
				check(t, d.Act(t.Context(), draw, n))
			}
		}
		deliverAll(t, other, one)
		of := drawn(t, one)
		all := bulks(one.Session.Me().ID)
		b := all[rapid.IntRange(0, len(all)-1).Draw(t, "what")]
		b.Of = of

		// one by one, on a copy that holds the same
		twin := twinOf(t, one)
		refused := map[journal.ID]string{}
		for _, id := range of {
			if _, err := twin.Session.Do(t.Context(), b.Actions(id)...); err != nil {
				refused[id] = err.Error()
			}
		}
		before := shown(t, one)
		done, err := bulk.DoToAll(t.Context(), one.Session, b)
		check(t, err)
		for _, r := range done.Refused {
			if refused[r.ID] != r.Err.Error() {
				t.Fatalf("%s: %v at once, and %q by itself", r.Number, r.Err, refused[r.ID])
			}
		}
		if len(done.Refused) != len(refused) || done.Count != len(of)-len(refused) {
			t.Fatalf("%d of %d are done, %d refused; one by one %v", done.Count, len(of), len(done.Refused), refused)
		}
		after := shown(t, one)
		if want := shown(t, twin); !reflect.DeepEqual(after, want) {
			t.Fatalf("at once %+v\none by one %+v", after, want)
		}
		if !done.Undoable() {
			return
		}
		_, err = one.Session.Undo(t.Context())
		check(t, err)
		if got := shown(t, one); !reflect.DeepEqual(got, before) {
			t.Fatalf("taken back %+v\nwas %+v", got, before)
		}
		_, err = one.Session.Redo(t.Context())
		check(t, err)
		if got := shown(t, one); !reflect.DeepEqual(got, after) {
			t.Fatalf("done again %+v\nwas %+v", got, after)
		}
	})
}

// drawn are some of the requests that a desk has. What is done to one that was erased cannot be taken back.
func drawn(t *rapid.T, d *replica) (of []journal.ID) {
	for _, r := range shown(t, d) {
		if r.Summary != "" && rapid.Bool().Draw(t, "marked") {
			of = append(of, r.ID)
		}
	}
	return of
}

// shown is what lists show of all requests of a desk, erased ones among them, without what they stand under.
func shown(t *rapid.T, d *replica) []desk.RequestRow {
	page, err := desk.ReadPage(t.Context(), d.Session, desk.PageQuery{View: desk.ViewAll})
	check(t, err)
	for i := range page.Rows {
		page.Rows[i].Key, page.Rows[i].ClosedAt = "", page.Rows[i].ClosedAt.UTC()
	}
	return page.Rows
}

// twinOf is another copy that holds what a desk holds, at the same moment.
func twinOf(t *rapid.T, d *replica) *replica {
	twin := &replica{clock: d.clock}
	twin.store = memory.New(memory.Options{Replica: journal.Replica{9}, Tag: "K9", Now: func() time.Time { return twin.clock }, Random: rand.New(rand.NewSource(9))})
	check(t, twin.store.Receive(d.store.Journal()))
	session, err := model.Enter(t.Context(), twin.store, d.Session.Me().ID)
	check(t, err)
	twin.Desk = modeltest.Desk{Store: twin.store, Session: session, Clock: &twin.clock}
	return twin
}

// crowd is a store with a number of requests that wait.
func crowd(t *testing.T, n int) (*model.Session, []journal.ID) {
	t.Helper()
	s := empty()
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	session, err := model.Enter(t.Context(), s, me)
	must(t, err)
	groups := make([][]model.Action, n)
	for i := range groups {
		groups[i] = []model.Action{desk.AddRequest{Request: desk.Request{Summary: fmt.Sprint("vraag van ", i)}}}
	}
	_, err = session.Try(t.Context(), groups, false)
	must(t, err)
	page, err := desk.ReadPage(t.Context(), session, desk.PageQuery{View: desk.ViewWaiting})
	must(t, err)
	slices.SortFunc(page.Rows, func(a, b desk.RequestRow) int { return cmp.Compare(a.Number, b.Number) })
	ids := make([]journal.ID, len(page.Rows))
	for i, r := range page.Rows {
		ids[i] = r.ID
	}
	return session, ids
}

// colleague is somebody else in the same store.
func colleague(t *testing.T, session *model.Session, name string, role model.Role) *model.Session {
	t.Helper()
	r, err := session.DoQuietly(t.Context(), model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{role}, Site: session.Site()}})
	must(t, err)
	other, err := session.Switch(t.Context(), r.Entity)
	must(t, err)
	return other
}

// codes are the numbers of what was refused, with the code of the reason.
func codes(d bulk.Done) (out []string) {
	for _, r := range d.Refused {
		out = append(out, r.Number+" "+r.Err.(*fault.Error).Msg)
	}
	return out
}

// TestWhatDoesNotFitIsNamed: what is closed, with somebody else, written apart or unknown is named with its number and its reason, and the rest is
// done. What the person may not write is refused, without a word of what stands there.
func TestWhatDoesNotFitIsNamed(t *testing.T) {
	sam, ids := crowd(t, 6)
	noor, tine := colleague(t, sam, "Noor", model.RoleDesk), colleague(t, sam, "Tine", model.RoleTeacher)
	_, err := sam.DoQuietly(t.Context(), desk.CloseRequest{ID: ids[0], Outcome: "referred"}, desk.ClaimRequest{ID: ids[1], For: []journal.ID{noor.Me().ID}},
		desk.ParkRequest{ID: ids[2]})
	must(t, err)
	closing := bulk.Bulk{What: bulk.Close, Of: append(slices.Clone(ids), ids[3], journal.ID{9}), How: desk.CloseRequest{Outcome: "referred", Minutes: 5}}
	done, err := bulk.DoToAll(t.Context(), sam, closing)
	must(t, err)
	if got := codes(done); done.Count != 4 || done.Number != "ZW-0003" || !slices.Equal(got, []string{"ZW-0001 request-closed", "ZW-0002 claimed-by", " request-unknown"}) {
		t.Fatalf("%d done, %v", done.Count, got)
	}
	if !done.Refused[1].Others() || done.Refused[0].Others() {
		t.Error("it is not told apart what somebody else holds")
	}
	if r, err := sam.Undo(t.Context()); err != nil || r.Count != 4 || len(r.Left) != 0 {
		t.Errorf("taken back: %+v %v", r, err)
	}
	dry := closing
	dry.Dry, dry.Over = true, true
	if done, err = bulk.DoToAll(t.Context(), sam, dry); err != nil || done.Count != 5 || len(done.Refused) != 2 {
		t.Errorf("tried: %+v %v", done, err)
	}
	if r, err := desk.ReadRequest(t.Context(), sam, ids[4]); err != nil || r.Status != desk.StatusWaiting {
		t.Errorf("what was only tried was done: %v %v", r.Status, err)
	}
	for _, b := range bulks(tine.Me().ID) {
		b.Of = ids
		done, err := bulk.DoToAll(t.Context(), tine, b)
		if err != nil || done.Count != 0 || len(done.Refused) != len(ids) {
			t.Fatalf("%s is done by who may not: %+v %v", b.What, done, err)
		}
		for _, r := range done.Refused {
			if r.Number != "" || r.Err.(*fault.Error).Msg != "may-not-write" {
				t.Errorf("%s tells %v", b.What, r)
			}
		}
	}
}

// TestWordsThatAreWrongForAll: what is wrong with what was typed is said once, and asked once.
func TestWordsThatAreWrongForAll(t *testing.T) {
	sam, ids := crowd(t, 3)
	for _, b := range []bulk.Bulk{
		{What: bulk.Memo, Text: " "}, {What: bulk.Memo, Text: planted}, {What: bulk.Close},
		{What: bulk.Close, How: desk.CloseRequest{Outcome: "referred", Minutes: 5, Note: planted}}, {What: bulk.Urgency, Urgency: "soon"},
	} {
		b.Of = ids
		if done, err := bulk.DoToAll(t.Context(), sam, b); fault.KindOf(err) != fault.Invalid || done.Count != 0 {
			t.Errorf("%s: %+v %v", b.What, done, err)
		}
	}
	if _, err := sam.Undo(t.Context()); fault.KindOf(err) != fault.NotFound {
		t.Errorf("there is something to take back: %v", err)
	}
	many := make([]journal.ID, model.MaxEach+1)
	for i := range many {
		many[i][0], many[i][1] = byte(i), byte(i>>8)
	}
	if _, err := bulk.DoToAll(t.Context(), sam, bulk.Bulk{What: bulk.Claim, Of: many}); fault.KindOf(err) != fault.Invalid {
		t.Errorf("more than the bound: %v", err)
	}
}

// TestTakingBackManyLeavesWhatWentOn: what a colleague did since with one of many stays and is named; the others are taken back. Where all
// went on, nothing is.
func TestTakingBackManyLeavesWhatWentOn(t *testing.T) {
	sam, ids := crowd(t, 4)
	noor := colleague(t, sam, "Noor", model.RoleDesk)
	_, err := bulk.DoToAll(t.Context(), sam, bulk.Bulk{What: bulk.Close, Of: ids, How: desk.CloseRequest{Outcome: "referred"}})
	must(t, err)
	_, err = noor.Do(t.Context(), desk.ReopenRequest{ID: ids[2]})
	must(t, err)
	r, err := sam.Undo(t.Context())
	if err != nil || r.Count != 3 || !slices.Equal(r.Left, ids[2:3]) {
		t.Fatalf("taken back: %+v %v", r, err)
	}
	if r, err = sam.Redo(t.Context()); err != nil || r.Count != 3 {
		t.Fatalf("done again: %+v %v", r, err)
	}
	_, err = bulk.DoToAll(t.Context(), sam, bulk.Bulk{What: bulk.Close, Of: ids[2:], How: desk.CloseRequest{Outcome: "referred"}})
	must(t, err)
	_, err = bulk.DoToAll(t.Context(), noor, bulk.Bulk{What: bulk.Memo, Of: ids, Text: "niet nodig"})
	must(t, err)
	_, err = noor.Do(t.Context(), desk.ReopenRequest{ID: ids[2]})
	must(t, err)
	if _, err = sam.Undo(t.Context()); fault.KindOf(err) != fault.Conflict {
		t.Errorf("what all went on is taken back: %v", err)
	}
}

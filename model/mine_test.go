package model_test

import (
	"context"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/mine"
	"leerbalie/model/journal"
)

// TestWhatIsMineAtOtherSites: what is on somebody of a desk that they may not see any more is neither counted nor told of.
func TestWhatIsMineAtOtherSites(t *testing.T) {
	s := empty()
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	sam, err := model.Enter(t.Context(), s, me)
	must(t, err)
	noor := someone(t, s, sam, "Noor", model.RoleDesk)
	r, err := sam.DoQuietly(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "hier"}})
	must(t, err)
	_, err = sam.DoQuietly(t.Context(), desk.ClaimRequest{ID: r.Entity, For: []journal.ID{noor.Me().ID}})
	must(t, err)
	site, err := sam.DoQuietly(t.Context(), model.AddSite{Site: model.Site{Name: "Oost", Code: "OO", Zone: "Europe/Amsterdam"}})
	must(t, err)
	moved := noor.Me()
	moved.Site = site.Entity
	_, err = sam.DoQuietly(t.Context(), model.EditPerson{Person: moved})
	must(t, err)
	there, err := model.Enter(t.Context(), s, moved.ID)
	must(t, err)
	load, err := mine.ReadLoad(t.Context(), there, mine.Away{}, time.Now())
	must(t, err)
	day, err := mine.ReadDay(t.Context(), there, mine.DayQuery{Now: time.Now()})
	must(t, err)
	if load.Mine != 0 || len(day.Requests) != 0 {
		t.Errorf("%+v %+v", load, day.Requests)
	}
}

// TestWhatWasGivenBeforeSomebodyLeftIsNotGivenAgain: only what came since is.
func TestWhatWasGivenBeforeSomebodyLeftIsNotGivenAgain(t *testing.T) {
	s := empty()
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	sam, err := model.Enter(t.Context(), s, me)
	must(t, err)
	noor := someone(t, s, sam, "Noor", model.RoleDesk)
	r, err := sam.DoQuietly(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "vraag"}})
	must(t, err)
	_, err = sam.DoQuietly(t.Context(), desk.ClaimRequest{ID: r.Entity, For: []journal.ID{noor.Me().ID}})
	must(t, err)
	for left, want := range map[time.Duration]int{-time.Hour: 1, time.Hour: 0} {
		at := time.Now().Add(left)
		load, err := mine.ReadLoad(t.Context(), noor, mine.Away{Left: at, Back: at.Add(time.Minute)}, time.Now())
		must(t, err)
		if load.Given != want {
			t.Errorf("left %v from now: %d given", left, load.Given)
		}
	}
}

// TestWhatIsNewIsCountedPageByPage: the number is the same wherever a page ends, to the bound of what is looked at, and little is read
// where little is new.
func TestWhatIsNewIsCountedPageByPage(t *testing.T) {
	s := empty()
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	sam, err := model.Enter(t.Context(), s, me)
	must(t, err)
	const all, looked = 340, 300
	now := time.Now()
	waits := func(i int) bool { return i%5 == 0 || i > 290 }
	for i := range all { // the newest is the first
		r, err := sam.DoQuietly(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "vraag", Created: now.Add(-time.Duration(i+1) * time.Minute)}})
		must(t, err)
		if !waits(i) {
			_, err = sam.DoQuietly(t.Context(), desk.ClaimRequest{ID: r.Entity})
			must(t, err)
		}
	}
	store := &rowsRead{Backend: s}
	session, err := model.Enter(t.Context(), store, me)
	must(t, err)
	for since := 0; since <= all; since += 1 + since/30*4 {
		want := 0
		for i := range min(since, looked) {
			if waits(i) && want < mine.NewMost {
				want++
			}
		}
		store.rows = 0
		load, err := mine.ReadLoad(t.Context(), session, mine.Away{Left: now.Add(time.Second - time.Duration(since+1)*time.Minute), Back: now}, now)
		must(t, err)
		if load.New != want {
			t.Fatalf("of %d that came since: %d, not %d", since, load.New, want)
		}
		if most := 4*since + 8; store.rows > most {
			t.Fatalf("of %d that came since %d are read, not %d", since, store.rows, most)
		}
	}
}

// rowsRead is a store that counts the rows of lists that are read.
type rowsRead struct {
	model.Backend
	rows int
}

func (c *rowsRead) Read(ctx context.Context, fn func(model.Tx) error) error {
	return c.Backend.Read(ctx, func(tx model.Tx) error { return fn(rowsReadTx{tx, c}) })
}

type rowsReadTx struct {
	model.Tx
	of *rowsRead
}

func (c rowsReadTx) Own() any { return rowsReadIndex{desk.IndexOf(c.Tx), c.of} }

type rowsReadIndex struct {
	desk.Index
	of *rowsRead
}

func (c rowsReadIndex) Page(q desk.PageQuery) (desk.Page, error) {
	p, err := c.Index.Page(q)
	c.of.rows += len(p.Rows)
	return p, err
}

package model_test

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
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
	load, err := desk.ReadLoad(t.Context(), there, desk.Away{}, time.Now())
	must(t, err)
	day, err := desk.ReadDay(t.Context(), there, desk.DayQuery{Now: time.Now()})
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
		load, err := desk.ReadLoad(t.Context(), noor, desk.Away{Left: at, Back: at.Add(time.Minute)}, time.Now())
		must(t, err)
		if load.Given != want {
			t.Errorf("left %v from now: %d given", left, load.Given)
		}
	}
}

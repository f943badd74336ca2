package goal_test

import (
	"math/rand"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/pairs"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// house is a place with a coordinator, and somebody of another role.
func house(t *testing.T) (lead, other *model.Session) {
	t.Helper()
	now := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	s := memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K1", Random: rand.New(rand.NewSource(1)), Now: func() time.Time { now = now.Add(time.Second); return now }})
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Samira"})
	must(t, err)
	lead, err = model.Enter(t.Context(), s, me)
	must(t, err)
	r, err := lead.Do(t.Context(), model.AddPerson{Person: model.Person{Name: "Ali", Roles: []model.Role{model.RoleStudent}, Site: lead.Site(), Level: "mbo-3"}})
	must(t, err)
	other, err = model.Enter(t.Context(), s, r.Entity)
	must(t, err)
	return lead, other
}

func add(t *testing.T, s *model.Session, g goal.Goal) journal.ID {
	t.Helper()
	r, err := s.Do(t.Context(), goal.Add{Goal: g})
	must(t, err)
	return r.Entity
}

func line(text string) goal.Noted { return goal.Noted{Text: text} }

// TestWhatStandsOnAGoal: any member adds steps, results, needs and offers; what somebody else added stays hers, and a step is ticked by whoever it is on.
func TestWhatStandsOnAGoal(t *testing.T) {
	lead, ali := house(t)
	id := add(t, lead, goal.Goal{Title: "Iedereen vindt het taalcafe", Owner: lead.Me().ID})
	_, err := ali.Do(t.Context(), goal.PutStep{Goal: id, Step: goal.Step{Noted: line("flyer maken"), Until: time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)}},
		goal.PutResult{Goal: id, Result: goal.Result{Noted: line("drie nieuwe gasten")}}, goal.PutNeed{Goal: id, Need: goal.Need{Noted: line("eenvoudig schrijven")}})
	must(t, err)
	_, err = lead.Do(t.Context(), goal.PutStep{Goal: id, Step: goal.Step{Noted: line("zaal huren"), Person: ali.Me().ID}}, goal.PutStep{Goal: id, Step: goal.Step{Noted: line("thee kopen")}})
	must(t, err)
	g, err := goal.One(t.Context(), ali, id)
	must(t, err)
	if len(g.Steps) != 3 || len(g.Results) != 1 || len(g.Needs) != 1 || g.Steps[0].By != ali.Me().ID || g.Results[0].Day.Day() != 24 {
		t.Fatalf("%+v", g)
	}
	for i, may := range []bool{true, true, false} { // the own one, one on oneself, another's
		_, err := ali.Do(t.Context(), goal.Tick{Goal: id, Step: g.Steps[i].Key})
		if (err == nil) != may || !may && fault.KindOf(err) != fault.Refused {
			t.Errorf("step %d: %v", i, err)
		}
	}
	if _, err := ali.Do(t.Context(), goal.PutStep{Goal: id, Step: goal.Step{Noted: goal.Noted{Key: g.Steps[2].Key, Gone: true}}}); fault.KindOf(err) != fault.Refused {
		t.Errorf("another's step is taken away: %v", err)
	}
	_, err = ali.Do(t.Context(), goal.PutOffer{Goal: id, Offer: goal.Offer{Noted: line("les in schrijven"), Need: g.Needs[0].Key, Person: lead.Me().ID}})
	must(t, err)
	_, err = lead.Do(t.Context(), goal.PutStep{Goal: id, Step: goal.Step{Noted: goal.Noted{Key: g.Steps[0].Key, Gone: true}}})
	must(t, err)
	g, err = goal.One(t.Context(), ali, id)
	must(t, err)
	if len(g.Steps) != 2 || g.Steps[0].Text != "zaal huren" || g.Steps[0].Done.IsZero() || len(g.Needs[0].Offers) != 1 || g.Needs[0].Offers[0].Person != lead.Me().ID {
		t.Errorf("%+v", g)
	}
	if _, err := ali.Do(t.Context(), goal.Tick{Goal: id, Step: g.Steps[0].Key}); fault.KindOf(err) != fault.Conflict {
		t.Errorf("ticked twice: %v", err)
	}
}

// TestAGoalEnds: with what came of it, by whoever may alter it, and it can go on again.
func TestAGoalEnds(t *testing.T) {
	lead, ali := house(t)
	id := add(t, lead, goal.Goal{Title: "Taal", Owner: lead.Me().ID, By: time.Date(2026, 12, 24, 0, 0, 0, 0, time.UTC)})
	for _, bad := range []struct {
		s    *model.Session
		a    goal.End
		kind fault.Kind
	}{{ali, goal.End{ID: id, State: goal.Reached, Came: "ja"}, fault.Refused}, {lead, goal.End{ID: id, State: goal.Reached}, fault.Invalid}, {lead, goal.End{ID: id, State: "half", Came: "ja"}, fault.Invalid}, {lead, goal.End{ID: id, State: goal.Open}, fault.Conflict}} {
		if _, err := bad.s.Do(t.Context(), bad.a); fault.KindOf(err) != bad.kind {
			t.Errorf("%+v: %v", bad.a, err)
		}
	}
	_, err := lead.Do(t.Context(), goal.End{ID: id, State: goal.Reached, Came: "twaalf gasten"})
	must(t, err)
	if g, _ := goal.One(t.Context(), ali, id); g.State != goal.Reached || g.Came != "twaalf gasten" || g.Ended.IsZero() {
		t.Errorf("%+v", g)
	}
	_, err = lead.Do(t.Context(), goal.End{ID: id, State: goal.Open})
	must(t, err)
	if g, _ := goal.One(t.Context(), ali, id); g.State != goal.Open || g.Came != "" || !g.Ended.IsZero() {
		t.Errorf("%+v", g)
	}
}

// TestWhatAsksForAttentionIsFirst: a goal whose owner left, then one that is late, then by day; what is on somebody is found.
func TestWhatAsksForAttentionIsFirst(t *testing.T) {
	lead, ali := house(t)
	day := func(n int) time.Time { return time.Date(2026, 12, n, 0, 0, 0, 0, time.UTC) }
	later := add(t, lead, goal.Goal{Title: "Later", Owner: lead.Me().ID, By: day(24)})
	add(t, lead, goal.Goal{Title: "Ooit", Owner: lead.Me().ID})
	add(t, lead, goal.Goal{Title: "Te laat", Owner: lead.Me().ID, By: day(2)})
	add(t, ali, goal.Goal{Title: "Van Ali", Owner: ali.Me().ID, By: day(30)})
	_, err := lead.Do(t.Context(), goal.PutStep{Goal: later, Step: goal.Step{Noted: line("bellen"), Person: ali.Me().ID, Until: day(4)}})
	must(t, err)
	on, err := goal.On(t.Context(), lead, ali.Me().ID, day(10))
	must(t, err)
	if len(on) != 1 || on[0].Step == nil || on[0].Step.Text != "bellen" {
		t.Errorf("%+v", on)
	}
	_, err = lead.Do(t.Context(), pairs.PersonLeaves{ID: ali.Me().ID})
	must(t, err)
	all, err := goal.List(t.Context(), lead, day(3))
	must(t, err)
	var got []string
	for _, r := range all {
		got = append(got, r.Title)
	}
	if want := []string{"Van Ali", "Te laat", "Later", "Ooit"}; len(got) != 4 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] || got[3] != want[3] {
		t.Errorf("%v", got)
	}
	if !all[0].Alone || !all[1].Late || all[2].Late || all[2].Behind != 0 {
		t.Errorf("%v", got)
	}
	all, err = goal.List(t.Context(), lead, day(5))
	must(t, err)
	for _, r := range all {
		if r.Title == "Later" && (r.Behind != 1 || r.Late) {
			t.Errorf("%d steps behind, late %t", r.Behind, r.Late)
		}
	}
}

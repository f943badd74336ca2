package goal_test

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/conflict"
	"leerbalie/model/fault"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
)

// copies are replicas of one organisation, with a coordinator, a student who owns a goal with one step, and that goal.
type copies struct {
	stores    []*memory.Store
	boss, ali journal.ID
	goal      journal.ID
}

func apart(t *testing.T, n int) *copies {
	t.Helper()
	c := &copies{}
	for i := range n {
		clock := time.Date(2026, 11, 24, 9+3*i, 0, 0, 0, time.UTC)
		c.stores = append(c.stores, memory.New(memory.Options{Replica: journal.Replica{byte(i + 1)}, Tag: fmt.Sprint("K", i), Random: rand.New(rand.NewSource(int64(i))),
			Now: func() time.Time { clock = clock.Add(time.Second); return clock }}))
	}
	var err error
	c.boss, err = model.Found(t.Context(), c.stores[0], model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Samira"})
	must(t, err)
	s := c.as(t, 0, c.boss)
	r, err := s.Do(t.Context(), model.AddPerson{Person: model.Person{Name: "Ali", Roles: []model.Role{model.RoleStudent}, Site: s.Site(), Level: "mbo-3"}})
	must(t, err)
	c.ali = r.Entity
	c.goal = add(t, c.as(t, 0, c.ali), goal.Goal{Title: "Taalcafe", Owner: c.ali})
	_, err = s.Do(t.Context(), goal.PutStep{Goal: c.goal, Step: goal.Step{Noted: line("flyer maken"), Person: c.ali}})
	must(t, err)
	c.exchange(t)
	return c
}

func (c *copies) as(t *testing.T, i int, who journal.ID) *model.Session {
	t.Helper()
	s, err := model.Enter(t.Context(), c.stores[i], who)
	must(t, err)
	return s
}

func (c *copies) exchange(t *testing.T) {
	t.Helper()
	for range 2 {
		for _, to := range c.stores {
			for _, from := range c.stores {
				if to != from {
					must(t, to.Receive(from.Journal()))
				}
			}
		}
	}
}

func (c *copies) read(t *testing.T, i int) goal.Goal {
	t.Helper()
	g, err := goal.One(t.Context(), c.as(t, i, c.boss), c.goal)
	must(t, err)
	return g
}

// TestOwnerAndCoordinatorEditApart: what each wrote in another field both counts; of one field both are shown, and its owner says which holds, everywhere.
func TestOwnerAndCoordinatorEditApart(t *testing.T) {
	c := apart(t, 2)
	boss, ali := c.as(t, 0, c.boss), c.as(t, 1, c.ali)
	one, two := c.read(t, 0), c.read(t, 1)
	one.Phase, one.Theme = "verkennen", "taal"
	two.Phase, two.Why = "proberen", "veel vragen"
	_, err := boss.Do(t.Context(), goal.Edit{Goal: one})
	must(t, err)
	_, err = ali.Do(t.Context(), goal.Edit{Goal: two})
	must(t, err)
	c.exchange(t)
	for i := range c.stores {
		if g := c.read(t, i); g.Theme != "taal" || g.Why != "veel vragen" {
			t.Errorf("copy %d lost what only one wrote: %+v", i, g)
		}
	}
	found, err := conflict.ReadOf(t.Context(), ali, goal.KindGoal, c.goal)
	must(t, err)
	if len(found) != 1 || found[0].Field != "goal-phase" || len(found[0].Values) != 2 || !found[0].Settle {
		t.Fatalf("%+v", found)
	}
	_, err = ali.Do(t.Context(), conflict.Settle{Kind: goal.KindGoal, Entity: c.goal, ID: found[0].ID, Take: found[0].Values[1].Stamp})
	must(t, err)
	c.exchange(t)
	want := c.read(t, 1).Phase
	for i := range c.stores {
		left, err := conflict.ReadOf(t.Context(), c.as(t, i, c.boss), goal.KindGoal, c.goal)
		must(t, err)
		if g := c.read(t, i); len(left) != 0 || g.Phase != want {
			t.Errorf("copy %d: %q, want %q; %d left", i, g.Phase, want, len(left))
		}
	}
}

// TestThreeCopiesAgree: whatever three copies add, tick, alter, end and take back apart from each other, all read the same in the end.
func TestThreeCopiesAgree(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		c := apart(t, 3)
		sessions := map[[2]int]*model.Session{}
		for range rapid.IntRange(1, 15).Draw(rt, "steps") {
			i, w := rapid.IntRange(0, 2).Draw(rt, "copy"), rapid.IntRange(0, 1).Draw(rt, "who")
			s := sessions[[2]int{i, w}]
			if s == nil {
				s = c.as(t, i, []journal.ID{c.boss, c.ali}[w])
				sessions[[2]int{i, w}] = s
			}
			g, err := goal.One(rt.Context(), s, c.goal)
			if err != nil {
				rt.Fatal(err)
			}
			text := rapid.SampledFrom([]string{"bellen", "koken", "lezen"}).Draw(rt, "text")
			switch rapid.IntRange(0, 7).Draw(rt, "step") {
			case 0:
				_, err = s.Do(rt.Context(), goal.PutStep{Goal: c.goal, Step: goal.Step{Noted: line(text)}})
			case 1:
				if len(g.Steps) > 0 {
					step := rapid.SampledFrom(g.Steps).Draw(rt, "of")
					step.Text, step.Gone = text, rapid.Bool().Draw(rt, "gone")
					_, err = s.Do(rt.Context(), goal.PutStep{Goal: c.goal, Step: step})
				}
			case 2:
				if len(g.Steps) > 0 {
					step := rapid.SampledFrom(g.Steps).Draw(rt, "of")
					_, err = s.Do(rt.Context(), goal.Tick{Goal: c.goal, Step: step.Key, Off: !step.Done.IsZero()})
				}
			case 3:
				_, err = s.Do(rt.Context(), goal.PutResult{Goal: c.goal, Result: goal.Result{Noted: line(text)}}, goal.PutNeed{Goal: c.goal, Need: goal.Need{Noted: line(text)}})
			case 4:
				if len(g.Needs) > 0 {
					_, err = s.Do(rt.Context(), goal.PutOffer{Goal: c.goal, Offer: goal.Offer{Noted: line(text), Need: rapid.SampledFrom(g.Needs).Draw(rt, "of").Key}})
				}
			case 5:
				_, err = s.Do(rt.Context(), goal.End{ID: c.goal, State: rapid.SampledFrom(goal.States()).Draw(rt, "state"), Came: text})
			case 6:
				_, err = s.Undo(rt.Context())
			case 7:
				err = c.stores[i].Receive(c.stores[(i+1)%3].Journal())
			}
			if k := fault.KindOf(err); err != nil && !slices.Contains([]fault.Kind{fault.Conflict, fault.NotFound, fault.Invalid, fault.Refused}, k) {
				rt.Fatal(err)
			}
		}
		c.exchange(t)
		said := func(i int) string {
			g := c.read(t, i)
			out := fmt.Sprintln(g.Title, g.State, g.Came, g.Ended.Unix())
			for _, s := range g.Steps {
				out += fmt.Sprintln(s.Key, s.Text, s.By, s.Done.Unix())
			}
			for _, r := range g.Results {
				out += fmt.Sprintln(r.Key, r.Text, r.By)
			}
			for _, n := range g.Needs {
				out += fmt.Sprintln(n.Key, n.Text, n.By, n.Offers)
			}
			return out
		}
		first := said(0)
		for i := range c.stores {
			if got := said(i); got != first {
				rt.Fatalf("copy %d:\n%s\nwant\n%s", i, got, first)
			}
		}
	})
}

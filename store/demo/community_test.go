package demo_test

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
	"leerbalie/model/project"
	"leerbalie/model/question"
	"leerbalie/model/research"
	"leerbalie/model/training"
	"leerbalie/model/upward"
	"leerbalie/store"
	"leerbalie/store/demo"
)

// TestTheCommunity: goals of owners of different roles, projects with pairs and guests, a network of three with thirty places, and signals with what
// came of them.
func TestTheCommunity(t *testing.T) {
	s, drop, err := demo.Open(t.Context(), store.Options{Now: time.Now, Program: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(); _ = drop() })
	var boss model.Person
	if err := s.Read(t.Context(), func(tx model.Tx) error {
		return tx.Each(model.KindPerson, func(r *journal.Record) error {
			if p := model.PersonOf(r); p.Name == "Samira Benali" {
				boss = p
			}
			return nil
		})
	}); err != nil {
		t.Fatal(err)
	}
	session, err := model.Enter(t.Context(), s, boss.ID)
	if err != nil {
		t.Fatal(err)
	}
	goals, err := goal.All(t.Context(), session)
	roles := map[model.Role]bool{}
	for i := range goals {
		people, _ := session.People(t.Context())
		for _, p := range people {
			if p.ID == goals[i].Owner {
				roles[p.Roles[0]] = true
			}
		}
	}
	if err != nil || len(goals) < 6 || len(roles) < 5 {
		t.Errorf("%d goals of %d roles (%v)", len(goals), len(roles), err)
	}
	projects, err := project.All(t.Context(), session)
	if err != nil || len(projects) != 2 || len(projects[0].Pairs)+len(projects[1].Pairs) != 4 || len(projects[0].Sessions) == 0 {
		t.Errorf("%v %+v", err, projects)
	}
	partners, err := partner.All(t.Context(), session)
	small, places := 0, 0
	for _, p := range partners {
		if !p.Network.IsZero() {
			small++
			places += p.Places
		}
	}
	if err != nil || small != 3 || places != 30 {
		t.Errorf("%d small partners with %d places (%v)", small, places, err)
	}
	signals, err := upward.All(t.Context(), session)
	states := map[upward.State]int{}
	for _, x := range signals {
		states[x.State]++
	}
	if err != nil || len(signals) != 4 || len(states) != 4 {
		t.Errorf("%v (%v)", states, err)
	}
	questions, _ := question.All(t.Context(), session)
	looks, _ := research.All(t.Context(), session)
	trainings, _ := training.All(t.Context(), session)
	if len(questions) < 6 || len(looks) != 1 || len(trainings) != 2 {
		t.Errorf("%d questions, %d researches, %d trainings", len(questions), len(looks), len(trainings))
	}
	placed := 0
	if err := s.Read(t.Context(), func(tx model.Tx) error {
		return tx.Each(placement.KindPlacement, func(*journal.Record) error { placed++; return nil })
	}); err != nil || placed != 22 {
		t.Errorf("%d are placed (%v)", placed, err)
	}
}

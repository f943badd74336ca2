package model_test

import (
	"errors"
	"math/rand"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/pairs"
)

// TestAGuestKnowsOthersByName: of all who work and learn here a guest gets the name, of the class people nothing else but sites and groups,
// and no right; whoever has a role beside it has what that role has.
func TestAGuestKnowsOthersByName(t *testing.T) {
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	s := memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K1", Random: rand.New(rand.NewSource(1)), Now: func() time.Time { now = now.Add(time.Second); return now }})
	boss, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	lead, err := model.Enter(t.Context(), s, boss)
	must(t, err)
	_, err = lead.Do(t.Context(), model.AddPerson{Person: model.Person{Name: "Noor", Roles: []model.Role{model.RoleStudent}, Site: lead.Site(), Level: "mbo-2", Number: "s-1",
		Email: "noor@example.org", Languages: []string{"tr"}, Supervisor: boss, Study: model.Study{Programme: "zorg", Year: 2, Wishes: []string{"rustig"}}}})
	must(t, err)
	guest := someone(t, s, lead, "Bep", model.RoleGuest)
	for name, read := range map[string]func() ([]model.Person, error){
		"people": func() ([]model.Person, error) { return guest.People(t.Context()) },
		"all": func() ([]model.Person, error) {
			return model.ReadAll(t.Context(), guest, model.KindPerson, model.PersonOf)
		},
		"erased": func() ([]model.Person, error) { return guest.PeopleAndErased(t.Context()) },
	} {
		people, err := read()
		must(t, err)
		for _, p := range people {
			if p.ID == guest.Me().ID {
				if len(p.Roles) != 1 || p.Site.IsZero() {
					t.Errorf("%s: of herself %+v", name, p)
				}
				continue
			}
			table := model.PersonTable()
			for i := range table {
				if f := &table[i]; f.On != model.PersonName && !f.Get(&p).IsNone() && !f.Get(&p).Equal(f.Get(&model.Person{Study: model.Study{Status: model.StudyActive}})) {
					t.Errorf("%s: a guest gets %s of %s", name, f.Name, p.Name)
				}
			}
		}
		if len(people) != 3 {
			t.Errorf("%s: %d people", name, len(people))
		}
	}
	for name, read := range map[string]func() error{
		"pairs": func() error {
			_, err := model.ReadAll(t.Context(), guest, pairs.KindPair, func(r *journal.Record) journal.ID { return r.ID })
			return err
		},
		"people": func() error { return guest.ReadClass(t.Context(), journal.People, func(model.Tx) error { return nil }) },
		"desk":   func() error { return guest.ReadClass(t.Context(), journal.Desk, func(model.Tx) error { return nil }) },
		"export": func() error { return guest.Check(t.Context(), model.ToTakeOut) },
		"person": func() error {
			_, err := guest.Do(t.Context(), model.AddPerson{Person: model.Person{Name: "X", Roles: []model.Role{model.RoleDesk}}})
			return err
		},
	} {
		var refused *fault.Error
		if err := read(); !errors.As(err, &refused) || refused.Msg != "guest-only" {
			t.Errorf("%s: %v", name, err)
		}
	}
	did, err := lead.Do(t.Context(), model.AddPerson{Person: model.Person{Name: "Ria", Roles: []model.Role{model.RoleGuest, model.RoleTeacher}, Site: lead.Site()}})
	must(t, err)
	both, err := model.Enter(t.Context(), s, did.Entity)
	must(t, err)
	people, err := both.People(t.Context())
	must(t, err)
	for _, p := range people {
		if p.Name == "Noor" && p.Level != "mbo-2" {
			t.Error("a teacher who is a guest as well does not see the level of a student")
		}
	}
}

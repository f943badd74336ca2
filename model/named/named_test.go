package named_test

import (
	"math/rand"
	"slices"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/mention"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/named"
	"leerbalie/model/partner"
	"leerbalie/model/question"
)

type bench struct {
	*testing.T
	s  *memory.Store
	me journal.ID
}

func open(t *testing.T) *bench {
	t.Helper()
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	b := &bench{T: t, s: memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K1", Random: rand.New(rand.NewSource(1)), Now: func() time.Time { now = now.Add(time.Second); return now }})}
	var err error
	if b.me, err = model.Found(t.Context(), b.s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam Bos"}); err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *bench) as(who journal.ID) *model.Session {
	b.Helper()
	s, err := model.Enter(b.Context(), b.s, who)
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func (b *bench) do(s *model.Session, a model.Action) journal.ID {
	b.Helper()
	r, err := s.Do(b.Context(), a)
	if err != nil {
		b.Fatalf("%s: %v", a.Name(), err)
	}
	return r.Entity
}

// TestWhoIsTold: who sees a desk is told of the residents there; a teacher, a guest and a desk elsewhere are not.
func TestWhoIsTold(t *testing.T) {
	b := open(t)
	sam := b.as(b.me)
	oost := b.do(sam, model.AddSite{Site: model.Site{Name: "Oost", Code: "OO"}})
	b.do(sam, desk.AddResident{Resident: desk.Resident{Name: "Fatma Yilmaz", Phone: "06-12345678", Keep: desk.KeepRegister, Told: true}})
	for name, test := range map[string]struct {
		role model.Role
		site journal.ID
		want []string
	}{
		"desk": {model.RoleDesk, sam.Site(), []string{"Fatma Yilmaz", "06 1234 5678"}}, "student": {model.RoleStudent, sam.Site(), []string{"Fatma Yilmaz", "06 1234 5678"}},
		"coordinator": {model.RoleCoordinator, oost, []string{"Fatma Yilmaz", "06 1234 5678"}}, "teacher": {model.RoleTeacher, sam.Site(), nil}, "guest": {model.RoleGuest, sam.Site(), nil},
		"desk elsewhere": {model.RoleDesk, oost, nil},
	} {
		who := b.as(b.do(sam, model.AddPerson{Person: model.Person{Name: name + " Test", Roles: []model.Role{test.role}, Site: test.site}}))
		got, err := named.Find(t.Context(), who, "samen met Fatma Yilmaz", "bel 06 1234 5678 of Sam Bos", "Fatma Yilmaz")
		if err != nil || !slices.Equal(got, test.want) {
			t.Errorf("%s is told %q (%v), want %q", name, got, err, test.want)
		}
	}
	was := goal.Goal{Title: "Fatma Yilmaz helpt", Why: "a"}
	now := was
	now.Why, now.Owner = "b", b.me
	if got := named.Typed(goal.Table(), &now, &was); !slices.Equal(got, []string{"b"}) {
		t.Errorf("typed: %q", got)
	}
}

// TestWhereAnErasedResidentStands: an erasure lists what of the community names somebody, also on what stands on it.
func TestWhereAnErasedResidentStands(t *testing.T) {
	b := open(t)
	sam := b.as(b.me)
	jan := b.do(sam, desk.AddResident{Resident: desk.Resident{Name: "Jan de Vries", Keep: desk.KeepRegister}})
	b.do(sam, goal.Add{Goal: goal.Goal{Title: "taal met Jan de Vries", Owner: b.me}})
	b.do(sam, question.Add{Question: question.Question{Title: "wie", Details: "Jan de Vries"}})
	b.do(sam, partner.NetworkAdd{Network: partner.Network{Name: "boeren", Note: "J. de Vries"}})
	found, _, err := mention.FindMentions(t.Context(), sam, jan)
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, m := range found {
		kinds = append(kinds, m.Kind)
	}
	slices.Sort(kinds)
	if want := []string{"goal", "network", "question"}; !slices.Equal(kinds, want) {
		t.Errorf("%v", kinds)
	}
}

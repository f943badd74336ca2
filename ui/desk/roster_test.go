package desk_test

import (
	"fmt"
	"testing"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/ui/uitest"
)

// buddy makes a pair of Ali and a student.
func buddy(t *testing.T, d *uitest.Desk) journal.ID {
	t.Helper()
	bo := d.Do(d.Session, model.AddPerson{Person: model.Person{Name: "Bo Jansen", Roles: []model.Role{model.RoleStudent}, Level: "hbo", Site: d.Session.Site()}}).Entity
	d.Do(d.Session, pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{d.Ali, bo}}}})
	return bo
}

func TestAStudentClaimsForThePair(t *testing.T) {
	d := open(t)
	bo := buddy(t, d)
	d.Env.Session = d.As(d.Ali)
	d.Env.User = d.Env.Session.Me()
	d.Again()
	d.Press("c")
	if r := d.Request(d.Requests[2]); len(r.Holder()) != 2 || r.Holder()[0] != d.Ali && r.Holder()[0] != bo {
		t.Errorf("held by %v", r.Holder())
	}
	d.Shows("is gegeven aan Bo Jansen + Ali Yildiz", "jij+Bo")
}

func TestAPairIsGivenARequestAtOnce(t *testing.T) {
	d := open(t)
	buddy(t, d)
	d.Press("C", "koppel", "<enter>")
	if r := d.Request(d.Requests[2]); len(r.Holder()) != 2 {
		t.Errorf("held by %v", r.Holder())
	}
}

func TestManyColleaguesAreNarrowedDownByTyping(t *testing.T) {
	d := open(t)
	var all []model.Action
	for i := range 70 {
		all = append(all, model.AddPerson{Person: model.Person{Name: fmt.Sprintf("Collega %02d", i), Roles: []model.Role{model.RoleDesk}, Site: d.Session.Site()}})
	}
	d.Do(d.Session, all...)
	d.Press("C", "42")
	d.Shows("Collega 42")
	d.Hides("Collega 41")
	d.Press("<tab>", "43", "<enter>")
	if r := d.Request(d.Requests[2]); len(r.Holder()) != 2 {
		t.Errorf("held by %v", r.Holder())
	}
}

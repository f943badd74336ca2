package replica_test

import (
	"testing"

	"leerbalie/model"
)

// TestALaptopLeavesWorksAndComesBack: both sides edit the same student meanwhile.
func TestALaptopLeavesWorksAndComesBack(t *testing.T) {
	c := newSchool(t)
	l := c.laptop(c.teachers[0], "laptop Tine")
	same(t, c.copyOf, l)
	l.now = l.now.AddDate(75, 0, 0)
	l.do(l.me, judgement(c, 0, 1, "rustig gebleven"))
	l.do(l.me, judgement(c, 1, 2, "goed doorgevraagd"))
	c.do(c.teachers[0], judgement(c, 0, 2, "op de balie gezien"))
	c.do(c.me, model.EditPerson{Person: model.Person{ID: c.students[0], Name: "Noor Haddad-Smit", Roles: []model.Role{model.RoleStudent}, Site: c.site, Groups: c.groups[:1]}})
	there, back := c.exchange(l)
	if there.Came.Judgements != 2 || there.Admitted.Person != l.me || len(there.Waiting) > 0 {
		t.Errorf("at the centre: %+v", there)
	}
	if back.Came.Judgements != 1 || back.Acknowledged != 2 || back.Missing != 0 {
		t.Errorf("on the laptop: %+v", back)
	}
	same(t, c.copyOf, l)
	for range 3 {
		there, back = c.exchange(l)
		if there.Came.Changes != 0 || back.Came.Changes != 0 {
			t.Errorf("again: %+v, %+v", there, back)
		}
	}
	same(t, c.copyOf, l)
	c.sound()
	l.sound()
}

package model_test

import (
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/modeltest"
)

// TestEveryFieldOfAStudentIsAddedAndEditedAlone: as for a request, with the study as fields of its own.
func TestEveryFieldOfAStudentIsAddedAndEditedAlone(t *testing.T) {
	s, me := copyOf(t, 1, nil)
	do, _ := doing(t, s, me)
	session, err := model.Enter(t.Context(), s, me)
	must(t, err)
	read := func(id journal.ID) model.Person {
		people, err := session.People(t.Context())
		must(t, err)
		for _, p := range people {
			if p.ID == id {
				return p
			}
		}
		t.Fatal("nobody")
		return model.Person{}
	}
	here := session.Site()
	site := do(model.AddSite{Site: model.Site{Name: "Oost", Code: "OO", Zone: "Europe/Amsterdam"}})
	groupA, groupB := do(model.AddGroup{Group: model.Group{Name: "2A", Site: here}}), do(model.AddGroup{Group: model.Group{Name: "2B", Site: here}})
	boss := do(model.AddPerson{Person: model.Person{Name: "Baas", Roles: []model.Role{model.RoleSupervisor}, Site: here}})
	one, two := modeltest.FilledStudent(0), modeltest.FilledStudent(1)
	one.Site, one.Supervisor, one.Groups, one.Study.Travel = here, me, []journal.ID{groupA}, []journal.ID{site}
	two.Site, two.Supervisor, two.Groups, two.Study.Travel = site, boss, []journal.ID{groupB}, []journal.ID{here}
	fields, studies := modeltest.PersonFields(), modeltest.StudyFields()
	if n := len(modeltest.Apart(fields, one, two)) + len(modeltest.Apart(studies, one.Study, two.Study)); n != len(fields)+len(studies) || n < 24 {
		t.Fatalf("%d of %q and %q differ", n, fields, studies)
	}
	check := func(what string, id journal.ID, want model.Person) {
		t.Helper()
		is := read(id)
		if apart := append(modeltest.Apart(fields, is, want), modeltest.Apart(studies, is.Study, want.Study)...); len(apart) > 0 {
			t.Errorf("%s: %s", what, strings.Join(apart, "; "))
		}
	}
	for _, name := range fields {
		id := do(model.AddPerson{Person: one})
		check("added", id, one)
		do(model.EditPerson{Person: modeltest.With(read(id), name, two)})
		check("an edit of "+name, id, modeltest.With(one, name, two))
	}
	for _, name := range studies {
		id := do(model.AddPerson{Person: one})
		is, want := read(id), one
		is.Study, want.Study = modeltest.With(is.Study, name, two.Study), modeltest.With(one.Study, name, two.Study)
		do(model.EditPerson{Person: is})
		check("an edit of "+name, id, want)
	}
}

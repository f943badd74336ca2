package people_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/modeltest"
	"leerbalie/ui/cli/clitest"
)

// notAFlag are the fields of a student that no flag gives.
func notAFlag() map[string]string {
	return map[string]string{
		"Name": "the argument of the command", "Roles": "who is added is a student", "Status": "follows from other commands", "Outcome": "given when a placement ends",
	}
}

// flag is the flag of a field.
func flag(name string) string {
	if short := map[string]string{"Groups": "group", "Languages": "language", "Themes": "theme", "Wishes": "wish", "Waiting": "waiting-since"}[name]; short != "" {
		return "--" + short
	}
	return "--" + strings.ReplaceAll(key(name), "_", "-")
}

// flagged are the flags that give a student those fields; names are those of people, groups and sites.
func flagged(p model.Person, names map[journal.ID]string, fields ...string) (out []string) {
	for _, name := range fields {
		if notAFlag()[name] != "" {
			continue
		}
		of := reflect.ValueOf(p).FieldByName(name)
		if !of.IsValid() {
			of = reflect.ValueOf(p.Study).FieldByName(name)
		}
		value := ""
		switch v := of.Interface().(type) {
		case time.Time:
			value = v.Format(time.DateOnly)
		case model.DayParts:
			value = strings.Join(v.Codes(), ",")
		case []string:
			value = strings.Join(v, ",")
		case journal.ID:
			value = names[v]
		case []journal.ID:
			value = names[v[0]]
		default:
			value = fmt.Sprint(v)
		}
		out = append(out, flag(name), value)
	}
	return out
}

func TestEveryFlagOfAStudentFillsItsOwnField(t *testing.T) {
	b := clitest.New(t)
	inStore := func(do func(*model.Session)) {
		t.Helper()
		do(b.Session(""))
	}
	one, two := modeltest.FilledStudent(0), modeltest.FilledStudent(1)
	names := map[journal.ID]string{}
	inStore(func(session *model.Session) {
		add := func(name string, a model.Action) journal.ID {
			r, err := session.Do(t.Context(), a)
			if err != nil {
				t.Fatal(err)
			}
			names[r.Entity] = name
			return r.Entity
		}
		for i, p := range []*model.Person{&one, &two} {
			n := fmt.Sprint(i)
			p.Name, p.Roles, p.Study.Status, p.Study.Outcome = one.Name, []model.Role{model.RoleStudent}, model.StudyActive, ""
			p.Site = add("Oost "+n, model.AddSite{Site: model.Site{Name: "Oost " + n, Code: "O" + n, Zone: "Europe/Amsterdam"}})
			p.Study.Travel = []journal.ID{add("West "+n, model.AddSite{Site: model.Site{Name: "West " + n, Code: "W" + n, Zone: "Europe/Amsterdam"}})}
			p.Groups = []journal.ID{add("Klas "+n, model.AddGroup{Group: model.Group{Name: "Klas " + n, Site: session.Site()}})}
			p.Supervisor = add("Baas "+n, model.AddPerson{Person: model.Person{Name: "Baas " + n, Roles: []model.Role{model.RoleSupervisor}}})
		}
	})
	fields := append(modeltest.PersonFields(), modeltest.StudyFields()...)
	check := func(what string, want model.Person) {
		t.Helper()
		inStore(func(session *model.Session) {
			people, err := session.People(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for _, is := range people {
				if is.Name == one.Name {
					if apart := append(modeltest.Apart(modeltest.PersonFields(), is, want), modeltest.Apart(modeltest.StudyFields(), is.Study, want.Study)...); len(apart) > 0 {
						t.Errorf("%s: %s", what, strings.Join(apart, "; "))
					}
					return
				}
			}
			t.Errorf("%s: nobody is called %s", what, one.Name)
		})
	}
	b.Must(append([]string{"student", "add", one.Name}, flagged(one, names, fields...)...)...)
	check("added", one)
	for _, name := range fields {
		for _, to := range []model.Person{two, one} {
			b.Must(append([]string{"student", "edit", one.Name}, flagged(to, names, name)...)...)
			want := one
			if reflect.ValueOf(one).FieldByName(name).IsValid() {
				want = modeltest.With(one, name, to)
			} else {
				want.Study = modeltest.With(one.Study, name, to.Study)
			}
			check("an edit of "+name, want)
		}
	}
}

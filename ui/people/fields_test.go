package people_test

import (
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/modeltest"
	"leerbalie/ui/screen"
	"leerbalie/ui/uitest"
)

// notInForm are the fields of a student that no form of a person holds.
func notInForm() map[string]string {
	return map[string]string{
		"Roles":   "each role brings entries of its own; a test of roles holds it",
		"Status":  "how a placement stands follows from time-outs and its end, which are actions",
		"Outcome": "asked when a placement ends",
		"Waiting": "comes from a file of a school; somebody who begins here waits from then on",
	}
}

// word is the label of a field: field.norm-hours for NormHours.
func word(d *uitest.Desk, name string) string {
	if own := map[string]string{"DayParts": "dayparts", "SourceID": "source-id"}[name]; own != "" {
		return d.Env.Words.Say("field." + own)
	}
	var id strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			id.WriteByte('-')
		}
		id.WriteRune(unicode.ToLower(r))
	}
	return d.Env.Words.Say("field." + id.String())
}

// said is the value of a field as a form shows it and takes it; names are those of people, groups and sites.
func said(d *uitest.Desk, names map[journal.ID]string, name string, of any) string {
	w := d.Env.Words
	switch v := reflect.ValueOf(of).FieldByName(name).Interface().(type) {
	case int:
		return strconv.Itoa(v)
	case time.Time:
		return v.Format("02-01-2006")
	case model.DayParts:
		return w.DayParts(v)
	case journal.ID:
		return names[v]
	case []journal.ID:
		return names[v[0]]
	case []string:
		var out []string
		for _, s := range v {
			switch name {
			case "Languages":
				s = w.Language(s)
			case "Themes":
				s = w.Name(d.Env.Site.ThemeCodes(), s)
			}
			out = append(out, s)
		}
		return strings.Join(out, ", ")
	default:
		return reflect.ValueOf(v).String()
	}
}

func TestEachEntryOfAStudentsFormShowsAndEditsItsOwnField(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 160, Height: 60}})
	here := d.Session.Site()
	east := d.Do(d.Session, model.AddSite{Site: model.Site{Name: "Oost", Code: "OO", Zone: "Europe/Amsterdam"}}).Entity
	a, b := d.Do(d.Session, model.AddGroup{Group: model.Group{Name: "Albeda", Site: here}}).Entity, d.Do(d.Session, model.AddGroup{Group: model.Group{Name: "Boerhaave", Site: here}}).Entity
	names := map[journal.ID]string{here: "Servicepunt Zuidwest", east: "Oost", a: "Albeda", b: "Boerhaave", d.Noor: "Noor Visser", d.Session.Me().ID: "Samira Bouali"}
	one, two := modeltest.FilledStudent(0), modeltest.FilledStudent(1)
	one.Site, one.Supervisor, one.Groups, one.Study.Travel = here, d.Noor, []journal.ID{a}, []journal.ID{east}
	two.Site, two.Supervisor, two.Groups, two.Study.Travel = east, d.Session.Me().ID, []journal.ID{b}, []journal.ID{here}
	one.ID = d.Ali
	d.Do(d.Session, model.EditPerson{Person: one})
	read := func() model.Person {
		for _, p := range people(t, d.Session) {
			if p.ID == d.Ali {
				return p
			}
		}
		return model.Person{}
	}
	check := func(what string, want model.Person) {
		t.Helper()
		is := read()
		if apart := append(modeltest.Apart(modeltest.PersonFields(), is, want), modeltest.Apart(modeltest.StudyFields(), is.Study, want.Study)...); len(apart) > 0 {
			t.Errorf("%s: %s", what, strings.Join(apart, "; "))
		}
	}
	edit := func() { // the student may be called anything by now
		d.Again()
		d.Press("4", "<right>", "e")
	}
	each := func(do func(name string, from, to any, with func(to model.Person) model.Person)) {
		for _, name := range modeltest.PersonFields() {
			if notInForm()[name] == "" {
				do(name, one, two, func(to model.Person) model.Person { return modeltest.With(one, name, to) })
			}
		}
		for _, name := range modeltest.StudyFields() {
			if notInForm()[name] == "" {
				do(name, one.Study, two.Study, func(to model.Person) model.Person {
					p := one
					p.Study = modeltest.With(one.Study, name, to.Study)
					return p
				})
			}
		}
	}
	edit()
	each(func(name string, from, _ any, _ func(model.Person) model.Person) {
		want := said(d, names, name, from)
		switch name {
		case "Groups", "Travel":
			want = "[x] " + want
		case "Site", "Level":
			want = "(•) " + want
		}
		if shown := d.Entry(word(d, name)); !strings.Contains(shown, want) {
			t.Errorf("%s shows %q, want %q", name, shown, want)
		}
	})
	d.Press("<ctrl+s>")
	check("saved untouched", one)
	each(func(name string, from, to any, with func(model.Person) model.Person) {
		for _, step := range []struct {
			from, to any
			want     model.Person
		}{{from, to, with(two)}, {to, from, one}} {
			edit()
			if name == "Groups" || name == "Travel" { // by its first letter to an option, with Space on or off
				d.Entry(word(d, name))
				for _, v := range []any{step.from, step.to} {
					d.Press(strings.ToLower(said(d, names, name, v)[:1]), " ")
				}
			} else {
				d.Enter(word(d, name), said(d, names, name, step.to))
			}
			d.Press("<ctrl+s>")
			check("an edit of "+name, step.want)
		}
	})
}

// TestAFaultStandsAtTheFieldItIsAbout: whatever entry has the focus when the form is sent.
func TestAFaultStandsAtTheFieldItIsAbout(t *testing.T) {
	for _, c := range []struct{ name, typed, fault string }{
		{"Name", "Ali 111222333", "error.bsn"}, {"Languages", "Klingon", "people.language.fault"}, {"Supervisor", "Niemand Hier", ""},
		{"DayParts", "ooit", ""}, {"Year", "veel", "people.number.fault"}, {"NormHours", "veel", "people.number.fault"},
		{"Start", "ooit", "people.day.fault"}, {"End", "ooit", "people.day.fault"},
	} {
		d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 160, Height: 60}})
		d.Press("4", "<right>", "e")
		d.Enter(word(d, c.name), c.typed)
		d.Press("<shift+tab>", "<ctrl+s>")
		begin := ""
		if c.fault != "" {
			begin, _, _ = strings.Cut(d.Env.Words.Say(c.fault, "typed", c.typed, "where", "Ali ▯▯▯▯▯▯▯▯▯"), " lijkt")
		}
		if at := d.Blamed(begin); at != word(d, c.name) {
			t.Errorf("%q in %s is blamed on %q", c.typed, c.name, at)
		}
	}
}

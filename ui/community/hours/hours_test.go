package hours_test

import (
	"context"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
	page "leerbalie/ui/community/hours"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// people are those of a class: a supervisor with three students, a teacher, and a coordinator.
type people struct{ petra, teo, ali, noor, kim journal.ID }

func do(d *uitest.Desk, session *model.Session, actions ...model.Action) journal.ID {
	d.T.Helper()
	r, err := session.DoQuietly(context.Background(), actions...)
	if err != nil {
		d.T.Fatal(err)
	}
	return r.Entity
}

// class makes a class with hours in three weeks: one student who is short, one who is on her way, one whose confirmed week changed.
func class(d *uitest.Desk, session *model.Session) (p people) {
	monday := ledger.Week(uitest.Start().UTC())
	group := do(d, session, model.AddGroup{Group: model.Group{Name: "3A", Site: session.Site()}})
	other := do(d, session, model.AddGroup{Group: model.Group{Name: "Hbo 1", Site: session.Site()}})
	add := func(name string, role model.Role, groups ...journal.ID) journal.ID {
		one := model.Person{Name: name, Roles: []model.Role{role}, Site: session.Site(), Groups: groups, Level: "mbo-4"}
		if role != model.RoleStudent {
			one.Level = ""
		} else {
			one.Supervisor = p.petra
			one.Study = model.Study{Start: monday.AddDate(0, 0, -70), End: monday.AddDate(0, 0, 69), NormHours: 200}
		}
		return do(d, session, model.AddPerson{Person: one})
	}
	p.petra = add("Petra Vos", model.RoleSupervisor)
	p.teo = add("Teo Kok", model.RoleTeacher, group)
	p.ali, p.noor = add("Ali Demir", model.RoleStudent, group), add("Noor van Dijk", model.RoleStudent, group)
	p.kim = do(d, session, model.AddPerson{Person: model.Person{Name: "Kim de Boer", Roles: []model.Role{model.RoleStudent}, Site: session.Site(), Groups: []journal.ID{other}, Level: "hbo",
		Study: model.Study{Start: monday.AddDate(0, 0, -7), End: monday.AddDate(0, 0, 69), NormHours: 120, Company: "Buurtzorg Zuidwest", Guide: "Mira Bos"}}})
	own := func(who journal.ID, day, minutes int, what string) {
		do(d, session, ledger.WriteHours{Student: who, Own: ledger.Own{Day: monday.AddDate(0, 0, day), Minutes: minutes, What: what}})
	}
	own(p.ali, -13, 120, "folders rondgebracht")
	own(p.noor, -12, 600, "buurtfeest voorbereid")
	own(p.ali, -6, 90, "voorlezen in de bieb")
	own(p.noor, -5, 300, "spreekuur belasting")
	own(p.noor, -4, 240, "spreekuur belasting")
	own(p.kim, -6, 200, "kennismaken in de wijk")
	do(d, d.As(p.noor), learning.AddEvidence{Student: p.noor, Evidence: learning.Evidence{Kind: learning.EvidenceProject, Title: "taalcafé", Day: monday.AddDate(0, 0, -3), Minutes: 90}})
	do(d, session, hours.Confirm{Week: monday.AddDate(0, 0, -14), Students: []journal.ID{p.ali, p.noor}})
	own(p.noor, -11, 45, "opruimen")
	return p
}

func open(t testing.TB, lang text.Lang, size screen.Size, who func(people) journal.ID) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Size: size, Act: func(d *uitest.Desk, session *model.Session) journal.ID {
		if who == nil {
			return session.Me().ID
		}
		p := class(d, session)
		if id := who(p); !id.IsZero() {
			return id
		}
		return session.Me().ID
	}})
	d.Page("hours")
	return d
}

func petra(p people) journal.ID { return p.petra }
func noor(p people) journal.ID  { return p.noor }
func teo(p people) journal.ID   { return p.teo }
func boss(people) journal.ID    { return journal.ID{} }

func wide() screen.Size { return screen.Size{Width: 120, Height: 40} }

func TestPictures(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, wide(), {Width: 60, Height: 15}} {
			d := open(t, lang, size, petra)
			d.Press("<left>")
			d.Picture("week", lang)
			d.Press("<left>", "<down>")
			d.Picture("changed", lang)
			d.Press("<enter>")
			d.Picture("look", lang)
			d.Press("<esc>", "n")
			d.Picture("form", lang)
			d = open(t, lang, size, noor)
			d.Picture("own", lang)
			d = open(t, lang, size, boss)
			d.Press("<left>")
			d.Picture("all", lang)
			open(t, lang, size, nil).Picture("none", lang)
		}
	}
}

// TestEveryActionDoesSomethingWhereItIsOffered tries all that can be done, by whoever may.
func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	on := func(who func(people) journal.ID, keys ...string) func() *uitest.Desk {
		return func() *uitest.Desk {
			d := open(t, "nl", wide(), who)
			d.Press(keys...)
			return d
		}
	}
	uitest.TryActions(t, page.Keys(),
		uitest.Place{Name: "this week", Open: on(petra)},
		uitest.Place{Name: "last week", Open: on(petra, "<left>")},
		uitest.Place{Name: "last week, confirmed", Open: on(petra, "<left>", "b")},
		uitest.Place{Name: "last week, undone", Open: on(petra, "<left>", "b", "u")},
		uitest.Place{Name: "a teacher's", Open: on(teo, "<left>")},
		uitest.Place{Name: "a student's own", Open: on(noor)},
		uitest.Place{Name: "none", Open: on(nil)},
	)
}

// TestOneKeyConfirmsAll: a week back, one left out, one key: the others are confirmed, and one undo takes it all back.
func TestOneKeyConfirmsAll(t *testing.T) {
	var who people
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: wide(), Act: func(d *uitest.Desk, session *model.Session) journal.ID {
		who = class(d, session)
		return who.petra
	}})
	as := func() map[journal.ID]hours.State {
		all, err := hours.ReadAll(context.Background(), d.As(who.petra))
		if err != nil {
			t.Fatal(err)
		}
		out := map[journal.ID]hours.State{}
		for _, s := range all {
			w := s.Week(ledger.Week(uitest.Start().UTC()).AddDate(0, 0, -7))
			out[s.Person.ID] = w.State()
		}
		return out
	}
	d.Page("hours")
	d.Press("<left>", "< >", "b")
	if got := as(); got[who.ali] != hours.Open || got[who.noor] != hours.Confirmed {
		t.Fatal("Ali was left out, Noor not:", got)
	}
	d.Press("<home>", "< >", "b")
	if got := as(); got[who.ali] != hours.Confirmed || got[who.noor] != hours.Confirmed || len(got) != 2 {
		t.Fatal("after all:", got)
	}
	d.Press("u", "u")
	if got := as(); got[who.ali] != hours.Open || got[who.noor] != hours.Open {
		t.Fatal("each key is one undo:", got)
	}
}

// TestAStudentWritesHours: two keys around what is typed.
func TestAStudentWritesHours(t *testing.T) {
	var who people
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 60, Height: 15}, Act: func(d *uitest.Desk, session *model.Session) journal.ID {
		who = class(d, session)
		return who.ali
	}})
	d.Page("hours")
	d.Press("n", "boodschappen", "<down>", "1:30", "<ctrl+s>")
	s, err := hours.Read(context.Background(), d.As(who.ali), who.ali)
	if err != nil {
		t.Fatal(err)
	}
	w := s.Week(uitest.Start().UTC())
	if len(w.From) != 1 || w.From[0].Minutes != 90 || w.From[0].Title != "boodschappen" || !w.From[0].Day.Equal(uitest.Start().UTC().Truncate(24*time.Hour)) {
		t.Fatalf("%+v", w)
	}
}

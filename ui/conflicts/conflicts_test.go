package conflicts_test

import (
	"context"
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/conflict"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/ui/conflicts"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// apart writes a field as if what stands there had not been seen, as it comes from another computer.
type apart struct {
	kind     journal.Kind
	id, part journal.ID
	field    journal.FieldValue
}

func (apart) Name() string { return "act-edit-person" }

func (a apart) Do(d *model.Doing) error {
	c := d.NewChange(a.kind, a.id, a.part, journal.OpSet)
	c.Writes = []journal.Write{{Field: a.field.Field, Value: a.field.Value}}
	return d.Emit(c)
}

func do(d *uitest.Desk, session *model.Session, actions ...model.Action) journal.ID {
	d.T.Helper()
	r, err := session.DoQuietly(context.Background(), actions...)
	if err != nil {
		d.T.Fatal(err)
	}
	return r.Entity
}

// two is a store in which two things were changed in two ways.
func two(d *uitest.Desk, session *model.Session) journal.ID {
	id := do(d, session, desk.AddRequest{Request: desk.Request{Summary: "Brief van Stedin"}})
	do(d, session, apart{desk.KindRequest, id, session.Site(), desk.RequestSummary.Is(journal.Text("Brief van de gemeente"))},
		apart{model.KindPerson, d.Ali, journal.Organisation(), model.PersonName.Is(journal.Text("Ali Yilmaz"))})
	return session.Me().ID
}

// teacher is somebody who sees the person and not the request, and may settle neither.
func teacher(d *uitest.Desk, session *model.Session) journal.ID {
	two(d, session)
	return do(d, session, model.AddPerson{Person: model.Person{Name: "Tine", Roles: []model.Role{model.RoleTeacher}}})
}

func none(_ *uitest.Desk, session *model.Session) journal.ID { return session.Me().ID }

func open(t *testing.T, lang text.Lang, size screen.Size, act func(*uitest.Desk, *model.Session) journal.ID) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Size: size, Act: act})
	d.Press("<f5>")
	return d
}

func TestPictures(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}, {Width: 60, Height: 15}} {
			d := open(t, lang, size, two)
			d.Picture("two", lang)
			d.Press("j")
			d.Press("<enter>")
			d.Picture("settling", lang)
			open(t, lang, size, teacher).Picture("teacher", lang)
			open(t, lang, size, none).Picture("none", lang)
		}
	}
}

// TestAKeySettlesAndAKeyTakesThatBack goes from the line in the frame to nothing left, and back.
func TestAKeySettlesAndAKeyTakesThatBack(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 80, Height: 24}, Act: two})
	if !strings.Contains(d.Frame(), "2 keer iets verschillends: F5") {
		t.Fatalf("the frame does not say it:\n%s", d.Frame())
	}
	left := func(n int) {
		t.Helper()
		all, err := conflict.Read(context.Background(), d.Session)
		if err != nil || len(all) != n {
			t.Fatalf("%d left, want %d: %v\n%s", len(all), n, err, d.Frame())
		}
	}
	d.Press("<f5>")
	for _, shows := range []string{"Ali Yilmaz", "A  ", "B  ", "deze computer", "staat er nu", "Samira"} {
		if !strings.Contains(d.Frame(), shows) {
			t.Errorf("%q does not show:\n%s", shows, d.Frame())
		}
	}
	d.Press("<enter>")
	d.Press("<enter>")
	left(1)
	d.Shows("Gekozen bij Ali Yilmaz.  (u: ongedaan maken)")
	d.Press("u")
	d.Shows("Ongedaan gemaakt: keuze bij Ali Yilmaz. Ctrl+R doet het opnieuw.")
	left(2)
	d.Press("<enter>")
	d.Press("<enter>")
	d.Press("y")
	d.Press("<enter>")
	left(0)
	d.Press("<esc>")
	if strings.Contains(d.Frame(), "verschillends: F5") {
		t.Errorf("the frame still says it:\n%s", d.Frame())
	}
}

func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	on := func(act func(*uitest.Desk, *model.Session) journal.ID) func() *uitest.Desk {
		return func() *uitest.Desk { return open(t, "nl", screen.Size{Width: 120, Height: 40}, act) }
	}
	settled := func() *uitest.Desk {
		d := open(t, "nl", screen.Size{Width: 120, Height: 40}, two)
		d.Press("<enter>")
		d.Press("<enter>")
		return d
	}
	undone := func() *uitest.Desk {
		d := settled()
		d.Press("u")
		return d
	}
	uitest.TryActions(t, conflicts.Keys(),
		uitest.Place{Name: "two", Open: on(two)},
		uitest.Place{Name: "two, the request", Open: func() *uitest.Desk {
			d := on(two)()
			d.Press("j")
			return d
		}},
		uitest.Place{Name: "settled", Open: settled},
		uitest.Place{Name: "undone", Open: undone},
		uitest.Place{Name: "a teacher", Open: on(teacher)},
		uitest.Place{Name: "none", Open: on(none)},
	)
}

// TestMarksWhereTheDataAre: at the row and the page of a person, a group, a pair and a question, and at the settings of a site.
func TestMarksWhereTheDataAre(t *testing.T) {
	var group, pair journal.ID
	act := func(d *uitest.Desk, session *model.Session) journal.ID {
		group = do(d, session, model.AddGroup{Group: model.Group{Name: "Klas 9"}})
		bo := do(d, session, model.AddPerson{Person: model.Person{Name: "Bo", Roles: []model.Role{model.RoleStudent}, Site: session.Site()}})
		pair = do(d, session, pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{d.Ali, bo}}}})
		do(d, session, apart{model.KindGroup, group, journal.Organisation(), model.GroupName.Is(journal.Text("Klas 9B"))},
			apart{pairs.KindPair, pair, journal.Organisation(), pairs.PairSite.Is(journal.Ref(group))},
			apart{model.KindSite, session.Site(), journal.Organisation(), model.SiteZone.Is(journal.Text("Europe/Berlin"))},
			apart{model.KindSite, session.Site(), journal.Organisation(), model.SiteZone.Is(journal.Text("Europe/Paris"))})
		return two(d, session)
	}
	d := uitest.Open(t, uitest.Options{Lang: "nl", Act: act})
	shows := func(where string, want ...string) {
		t.Helper()
		frame := d.Frame()
		for _, w := range want {
			if !strings.Contains(frame, w) {
				t.Errorf("%s does not show %q:\n%s", where, w, frame)
			}
		}
	}
	shows("the desk", "≠ ZW-0001")
	d.Press("2")
	shows("pairs", "≠ ", "Twee mensen schreven dit los")
	d.Press("4")
	d.Press("<right>")
	shows("students", "≠Ali Yilmaz", "≠ Naam: Ali Yilmaz (Samira Bouali · 14:32 · deze", "computer) ≠ Ali Yildiz")
	d.Press("<right>")
	d.Press("<right>")
	shows("groups", "≠Klas 9B", "F5")
	d.Press(",")
	shows("the settings", "≠")
}

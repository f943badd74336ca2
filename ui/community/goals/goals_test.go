package goals_test

import (
	"context"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/ui/community/goals"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// agenda is one with a goal that nobody owns, one that is late with all that can stand on it, one that is on time, and one that was reached.
func agenda(d *uitest.Desk, session *model.Session) journal.ID {
	do := func(actions ...model.Action) journal.ID {
		d.T.Helper()
		r, err := session.DoQuietly(context.Background(), actions...)
		if err != nil {
			d.T.Fatal(err)
		}
		return r.Entity
	}
	today := uitest.Start().UTC().Truncate(24 * time.Hour)
	me := session.Me().ID
	piet := do(model.AddPerson{Person: model.Person{Name: "Piet de Wit", Roles: []model.Role{model.RoleTeacher}, Site: session.Site()}})
	line := func(text string) goal.Noted { return goal.Noted{Text: text} }
	do(goal.Add{Goal: goal.Goal{Title: "Samen eten op vrijdag", Owner: piet, By: today.AddDate(0, 0, 40)}})
	cafe := do(goal.Add{Goal: goal.Goal{Title: "Iedereen vindt het taalcafe", Owner: me, By: today.AddDate(0, 0, 20), Why: "Er komen veel vragen om taal", Phase: "proberen", Expect: "Nog niet alles lukt", Theme: "taal"}})
	do(goal.PutStep{Goal: cafe, Step: goal.Step{Noted: line("flyer maken"), Person: me, Until: today.AddDate(0, 0, 3)}}, goal.PutStep{Goal: cafe, Step: goal.Step{Noted: line("zaal huren")}},
		goal.PutResult{Goal: cafe, Result: goal.Result{Noted: line("drie nieuwe gasten"), Day: today.AddDate(0, 0, -2)}}, goal.PutNeed{Goal: cafe, Need: goal.Need{Noted: line("eenvoudig schrijven")}})
	g, err := goal.One(context.Background(), session, cafe)
	if err != nil {
		d.T.Fatal(err)
	}
	do(goal.Tick{Goal: cafe, Step: g.Steps[1].Key}, goal.PutOffer{Goal: cafe, Offer: goal.Offer{Noted: line("les op dinsdag"), Need: g.Needs[0].Key, Person: me}})
	done := do(goal.Add{Goal: goal.Goal{Title: "Een eigen sleutel", Owner: me}})
	do(goal.End{ID: done, State: goal.Reached, Came: "de kast is van ons"})
	do(pairs.PersonLeaves{ID: piet})
	return me
}

func open(t testing.TB, lang text.Lang, size screen.Size, filled bool) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Size: size, Act: func(d *uitest.Desk, session *model.Session) journal.ID {
		if filled {
			return agenda(d, session)
		}
		return session.Me().ID
	}})
	d.Page("goals")
	return d
}

func TestPictures(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}, {Width: 60, Height: 15}} {
			d := open(t, lang, size, true)
			d.Picture("agenda", lang)
			d.Press("<down>", "<enter>")
			d.Picture("goal", lang)
			d.Press("<esc>", "n")
			d.Picture("new", lang)
			open(t, lang, size, false).Picture("none", lang)
		}
	}
}

// TestEveryActionDoesSomethingWhereItIsOffered tries all that can be done.
func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	on := func(keys ...string) func() *uitest.Desk {
		return func() *uitest.Desk {
			d := open(t, "nl", screen.Size{Width: 120, Height: 40}, true)
			d.Press(keys...)
			return d
		}
	}
	uitest.TryActions(t, goals.Keys(),
		uitest.Place{Name: "nobody's", Open: on()},
		uitest.Place{Name: "a running one", Open: on("<down>")},
		uitest.Place{Name: "one that was reached", Open: on("<down>", "<down>")},
		uitest.Place{Name: "on a step", Open: on("<down>", "<enter>")},
		uitest.Place{Name: "on what is to be learned", Open: on("<down>", "<enter>", "<down>", "<down>", "<down>")},
		uitest.Place{Name: "done", Open: on("<down>", "<enter>", "< >")},
		uitest.Place{Name: "undone", Open: on("<down>", "<enter>", "< >", "u")},
		uitest.Place{Name: "none", Open: func() *uitest.Desk { return open(t, "nl", screen.Size{Width: 80, Height: 24}, false) }},
	)
}

// TestAStepIsTickedWithOneKey, and with the same key it is open again.
func TestAStepIsTickedWithOneKey(t *testing.T) {
	d := open(t, "nl", screen.Size{Width: 80, Height: 24}, true)
	left := func() (n int) {
		all, err := goal.On(context.Background(), d.Session, d.Session.Me().ID, uitest.Start().AddDate(0, 0, 7))
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	if left() != 1 {
		t.Fatal("no step waits")
	}
	d.Press("<down>", "<enter>", "< >")
	if left() != 0 {
		t.Error("the step is not done")
	}
	d.Press("< >")
	if left() != 1 {
		t.Error("the step is not open again")
	}
}

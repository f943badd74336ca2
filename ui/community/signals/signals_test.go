package signals_test

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/upward"
	"leerbalie/ui/community/signals"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

func do(d *uitest.Desk, s *model.Session, a model.Action) journal.ID {
	d.T.Helper()
	r, err := s.DoQuietly(d.T.Context(), a)
	if err != nil {
		d.T.Fatal(err)
	}
	return r.Entity
}

// sent is a signal to whoever sits there, from the figures of the site, one to somebody else, one that was taken up and one that was answered.
func sent(d *uitest.Desk, s *model.Session) journal.ID {
	noor, me := d.As(d.Noor), s.Me().ID
	do(d, noor, upward.Add{Signal: upward.Signal{Text: "Er is geen les over schulden", Where: "balie Zuidwest", Theme: "poverty", To: me, About: upward.Curriculum, Cases: 19, Weeks: 4, Before: 31,
		Since: uitest.Start().AddDate(0, 0, -28).Truncate(24 * time.Hour), Site: s.Site()}})
	do(d, s, upward.Add{Signal: upward.Signal{Text: "Zaterdag is er niemand", To: d.Noor, About: upward.Organisation}})
	taken := do(d, s, upward.Add{Signal: upward.Signal{Text: "Het buurthuis sluit te vroeg", To: d.Noor, About: upward.District}})
	do(d, noor, upward.Answer{ID: taken, State: upward.Taken})
	done := do(d, s, upward.Add{Signal: upward.Signal{Text: "De printer is stuk", To: d.Noor}})
	do(d, noor, upward.Answer{ID: done, State: upward.Done, Text: "Er staat een nieuwe"})
	return me
}

func none(_ *uitest.Desk, s *model.Session) journal.ID { return s.Me().ID }

func pupil(d *uitest.Desk, s *model.Session) journal.ID {
	sent(d, s)
	return d.Noor
}

func open(t testing.TB, lang text.Lang, size screen.Size, act func(*uitest.Desk, *model.Session) journal.ID, keys ...string) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Size: size, Act: act})
	d.Page("signals")
	d.Press(keys...)
	return d
}

func wide() screen.Size { return screen.Size{Width: 120, Height: 40} }

func TestPictures(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, wide(), {Width: 60, Height: 15}} {
			open(t, lang, size, none).Picture("none", lang)
			d := open(t, lang, size, sent)
			d.Picture("list", lang)
			d.Press("<enter>")
			d.Picture("signal", lang)
			d.Press("a")
			d.Picture("answer", lang)
			open(t, lang, size, sent, "n").Picture("new", lang)
		}
	}
}

// TestEveryActionDoesSomethingWhereItIsOffered tries all that can be done with signals.
func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	on := func(act func(*uitest.Desk, *model.Session) journal.ID, keys ...string) func() *uitest.Desk {
		return func() *uitest.Desk { return open(t, "nl", wide(), act, keys...) }
	}
	uitest.TryActions(t, signals.Keys(),
		uitest.Place{Name: "no signal", Open: on(none)},
		uitest.Place{Name: "the list", Open: on(sent)},
		uitest.Place{Name: "one that was answered", Open: on(sent, "<end>")},
		uitest.Place{Name: "opened", Open: on(sent, "<enter>")},
		uitest.Place{Name: "searched", Open: on(sent, "/", "printer", "<enter>")},
		uitest.Place{Name: "something was taken back", Open: on(sent, "t", "u")},
		uitest.Place{Name: "a student's", Open: on(pupil)},
	)
}

// TestASignalIsAnsweredByKeys: sent, taken up and answered by the one to whom it went.
func TestASignalIsAnsweredByKeys(t *testing.T) {
	d := open(t, "nl", screen.Size{Width: 80, Height: 24}, sent)
	d.Shows("Wacht op jou", "geen les over schulden", "Opgepakt", "Wat ermee is gedaan")
	d.Press("t", "<enter>")
	d.Shows("opgepakt", "19 keer in 4 weken, daarvoor 31", "Cijfers van: Servicepunt Zuidwest")
	d.Press("a")
	d.Press("<tab>", "Komt in blok 3", "<ctrl+s>")
	d.Shows("afgerond", "Komt in blok 3")
}

// TestAnotherScreenOpensTheForm with what it knows.
func TestAnotherScreenOpensTheForm(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 80, Height: 24}, Act: none})
	d.Send(screen.Open{Name: screen.Community, With: screen.AtPage{Page: "signals", With: upward.Signal{Theme: "housing", Cases: 19, Weeks: 4, Before: 31, Site: d.Session.Site()}}})
	d.Shows("Een signaal geven", "19")
	d.Press("Meer over wonen", "<tab>", "Noor", "<ctrl+s>")
	all, err := upward.All(t.Context(), d.Session)
	if err != nil || len(all) != 1 || !all[0].Counted() || all[0].Cases != 19 || all[0].To != d.Noor {
		t.Errorf("%+v %v\n%s", all, err, d.Frame())
	}
}

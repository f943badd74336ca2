package visits_test

import (
	"context"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	modelvisits "leerbalie/model/visits"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
	"leerbalie/ui/visits"
)

func do(d *uitest.Desk, session *model.Session, actions ...model.Action) journal.ID {
	d.T.Helper()
	r, err := session.DoQuietly(context.Background(), actions...)
	if err != nil {
		d.T.Fatal(err)
	}
	return r.Entity
}

// busy is a week with visits of each sort: done, skipped, moved, late, to which nobody goes, and of two in one morning.
func busy(d *uitest.Desk, session *model.Session) journal.ID {
	me, today := session.Me().ID, uitest.Start().UTC().Truncate(24*time.Hour)
	monday := modelvisits.Monday(today)
	plan := func(name, what string, day time.Weekday, part modelvisits.Part, who ...journal.ID) journal.ID {
		r := do(d, session, desk.AddResident{Resident: desk.Resident{Name: name}})
		return do(d, session, modelvisits.Plan{Arrangement: modelvisits.Arrangement{Resident: r, What: what, Weekdays: []time.Weekday{day}, Part: part, Who: who, From: monday.AddDate(0, 0, -7), Minutes: 45}})
	}
	on := func(id journal.ID, day time.Weekday, a func(journal.ID, time.Time) model.Action) {
		do(d, session, a(id, monday.AddDate(0, 0, (int(day)+6)%7)))
	}
	plan("Vera Mol", "boodschappen", today.Weekday(), modelvisits.Morning, me, d.Noor)
	plan("Piet Bos", "wandelen", today.Weekday(), modelvisits.Morning, me)
	plan("Fatma Kaya", "post", time.Friday, modelvisits.Afternoon)
	on(plan("Jan de Wit", "post", time.Monday, modelvisits.Evening, d.Noor), time.Monday, func(id journal.ID, day time.Time) model.Action {
		return modelvisits.Skip{Arrangement: id, Date: day, Why: "was ziek"}
	})
	on(plan("Els Mol", "koffie", time.Monday, modelvisits.Afternoon, d.Noor), time.Monday, func(id journal.ID, day time.Time) model.Action {
		return modelvisits.Move{Arrangement: id, Date: day, To: day.AddDate(0, 0, 3)}
	})
	return me
}

func quiet(_ *uitest.Desk, session *model.Session) journal.ID { return session.Me().ID }

func open(t *testing.T, lang text.Lang, size screen.Size, act func(*uitest.Desk, *model.Session) journal.ID) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Size: size, Fill: true, Act: act})
	d.Press("M", "v")
	return d
}

func wide() screen.Size { return screen.Size{Width: 120, Height: 40} }

func TestPictures(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, wide(), {Width: 60, Height: 15}} {
			d := open(t, lang, size, busy)
			d.Picture("week", lang)
			d.Press("b")
			d.Picture("minutes", lang)
			d.Press("<esc>", "g")
			d.Picture("whom", lang)
			open(t, lang, size, quiet).Picture("none", lang)
		}
	}
}

// TestEveryActionDoesSomethingWhereItIsOffered tries all that can be done with the week, and that nothing can where there is no visit.
func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	on := func(act func(*uitest.Desk, *model.Session) journal.ID, keys ...string) func() *uitest.Desk {
		return func() *uitest.Desk {
			d := open(t, "nl", wide(), act)
			d.Press(keys...)
			return d
		}
	}
	uitest.TryActions(t, visits.Keys(),
		uitest.Place{Name: "a week", Open: on(busy)},
		uitest.Place{Name: "a week with something done", Open: on(busy, "b", "<enter>")},
		uitest.Place{Name: "no visits", Open: on(quiet)},
		uitest.Place{Name: "the next week", Open: on(busy, "<right>")},
	)
}

// TestTwoKeysAndItIsDone: the minutes that are expected are filled in, and the hours are theirs who went.
func TestTwoKeysAndItIsDone(t *testing.T) {
	d := open(t, "nl", wide(), busy)
	d.Press("b", "<enter>")
	all, err := modelvisits.ReadWeek(t.Context(), d.As(d.Noor), uitest.Start().UTC().Truncate(24*time.Hour), uitest.Start())
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range all {
		if v.State == modelvisits.DoneAs && v.Minutes == 45 {
			return
		}
	}
	t.Fatalf("nothing is done: %+v", all)
}

package projects_test

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/project"
	"leerbalie/ui/community/projects"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

func do(d *uitest.Desk, s *model.Session, a model.Action) model.Receipt {
	d.T.Helper()
	r, err := s.DoQuietly(d.T.Context(), a)
	if err != nil {
		d.T.Fatal(err)
	}
	return r
}

// held is a project that was held twice, of which the programme changed after the school agreed, and one that is over.
func held(d *uitest.Desk, s *model.Session) journal.ID {
	d.T.Helper()
	sem := do(d, s, model.AddPerson{Person: model.Person{Name: "Sem de Boer", Roles: []model.Role{model.RoleStudent}, Site: s.Site()}}).Entity
	today := uitest.Start().Truncate(24 * time.Hour)
	p := project.Project{Title: "Samen eten", District: "Zuid", Theme: "eenzaamheid", Target: "ouderen die alleen wonen", From: today.AddDate(0, 0, -28), To: today.AddDate(0, 6, 0), HoursAWeek: 16, State: project.Running,
		Programme: "elke week koken", Students: []journal.ID{sem}, Leaders: []journal.ID{s.Me().ID}}
	p.ID = do(d, s, project.Add{Project: p}).Entity
	do(d, s, project.Agree{ID: p.ID, Party: project.School, For: "ROC Zuid", On: today.AddDate(0, 0, -30)})
	now, err := project.One(d.T.Context(), s, p.ID)
	if err != nil {
		d.T.Fatal(err)
	}
	now.Programme = "elke week koken, en daarna praten over wie er niet kwam"
	do(d, s, project.Edit{Project: now})
	do(d, s, project.Agree{ID: p.ID, Party: project.Professional, On: today})
	for _, ago := range []int{14, 7} {
		do(d, s, project.NoteSession{Project: p.ID, Session: project.Session{Day: today.AddDate(0, 0, -ago), Came: 14, Minutes: 150, What: "koken"}})
		do(d, s, project.NotePresence{Project: p.ID, Day: today.AddDate(0, 0, -ago), Marks: []project.Mark{{Student: sem, State: ledger.Present}}})
	}
	do(d, s, project.NoteResult{Project: p.ID, Result: project.Result{Text: "vier buren eten nu elke week samen", Day: today}})
	do(d, s, project.Add{Project: project.Project{Title: "Taalmaatjes", District: "Noord", State: project.Done, Came: "twaalf mensen lezen brieven"}})
	return sem
}

func boss(d *uitest.Desk, s *model.Session) journal.ID {
	held(d, s)
	return s.Me().ID
}

func none(_ *uitest.Desk, s *model.Session) journal.ID { return s.Me().ID }

func pupil(d *uitest.Desk, s *model.Session) journal.ID {
	return held(d, s)
}

func open(t testing.TB, lang text.Lang, size screen.Size, act func(*uitest.Desk, *model.Session) journal.ID, keys ...string) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Size: size, Act: act})
	d.Page("projects")
	d.Press(keys...)
	return d
}

func wide() screen.Size { return screen.Size{Width: 120, Height: 40} }

func TestPictures(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, wide(), {Width: 60, Height: 15}} {
			open(t, lang, size, none).Picture("none", lang)
			d := open(t, lang, size, boss)
			d.Picture("held", lang)
			d.Press("<enter>")
			d.Picture("opened", lang)
			open(t, lang, size, pupil, "<enter>").Picture("pupil", lang)
		}
	}
}

// TestASessionByKeys: a session is noted, who was there as well, and what they worked counts.
func TestASessionByKeys(t *testing.T) {
	d := open(t, "nl", wide(), boss, "s")
	d.Press("<ctrl+s>")
	all, err := project.ReadAll(t.Context(), d.Session)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(all[0].Sessions); n != 3 {
		t.Fatalf("%d sessions, want 3", n)
	}
	if all[0].Sessions[2].Day != d.Env.Today().Truncate(24*time.Hour) {
		t.Error(all[0].Sessions[2].Day)
	}
}

// TestEveryActionDoesSomethingWhereItIsOffered tries all that can be done with projects.
func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	on := func(act func(*uitest.Desk, *model.Session) journal.ID, keys ...string) func() *uitest.Desk {
		return func() *uitest.Desk { return open(t, "nl", wide(), act, keys...) }
	}
	uitest.TryActions(t, projects.Keys(),
		uitest.Place{Name: "no project", Open: on(none)},
		uitest.Place{Name: "the list", Open: on(boss)},
		uitest.Place{Name: "searched", Open: on(boss, "/", "eten", "<enter>")},
		uitest.Place{Name: "an agreement", Open: on(boss, "<enter>")},
		uitest.Place{Name: "a session", Open: on(boss, "<enter>", "<down>", "<down>")},
		uitest.Place{Name: "something was taken back", Open: on(boss, "<enter>", "-", "u")},
		uitest.Place{Name: "a student's", Open: on(pupil, "<enter>", "<down>", "<down>")},
	)
}

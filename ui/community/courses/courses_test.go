package courses_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/ui/community/courses"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

func do(d *uitest.Desk, session *model.Session, actions ...model.Action) journal.ID {
	d.T.Helper()
	r, err := session.DoQuietly(context.Background(), actions...)
	if err != nil {
		d.T.Fatal(err)
	}
	return r.Entity
}

func today() time.Time { return uitest.Start().UTC().Truncate(24 * time.Hour) }

// class is two groups of fifteen students with a course that rotates, of which one day has been and one is today, and a course that is over.
func class(d *uitest.Desk, session *model.Session) journal.ID {
	var groups []journal.ID
	for _, name := range []string{"3A", "3B"} {
		groups = append(groups, do(d, session, model.AddGroup{Group: model.Group{Name: name, Site: session.Site()}}))
	}
	var students []journal.ID
	for i := range 30 {
		students = append(students, do(d, session, model.AddPerson{Person: model.Person{Name: fmt.Sprintf("Student %02d", i+1), Roles: []model.Role{model.RoleStudent}, Site: session.Site(), Level: "mbo-4",
			Groups: []journal.ID{groups[i%2]}}}))
	}
	c := course.Course{Title: "Schulden en geld", Theme: "armoede", Dates: []time.Time{today().AddDate(0, 0, -7), today(), today().AddDate(0, 0, 7)}, Start: "09:30", Minutes: 150, Place: "Lokaal 3",
		Groups: groups, Stations: []string{"begroten", "brieven"}, Teachers: []journal.ID{session.Me().ID}, Tests: []string{"gesprek", "toets"}, Varies: course.ByChoice}
	c.ID = do(d, session, course.Add{Course: c})
	do(d, session, course.Add{Course: course.Course{Title: "Taal", Dates: []time.Time{today().AddDate(0, 0, -7)}, Groups: groups[:1]}})
	do(d, session, course.NotePresence{Course: c.ID, Day: c.Dates[0], Marks: []course.Mark{{Student: students[0], State: ledger.Present}, {Student: students[1], State: ledger.Absent},
		{Student: students[2], State: ledger.Excused}}}, course.NoteResults{Course: c.ID, Test: "gesprek", Day: c.Dates[0], Given: []course.Given{{Student: students[0], Level: "goed"}}})
	return session.Me().ID
}

func none(_ *uitest.Desk, session *model.Session) journal.ID { return session.Me().ID }

// pupil is class, as one of the students sees it.
func pupil(d *uitest.Desk, session *model.Session) journal.ID {
	class(d, session)
	people, err := session.People(context.Background())
	if err != nil {
		d.T.Fatal(err)
	}
	for _, p := range people {
		if p.Name == "Student 01" {
			return p.ID
		}
	}
	return journal.ID{}
}

func open(t testing.TB, lang text.Lang, size screen.Size, act func(*uitest.Desk, *model.Session) journal.ID, keys ...string) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Size: size, Act: act})
	d.Page("courses")
	d.Press(keys...)
	return d
}

func wide() screen.Size { return screen.Size{Width: 120, Height: 40} }

func TestPictures(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, wide(), {Width: 60, Height: 15}} {
			open(t, lang, size, none).Picture("none", lang)
			d := open(t, lang, size, class)
			d.Picture("list", lang)
			d.Press("<enter>")
			d.Picture("course", lang)
			d.Press("i")
			d.Picture("details", lang)
			d.Press("<esc>", "<right>", "<right>")
			d.Picture("test", lang)
			d.Press("<enter>")
			d.Picture("level", lang)
			d.Press("<esc>", "b")
			d.Picture("evidence", lang)
			d.Press("<esc>", "e")
			d.Picture("form", lang)
			open(t, lang, size, pupil, "<enter>").Picture("own", lang)
		}
	}
}

// TestEveryActionDoesSomethingWhereItIsOffered tries all that can be done with courses.
func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	on := func(act func(*uitest.Desk, *model.Session) journal.ID, keys ...string) func() *uitest.Desk {
		return func() *uitest.Desk { return open(t, "nl", wide(), act, keys...) }
	}
	uitest.TryActions(t, courses.Keys(),
		uitest.Place{Name: "no course", Open: on(none)},
		uitest.Place{Name: "the list", Open: on(class)},
		uitest.Place{Name: "a course", Open: on(class, "<enter>")},
		uitest.Place{Name: "a course of which something was noted", Open: on(class, "<enter>", "a")},
		uitest.Place{Name: "something was taken back", Open: on(class, "<enter>", "a", "u")},
		uitest.Place{Name: "the first day", Open: on(class, "<enter>", "<left>")},
		uitest.Place{Name: "a test", Open: on(class, "<enter>", "<right>", "<right>")},
		uitest.Place{Name: "her own", Open: on(pupil, "<enter>")},
	)
}

// TestThirtyInThirtyFiveKeys: from the list of courses, who came of thirty students is noted in at most 35 keys, of whom four were not there, and it is
// one undo for all who were.
func TestThirtyInThirtyFiveKeys(t *testing.T) {
	d := open(t, "nl", screen.Size{Width: 80, Height: 24}, class)
	pressed := 0
	press := func(keys ...string) { pressed += len(keys); d.Press(keys...) }
	press("<enter>", "a")
	for _, away := range []int{3, 4, 7, 5} { // so many rows further each time
		for range away - 1 {
			press("<down>")
		}
		press(map[bool]string{true: "o", false: "-"}[away == 7])
	}
	if pressed > 35 {
		t.Errorf("%d keys", pressed)
	}
	count := func() map[ledger.State]int {
		all, err := course.ReadAll(t.Context(), d.As(d.Env.User.ID))
		if err != nil {
			t.Fatal(err)
		}
		n := map[ledger.State]int{}
		for _, v := range all {
			for _, one := range v.People {
				if v.Title == "Schulden en geld" {
					n[one.Presences[1].State]++
				}
			}
		}
		return n
	}
	if n := count(); n[ledger.Present] != 26 || n[ledger.Absent] != 3 || n[ledger.Excused] != 1 {
		t.Errorf("%v", n)
	}
	d.Press("u", "u", "u", "u", "u")
	if n := count(); n[""] != 30 {
		t.Errorf("after as many undos as there were actions: %v", n)
	}
}

package meetings_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/free"
	"leerbalie/model/journal"
	"leerbalie/model/meeting"
	"leerbalie/ui/community/meetings"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
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

// class is a roster around today: a class of so many students, a professional, meetings each week with a holiday between.
func class(d *uitest.Desk, session *model.Session, students int) (petra journal.ID) {
	today := uitest.Start().UTC().Truncate(24 * time.Hour)
	group := do(d, session, model.AddGroup{Group: model.Group{Name: "3A", Site: session.Site()}})
	petra = do(d, session, model.AddPerson{Person: model.Person{Name: "Petra Vos", Roles: []model.Role{model.RoleSupervisor}, Site: session.Site()}})
	var first journal.ID
	for i := range students {
		id := do(d, session, model.AddPerson{Person: model.Person{Name: fmt.Sprintf("Student %02d", i+1), Roles: []model.Role{model.RoleStudent}, Site: session.Site(), Groups: []journal.ID{group}, Level: "mbo-4"}})
		if i == 0 {
			first = id
		}
	}
	do(d, session, free.Add{Days: free.Stretch{Name: "Vakantie", From: today.AddDate(0, 0, 12), To: today.AddDate(0, 0, 20)}})
	do(d, session, meeting.Plan{Series: meeting.Series{Meeting: meeting.Meeting{Title: "Overleg", Start: 9*60 + 30, Minutes: 90, Place: "Zaal 2", Groups: []journal.ID{group}, Expected: []journal.ID{petra}},
		Weekday: today.Weekday(), From: today.AddDate(0, 0, -14), To: today.AddDate(0, 0, 50), Forms: []string{"carrousel"}, Leaders: [][]journal.ID{{petra}, {first}}, Themes: []string{"eenzaamheid", "taal", "schulden"}}})
	return petra
}

func open(t testing.TB, lang text.Lang, size screen.Size, students int, asPetra bool) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Size: size, Act: func(d *uitest.Desk, session *model.Session) journal.ID {
		if students == 0 {
			return session.Me().ID
		}
		if petra := class(d, session, students); asPetra {
			return petra
		}
		return session.Me().ID
	}})
	d.Page("meetings")
	return d
}

func wide() screen.Size { return screen.Size{Width: 120, Height: 40} }

func TestPictures(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, wide(), {Width: 60, Height: 15}} {
			d := open(t, lang, size, 4, true)
			d.Picture("roster", lang)
			d.Press("<enter>", "< >", "a")
			d.Picture("who", lang)
			d.Press("<esc>", "n")
			d.Picture("plan", lang)
			open(t, lang, size, 0, false).Picture("none", lang)
		}
	}
}

// TestEveryActionDoesSomethingWhereItIsOffered tries all that can be done.
func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	on := func(keys ...string) func() *uitest.Desk {
		return func() *uitest.Desk {
			d := open(t, "nl", wide(), 3, false)
			d.Press(keys...)
			return d
		}
	}
	uitest.TryActions(t, meetings.Keys(),
		uitest.Place{Name: "the next meeting", Open: on()},
		uitest.Place{Name: "a free day", Open: on("<down>")},
		uitest.Place{Name: "holidays", Open: on("<down>", "<down>")},
		uitest.Place{Name: "another half-year", Open: on("<right>")},
		uitest.Place{Name: "who", Open: on("<enter>")},
		uitest.Place{Name: "done", Open: on("y")},
		uitest.Place{Name: "undone", Open: on("y", "u")},
		uitest.Place{Name: "none", Open: func() *uitest.Desk { return open(t, "nl", wide(), 0, false) }},
	)
}

// TestThirtyCame: who of thirty came takes at most 35 keys, counted from the roster; one undo takes back the last.
func TestThirtyCame(t *testing.T) {
	var petra journal.ID
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 80, Height: 24}, Act: func(d *uitest.Desk, session *model.Session) journal.ID {
		petra = class(d, session, 30)
		return petra
	}})
	d.Page("meetings")
	keys := []string{"<enter>"}
	for i := range 31 { // and herself
		key := "< >"
		if i == 20 {
			key = "a"
		}
		keys = append(keys, key)
	}
	d.Press(keys...)
	count := func() (n int) {
		today := uitest.Start().UTC().Truncate(24 * time.Hour)
		r, err := meeting.Read(context.Background(), d.As(petra), meeting.Query{From: today, To: today})
		if err != nil || len(r.Rows) != 1 {
			t.Fatal(err, len(r.Rows))
		}
		return len(r.Rows[0].There(r.People))
	}
	if n := count(); n != 30 || len(keys) > 35 {
		t.Errorf("%d came, in %d keys", n, len(keys))
	}
	d.Press("u")
	if n := count(); n != 29 {
		t.Errorf("after one undo %d came", n)
	}
}

// TestAnAnswerIsOneKey: yes, then no, then the same once more takes it back.
func TestAnAnswerIsOneKey(t *testing.T) {
	var petra journal.ID
	d := uitest.Open(t, uitest.Options{Lang: "en", Size: screen.Size{Width: 60, Height: 15}, Act: func(d *uitest.Desk, session *model.Session) journal.ID {
		petra = class(d, session, 2)
		return petra
	}})
	d.Page("meetings")
	for _, c := range []struct {
		key  string
		want meeting.Reply
	}{{"y", meeting.Yes}, {"N", meeting.No}, {"o", meeting.Maybe}, {"o", ""}} {
		d.Press(c.key)
		today := uitest.Start().UTC().Truncate(24 * time.Hour)
		r, err := meeting.Read(context.Background(), d.As(petra), meeting.Query{From: today, To: today})
		if err != nil || r.Rows[0].Answers[petra].Reply != c.want {
			t.Errorf("%s: %v %+v", c.key, err, r.Rows[0].Answers)
		}
	}
}

// TestAHalfYearIsPlannedByKeys: the form shows the days before they are planned, and one undo takes them all away.
func TestAHalfYearIsPlannedByKeys(t *testing.T) {
	d := open(t, "nl", wide(), 0, false)
	read := func() int {
		from, to := meeting.HalfYear(uitest.Start().UTC())
		r, err := meeting.Read(context.Background(), d.Session, meeting.Query{From: from, To: to})
		if err != nil {
			t.Fatal(err)
		}
		return len(r.Rows)
	}
	d.Press("n", "<ctrl+s>")
	if n := read(); n != 8 {
		t.Errorf("%d meetings", n)
	}
	d.Press("u")
	if n := read(); n != 0 {
		t.Errorf("one undo leaves %d", n)
	}
}

// TestTheCursorShows: also where it opens far down, and on the way up and down again.
func TestTheCursorShows(t *testing.T) {
	for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 60, Height: 15}} {
		for _, keys := range [][]string{{"<right>", "<left>"}, {"<enter>"}} {
			d := open(t, "nl", size, 30, true)
			d.Press(keys...)
			d.Shows(theme.CursorSign)
			for range 34 {
				d.Press("<down>")
				d.Shows(theme.CursorSign)
			}
			for range 34 {
				d.Press("<up>")
				d.Shows(theme.CursorSign)
			}
		}
	}
}

// TestTooEarlyToNote: at a meeting to come no keys are told that do nothing there; it says why.
func TestTooEarlyToNote(t *testing.T) {
	d := open(t, "nl", screen.Size{Width: 60, Height: 15}, 3, true)
	d.Press("<enter>")
	d.Shows("afgemeld. Nog een keer neemt", "zei niets")
	d.Press("<esc>", "<end>", "<enter>")
	d.Hides("afgemeld.")
	d.Shows("zei niets")
}

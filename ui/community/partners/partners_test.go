package partners_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
	"leerbalie/ui/community/partners"
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

// coordinator is somebody who places students.
func coordinator(d *uitest.Desk, session *model.Session) journal.ID {
	return do(d, session, model.AddPerson{Person: model.Person{Name: "Rachida Amrani", Roles: []model.Role{model.RoleCoordinator}, Site: session.Site()}})
}

// three is a network of three small partners, one on its own, and one with whom nothing was agreed yet.
func three(d *uitest.Desk, session *model.Session) journal.ID {
	who := coordinator(d, session)
	net := do(d, session, partner.NetworkAdd{Network: partner.Network{Name: "Zorg in de wijk"}})
	from, to := today().AddDate(0, -1, 0), today().AddDate(0, 8, 0)
	for i, p := range []partner.Partner{
		{Name: "De Wijkzorg", Network: net, State: partner.Running, Places: 3, Supervision: 360, Levels: []string{"mbo-3", "mbo-4"}, Sector: "zorg", Contact: "Linda de Boer, 06 12 34 56 78", Terms: "Elke week een gesprek. De student belt zelf af.", Agreed: from},
		{Name: "Buurthuis de Kom", Network: net, State: partner.Running, Places: 10, Supervision: 1200},
		{Name: "Stichting Samen", Network: net, State: partner.Agreed, Places: 2, Supervision: 240},
		{Name: "Sportclub Zuid", State: partner.Running, Places: 1, Supervision: 60},
		{Name: "Wooncorporatie Haven", State: partner.Contact, Places: 4},
	} {
		if p.State != partner.Contact {
			p.From, p.To = from, to.AddDate(0, -i, 0)
		}
		do(d, session, partner.Add{Partner: p})
	}
	return who
}

// placed is three, with students: two at a partner with hours for no third, one that comes, and one who is nowhere yet and has another level.
func placed(d *uitest.Desk, session *model.Session) journal.ID {
	who := three(d, session)

	all, err := partner.All(context.Background(), session)
	if err != nil {
		d.T.Fatal(err)
	}
	at := map[string]journal.ID{}
	for i := range all {
		at[all[i].Name] = all[i].ID
	}
	do(d, session, partner.Write{ID: at["De Wijkzorg"], Note: partner.Note{Kind: partner.ItemKickOff, Day: today().AddDate(0, 0, -20), Text: "Met Linda en de school: wat verwachten we van elkaar."}})
	for i, s := range []struct {
		name, level, at string
		from, minutes   int
	}{{"Ali Yilmaz", "mbo-3", "De Wijkzorg", -30, 180}, {"Noor Visser", "mbo-4", "De Wijkzorg", -10, 180}, {"Sem Kramer", "mbo-2", "Sportclub Zuid", 14, 60}, {"Fatma Kaya", "mbo-2", "", 0, 0}, {"Bram Smit", "mbo-3", "", 0, 0}} {
		student := do(d, session, model.AddPerson{Person: model.Person{Name: s.name, Roles: []model.Role{model.RoleStudent}, Site: session.Site(), Level: s.level}})
		if s.at != "" {
			do(d, session, placement.Add{Placement: placement.Placement{Student: student, Partner: at[s.at], From: today().AddDate(0, 0, s.from), To: today().AddDate(0, 3+i, 0), Minutes: s.minutes, GuideName: "Linda de Boer", School: who}})
		}
	}
	return who
}

// pupil is placed, as one of the students sees it.
func pupil(d *uitest.Desk, session *model.Session) journal.ID {
	placed(d, session)
	people, err := session.People(context.Background())
	if err != nil {
		d.T.Fatal(err)
	}
	for _, p := range people {
		if p.Name == "Ali Yilmaz" {
			return p.ID
		}
	}
	return journal.ID{}
}

func alone(d *uitest.Desk, session *model.Session) journal.ID { return session.Me().ID }

// desk is three, as somebody at the desk sees it.
func desk(d *uitest.Desk, session *model.Session) journal.ID {
	three(d, session)
	return do(d, session, model.AddPerson{Person: model.Person{Name: "Ali Yilmaz", Roles: []model.Role{model.RoleStudent}, Site: session.Site(), Level: "mbo-3"}})
}

func open(t testing.TB, lang text.Lang, size screen.Size, act func(*uitest.Desk, *model.Session) journal.ID, keys ...string) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Size: size, Act: act})
	d.Press("6")
	d.Press(".", "Partners", "<enter>")
	d.Press(keys...)
	return d
}

func wide() screen.Size { return screen.Size{Width: 120, Height: 40} }

func TestPictures(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, wide(), {Width: 60, Height: 15}} {
			open(t, lang, size, alone).Picture("none", lang)
			open(t, lang, size, pupil).Picture("list", lang)
			open(t, lang, size, pupil, "v", "<down>").Picture("pupil", lang)
			d := open(t, lang, size, placed)
			d.Picture("board", lang)
			d.Press("p")
			d.Picture("candidates", lang)
			d.Press("<enter>")
			d.Picture("place", lang)
			d.Press("<esc>", "<esc>", "<down>")
			d.Picture("hours", lang)
			d.Press("x")
			d.Picture("end-whom", lang)
			d.Press("<enter>")
			d.Picture("end", lang)
			d.Press("<esc>", "<esc>", "m")
			d.Picture("months", lang)
			d.Press("<enter>")
			d.Picture("partner", lang)
			d.Press("<esc>", "s")
			d.Picture("state", lang)
			d.Press("<esc>", "n")
			d.Picture("form", lang)
		}
	}
}

// TestEveryActionDoesSomethingWhereItIsOffered tries all that can be done with partners.
func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	on := func(act func(*uitest.Desk, *model.Session) journal.ID, keys ...string) func() *uitest.Desk {
		return func() *uitest.Desk { return open(t, "nl", wide(), act, keys...) }
	}
	uitest.TryActions(t, partners.Keys(),
		uitest.Place{Name: "no partner", Open: on(alone)},
		uitest.Place{Name: "the list", Open: on(desk)},
		uitest.Place{Name: "the board", Open: on(three)},
		uitest.Place{Name: "a week later", Open: on(three, "<right>")},
		uitest.Place{Name: "the list of who places", Open: on(three, "v")},
		uitest.Place{Name: "a partner with students", Open: on(placed, "<down>")},
		uitest.Place{Name: "the list with students", Open: on(placed, "v", "<down>")},
		uitest.Place{Name: "one that was altered", Open: on(three, "v", "s", "<down>", "<enter>")},
		uitest.Place{Name: "one that was altered back", Open: on(three, "v", "s", "<down>", "<enter>", "u")},
	)
}

// TestPlacingByHand: from the board a student is placed in a few keys; a refusal says numbers, and it is taken back with one key.
func TestPlacingByHand(t *testing.T) {
	d := open(t, "en", wide(), placed)
	read := func() []placement.Row {
		all, err := placement.List(t.Context(), d.As(d.Env.User.ID), today())
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	before := len(read())
	d.Press("p", "Bram", "<enter>", "<ctrl+s>")
	all := read()
	if len(all) != before+1 {
		t.Fatalf("%d placements, and %d before\n%s", len(all), before, d.Frame())
	}
	d.Press("u")
	if n := len(read()); n != before {
		t.Errorf("%d placements once it was taken back", n)
	}
	d.Press("<down>", "p", "Bram", "<enter>", "<ctrl+s>") // where no hours are left
	if f := d.Frame(); !strings.Contains(f, "hours of supervision a week") {
		t.Errorf("the refusal says no numbers:\n%s", f)
	}
	if n := len(read()); n != before {
		t.Errorf("%d placements where it was refused", n)
	}
}

// hundred is a board of a hundred partners.
func hundred(d *uitest.Desk, session *model.Session) journal.ID {
	who := coordinator(d, session)
	for i := range 100 {
		do(d, session, partner.Add{Partner: partner.Partner{Name: fmt.Sprintf("Partner %03d", i), State: partner.Running, Places: 3, Supervision: 360, From: today(), To: today().AddDate(0, 9, 0)}})
	}
	return who
}

// BenchmarkFrame draws the board of a hundred partners, which looks only at what shows.
func BenchmarkFrame(b *testing.B) {
	d := open(b, "nl", wide(), hundred)
	for b.Loop() {
		d.Press("<down>")
		_ = d.Frame()
	}
}

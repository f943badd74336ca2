package attention_test

import (
	"context"
	"fmt"
	"io"
	"testing"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/ui/community/attention"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// class are students of one group, each with something else, and a teacher of it.
func class(d *uitest.Desk, session *model.Session) journal.ID {
	do := func(session *model.Session, a model.Action) journal.ID {
		r, err := session.DoQuietly(context.Background(), a)
		if err != nil {
			d.T.Fatal(err)
		}
		return r.Entity
	}
	now := uitest.Start()
	group := do(session, model.AddGroup{Group: model.Group{Name: "Klas 3A", Site: session.Site()}})
	for i, name := range []string{"Aylin Demir", "Bram de Wit", "Chi Nguyen", "Daan Smit"} {
		study := model.Study{Start: now.AddDate(0, 0, -30-30*i), End: now.AddDate(0, 0, 200-60*i)}
		if i == 2 {
			study.NormHours = 300
		}
		of := do(session, model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{model.RoleStudent}, Site: session.Site(), Level: "mbo-4", Groups: []journal.ID{group}, Study: study}})
		if i == 0 {
			do(d.As(of), learning.AddEvidence{Evidence: learning.Evidence{Kind: learning.EvidenceProject, Title: "Werkstuk", Day: now.AddDate(0, 0, -2), Minutes: 90}, Cleaned: true})
		}
	}
	return do(session, model.AddPerson{Person: model.Person{Name: "Theo Mulder", Roles: []model.Role{model.RoleTeacher}, Site: session.Site(), Groups: []journal.ID{group}}})
}

func open(t testing.TB, lang text.Lang, size screen.Size, of func(*uitest.Desk, *model.Session) journal.ID) *uitest.Desk {
	t.Helper()
	files := &screen.LocalFiles{Home: "/home/sam", Write: func(context.Context, string, func(io.Writer) error) error { return nil }}
	d := uitest.Open(t, uitest.Options{Lang: lang, Size: size, Act: of, With: func(e *screen.Env) { e.Files = files }})
	d.Page("attention")
	return d
}

func wide() screen.Size { return screen.Size{Width: 120, Height: 40} }

// TestWhoNeedsAttention is seen at once, with why and since when, most reasons first; enter opens the student, and a group is chosen.
func TestWhoNeedsAttention(t *testing.T) {
	d := open(t, "nl", wide(), class)
	d.Shows("[Aandacht]", "Klas 3A", "3 studenten van de 4 die hier nu zijn", "Daan Smit", "12 weken geen nieuw bewijs", "nog 2 weken te gaan", "achter met uren")
	d.Hides("Aylin")
	d.HearsOne(say.Row, "Bram de Wit, 8 weken geen nieuw bewijs (sinds 22-09-2026)")
	d.Press("<down>", "<enter>")
	d.Shows("Chi Nguyen")
	d.Hides("[Aandacht]")
	d.Press("<esc>", "6")
	d.Press("g", "iedereen", "<enter>")
	d.Shows("iedereen die je mag zien")
	d.Press("e")
	d.Shows("aandacht")
}

// TestItIsSeen at the sizes that people have, in both languages.
func TestItIsSeen(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 60, Height: 15}} {
			d := open(t, lang, size, class)
			d.Picture("class", lang)
			d.Press("<end>")
			d.Picture("end", lang)
		}
	}
}

// TestItLives: what somebody adds takes a reason away at once.
func TestItLives(t *testing.T) {
	var bram journal.ID
	d := open(t, "nl", wide(), func(d *uitest.Desk, session *model.Session) journal.ID {
		who := class(d, session)
		people, err := session.People(context.Background())
		if err != nil {
			d.T.Fatal(err)
		}
		for _, p := range people {
			if p.Name == "Bram de Wit" {
				bram = p.ID
			}
		}
		return who
	})
	d.Shows("Bram de Wit")
	d.Do(d.As(bram), learning.AddEvidence{Evidence: learning.Evidence{Kind: learning.EvidenceProject, Title: "Werkstuk", Day: uitest.Start().AddDate(0, 0, -1), Minutes: 90}, Cleaned: true})
	d.Hides("Bram de Wit")
	d.Shows("2 studenten van de 4")
}

// TestStudentsHaveNoSuchPage, and somebody who may see nobody is told so.
func TestStudentsHaveNoSuchPage(t *testing.T) {
	d := open(t, "nl", wide(), func(d *uitest.Desk, session *model.Session) journal.ID { class(d, session); return d.Ali })
	d.Hides("Aandacht")
	d = open(t, "nl", wide(), func(d *uitest.Desk, session *model.Session) journal.ID {
		class(d, session)
		r, err := session.DoQuietly(context.Background(), model.AddPerson{Person: model.Person{Name: "Tine Vos", Roles: []model.Role{model.RoleTeacher}, Site: session.Site()}})
		if err != nil {
			d.T.Fatal(err)
		}
		return r.Entity
	})
	d.Shows("[Aandacht]", "Er is nu geen student die je mag zien")
}

func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	uitest.TryActions(t, attention.Keys(),
		uitest.Place{Name: "a class", Open: func() *uitest.Desk { return open(t, "nl", wide(), class) }},
		uitest.Place{Name: "nobody", Open: func() *uitest.Desk {
			return open(t, "nl", wide(), func(_ *uitest.Desk, session *model.Session) journal.ID { return session.Me().ID })
		}},
	)
}

// BenchmarkAttention is four hundred students: the list read anew, and a key in it with the frame that follows.
func BenchmarkAttention(b *testing.B) {
	d := open(b, "nl", wide(), func(d *uitest.Desk, session *model.Session) journal.ID {
		group, err := session.DoQuietly(context.Background(), model.AddGroup{Group: model.Group{Name: "Klas", Site: session.Site()}})
		if err != nil {
			b.Fatal(err)
		}
		for i := range 400 {
			study := model.Study{Start: uitest.Start().AddDate(0, 0, -90), End: uitest.Start().AddDate(0, 0, 30), NormHours: 300}
			r, err := session.DoQuietly(context.Background(), model.AddPerson{Person: model.Person{Name: fmt.Sprint("Student ", i), Roles: []model.Role{model.RoleStudent}, Site: session.Site(), Level: "mbo-4", Groups: []journal.ID{group.Entity}, Study: study}})
			if err != nil {
				b.Fatal(err)
			}
			for n := range 5 {
				if _, err := d.As(r.Entity).DoQuietly(context.Background(), learning.AddEvidence{Evidence: learning.Evidence{Kind: learning.EvidenceProject, Title: "Werkstuk", Day: uitest.Start().AddDate(0, 0, -30-n), Minutes: 90}, Cleaned: true}); err != nil {
					b.Fatal(err)
				}
			}
		}
		return session.Me().ID
	})
	d.Shows("400 studenten")
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			d.Send(screen.Changed{})
		}
	})
	b.Run("row", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			d.Press([]string{"<down>", "<up>"}[i/30%2])
		}
	})
}

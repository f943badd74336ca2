package settings_test

import (
	"context"
	"slices"
	"testing"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/loop"
)

// node finds a node of the frameworks that come with the program by its code.
func node(t *testing.T, framework int, code string) journal.ID {
	t.Helper()
	for _, n := range competence.BuiltinFrameworks()[framework].Nodes {
		if n.Code == code {
			return n.ID
		}
	}
	t.Fatalf("there is no %s", code)
	return journal.ID{}
}

func TestOffersAreSwitchedAndTheTableStays(t *testing.T) {
	d := open(t, "nl", 80, 24)
	table := []model.Teaches{{Theme: "poverty", Nodes: []journal.ID{node(t, 0, "C5")}}}
	d.Do(d.Session, loop.SetOffers{Site: d.Session.Site(), Teaches: table})
	d.Press("<home>", "j", "j", "j", "j", "j", "j", "<enter>", "uit", "<enter>")
	d.Shows("De instelling voor het aanbod is bewaard")
	if s := site(t, d); !s.OffersOff || len(s.Teaches) != 1 || !slices.Equal(s.Teaches[0].Nodes, table[0].Nodes) {
		t.Errorf("%v %v", s.OffersOff, s.Teaches)
	}
	d.Press("u")
	if s := site(t, d); s.OffersOff || len(s.Teaches) != 1 {
		t.Errorf("%v %v", s.OffersOff, s.Teaches)
	}
	d.Press("<ctrl+r>")
	if s := site(t, d); !s.OffersOff {
		t.Error("not done again")
	}
}

func TestWhatWorkTeachesIsTheSitesOwn(t *testing.T) {
	d := open(t, "nl", 80, 24)
	d.Shows("wat de lijsten zeggen")
	d.Press("<home>", "j", "j", "j", "j", "j", "j", "j", "<enter>", "armoede", "<enter>")
	d.Shows("Waar werk van leert: armoede", "volgens de lijst")
	d.Hides("[x]")
	d.Press("profileren", "<tab>")
	d.Shows("[x] C5")
	d.Press("<enter>")
	d.Shows("De instelling voor het aanbod is bewaard", "eigen: C5 · lijst: W2 K1-W1")
	if s := site(t, d); len(s.Teaches) != 1 || s.Teaches[0].Theme != "poverty" || !slices.Equal(s.Teaches[0].Nodes, []journal.ID{node(t, 0, "C5")}) || s.OffersOff {
		t.Errorf("%+v", s.Teaches)
	}
	d.Press("<esc>")
	d.Shows("bij 1 thema van jullie zelf")
	// what is left without saving stays as it was; nothing ticked leaves it to the frameworks again
	d.Press("<enter>", "armoede", "<enter>", "profileren", "<tab>", "<esc>", "<esc>", "<enter>", "armoede")
	d.Shows("eigen: C5")
	d.Press("<enter>", "profileren", "<tab>", "<enter>", "<esc>")
	d.Shows("wat de lijsten zeggen")
	if s := site(t, d); len(s.Teaches) != 0 {
		t.Errorf("%+v", s.Teaches)
	}
	d.Press("u")
	d.Shows("bij 1 thema van jullie zelf")
}

func TestAColleaguesLineStaysBesideMine(t *testing.T) {
	d := open(t, "en", 80, 24)
	d.Press("<home>", "j", "j", "j", "j", "j", "j", "j", "<enter>", "poverty", "<enter>", "profiles", "<tab>")
	other := model.Teaches{Theme: "digital", Nodes: []journal.ID{node(t, 0, "C1")}}
	d.Do(d.As(d.Env.User.ID), loop.SetOffers{Site: d.Session.Site(), Off: true, Teaches: []model.Teaches{other}})
	d.Press("<enter>")
	if s := site(t, d); len(s.Teaches) != 2 || !s.OffersOff {
		t.Errorf("%+v", s)
	}
}

func TestALineKeepsNodesOfWhatWasPutAway(t *testing.T) {
	d := open(t, "nl", 80, 24)
	mbo := competence.BuiltinFrameworks()[1]
	away := mbo.Tree().Columns()[0]
	d.Do(d.Session, loop.SetOffers{Site: d.Session.Site(), Teaches: []model.Teaches{{Theme: "poverty", Nodes: []journal.ID{away}}}})
	d.Do(d.Session, competence.ArchiveFramework{ID: mbo.ID, Archived: true})
	d.Press("<home>", "j", "j", "j", "j", "j", "j", "j", "<enter>", "armoede", "<enter>")
	d.Hides(mbo.Title)
	d.Press("profileren", "<tab>", "<enter>")
	if s := site(t, d); len(s.Teaches) != 1 || len(s.Teaches[0].Nodes) != 2 || !slices.Contains(s.Teaches[0].Nodes, away) {
		t.Errorf("%+v", s.Teaches)
	}
}

func TestOthersReadWhatWorkTeaches(t *testing.T) {
	d := open(t, "nl", 80, 24)
	d.Press("U", "ali", "<enter>", ",", "j", "j", "j", "j", "j", "j", "j", "<enter>")
	d.Shows("armoede", "Alleen een coördinator of beheerder", "C")
	d.Press("<esc>", "k", "<enter>", "<enter>")
	if _, err := d.As(d.Ali).Do(context.Background(), loop.SetOffers{Site: d.Session.Site(), Off: true}); fault.KindOf(err) != fault.Refused {
		t.Errorf("a student switched the offers off: %v", err)
	}
	if site(t, d).OffersOff {
		t.Error("a student switched the offers off")
	}
}

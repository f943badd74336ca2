package people_test

import (
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/ui/screen"
	"leerbalie/ui/uitest"
)

// TestAStudentsPlacement takes a student on with all that matters for a buddy, gives a time-out, and says how it ended.
func TestAStudentsPlacement(t *testing.T) {
	d := wide(t)
	d.Press("<right>", "n", "Eva Mol")
	for range 40 { // until the day parts
		if d.Press("<tab>"); strings.Contains(d.Frame(), "bijvoorbeeld ma-ochtend") {
			break
		}
	}
	d.Press("om de week", "<ctrl+s>")
	d.Shows("is geen dagdeel")
	d.Press("<ctrl+u>", "ma-ochtend, di-middag", "<tab>", "taal, eigen thema", "<tab>", "hbo", "<ctrl+s>")
	eva := named(t, d.Session, "Eva Mol")
	if eva.Study.DayParts.Len() != 2 || strings.Join(eva.Study.Themes, "+") != "literacy+eigen thema" || eva.Study.Wishes[0] != "hbo" {
		t.Fatalf("%+v", eva.Study)
	}
	d.Shows("ma-ochtend, di-middag")
	d.Press("t", "thuis is het druk", "<tab>", "1-3-2027", "<ctrl+s>")
	d.Shows("time-out", "thuis is het druk", "tot 01-03-2027")
	if named(t, d.Session, "Eva Mol").Study.Status != model.StudyTimeOut {
		t.Fatal("no time-out")
	}
	d.Press("t", "<enter>")
	d.Hides("thuis is het druk")
	d.Picture("placement", "nl")
	d.Press("d", "<enter>")
	if s := named(t, d.Session, "Eva Mol").Study; s.Status != model.StudyEnded || s.Outcome != "diploma" {
		t.Fatalf("%+v", s)
	}
	d.Press("u")
	if named(t, d.Session, "Eva Mol").Study.Status != model.StudyActive {
		t.Fatal("not undone")
	}
}

// TestStudentsDoNotPlaceThemselves: in their own profile they say what matters for a buddy, and no more.
func TestStudentsDoNotPlaceThemselves(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 160, Height: 60},
		Act: func(d *uitest.Desk, _ *model.Session) journal.ID { return d.Ali }})
	d.Press("4", "<right>", "e")
	d.Shows("Ali Yildiz wijzigen", "Dagdelen", "Thema's", "Niveau")
	d.Hides("[ ] balie", "hele organisatie", "Normuren", "Crebo")
}

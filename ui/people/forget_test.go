package people_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/pairs"
)

// TestAStudentIsErasedByTwo proposes on one account and confirms on another: until then all is there, and afterwards nobody reads a name.
func TestAStudentIsErasedByTwo(t *testing.T) {
	d := wide(t)
	eva := d.Do(d.Session, model.AddPerson{Person: model.Person{Name: "Eva Mol", Roles: []model.Role{model.RoleStudent}, Site: d.Session.Site(), Level: "mbo-3"}}).Entity
	d.Do(d.Session, desk.AddRequest{Request: desk.Request{Summary: "Eva Mol heeft geholpen", Channel: "desk"}})
	d.Press("<right>", "/", "eva mol", "<enter>", "X")
	d.Shows("De gegevens van Eva Mol wissen", "de studie is nog niet klaar")
	d.Press("<enter>")
	d.Shows("leert hier nog")
	d.Do(d.Session, pairs.EndStudy{Person: eva, Outcome: "diploma", At: time.Date(2015, 6, 1, 0, 0, 0, 0, time.UTC)})
	d.Press("w")
	d.Shows("Er wacht niets op instemming")
	d.Press("X")
	d.Shows("kan nu gewist worden")
	d.Press("<enter>")
	d.Shows("Voorgesteld")
	d.Press("X", "<enter>", "j")
	if named(t, d.Session, "Eva Mol").Erased {
		t.Fatal("one alone has erased her")
	}
	as(t, d, model.RoleCoordinator)
	d.Press("w")
	d.Shows("Wissen van studenten dat op instemming wacht", "Eva Mol")
	d.Press("<enter>")
	d.Shows("stelde dit voor op", "Het voorstel intrekken")
	d.Press("<enter>")
	d.Shows("voorgoed gewist")
	d.Press("j")
	d.Shows("Eva Mol heeft geholpen") // where the name still stands
	gone, err := d.Session.PeopleWhoLeft(context.Background())
	if err != nil || len(gone) == 0 || !gone[len(gone)-1].Erased && !gone[0].Erased {
		t.Fatalf("%+v, %v", gone, err)
	}
	d.Press("<esc>", "v", "5")
	if strings.Contains(d.Frame(), "Eva Mol") {
		t.Error("she is among those who left")
	}
}

// TestAProposalIsWithdrawn by a key, and nothing was erased.
func TestAProposalIsWithdrawn(t *testing.T) {
	d := wide(t)
	eva := d.Do(d.Session, model.AddPerson{Person: model.Person{Name: "Eva Mol", Roles: []model.Role{model.RoleStudent}, Site: d.Session.Site()}}).Entity
	d.Do(d.Session, pairs.EndStudy{Person: eva, Outcome: "left", At: time.Date(2015, 6, 1, 0, 0, 0, 0, time.UTC)})
	d.Press("<right>", "/", "eva mol", "<enter>", "X", "<enter>", "X", "<down>", "<enter>")
	d.Shows("Het voorstel is ingetrokken")
	d.Press("w")
	d.Shows("Er wacht niets op instemming")
	named(t, d.Session, "Eva Mol")
	as(t, d, model.RoleTeacher)
	d.Press("v", "2", "/", "eva mol", "<enter>", "X")
	d.Shows("Alleen een coördinator")
}

package replica_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/desk"
	"leerbalie/model/goal"
	"leerbalie/model/meeting"
	"leerbalie/model/partner"
	"leerbalie/model/project"
	"leerbalie/model/question"
	"leerbalie/model/research"
	"leerbalie/model/training"
	"leerbalie/model/upward"
	"leerbalie/store/replica"
)

// TestAResidentInTheCommunity: whatever of the community seems to name a resident is shown before it leaves the house, of every kind, and waits until
// somebody decides.
func TestAResidentInTheCommunity(t *testing.T) {
	c := newSchool(t)
	c.do(c.me, desk.AddResident{Resident: desk.Resident{Name: "Fatma Yilmaz", Keep: desk.KeepRegister, Told: true}})
	text := func(of string) string { return of + " voor Fatma Yilmaz" }
	for _, a := range []model.Action{
		goal.Add{Goal: goal.Goal{Title: text("doel"), Owner: c.me}}, question.Add{Question: question.Question{Title: "vraag", Details: text("vraag")}},
		project.Add{Project: project.Project{Title: "eten", Programme: text("project")}}, upward.Add{Signal: upward.Signal{Text: text("signaal"), To: c.me}},
		research.Add{Research: research.Research{Question: "wie", Came: text("onderzoek")}}, training.Add{Training: training.Training{What: text("training"), Asker: "bieb"}},
		partner.Add{Partner: partner.Partner{Name: "De Schuur", Note: text("partner")}}, partner.NetworkAdd{Network: partner.Network{Name: "Boeren", Note: text("netwerk")}},
		meeting.Add{Meeting: meeting.Meeting{Title: "overleg", Note: text("overleg"), Day: time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC), Start: 600, Minutes: 60}},
		course.Add{Course: course.Course{Title: "cursus", Theme: text("cursus"), Minutes: 60, Dates: []time.Time{time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)}, Teachers: c.teachers[:1]}},
	} {
		c.do(c.me, a)
	}
	_, invitation, err := replica.Invite(t.Context(), c.s, c.me, c.teachers[0], "laptop", time.Time{})
	must(t, err)
	plan, err := replica.Prepare(t.Context(), c.s, replica.To{Invitation: invitation})
	must(t, err)
	var shown []string
	for _, h := range plan.Hits {
		shown = append(shown, strings.Fields(h.Text)[0])
	}
	slices.Sort(shown)
	if want := []string{"cursus", "doel", "netwerk", "onderzoek", "overleg", "partner", "project", "signaal", "training", "vraag"}; !slices.Equal(shown, want) {
		t.Errorf("shown %v, want %v", shown, want)
	}
	if plan.Withheld != 10 {
		t.Errorf("%d are held back", plan.Withheld)
	}
}

package community_test

import (
	"fmt"
	"testing"
	"time"

	"leerbalie/model/community"
	"leerbalie/model/fault"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/meeting"
	"leerbalie/model/partner"
	"leerbalie/model/project"
	"leerbalie/model/question"
	"leerbalie/model/research"
	"leerbalie/model/training"
	"leerbalie/model/upward"
)

// TestTheHalfYearIsRecounted by hand: what is of the period counts, and of what went on before or after it nothing does.
func TestTheHalfYearIsRecounted(t *testing.T) {
	h := open(t)
	site := h.as(t, h.sam).Site()
	at := func(d string) { h.clock = day(d).Add(9 * time.Hour) }
	at("2026-03-02")
	g := h.do(t, h.sam, goal.Add{Goal: goal.Goal{Title: "Taal", Owner: h.noa}})
	h.do(t, h.noa, goal.PutStep{Goal: g, Step: goal.Step{Noted: goal.Noted{Text: "Bellen"}}})
	q := h.do(t, h.noa, question.Add{Question: question.Question{Title: "Hoe?"}})
	h.do(t, h.noa, question.Add{Question: question.Question{Title: "Waarom?"}})
	h.do(t, h.sam, question.Reply{ID: q, Text: "Zo"})
	s := h.do(t, h.noa, upward.Add{Signal: upward.Signal{Text: "Geen les", To: h.sam, About: "curriculum"}})
	net := h.do(t, h.sam, partner.NetworkAdd{Network: partner.Network{Name: "Boeren"}})
	h.do(t, h.sam, partner.Add{Partner: partner.Partner{Name: "Schuur", Network: net, State: partner.Running, Places: 10, Supervision: 600, From: day("2026-03-02"), To: day("2026-12-01")}})
	h.do(t, h.sam, partner.Add{Partner: partner.Partner{Name: "Voorbij", Network: net, State: partner.Running, Places: 7, Supervision: 600, From: day("2025-03-02"), To: day("2025-12-01")}})
	h.do(t, h.sam, training.Add{Training: training.Training{What: "Agressie", Asker: "Bieb", Asked: day("2026-03-02")}})
	h.do(t, h.sam, training.Add{Training: training.Training{What: "Vroeger", Asker: "Bieb", Asked: day("2025-03-02")}})
	h.do(t, h.sam, research.Add{Research: research.Research{Question: "Wie komt niet?", From: day("2026-03-03")}})
	p := h.do(t, h.sam, project.Add{Project: project.Project{Title: "Eten", District: "Zuid", Theme: "eenzaamheid", State: project.Running, From: day("2026-03-02"), Leaders: []journal.ID{h.sam}, Students: []journal.ID{h.noa}}})
	h.do(t, h.sam, meeting.Add{Meeting: meeting.Meeting{Title: "Start", Site: site, Day: day("2026-03-06"), Expected: []journal.ID{h.noa}}})
	h.do(t, h.sam, meeting.Add{Meeting: meeting.Meeting{Title: "Later", Site: site, Day: day("2026-03-30"), Expected: []journal.ID{h.noa}}})
	at("2026-03-10")
	h.do(t, h.noa, goal.PutResult{Goal: g, Result: goal.Result{Noted: goal.Noted{Text: "12 kwamen"}, Day: day("2026-03-05")}})
	h.do(t, h.noa, goal.PutResult{Goal: g, Result: goal.Result{Noted: goal.Noted{Text: "daarna"}, Day: day("2026-03-01")}})
	for d, came := range map[string]int{"2026-03-06": 8, "2026-03-09": 4, "2026-02-27": 30} {
		h.do(t, h.sam, project.NoteSession{Project: p, Session: project.Session{Day: day(d), Came: came, Minutes: 120}})
	}
	h.do(t, h.sam, upward.Answer{ID: s, State: upward.Done, Text: "In blok 3"})

	read := func(who journal.ID, from, to string) community.Half {
		half, err := community.HalfYear(t.Context(), h.as(t, who), day(from), day(to), day("2026-03-20"))
		if err != nil {
			t.Fatal(err)
		}
		return half
	}
	half := read(h.sam, "2026-03-02", "2026-03-31")
	told := func(got any, want string) {
		t.Helper()
		if fmt.Sprintf("%+v", got) != want {
			t.Errorf("it is\n%+v\nwant\n%s", got, want)
		}
	}
	told(half.Members, "[{Code:student N:1} {Code:teacher N:0} {Code:supervisor N:0} {Code:desk N:0} {Code:coordinator N:1} {Code:admin N:0} {Code:guest N:1}]")
	told(half.Goals[0].Results, "[12 kwamen]")
	told([]any{half.Goals[0].Owner, half.Goals[0].Steps, half.Goals[0].Done}, "[student 1 0]")
	told(half.Questions, "{Asked:2 Answered:1 Open:1 Needs:0 Met:0 Offers:0 Kept:[]}")
	told(half.Meetings, "{Held:1 Cancelled:0 Came:0 Noted:0}")
	told([]any{half.Projects[0].Sessions, half.Projects[0].Participants, half.Projects[0].Students}, "[2 12 1]")
	told([]any{half.Partners.Places, half.Partners.Supervision, half.Partners.Networks}, "[10 600 [{Name:Boeren Partners:2 Places:10 Placed:0}]]")
	told([]any{len(half.Signals), half.Signals[0].Answer, half.Signals[0].To}, "[1 In blok 3 coordinator]")
	told([]any{len(half.Trainings), len(half.Research), half.Whole, half.Outcomes != nil}, "[1 1 true true]")

	before := read(h.sam, "2025-01-01", "2025-06-30")
	told([]any{len(before.Goals), before.Questions.Asked, before.Questions.Open, len(before.Projects), len(before.Signals), len(before.Trainings), len(before.Research)}, "[0 0 0 0 0 1 0]")
	guest := read(h.guest, "2026-03-02", "2026-03-31")
	told([]any{guest.Whole, guest.Outcomes == nil, len(guest.Goals), guest.Projects[0].Minutes}, "[false true 1 0]")
	if _, err := community.HalfYear(t.Context(), h.as(t, h.sam), day("2026-03-02"), day("2026-03-01"), day("2026-03-20")); fault.KindOf(err) != fault.Invalid {
		t.Errorf("days in the wrong order: %v", err)
	}
}

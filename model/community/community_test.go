package community_test

import (
	"fmt"
	"math/rand"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/community"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/meeting"
	"leerbalie/model/memory"
	"leerbalie/model/pairs"
	"leerbalie/model/project"
	"leerbalie/model/question"
	"leerbalie/model/training"
	"leerbalie/model/upward"
)

// house is one organisation with a coordinator, a student and a guest. Its clock stands still until it is set.
type house struct {
	store           *memory.Store
	clock           time.Time
	sam, noa, guest journal.ID
}

func day(text string) time.Time {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return t
}

func open(t testing.TB) *house {
	t.Helper()
	h := &house{clock: day("2026-03-02").Add(9 * time.Hour)}
	h.store = memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K1", Random: rand.New(rand.NewSource(1)), Now: func() time.Time { return h.clock }})
	var err error
	if h.sam, err = model.Found(t.Context(), h.store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"}); err != nil {
		t.Fatal(err)
	}
	s := h.as(t, h.sam)
	h.noa = h.do(t, h.sam, model.AddPerson{Person: model.Person{Name: "Noa", Roles: []model.Role{model.RoleStudent}, Site: s.Site()}})
	h.guest = h.do(t, h.sam, model.AddPerson{Person: model.Person{Name: "Gerda", Roles: []model.Role{model.RoleGuest}, Site: s.Site()}})
	return h
}

func (h *house) as(t testing.TB, who journal.ID) *model.Session {
	t.Helper()
	s, err := model.Enter(t.Context(), h.store, who)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (h *house) do(t testing.TB, who journal.ID, a model.Action) journal.ID {
	t.Helper()
	r, err := h.as(t, who).DoQuietly(t.Context(), a)
	if err != nil {
		t.Fatalf("%s: %v", a.Name(), err)
	}
	return r.Entity
}

// mine is what asks for somebody, as lines.
func (h *house) mine(t testing.TB, who journal.ID, on string) (out []string) {
	t.Helper()
	all, err := community.Mine(t.Context(), h.as(t, who), day(on))
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range all {
		out = append(out, fmt.Sprintf("%s %s %s %s", a.Why, a.Title, a.Day.Format("01-02"), a.Page()))
	}
	return out
}

func (h *house) is(t testing.TB, who journal.ID, on string, want ...string) {
	t.Helper()
	if got := h.mine(t, who, on); fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
		t.Errorf("on %s it is\n%q\nwant\n%q", on, got, want)
	}
}

// TestWhatAsksForMe: each reason, for whom it is and for nobody else, in the order in which it presses.
func TestWhatAsksForMe(t *testing.T) {
	h := open(t)
	late := goal.Goal{Title: "Taal", Owner: h.noa, By: day("2026-03-09")}
	late.ID = h.do(t, h.sam, goal.Add{Goal: late})
	gone := h.do(t, h.sam, model.AddPerson{Person: model.Person{Name: "Weg", Roles: []model.Role{model.RoleTeacher}, Site: h.as(t, h.sam).Site()}})
	h.do(t, h.noa, goal.Add{Goal: goal.Goal{Title: "Van niemand", Owner: gone}})
	h.do(t, h.sam, pairs.PersonLeaves{ID: gone})
	h.do(t, h.noa, question.Add{Question: question.Question{Title: "Aan Sam", To: []journal.ID{h.sam}}})
	h.do(t, h.sam, question.Add{Question: question.Question{Title: "Aan allen"}})
	h.do(t, h.sam, question.Add{Question: question.Question{Title: "Klaar", State: question.Answered}})
	signal := upward.Signal{Text: "Geen les", To: h.sam, About: "curriculum"}
	signal.ID = h.do(t, h.noa, upward.Add{Signal: signal})
	h.do(t, h.sam, training.Add{Training: training.Training{What: "Agressie", Asker: "Bieb", Asked: day("2026-02-20")}})
	h.do(t, h.sam, training.Add{Training: training.Training{What: "Taal", Asker: "Bieb", Asked: day("2026-02-21"), Givers: []journal.ID{h.noa}}})
	h.do(t, h.sam, training.Add{Training: training.Training{What: "Rouw", Asker: "Bieb", Givers: []journal.ID{h.noa}, Day: day("2026-03-04"), State: training.Planned}})
	h.do(t, h.sam, project.Add{Project: project.Project{Title: "Eten", Leaders: []journal.ID{h.noa}, From: day("2026-01-05"), To: day("2026-03-08")}})
	h.do(t, h.sam, meeting.Add{Meeting: meeting.Meeting{Title: "Start", Site: h.as(t, h.sam).Site(), Day: day("2026-03-12"), Expected: []journal.ID{h.noa}}})

	h.is(t, h.noa, "2026-03-03", "training-asked Taal 02-21 trainings", "meeting-answer Start 03-12 meetings")
	h.is(t, h.noa, "2026-03-09", "training-due Rouw 03-04 trainings", "training-asked Taal 02-21 trainings", "meeting-answer Start 03-12 meetings", "project-over Eten 03-08 projects", "question-open Aan allen 03-02 questions")
	h.is(t, h.noa, "2026-03-13", "goal-late Taal 03-09 goals", "training-due Rouw 03-04 trainings", "training-asked Taal 02-21 trainings", "project-over Eten 03-08 projects", "question-open Aan allen 03-02 questions")
	h.is(t, h.sam, "2026-03-13", "signal-to-me Geen les 03-02 signals", "question-to-me Aan Sam 03-02 questions", "goal-unowned Van niemand 03-02 goals", "training-unowned Agressie 02-20 trainings")
	h.is(t, h.guest, "2026-03-08")
	h.is(t, h.guest, "2026-03-09", "question-open Aan allen 03-02 questions")

	h.clock = day("2026-03-14").Add(9 * time.Hour)
	h.do(t, h.sam, upward.Answer{ID: signal.ID, State: upward.Done, Text: "In blok 3"})
	late.State, late.Came, late.Ended = goal.Reached, "200 kwamen", day("2026-03-14")
	h.do(t, h.sam, goal.Edit{Goal: late})
	h.is(t, h.noa, "2026-03-15", "training-due Rouw 03-04 trainings", "training-asked Taal 02-21 trainings", "project-over Eten 03-08 projects", "signal-answered Geen les 03-14 signals", "question-open Aan allen 03-02 questions")
	h.is(t, h.noa, "2026-03-28", "training-due Rouw 03-04 trainings", "training-asked Taal 02-21 trainings", "project-over Eten 03-08 projects", "question-open Aan allen 03-02 questions")
}

// BenchmarkMine is a community of 400 members with 200 goals, 60 projects, 1,000 questions and 200 signals, looked at again.
func BenchmarkMine(b *testing.B) {
	h := open(b)
	s := h.as(b, h.sam)
	var actions []model.Action
	for i := range 400 {
		actions = append(actions, model.AddPerson{Person: model.Person{Name: fmt.Sprint("Lid ", i), Roles: []model.Role{model.RoleStudent}, Site: s.Site()}})
	}
	for i := range 1000 {
		q := question.Question{Title: fmt.Sprint("Vraag ", i)}
		if i%10 == 0 {
			q.To = []journal.ID{h.noa}
		}
		actions = append(actions, question.Add{Question: q})
		if i%5 == 0 {
			actions = append(actions, goal.Add{Goal: goal.Goal{Title: fmt.Sprint("Doel ", i), Owner: h.noa, By: day("2026-03-01")}}, upward.Add{Signal: upward.Signal{Text: fmt.Sprint("Signaal ", i), To: h.noa, About: "other"}})
		}
		if i%17 == 0 {
			actions = append(actions, project.Add{Project: project.Project{Title: fmt.Sprint("Project ", i), Leaders: []journal.ID{h.noa}}})
		}
	}
	for _, a := range actions {
		h.do(b, h.sam, a)
	}
	noa := h.as(b, h.noa)
	for b.Loop() {
		if _, err := community.Mine(b.Context(), noa, day("2026-04-01")); err != nil {
			b.Fatal(err)
		}
	}
}

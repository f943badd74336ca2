package upward_test

import (
	"errors"
	"fmt"
	"math/rand"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/upward"
)

type house struct {
	stores                    []*memory.Store
	boss, chief, noor, behind journal.ID
}

func open(t testing.TB, replicas int) *house {
	t.Helper()
	h := &house{}
	for i := range replicas {
		clock := time.Date(2026, 3, 2, 9+3*i, 0, 0, 0, time.UTC)
		h.stores = append(h.stores, memory.New(memory.Options{Replica: journal.Replica{byte(i + 1)}, Tag: fmt.Sprint("K", i), Random: rand.New(rand.NewSource(int64(i))),
			Now: func() time.Time { clock = clock.Add(time.Second); return clock }}))
	}
	var err error
	if h.boss, err = model.Found(t.Context(), h.stores[0], model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"}); err != nil {
		t.Fatal(err)
	}
	s := h.as(t, 0, h.boss)
	person := func(name string, role model.Role) journal.ID {
		return h.do(t, s, model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{role}, Site: s.Site()}})
	}
	h.chief, h.noor, h.behind = person("Ineke", model.RoleGuest), person("Noor", model.RoleStudent), person("Theo", model.RoleTeacher)
	h.exchange(t)
	return h
}

func (h *house) exchange(t testing.TB) {
	t.Helper()
	for range 2 {
		for i := range h.stores {
			for j := range h.stores {
				if err := h.stores[i].Receive(h.stores[j].Journal()); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

func (h *house) as(t testing.TB, i int, who journal.ID) *model.Session {
	t.Helper()
	s, err := model.Enter(t.Context(), h.stores[i], who)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (h *house) do(t testing.TB, s *model.Session, a model.Action) journal.ID {
	t.Helper()
	r, err := s.Do(t.Context(), a)
	if err != nil {
		t.Fatalf("%s: %v", a.Name(), err)
	}
	return r.Entity
}

func refused(t *testing.T, s *model.Session, code string, a model.Action) {
	t.Helper()
	_, err := s.Do(t.Context(), a)
	var e *fault.Error
	if err == nil || !errors.As(err, &e) || e.Msg != code {
		t.Errorf("%s: %v, want %s", a.Name(), err, code)
	}
}

func one(t testing.TB, s *model.Session, id journal.ID) upward.Signal {
	t.Helper()
	v, err := upward.One(t.Context(), s, id)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestWhoAnswersASignal: the one to whom it went and a coordinator; who added it alters its text while it is open.
func TestWhoAnswersASignal(t *testing.T) {
	h := open(t, 1)
	noor, ineke, theo := h.as(t, 0, h.noor), h.as(t, 0, h.chief), h.as(t, 0, h.behind)
	id := h.do(t, noor, upward.Add{Signal: upward.Signal{Text: "Geen les over schulden", To: h.chief, About: upward.Curriculum, Cases: 19, Weeks: 4, Before: 31}})
	s := one(t, noor, id)
	s.Where = "balie"
	h.do(t, noor, upward.Edit{Signal: s})
	s = one(t, noor, id)
	byTheo := s
	byTheo.Text = "x"
	refused(t, theo, "signal-not-yours", upward.Edit{Signal: byTheo})
	refused(t, theo, "signal-answer-other", upward.Answer{ID: id, State: upward.Taken})
	refused(t, noor, "signal-answer-other", upward.Answer{ID: id, State: upward.Done, Text: "x"})
	byNoor := s
	byNoor.State, byNoor.Answer = upward.Done, "x"
	refused(t, noor, "signal-not-yours", upward.Edit{Signal: byNoor})
	refused(t, ineke, "signal-not-yours", upward.Edit{Signal: byTheo})
	refused(t, ineke, "signal-not-yours", upward.Archive{ID: id})
	refused(t, ineke, "missing", upward.Answer{ID: id, State: upward.Done})
	if all, err := upward.To(t.Context(), ineke, h.chief); err != nil || len(all) != 1 {
		t.Errorf("%d wait for whom it went to: %v", len(all), err)
	}
	h.do(t, ineke, upward.Answer{ID: id, State: upward.Taken})
	if s = one(t, noor, id); s.State != upward.Taken || s.TakenOn.IsZero() || !s.Waits() {
		t.Errorf("%+v", s)
	}
	s.Text = "Weer wat anders"
	refused(t, noor, "signal-taken", upward.Edit{Signal: s})
	h.do(t, ineke, upward.Answer{ID: id, State: upward.Done, Text: "komt in blok 3"})
	if s = one(t, noor, id); s.State != upward.Done || s.Answer != "komt in blok 3" || s.AnsweredOn.IsZero() || s.Waits() {
		t.Errorf("%+v", s)
	}
	h.do(t, h.as(t, 0, h.boss), upward.Answer{ID: id, State: upward.Open})
	if s = one(t, noor, id); s.State != upward.Open || !s.AnsweredOn.IsZero() {
		t.Errorf("%+v", s)
	}
}

// TestWhatASignalCannotBe: it went to somebody who is here, is about something, and its counts can be.
func TestWhatASignalCannotBe(t *testing.T) {
	h := open(t, 1)
	noor := h.as(t, 0, h.noor)
	for code, s := range map[string]upward.Signal{
		"missing":        {Text: "x"},
		"person-unknown": {Text: "x", To: journal.ID{9}},
		"signal-about":   {Text: "x", To: h.chief, About: "weer"},
		"signal-state":   {Text: "x", To: h.chief, State: "weg"},
		"signal-count":   {Text: "x", To: h.chief, Cases: -1},
		"in-future":      {Text: "x", To: h.chief, Cases: 5, Since: time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)},
	} {
		refused(t, noor, code, upward.Add{Signal: s})
	}
	refused(t, noor, "missing", upward.Add{Signal: upward.Signal{Text: "x", To: h.chief, Weeks: 4}})
	refused(t, noor, "missing", upward.Add{Signal: upward.Signal{To: h.chief}})
}

// TestCountsOfFigures: counts that are altered are no longer those of a site's figures.
func TestCountsOfFigures(t *testing.T) {
	h := open(t, 1)
	boss := h.as(t, 0, h.boss)
	id := h.do(t, boss, upward.Add{Signal: upward.Signal{Text: "Meer over wonen", Theme: "wonen", To: h.chief, Cases: 19, Weeks: 4, Before: 31, Site: boss.Site()}})
	s := one(t, boss, id)
	s.Text = "Meer vragen over wonen"
	h.do(t, boss, upward.Edit{Signal: s})
	if s = one(t, boss, id); !s.Counted() {
		t.Error("words took the figures away")
	}
	s.Cases = 20
	h.do(t, boss, upward.Edit{Signal: s})
	if s = one(t, boss, id); s.Counted() {
		t.Error("altered counts are still those of the site")
	}
}

// TestApart: the text and the answer, written apart, go together, and what each may do is taken in.
func TestApart(t *testing.T) {
	h := open(t, 2)
	noor, ineke := h.as(t, 0, h.noor), h.as(t, 1, h.chief)
	id := h.do(t, noor, upward.Add{Signal: upward.Signal{Text: "Geen les", To: h.chief}})
	h.exchange(t)
	s := one(t, noor, id)
	s.Text = "Geen les over schulden"
	h.do(t, noor, upward.Edit{Signal: s})
	h.do(t, ineke, upward.Answer{ID: id, State: upward.Done, Text: "komt"})
	h.exchange(t)
	for i := range h.stores {
		if s := one(t, h.as(t, i, h.noor), id); s.Text != "Geen les over schulden" || s.State != upward.Done || s.Answer != "komt" {
			t.Errorf("copy %d: %+v", i, s)
		}
	}
}

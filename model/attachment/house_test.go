package attachment_test

import (
	"errors"
	"fmt"
	"math/rand"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/memory"
)

// house is replicas of one organisation with two students of a group who did something together, their teachers, a supervisor, and others.
type house struct {
	t                          testing.TB
	stores                     []*memory.Store
	sam, lia, theo, tine, esra journal.ID
	noor, bo, kim              journal.ID
	group                      journal.ID
	piece, bos                 journal.ID // what Noor and Bo did together, as evidence of each
	last                       model.Receipt
}

func open(t testing.TB, replicas int) *house {
	t.Helper()
	h := &house{t: t}
	for i := range replicas {
		clock := time.Date(2026, 3, 2, 9+3*i, 0, 0, 0, time.UTC)
		h.stores = append(h.stores, memory.New(memory.Options{Replica: journal.Replica{byte(i + 1)}, Tag: fmt.Sprint("K", i), Random: rand.New(rand.NewSource(int64(i))),
			Now: func() time.Time { clock = clock.Add(time.Second); return clock }}))
	}
	me, err := model.Found(t.Context(), h.stores[0], model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	if err != nil {
		t.Fatal(err)
	}
	h.sam = me
	s := h.as(0, me)
	h.group = h.do(s, model.AddGroup{Group: model.Group{Name: "3A", Site: s.Site()}})
	person := func(p model.Person) journal.ID {
		p.Site = s.Site()
		return h.do(s, model.AddPerson{Person: p})
	}
	h.lia = person(model.Person{Name: "Lia Vos", Roles: []model.Role{model.RoleCoordinator}})
	h.esra = person(model.Person{Name: "Esra Aslan", Roles: []model.Role{model.RoleSupervisor}})
	h.theo = person(model.Person{Name: "Theo Bakker", Roles: []model.Role{model.RoleTeacher}, Groups: []journal.ID{h.group}})
	h.tine = person(model.Person{Name: "Tine Smit", Roles: []model.Role{model.RoleTeacher}})
	student := func(name string) journal.ID {
		return person(model.Person{Name: name, Roles: []model.Role{model.RoleStudent}, Groups: []journal.ID{h.group}, Level: "hbo", Supervisor: h.esra,
			Study: model.Study{Start: time.Date(2022, 9, 1, 0, 0, 0, 0, time.UTC), End: time.Date(2023, 7, 1, 0, 0, 0, 0, time.UTC)}})
	}
	h.noor, h.bo, h.kim = student("Noor van Dijk"), student("Bo Smits"), student("Kim de Wit")
	h.piece, h.bos = h.did(h.noor, h.bo), h.did(h.bo, h.noor)
	for _, o := range h.stores[1:] {
		if err := o.Receive(h.stores[0].Journal()); err != nil {
			t.Fatal(err)
		}
	}
	return h
}

// did is a piece of evidence of what two did together.
func (h *house) did(who, with journal.ID) journal.ID {
	h.t.Helper()
	h.do(h.as(0, who), learning.AddEvidence{Evidence: learning.Evidence{Kind: learning.EvidenceProject, Title: "Inloop", With: []journal.ID{with}}})
	return h.last.Created[0]
}

func (h *house) as(i int, who journal.ID) *model.Session {
	h.t.Helper()
	s, err := model.Enter(h.t.Context(), h.stores[i], who)
	if err != nil {
		h.t.Fatal(err)
	}
	return s
}

func (h *house) do(s *model.Session, a model.Action) journal.ID {
	h.t.Helper()
	r, err := s.Do(h.t.Context(), a)
	if err != nil {
		h.t.Fatalf("%T: %v", a, err)
	}
	h.last = r
	return r.Entity
}

// code is the code of the sentence with which an action is refused; "" where it is done.
func (h *house) code(s *model.Session, a model.Action) string {
	h.t.Helper()
	_, err := s.Do(h.t.Context(), a)
	return codeOf(err)
}

func codeOf(err error) string {
	var e *fault.Error
	if errors.As(err, &e) {
		return e.Msg
	}
	return fmt.Sprint(err)
}

func (h *house) meet() {
	h.t.Helper()
	for range 2 {
		for i := range h.stores {
			for j := range h.stores {
				if err := h.stores[i].Receive(h.stores[j].Journal()); err != nil {
					h.t.Fatal(err)
				}
			}
		}
	}
}

// read is a piece of Noor's as somebody reads it.
func (h *house) read(s *model.Session, student, piece journal.ID) *learning.Evidence {
	h.t.Helper()
	p, err := learning.ReadPiece(h.t.Context(), s, student, piece)
	if err != nil {
		h.t.Fatal(err)
	}
	return &p.Evidence
}

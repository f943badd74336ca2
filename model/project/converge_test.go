package project_test

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/conflict"
	"leerbalie/model/course"
	"leerbalie/model/fault"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/memory"
	"leerbalie/model/pairs"
	"leerbalie/model/project"
)

var today = time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)

// house is replicas of one organisation: a coordinator, a teacher who leads a project, and four students of a group.
type house struct {
	stores    []*memory.Store
	boss, teo journal.ID
	group     journal.ID
	students  []journal.ID
	project   journal.ID
}

func open(t *testing.T, replicas int) *house {
	t.Helper()
	h := &house{}
	for i := range replicas {
		clock := today.Add(time.Duration(9+3*i) * time.Hour)
		h.stores = append(h.stores, memory.New(memory.Options{Replica: journal.Replica{byte(i + 1)}, Tag: fmt.Sprint("K", i), Random: rand.New(rand.NewSource(int64(i))),
			Now: func() time.Time { clock = clock.Add(time.Second); return clock }}))
	}
	me, err := model.Found(t.Context(), h.stores[0], model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	h.boss = me
	s := h.as(t, 0, me)
	h.group = h.do(t, s, model.AddGroup{Group: model.Group{Name: "3A", Site: s.Site()}})
	person := func(name string, role model.Role) journal.ID {
		return h.do(t, s, model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{role}, Site: s.Site(), Groups: []journal.ID{h.group}}})
	}
	h.teo = person("Teo", model.RoleTeacher)
	for _, name := range []string{"Ali", "Bo", "Cem", "Dina"} {
		h.students = append(h.students, person(name, model.RoleStudent))
	}
	h.project = h.do(t, s, project.Add{Project: project.Project{Title: "Samen eten", Leaders: []journal.ID{h.teo}, State: project.Running, From: today.AddDate(0, 0, -28)}})
	h.exchange(t)
	return h
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (h *house) as(t *testing.T, i int, who journal.ID) *model.Session {
	t.Helper()
	s, err := model.Enter(t.Context(), h.stores[i], who)
	must(t, err)
	return s
}

func (h *house) do(t *testing.T, s *model.Session, a model.Action) journal.ID {
	t.Helper()
	r, err := s.Do(t.Context(), a)
	if err != nil {
		t.Fatalf("%s: %v", a.Name(), err)
	}
	return r.Entity
}

func (h *house) exchange(t *testing.T) {
	t.Helper()
	for range 2 {
		for _, to := range h.stores {
			for _, from := range h.stores {
				if to != from {
					must(t, to.Receive(from.Journal()))
				}
			}
		}
	}
}

func (h *house) view(t *testing.T, i int) project.View {
	t.Helper()
	v, err := project.Read(t.Context(), h.as(t, i, h.boss), h.project)
	must(t, err)
	return v
}

// TestOwnerAndCoordinatorEditApart: what each wrote in another field counts; of one field both stand until somebody settles it, and then everywhere.
func TestOwnerAndCoordinatorEditApart(t *testing.T) {
	h := open(t, 2)
	boss, teo := h.as(t, 0, h.boss), h.as(t, 1, h.teo)
	one, two := h.view(t, 0).Project, h.view(t, 1).Project
	one.District, one.Why = "Zuid", "veel mensen zijn alleen"
	two.District, two.Programme = "Noord", "elke week koken"
	h.do(t, boss, project.Edit{Project: one})
	h.do(t, teo, project.Edit{Project: two})
	h.exchange(t)
	for i := range h.stores {
		if p := h.view(t, i); p.Why != one.Why || p.Programme != two.Programme || p.District != h.view(t, 0).District {
			t.Errorf("copy %d: %+v", i, p.Project)
		}
	}
	found, err := conflict.ReadOf(t.Context(), teo, project.KindProject, h.project)
	must(t, err)
	if len(found) != 1 || found[0].Field != "project-district" || len(found[0].Values) != 2 || !found[0].Settle {
		t.Fatalf("%+v", found)
	}
	h.do(t, teo, conflict.Settle{Kind: project.KindProject, Entity: h.project, ID: found[0].ID, Take: found[0].Values[0].Stamp})
	h.exchange(t)
	for i := range h.stores {
		left, err := conflict.ReadOf(t.Context(), h.as(t, i, h.boss), project.KindProject, h.project)
		must(t, err)
		if len(left) != 0 || h.view(t, i).District != h.view(t, 1).District {
			t.Errorf("copy %d: %d left", i, len(left))
		}
	}
}

// TestApartOnOneProject: two sessions, two who join, and who was there, written on two copies, all stand on both.
func TestApartOnOneProject(t *testing.T) {
	h := open(t, 2)
	boss, teo := h.as(t, 0, h.boss), h.as(t, 1, h.teo)
	day := today.AddDate(0, 0, -7)
	h.do(t, boss, project.Join{ID: h.project, Who: h.students[:2], On: day})
	h.do(t, teo, project.Join{ID: h.project, Who: h.students[1:3], On: day})
	h.do(t, boss, project.NoteSession{Project: h.project, Session: project.Session{Day: day, Came: 5, Minutes: 60}})
	h.do(t, teo, project.NoteSession{Project: h.project, Session: project.Session{Day: day.AddDate(0, 0, 2), Came: 7, Minutes: 90}})
	h.do(t, boss, project.NotePresence{Project: h.project, Day: day, Marks: []project.Mark{{Student: h.students[0], State: ledger.Present}}})
	h.exchange(t)
	for i := range h.stores {
		v := h.view(t, i)
		if len(v.Students) != 3 || len(v.Sessions) != 2 || v.Participants() != 12 || v.Worked() != 60 {
			t.Errorf("copy %d: %d students, %d sessions, %d came, %d minutes", i, len(v.Students), len(v.Sessions), v.Participants(), v.Worked())
		}
	}
}

// TestAProjectAndACourseOnOneDay: both count, each once, also once they are evidence.
func TestAProjectAndACourseOnOneDay(t *testing.T) {
	h := open(t, 1)
	boss, ali := h.as(t, 0, h.boss), h.students[0]
	day := today.AddDate(0, 0, -7)
	h.do(t, boss, project.Join{ID: h.project, Who: []journal.ID{ali}, On: day})
	h.do(t, boss, project.NoteSession{Project: h.project, Session: project.Session{Day: day, Minutes: 60}})
	h.do(t, boss, project.NotePresence{Project: h.project, Day: day, Marks: []project.Mark{{Student: ali, State: ledger.Present}}})
	of := h.do(t, boss, course.Add{Course: course.Course{Title: "Schulden", Dates: []time.Time{day}, Minutes: 90, Groups: []journal.ID{h.group}}})
	h.do(t, boss, course.NotePresence{Course: of, Day: day, Marks: []course.Mark{{Student: ali, State: ledger.Present}}})
	worked := func() int {
		s, err := hours.Read(t.Context(), boss, ali)
		must(t, err)
		return s.Minutes
	}
	if got := worked(); got != 150 {
		t.Errorf("%d minutes, want 150", got)
	}
	h.do(t, boss, project.MakeEvidence{Project: h.project})
	h.do(t, boss, course.MakeEvidence{Course: of})
	if got := worked(); got != 150 {
		t.Errorf("%d minutes once it is evidence, want 150", got)
	}
}

// TestAPairInAProject: both of a pair take part and are noted; one who joins by herself too is one; a pair that ended does not join, and stays in what it did.
func TestAPairInAProject(t *testing.T) {
	h := open(t, 1)
	boss := h.as(t, 0, h.boss)
	day := today.AddDate(0, 0, -1)
	h.do(t, boss, pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: h.students[:2]}}})
	running, err := pairs.ReadPairsOf(t.Context(), boss, h.students[0])
	must(t, err)
	pair := running[0].ID
	h.do(t, boss, project.Join{ID: h.project, Who: []journal.ID{pair, h.students[0]}, On: day})
	h.do(t, boss, project.NoteSession{Project: h.project, Session: project.Session{Day: day, Minutes: 60}})
	h.do(t, boss, project.NotePresence{Project: h.project, Day: day, Marks: []project.Mark{{Student: h.students[0], State: ledger.Present}, {Student: h.students[1], State: ledger.Present}}})
	if v := h.view(t, 0); len(v.People) != 2 || v.Worked() != 120 || !slices.Equal(v.Pairs, []journal.ID{pair}) {
		t.Errorf("%d people, %d minutes, pairs %v", len(v.People), v.Worked(), v.Pairs)
	}
	h.do(t, boss, pairs.EndPair{ID: pair, Reason: "rematch"})
	h.do(t, boss, project.Leave{ID: h.project, Who: []journal.ID{pair}})
	if v := h.view(t, 0); len(v.People) != 2 || v.Worked() != 120 || len(v.Pairs) != 0 {
		t.Errorf("after it ended: %d people, %d minutes, pairs %v", len(v.People), v.Worked(), v.Pairs)
	}
	if _, err := boss.Do(t.Context(), project.Join{ID: h.project, Who: []journal.ID{pair}}); fault.KindOf(err) != fault.Conflict {
		t.Errorf("a pair that ended joins: %v", err)
	}
}

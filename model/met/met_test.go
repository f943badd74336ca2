package met_test

import (
	"math/rand"
	"slices"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
	"leerbalie/model/memory"
	"leerbalie/model/met"
	"leerbalie/model/project"
)

var today = time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)

type house struct {
	store                        *memory.Store
	sam, teacher, other, ali, bo journal.ID
	group                        journal.ID
}

func open(t *testing.T) *house {
	t.Helper()
	clock := today.Add(9 * time.Hour)
	h := &house{store: memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K1", Random: rand.New(rand.NewSource(1)), Now: func() time.Time { clock = clock.Add(time.Second); return clock }})}
	me, err := model.Found(t.Context(), h.store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	if err != nil {
		t.Fatal(err)
	}
	h.sam = me
	s := h.as(t, me)
	h.group = h.do(t, s, model.AddGroup{Group: model.Group{Name: "3A", Site: s.Site()}})
	person := func(name string, role model.Role, groups ...journal.ID) journal.ID {
		return h.do(t, s, model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{role}, Site: s.Site(), Groups: groups}})
	}
	h.teacher, h.other = person("Teo", model.RoleTeacher, h.group), person("Tine", model.RoleTeacher)
	h.ali, h.bo = person("Ali", model.RoleStudent, h.group), person("Bo", model.RoleStudent, h.group)
	return h
}

func (h *house) as(t *testing.T, who journal.ID) *model.Session {
	t.Helper()
	s, err := model.Enter(t.Context(), h.store, who)
	if err != nil {
		t.Fatal(err)
	}
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

func (h *house) read(t *testing.T, as, of journal.ID) *met.Student {
	t.Helper()
	s, err := met.Read(t.Context(), h.as(t, as), of, model.Themes(), today)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func theme(s *met.Student, name string) met.By {
	for _, t := range s.Themes {
		if t.Code == name || t.Word == name {
			return t.By
		}
	}
	return met.By{}
}

// handled is work at the desk, as its facts are copied.
type handled struct {
	student, group journal.ID
	piece          learning.Evidence
}

func (handled) Name() string { return "act-met-write" }

func (x handled) Do(d *model.Doing) error {
	id, err := d.NewID(d.Now())
	if err != nil {
		return err
	}
	x.piece.ID = id
	_, err = learning.AddItem(d, x.student, x.group, learning.ItemEvidence, x.piece.Fields())
	return err
}

// TestThemesAndTargetGroups: requests, a course by a word for a theme, a project by presence and one by taking part; absent, planned and unsaid count
// nothing, and what nobody met is named.
func TestThemesAndTargetGroups(t *testing.T) {
	h := open(t)
	s := h.as(t, h.sam)
	for _, said := range []string{"forms", "forms", ""} {
		h.do(t, s, handled{h.ali, h.group, learning.Evidence{Kind: learning.EvidenceRequest, Theme: said, Day: today.AddDate(0, 0, -3)}})
	}
	day := today.AddDate(0, 0, -7)
	teach := func(title, about string) journal.ID {
		c := course.Course{Title: title, Theme: about, Dates: []time.Time{day}, Minutes: 60, Groups: []journal.ID{h.group}}
		id := h.do(t, s, course.Add{Course: c})
		h.do(t, s, course.NotePresence{Course: id, Day: day, Marks: []course.Mark{{Student: h.ali, State: ledger.Present}, {Student: h.bo, State: ledger.Absent}}})
		return id
	}
	teach("Geld", "Schulden") // one of the ways of writing poverty
	teach("Tuin", "tuinieren")
	teach("Los", "")
	join := func(p project.Project) project.Project {
		p.Leaders, p.Students = []journal.ID{h.sam}, []journal.ID{h.ali, h.bo}
		p.ID = h.do(t, s, project.Add{Project: p})
		return p
	}
	eat := join(project.Project{Title: "Samen eten", Theme: "eenzaamheid", Target: "ouderen, alleenstaanden", State: project.Running})
	h.do(t, s, project.NoteSession{Project: eat.ID, Session: project.Session{Day: day, Minutes: 60}})
	h.do(t, s, project.NotePresence{Project: eat.ID, Day: day, Marks: []project.Mark{{Student: h.ali, State: ledger.Present}, {Student: h.bo, State: ledger.Absent}}})
	join(project.Project{Title: "Taalcafé", Theme: "taal", Target: "Nieuwkomers", State: project.Done})
	join(project.Project{Title: "Later", Theme: "werk", Target: "jongeren; Ouderen"})

	ali, bo := h.read(t, h.ali, h.ali), h.read(t, h.teacher, h.bo)
	for name, want := range map[string]met.By{"forms": {Handled: 2}, "poverty": {Courses: 1}, "tuinieren": {Courses: 1}, "loneliness": {Projects: 1}, "literacy": {Projects: 1}, "work": {}} {
		if got := theme(ali, name); got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
	if ali.Unsaid != (met.By{Handled: 1, Courses: 1}) {
		t.Errorf("of which nothing is known: %+v", ali.Unsaid)
	}
	if got := ali.Missing(); len(got) != len(model.Themes())-4 || slices.Contains(got, "forms") || !slices.Contains(got, "work") {
		t.Errorf("not met: %v", got)
	}
	if got := ali.Unmet(); !slices.Equal(got, []string{"jongeren"}) || len(ali.Targets) != 4 || ali.Targets[0].Word != "alleenstaanden" {
		t.Errorf("not met: %v of %+v", got, ali.Targets)
	}
	if got := bo.Unmet(); !slices.Equal(got, []string{"alleenstaanden", "jongeren", "Ouderen"}) || len(bo.Missing()) != len(model.Themes())-1 {
		t.Errorf("who was absent met it: %v, %v", got, bo.Missing())
	}
}

// TestWhoMaySee: who may see what counts of a student, and nobody else.
func TestWhoMaySee(t *testing.T) {
	h := open(t)
	for who, want := range map[journal.ID]bool{h.sam: true, h.teacher: true, h.ali: true, h.bo: false, h.other: false} {
		_, err := met.Read(t.Context(), h.as(t, who), h.ali, model.Themes(), today)
		if (err == nil) != want || err != nil && fault.KindOf(err) != fault.Refused {
			t.Errorf("%v: %v", who, err)
		}
	}
	if _, err := met.Read(t.Context(), h.as(t, h.sam), h.sam, model.Themes(), today); fault.KindOf(err) != fault.NotFound {
		t.Errorf("who is no student: %v", err)
	}
}

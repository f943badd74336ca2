package project_test

import (
	"math/rand"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/kinds"
	"leerbalie/model/ledger"
	"leerbalie/model/memory"
	"leerbalie/model/project"
)

var _ = kinds.All

// around is a project with who is around it: who leads it, one of whom is a guest; a student who takes part, and one who does not.
type around struct {
	store                            *memory.Store
	boss, pro, guest, ali, bo, other journal.ID
	project                          journal.ID
}

func on(n int) time.Time { return time.Date(2027, 1, 4+n, 0, 0, 0, 0, time.UTC) }

func gather(t *testing.T) *around {
	t.Helper()
	now := on(30).Add(9 * time.Hour)
	h := &around{store: memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K1", Random: rand.New(rand.NewSource(1)), Now: func() time.Time { now = now.Add(time.Second); return now }})}
	var err error
	if h.boss, err = model.Found(t.Context(), h.store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"}); err != nil {
		t.Fatal(err)
	}
	person := func(name string, role model.Role) journal.ID {
		return h.do(t, h.boss, model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{role}, Site: h.as(t, h.boss).Site(), Level: "mbo-3"}})
	}
	h.pro, h.guest, h.other = person("Pro", model.RoleDesk), person("Gijs", model.RoleGuest), person("Wil", model.RoleDesk)
	h.ali, h.bo = person("Ali", model.RoleStudent), person("Bo", model.RoleStudent)
	h.project = h.do(t, h.boss, project.Add{Project: project.Project{Title: "Samen eten", Programme: "elke week koken", Leaders: []journal.ID{h.pro, h.guest}, Students: []journal.ID{h.ali}}})
	return h
}

func (h *around) as(t *testing.T, who journal.ID) *model.Session {
	t.Helper()
	s, err := model.Enter(t.Context(), h.store, who)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (h *around) do(t *testing.T, who journal.ID, a model.Action) journal.ID {
	t.Helper()
	r, err := h.as(t, who).Do(t.Context(), a)
	if err != nil {
		t.Fatalf("%s: %v", a.Name(), err)
	}
	return r.Entity
}

func (h *around) fails(t *testing.T, who journal.ID, a model.Action, kind fault.Kind) {
	t.Helper()
	if _, err := h.as(t, who).Do(t.Context(), a); fault.KindOf(err) != kind {
		t.Errorf("%s: %v, want %v", a.Name(), err, kind)
	}
}

func (h *around) read(t *testing.T, who journal.ID) project.View {
	t.Helper()
	v, err := project.Read(t.Context(), h.as(t, who), h.project)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestAgreedWithAProgramme: who agreed did so with the programme as it was then; for another only who leads says so.
func TestAgreedWithAProgramme(t *testing.T) {
	h := gather(t)
	h.do(t, h.other, project.Agree{ID: h.project, Party: project.Professional})
	h.fails(t, h.other, project.Agree{ID: h.project, Party: project.Professional}, fault.Conflict)
	h.fails(t, h.other, project.Agree{ID: h.project, Party: project.Teacher, Who: h.pro}, fault.Refused)
	v := h.read(t, h.boss)
	if len(v.Agreed) != 1 || !v.Agreed[0].Current || len(v.Waits()) != 3 {
		t.Fatalf("%+v %v", v.Agreed, v.Waits())
	}
	p := v.Project
	p.Programme = "elke  week koken " // the same in other spaces
	h.do(t, h.boss, project.Edit{Project: p})
	if v = h.read(t, h.boss); !v.Agreed[0].Current {
		t.Error("spaces are another programme")
	}
	p = v.Project
	p.Programme = "elke week wandelen"
	h.do(t, h.boss, project.Edit{Project: p})
	if v = h.read(t, h.boss); v.Agreed[0].Current || len(v.Waits()) != 4 {
		t.Errorf("%+v %v", v.Agreed, v.Waits())
	}
	h.do(t, h.other, project.Agree{ID: h.project, Party: project.Professional})
	if v = h.read(t, h.boss); len(v.Agreed) != 1 || !v.Agreed[0].Current {
		t.Errorf("%+v", v.Agreed)
	}
	p = v.Project
	p.Programme = ""
	h.do(t, h.boss, project.Edit{Project: p})
	h.fails(t, h.other, project.Agree{ID: h.project, Party: project.Professional}, fault.Conflict)
}

// TestWhoWasThereCountsOnce: having been there counts for what the sessions of that day took, once, however often it is noted; what is corrected
// counts as it was corrected, and who was not there has nothing.
func TestWhoWasThereCountsOnce(t *testing.T) {
	h := gather(t)
	h.fails(t, h.pro, project.NotePresence{Project: h.project, Day: on(0), Marks: []project.Mark{{Student: h.ali, State: ledger.Present}}}, fault.NotFound)
	for _, s := range []project.Session{{Day: on(0), Minutes: 60, Came: 9}, {Day: on(0), Minutes: 30, Came: 4}, {Day: on(7), Minutes: 120}, {Day: on(14), Minutes: 15}} {
		h.do(t, h.pro, project.NoteSession{Project: h.project, Session: s})
	}
	note := func(n int, who journal.ID, state ledger.State) {
		t.Helper()
		h.do(t, h.boss, project.NotePresence{Project: h.project, Day: on(n), Marks: []project.Mark{{Student: who, State: state}}})
	}
	is := func(who journal.ID, days, minutes int) {
		t.Helper()
		v := h.read(t, h.boss)
		for i := range v.People {
			if p := &v.People[i]; p.Student.ID == who {
				if p.Days != days || p.Minutes != minutes {
					t.Errorf("%s: %d days, %d minutes; want %d and %d", p.Student.Name, p.Days, p.Minutes, days, minutes)
				}
				return
			}
		}
		t.Errorf("not among %+v", v.People)
	}
	is(h.ali, 0, 0)
	note(0, h.ali, ledger.Present)
	note(7, h.ali, ledger.Absent)
	is(h.ali, 1, 90)
	h.do(t, h.pro, project.NotePresence{Project: h.project, Day: on(14), Marks: []project.Mark{{Student: h.ali, State: ledger.Present}}})
	is(h.ali, 2, 105)
	note(0, h.bo, ledger.Present) // who was there and takes no part
	is(h.bo, 1, 90)
	v := h.read(t, h.boss)
	if v.Participants() != 13 || v.Worked() != 195 {
		t.Errorf("%d %d", v.Participants(), v.Worked())
	}
	long := v.Sessions[0]
	long.Minutes = 90
	h.do(t, h.boss, project.NoteSession{Project: h.project, Session: long})
	is(h.ali, 2, 135) // 90 + 30, and 15
	p := h.read(t, h.boss).Project
	if p.Minutes(on(7)) != 120 {
		t.Error(p.Minutes(on(7)))
	}
}

// TestWhoNotesWhoWasThere: who leads, of those who take part; never a guest, somebody else, or a student of themselves.
func TestWhoNotesWhoWasThere(t *testing.T) {
	h := gather(t)
	h.do(t, h.pro, project.NoteSession{Project: h.project, Session: project.Session{Day: on(0), Minutes: 60}})
	mark := func(who journal.ID) model.Action {
		return project.NotePresence{Project: h.project, Day: on(0), Marks: []project.Mark{{Student: who, State: ledger.Present}}}
	}
	for _, who := range []journal.ID{h.guest, h.other, h.ali} {
		h.fails(t, who, mark(h.ali), fault.Refused)
	}
	h.fails(t, h.pro, mark(h.bo), fault.Refused)
	p := h.read(t, h.boss).Project
	p.Leaders = append(p.Leaders, h.ali)
	h.do(t, h.boss, project.Edit{Project: p})
	h.fails(t, h.ali, mark(h.ali), fault.Refused)
	h.do(t, h.pro, mark(h.ali))
	if v := h.read(t, h.guest); v.Worked() != 0 {
		t.Errorf("a guest sees %+v", v.People)
	}
}

// TestWhoWroteAResultCorrectsIt, and nobody else but who leads the project.
func TestWhoWroteAResultCorrectsIt(t *testing.T) {
	h := gather(t)
	h.do(t, h.other, project.NoteResult{Project: h.project, Result: project.Result{Day: on(1), Text: "vier eten samen"}})
	r := h.read(t, h.boss).Results[0]
	r.Text = "vijf eten samen"
	h.fails(t, h.ali, project.NoteResult{Project: h.project, Result: r}, fault.Refused)
	h.do(t, h.other, project.NoteResult{Project: h.project, Result: r})
	h.do(t, h.pro, project.NoteResult{Project: h.project, Result: r, Off: true})
	if v := h.read(t, h.boss); len(v.Results) != 0 {
		t.Errorf("%+v", v.Results)
	}
}

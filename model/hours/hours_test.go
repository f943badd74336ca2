package hours_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/fault"
	"leerbalie/model/free"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
	"leerbalie/model/memory"
)

// monday is the first day of the week in which these tests are: 2026-W10.
var monday = time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)

// note writes a presence, as the rooms of courses and meetings do.
type note struct {
	student journal.ID
	ledger.Presence
}

func (note) Name() string { return "act-hours-write" }

func (n note) Do(d *model.Doing) error {
	p, err := d.Student(n.student)
	if err != nil {
		return err
	}
	return ledger.NotePresence(d, p, n.Presence)
}

// house is replicas of one organisation: a supervisor of two students, and a third who has another one.
type house struct {
	stores                               []*memory.Store
	sam, ali, noor, kim, petra, pim, teo journal.ID
	group                                journal.ID
}

func open(t testing.TB, replicas int) *house {
	t.Helper()
	h := &house{}
	for i := range replicas {
		clock := monday.AddDate(0, 0, 11).Add(time.Duration(9+i) * time.Hour)
		h.stores = append(h.stores, memory.New(memory.Options{Replica: journal.Replica{byte(i + 1)}, Tag: fmt.Sprint("K", i), Random: rand.New(rand.NewSource(int64(i))),
			Now: func() time.Time { clock = clock.Add(time.Second); return clock }}))
	}
	var err error
	if h.sam, err = model.Found(t.Context(), h.stores[0], model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"}); err != nil {
		t.Fatal(err)
	}
	s := h.as(t, 0, h.sam)
	h.group = h.do(t, s, model.AddGroup{Group: model.Group{Name: "3A", Site: s.Site()}})
	person := func(name string, role model.Role, super journal.ID) journal.ID {
		p := model.Person{Name: name, Roles: []model.Role{role}, Site: s.Site(), Supervisor: super}
		if role != model.RoleSupervisor {
			p.Groups = []journal.ID{h.group}
		}
		if role == model.RoleStudent {
			p.Study = model.Study{Start: monday, End: monday.AddDate(0, 0, 69), NormHours: 100}
		}
		return h.do(t, s, model.AddPerson{Person: p})
	}
	h.petra, h.pim = person("Petra", model.RoleSupervisor, journal.ID{}), person("Pim", model.RoleSupervisor, journal.ID{})
	h.teo = person("Teo", model.RoleTeacher, journal.ID{})
	h.ali, h.noor, h.kim = person("Ali", model.RoleStudent, h.petra), person("Noor", model.RoleStudent, h.petra), person("Kim", model.RoleStudent, h.pim)
	h.meet(t)
	return h
}

func (h *house) meet(t testing.TB) {
	t.Helper()
	for _, from := range h.stores {
		for _, to := range h.stores {
			if from != to {
				if err := to.Receive(from.Journal()); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

func (h *house) as(t testing.TB, i int, who journal.ID) *model.Session {
	t.Helper()
	s, err := model.Enter(context.Background(), h.stores[i], who)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (h *house) do(t testing.TB, s *model.Session, a model.Action) journal.ID {
	t.Helper()
	r, err := s.Do(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	return r.Entity
}

func (h *house) own(t testing.TB, who journal.ID, day int, minutes int) {
	t.Helper()
	h.do(t, h.as(t, 0, who), ledger.WriteHours{Student: who, Own: ledger.Own{Day: monday.AddDate(0, 0, day), Minutes: minutes, What: "lezen"}})
}

func (h *house) read(t testing.TB, s *model.Session, who journal.ID) *hours.Student {
	t.Helper()
	x, err := hours.Read(context.Background(), s, who)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func (h *house) evidence(t testing.TB, who journal.ID, kind learning.EvidenceKind, day, minutes int) {
	t.Helper()
	h.do(t, h.as(t, 0, who), learning.AddEvidence{Student: who, Evidence: learning.Evidence{Kind: kind, Title: "iets", Day: monday.AddDate(0, 0, day), Minutes: minutes}})
}

func present(of journal.ID, day, minutes int, s ledger.State) ledger.Presence {
	return ledger.Presence{Of: of, Day: monday.AddDate(0, 0, day), State: s, Minutes: minutes}
}

func codeOf(err error) string {
	var f *fault.Error
	if errors.As(err, &f) {
		return f.Msg
	}
	return ""
}

// TestWhatCounts: evidence of every kind, having been there, and own entries, each in its week; who was not there has nothing.
func TestWhatCounts(t *testing.T) {
	h := open(t, 1)
	h.own(t, h.ali, 6, 30) // Sunday: still the first week
	h.own(t, h.ali, 7, 45) // Monday
	h.evidence(t, h.ali, learning.EvidenceObservation, 1, 20)
	h.evidence(t, h.ali, learning.EvidenceProduct, 8, 50)
	meeting := journal.ID{7}
	sam := h.as(t, 0, h.sam)
	h.do(t, sam, note{h.ali, present(meeting, 2, 90, ledger.Present)})
	h.do(t, sam, note{h.ali, present(meeting, 9, 90, ledger.Absent)})
	x := h.read(t, h.as(t, 0, h.ali), h.ali)
	if len(x.Weeks) != 2 || x.Weeks[1].Minutes != 30+20+90 || x.Weeks[0].Minutes != 45+50 || x.Minutes != 235 || !x.First.Equal(monday.AddDate(0, 0, 1)) {
		t.Fatalf("%+v", x)
	}
	var from []string
	for _, e := range x.Weeks[1].From {
		from = append(from, fmt.Sprint(e.Kind, e.Minutes))
	}
	if want := []string{"observation20", "presence90", "own30"}; !reflect.DeepEqual(from, want) {
		t.Fatal(from)
	}
}

// made writes the evidence of a course with minutes on it, as a later program might.
type made struct{ student, group, course journal.ID }

func (made) Name() string { return "act-hours-write" }

func (m made) Do(d *model.Doing) error {
	return d.Granted(model.Grant{Dossiers: m.group}, func() error {
		_, err := learning.AddItem(d, m.student, m.group, learning.ItemEvidence, learning.Evidence{ID: course.EvidenceID(m.course, m.student), Kind: learning.EvidenceCourse,
			Day: monday, Minutes: 120, Title: "gesprekken"}.Fields())
		return err
	})
}

// TestACourseCountsOnce: its evidence counts nothing where having been there does, and else what stands on it.
func TestACourseCountsOnce(t *testing.T) {
	h := open(t, 1)
	sam, id := h.as(t, 0, h.sam), journal.ID{9}
	h.do(t, sam, made{h.ali, h.group, id})
	if x := h.read(t, sam, h.ali); x.Minutes != 120 {
		t.Fatal(x.Minutes)
	}
	h.do(t, sam, note{h.ali, present(id, 0, 90, ledger.Present)})
	if x := h.read(t, sam, h.ali); x.Minutes != 90 {
		t.Fatal(x.Minutes)
	}
}

// TestHolidaysDoNotCount: a pace leaves out the days that are free here, from the moment that they are known.
func TestHolidaysDoNotCount(t *testing.T) {
	h := open(t, 1)
	h.own(t, h.ali, 1, 60)
	sam := h.as(t, 0, h.sam)
	pace := func() hours.Pace { return hours.PaceOf(h.read(t, sam, h.ali).Placement(), monday.AddDate(0, 0, 28)) }
	if got := pace().PerWeek; got != 15 {
		t.Fatal(got)
	}
	h.do(t, sam, free.Add{Days: free.Stretch{Name: "meivakantie", From: monday.AddDate(0, 0, 7), To: monday.AddDate(0, 0, 13)}})
	if got := pace().PerWeek; got != 20 {
		t.Fatal(got)
	}
}

// TestOneFigure: the matrix, a student's page, a class's pages, the list of hours and a decision say the same.
func TestOneFigure(t *testing.T) {
	h := open(t, 1)
	h.own(t, h.ali, 1, 60)
	h.evidence(t, h.ali, learning.EvidenceProject, 2, 90)
	h.do(t, h.as(t, 0, h.petra), hours.Confirm{Week: monday})
	for _, who := range []journal.ID{h.ali, h.petra, h.teo, h.sam} {
		s := h.as(t, 0, who)
		for range 2 { // the second time of what the session keeps
			p, err := hours.ReadProgress(t.Context(), s, h.ali, journal.ID{})
			if err != nil {
				t.Fatal(err)
			}
			if p.Placement.Minutes != 150 || p.Placement.Confirmed != 150 || p.Placement.NormMinutes != 6000 {
				t.Fatalf("%+v", p.Placement)
			}
			m, err := hours.ReadMatrix(t.Context(), s, journal.ID{}, p.Framework.ID)
			if err != nil || m.Rows[0].Placement.Minutes != 150 || m.Rows[0].Student.ID != h.ali {
				t.Fatal(err, m.Rows)
			}
			class, err := hours.ReadClassProgress(t.Context(), s, journal.ID{})
			if err != nil || class[0].Placement.Minutes != 150 {
				t.Fatal(err)
			}
			all, err := hours.ReadAll(t.Context(), s)
			if err != nil || all[0].Minutes != 150 {
				t.Fatal(err)
			}
		}
	}
}

// TestConfirm: a supervisor confirms a week of all her students in one action, which one undo takes back; with exceptions; what came after is
// said, and confirmed by the same.
func TestConfirm(t *testing.T) {
	h := open(t, 1)
	for _, who := range []journal.ID{h.ali, h.noor, h.kim} {
		h.own(t, who, 1, 60)
	}
	petra := h.as(t, 0, h.petra)
	state := func(who journal.ID) hours.State {
		w := h.read(t, h.as(t, 0, h.sam), who).Week(monday)
		return w.State()
	}
	states := func(want ...hours.State) {
		t.Helper()
		if got := []hours.State{state(h.ali), state(h.noor), state(h.kim)}; !reflect.DeepEqual(got, want) {
			t.Fatal(got, want)
		}
	}
	h.do(t, petra, hours.Confirm{Week: monday.AddDate(0, 0, 4)})
	states(hours.Confirmed, hours.Confirmed, hours.Open)
	if _, err := petra.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	states(hours.Open, hours.Open, hours.Open)
	h.do(t, petra, hours.Confirm{Week: monday, Except: []journal.ID{h.noor}})
	states(hours.Confirmed, hours.Open, hours.Open)
	h.own(t, h.ali, 2, 15)
	states(hours.Changed, hours.Open, hours.Open)
	if x := h.read(t, petra, h.ali); x.Weeks[0].Confirmed.Minutes != 60 || x.Weeks[0].Minutes != 75 || x.Confirmed != 0 || len(x.Waiting(monday.AddDate(0, 0, 7))) != 1 || len(x.Waiting(monday)) != 0 {
		t.Fatalf("%+v", x)
	}
	h.do(t, petra, hours.Confirm{Week: monday})
	states(hours.Confirmed, hours.Confirmed, hours.Open)
	if r, err := petra.Do(t.Context(), hours.Confirm{Week: monday}); err != nil || r.Undoable() {
		t.Fatal("confirmed as it was, once more", err)
	}
	h.do(t, petra, hours.Confirm{Week: monday, Students: []journal.ID{h.ali}, Off: true})
	states(hours.Open, hours.Confirmed, hours.Open)
	h.do(t, h.as(t, 0, h.sam), hours.Confirm{Week: monday}) // who supervises nobody confirms all in sight
	states(hours.Confirmed, hours.Confirmed, hours.Confirmed)
}

// TestWhoConfirms: never a student, herself least of all; no supervisor of another; no week to come, and no week without hours.
func TestWhoConfirms(t *testing.T) {
	h := open(t, 1)
	h.own(t, h.ali, 1, 60)
	for _, c := range []struct {
		who  journal.ID
		a    hours.Confirm
		code string
	}{
		{h.ali, hours.Confirm{Week: monday, Students: []journal.ID{h.ali}}, "hours-own"},
		{h.noor, hours.Confirm{Week: monday, Students: []journal.ID{h.ali}}, "dossier-closed"},
		{h.noor, hours.Confirm{Week: monday}, "hours-nobody"},
		{h.pim, hours.Confirm{Week: monday, Students: []journal.ID{h.ali}}, "dossier-closed"},
		{h.petra, hours.Confirm{Week: monday.AddDate(0, 0, 14)}, "in-future"},
		{h.petra, hours.Confirm{Week: monday.AddDate(0, 0, -7)}, "hours-nothing"},
		{h.petra, hours.Confirm{Week: monday, Off: true}, "hours-nothing"},
		{h.petra, hours.Confirm{}, "missing"},
		{h.petra, hours.Confirm{Week: monday, Students: []journal.ID{h.petra}}, "no-student"},
	} {
		if _, err := h.as(t, 0, c.who).Do(t.Context(), c.a); codeOf(err) != c.code {
			t.Errorf("%+v: %v, want %s", c.a, err, c.code)
		}
	}
	if _, err := hours.Read(t.Context(), h.as(t, 0, h.noor), h.ali); codeOf(err) != "dossier-closed" {
		t.Error("a fellow student reads hours:", err)
	}
	if all, err := hours.ReadAll(t.Context(), h.as(t, 0, h.pim)); err != nil || len(all) != 1 || all[0].Person.ID != h.kim {
		t.Error("a supervisor sees others' students", err, len(all))
	}
}

// TestHoursOnThreeReplicas: whatever is written where and however it arrives, all count the same in the end, and what was confirmed is only as
// it is where the figure is the same.
func TestHoursOnThreeReplicas(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		h := open(t, 3)
		for range rapid.IntRange(1, 14).Draw(rt, "steps") {
			i := rapid.IntRange(0, 2).Draw(rt, "where")
			student := rapid.SampledFrom([]journal.ID{h.ali, h.noor}).Draw(rt, "whose")
			day := rapid.IntRange(0, 8).Draw(rt, "day")
			minutes := rapid.IntRange(1, 90).Draw(rt, "minutes")
			s := h.as(t, i, h.petra)
			var a model.Action
			switch rapid.IntRange(0, 4).Draw(rt, "what") {
			case 0:
				a = ledger.WriteHours{Student: student, Own: ledger.Own{Day: monday.AddDate(0, 0, day), Minutes: minutes, What: "lezen"}}
			case 1:
				a = note{student, present(journal.ID{9}, day, minutes, rapid.SampledFrom([]ledger.State{ledger.Present, ledger.Absent, ""}).Draw(rt, "state"))}
			case 2:
				a = learning.AddEvidence{Student: student, Evidence: learning.Evidence{Kind: learning.EvidenceProject, Title: "iets", Day: monday.AddDate(0, 0, day), Minutes: minutes}}
			case 3:
				a = hours.Confirm{Week: monday.AddDate(0, 0, day)}
			default:
				h.meet(t)
				continue
			}
			if _, err := s.Do(context.Background(), a); err != nil && fault.KindOf(err) != fault.Conflict {
				rt.Fatal(err)
			}
		}
		h.meet(t)
		h.meet(t)
		var first []*hours.Student
		for i := range h.stores {
			all, err := hours.ReadAll(context.Background(), h.as(t, i, h.sam))
			if err != nil {
				rt.Fatal(err)
			}
			for _, s := range all {
				sum, sure := 0, 0
				for _, w := range s.Weeks {
					n := 0
					for _, e := range w.From {
						n += e.Minutes
					}
					if n != w.Minutes {
						rt.Fatalf("%+v", w)
					}
					if sum += n; w.Confirmed != nil && w.Confirmed.Minutes == n {
						sure += n
					}
				}
				if sum != s.Minutes || sure != s.Confirmed {
					rt.Fatalf("%+v: %d, %d", s, sum, sure)
				}
			}
			if i == 0 {
				first = all
			}
			for j := range all {
				if !reflect.DeepEqual(all[j].Weeks, first[j].Weeks) {
					rt.Fatalf("replica %d: %+v, want %+v", i, all[j].Weeks, first[j].Weeks)
				}
			}
		}
	})
}

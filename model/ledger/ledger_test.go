package ledger_test

import (
	"fmt"
	"math/rand"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/conflict"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/memory"
)

var today = time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)

// note lets a room above write; here that is anybody.
type note struct {
	student journal.ID
	do      func(*model.Doing, model.Person) error
}

func (note) Name() string { return "act-hours-write" }

func (n note) Do(d *model.Doing) error {
	p, err := d.Student(n.student)
	if err != nil {
		return err
	}
	return n.do(d, p)
}

// house is replicas of one organisation with a student, the student's supervisor, a teacher of the group, one of another, and a fellow.
type house struct {
	stores                                      []*memory.Store
	sam, student, super, teacher, other, fellow journal.ID
	group                                       journal.ID
}

func open(t testing.TB, replicas int) *house {
	t.Helper()
	h := &house{}
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
	s := h.as(t, 0, me)
	h.group = h.do(t, s, model.AddGroup{Group: model.Group{Name: "3A", Site: s.Site()}})
	second := h.do(t, s, model.AddGroup{Group: model.Group{Name: "3B", Site: s.Site()}})
	person := func(name string, role model.Role, group, super journal.ID) journal.ID {
		p := model.Person{Name: name, Roles: []model.Role{role}, Site: s.Site(), Supervisor: super}
		if !group.IsZero() {
			p.Groups = []journal.ID{group}
		}
		return h.do(t, s, model.AddPerson{Person: p})
	}
	h.super = person("Petra", model.RoleSupervisor, journal.ID{}, journal.ID{})
	h.student = person("Ali", model.RoleStudent, h.group, h.super)
	h.fellow = person("Noor", model.RoleStudent, h.group, journal.ID{})
	h.teacher = person("Theo", model.RoleTeacher, h.group, journal.ID{})
	h.other = person("Tine", model.RoleTeacher, second, journal.ID{})
	for _, o := range h.stores[1:] {
		if err := o.Receive(h.stores[0].Journal()); err != nil {
			t.Fatal(err)
		}
	}
	return h
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
		t.Fatal(err)
	}
	return r.Entity
}

func (h *house) read(t testing.TB, s *model.Session) *ledger.Ledger {
	t.Helper()
	l, err := ledger.Read(t.Context(), s, h.student)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestWhoseHours: who may write hours down for a student and read what counts, and who may not.
func TestWhoseHours(t *testing.T) {
	h := open(t, 1)
	for _, c := range []struct {
		who  string
		id   journal.ID
		may  bool
		code string
	}{{"the student", h.student, true, ""}, {"the supervisor", h.super, true, ""}, {"the teacher", h.teacher, true, ""}, {"a coordinator", h.sam, true, ""},
		{"another teacher", h.other, false, "dossier-closed"}, {"a fellow student", h.fellow, false, "dossier-closed"}} {
		s := h.as(t, 0, c.id)
		_, err := s.Do(t.Context(), ledger.WriteHours{Student: h.student, Own: ledger.Own{Day: today, Minutes: 30, What: "lezen"}})
		_, err2 := ledger.Read(t.Context(), s, h.student)
		for _, err := range []error{err, err2} {
			if c.may != (err == nil) || !c.may && (fault.KindOf(err) != fault.Refused || err.(*fault.Error).Msg != c.code) {
				t.Errorf("%s: %v", c.who, err)
			}
		}
	}
	if l := h.read(t, h.as(t, 0, h.student)); len(l.Own) != 4 {
		t.Errorf("%+v", l.Own)
	}
	if s := ledger.SightOf(h.as(t, 0, h.student).Clearance(), model.Person{ID: h.student, Roles: []model.Role{model.RoleStudent}}, h.group); s.Note || s.Confirm {
		t.Errorf("a student confirms the own hours: %+v", s)
	}
}

// TestHoursThatCannotBe are refused with what is wrong, and an entry is altered and taken away by its id.
func TestHoursThatCannotBe(t *testing.T) {
	h := open(t, 1)
	s := h.as(t, 0, h.student)
	for code, o := range map[string]ledger.Own{"missing": {Day: today, Minutes: 30, What: " "}, "minutes": {Day: today, Minutes: 1441, What: "lezen"},
		"in-future": {Day: today.AddDate(0, 0, 3), Minutes: 30, What: "lezen"}, "bsn": {Day: today, Minutes: 30, What: "bsn 111222333"}} {
		if _, err := s.Do(t.Context(), ledger.WriteHours{Student: h.student, Own: o}); fault.KindOf(err) != fault.Invalid || err.(*fault.Error).Msg != code {
			t.Errorf("%s: %v", code, err)
		}
	}
	h.do(t, s, ledger.WriteHours{Student: h.student, Own: ledger.Own{Day: today, Minutes: 30, What: "lezen"}})
	o := h.read(t, s).Own[0]
	o.Minutes = 45
	h.do(t, s, ledger.WriteHours{Student: h.student, Own: o})
	if l := h.read(t, s); len(l.Own) != 1 || l.Own[0].Minutes != 45 {
		t.Errorf("altered: %+v", l.Own)
	}
	o.Minutes = 0
	h.do(t, s, ledger.WriteHours{Student: h.student, Own: o})
	if l := h.read(t, s); len(l.Own) != 0 {
		t.Errorf("taken away: %+v", l.Own)
	}
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if l := h.read(t, s); len(l.Own) != 1 || l.Own[0].Minutes != 45 {
		t.Errorf("taken away and back: %+v", l.Own)
	}
}

// TestPresenceApart: two people note a student's presence apart from each other; the same twice is no conflict, two things are one, which
// whoever may settles, and then both copies say the same.
func TestPresenceApart(t *testing.T) {
	h := open(t, 2)
	course := journal.ID{7}
	said := func(i int, who journal.ID, state ledger.State) {
		h.do(t, h.as(t, i, who), note{h.student, func(d *model.Doing, p model.Person) error {
			return ledger.NotePresence(d, p, ledger.Presence{Of: course, Day: today, State: state, Minutes: 120})
		}})
	}
	meet := func() {
		for i := range 2 {
			if err := h.stores[i].Receive(h.stores[1-i].Journal()); err != nil {
				t.Fatal(err)
			}
		}
	}
	clashes := func(i int) []conflict.Conflict {
		all, err := conflict.Read(t.Context(), h.as(t, i, h.teacher))
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	said(0, h.teacher, ledger.Present)
	said(1, h.super, ledger.Present)
	meet()
	if n := len(clashes(0)); n != 0 {
		t.Fatalf("the same, noted twice: %d conflicts", n)
	}
	said(0, h.teacher, ledger.Absent)
	said(1, h.super, ledger.Excused)
	meet()
	if a, b := clashes(0), clashes(1); len(a) != 1 || len(b) != 1 || a[0].ID != b[0].ID || !a[0].Settle {
		t.Fatalf("%+v\n%+v", a, b)
	}
	c := clashes(0)[0]
	take := c.Values[slicesIndex(c.Values, h.super)].Stamp
	h.do(t, h.as(t, 0, h.teacher), conflict.Settle{Kind: c.Kind, Entity: c.Entity, ID: c.ID, Take: take})
	meet()
	for i := range 2 {
		p, ok := h.read(t, h.as(t, i, h.teacher)).At(course, today)
		if !ok || p.State != ledger.Excused || p.Minutes != 0 || len(clashes(i)) != 0 {
			t.Errorf("copy %d: %+v, %d conflicts", i, p, len(clashes(i)))
		}
	}
}

func slicesIndex(values []conflict.Value, by journal.ID) int {
	for i, v := range values {
		if v.By == by {
			return i
		}
	}
	return -1
}

// TestLedgersAreOne: whatever is written on three copies in whatever order it travels, all hold the same ledger in the end.
func TestLedgersAreOne(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		h := open(t, 3)
		days := []time.Time{today, today.AddDate(0, 0, -7)}
		for range rapid.IntRange(1, 25).Draw(rt, "steps") {
			i := rapid.IntRange(0, 2).Draw(rt, "copy")
			s := h.as(t, i, rapid.SampledFrom([]journal.ID{h.teacher, h.super, h.sam}).Draw(rt, "who"))
			day, minutes := rapid.SampledFrom(days).Draw(rt, "day"), rapid.IntRange(1, 3).Draw(rt, "minutes")
			var err error
			switch rapid.IntRange(0, 6).Draw(rt, "step") {
			case 0:
				_, err = s.Do(rt.Context(), note{h.student, func(d *model.Doing, p model.Person) error {
					return ledger.NotePresence(d, p, ledger.Presence{Of: journal.ID{7}, Day: day, State: rapid.SampledFrom(append(ledger.States(), "")).Draw(rt, "state"), Minutes: minutes})
				}})
			case 1:
				_, err = s.Do(rt.Context(), note{h.student, func(d *model.Doing, p model.Person) error {
					return ledger.NoteResult(d, p, ledger.Result{Of: journal.ID{7}, Test: "gesprek", Level: fmt.Sprint(minutes), Day: day})
				}})
			case 2:
				_, err = s.Do(rt.Context(), ledger.WriteHours{Student: h.student, Own: ledger.Own{ID: journal.ID{9, byte(minutes)}, Day: day, Minutes: minutes - 1, What: "lezen"}})
			case 3:
				_, err = s.Do(rt.Context(), note{h.student, func(d *model.Doing, p model.Person) error {
					return ledger.Confirm(d, p, ledger.Confirmed{Week: ledger.Week(day), Minutes: minutes, Off: minutes == 3})
				}})
			case 4:
				_, err = s.Do(rt.Context(), note{h.student, func(d *model.Doing, p model.Person) error {
					return ledger.NoteOutcome(d, p, ledger.Outcome{Kind: "job", Day: day, Off: minutes == 3})
				}})
			case 5:
				if err := h.stores[i].Receive(h.stores[(i+1)%3].Journal()); err != nil {
					rt.Fatal(err)
				}
			case 6:
				_, err = s.Undo(rt.Context())
			}
			if k := fault.KindOf(err); err != nil && k != fault.Conflict && k != fault.NotFound {
				rt.Fatal(err)
			}
		}
		for range 2 {
			for i := range h.stores {
				for j := range h.stores {
					if err := h.stores[i].Receive(h.stores[j].Journal()); err != nil {
						rt.Fatal(err)
					}
				}
			}
		}
		first := fmt.Sprintf("%+v", *h.read(t, h.as(t, 0, h.teacher)))
		for i := range h.stores {
			if l := fmt.Sprintf("%+v", *h.read(t, h.as(t, i, h.teacher))); l != first {
				rt.Fatalf("copy %d:\n%s\nwant\n%s", i, l, first)
			}
		}
	})
}

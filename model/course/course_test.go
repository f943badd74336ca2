package course_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
	"leerbalie/model/memory"
	"leerbalie/model/trust"
)

var today = time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)

// house is replicas of one organisation with two groups of students, a teacher of the first and one of neither, and a student who teaches.
type house struct {
	stores                   []*memory.Store
	boss, teacher, guest, ta journal.ID
	a, b                     journal.ID
	students                 []journal.ID // by turns of a and b
}

func open(t testing.TB, replicas, students int) *house {
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
	h.a = h.do(t, s, model.AddGroup{Group: model.Group{Name: "3A", Site: s.Site()}})
	h.b = h.do(t, s, model.AddGroup{Group: model.Group{Name: "3B", Site: s.Site()}})
	person := func(name string, role model.Role, groups ...journal.ID) journal.ID {
		return h.do(t, s, model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{role}, Site: s.Site(), Groups: groups}})
	}
	h.teacher, h.guest, h.ta = person("Theo", model.RoleTeacher, h.a), person("Tine", model.RoleTeacher), person("Zoë", model.RoleStudent)
	for i := range students {
		h.students = append(h.students, person(fmt.Sprintf("Leerling %03d", i), model.RoleStudent, []journal.ID{h.a, h.b}[i%2]))
	}
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

// carousel is a course of three days with three stations for both groups, led by the guest and the student who teaches.
func (h *house) carousel(t testing.TB) course.Course {
	c := course.Course{Title: "Schulden", Dates: []time.Time{today.AddDate(0, 0, -14), today.AddDate(0, 0, -7), today.AddDate(0, 0, 7)}, Minutes: 150, Groups: []journal.ID{h.a, h.b},
		Stations: []string{"begroten", "brieven", "bellen"}, Teachers: []journal.ID{h.guest, h.ta}, Tests: []string{"gesprek", "toets"}}
	c.ID = h.do(t, h.as(t, 0, h.boss), course.Add{Course: c})
	return c
}

func (h *house) view(t testing.TB, i int, who, id journal.ID) course.View {
	t.Helper()
	v, err := course.Read(t.Context(), h.as(t, i, who), id)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestGroupsRotate: on date i, group j is at station (i+j) mod n, and a date that is moved keeps its stations.
func TestGroupsRotate(t *testing.T) {
	h := open(t, 1, 2)
	c := h.carousel(t)
	v := h.view(t, 0, h.boss, c.ID)
	for i, day := range c.Dates {
		for j, g := range c.Groups {
			if got := v.Station(day, g); got != c.Stations[(i+j)%3] {
				t.Errorf("date %d, group %d: %q", i, j, got)
			}
		}
	}
	to := today.AddDate(0, 0, -20)
	h.do(t, h.as(t, 0, h.boss), course.Move{ID: c.ID, From: c.Dates[2], To: to})
	v = h.view(t, 0, h.boss, c.ID)
	if got := v.Station(to, h.a); got != "bellen" || !v.First().Equal(to) {
		t.Errorf("moved before the others: %q, first %v", got, v.First())
	}
	if from, to, ok := course.TermDays(course.TermOf(today)); !ok || today.Before(from) || today.After(to) || course.TermOf(today) != "2025-2026/2" {
		t.Errorf("term of %v: %s", today, course.TermOf(today))
	}
}

// TestWhoNotes: who teaches a course notes who came for students of other groups too, a teacher those of the own group, nobody the own; and whoever else
// is refused. What was noted for thirty is one undo.
func TestWhoNotes(t *testing.T) {
	h := open(t, 1, 30)
	c := h.carousel(t)
	day := c.Dates[0]
	all := course.NotePresence{Course: c.ID, Day: day}
	for _, id := range h.students {
		all.Marks = append(all.Marks, course.Mark{Student: id, State: ledger.Present})
	}
	one := func(who journal.ID) course.NotePresence {
		return course.NotePresence{Course: c.ID, Day: day, Marks: []course.Mark{{Student: who, State: ledger.Absent}}}
	}
	refused(t, h.as(t, 0, h.students[0]), "course-not-to-note", one(h.students[0]))
	refused(t, h.as(t, 0, h.students[0]), "course-not-to-note", one(h.students[1]))
	refused(t, h.as(t, 0, h.ta), "course-not-to-note", one(h.ta))
	refused(t, h.as(t, 0, h.teacher), "course-not-to-note", one(h.students[1]))
	refused(t, h.as(t, 0, h.teacher), "course-not-yours", course.Edit{Course: h.view(t, 0, h.teacher, c.ID).Course})
	refused(t, h.as(t, 0, h.teacher), "course-not-yours", course.MakeEvidence{Course: c.ID})
	h.do(t, h.as(t, 0, h.teacher), one(h.students[0]))
	for _, who := range []journal.ID{h.guest, h.ta} {
		s := h.as(t, 0, who)
		h.do(t, s, all)
		if v := h.view(t, 0, who, c.ID); len(v.People) != 30 || v.People[7].Presences[0].State != ledger.Present || v.People[7].Presences[0].Minutes != 150 {
			t.Fatalf("%d take part: %+v", len(v.People), v.People[7])
		}
		if who != h.guest {
			continue
		}
		if _, err := s.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		for i, p := range h.view(t, 0, who, c.ID).People {
			if want := map[bool]ledger.State{true: ledger.Absent}[i == 0]; p.Presences[0].State != want {
				t.Errorf("after one undo, %d is %q", i, p.Presences[0].State)
			}
		}
	}
	if v := h.view(t, 0, h.students[3], c.ID); len(v.People) != 1 || v.Hidden != 29 || v.People[0].Student.ID != h.students[3] {
		t.Errorf("a student sees %d and %d others", len(v.People), v.Hidden)
	}
	if v := h.view(t, 0, h.teacher, c.ID); len(v.People) != 15 || v.Hidden != 15 {
		t.Errorf("a teacher of one group sees %d", len(v.People))
	}
	boss := h.as(t, 0, h.boss)
	refused(t, boss, "course-date-noted", course.Move{ID: c.ID, From: day, To: day.AddDate(0, 0, 1)})
	refused(t, boss, "course-date-noted", course.Cancel{ID: c.ID, Day: day})
	refused(t, boss, "in-future", course.NotePresence{Course: c.ID, Day: c.Dates[2], Marks: all.Marks[:1]})
	h.do(t, boss, course.Cancel{ID: c.ID, Day: c.Dates[2]})
	refused(t, boss, "course-date-off", course.NotePresence{Course: c.ID, Day: c.Dates[2], Marks: []course.Mark{{Student: h.students[0], State: ledger.Excused}}})
	refused(t, boss, "course-date-unknown", course.NotePresence{Course: c.ID, Day: today, Marks: all.Marks[:1]})
}

// TestResultsAreOnTheScale: a level is a word of the scale in any language, its letter or its value; anything else is refused and nothing is written.
func TestResultsAreOnTheScale(t *testing.T) {
	h := open(t, 1, 4)
	c := h.carousel(t)
	s := h.as(t, 0, h.guest)
	give := func(levels ...string) course.NoteResults {
		a := course.NoteResults{Course: c.ID, Test: "gesprek", Day: c.Dates[0]}
		for i, l := range levels {
			a.Given = append(a.Given, course.Given{Student: h.students[i], Level: l})
		}
		return a
	}
	refused(t, s, "course-level", give("goed", "prachtig"))
	refused(t, s, "course-test-unknown", course.NoteResults{Course: c.ID, Test: "examen", Given: give("goed").Given})
	h.do(t, s, give("Good", "v", "0", "goed"))
	got := ""
	for _, p := range h.view(t, 0, h.guest, c.ID).People {
		got += p.Results[0].Level + " "
	}
	if got != "goed voldoende onvoldoende goed " {
		t.Errorf("%q", got)
	}
	edited := h.view(t, 0, h.guest, c.ID).Course
	edited.Tests = []string{"toets"}
	refused(t, s, "course-test-noted", course.Edit{Course: edited})
	edited.Tests, edited.Scale = []string{"gesprek", "toets"}, "1-10"
	h.do(t, s, course.Edit{Course: edited})
	refused(t, s, "course-level", give("11"))
	h.do(t, s, give("7"))
}

// evidence are the titles of what a student has.
func (h *house) evidence(t testing.TB, i int, student journal.ID) string {
	t.Helper()
	out := ""
	for _, g := range []journal.ID{h.a, h.b, journal.Organisation()} {
		err := h.stores[i].Read(context.Background(), func(tx model.Tx) error {
			x, err := learning.DossierIn(tx, student, g)
			if err != nil || x == nil {
				return err
			}
			for _, e := range x.Evidence {
				out += fmt.Sprintf("%s %s %d;", e.Kind, e.Title, e.Minutes)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// TestEvidenceForWhoWasThere: all who were there get one piece, without minutes of its own, whoever makes it how often; who was absent and of whom nothing
// was noted gets none; undo takes all of it back; and two copies that made it apart hold one.
func TestEvidenceForWhoWasThere(t *testing.T) {
	h := open(t, 2, 4)
	c := h.carousel(t)
	guest := h.as(t, 0, h.guest)
	refused(t, guest, "course-evidence-none", course.MakeEvidence{Course: c.ID})
	h.do(t, guest, course.NotePresence{Course: c.ID, Day: c.Dates[0], Marks: []course.Mark{{Student: h.students[0], State: ledger.Present}, {Student: h.students[1], State: ledger.Present},
		{Student: h.students[2], State: ledger.Absent}}})
	h.do(t, guest, course.NoteResults{Course: c.ID, Test: "toets", Day: c.Dates[0], Given: []course.Given{{Student: h.students[1], Level: "goed"}}})
	if err := h.stores[1].Receive(h.stores[0].Journal()); err != nil {
		t.Fatal(err)
	}
	why := func() (out []course.Why) {
		all, err := course.ReadDue(t.Context(), guest, c.ID, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range all {
			out = append(out, d.Why)
		}
		return out
	}
	if got := fmt.Sprint(why()); got != "[  absent not-noted]" {
		t.Errorf("before: %s", got)
	}
	h.do(t, guest, course.MakeEvidence{Course: c.ID})
	if _, err := guest.Undo(t.Context()); err != nil || h.evidence(t, 0, h.students[0])+h.evidence(t, 0, h.students[1]) != "" {
		t.Errorf("taken back: %v %q", err, h.evidence(t, 0, h.students[0]))
	}
	h.do(t, guest, course.MakeEvidence{Course: c.ID})
	h.do(t, guest, course.MakeEvidence{Course: c.ID, Test: "toets"})
	refused(t, guest, "course-evidence-none", course.MakeEvidence{Course: c.ID})
	if got := fmt.Sprint(why()); got != "[has has absent not-noted]" {
		t.Errorf("after: %s", got)
	}
	h.do(t, h.as(t, 1, h.boss), course.MakeEvidence{Course: c.ID})
	for range 2 {
		for i := range h.stores {
			if err := h.stores[i].Receive(h.stores[1-i].Journal()); err != nil {
				t.Fatal(err)
			}
		}
	}
	for i := range h.stores {
		for n, want := range []string{"course Schulden 0;", "course Schulden 0;course Schulden: toets 0;", "", ""} {
			if got := h.evidence(t, i, h.students[n]); got != want {
				t.Errorf("copy %d, student %d: %q, want %q", i, n, got, want)
			}
		}
	}
}

// TestWhatComesFromElsewhere: of what another copy wrote, what who teaches the course noted and made evidence counts, and the same of anybody else does
// not; a course is altered by who teaches it.
func TestWhatComesFromElsewhere(t *testing.T) {
	h := open(t, 1, 2)
	c := h.carousel(t)
	far := h.students[1] // of a group that no teacher here has
	presence := journal.Change{Kind: ledger.KindLedger, Entity: ledger.ID(far, h.b), Op: journal.OpAdd, Item: ledger.ItemPresence, Stream: journal.Stream{Scope: journal.Scope{Class: journal.Learning, Part: h.b}},
		Writes: []journal.Write{{Field: 3, Value: journal.Ref(c.ID)}}}
	of := func(id journal.ID, kind learning.EvidenceKind) journal.Change {
		ch := journal.Change{Kind: learning.KindDossier, Entity: learning.DossierID(far, h.b), Op: journal.OpAdd, Item: learning.ItemEvidence, Stream: presence.Stream}
		for _, f := range (learning.Evidence{ID: id, Kind: kind, Title: "x", Day: today}).Fields() {
			ch.Writes = append(ch.Writes, journal.Write{Field: f.Field, Value: f.Value})
		}
		return ch
	}
	edit := journal.Change{Kind: course.KindCourse, Entity: c.ID, Op: journal.OpSet, Stream: journal.Stream{Scope: course.Scope()}, Writes: []journal.Write{{Field: course.CourseTitle, Value: journal.Text("y")}}}
	claim := edit
	claim.Writes = []journal.Write{{Field: course.CourseTeachers, Value: journal.Refs([]journal.ID{h.teacher})}}
	for _, x := range []struct {
		name   string
		by     journal.ID
		change journal.Change
		want   trust.Reason
	}{
		{"presence by who teaches it", h.guest, presence, ""},
		{"presence by a student who teaches it", h.ta, presence, ""},
		{"presence by another teacher", h.teacher, presence, trust.Overreach},
		{"presence by the student", far, presence, trust.Overreach},
		{"evidence by who teaches it", h.guest, of(course.EvidenceID(c.ID, far), learning.EvidenceCourse), ""},
		{"evidence of a test", h.guest, of(course.TestEvidenceID(c.ID, "toets", far), learning.EvidenceCourse), ""},
		{"evidence of something else", h.guest, of(journal.ID{9}, learning.EvidenceCourse), trust.Overreach},
		{"evidence of a project", h.guest, of(course.EvidenceID(c.ID, far), learning.EvidenceProject), trust.Overreach},
		{"evidence by another teacher", h.teacher, of(course.EvidenceID(c.ID, far), learning.EvidenceCourse), trust.Overreach},
		{"evidence by a coordinator", h.boss, of(course.EvidenceID(c.ID, far), learning.EvidenceCourse), ""},
		{"an edit by who teaches it", h.guest, edit, ""},
		{"an edit by another", h.teacher, edit, trust.Overreach},
		{"taken over by another", h.teacher, claim, trust.Overreach},
	} {
		must := h.stores[0].Read(t.Context(), func(tx model.Tx) error {
			x.change.Actor = x.by
			got, err := trust.Allows(tx, trust.Replica{Person: x.by}, &x.change)
			if got != x.want {
				t.Errorf("%s: %q, want %q", x.name, got, x.want)
			}
			return err
		})
		if must != nil {
			t.Fatal(must)
		}
	}
}

// TestToldAndNotBlocked: two courses at once for a group or a teacher, a public day and a day outside of the term are told, and planned all the same.
func TestToldAndNotBlocked(t *testing.T) {
	h := open(t, 1, 2)
	s := h.as(t, 0, h.boss)
	easter := time.Date(2026, 4, 6, 0, 0, 0, 0, time.UTC)
	add := func(c course.Course) journal.ID { return h.do(t, s, course.Add{Course: c}) }
	first := add(course.Course{Title: "A", Dates: []time.Time{today, easter}, Start: "09:00", Minutes: 60, Groups: []journal.ID{h.a}, Teachers: []journal.ID{h.guest}})
	add(course.Course{Title: "B", Dates: []time.Time{today}, Start: "09:30", Minutes: 60, Groups: []journal.ID{h.a}, Teachers: []journal.ID{h.guest}})
	add(course.Course{Title: "C", Dates: []time.Time{today}, Start: "10:00", Minutes: 60, Groups: []journal.ID{h.a}})
	late := add(course.Course{Title: "D", Dates: []time.Time{time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC)}, Term: "2025-2026/2", Groups: []journal.ID{h.b}})
	told := func(id journal.ID) string {
		all, err := course.ReadTold(t.Context(), s, id, nil)
		if err != nil {
			t.Fatal(err)
		}
		out := ""
		for _, one := range all {
			out += one.Code + one.Other + one.Free.Code + " "
		}
		return out
	}
	if got := told(first); got != "groupB personB freeeaster-monday " {
		t.Errorf("%q", got)
	}
	if got := told(late); got != "term " {
		t.Errorf("%q", got)
	}
}

// TestCoursesThatCannotBe are refused with what is wrong.
func TestCoursesThatCannotBe(t *testing.T) {
	h := open(t, 1, 1)
	s := h.as(t, 0, h.boss)
	ok := course.Course{Title: "A", Dates: []time.Time{today}}
	for code, alter := range map[string]func(*course.Course){
		"missing": func(c *course.Course) { c.Dates = nil }, "course-twice": func(c *course.Course) { c.Dates = []time.Time{today, today} }, "course-time": func(c *course.Course) { c.Start = "25:00" },
		"minutes": func(c *course.Course) { c.Minutes = -1 }, "group-unknown": func(c *course.Course) { c.Groups = []journal.ID{{7}} }, "person-unknown": func(c *course.Course) { c.Teachers = []journal.ID{{7}} },
		"node-unknown": func(c *course.Course) { c.Nodes = []journal.ID{{7}} }, "course-scale": func(c *course.Course) { c.Scale = "sterren" }, "course-long": func(c *course.Course) { c.Title = strings.Repeat("a", 201) },
		"day-late": func(c *course.Course) { c.Dates = []time.Time{today.AddDate(50, 0, 0)} }, "bsn": func(c *course.Course) { c.Place = "111222333" },
	} {
		c := ok
		alter(&c)
		refused(t, s, code, course.Add{Course: c})
	}
	teacher := h.as(t, 0, h.teacher)
	id := h.do(t, teacher, course.Add{Course: ok})
	if v := h.view(t, 0, h.teacher, id); !v.Leads(h.teacher) || !v.MayEdit {
		t.Errorf("who adds a course teaches it: %+v", v.Teachers)
	}
}

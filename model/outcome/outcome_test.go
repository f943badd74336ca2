package outcome_test

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/conflict"
	"leerbalie/model/erasure"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/outcome"
	"leerbalie/model/pairs"
)

var today = time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)

// house is replicas of one organisation with two coordinators, a teacher of a group, one of another, and students.
type house struct {
	t                        testing.TB
	stores                   []*memory.Store
	sam, lia, teacher, other journal.ID
	group                    journal.ID
	students                 []journal.ID
}

func open(t testing.TB, replicas, students int) *house {
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
	second := h.do(s, model.AddGroup{Group: model.Group{Name: "3B", Site: s.Site()}})
	person := func(name string, role model.Role, group journal.ID, study model.Study) journal.ID {
		p := model.Person{Name: name, Roles: []model.Role{role}, Site: s.Site(), Study: study}
		if !group.IsZero() {
			p.Groups = []journal.ID{group}
		}
		return h.do(s, model.AddPerson{Person: p})
	}
	h.lia = person("Lia", model.RoleCoordinator, journal.ID{}, model.Study{})
	h.teacher = person("Theo", model.RoleTeacher, h.group, model.Study{})
	h.other = person("Tine", model.RoleTeacher, second, model.Study{})
	for i := range students {
		h.students = append(h.students, person(fmt.Sprint("Student ", i), model.RoleStudent, h.group, model.Study{Cohort: "2024", Programme: "Dienstverlening", Start: today.AddDate(-1, 0, 0), End: today.AddDate(0, 0, -10)}))
	}
	for _, o := range h.stores[1:] {
		if err := o.Receive(h.stores[0].Journal()); err != nil {
			t.Fatal(err)
		}
	}
	return h
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
		h.t.Fatal(err)
	}
	return r.Entity
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

// said is what became of a student as somebody reads it.
func (h *house) said(s *model.Session, student journal.ID) string {
	h.t.Helper()
	t, err := outcome.Read(h.t.Context(), s, student)
	if err != nil {
		return code(err)
	}
	var out []string
	for _, o := range t.Outcomes {
		out = append(out, o.Kind+" "+o.Day.Format(time.DateOnly))
	}
	if t.Reason != "" {
		out = append(out, "("+t.Reason+")")
	}
	return strings.Join(out, ", ")
}

func (h *house) report(s *model.Session, q outcome.Query) outcome.Report {
	h.t.Helper()
	q.Today = today
	r, err := outcome.ReadReport(h.t.Context(), s, q)
	if err != nil {
		h.t.Fatal(err)
	}
	return r
}

func row(r outcome.Report, kind string) outcome.Row {
	return r.Rows[slices.IndexFunc(r.Rows, func(o outcome.Row) bool { return o.Outcome == kind })]
}

func code(err error) string {
	if f, ok := err.(*fault.Error); ok {
		return f.Msg
	}
	return fmt.Sprint(err)
}

// TestOutcomesTwice: the same again changes nothing, another day replaces the one before, and what is taken back is gone, each step undone.
func TestOutcomesTwice(t *testing.T) {
	h := open(t, 1, 1)
	s, of := h.as(0, h.teacher), h.students[0]
	day := today.AddDate(0, 0, -5)
	h.do(s, outcome.Add{Student: of, Kind: outcome.Job, Day: day})
	wrote := len(h.stores[0].Journal())
	h.do(s, outcome.Add{Student: of, Kind: outcome.Job, Day: day})
	if n := len(h.stores[0].Journal()); n != wrote {
		t.Errorf("the same once more wrote %d changes", n-wrote)
	}
	h.do(s, outcome.Add{Student: of, Kind: outcome.Job, Day: day.AddDate(0, 0, 1)})
	if got := h.said(s, of); got != "job 2026-02-26" {
		t.Error(got)
	}
	h.do(s, outcome.Remove{Student: of, Kind: outcome.Job})
	if got := h.said(s, of); got != "" {
		t.Error(got)
	}
	for _, want := range []string{"job 2026-02-26", "job 2026-02-25", ""} {
		if _, err := s.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := h.said(s, of); got != want && want != "" {
			t.Errorf("undone: %q, not %q", got, want)
		}
	}
}

// TestWhatCannotBeAnOutcome is refused with what is wrong, and nothing of it is written.
func TestWhatCannotBeAnOutcome(t *testing.T) {
	h := open(t, 1, 2)
	of := h.students[0]
	h.do(h.as(0, h.sam), pairs.EndStudy{Person: h.students[1], Outcome: "diploma", At: today})
	before := len(h.stores[0].Journal())
	for _, c := range []struct {
		who  journal.ID
		do   model.Action
		want string
	}{
		{h.teacher, outcome.Add{Student: of, Kind: "rijk"}, "unknown-outcome-kind"},
		{h.teacher, outcome.Add{Student: of, Kind: outcome.Job, Day: today.AddDate(0, 0, 3)}, "in-future"},
		{h.sam, outcome.Add{Student: of, Kind: outcome.Job, Why: "leuk"}, "outcome-why-left"},
		{h.teacher, outcome.Add{Student: of, Kind: outcome.Left, Why: "ziek"}, "outcome-why-who"},
		{h.sam, outcome.Add{Student: of, Kind: outcome.Left, Why: strings.Repeat("x", 301)}, "outcome-long"},
		{h.sam, outcome.Add{Student: of, Kind: outcome.Left, Why: "bsn 111222333"}, "bsn"},
		{h.other, outcome.Add{Student: of, Kind: outcome.Job}, "dossier-closed"},
		{of, outcome.Add{Student: of, Kind: outcome.Job}, "dossier-closed"},
		{h.other, outcome.Remove{Student: of, Kind: outcome.Job}, "dossier-closed"},
		{h.teacher, outcome.Remove{Student: of, Kind: outcome.Job}, "outcome-none"},
		{h.teacher, outcome.Remove{Student: h.students[1], Kind: outcome.Qualification}, "outcome-of-study"},
		{h.sam, outcome.Add{Student: h.teacher, Kind: outcome.Job}, "no-student"},
		{h.sam, outcome.Compare{Comparison: outcome.Comparison{Outcome: outcome.Job, Rate: 5000, Year: 2025, Source: " "}}, "outcome-source"},
		{h.sam, outcome.Compare{Comparison: outcome.Comparison{Outcome: outcome.Job, Rate: 10001, Year: 2025, Source: "x"}}, "outcome-rate"},
		{h.sam, outcome.Compare{Comparison: outcome.Comparison{Outcome: outcome.Job, Rate: 5000, Year: 2027, Source: "x"}}, "outcome-year"},
		{h.sam, outcome.Compare{Comparison: outcome.Comparison{Outcome: "rijk", Rate: 5000, Year: 2025, Source: "x"}}, "unknown-outcome-kind"},
		{h.teacher, outcome.Compare{Comparison: outcome.Comparison{Outcome: outcome.Job, Rate: 5000, Year: 2025, Source: "x"}}, "may-not-write"},
		{h.sam, outcome.RemoveComparison{ID: journal.ID{1}}, "outcome-comparison-unknown"},
	} {
		if _, err := h.as(0, c.who).Do(t.Context(), c.do); err == nil || code(err) != c.want {
			t.Errorf("%+v: %v, not %s", c.do, err, c.want)
		}
	}
	if n := len(h.stores[0].Journal()); n != before {
		t.Errorf("%d changes were written of what was refused", n-before)
	}
}

// TestWhyIsForCoordinators: who reads the student knows that the student left, coordinators know why; one step undoes both, and the reason goes with what
// was said in private when the student is erased.
func TestWhyIsForCoordinators(t *testing.T) {
	h := open(t, 1, 1)
	boss, of := h.as(0, h.sam), h.students[0]
	h.do(boss, outcome.Add{Student: of, Kind: outcome.Left, Day: today, Why: "zorg voor moeder"})
	for who, want := range map[journal.ID]string{h.sam: "left 2026-03-02, (zorg voor moeder)", h.teacher: "left 2026-03-02", of: "left 2026-03-02", h.other: "dossier-closed"} {
		if got := h.said(h.as(0, who), of); got != want {
			t.Errorf("%s reads %q", h.as(0, who).Me().Name, got)
		}
	}
	for _, c := range h.stores[0].Journal() {
		for _, w := range c.Writes {
			if w.Value.Text() == "zorg voor moeder" && c.Stream.Scope.Class != journal.Private {
				t.Errorf("the reason stands in class %s", c.Stream.Scope.Class)
			}
		}
	}
	h.do(boss, outcome.Remove{Student: of, Kind: outcome.Left})
	h.do(boss, outcome.Add{Student: of, Kind: outcome.Left, Day: today})
	if got := h.said(boss, of); got != "left 2026-03-02" {
		t.Errorf("left again, with the reason of before: %q", got)
	}
	h.do(boss, outcome.Add{Student: of, Kind: outcome.Left, Day: today, Why: "verhuisd"})
	if _, err := boss.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := h.said(boss, of); got != "left 2026-03-02" {
		t.Errorf("undone: %q", got)
	}
	h.do(boss, outcome.Add{Student: of, Kind: outcome.Left, Day: today, Why: "verhuisd"})
	h.do(boss, pairs.EndStudy{Person: of, Outcome: "left", At: today})
	h.do(boss, erasure.Propose{Student: of})
	h.do(h.as(0, h.lia), erasure.Confirm{Student: of})
	if got := h.said(boss, of); got != "left 2026-03-02" {
		t.Errorf("erased: %q", got)
	}
}

// TestDaysApart: two who write different days apart from each other have a conflict, which settling ends on both copies; so have two with different
// rates of one figure, and two with different reasons.
func TestDaysApart(t *testing.T) {
	h := open(t, 2, 1)
	of := h.students[0]
	for i, why := range []string{"verhuisd", "ziek"} {
		who := []journal.ID{h.sam, h.lia}[i]
		h.do(h.as(i, who), outcome.Add{Student: of, Kind: outcome.Left, Day: today.AddDate(0, 0, -i), Why: why})
		h.do(h.as(i, who), outcome.Compare{Comparison: outcome.Comparison{Outcome: outcome.Job, Rate: outcome.Share(5000 + i), Source: "CBS", Year: 2025}})
	}
	h.meet()
	boss := h.as(0, h.sam)
	all, err := conflict.Read(t.Context(), boss)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 3 {
		t.Fatalf("%+v", all)
	}
	for _, c := range all {
		if c.Title == "" || !c.Settle {
			t.Errorf("%+v", c)
		}
		h.do(boss, conflict.Settle{Kind: c.Kind, Entity: c.Entity, ID: c.ID, Take: c.Values[0].Stamp})
	}
	h.meet()
	if all, _ := conflict.Read(t.Context(), h.as(1, h.lia)); len(all) != 0 {
		t.Errorf("settled: %+v", all)
	}
	if a, b := h.said(boss, of), h.said(h.as(1, h.sam), of); a != b || !strings.Contains(a, "(") {
		t.Errorf("%q and %q", a, b)
	}
	if mine, _ := conflict.Read(t.Context(), h.as(0, h.teacher)); len(mine) != 0 {
		t.Errorf("a teacher sees %+v", mine)
	}
}

// TestOutcomesAreOne: whatever is written on three copies in whatever order it travels, all count the same in the end, and what they count is what
// the students say one by one.
func TestOutcomesAreOne(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		h := open(t, 3, 3)
		for range rapid.IntRange(1, 25).Draw(rt, "steps") {
			i := rapid.IntRange(0, 2).Draw(rt, "copy")
			s := h.as(i, rapid.SampledFrom([]journal.ID{h.teacher, h.sam, h.lia}).Draw(rt, "who"))
			of, kind := rapid.SampledFrom(h.students).Draw(rt, "student"), rapid.SampledFrom([]string{outcome.Job, outcome.Left, outcome.Qualification}).Draw(rt, "kind")
			n := rapid.IntRange(0, 2).Draw(rt, "n")
			var err error
			switch rapid.IntRange(0, 6).Draw(rt, "step") {
			case 0:
				_, err = s.Do(rt.Context(), outcome.Add{Student: of, Kind: kind, Day: today.AddDate(0, 0, -n)})
			case 1:
				_, err = s.Do(rt.Context(), outcome.Add{Student: of, Kind: outcome.Left, Day: today.AddDate(0, 0, -n), Why: fmt.Sprint("reden ", n)})
			case 2:
				_, err = s.Do(rt.Context(), outcome.Remove{Student: of, Kind: kind})
			case 3:
				_, err = s.Do(rt.Context(), outcome.Compare{Comparison: outcome.Comparison{Outcome: kind, Rate: outcome.Share(n), Source: "CBS", Year: 2025}})
			case 4:
				_, err = s.Do(rt.Context(), pairs.EndStudy{Person: of, Outcome: []string{"diploma", "job", "left"}[n], At: today})
			case 5:
				err = h.stores[i].Receive(h.stores[(i+1)%3].Journal())
			case 6:
				_, err = s.Undo(rt.Context())
			}
			if k := fault.KindOf(err); err != nil && k != fault.Conflict && k != fault.NotFound && k != fault.Refused {
				rt.Fatal(err)
			}
		}
		h.meet()
		told := func(i int) string {
			s := h.as(i, h.sam)
			r := h.report(s, outcome.Query{})
			each := map[string]int{}
			for _, of := range h.students {
				one, err := outcome.Read(rt.Context(), s, of)
				if err != nil {
					rt.Fatal(err)
				}
				for _, o := range one.Outcomes {
					each[o.Kind]++
				}
			}
			for _, row := range r.Rows {
				if row.N != each[row.Outcome] {
					rt.Fatalf("copy %d counts %d of %s, the students say %d", i, row.N, row.Outcome, each[row.Outcome])
				}
			}
			out := fmt.Sprintf("%+v %+v", r.Of, r.Going)
			for _, row := range r.Rows {
				out += fmt.Sprintf(" %+v %+v", row.N, row.Compared)
			}
			for _, of := range h.students {
				out += " " + h.said(s, of)
			}
			return out
		}
		for i := range h.stores {
			if a, b := told(0), told(i); a != b {
				rt.Fatalf("copy 0 and %d differ:\n%s\n%s", i, a, b)
			}
		}
	})
}

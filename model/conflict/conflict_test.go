package conflict_test

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/conflict"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/memory"
	"leerbalie/model/pairs"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// copy is one of two copies of a store, with a clock of its own.
type replica struct {
	t     *testing.T
	store *memory.Store
	as    map[string]*model.Session
}

func (r *replica) do(who string, actions ...model.Action) model.Receipt {
	r.t.Helper()
	got, err := r.as[who].Do(r.t.Context(), actions...)
	must(r.t, err)
	return got
}

func (r *replica) conflicts(who string) []conflict.Conflict {
	r.t.Helper()
	all, err := conflict.Read(r.t.Context(), r.as[who])
	must(r.t, err)
	return all
}

// school is two copies with a coordinator, two teachers of one class and two students, of whom both hold everything.
type school struct {
	t              *testing.T
	a, b           *replica
	group          journal.ID
	noor, ali, bo  journal.ID
	theo, tine     journal.ID
	request, piece journal.ID
}

func begin(t *testing.T) *school {
	t.Helper()
	s := &school{t: t}
	var all []*replica
	for i := range 2 {
		clock := time.Date(2026, 3, 2, 9+i, 0, 0, 0, time.UTC)
		all = append(all, &replica{t: t, as: map[string]*model.Session{}, store: memory.New(memory.Options{Replica: journal.Replica{byte(i + 1)}, Tag: fmt.Sprint("K", i),
			Now: func() time.Time { clock = clock.Add(time.Second); return clock }, Random: rand.New(rand.NewSource(int64(i)))})})
	}
	s.a, s.b = all[0], all[1]
	me, err := model.Found(t.Context(), s.a.store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	s.a.as["Sam"], err = model.Enter(t.Context(), s.a.store, me)
	must(t, err)
	s.group = s.a.do("Sam", model.AddGroup{Group: model.Group{Name: "2B"}}).Entity
	site := s.a.as["Sam"].Site()
	person := func(name string, role model.Role) journal.ID {
		return s.a.do("Sam", model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{role}, Site: site, Groups: []journal.ID{s.group}, Level: "mbo-3"}}).Entity
	}
	s.noor, s.ali, s.bo = person("Noor", model.RoleStudent), person("Ali", model.RoleStudent), person("Bo", model.RoleStudent)
	s.theo, s.tine = person("Theo", model.RoleTeacher), person("Tine", model.RoleTeacher)
	s.request = s.a.do("Sam", desk.AddRequest{Request: desk.Request{Summary: "brief", Channel: "desk"}}).Entity
	s.meet()
	for name, id := range map[string]journal.ID{"Sam": me, "Noor": s.noor, "Theo": s.theo, "Tine": s.tine} {
		for _, r := range all {
			r.as[name], err = model.Enter(t.Context(), r.store, id)
			must(t, err)
		}
	}
	return s
}

// meet lets both hold what either holds.
func (s *school) meet() {
	s.t.Helper()
	must(s.t, s.b.store.Receive(s.a.store.Journal()))
	must(s.t, s.a.store.Receive(s.b.store.Journal()))
}

// one is the one conflict there is, the same on both.
func (s *school) one(who, code string) conflict.Conflict {
	s.t.Helper()
	here, there := s.a.conflicts(who), s.b.conflicts(who)
	if len(here) != 1 || len(there) != 1 || here[0].ID != there[0].ID || here[0].Code != code {
		s.t.Fatalf("%s sees %+v and %+v, want one of the sort %s", who, here, there, code)
	}
	return here[0]
}

func settling(c conflict.Conflict, i int) conflict.Settle {
	return conflict.Settle{Kind: c.Kind, Entity: c.Entity, ID: c.ID, Take: c.Values[i].Stamp, Reason: "overlegd"}
}

// settles settles a conflict on one copy, sees that it is gone on both, and undoes that: both values stand again, with who wrote
// them, when and where.
func (s *school) settles(who string, take int) {
	s.t.Helper()
	before := s.a.conflicts(who)[0]
	s.a.do(who, settling(before, take))
	s.meet()
	if here, there := s.a.conflicts(who), s.b.conflicts(who); len(here)+len(there) != 0 {
		s.t.Fatalf("settled, there is still %+v and %+v", here, there)
	}
	_, err := s.a.as[who].Undo(s.t.Context())
	must(s.t, err)
	s.meet()
	again := s.a.conflicts(who)
	if len(again) != 1 || len(again[0].Values) != len(before.Values) {
		s.t.Fatalf("undone, there is %+v, want %+v", again, before)
	}
	for _, v := range before.Values {
		if !slices.ContainsFunc(again[0].Values, func(o conflict.Value) bool {
			return o.By == v.By && o.At.Equal(v.At) && o.Stamp.Replica == v.Stamp.Replica && o.Value.Equal(v.Value)
		}) {
			s.t.Errorf("undone, nobody wrote %+v any more: %+v", v, again[0].Values)
		}
	}
	_, err = s.a.as[who].Redo(s.t.Context())
	must(s.t, err)
	s.meet()
	if n := len(s.b.conflicts(who)); n != 0 {
		s.t.Fatalf("done again, there are %d", n)
	}
}

// TestFieldsOfEveryKind: whatever two wrote apart in a field of a person, site, group, resident, pair or question is found, settled
// and undone.
func TestFieldsOfEveryKind(t *testing.T) {
	for name, test := range map[string]struct {
		act   func(s *school, r *replica, n int) model.Action
		field string
		set   func(s *school)
	}{
		"person": {field: "email", act: func(s *school, r *replica, n int) model.Action {
			people, err := r.as["Sam"].People(s.t.Context())
			must(s.t, err)
			p := people[slices.IndexFunc(people, func(p model.Person) bool { return p.ID == s.noor })]
			p.Email = fmt.Sprintf("noor%d@example.org", n)
			return model.EditPerson{Person: p}
		}},
		"site": {field: "name", act: func(s *school, r *replica, n int) model.Action {
			site, err := r.as["Sam"].SiteByID(s.t.Context(), r.as["Sam"].Site())
			must(s.t, err)
			site.Name = fmt.Sprint("Punt ", n)
			return model.EditSite{Site: site}
		}},
		"group": {field: "frameworks", act: func(s *school, r *replica, n int) model.Action {
			return learning.SetGroupFrameworks{Group: s.group, Frameworks: []journal.ID{competence.BuiltinFrameworks()[n].ID}}
		}},
		"question": {field: "summary", act: func(s *school, r *replica, n int) model.Action {
			return desk.EditRequest{ID: s.request, Alter: func(q *desk.Request) { q.Summary = fmt.Sprint("brief ", n) }}
		}},
		"details": {field: "details", act: func(s *school, r *replica, n int) model.Action {
			return desk.EditRequest{ID: s.request, Alter: func(q *desk.Request) { q.Details = fmt.Sprint("lang verhaal ", n) }}
		}},
		"list of competences": {field: "version", act: func(s *school, r *replica, n int) model.Action {
			f := competence.BuiltinFrameworks()[0]
			f.Title = fmt.Sprint("Eigen lijst ", n)
			return learning.SaveFramework{Framework: f}
		}},
	} {
		t.Run(name, func(t *testing.T) {
			s := begin(t)
			s.a.do("Sam", test.act(s, s.a, 0))
			s.b.do("Sam", test.act(s, s.b, 1))
			if n := len(s.a.conflicts("Sam")); n != 0 {
				t.Fatalf("before they met there are %d", n)
			}
			s.meet()
			all := s.a.conflicts("Sam")
			if len(all) != 1 || all[0].Field != test.field || len(all[0].Values) != 2 {
				t.Fatalf("found %+v, want one of %s", all, test.field)
			}
			machines := []string{all[0].Values[0].Machine, all[0].Values[1].Machine}
			if slices.Sort(machines); !slices.Equal(machines, []string{"", "0200"}) {
				t.Errorf("written on %q", machines)
			}
			s.settles("Sam", 1)
		})
	}
}

// TestWhatCannotBothHold: claims, closings, ends of a pair, two pairs of one student, merges in a circle.
func TestWhatCannotBothHold(t *testing.T) {
	for name, test := range map[string]struct {
		before func(s *school)
		here   func(s *school) model.Action
		there  func(s *school) model.Action
		code   string
	}{
		"claims": {code: desk.ClashClaims, here: func(s *school) model.Action { return desk.ClaimRequest{ID: s.request, For: []journal.ID{s.noor}} },
			there: func(s *school) model.Action { return desk.ClaimRequest{ID: s.request, For: []journal.ID{s.ali}} }},
		"pairs of one student": {code: conflict.Members,
			here: func(s *school) model.Action {
				return pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{s.noor, s.ali}}}}
			},
			there: func(s *school) model.Action {
				return pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{s.noor, s.bo}}}}
			}},
	} {
		t.Run(name, func(t *testing.T) {
			s := begin(t)
			s.a.do("Sam", test.here(s))
			s.b.do("Sam", test.there(s))
			s.meet()
			s.one("Sam", test.code)
			before := s.a.conflicts("Sam")[0]
			s.a.do("Sam", settling(before, 1))
			s.meet()
			if n := len(s.b.conflicts("Sam")); n != 0 {
				t.Fatalf("settled, there are %d", n)
			}
			_, err := s.a.as["Sam"].Undo(t.Context())
			must(t, err)
			s.meet()
			s.one("Sam", test.code)
		})
	}
}

// TestEndsOfAPair: two who ended a pair apart for different reasons are asked; for the same reason nobody is.
func TestEndsOfAPair(t *testing.T) {
	s := begin(t)
	pair := s.a.do("Sam", pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{s.noor, s.ali}}}}).Entity
	s.meet()
	s.a.do("Sam", pairs.EndPair{ID: pair, Reason: "done"})
	s.b.do("Sam", pairs.EndPair{ID: pair, Reason: "no-fit"})
	s.meet()
	s.one("Sam", pairs.ClashEnds)
	s.settles("Sam", 0)
}

// TestCirclesOfMerges: two questions that were merged into each other would both be gone; they are asked about.
func TestCirclesOfMerges(t *testing.T) {
	s := begin(t)
	other := s.a.do("Sam", desk.AddRequest{Request: desk.Request{Summary: "zelfde brief"}}).Entity
	s.meet()
	s.a.do("Sam", desk.MergeRequest{ID: s.request, Into: other})
	s.b.do("Sam", desk.MergeRequest{ID: other, Into: s.request})
	s.meet()
	all := s.a.conflicts("Sam")
	if len(all) == 0 || all[0].Code != conflict.Merged {
		t.Fatalf("found %+v", all)
	}
	s.a.do("Sam", settling(all[0], 0))
	s.meet()
	if left := s.b.conflicts("Sam"); len(left) != 0 {
		t.Fatalf("settled, there is %+v", left)
	}
}

// decided lets the two teachers decide apart on the exam of one student.
func decided(t *testing.T, second bool) *school {
	s := begin(t)
	s.a.do("Noor", learning.AddEvidence{Evidence: learning.Evidence{Kind: learning.EvidenceCourse, Title: "training"}})
	p, err := learning.ReadProgress(t.Context(), s.a.as["Noor"], s.noor, journal.ID{})
	must(t, err)
	s.piece = p.Evidence[0].ID
	given := []learning.Given{{Node: p.Tree.Columns()[0], Level: 1}}
	s.a.do("Theo", learning.Assess{Student: s.noor, Evidence: s.piece, Given: given})
	s.meet()
	s.b.do("Tine", learning.Assess{Student: s.noor, Evidence: s.piece, Given: []learning.Given{{Node: given[0].Node, Level: 2}}})
	s.a.do("Theo", learning.Decide{Student: s.noor, Kind: learning.DecisionExam, Met: true})
	s.b.do("Tine", learning.Decide{Student: s.noor, Kind: learning.DecisionExam, Met: second, Reason: "te weinig bewijs"})
	s.meet()
	return s
}

// TestDecisionsThatContradict: both stand and are shown as such until a teacher says which holds, with a reason; that is undone.
func TestDecisionsThatContradict(t *testing.T) {
	s := decided(t, false)
	contested := func(want int) {
		t.Helper()
		for _, who := range []string{"Theo", "Tine", "Sam", "Noor"} {
			p, err := learning.ReadProgress(t.Context(), s.a.as[who], s.noor, journal.ID{})
			must(t, err)
			n := 0
			for _, d := range p.Decisions {
				if d.Contested {
					n++
				}
			}
			if n != want || len(p.Decisions) != 2 {
				t.Fatalf("%s sees %d of %d contested, want %d", who, n, len(p.Decisions), want)
			}
			if who == "Noor" {
				continue
			}
			m, err := learning.ReadMatrix(t.Context(), s.a.as[who], s.group, journal.ID{})
			must(t, err)
			i := slices.IndexFunc(m.Rows, func(r learning.MatrixRow) bool { return r.Student.ID == s.noor })
			if i < 0 || m.Rows[i].Contested != (want > 0) {
				t.Fatalf("the class of %s: %+v", who, m.Rows)
			}
		}
	}
	contested(2)
	c := s.one("Theo", conflict.Decisions)
	if sam := s.a.conflicts("Sam"); len(sam) != 1 || sam[0].Settle {
		t.Fatalf("a coordinator decides on no exam: %+v", sam)
	}
	for _, v := range c.Values {
		if len(v.Fields) > 0 {
			t.Errorf("a decision brings what was frozen: %v", v.Fields)
		}
	}
	_, err := s.a.as["Theo"].Do(t.Context(), conflict.Settle{Kind: c.Kind, Entity: c.Entity, ID: c.ID, Take: c.Values[0].Stamp})
	if fault.KindOf(err) != fault.Invalid {
		t.Fatalf("without a reason: %v", err)
	}
	_, err = s.a.as["Sam"].Do(t.Context(), settling(c, 0))
	if fault.KindOf(err) != fault.Refused {
		t.Fatalf("a coordinator: %v", err)
	}
	s.settles("Theo", 0)
	contested(0)
	// two judgements of one piece of evidence both stand
	p, err := learning.ReadProgress(t.Context(), s.b.as["Theo"], s.noor, journal.ID{})
	must(t, err)
	if n := len(p.Evidence[0].Assessments); n != 2 {
		t.Fatalf("%d judgements stand", n)
	}
}

// TestDecisionsThatAgree: two who decided the same apart contradict nobody.
func TestDecisionsThatAgree(t *testing.T) {
	s := decided(t, true)
	if all := s.a.conflicts("Theo"); len(all) != 0 {
		t.Fatalf("found %+v", all)
	}
}

// TestNobodysTimeIsLost: minutes that were logged on two copies on one question both count, on the question and in the student's
// hours.
func TestNobodysTimeIsLost(t *testing.T) {
	s := begin(t)
	s.a.do("Sam", desk.ClaimRequest{ID: s.request, For: []journal.ID{s.noor}}, desk.LogTime{ID: s.request, Person: s.noor, Minutes: 10},
		desk.CloseRequest{ID: s.request, Outcome: "referred"}, desk.ReopenRequest{ID: s.request})
	s.meet()
	for i, r := range []*replica{s.a, s.b} {
		r.do("Sam", desk.LogTime{ID: s.request, Person: s.noor, Minutes: 20 + 10*i}, desk.CloseRequest{ID: s.request, Outcome: "referred"})
	}
	s.meet()
	for _, r := range []*replica{s.a, s.b} {
		q, err := desk.ReadRequest(t.Context(), r.as["Sam"], s.request)
		must(t, err)
		p, err := hours.Read(t.Context(), r.as["Theo"], s.noor)
		must(t, err)
		if q.Minutes != 60 || p.Minutes != 60 {
			t.Fatalf("%d minutes on the question, %d in the dossier, want 60", q.Minutes, p.Minutes)
		}
	}
}

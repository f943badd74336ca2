package store_test

import (
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/attention"
	"leerbalie/model/course"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
	"leerbalie/model/meeting"
	"leerbalie/store"
)

// halfYear is a store with sixteen classes of students who have half a year behind them: evidence that was judged, meetings every week, two
// courses, hours of their own, and weeks that were confirmed.
type halfYear struct {
	store   *store.Store
	lead    journal.ID
	group   journal.ID
	student journal.ID
	course  journal.ID
	clock   time.Time
}

func (h *halfYear) today() time.Time { return days.Of(h.clock, time.UTC) }

func newHalfYear(b testing.TB, students int) *halfYear {
	b.Helper()
	ctx := context.Background()
	h := &halfYear{clock: time.Date(2027, 7, 9, 12, 0, 0, 0, time.UTC)}
	begin := h.today().AddDate(0, 0, -7*22)
	now := func() time.Time { h.clock = h.clock.Add(time.Millisecond); return h.clock }
	path := filepath.Join(b.TempDir(), "half.db")
	if err := store.Create(path, h.clock); err != nil {
		b.Fatal(err)
	}
	s, err := store.Open(path, sealing(now))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	h.store = s
	if h.lead, err = model.Found(ctx, s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"}); err != nil {
		b.Fatal(err)
	}
	sam := h.sits(b)
	do := func(actions ...model.Action) model.Receipt {
		b.Helper()
		r, err := sam.DoQuietly(ctx, actions...)
		if err != nil {
			b.Fatal(err)
		}
		return r
	}
	f := sixty()
	do(learning.SaveFramework{Framework: f})
	var groups, all []journal.ID
	for i := range 16 {
		g := do(model.AddGroup{Group: model.Group{Name: fmt.Sprint("Klas ", i), Site: sam.Site()}}).Entity
		do(learning.SetGroupFrameworks{Group: g, Frameworks: []journal.ID{f.ID}})
		groups = append(groups, g)
	}
	h.group = groups[0]
	theo := session(b, s, do(model.AddPerson{Person: model.Person{Name: "Theo", Roles: []model.Role{model.RoleTeacher}, Groups: groups, Site: sam.Site()}}).Entity)
	study := model.Study{Start: begin, End: begin.AddDate(0, 0, 7*26), NormHours: 400}
	for n := range students {
		id := do(model.AddPerson{Person: model.Person{Name: fmt.Sprintf("Student %03d", n), Roles: []model.Role{model.RoleStudent}, Site: sam.Site(), Level: "hbo",
			Groups: []journal.ID{groups[n%16]}, Supervisor: h.lead, Study: study}}).Entity
		all = append(all, id)
		var evidence, judged, own []model.Action
		var pieces []journal.ID
		for p := range 20 {
			evidence = append(evidence, learning.AddEvidence{Student: id, Cleaned: true, Evidence: learning.Evidence{Kind: learning.EvidenceObservation, Title: "gezien",
				Day: begin.AddDate(0, 0, 7*p), Minutes: 240, Theme: model.Themes()[(n+p)%11].Code, Nodes: []journal.ID{f.Nodes[5*((n+p)%12)].ID}}})
		}
		r, err := theo.DoQuietly(ctx, evidence...)
		if err != nil {
			b.Fatal(err)
		}
		pieces = r.Created[len(r.Created)-20:]
		for p, piece := range pieces[:17] {
			judged = append(judged, learning.Assess{Student: id, Evidence: piece, Reason: "zo gezien", Given: []learning.Given{{Node: f.Nodes[5*((n+p)%12)+1].ID, Level: p % 3}}})
		}
		if _, err := theo.DoQuietly(ctx, judged...); err != nil {
			b.Fatal(err)
		}
		for p := range 10 {
			own = append(own, ledger.WriteHours{Student: id, Own: ledger.Own{Day: begin.AddDate(0, 0, 14*p), Minutes: 90, What: "voorbereiding"}})
		}
		do(own...)
	}
	h.student = all[0]
	do(meeting.Plan{Series: meeting.Series{Meeting: meeting.Meeting{Title: "Overleg", Start: 9 * 60, Minutes: 90, Groups: groups}, Weekday: time.Friday, From: begin, To: begin.AddDate(0, 0, 7*26-1)}})
	roster, err := meeting.Read(ctx, sam, meeting.Query{From: begin, To: h.today()})
	if err != nil {
		b.Fatal(err)
	}
	for i := range roster.Rows {
		do(meeting.Attend{ID: roster.Rows[i].ID, People: all, State: ledger.Present})
	}
	for i := range 2 {
		c := course.Course{Title: fmt.Sprint("Cursus ", i), Minutes: 120, Groups: groups, Tests: []string{"toets"}}
		for p := range 8 {
			c.Dates = append(c.Dates, begin.AddDate(0, 0, 14*p+1))
		}
		h.course = do(course.Add{Course: c}).Entity
		for _, day := range c.Dates {
			a := course.NotePresence{Course: h.course, Day: day}
			for _, id := range all {
				a.Marks = append(a.Marks, course.Mark{Student: id, State: ledger.Present})
			}
			do(a)
		}
	}
	for p := range 18 {
		do(hours.Confirm{Week: begin.AddDate(0, 0, 7*p)})
	}
	return h
}

// sits is somebody who has just sat down: nothing was read in that session.
// TestAHalfYearIsTheSameReadAgain: what is kept from before says what a fresh look says, also after students went to other classes and have
// something in two of them, and one look at all says of each what a look at that one says.
func TestAHalfYearIsTheSameReadAgain(t *testing.T) {
	h := newHalfYear(t, 20)
	ctx := t.Context()
	type seen struct {
		matrix  learning.Matrix
		class   learning.Matrix
		hours   []*hours.Student
		sight   attention.List
		roster  meeting.Roster
		course  course.View
		student learning.Progress
	}
	read := func(s *model.Session) (out seen) {
		t.Helper()
		var errs [7]error
		out.matrix, errs[0] = hours.ReadMatrix(ctx, s, journal.ID{}, journal.ID{})
		out.class, errs[1] = hours.ReadMatrix(ctx, s, h.group, journal.ID{})
		out.hours, errs[2] = hours.ReadAll(ctx, s)
		out.sight, errs[3] = attention.Read(ctx, s, journal.ID{}, h.clock, h.today())
		out.roster, errs[4] = meeting.Read(ctx, s, meeting.Query{From: h.today().AddDate(0, -5, 0), To: h.today()})
		out.course, errs[5] = course.Read(ctx, s, h.course)
		out.student, errs[6] = hours.ReadProgress(ctx, s, h.student, journal.ID{})
		for _, err := range errs {
			if err != nil {
				t.Fatal(err)
			}
		}
		return out
	}
	same := func(when string, kept, fresh seen) {
		t.Helper()
		if !reflect.DeepEqual(kept, fresh) {
			t.Errorf("%s: what was kept says something else than a fresh look", when)
		}
	}
	sits := h.sits(t)
	before := read(sits)
	same("as it was", read(sits), read(h.sits(t)))
	for _, n := range []int{3, 7, 11} { // they go to another class, and have something in both
		p := before.hours[n].Person
		p.Groups = []journal.ID{h.group}
		for _, a := range []model.Action{model.EditPerson{Person: p}, ledger.WriteHours{Student: p.ID, Own: ledger.Own{Day: h.today(), Minutes: 45, What: "nieuw"}},
			learning.AddEvidence{Student: p.ID, Cleaned: true, Evidence: learning.Evidence{Kind: learning.EvidenceObservation, Title: "nieuw", Day: h.today(), Minutes: 30}}} {
			if _, err := sits.DoQuietly(ctx, a); err != nil {
				t.Fatal(err)
			}
		}
	}
	after := read(sits)
	same("after a move", after, read(h.sits(t)))
	for n, one := range after.hours {
		alone, err := hours.Read(ctx, h.sits(t), one.Person.ID)
		if err != nil {
			t.Fatal(err)
		}
		more := 0
		if n == 3 || n == 7 || n == 11 {
			more = 75
		}
		if !reflect.DeepEqual(alone, one) || one.Minutes != before.hours[n].Minutes+more || one.Minutes < 7000 {
			t.Errorf("%s: %d minutes among all, %d alone, %d before", one.Person.Name, one.Minutes, alone.Minutes, before.hours[n].Minutes)
		}
	}
	next, err := sits.Switch(ctx, after.hours[1].Person.ID) // who sits down next sees nothing more for it
	if err != nil {
		t.Fatal(err)
	}
	if all, err := hours.ReadAll(ctx, next); err != nil || len(all) != 1 || all[0].Person.ID != next.Me().ID {
		t.Error(len(all), err)
	}
	if _, err := hours.ReadProgress(ctx, next, h.student, journal.ID{}); fault.KindOf(err) != fault.Refused {
		t.Error("a fellow student's page is open:", err)
	}
}

func (h *halfYear) sits(b testing.TB) *model.Session { return session(b, h.store, h.lead) }

// BenchmarkHalfYear is what is waited for where 400 students have half a year behind them: each page when it is opened for the first time by
// whoever just began (first), when it is opened again (again), and by the next who sits down there (seat).
func BenchmarkHalfYear(b *testing.B) {
	h := newHalfYear(b, 400)
	ctx := context.Background()
	for _, page := range []struct {
		name string
		open func(*model.Session) (int, error)
		want int
	}{
		{"matrix", func(s *model.Session) (int, error) {
			m, err := hours.ReadMatrix(ctx, s, journal.ID{}, journal.ID{})
			return len(m.Rows), err
		}, 400},
		{"class", func(s *model.Session) (int, error) {
			m, err := hours.ReadMatrix(ctx, s, h.group, journal.ID{})
			return len(m.Rows), err
		}, 25},
		{"student", func(s *model.Session) (int, error) {
			p, err := hours.ReadProgress(ctx, s, h.student, journal.ID{})
			return len(p.Evidence), err
		}, 20},
		{"roster", func(s *model.Session) (int, error) {
			r, err := meeting.Read(ctx, s, meeting.Query{From: h.today().AddDate(0, -5, 0), To: h.today().AddDate(0, 1, 0)})
			return min(len(r.Rows), 20), err
		}, 20},
		{"hours", func(s *model.Session) (int, error) {
			all, err := hours.ReadAll(ctx, s)
			return len(all), err
		}, 400},
		{"sight", func(s *model.Session) (int, error) {
			l, err := attention.Read(ctx, s, journal.ID{}, h.clock, h.today())
			return l.Looked, err
		}, 400},
		{"courses", func(s *model.Session) (int, error) {
			all, err := course.List(ctx, s)
			return len(all), err
		}, 2},
		{"course", func(s *model.Session) (int, error) {
			v, err := course.Read(ctx, s, h.course)
			return len(v.People), err
		}, 400},
	} {
		open := func(b *testing.B, s *model.Session) {
			b.Helper()
			if n, err := page.open(s); err != nil || n != page.want {
				b.Fatal(err, n)
			}
		}
		b.Run(page.name+"/first", func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				s := h.sits(b)
				b.StartTimer()
				open(b, s)
			}
		})
		b.Run(page.name+"/again", func(b *testing.B) {
			s := h.sits(b)
			open(b, s)
			b.ResetTimer()
			for b.Loop() {
				open(b, s)
			}
		})
		b.Run(page.name+"/seat", func(b *testing.B) { // somebody sat here before, and looked at the same
			s := h.sits(b)
			open(b, s)
			for b.Loop() {
				b.StopTimer()
				next, err := s.Switch(ctx, h.lead)
				if err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				open(b, next)
			}
		})
	}
}

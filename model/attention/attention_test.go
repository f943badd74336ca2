package attention_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/attention"
	"leerbalie/model/fault"
	"leerbalie/model/free"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/ledger"
	"leerbalie/model/memory"
	"leerbalie/model/pairs"
)

var today = time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)

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

// class is a group on a list of three parts, with its teacher, a teacher of another one, and who leads.
type class struct {
	t                        testing.TB
	store                    *memory.Store
	clock                    time.Time
	boss, theo, other, petra journal.ID
	group, second            journal.ID
	site                     journal.ID
	list                     competence.Framework
}

func open(t testing.TB) *class {
	t.Helper()
	c := &class{t: t, clock: today.AddDate(-1, 0, 0).Add(9 * time.Hour)}
	c.store = memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K1", Random: rand.New(rand.NewSource(1)), Now: func() time.Time { c.clock = c.clock.Add(time.Millisecond); return c.clock }})
	me, err := model.Found(t.Context(), c.store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	if err != nil {
		t.Fatal(err)
	}
	c.boss = me
	s := c.as(me)
	c.site = s.Site()
	c.list = competence.Framework{ID: competence.FrameworkID("drie"), Key: "drie", Title: "Drie", Scales: []competence.Scale{competence.BuiltinScale()}}
	for _, code := range []string{"W1", "W2", "W3"} {
		c.list.Nodes = append(c.list.Nodes, competence.Node{ID: competence.NodeID("drie", code), Code: code, Title: "Deel " + code})
	}
	list := c.do(me, learning.SaveFramework{Framework: c.list})
	c.group = c.do(me, model.AddGroup{Group: model.Group{Name: "3A", Site: c.site}})
	c.second = c.do(me, model.AddGroup{Group: model.Group{Name: "3B", Site: c.site}})
	c.do(me, learning.SetGroupFrameworks{Group: c.group, Frameworks: []journal.ID{list}})
	c.theo = c.do(me, model.AddPerson{Person: model.Person{Name: "Theo", Roles: []model.Role{model.RoleTeacher}, Site: c.site, Groups: []journal.ID{c.group}}})
	c.other = c.do(me, model.AddPerson{Person: model.Person{Name: "Tine", Roles: []model.Role{model.RoleTeacher}, Site: c.site, Groups: []journal.ID{c.second}}})
	c.petra = c.do(me, model.AddPerson{Person: model.Person{Name: "Petra", Roles: []model.Role{model.RoleSupervisor}, Site: c.site}})
	c.do(me, model.EditSite{Site: model.Site{ID: c.site, Name: "Zuidwest", Zone: "Europe/Amsterdam", Themes: model.Codes{{Code: "poverty"}, {Code: "digital"}}}})
	return c
}

func (c *class) as(who journal.ID) *model.Session {
	c.t.Helper()
	s, err := model.Enter(c.t.Context(), c.store, who)
	if err != nil {
		c.t.Fatal(err)
	}
	return s
}

func (c *class) do(who journal.ID, a model.Action) journal.ID {
	c.t.Helper()
	r, err := c.as(who).Do(c.t.Context(), a)
	if err != nil {
		c.t.Fatalf("%s: %v", a.Name(), err)
	}
	return r.Entity
}

// student is somebody who began eight weeks ago and has thirty to go.
func (c *class) student(name string, alter func(*model.Study)) journal.ID {
	study := model.Study{Start: today.AddDate(0, 0, -56), End: today.AddDate(0, 0, 210)}
	if alter != nil {
		alter(&study)
	}
	c.clock = today.Add(10 * time.Hour)
	return c.do(c.boss, model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{model.RoleStudent}, Site: c.site, Groups: []journal.ID{c.group}, Supervisor: c.petra, Study: study}})
}

// work is a piece on a part, so many days ago, judged so many days after today's day with a level; -1: not judged.
func (c *class) work(of journal.ID, days, level, minutes int, theme string, codes ...string) {
	c.t.Helper()
	e := learning.Evidence{Kind: learning.EvidenceProject, Title: "Werkstuk", Day: today.AddDate(0, 0, -days), Minutes: minutes, Theme: theme}
	for _, code := range codes {
		e.Nodes = append(e.Nodes, competence.NodeID("drie", code))
	}
	id := c.do(of, learning.AddEvidence{Evidence: e, Cleaned: true})
	if level < 0 {
		return
	}
	var given []learning.Given
	for _, n := range e.Nodes {
		given = append(given, learning.Given{Node: n, Level: level})
	}
	for _, e := range c.pieces(of) {
		if e.Day.Equal(today.AddDate(0, 0, -days)) && len(e.Assessments) == 0 {
			id = e.ID
		}
	}
	c.do(c.theo, learning.Assess{Student: of, Evidence: id, Given: given, Reason: "nog niet"})
}

func (c *class) pieces(of journal.ID) []learning.Evidence {
	p, err := learning.ReadProgress(c.t.Context(), c.as(of), of, journal.ID{})
	if err != nil {
		c.t.Fatal(err)
	}
	return p.Evidence
}

func (c *class) came(of journal.ID, states ...ledger.State) {
	for i, s := range states {
		c.do(c.theo, note{of, ledger.Presence{Of: journal.ID{7}, Day: today.AddDate(0, 0, -7*(len(states)-i)), State: s, Minutes: 60}})
	}
}

func (c *class) read(who journal.ID) attention.List {
	c.t.Helper()
	l, err := attention.Read(c.t.Context(), c.as(who), c.group, today.Add(12*time.Hour), today)
	if err != nil {
		c.t.Fatal(err)
	}
	return l
}

// said is the reasons of a student, short: sort, since, weeks, so many of so many, and of what.
func (c *class) said(name string) string {
	for _, s := range c.read(c.theo).Students {
		if s.Name != name {
			continue
		}
		var out []string
		for _, r := range s.Reasons {
			line := fmt.Sprintf("%s %s %dw %d/%d", r.Sort, r.Since.Format("01-02"), r.Weeks, r.N, r.Of)
			for _, n := range r.Nodes {
				line += " " + n.Code
			}
			out = append(out, strings.TrimSpace(line+" "+strings.Join(r.Themes, " ")))
		}
		return strings.Join(out, "; ")
	}
	return ""
}

// TestWhy: each reason, a day before its threshold and on it.
func TestWhy(t *testing.T) {
	for _, c := range []struct {
		name, want string
		with       func(c *class) journal.ID
	}{
		{"nothing to say", "", func(c *class) journal.ID {
			of := c.student("Ali", nil)
			c.work(of, 20, 2, 60, "", "W1")
			return of
		}},
		{"no new work", "stuck 02-09 3w 0/0", func(c *class) journal.ID {
			of := c.student("Ali", nil)
			c.work(of, 21, 2, 60, "", "W1")
			return of
		}},
		{"none since the beginning", "stuck 01-05 8w 0/0", func(c *class) journal.ID { return c.student("Ali", nil) }},
		{"not enough, and tried again", "", func(c *class) journal.ID {
			of := c.student("Ali", nil)
			c.work(of, 40, 0, 60, "", "W1")
			c.work(of, 20, -1, 60, "", "W1")
			return of
		}},
		{"not enough, four weeks ago", "gap 02-02 4w 1/3 W1", func(c *class) journal.ID {
			of := c.student("Ali", nil)
			c.work(of, 28, 0, 60, "", "W1")
			c.work(of, 1, 2, 60, "", "W2")
			return of
		}},
		{"waits for a judgement", "unjudged 02-09 3w 1/0", func(c *class) journal.ID {
			of := c.student("Ali", nil)
			c.work(of, 21, -1, 60, "", "W1")
			c.work(of, 1, 2, 60, "", "W2")
			return of
		}},
		{"no evidence, eight weeks before the end", "without 03-02 8w 2/3 W2 W3", func(c *class) journal.ID {
			of := c.student("Ali", func(s *model.Study) { s.Start, s.End = today.AddDate(0, 0, -50), today.AddDate(0, 0, 56) })
			c.work(of, 1, 2, 60, "", "W1")
			return of
		}},
		{"the same a day earlier", "", func(c *class) journal.ID {
			of := c.student("Ali", func(s *model.Study) { s.Start, s.End = today.AddDate(0, 0, -50), today.AddDate(0, 0, 57) })
			c.work(of, 1, 2, 60, "", "W1")
			return of
		}},
		{"few hours", "hours 01-26 4w 6000/19920", func(c *class) journal.ID {
			of := c.student("Ali", func(s *model.Study) {
				s.Start, s.End, s.NormHours = today.AddDate(0, 0, -56), today.AddDate(0, 0, 14), 332
			})
			for range 5 {
				c.work(of, 1, 2, 1200, "poverty", "W1", "W2", "W3")
			}
			c.work(of, 1, 2, 0, "digital", "W1")
			return of
		}},
		{"few hours, and free days to come", "hours 01-01 3w 3600/6000", func(c *class) journal.ID { // no day: an even pace came so far on a day that is yet to come
			c.do(c.boss, free.Add{Days: free.Stretch{Name: "Vakantie", From: today.AddDate(0, 0, 1), To: today.AddDate(0, 0, 60)}})
			of := c.student("Ali", func(s *model.Study) {
				s.Start, s.End, s.NormHours = today.AddDate(0, 0, -70), today.AddDate(0, 0, 70), 100
			})
			for range 3 {
				c.work(of, 1, 2, 1200, "poverty", "W1", "W2", "W3")
			}
			c.work(of, 1, 2, 0, "digital", "W1")
			return of
		}},
		{"twice in a row", "absent 02-09 0w 2/0", func(c *class) journal.ID {
			of := c.student("Ali", nil)
			c.work(of, 1, 2, 60, "", "W1")
			c.came(of, ledger.Present, ledger.Present, ledger.Present, ledger.Present, ledger.Present, ledger.Absent, ledger.Excused, ledger.Absent)
			return of
		}},
		{"one in three", "absent 02-09 0w 1/3", func(c *class) journal.ID {
			of := c.student("Ali", nil)
			c.work(of, 1, 2, 60, "", "W1")
			c.came(of, ledger.Absent, ledger.Present, ledger.Present)
			return of
		}},
		{"one of two, and one of four", "", func(c *class) journal.ID {
			of := c.student("Ali", nil)
			c.work(of, 1, 2, 60, "", "W1")
			c.came(of, ledger.Absent, ledger.Present, ledger.Present, ledger.Present)
			two := c.student("Bea", nil)
			c.came(two, ledger.Absent, ledger.Present)
			return of
		}},
		{"a theme, halfway", "not-theme 03-01 0w 1/2 digital", func(c *class) journal.ID {
			of := c.student("Ali", func(s *model.Study) { s.Start, s.End = today.AddDate(0, 0, -61), today.AddDate(0, 0, 60) })
			c.work(of, 1, 2, 60, "poverty", "W1")
			return of
		}},
		{"a theme, before that", "", func(c *class) journal.ID {
			of := c.student("Ali", func(s *model.Study) { s.Start, s.End = today.AddDate(0, 0, -60), today.AddDate(0, 0, 61) })
			c.work(of, 1, 2, 60, "poverty", "W1")
			return of
		}},
		{"done, away, or to come", "", func(c *class) journal.ID {
			c.student("Ali", func(s *model.Study) { s.End = today.AddDate(0, 0, -1) })
			c.student("Bea", func(s *model.Study) { s.Start = today.AddDate(0, 0, 1) })
			c.do(c.boss, pairs.StartTimeOut{Person: c.student("Cas", nil), Reason: "ziek"})
			if l := c.read(c.theo); l.Looked != 0 || len(l.Students) != 0 {
				c.t.Errorf("looked at %d: %+v", l.Looked, l.Students)
			}
			return journal.ID{}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			class := open(t)
			c.with(class)
			if got := class.said("Ali"); got != c.want {
				t.Errorf("%q, not %q", got, c.want)
			}
		})
	}
}

// TestNoContact: a check-in that should have been more than a week ago is told of both of a pair, and not while one of them has a time-out.
func TestNoContact(t *testing.T) {
	c := open(t)
	ali, bea := c.student("Ali", nil), c.student("Bea", nil)
	c.work(ali, 1, 2, 60, "", "W1")
	c.work(bea, 1, 2, 60, "", "W1")
	c.clock = today.AddDate(0, 0, -40)
	c.do(c.boss, pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{ali, bea}}}})
	c.clock = today.Add(10 * time.Hour)
	said := c.said("Ali")
	if !strings.HasPrefix(said, "contact ") || c.said("Bea") != said {
		t.Fatalf("%q and %q", said, c.said("Bea"))
	}
	c.do(c.boss, pairs.StartTimeOut{Person: bea, Reason: "ziek"})
	if got := c.said("Ali"); got != "" {
		t.Errorf("while the other is away: %q", got)
	}
}

// TestWhoMayLook: the teacher of the group, the supervisor and a coordinator; not the students, nor another teacher.
func TestWhoMayLook(t *testing.T) {
	c := open(t)
	of := c.student("Ali", nil)
	for who, want := range map[journal.ID]string{c.boss: "", c.theo: "", c.petra: "", c.other: "group-closed", of: "attention-closed"} {
		_, err := attention.Read(t.Context(), c.as(who), c.group, today, today)
		_, err2 := attention.ReadWithout(t.Context(), c.as(who), c.group, "W1", 40, today)
		for _, err := range []error{err, err2} {
			if f, _ := err.(*fault.Error); want == "" && err != nil || want != "" && (f == nil || f.Msg != want || f.Kind != fault.Refused) {
				t.Errorf("%s: %v, not %q", c.as(who).Me().Name, err, want)
			}
		}
	}
	if l, err := attention.Read(t.Context(), c.as(c.other), journal.ID{}, today, today); err != nil || l.Looked != 0 {
		t.Errorf("another teacher looks at %d, %v", l.Looked, err)
	}
}

// TestWorstFirst: most reasons first, of as many the one that began first; what somebody adds is seen at once by a session that looked before.
func TestWorstFirst(t *testing.T) {
	c := open(t)
	one := c.student("Ali", nil)
	c.work(one, 22, 2, 60, "", "W1")
	c.work(c.student("Bea", nil), 30, 2, 60, "", "W1")
	many := c.student("Cas", nil)
	c.work(many, 29, 0, 60, "", "W1")
	c.came(many, ledger.Absent, ledger.Absent)
	s := c.as(c.theo)
	names := func() (out string) {
		l, err := attention.Read(t.Context(), s, c.group, today, today)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range l.Students {
			out += fmt.Sprint(s.Name, len(s.Reasons), " ")
		}
		return out
	}
	if got := names(); got != "Cas3 Bea1 Ali1 " {
		t.Error(got)
	}
	c.work(one, 1, 2, 60, "", "W2")
	if got := names(); got != "Cas3 Bea1 " {
		t.Errorf("after new work: %s", got)
	}
}

// TestWithout: who has no evidence for a part, some weeks before the end, by its code or title; who has an end that nobody knows is counted.
func TestWithout(t *testing.T) {
	c := open(t)
	soon := func(days int) func(*model.Study) {
		return func(s *model.Study) { s.End = today.AddDate(0, 0, days) }
	}
	c.work(c.student("Ali", soon(28)), 1, 2, 60, "", "W1")
	c.work(c.student("Bea", soon(27)), 1, 2, 60, "", "W2")
	c.student("Cas", soon(29))
	c.student("Dee", func(s *model.Study) { s.End = time.Time{} })
	c.student("Eva", soon(0))
	for _, node := range []string{"W2", "w2", "deel w2", competence.NodeID("drie", "W2").String()} {
		l, err := attention.ReadWithout(t.Context(), c.as(c.theo), c.group, node, 4, today)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, s := range l.Students {
			got += fmt.Sprint(s.Student.Name, s.Left, s.Node.Code, " ")
		}
		if got != "Ali4W2 Eva0W2 " || l.Looked != 3 || l.NoEnd != 1 {
			t.Errorf("%s: %s, looked at %d, %d without an end", node, got, l.Looked, l.NoEnd)
		}
	}
	if _, err := attention.ReadWithout(t.Context(), c.as(c.theo), c.group, "W9", 4, today); fault.KindOf(err) != fault.NotFound {
		t.Error(err)
	}
}

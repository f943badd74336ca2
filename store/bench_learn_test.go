package store_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/loop"
	"leerbalie/model/pairs"
	"leerbalie/store"
)

// class is a store with a class of students on a framework of sixty nodes, each with some evidence that two teachers judged,
// and one student with much of it.
type class struct {
	store   *store.Store
	sam     *model.Session
	teacher *model.Session
	group   journal.ID
	much    journal.ID
	last    journal.ID // a piece of evidence that waits
	leaf    journal.ID
}

func sixty() competence.Framework {
	f := competence.Framework{ID: competence.FrameworkID("sixty"), Key: "sixty", Title: "Zestig", Scales: []competence.Scale{competence.BuiltinScale()}}
	for i := range 12 {
		parent := competence.Node{ID: competence.NodeID("sixty", fmt.Sprint(i)), Key: fmt.Sprint(i), Title: fmt.Sprintf("Competentie %d", i)}
		f.Nodes = append(f.Nodes, parent)
		for j := range 4 {
			key := fmt.Sprintf("%d.%d", i, j)
			f.Nodes = append(f.Nodes, competence.Node{ID: competence.NodeID("sixty", key), Parent: parent.ID, Key: key, Title: "Indicator " + key})
		}
	}
	return f
}

func newClass(b testing.TB, students, pieces, much int) class {
	b.Helper()
	ctx := context.Background()
	path := filepath.Join(b.TempDir(), "class.db")
	now := time.Now()
	if err := store.Create(path, now); err != nil {
		b.Fatal(err)
	}
	s := open(b, path)
	b.Cleanup(func() { _ = s.Close() })
	me, err := model.Found(ctx, s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	if err != nil {
		b.Fatal(err)
	}
	sam := session(b, s, me)
	do := func(session *model.Session, actions ...model.Action) model.Receipt {
		b.Helper()
		r, err := session.DoQuietly(ctx, actions...)
		if err != nil {
			b.Fatal(err)
		}
		return r
	}
	f := sixty()
	c := class{store: s, sam: sam, leaf: f.Nodes[1].ID}
	do(sam, learning.SaveFramework{Framework: f})
	c.group = do(sam, model.AddGroup{Group: model.Group{Name: "2B"}}).Entity
	do(sam, learning.SetGroupFrameworks{Group: c.group, Frameworks: []journal.ID{f.ID}})
	var teachers [2]*model.Session
	for i := range teachers {
		id := do(sam, model.AddPerson{Person: model.Person{Name: fmt.Sprint("Docent ", i), Roles: []model.Role{model.RoleTeacher}, Groups: []journal.ID{c.group}}}).Entity
		teachers[i] = session(b, s, id)
	}
	c.teacher = teachers[0]
	for n := range students {
		id := do(sam, model.AddPerson{Person: model.Person{Name: fmt.Sprint("Student ", n), Roles: []model.Role{model.RoleStudent}, Site: sam.Site(),
			Level: "hbo", Groups: []journal.ID{c.group}}}).Entity
		count := pieces
		if n == 0 {
			c.much, count = id, much
		}
		for p := range count {
			node := f.Nodes[5*((n+p)%12)]
			given := []learning.Given{{Node: f.Nodes[5*((n+p)%12)+1].ID, Level: p % 3}, {Node: f.Nodes[5*((n+p)%12)+2].ID, Level: (n + p) % 3}}
			r := do(teachers[0], learning.AddEvidence{Student: id, Cleaned: true, Evidence: learning.Evidence{Kind: learning.EvidenceObservation, Title: "gezien",
				Day: now.AddDate(0, 0, -p), Minutes: 60, Nodes: []journal.ID{node.ID}}})
			c.last = r.Created[len(r.Created)-1]
			if p < count-2 {
				do(teachers[0], learning.Assess{Student: id, Evidence: c.last, Given: given, Reason: "zo gezien"})
				do(teachers[1], learning.Assess{Student: id, Evidence: c.last, Given: given, Reason: "ook zo gezien"})
			}
		}
	}
	return c
}

// benchOffers works offers out for 200 waiting requests.
func (c class) benchOffers(b *testing.B) {
	ctx := context.Background()
	for i := range 200 {
		if _, err := c.sam.DoQuietly(ctx, desk.AddRequest{Request: desk.Request{Summary: "vraag", Theme: model.Themes()[i%11].Code}}); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("alone", func(b *testing.B) {
		for b.Loop() {
			c.offers(b)
		}
	})
	students, err := pairs.ReadStudents(ctx, c.sam)
	if err != nil {
		b.Fatal(err)
	}
	var buddies []pairs.NewPair
	for i := range 100 {
		buddies = append(buddies, pairs.NewPair{Members: []journal.ID{students[2*i].ID, students[2*i+1].ID}})
	}
	if _, err := c.sam.DoQuietly(ctx, pairs.PublishPairs{Pairs: buddies}); err != nil {
		b.Fatal(err)
	}
	b.Run("pairs", func(b *testing.B) { // 100 pairs, and 200 students who have no buddy
		for b.Loop() {
			c.offers(b)
		}
	})
	c.benchFresh(b, "seat", func() (*model.Session, error) { return c.sam.Switch(ctx, c.sam.Me().ID) }) // somebody else sat down
	// what is waited for once in a process: nothing has been worked out before
	c.benchFresh(b, "first", func() (*model.Session, error) { return model.Enter(ctx, c.store, c.sam.Me().ID) })
}

// benchFresh works offers out in sessions that have just begun.
func (c class) benchFresh(b *testing.B, name string, enter func() (*model.Session, error)) {
	b.Run(name, func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			fresh, err := enter()
			if err != nil {
				b.Fatal(err)
			}
			at := c
			at.sam = fresh
			b.StartTimer()
			at.offers(b)
		}
	})
}

func (c class) offers(b *testing.B) {
	b.Helper()
	o, err := loop.ReadOffers(context.Background(), c.sam, time.Now())
	if err != nil || len(o) != 200 {
		b.Fatal(err, len(o))
	}
}

func session(b testing.TB, s *store.Store, id journal.ID) *model.Session {
	b.Helper()
	session, err := model.Enter(context.Background(), s, id)
	if err != nil {
		b.Fatal(err)
	}
	return session
}

// BenchmarkLearning is what a teacher waits for: the matrix of 400 students and 60 nodes, one student with 500 pieces of
// evidence, the list of what waits, and one judgement.
func BenchmarkLearning(b *testing.B) {
	c := newClass(b, 400, 11, 500)
	ctx := context.Background()
	b.Run("matrix", func(b *testing.B) {
		for b.Loop() {
			m, err := hours.ReadMatrix(ctx, c.teacher, c.group, journal.ID{})
			if err != nil || len(m.Rows) != 400 || len(m.Columns) != 12 {
				b.Fatal(err, len(m.Rows))
			}
		}
	})
	b.Run("hours", func(b *testing.B) {
		for b.Loop() {
			all, err := hours.ReadAll(ctx, c.teacher)
			if err != nil || len(all) != 400 {
				b.Fatal(err, len(all))
			}
		}
	})
	b.Run("student", func(b *testing.B) {
		for b.Loop() {
			p, err := hours.ReadProgress(ctx, c.teacher, c.much, journal.ID{})
			if err != nil || len(p.Evidence) != 500 {
				b.Fatal(err, len(p.Evidence))
			}
		}
	})
	b.Run("waiting", func(b *testing.B) {
		for b.Loop() {
			w, err := learning.ReadWaiting(ctx, c.teacher)
			if err != nil || len(w) != 800 {
				b.Fatal(err, len(w))
			}
		}
	})
	b.Run("offers", c.benchOffers)
	b.Run("judge", func(b *testing.B) {
		w, err := learning.ReadWaiting(ctx, c.teacher)
		if err != nil {
			b.Fatal(err)
		}
		for i := 0; b.Loop(); i++ {
			of := w[i%len(w)]
			_, err := c.teacher.DoQuietly(ctx, learning.Assess{Student: of.Student.ID, Evidence: of.Evidence.ID, Given: []learning.Given{{Node: c.leaf, Level: 1}}})
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}

package store_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/store"
)

// class is a store with a class of students on a framework of sixty nodes, each with some evidence that two teachers judged,
// and one student with much of it.
type class struct {
	sam     *model.View
	teacher *model.View
	group   model.ID
	much    model.ID
	last    model.ID // a piece of evidence that waits
	leaf    model.ID
}

func sixty() model.Framework {
	f := model.Framework{ID: model.FrameworkID("sixty"), Key: "sixty", Title: "Zestig", Scales: []model.Scale{model.StartScale()}}
	for i := range 12 {
		parent := model.Node{ID: model.NodeID("sixty", fmt.Sprint(i)), Key: fmt.Sprint(i), Title: fmt.Sprintf("Competentie %d", i)}
		f.Nodes = append(f.Nodes, parent)
		for j := range 4 {
			key := fmt.Sprintf("%d.%d", i, j)
			f.Nodes = append(f.Nodes, model.Node{ID: model.NodeID("sixty", key), Parent: parent.ID, Key: key, Title: "Indicator " + key})
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
	do := func(v *model.View, actions ...model.Action) model.Receipt {
		b.Helper()
		r, err := v.DoQuietly(ctx, actions...)
		if err != nil {
			b.Fatal(err)
		}
		return r
	}
	f := sixty()
	c := class{sam: sam, leaf: f.Nodes[1].ID}
	do(sam, model.SaveFramework{Framework: f})
	c.group = do(sam, model.AddGroup{Group: model.Group{Name: "2B"}}).Entity
	do(sam, model.SetGroupFrameworks{Group: c.group, Frameworks: []model.ID{f.ID}})
	var teachers [2]*model.View
	for i := range teachers {
		id := do(sam, model.AddPerson{Person: model.Person{Name: fmt.Sprint("Docent ", i), Roles: []model.Role{model.RoleTeacher}, Groups: []model.ID{c.group}}}).Entity
		teachers[i] = session(b, s, id)
	}
	c.teacher = teachers[0]
	for n := range students {
		id := do(sam, model.AddPerson{Person: model.Person{Name: fmt.Sprint("Student ", n), Roles: []model.Role{model.RoleStudent}, Site: sam.Site(),
			Level: "hbo", Groups: []model.ID{c.group}}}).Entity
		count := pieces
		if n == 0 {
			c.much, count = id, much
		}
		for p := range count {
			node := f.Nodes[5*((n+p)%12)]
			given := []model.Given{{Node: f.Nodes[5*((n+p)%12)+1].ID, Level: p % 3}, {Node: f.Nodes[5*((n+p)%12)+2].ID, Level: (n + p) % 3}}
			r := do(teachers[0], model.AddEvidence{Student: id, Cleaned: true, Evidence: model.Evidence{Kind: model.EvidenceObservation, Title: "gezien",
				Day: now.AddDate(0, 0, -p), Minutes: 60, Nodes: []model.ID{node.ID}}})
			c.last = r.Created[len(r.Created)-1]
			if p < count-2 {
				do(teachers[0], model.Assess{Student: id, Evidence: c.last, Given: given, Reason: "zo gezien"})
				do(teachers[1], model.Assess{Student: id, Evidence: c.last, Given: given, Reason: "ook zo gezien"})
			}
		}
	}
	return c
}

// benchOffers works offers out for 200 waiting requests.
func (c class) benchOffers(b *testing.B) {
	ctx := context.Background()
	for i := range 200 {
		if _, err := c.sam.DoQuietly(ctx, model.AddRequest{Request: model.Request{Summary: "vraag", Theme: model.Themes()[i%11].Code}}); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("alone", func(b *testing.B) {
		for b.Loop() {
			c.offers(b)
		}
	})
	students, err := c.sam.Students(ctx)
	if err != nil {
		b.Fatal(err)
	}
	var pairs []model.NewPair
	for i := range 100 {
		pairs = append(pairs, model.NewPair{Members: []model.ID{students[2*i].ID, students[2*i+1].ID}})
	}
	if _, err := c.sam.DoQuietly(ctx, model.PublishPairs{Pairs: pairs}); err != nil {
		b.Fatal(err)
	}
	b.Run("pairs", func(b *testing.B) { // 100 pairs, and 200 students who have no buddy
		for b.Loop() {
			c.offers(b)
		}
	})
	b.Run("first", func(b *testing.B) { // what a session waits for once: nothing has been worked out before
		for b.Loop() {
			b.StopTimer()
			fresh := c
			if fresh.sam, err = c.sam.Switch(ctx, c.sam.Me().ID); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			fresh.offers(b)
		}
	})
}

func (c class) offers(b *testing.B) {
	b.Helper()
	o, err := c.sam.Offers(context.Background(), time.Now())
	if err != nil || len(o) != 200 {
		b.Fatal(err, len(o))
	}
}

func session(b testing.TB, s *store.Store, id model.ID) *model.View {
	b.Helper()
	v, err := model.Enter(context.Background(), s, id)
	if err != nil {
		b.Fatal(err)
	}
	return v
}

// BenchmarkLearning is what a teacher waits for: the matrix of 400 students and 60 nodes, one student with 500 pieces of
// evidence, the list of what waits, and one judgement.
func BenchmarkLearning(b *testing.B) {
	c := newClass(b, 400, 11, 500)
	ctx := context.Background()
	b.Run("matrix", func(b *testing.B) {
		for b.Loop() {
			m, err := c.teacher.Matrix(ctx, c.group, model.ID{})
			if err != nil || len(m.Rows) != 400 || len(m.Columns) != 12 {
				b.Fatal(err, len(m.Rows))
			}
		}
	})
	b.Run("student", func(b *testing.B) {
		for b.Loop() {
			p, err := c.teacher.Progress(ctx, c.much, model.ID{})
			if err != nil || len(p.Evidence) != 500 {
				b.Fatal(err, len(p.Evidence))
			}
		}
	})
	b.Run("waiting", func(b *testing.B) {
		for b.Loop() {
			w, err := c.teacher.Waits(ctx)
			if err != nil || len(w) != 800 {
				b.Fatal(err, len(w))
			}
		}
	})
	b.Run("offers", c.benchOffers)
	b.Run("judge", func(b *testing.B) {
		w, err := c.teacher.Waits(ctx)
		if err != nil {
			b.Fatal(err)
		}
		for i := 0; b.Loop(); i++ {
			of := w[i%len(w)]
			_, err := c.teacher.DoQuietly(ctx, model.Assess{Student: of.Student.ID, Evidence: of.Evidence.ID, Given: []model.Given{{Node: c.leaf, Level: 1}}})
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}

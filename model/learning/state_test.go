package learning

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// work is a piece of a day with judgements of the school, each by somebody, of one node, at a moment.
type work struct {
	day   int
	given []said
}

type said struct{ by, node, level, at int }

func stateAfter(f *competence.Framework, pieces []work, order func([]Assessment)) states {
	id := func(what string, n int) journal.ID { return competence.NodeID(what, fmt.Sprint(n)) }
	stamp := func(at int) journal.Stamp { return journal.Stamp{Time: journal.Logical(at), Seq: uint64(at)} }
	d := &Dossier{}
	for i, w := range pieces {
		e := Evidence{ID: id("piece", i), Mark: journal.Mark{Stamp: stamp(i)}, Day: time.Date(2026, 9, 1+w.day, 0, 0, 0, 0, time.UTC)}
		for _, s := range w.given {
			for j := range e.Assessments {
				e.Assessments[j].Latest = e.Assessments[j].Latest && e.Assessments[j].By != id("person", s.by)
			}
			e.Assessments = append(e.Assessments, Assessment{Mark: journal.Mark{Stamp: stamp(s.at), By: id("person", s.by), At: time.Unix(int64(s.at), 0)}, Evidence: e.ID,
				Framework: f.ID, As: AssessorSchool, Given: []Given{{f.Nodes[s.node].ID, s.level}}, Latest: true})
		}
		if order != nil {
			order(e.Assessments)
		}
		d.Evidence = append(d.Evidence, e)
	}
	return StateOf(f.Tree(), []*Dossier{d})
}

// TestTheLevelIsOfTheNewestWork: it does not go by who judged last, and of two who differ by the lowest.
func TestTheLevelIsOfTheNewestWork(t *testing.T) {
	f := grown(3, func(i int) int { return i - 1 }) // a chain: the last one is the leaf
	for _, c := range []struct {
		name     string
		pieces   []work
		level    int
		differs  bool
		evidence []int // of each node
	}{
		{"one judge", []work{{0, []said{{1, 2, 2, 5}}}}, 2, false, []int{1, 1, 1}},
		{"the second gives less", []work{{0, []said{{1, 2, 2, 5}, {2, 2, 0, 6}}}}, 0, true, []int{1, 1, 1}},
		{"the second gives more", []work{{0, []said{{1, 2, 0, 5}, {2, 2, 2, 6}}}}, 0, true, []int{1, 1, 1}},
		{"they agree after all", []work{{0, []said{{1, 2, 0, 5}, {2, 2, 2, 6}, {1, 2, 2, 7}}}}, 2, false, []int{1, 1, 1}},
		{"older work judged later", []work{{9, []said{{1, 2, 2, 5}}}, {1, []said{{1, 2, 0, 8}}}}, 2, false, []int{2, 2, 2}},
		{"newer work judged later", []work{{1, []said{{1, 2, 2, 5}}}, {9, []said{{2, 2, 0, 8}}}}, 0, false, []int{2, 2, 2}},
	} {
		s := stateAfter(&f, c.pieces, nil)
		leaf, _ := s.Of(f.Nodes[2].ID)
		if leaf.Level != c.level || leaf.Differs != c.differs || leaf.ByAssessor[3] != c.level {
			t.Errorf("%s: level %d, differs %v, want %d and %v", c.name, leaf.Level, leaf.Differs, c.level, c.differs)
		}
		for i, want := range c.evidence { // none of it points anywhere: what was judged is evidence of what it was judged on
			if got, _ := s.Of(f.Nodes[i].ID); got.Evidence != want || got.Open.All() != 0 {
				t.Errorf("%s: node %d has %d pieces, %+v open, want %d and none", c.name, i, got.Evidence, got.Open, want)
			}
		}
	}
}

// TestALevelDoesNotDependOnTheOrderOfArrival: judgements of a piece in any order give the same.
func TestALevelDoesNotDependOnTheOrderOfArrival(t *testing.T) {
	f := grown(4, func(i int) int { return -1 })
	rapid.Check(t, func(t *rapid.T) {
		at := 0
		pieces := make([]work, rapid.IntRange(1, 4).Draw(t, "pieces"))
		for i := range pieces {
			pieces[i].day = rapid.IntRange(0, 3).Draw(t, "day")
			for range rapid.IntRange(0, 4).Draw(t, "judgements") {
				at++
				pieces[i].given = append(pieces[i].given, said{rapid.IntRange(1, 3).Draw(t, "by"), rapid.IntRange(0, 3).Draw(t, "node"), rapid.IntRange(0, 2).Draw(t, "level"), at})
			}
		}
		a := stateAfter(&f, pieces, nil)
		b := stateAfter(&f, pieces, slices.Reverse[[]Assessment])
		for i := range a.list {
			if a.list[i].Level != b.list[i].Level {
				t.Fatalf("node %d: %d and %d", i, a.list[i].Level, b.list[i].Level)
			}
			for _, o := range a.list[i].School {
				if o.Level < a.list[i].Level {
					t.Fatalf("node %d: %d is said and %d counts", i, o.Level, a.list[i].Level)
				}
			}
		}
	})
}

// grown is a list of n parts that each stand below what above says, -1: nothing.
func grown(n int, above func(i int) int) competence.Framework {
	id := func(i int) journal.ID { return competence.NodeID("grown", fmt.Sprint(i)) }
	f := competence.Framework{ID: competence.FrameworkID("grown"), Key: "grown", Title: "Groot", Scales: []competence.Scale{competence.BuiltinScale()}, Nodes: make([]competence.Node, n)}
	for i := range f.Nodes {
		f.Nodes[i] = competence.Node{ID: id(i), Key: fmt.Sprint(i), Title: fmt.Sprint("Naam ", i)}
		if p := above(i); p >= 0 {
			f.Nodes[i].Parent = id(p)
		}
	}
	return f
}

// TestAStateOfALargeTree: where a step went over all parts for each part this would take minutes.
func TestAStateOfALargeTree(t *testing.T) {
	const n = 40_000
	for name, above := range map[string]func(i int) int{"flat": func(int) int { return -1 }, "chain": func(i int) int { return i - 1 }} {
		began := time.Now()
		f, d := grown(n, above), &Dossier{}
		for i := range 20 {
			d.Evidence = append(d.Evidence, Evidence{Nodes: []journal.ID{f.Nodes[n-1-i].ID}})
		}
		if s := StateOf(f.Tree(), []*Dossier{d}); len(s.list) != n || s.list[n-1].Evidence != 1 {
			t.Errorf("%s: %d states, the last with %d pieces", name, len(s.list), s.list[n-1].Evidence)
		}
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

package learning

import (
	"slices"
	"time"

	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/pairs"
)

// NodeState is how a student stands on one node, by the judgements that the session may see.
type NodeState struct {
	Level      int       // position on the node's scale, by the school's judgement of the newest work; -1: none. While its assessors differ the lowest counts
	School     []ByWhom  // who gave that level; on nodes that were judged themselves
	Partial    bool      // some indicators below it have no level yet
	Evidence   int       // pieces that point at it or at something below it, and those on which it was judged
	Open       Open      // of those, whoever reads
	Differs    bool      // two assessors of the school gave it different levels
	Last       time.Time // day of the newest piece
	ByAssessor [4]int    // the latest level by each of AssessorKinds, -1: none, the school's as in Level; on nodes that were judged themselves
	First      First     // the earliest piece; on nodes with evidence
	trend      []TrendPoint
}

// First is the piece of evidence with which there began to be any for a part.
type First struct {
	Day     time.Time
	Kind    EvidenceKind
	Offered pairs.Offered
}

// ByWhom is what one assessor of the school gave a node on the newest work on which it was judged.
type ByWhom struct {
	By    journal.ID
	At    time.Time
	Level int
}

// Lacks tells whether a node is not, or not wholly, enough yet.
func Lacks(f *competence.Framework, n competence.Node, s NodeState) bool {
	return s.Level < 0 || s.Partial || !f.ScaleOf(n).Enough(s.Level)
}

// TrendPoint is the level that a node had come to when the school judged it at a moment.
type TrendPoint struct {
	At    time.Time
	Level int
}

// Trend is how the level of a node went with every judgement of the school, the first first.
func (s NodeState) Trend() []TrendPoint { return s.trend }

// states is how a student stands on every node of a framework, in the order of its nodes.
type states struct {
	tree *competence.Tree
	list []NodeState
}

// Of is the state of a node; ok is false for one that the framework lacks.
func (s states) Of(id journal.ID) (*NodeState, bool) {
	i, ok := s.tree.At(id)
	if !ok {
		return nil, false
	}
	return &s.list[i], true
}

// byNode is the states by the ids of their nodes.
func (s states) byNode() map[journal.ID]NodeState {
	out := make(map[journal.ID]NodeState, len(s.list))
	for i, n := range s.tree.Framework.Nodes {
		out[n.ID] = s.list[i]
	}
	return out
}

// StateOf works out how a student stands on every node of a framework.
func StateOf(t *competence.Tree, dossiers []*Dossier) states {
	s := states{t, make([]NodeState, len(t.Framework.Nodes))}
	for i := range s.list {
		s.list[i].Level, s.list[i].ByAssessor = -1, [4]int{-1, -1, -1, -1}
	}
	var given []judgement
	var touched []int
	seen, round, first := make([]int, len(s.list)), 0, make([]*Evidence, len(s.list))
	for _, x := range dossiers {
		for i := range x.Evidence {
			e := &x.Evidence[i]
			round++
			touched = above(t, e.Nodes, seen, round, touched[:0])
			for j := range e.Assessments {
				a := &e.Assessments[j]
				if a.Framework != t.Framework.ID {
					continue
				}
				given = append(given, judgement{a, e})
				if a.As != AssessorSchool {
					continue
				}
				for _, g := range a.Given { // what it was judged on it is evidence of, whatever it pointed at
					touched = touch(t, g.Node, seen, round, touched)
				}
			}
			for _, n := range touched {
				at := &s.list[n]
				at.Evidence++
				if first[n] == nil || e.before(first[n]) {
					first[n], at.First = e, First{e.Day, e.Kind, e.Offered}
				}
				at.Open.Count(e)
				if e.Day.After(at.Last) {
					at.Last = e.Day
				}
			}
			s.differing(e.Assessments)
		}
	}
	slices.SortStableFunc(given, func(a, b judgement) int { return a.Stamp.Compare(b.Stamp) })
	newest := make([]*Evidence, len(s.list))
	for _, j := range given {
		s.give(j, newest)
	}
	s.rise(journal.ID{}, nil)
	return s
}

// judgement is one judgement with the work that it is about.
type judgement struct {
	*Assessment
	of *Evidence
}

// above are the places of the nodes that evidence points at, and of whatever stands above them, each once: those are
// marked in seen with the number of the round.
func above(t *competence.Tree, nodes []journal.ID, seen []int, round int, out []int) []int {
	for _, id := range nodes {
		out = touch(t, id, seen, round, out)
	}
	return out
}

// touch adds one node to what is touched, and what stands above it.
func touch(t *competence.Tree, id journal.ID, seen []int, round int, out []int) []int {
	i, ok := t.At(id)
	for ; ok && i >= 0 && seen[i] != round; i = t.Up(i) {
		seen[i] = round
		out = append(out, i)
	}
	return out
}

// give takes one judgement in, later ones after earlier ones. newest is the newest work on which the school judged each node: that
// is what its level goes by, and not who judged last.
func (s states) give(j judgement, newest []*Evidence) {
	part := slices.Index(AssessorKinds(), j.As)
	if part < 0 {
		return
	}
	for _, g := range j.Given {
		i, known := s.tree.At(g.Node)
		if !known || g.Level >= len(s.tree.Framework.ScaleOf(s.tree.Framework.Nodes[i]).Levels) {
			continue
		}
		at := &s.list[i]
		if j.As != AssessorSchool {
			at.ByAssessor[part] = g.Level
			continue
		}
		switch {
		case newest[i] == nil || newest[i].before(j.of):
			newest[i], at.School = j.of, at.School[:0]
		case newest[i] != j.of:
			continue
		}
		at.School = slices.DeleteFunc(at.School, func(o ByWhom) bool { return o.By == j.By })
		at.School = append(at.School, ByWhom{j.By, j.At, g.Level})
		at.Level = g.Level
		for _, o := range at.School {
			at.Level = min(at.Level, o.Level)
		}
		at.ByAssessor[part] = at.Level
		at.trend = append(at.trend, TrendPoint{j.At, at.Level})
	}
}

// before tells whether other work is newer: of a later day, or of the same day and written down later.
func (e *Evidence) before(other *Evidence) bool {
	if n := e.Day.Compare(other.Day); n != 0 {
		return n < 0
	}
	return e.Stamp.Compare(other.Stamp) < 0
}

// differing marks nodes that two assessors of the school judged differently on the same evidence.
func (s states) differing(as []Assessment) {
	counts := func(a *Assessment) bool {
		return a.As == AssessorSchool && a.Latest && a.Framework == s.tree.Framework.ID
	}
	for j := range as {
		if !counts(&as[j]) {
			continue
		}
		for k := j + 1; k < len(as); k++ {
			if !counts(&as[k]) || as[k].By == as[j].By {
				continue
			}
			for _, g := range as[j].Given {
				if l, ok := as[k].Level(g.Node); ok && l != g.Level {
					if at, known := s.Of(g.Node); known {
						at.Differs = true
					}
				}
			}
		}
	}
}

// rise gives nodes above indicators the lowest level below them: every criterion has to be enough. One that was judged
// itself keeps that, and so does one whose indicators are on several scales.
func (s states) rise(id journal.ID, at *NodeState) {
	lowest, scale, mixed := -1, -1, false
	partial, differs := false, false
	for _, i := range s.tree.Below(id) {
		n, c := &s.tree.Framework.Nodes[i], &s.list[i]
		if len(s.tree.Below(n.ID)) > 0 {
			s.rise(n.ID, c)
		}
		differs = differs || c.Differs
		if c.Level < 0 {
			partial = true
			continue
		}
		partial = partial || c.Partial
		mixed = mixed || scale >= 0 && scale != n.Scale
		scale = n.Scale
		if lowest < 0 || c.Level < lowest {
			lowest = c.Level
		}
	}
	if at == nil {
		return
	}
	at.Differs = at.Differs || differs
	if at.Level < 0 && !mixed && (scale < 0 || scale == s.tree.Node(id).Scale) {
		at.Level, at.Partial = lowest, partial
	}
}

package learning

import (
	"slices"
	"time"

	"leerbalie/model/journal"
)

// NodeState is how a student stands on one node, by the judgements that the session may see.
type NodeState struct {
	Level      int       // position on the node's scale by the school's latest judgement; -1: none
	Partial    bool      // some indicators below it have no level yet
	Evidence   int       // pieces that point at it or at something below it
	Open       int       // of those, not judged by the school yet
	Differs    bool      // two assessors of the school gave it different levels
	Last       time.Time // day of the newest piece
	ByAssessor [4]int    // the latest level by each of AssessorKinds, -1: none; on indicators only
	trend      []TrendPoint
}

// TrendPoint is a level that the school gave at a moment.
type TrendPoint struct {
	At    time.Time
	Level int
}

// Trend is every level that the school gave an indicator, the first first.
func (s NodeState) Trend() []TrendPoint { return s.trend }

// states is how a student stands on every node of a framework, in the order of its nodes.
type states struct {
	tree *Tree
	list []NodeState
}

// Of is the state of a node; ok is false for one that the framework lacks.
func (s states) Of(id journal.ID) (*NodeState, bool) {
	i, ok := s.tree.index[id]
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
func StateOf(t *Tree, dossiers []*Dossier) states {
	s := states{t, make([]NodeState, len(t.Framework.Nodes))}
	for i := range s.list {
		s.list[i].Level, s.list[i].ByAssessor = -1, [4]int{-1, -1, -1, -1}
	}
	var given []*Assessment
	var touched []int
	seen, round := make([]int, len(s.list)), 0
	for _, x := range dossiers {
		for i := range x.Evidence {
			e := &x.Evidence[i]
			round++
			touched = t.touched(e.Nodes, seen, round, touched[:0])
			judged := false
			for j := range e.Assessments {
				a := &e.Assessments[j]
				if a.Framework == t.Framework.ID {
					given = append(given, a)
					judged = judged || a.As == AssessorSchool
				}
			}
			for _, n := range touched {
				at := &s.list[n]
				at.Evidence++
				if !judged {
					at.Open++
				}
				if e.Day.After(at.Last) {
					at.Last = e.Day
				}
			}
			s.differing(e.Assessments)
		}
	}
	slices.SortStableFunc(given, func(a, b *Assessment) int { return a.Stamp.Compare(b.Stamp) })
	for _, a := range given {
		s.give(a)
	}
	s.rise(journal.ID{}, nil)
	return s
}

// touched are the places of the nodes that evidence points at, and of whatever stands above them, each once: those are
// marked in seen with the number of the round.
func (t *Tree) touched(nodes []journal.ID, seen []int, round int, out []int) []int {
	for _, id := range nodes {
		i, ok := t.index[id]
		for ; ok && i >= 0 && seen[i] != round; i = t.up[i] {
			seen[i] = round
			out = append(out, i)
		}
	}
	return out
}

// give takes one judgement in, later ones after earlier ones.
func (s states) give(a *Assessment) {
	part := slices.Index(AssessorKinds(), a.As)
	if part < 0 {
		return
	}
	for _, g := range a.Given {
		at, known := s.Of(g.Node)
		if !known || g.Level >= len(s.tree.Framework.ScaleOf(s.tree.Node(g.Node)).Levels) {
			continue
		}
		at.ByAssessor[part] = g.Level
		if a.As == AssessorSchool {
			at.Level = g.Level
			at.trend = append(at.trend, TrendPoint{a.At, g.Level})
		}
	}
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
	for _, i := range s.tree.children[id] {
		n, c := &s.tree.Framework.Nodes[i], &s.list[i]
		if len(s.tree.children[n.ID]) > 0 {
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

package model

import (
	"slices"
	"time"
)

// NodeState is how a student stands on one node, by the judgements that the session may see.
type NodeState struct {
	Level    int       // position on the node's scale by the school's latest judgement; -1: none
	Partial  bool      // some indicators below it have no level yet
	Evidence int       // pieces that point at it or at something below it
	Open     int       // of those, not judged by the school yet
	Differs  bool      // two assessors of the school gave it different levels
	Last     time.Time // day of the newest piece
	Parts    [4]int    // the latest level by each of Bys, -1: none; on indicators only
	trend    []trendPoint
}

// trendPoint is a level that the school gave at a moment.
type trendPoint struct {
	at    time.Time
	level int
}

// stateOf works out how a student stands on every node of a framework.
func stateOf(t *Tree, dossiers []*Dossier) map[ID]NodeState {
	state := make(map[ID]NodeState, len(t.Framework.Nodes))
	for _, n := range t.Framework.Nodes {
		state[n.ID] = NodeState{Level: -1, Parts: [4]int{-1, -1, -1, -1}}
	}
	var given []*Assessment
	var touched []ID
	for _, x := range dossiers {
		for i := range x.Evidence {
			e := &x.Evidence[i]
			touched = touched[:0]
			for _, id := range e.Nodes { // and whatever stands above them, once
				for n := t.Node(id); !n.ID.IsZero() && !slices.Contains(touched, n.ID); n = t.Node(n.Parent) {
					touched = append(touched, n.ID)
				}
			}
			judged := false
			for j := range e.Assessments {
				a := &e.Assessments[j]
				if a.Framework == t.Framework.ID {
					given = append(given, a)
					judged = judged || a.Part == BySchool
				}
			}
			for _, id := range touched {
				s := state[id]
				s.Evidence++
				if !judged {
					s.Open++
				}
				if e.Day.After(s.Last) {
					s.Last = e.Day
				}
				state[id] = s
			}
		}
	}
	slices.SortStableFunc(given, func(a, b *Assessment) int { return a.Stamp.Compare(b.Stamp) })
	for _, a := range given {
		part := slices.Index(Bys(), a.Part)
		if part < 0 {
			continue
		}
		for _, g := range a.Given {
			s, known := state[g.Node]
			if !known || g.Level >= len(t.Framework.ScaleOf(t.Node(g.Node)).Levels) {
				continue
			}
			s.Parts[part] = g.Level
			if a.Part == BySchool {
				s.Level = g.Level
				s.trend = append(s.trend, trendPoint{a.At, g.Level})
			}
			state[g.Node] = s
		}
	}
	differing(dossiers, t.Framework.ID, state)
	t.rise(ID{}, state)
	return state
}

// differing marks nodes that two assessors of the school judged differently on the same evidence.
func differing(dossiers []*Dossier, framework ID, state map[ID]NodeState) {
	for _, x := range dossiers {
		for i := range x.Evidence {
			as := x.Evidence[i].Assessments
			for j := range as {
				if as[j].Part != BySchool || !as[j].Latest || as[j].Framework != framework {
					continue
				}
				for k := j + 1; k < len(as); k++ {
					if as[k].Part != BySchool || !as[k].Latest || as[k].By == as[j].By || as[k].Framework != framework {
						continue
					}
					for _, g := range as[j].Given {
						if l, ok := as[k].Level(g.Node); ok && l != g.Level {
							s := state[g.Node]
							s.Differs = true
							state[g.Node] = s
						}
					}
				}
			}
		}
	}
}

// rise gives nodes above indicators the lowest level below them: every criterion has to be enough. One that was judged
// itself keeps that.
func (t *Tree) rise(id ID, state map[ID]NodeState) {
	children := t.children[id]
	for _, i := range children {
		t.rise(t.Framework.Nodes[i].ID, state)
	}
	s, known := state[id]
	if !known || len(children) == 0 {
		return
	}
	lowest, scale, mixed := -1, -1, false
	for _, i := range children {
		n := t.Framework.Nodes[i]
		c := state[n.ID]
		s.Differs = s.Differs || c.Differs
		if c.Level < 0 {
			s.Partial = true
			continue
		}
		s.Partial = s.Partial || c.Partial
		mixed = mixed || scale >= 0 && scale != n.Scale
		scale = n.Scale
		if lowest < 0 || c.Level < lowest {
			lowest = c.Level
		}
	}
	if s.Level < 0 && !mixed && (scale < 0 || scale == t.Node(id).Scale) {
		s.Level = lowest
	} else {
		s.Partial = false
	}
	state[id] = s
}

package learning

import (
	"slices"
	"time"

	"leerbalie/model/days"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// GrowthPoint is how far a student had come at the end of a month: how many indicators had a level, and how many a level
// that is enough.
type GrowthPoint struct {
	Month          time.Time // its first day, UTC
	Judged, Enough int
}

// growth follows the school's judgements of indicators month by month in a zone, from the first one on.
func growth(t *competence.Tree, state map[journal.ID]NodeState, zone *time.Location) (out []GrowthPoint) {
	type step struct {
		at    time.Time
		node  journal.ID
		level int
	}
	var steps []step
	for _, n := range t.Framework.Nodes {
		if t.Leaf(n.ID) {
			for _, p := range state[n.ID].trend {
				steps = append(steps, step{p.At, n.ID, p.Level})
			}
		}
	}
	slices.SortStableFunc(steps, func(a, b step) int { return a.at.Compare(b.at) })
	now := map[journal.ID]int{}
	for _, s := range steps {
		day := days.Of(s.at, zone)
		month := day.AddDate(0, 0, 1-day.Day())
		for len(out) > 0 && out[len(out)-1].Month.Before(month) && len(out) < 600 {
			last := out[len(out)-1]
			last.Month = last.Month.AddDate(0, 1, 0)
			out = append(out, last)
		}
		if len(out) == 0 {
			out = append(out, GrowthPoint{Month: month})
		}
		now[s.node] = s.level
		p := GrowthPoint{Month: out[len(out)-1].Month, Judged: len(now)}
		for node, level := range now {
			if t.Framework.ScaleOf(t.Node(node)).Enough(level) {
				p.Enough++
			}
		}
		out[len(out)-1] = p
	}
	return out
}

// Placement is a student's hours against the norm. What counts as hours is for model/hours, which stands above and fills this in: read here,
// it is empty.
type Placement struct {
	Minutes     int // done, as far as the session may see
	Confirmed   int // of those, how many stand in weeks that were confirmed as they are
	NormMinutes int // 0: no norm is known
	Start, End  time.Time
	First       time.Time            // day of the first hours
	Free        func(time.Time) bool // whether a day is a free one; nil: none is known
}

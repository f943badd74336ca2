// Package gaps counts the parts for which students had no evidence: which came to have it in some days, by what, and which have none
// still. It tells whether the offers at the desk teach; what may be expected of them was played (decisions/0023-does-the-loop-teach.md).
package gaps

import (
	"time"

	"leerbalie/model/learning"
	"leerbalie/model/pairs"
)

// By is what a part got its first evidence by.
type By int

// What there is: handled work that had been offered to those who took it up, other work, work of which that is not known, and what is
// no work at the desk: a course, a product.
const (
	Offered By = iota
	Other
	NotKnown
	Elsewhere
	all
)

// Enough is from how many gaps that work is known to have closed on they tell something.
const Enough = 20

// Count is what came of the gaps of a group in some days.
type Count struct {
	From, Until time.Time // days, both included; zero: without end
	Closed      [all]int
	Open        int // parts of a student without evidence now
}

// Known is how many were closed by work of which it is known whether it was offered.
func (c Count) Known() int { return c.Closed[Offered] + c.Closed[Other] }

// Few tells whether those are too few to tell anything.
func (c Count) Few() bool { return c.Known() < Enough }

// Of counts the gaps of all students of a matrix. A part is closed by the earliest evidence there is for it, by its day: the same wherever and
// in whatever order that arrived.
func Of(m *learning.Matrix, from, until time.Time) Count {
	c := Count{From: from, Until: until}
	for i := range m.Rows {
		for _, s := range m.Rows[i].Cells {
			switch {
			case s.Evidence == 0:
				c.Open++
			case !from.IsZero() && s.First.Day.Before(from) || !until.IsZero() && s.First.Day.After(until):
			default:
				c.Closed[by(s.First)]++
			}
		}
	}
	return c
}

// by is what a piece counts as. Nobody is offered a visit: it is arranged.
func by(f learning.First) By {
	switch {
	case f.Kind == learning.EvidenceVisit:
		return Other
	case !f.Kind.Work():
		return Elsewhere
	}
	switch f.Offered {
	case pairs.OfferedFirst:
		return Offered
	case pairs.OfferedNot:
		return Other
	}
	return NotKnown
}

// Weeks is how many weeks the second of Both is about.
const Weeks = 12

// Both counts from the beginning and of the last weeks, as pages and reports show them.
func Both(m *learning.Matrix, today time.Time) [2]Count {
	return [2]Count{Of(m, time.Time{}, today), Of(m, today.AddDate(0, 0, -7*Weeks+1), today)}
}

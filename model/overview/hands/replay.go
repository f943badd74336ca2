// Package hands tells how many people a site needs in each part of the week, so that nine of ten who walk in wait twenty minutes at most:
// who came in the last weeks comes in once more, and is helped by one, two, three people, until that is so. It is no formula and assumes no
// distribution; what it does assume stands at ReadHands.
package hands

import (
	"slices"
	"time"
)

// Came is somebody who came in, and how long helping them took one person.
type Came struct {
	At  time.Duration // after the day began
	For time.Duration
}

// Sitting is who came in on one part of one day, the first to come in first.
type Sitting []Came

// Replay lets those of a sitting come in once more where so many people help, one or more: whoever has waited longest is helped by who is free
// first. It hands out how long each waits, until that says to stop. Everybody is free when the sitting begins.
func Replay(s Sitting, people int, waits func(time.Duration) bool) {
	free := make([]time.Duration, people) // a heap: who is free first, first
	for _, c := range s {
		at := max(free[0], c.At)
		if !waits(at - c.At) {
			return
		}
		free[0] = at + c.For
		for j := 0; ; {
			least := j
			if child := 2*j + 1; child < people && free[child] < free[least] {
				least = child
			}
			if child := 2*j + 2; child < people && free[child] < free[least] {
				least = child
			}
			if least == j {
				break
			}
			free[j], free[least], j = free[least], free[j], least
		}
	}
}

// Share is how many of those who came in some sittings waited no longer than they may, where so many people helped.
type Share struct {
	People int
	Within int // of all
}

// share replays sittings, until more waited too long than may.
func share(all []Sitting, people int, most time.Duration, mayLate int) Share {
	out, late := Share{People: people}, 0
	for _, s := range all {
		Replay(s, people, func(wait time.Duration) bool {
			if wait <= most {
				out.Within++
				return true
			}
			late++
			return late <= mayLate
		})
	}
	return out
}

// enough tells whether nine of ten waited no longer than they may.
func (s Share) enough(of int) bool { return 10*s.Within >= 9*of }

// needed is the least number of people with whom nine of ten wait no longer than they may, with how it is with one fewer, with as many, and
// with one more. More people never let anybody wait longer, so that halving finds it.
func needed(all []Sitting, most time.Duration) (people int, shares []Share) {
	of := 0
	for _, s := range all {
		of += len(s)
	}
	if of == 0 {
		return 0, nil
	}
	low, high, may := 1, 1, of-(9*of+9)/10
	for !share(all, high, most, may).enough(of) {
		low, high = high+1, 2*high
	}
	for low < high {
		if mid := (low + high) / 2; share(all, mid, most, may).enough(of) {
			high = mid
		} else {
			low = mid + 1
		}
	}
	for n := max(1, high-1); n <= high+1; n++ {
		shares = append(shares, share(all, n, most, of))
	}
	return high, shares
}

// median is the middle one of some, the lower of two, by the nearest rank.
func median(of []int) int {
	if len(of) == 0 {
		return 0
	}
	of = slices.Sorted(slices.Values(of))
	return of[(len(of)+1)/2-1]
}

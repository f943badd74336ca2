package demo

import (
	"encoding/binary"
	"math/rand/v2"
	"time"

	"leerbalie/model/journal"
)

// dice draws lots; the same seed draws the same ones.
type dice struct {
	*rand.Rand
	raw *rand.ChaCha8
}

func newDice(seed int64) *dice {
	var key [32]byte
	binary.BigEndian.PutUint64(key[:], uint64(seed))
	raw := rand.NewChaCha8(key)
	return &dice{rand.New(raw), raw}
}

// chance is true in so many of a hundred cases.
func (d *dice) chance(percent int) bool { return d.IntN(100) < percent }

// between draws a number from low to high, both included.
func (d *dice) between(low, high int) int { return low + d.IntN(high-low+1) }

// minutes draws a time from low to high minutes.
func (d *dice) minutes(low, high int) time.Duration {
	return time.Duration(d.between(low*60, high*60)) * time.Second
}

// id makes an id for a moment.
func (d *dice) id(at time.Time) journal.ID {
	id, err := journal.NewID(at.UnixMilli(), d.raw)
	if err != nil { // the source gives bytes without end
		return journal.ID{}
	}
	return id
}

// one draws from a list; the zero value from an empty one.
func one[T any](d *dice, list []T) (t T) {
	if len(list) > 0 {
		t = list[d.IntN(len(list))]
	}
	return t
}

// weighted draws the index of a weight, each as often as it is heavy; the last when none weighs anything.
func weighted(d *dice, weights []int) int {
	total := 0
	for _, w := range weights {
		total += w
	}
	if total > 0 {
		n := d.IntN(total)
		for i, w := range weights {
			if n -= w; n < 0 {
				return i
			}
		}
	}
	return len(weights) - 1
}

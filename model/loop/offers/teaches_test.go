package offers

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

// played is what came of a season: for how many pairs and nodes there is nothing, and what the pair that handled most had, as a multiple of the mean.
type played struct{ gaps, greatest float64 }

// season gives 120 requests to 12 pairs, who are there half of the time. Work on each of four themes trains two of six nodes; the last comes seldom.
// A pair has nothing to show of a node until it did such work, and then little.
func season(seed uint64, give func(w Work, pairs []Pair) int) (out played) {
	r := rand.New(rand.NewPCG(seed, 0))
	trains := [][]Trained{{{0, 1}, {1, 1}}, {{1, 1}, {2, 1}}, {{2, 1}, {3, 1}}, {{4, 1}, {5, 1}}}
	pairs := make([]Pair, 12)
	for i := range pairs {
		pairs[i] = Pair{Members: 2, Open: []float64{1, 1, 1, 1, 1, 1}}
	}
	const requests = 120
	for range requests {
		for i := range pairs {
			pairs[i].Absent = r.IntN(2) == 0
		}
		pairs[r.IntN(len(pairs))].Absent = false
		w := Work{Trains: trains[min(3, r.IntN(20)/6)]}
		p := give(w, pairs)
		pairs[p].Lately++
		for _, t := range w.Trains {
			pairs[p].Open[t.Node] = 0.3
		}
	}
	for _, p := range pairs {
		out.greatest = max(out.greatest, p.Lately*float64(len(pairs))/requests)
		for _, o := range p.Open {
			if o == 1 {
				out.gaps++
			}
		}
	}
	return out
}

// TestOffersTeach: over forty seasons, following the offers leaves at most half the gaps that giving each request to the pair that did least leaves, and
// nobody gets above one and a half times the mean. A rule that turns learning around would fail, so that the test can.
func TestOffersTeach(t *testing.T) {
	first := func(w Work, pairs []Pair) int { return Propose([]Work{w}, pairs, Options{})[0].Offers[0].Pair }
	least := func(_ Work, pairs []Pair) int {
		best := -1
		for i, p := range pairs {
			if !p.Absent && (best < 0 || cmp.Less(p.Lately, pairs[best].Lately)) {
				best = i
			}
		}
		return best
	}
	turned := func(w Work, pairs []Pair) int {
		pairs = slices.Clone(pairs)
		for i := range pairs {
			open := make([]float64, len(pairs[i].Open))
			for n, o := range pairs[i].Open {
				open[n] = 1.3 - o
			}
			pairs[i].Open = open
		}
		return first(w, pairs)
	}
	sum := func(give func(w Work, pairs []Pair) int) (out played) {
		for seed := range uint64(40) {
			one := season(seed, give)
			out.gaps += one.gaps
			out.greatest = max(out.greatest, one.greatest)
		}
		return out
	}
	followed, busy, against := sum(first), sum(least), sum(turned)
	t.Logf("followed %+v, least busy %+v, turned around %+v", followed, busy, against)
	if followed.gaps > busy.gaps/2 {
		t.Errorf("%v gaps against %v", followed.gaps, busy.gaps)
	}
	if followed.greatest > 1.5 {
		t.Errorf("somebody has %.2f times the mean", followed.greatest)
	}
	if against.gaps <= busy.gaps/2 {
		t.Errorf("a rule that teaches those who know does as well: %v gaps against %v", against.gaps, busy.gaps)
	}
}

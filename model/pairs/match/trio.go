package match

import (
	"context"
	"math"
	"slices"

	"leerbalie/model/pairs/match/optimum"
)

// impossible is the cost of a trio that may not be.
const impossible = math.MaxInt32

// join lets who is left over join the pair where that costs least, as far as trios are wanted: one person when the number
// of those to be paired is odd, or everybody who is left.
func (d *draft) join(ctx context.Context) error {
	d.joined = map[int]joined{}
	if d.in.Trios == NoTrio || d.in.Trios == OneTrio && len(d.pool)%2 == 0 {
		return nil
	}
	var over []int
	for _, i := range d.pool {
		if _, paired := d.mate[i]; !paired {
			over = append(over, i)
		}
	}
	var open []int // the pairs that can take somebody
	for g := range d.groups {
		if d.mayGrow(g) && !d.settled(g) {
			open = append(open, g)
		}
	}
	if len(over) == 0 || len(open) == 0 {
		return nil
	}
	costs := make([]int, len(over)*len(open))
	for a, i := range over {
		for b, g := range open {
			c := d.joining(i, g)
			if d.in.Rematch != nil && c > worth {
				c = impossible // it costs more than having a buddy is worth
			}
			costs[a*len(open)+b] = c
		}
	}
	if d.in.Trios == OneTrio {
		best := 0
		for k, c := range costs {
			if c < costs[best] {
				best = k
			}
		}
		if costs[best] != impossible {
			d.put(over[best/len(open)], open[best%len(open)], costs[best])
		}
		return nil
	}
	return d.joinAll(ctx, over, open, costs)
}

// joinAll finds a pair for as many as possible of who is left, no pair for two of them, at the least cost.
func (d *draft) joinAll(ctx context.Context, over, open, costs []int) error {
	turned := len(over) > len(open)
	rows, cols := len(over), len(open)
	if turned {
		rows, cols = cols, rows
	}
	m := optimum.NewMatrix(rows, cols)
	none := int64(len(over)+len(open)) * 2 * int64(spread(costs)+1)
	least := slices.Min(costs)
	for k := range m.At {
		a, b := k/cols, k%cols
		if turned {
			a, b = b, a
		}
		m.At[k] = none
		if c := costs[a*len(open)+b]; c != impossible {
			m.At[k] = int64(c - least)
		}
	}
	found, err := optimum.Assign(ctx, m)
	if err != nil {
		return err
	}
	for a, b := range found.Col {
		if turned {
			a, b = b, a
		}
		if c := costs[a*len(open)+b]; c != impossible {
			d.put(over[a], open[b], c)
		}
	}
	return nil
}

// spread is how far apart the costs of what is possible are.
func spread(costs []int) int {
	low, high := 0, 0
	for _, c := range costs {
		if c != impossible {
			low, high = min(low, c), max(high, c)
		}
	}
	return high - low
}

// mayGrow tells whether a pair can take somebody in: a locked one cannot, and neither can a trio.
func (d *draft) mayGrow(g int) bool {
	members := d.groups[g]
	return len(members) == 2 && !slices.ContainsFunc(d.locks, func(l []int) bool { return slices.Equal(l, members) })
}

// settled tells whether a pair is a running one that is not looked at anew: nobody joins it unasked.
func (d *draft) settled(g int) bool {
	r := d.kept(d.groups[g])
	return r != nil && d.in.Rematch != nil && !r.open
}

// joining is what it costs that somebody joins a pair, in hundredths; a running pair costs the price of a change as well.
func (d *draft) joining(i, g int) int {
	two := d.groups[g]
	three := [3]int{two[0], two[1], i}
	if (d.parts[two[0]]&d.parts[two[1]]&d.parts[i]).Len() < d.limits.Shared || !d.fitThree(three[:]) {
		return impossible
	}
	was, with := d.groupPoints(two), d.groupPoints(three[:])
	cost := was.Sum() - with.Sum()
	if d.in.Rematch != nil && d.kept(two) != nil {
		cost += d.in.Rematch.Price * 100
	}
	return cost
}

func (d *draft) put(i, g, cost int) {
	d.groups[g] = append(d.groups[g], i)
	d.joined[i] = joined{g, cost}
}

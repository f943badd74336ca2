package match

import (
	"context"
	"math"
	"slices"

	"leerbalie/model"
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
		if d.mate[i] < 0 {
			over = append(over, i)
		}
	}
	open := slices.DeleteFunc(d.openings(), func(o opening) bool { return d.settled(o.group) })
	if len(over) == 0 || len(open) == 0 {
		return nil
	}
	limit := impossible
	if d.in.Rematch != nil {
		limit = worth + 1 // what costs more than having a buddy is worth is not done
	}
	if d.in.Trios == OneTrio {
		least, who, group := limit, 0, -1
		for _, i := range over {
			if c, g := d.cheapest(i, open, least); g >= 0 {
				least, who, group = c, i, g
			}
		}
		if group >= 0 {
			d.put(who, group, least)
		}
		return nil
	}
	costs := make([]int, len(over)*len(open))
	for a, i := range over {
		for b, o := range open {
			c := d.joining(i, o.group)
			if c >= limit {
				c = impossible
			}
			costs[a*len(open)+b] = c
		}
	}
	return d.joinAll(ctx, over, open, costs)
}

// opening is a pair that could take somebody in.
type opening struct {
	group int
	parts model.DayParts // that the two share
	score int
}

func (d *draft) openings() (out []opening) {
	for g, two := range d.groups {
		if d.mayGrow(g) {
			out = append(out, opening{g, d.parts[two[0]] & d.parts[two[1]], d.score(two[0], two[1])})
		}
	}
	return out
}

// cheapest is the first of the pairs that somebody can join at the least cost, if that is below a limit; group is -1 for none.
func (d *draft) cheapest(i int, open []opening, below int) (cost, group int) {
	cost, group = below, -1
	parts, shared := d.parts[i], d.limits.Shared
	for k := range open {
		o := &open[k]
		if (o.parts & parts).Len() < shared {
			continue
		}
		// a trio has at most a third of its three pairs: what cannot cost less by that is not looked at closely
		two := d.groups[o.group]
		if o.score-(o.score+d.score(two[0], i)+d.score(two[1], i))/3 >= cost {
			continue
		}
		if c := d.joining(i, o.group); c < cost {
			cost, group = c, o.group
		}
	}
	return cost, group
}

// joinAll finds a pair for as many as possible of who is left, no pair for two of them, at the least cost.
func (d *draft) joinAll(ctx context.Context, over []int, open []opening, costs []int) error {
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
			d.put(over[a], open[b].group, c)
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
	if (d.parts[two[0]]&d.parts[two[1]]&d.parts[i]).Len() < d.limits.Shared || !d.fitThree(three[:], true) {
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

package match

import (
	"context"
	"slices"

	"leerbalie/model/journal"
)

// Proposal is the best set of pairs for an input.
type Proposal struct {
	Mode      Mode
	Objective Objective
	Total     int    // the sum of the scores, in hundredths of a point
	Worst     int    // the lowest score of a pair; 0 when there is none
	Pairs     []Pair // the highest score first
	Left      []Left // who has no pair, in the order of their ids
	Ended     []Ended
}

// Ended is a running pair that a rematch would end.
type Ended struct {
	ID      journal.ID
	Members []journal.ID
}

// Pair is two students, or three, with the reasons for it.
type Pair struct {
	Members []journal.ID // in the order of their ids
	Score   int          // in hundredths of a point, at most Perfect; of a trio the mean of its three pairs
	Points  Points       // what each wish gave; they add up to Score
	Locked  bool
	Running journal.ID // the running pair that it is, and stays
	Joined  journal.ID // who joined a pair and made it a trio
	Cost    int        // what the joining cost, in hundredths; below 0 it was a gain
}

// Average is the mean score of the pairs, in hundredths.
func (p *Proposal) Average() int {
	if len(p.Pairs) == 0 {
		return 0
	}
	return p.Total / len(p.Pairs)
}

// PairOf is the pair that somebody is in, nil for none.
func (p *Proposal) PairOf(id journal.ID) *Pair {
	for i := range p.Pairs {
		if slices.Contains(p.Pairs[i].Members, id) {
			return &p.Pairs[i]
		}
	}
	return nil
}

// Propose makes the best proposal. Errors: Invalid, naming what clashes (see prepare); the context's.
func Propose(ctx context.Context, in Input) (*Proposal, error) {
	p, err := prepare(in)
	if err != nil {
		return nil, err
	}
	pairs, err := p.solve(ctx)
	if err != nil {
		return nil, err
	}
	d := &draft{problem: p, groups: slices.Clone(p.fixed), mate: make(map[int]int, 2*len(pairs))}
	for _, two := range pairs {
		d.groups = append(d.groups, []int{two[0], two[1]})
		d.mate[two[0]], d.mate[two[1]] = two[1], two[0]
	}
	if err := d.join(ctx); err != nil {
		return nil, err
	}
	return d.proposal(), nil
}

// draft is a proposal being put together.
type draft struct {
	*problem
	groups [][]int
	mate   map[int]int // of who was paired by the optimisation
	joined map[int]joined
}

// joined is somebody who made a pair a trio, and what that cost.
type joined struct {
	group, cost int
}

func (d *draft) proposal() *Proposal {
	out := &Proposal{Mode: d.mode, Objective: d.in.Objective, Pairs: make([]Pair, len(d.groups))}
	covered := make([]bool, d.n)
	for g, members := range d.groups {
		sorted := slices.Clone(members)
		slices.Sort(sorted)
		pair := &out.Pairs[g]
		pair.Points = d.groupPoints(sorted)
		pair.Score = pair.Points.Sum()
		pair.Locked = slices.ContainsFunc(d.locks, func(l []int) bool { return slices.Equal(l, sorted) })
		if r := d.kept(sorted); r != nil && d.in.Rematch != nil {
			pair.Running = r.ID
		}
		for _, i := range sorted {
			pair.Members = append(pair.Members, d.students[i].ID)
			covered[i] = true
		}
		out.Total += pair.Score
	}
	for i, j := range d.joined {
		out.Pairs[j.group].Joined, out.Pairs[j.group].Cost = d.students[i].ID, j.cost
	}
	slices.SortFunc(out.Pairs, comparePairs)
	if n := len(out.Pairs); n > 0 {
		out.Worst = out.Pairs[n-1].Score
	}
	for _, r := range d.running {
		if r.open && !slices.ContainsFunc(out.Pairs, func(p Pair) bool { return p.Running == r.ID }) {
			out.Ended = append(out.Ended, Ended{r.ID, r.Running.Members})
		}
	}
	for _, r := range d.broken {
		if slices.ContainsFunc(r.Members, func(id journal.ID) bool { i, ok := d.at[id]; return ok && covered[i] }) {
			out.Ended = append(out.Ended, Ended{r.ID, r.Members})
		}
	}
	out.Left = d.left(covered)
	return out
}

// groupPoints are the points of a pair, or the mean of the three pairs in a trio, wish by wish.
func (p *problem) groupPoints(members []int) Points {
	if len(members) == 2 {
		return p.points(members[0], members[1])
	}
	var sum Points
	for k, a := range members {
		for _, b := range members[:k] {
			for w, x := range p.points(a, b) {
				sum[w] += x
			}
		}
	}
	for w := range sum {
		sum[w] /= 3
	}
	return sum
}

package match

import (
	"cmp"
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
	Shares  Points       // what each could have given at most; nothing for wishes where nobody has some
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
	d := p.draft(pairs)
	if err := d.join(ctx); err != nil {
		return nil, err
	}
	return d.proposal(), nil
}

// draft is a proposal being put together.
type draft struct {
	*problem
	groups [][]int
	mate   []int // of who was paired by the optimisation; -1 for none
	joined map[int]joined
	lone   []broken // what keeps each student from every pair
}

// joined is somebody who made a pair a trio, and what that cost.
type joined struct {
	group, cost int
}

// draft begins one with what is fixed and with pairs.
func (p *problem) draft(pairs [][2]int) *draft {
	d := &draft{problem: p, groups: slices.Clone(p.fixed), mate: make([]int, p.n)}
	for i := range d.mate {
		d.mate[i] = -1
	}
	for k := range pairs {
		two := &pairs[k]
		d.groups = append(d.groups, two[:])
		d.mate[two[0]], d.mate[two[1]] = two[1], two[0]
	}
	return d
}

func (d *draft) proposal() *Proposal {
	out := &Proposal{Mode: d.mode, Objective: d.in.Objective, Pairs: make([]Pair, len(d.groups))}
	covered := make([]bool, d.n)
	ids := make([]journal.ID, 0, 3*len(d.groups))
	place := make([]int, len(d.groups)) // of a group among the pairs
	for at, g := range d.ordered() {
		place[g.group] = at
		pair := &out.Pairs[at]
		pair.Points, pair.Score, pair.Shares = g.points, g.score, d.groupShares(g.members)
		pair.Locked = slices.ContainsFunc(d.locks, func(l []int) bool { return slices.Equal(l, g.members) })
		if r := d.kept(g.members); r != nil && d.in.Rematch != nil {
			pair.Running = r.ID
		}
		from := len(ids)
		for _, i := range g.members {
			ids = append(ids, d.students[i].ID)
			covered[i] = true
		}
		pair.Members = ids[from:len(ids):len(ids)]
		out.Total += pair.Score
	}
	for i, j := range d.joined {
		pair := &out.Pairs[place[j.group]]
		pair.Joined, pair.Cost = d.students[i].ID, j.cost
	}
	if n := len(out.Pairs); n > 0 {
		out.Worst = out.Pairs[n-1].Score
	}
	for _, r := range d.running {
		if r.open && !slices.ContainsFunc(out.Pairs, func(p Pair) bool { return p.Running == r.ID }) {
			out.Ended = append(out.Ended, Ended{r.ID, r.Running.Members})
		}
	}
	for _, r := range d.broken {
		if slices.ContainsFunc(r.Members, func(id journal.ID) bool { i, ok := d.numberOf(id); return ok && covered[i] }) {
			out.Ended = append(out.Ended, Ended{r.ID, r.Members})
		}
	}
	out.Left = d.left(covered)
	return out
}

// scored is a group with what it gets.
type scored struct {
	group   int
	members []int // in the order of their ids
	score   int
	points  Points
}

// ordered are the groups, the highest score first, and those with the same by the ids of their members.
func (d *draft) ordered() []*scored {
	all, out := make([]scored, len(d.groups)), make([]*scored, len(d.groups))
	for g, members := range d.groups {
		if !slices.IsSorted(members) {
			members = slices.Sorted(slices.Values(members))
		}
		all[g] = scored{group: g, members: members, points: d.groupPoints(members)}
		all[g].score = all[g].points.Sum()
		out[g] = &all[g]
	}
	slices.SortFunc(out, func(a, b *scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), slices.Compare(a.members, b.members))
	})
	return out
}

// groupPoints are the points of a pair, or the mean of the three pairs in a trio, wish by wish.
func (p *problem) groupPoints(members []int) Points {
	return meanOf(members, p.points)
}

// groupShares are the most that a pair or a trio could have had, wish by wish.
func (p *problem) groupShares(members []int) Points {
	return meanOf(members, func(a, b int) Points { return p.pricesOf(a, b).full })
}

// meanOf is what two have, or the mean of the three pairs in a trio.
func meanOf(members []int, of func(a, b int) Points) Points {
	if len(members) == 2 {
		return of(members[0], members[1])
	}
	var sum Points
	for k, a := range members {
		for _, b := range members[:k] {
			for w, x := range of(a, b) {
				sum[w] += x
			}
		}
	}
	for w := range sum {
		sum[w] /= 3
	}
	return sum
}

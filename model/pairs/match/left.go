package match

import (
	"cmp"
	"slices"

	"leerbalie/model/journal"
)

// Left is somebody without a pair: the rule that stands in the way, and what would help.
type Left struct {
	Student journal.ID
	Reason  Rule
	Relax   []Relaxation // the smallest first; none where nobody could be found even so
}

// Relaxation is what would give somebody a pair: were the rules not to count for these people, the best proposal would
// have one pair more, this one.
type Relaxation struct {
	Rules []Rule // all of them have to give way
	With  []journal.ID
	Score int // of the pair, or the trio, in hundredths
	Short int // of day parts: how many too few they state or share
}

// maxRelax is how many ways out are told, and maxRules how many rules one of them may ask to give way on.
const (
	maxRelax = 3
	maxRules = 2
)

// left explains who has no pair. Who is in a running pair that stays needs no explanation.
func (d *draft) left(covered []bool) []Left {
	out := []Left{}
	d.lone = make([]broken, d.n)
	for i := range d.n {
		d.lone[i] = d.alone(i)
	}
	var partners [2][]int // who is free or could be freed, and breaks few enough rules
	for side, free := range d.freed(covered) {
		for j := range d.n {
			if free[j] && !d.busy[j] && d.lone[j].len() <= maxRules {
				partners[side] = append(partners[side], j)
			}
		}
	}
	open := d.openings()
	for i := range d.n {
		if covered[i] || d.busy[i] {
			continue
		}
		l := Left{Student: d.students[i].ID, Reason: d.reason(i), Relax: []Relaxation{}}
		options := d.options(i, partners[d.side(i)])
		if r, ok := d.bestTrio(i, open); ok {
			options = append(options, r)
		}
		slices.SortStableFunc(options, func(a, b Relaxation) int {
			return cmp.Or(cmp.Compare(len(a.Rules), len(b.Rules)), cmp.Compare(a.Short, b.Short), cmp.Compare(a.weight(), b.weight()), cmp.Compare(b.Score, a.Score))
		})
		if len(options) > 0 {
			l.Relax = append(l.Relax, options[:min(len(options), maxRelax)]...)
		}
		out = append(out, l)
	}
	return out
}

// weight is how hard a rule is to give way on.
func (r Relaxation) weight() int {
	return slices.Index([]Rule{Parts, Site, Trio, Levels, Stated, Forbidden, Free, Active}, r.Rules[0])
}

// side is 1 for a student of higher education where sides count, else 0.
func (d *draft) side(i int) int {
	if d.mode == Across && d.track[i] == HBO {
		return 1
	}
	return 0
}

// reason is the rule that stands in somebody's way: one that keeps them from every pair, or the one that keeps them from
// most of those they might go with; Taken where there are some who fit.
func (d *draft) reason(i int) Rule {
	if b := d.lone[i]; b != 0 {
		rules := b.rules()
		return rules[len(rules)-1]
	}
	var count [8]int
	others, fit := 0, false
	for j := range d.n {
		if j == i || d.busy[j] && d.in.Rematch == nil || d.lone[j]&brokenActive != 0 || d.mode == Across && d.track[j] == d.track[i] {
			continue
		}
		others++
		b := d.together(i, j) | d.lone[j]&brokenStated
		if b == 0 {
			fit = true
			break
		}
		for k := range count {
			count[k] += int(b >> k & 1)
		}
	}
	switch {
	case fit:
		return Taken
	case others == 0:
		return Nobody
	}
	most := 0
	for k, c := range count {
		if c > count[most] {
			most = k
		}
	}
	return broken(1 << most).rules()[0]
}

// options are, for each set of rules that could give way, the best of the partners: of sets of one rule, or where there is
// none of two.
func (d *draft) options(i int, partners []int) []Relaxation {
	one := d.lone[i]
	if one.len() > maxRules {
		return nil
	}
	var best [1 << 7]struct{ partner, short, score int }
	least := maxRules // the smallest set so far
	for _, j := range partners {
		b := one | d.lone[j]
		if d.mode == Across && d.track[j] == d.track[i] {
			b |= brokenLevel
		}
		if j == i || b.len() > least {
			continue // without looking closely
		}
		b |= d.together(i, j)
		if b == 0 || b.len() > least {
			continue
		}
		least = b.len()
		o, short := &best[b], d.short(b, i, j)
		if o.partner > 0 && short > o.short {
			continue
		}
		if score := d.score(i, j); o.partner == 0 || short < o.short || score > o.score {
			o.partner, o.short, o.score = j+1, short, score
		}
	}
	var out []Relaxation
	for b, o := range best {
		if o.partner > 0 && broken(b).len() == least {
			out = append(out, Relaxation{broken(b).rules(), []journal.ID{d.students[o.partner-1].ID}, o.score, o.short})
		}
	}
	return out
}

// short is how many day parts two lack.
func (d *draft) short(b broken, i, j int) (n int) {
	if b&brokenParts != 0 {
		n += d.limits.Shared - (d.parts[i] & d.parts[j]).Len()
	}
	if b&brokenStated != 0 {
		n += max(0, d.limits.Stated-d.parts[i].Len()) + max(0, d.limits.Stated-d.parts[j].Len())
	}
	return n
}

// bestTrio is the pair that somebody could join at the least cost. Who states too few day parts has to state more as well.
func (d *draft) bestTrio(i int, open []opening) (out Relaxation, ok bool) {
	alone := d.lone[i]
	if alone&^brokenStated != 0 {
		return out, false
	}
	_, best := d.cheapest(i, open, impossible)
	if best < 0 {
		return out, false
	}
	two := d.groups[best]
	three := d.groupPoints([]int{two[0], two[1], i})
	return Relaxation{Rules: append([]Rule{Trio}, alone.rules()...), Score: three.Sum(), With: []journal.ID{d.students[two[0]].ID, d.students[two[1]].ID},
		Short: d.short(alone, i, i) / 2}, true
}

// freed tells who is without a pair, or could be without costing a pair: seen from a student of either side. Within one
// group only those without a pair are looked at. Between two sides, somebody can be freed when their partner can go with
// somebody who is free, and so on.
func (d *draft) freed(covered []bool) [2][]bool {
	out := [2][]bool{make([]bool, d.n), make([]bool, d.n)}
	var todo []int
	for i := range d.n {
		if !covered[i] {
			out[0][i], out[1][i] = true, true
			if d.lone[i] == 0 {
				todo = append(todo, i)
			}
		}
	}
	if d.mode == Mixed {
		return out
	}
	// a partner of somebody on side s stands on the other side, and is freed for s
	var paired [2][]int
	for _, r := range d.pool {
		if d.mate[r] >= 0 {
			paired[d.side(r)] = append(paired[d.side(r)], r)
		}
	}
	for len(todo) > 0 {
		j := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		seen := 1 - d.side(j) // j is freed for whoever stands there
		unreached := paired[seen][:0]
		for _, r := range paired[seen] {
			mate := d.mate[r]
			if mate == j || !d.fits(r, j) {
				unreached = append(unreached, r)
				continue
			}
			out[seen][mate] = true
			todo = append(todo, mate)
		}
		paired[seen] = unreached
	}
	return out
}

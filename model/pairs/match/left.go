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
	Also  int // how many others who are left are told the same person: it comes true for one of them
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
	trios := d.promise(covered)
	for i := range d.n {
		if covered[i] || d.busy[i] {
			continue
		}
		l := Left{Student: d.students[i].ID, Reason: d.reason(i), Relax: []Relaxation{}}
		options := d.options(i, partners[d.side(i)])
		if r, ok := trios[i]; ok {
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
	told := map[journal.ID]int{} // how many are told somebody, who can go with one of them
	each := func(visit func(r *Relaxation)) {
		for k := range out {
			for n := range out[k].Relax {
				if r := &out[k].Relax[n]; r.Rules[0] != Trio {
					visit(r)
				}
			}
		}
	}
	each(func(r *Relaxation) { told[r.With[0]]++ })
	each(func(r *Relaxation) { r.Also = told[r.With[0]] - 1 })
	return out
}

// weight is how hard a rule is to give way on.
func (r Relaxation) weight() int {
	return slices.Index([]Rule{Parts, Site, Trio, Levels, Stated, Failed, Forbidden, Free, NotBegun, Active}, r.Rules[0])
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
		rules := d.named(b, i)
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
	var best [1 << 8]struct{ partner, short, score int }
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
			out = append(out, Relaxation{Rules: d.named(broken(b), i, o.partner-1), With: []journal.ID{d.students[o.partner-1].ID}, Score: o.score, Short: o.short})
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

// named are the rules that some students break, with what keeps them away by its own name.
func (d *draft) named(b broken, who ...int) []Rule {
	rules := b.rules()
	if k := slices.Index(rules, Active); k >= 0 {
		away := slices.DeleteFunc(slices.Clone(who), func(i int) bool { return !d.students[i].Away })
		if !slices.ContainsFunc(away, func(i int) bool { return !d.students[i].NotBegun }) {
			rules[k] = NotBegun
		}
	}
	return rules
}

// mostThree bounds among how many of those who are left three are looked for who could be a trio together.
const mostThree = 40

// promise tells of those who are left whom each could join: the pair where that costs least, or two others who are left, where no
// pair can take them in. No pair is promised to two of them and nobody is promised twice, so that all of it can come true together: who
// waits longest comes first. Who states too few day parts has to state more as well.
func (d *draft) promise(covered []bool) map[int]Relaxation {
	out := map[int]Relaxation{}
	var over, alone []int
	for i := range d.n {
		if !covered[i] && !d.busy[i] && d.lone[i]&^brokenStated == 0 {
			over = append(over, i)
		}
	}
	if len(over) == 0 {
		return out
	}
	slices.SortStableFunc(over, func(a, b int) int { return cmp.Compare(d.students[b].Waiting, d.students[a].Waiting) })
	open := d.openings()
	for _, i := range over {
		_, best := d.cheapest(i, open, impossible)
		if best < 0 {
			if d.lone[i] == 0 && len(alone) < mostThree {
				alone = append(alone, i)
			}
			continue
		}
		two := d.groups[best]
		out[i] = d.trio(i, two[0], two[1])
		open = slices.DeleteFunc(open, func(o opening) bool { return o.group == best })
	}
	for a, i := range alone {
		for b, j := range alone[a+1:] {
			for _, k := range alone[a+b+2:] {
				_, one := out[i]
				_, two := out[j]
				_, three := out[k]
				if !one && !two && !three && d.fitThree([]int{i, j, k}, true) {
					out[i], out[j], out[k] = d.trio(i, j, k), d.trio(j, i, k), d.trio(k, i, j)
				}
			}
		}
	}
	return out
}

// trio is what somebody is promised with two others.
func (d *draft) trio(i, a, b int) Relaxation {
	with := []journal.ID{d.students[min(a, b)].ID, d.students[max(a, b)].ID}
	return Relaxation{Rules: append([]Rule{Trio}, d.named(d.lone[i], i)...), Score: d.groupPoints([]int{a, b, i}).Sum(), With: with, Short: d.short(d.lone[i], i, i) / 2}
}

// Without counts who has no pair in a proposal although they are here: those who are left over.
func (p *Proposal) Without() (n int) {
	for _, l := range p.Left {
		if l.Reason != Active && l.Reason != NotBegun {
			n++
		}
	}
	return n
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

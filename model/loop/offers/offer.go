package offers

import (
	"cmp"
	"slices"
	"strings"
)

// much is the share of what a request trains from which on it teaches much.
const much = 0.5

// Propose answers every request in the order given, which should be that of the queue. The first offer of each counts
// towards the load of its pair for those that follow.
func Propose(work []Work, pairs []Pair, o Options) []Answer {
	o = o.orDefaults()
	load := make([]int, len(pairs))
	for i, p := range pairs {
		load[i] = p.Load
	}
	out := make([]Answer, len(work))
	room := make([]int, 0, len(pairs))
	taught, ahead := lessons{}, aheadOf(pairs)
	for i, w := range work {
		out[i] = propose(w, pairs, taught.of(w, pairs), ahead, load, o, room[:0])
		if len(out[i].Offers) > 0 {
			load[out[i].Offers[0].Pair]++
		}
	}
	return out
}

// aheadOf tells which pairs handled over one request more lately than the mean of all.
func aheadOf(pairs []Pair) []bool {
	sum, out := 0.0, make([]bool, len(pairs))
	for i := range pairs {
		sum += pairs[i].Lately
	}
	for i := range pairs {
		out[i] = (pairs[i].Lately-1)*float64(len(pairs)) > sum
	}
	return out
}

// lessons keeps how much each pair learns from what requests train: those of one theme train the same, and share the list.
type lessons map[lesson][]float64

// lesson is a list of what is trained, by where it stands in memory.
type lesson struct {
	first *Trained
	n     int
}

func (l lessons) of(w Work, pairs []Pair) []float64 {
	key := lesson{n: len(w.Trains)}
	if key.n > 0 {
		key.first = &w.Trains[0]
	}
	out, known := l[key]
	if !known {
		out = make([]float64, len(pairs))
		for i, p := range pairs {
			out[i] = w.teaches(p)
		}
		l[key] = out
	}
	return out
}

func propose(w Work, pairs []Pair, teaches []float64, ahead []bool, load []int, o Options, may []int) (a Answer) {
	least, unspoken := -1, false
	for {
		for i := range pairs {
			if why := w.refuses(&pairs[i], load[i], o, unspoken); why != "" {
				a.Not = append(a.Not, Not{i, why})
				continue
			}
			may = append(may, i)
			if least < 0 || load[i] < least {
				least = load[i]
			}
		}
		if len(may) > 0 || unspoken || !slices.ContainsFunc(a.Not, func(n Not) bool { return n.Why == NotSpoken }) {
			break
		}
		a.Not, unspoken = a.Not[:0], true // nobody speaks the language: those who may otherwise are better than nobody
	}
	// before tells whether one pair comes before another: who has less to do, so that nobody waits for learning; then who had no more than
	// their share lately; then the one that learns more; and of those alike the one that handled less.
	before := func(x, y int) bool {
		switch {
		case load[x] != load[y]:
			return load[x] < load[y]
		case ahead[x] != ahead[y]:
			return ahead[y]
		case teaches[x] != teaches[y]:
			return teaches[x] > teaches[y]
		}
		return pairs[x].Lately < pairs[y].Lately
	}
	best := make([]int, 0, o.Keep)
	for _, i := range may {
		if load[i] > least+o.Bound {
			a.Not = append(a.Not, Not{i, Share})
			continue
		}
		at := len(best)
		for at > 0 && before(i, best[at-1]) {
			at--
		}
		if at < o.Keep {
			best = slices.Insert(best[:min(len(best), o.Keep-1)], at, i)
		}
	}
	for _, i := range best {
		a.Offers = append(a.Offers, w.explain(Offer{Pair: i, Teaches: teaches[i], Load: load[i]}, pairs[i], least, unspoken, ahead[i]))
	}
	return a
}

// refuses is why a pair may not take the request; "" when it may.
func (w Work) refuses(p *Pair, load int, o Options, unspoken bool) Why {
	switch {
	case w.Professional && !p.Professional:
		return NeedsProfessional
	case w.Together && p.Members < 2 && !p.Professional:
		return NeedsPair
	case p.Absent:
		return NotThere
	case load >= o.MaxLoad:
		return Full
	case w.Language != "" && !unspoken && !p.speaks(w.Language):
		return NotSpoken
	}
	return ""
}

// speaks tells whether one of them speaks a language, by its main part: nl-BE is spoken by who speaks nl.
func (p Pair) speaks(tag string) bool {
	main, _, _ := strings.Cut(tag, "-")
	return slices.ContainsFunc(p.Languages, func(l string) bool {
		own, _, _ := strings.Cut(l, "-")
		return strings.EqualFold(own, main)
	})
}

// open is how much a pair has still to show of a node; below 0 where it is not theirs to show.
func (p Pair) open(node int) float64 {
	if node < 0 || node >= len(p.Open) {
		return 0
	}
	return p.Open[node]
}

// teaches is how much of what the work trains is open to a pair.
func (w Work) teaches(p Pair) float64 {
	sum, whole := 0.0, 0.0
	for _, t := range w.Trains {
		if open := p.open(t.Node); open >= 0 {
			sum += t.Weight * open
			whole += t.Weight
		}
	}
	if whole <= 0 {
		return 0
	}
	return sum / whole
}

// explain adds what it trains and the reasons.
func (w Work) explain(of Offer, p Pair, least int, unspoken, ahead bool) Offer {
	for _, t := range w.Trains {
		if t.Weight*p.open(t.Node) > 0 {
			of.Nodes = append(of.Nodes, t.Node)
		}
	}
	weight := func(node int) float64 {
		for _, t := range w.Trains {
			if t.Node == node {
				return t.Weight * p.open(node)
			}
		}
		return 0
	}
	slices.SortStableFunc(of.Nodes, func(a, b int) int { return cmp.Compare(weight(b), weight(a)) })
	switch {
	case of.Teaches >= much:
		of.Reasons = append(of.Reasons, TeachesMuch)
	case of.Teaches > 0:
		of.Reasons = append(of.Reasons, TeachesSome)
	}
	if w.Language != "" {
		if unspoken {
			of.Reasons = append(of.Reasons, Unspoken)
		} else {
			of.Reasons = append(of.Reasons, Speaks)
		}
	}
	if of.Load == least {
		of.Reasons = append(of.Reasons, LeastBusy)
	}
	if ahead {
		of.Reasons = append(of.Reasons, MuchLately)
	}
	return of
}

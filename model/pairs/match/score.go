package match

import "math/bits"

// price works out beforehand what every way of meeting a wish gives, with these shares.
func (p *prices) price(full Points, none int) {
	gifts, languages, themes, parts := steps()
	p.full = full
	if p.wished = full[atWishes]; none == 1 {
		p.wished *= 2
	}
	of := func(wish, thousandths int) int { return full[wish] * thousandths / 1000 }
	for a, x := range gifts {
		for b, y := range gifts {
			p.gifts[a][b] = of(atCompetences, x+y)
		}
	}
	for i, x := range languages {
		p.language[i] = of(atLanguages, x)
	}
	for i, x := range themes {
		p.theme[i] = of(atThemes, x)
	}
	for i, x := range parts {
		p.part[i] = of(atParts, x)
	}
	for a := range p.level {
		for b := range p.level {
			p.level[a][b] = of(atLevels, nearLevel(a, b))
		}
	}
	for days := range p.wait {
		p.wait[days] = full[atWaiting] * days / (2 * longWait)
	}
}

// pricesOf are those that count for two students.
func (t *table) pricesOf(a, b int) *prices {
	none := 0
	for _, i := range [2]int{a, b} {
		if t.wishCount[i] == 0 {
			none++
		}
	}
	return &t.prices[none]
}

// nearLevel is how well two levels, by their place in model.Levels, go together: mbo with hbo best, then two apart.
func nearLevel(a, b int) int {
	const hbo, unknown = 4, 6 // ad and hbo stand at 4 and 5
	switch {
	case a == unknown || b == unknown:
		return 0
	case (a < hbo) != (b < hbo):
		return 1000
	case a-b > 1 || b-a > 1:
		return 300
	}
	return 0
}

// score is what two students get as a pair, in hundredths.
func (t *table) score(a, b int) int {
	sum := t.plain(a, b)
	if len(t.past) == 0 {
		return sum
	}
	if days, before := t.past[ordered(a, b)]; before {
		p := t.pricesOf(a, b)
		sum += p.again(days) - p.full[atAgain]
	}
	return sum
}

// plain is the score of two who were no pair before.
func (t *table) plain(a, b int) int {
	if t.briefs != nil {
		return t.plainOf(&t.briefs[a], &t.briefs[b])
	}
	return t.fresh(a, b).Sum()
}

// fresh is plain, wish by wish.
func (t *table) fresh(a, b int) Points {
	p := t.pricesOf(a, b)
	return Points{
		p.level[t.grade[a]][t.grade[b]],
		p.gifts[common(t.strong, t.open, a, b, 2)][common(t.open, t.strong, a, b, 2)],
		p.language[common(t.languages, t.languages, a, b, 2)],
		p.theme[common(t.themes, t.themes, a, b, 3)],
		p.part[min(bits.OnesCount32(uint32(t.parts[a]&t.parts[b])), 4)],
		p.wished * (t.meets(a, b) + t.meets(b, a)) / 2000,
		p.wait[t.waits[a]+t.waits[b]],
		p.full[atAgain],
	}
}

// points is the score, wish by wish.
func (t *table) points(a, b int) Points {
	out := t.fresh(a, b)
	if len(t.past) == 0 {
		return out
	}
	if days, before := t.past[ordered(a, b)]; before {
		out[atAgain] = t.pricesOf(a, b).again(days)
	}
	return out
}

func (p *prices) again(days int) int { return p.full[atAgain] * min(max(days, 0), longAgo) / longAgo }

// meets is how much of what a wishes b is, in thousandths.
func (t *table) meets(a, b int) int {
	if t.wishCount[a] == 0 {
		return 0 // a wish that nobody has is not met
	}
	return 1000 * common(t.wished, t.offered, a, b, t.wishCount[a]) / t.wishCount[a]
}

// common counts what one set of a and another of b have in common, up to a limit.
func common(of, with wordSets, a, b, limit int) int {
	if of.width == 1 {
		return min(bits.OnesCount64(of.at[a]&with.at[b]), limit)
	}
	n := 0
	other := with.of(b)
	for k, word := range of.of(a) {
		n += bits.OnesCount64(word & other[k])
	}
	return min(n, limit)
}

func ordered(a, b int) [2]int { return [2]int{min(a, b), max(a, b)} }

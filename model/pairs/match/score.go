package match

import "math/bits"

// price works out beforehand what every way of meeting a wish gives, with these weights.
func (t *table) price() {
	gifts, languages, themes, parts := steps()
	of := func(wish, thousandths int) int { return t.full[wish] * thousandths / 1000 }
	for a, x := range gifts {
		for b, y := range gifts {
			t.gifts[a][b] = of(atCompetences, x+y)
		}
	}
	for i, x := range languages {
		t.language[i] = of(atLanguages, x)
	}
	for i, x := range themes {
		t.theme[i] = of(atThemes, x)
	}
	for i, x := range parts {
		t.part[i] = of(atParts, x)
	}
	for a := range t.level {
		for b := range t.level {
			t.level[a][b] = of(atLevels, nearLevel(a, b))
		}
	}
	for days := range t.wait {
		t.wait[days] = t.full[atWaiting] * days / (2 * longWait)
	}
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
		sum += t.again(days) - t.full[atAgain]
	}
	return sum
}

// plain is the score of two who were no pair before.
func (t *table) plain(a, b int) int {
	if t.briefs != nil {
		return t.plainOf(&t.briefs[a], &t.briefs[b])
	}
	return t.level[t.grade[a]][t.grade[b]] +
		t.gifts[common(t.strong, t.open, a, b, 2)][common(t.open, t.strong, a, b, 2)] +
		t.language[common(t.languages, t.languages, a, b, 2)] +
		t.theme[common(t.themes, t.themes, a, b, 3)] +
		t.part[min(bits.OnesCount32(uint32(t.parts[a]&t.parts[b])), 4)] +
		t.wishing(a, b) +
		t.wait[t.waits[a]+t.waits[b]] +
		t.full[atAgain]
}

// points is the score, wish by wish.
func (t *table) points(a, b int) (p Points) {
	p = Points{
		t.level[t.grade[a]][t.grade[b]],
		t.gifts[common(t.strong, t.open, a, b, 2)][common(t.open, t.strong, a, b, 2)],
		t.language[common(t.languages, t.languages, a, b, 2)],
		t.theme[common(t.themes, t.themes, a, b, 3)],
		t.part[min(bits.OnesCount32(uint32(t.parts[a]&t.parts[b])), 4)],
		t.wishing(a, b),
		t.wait[t.waits[a]+t.waits[b]],
		t.full[atAgain],
	}
	if len(t.past) == 0 {
		return p
	}
	if days, before := t.past[ordered(a, b)]; before {
		p[atAgain] = t.again(days)
	}
	return p
}

func (t *table) again(days int) int { return t.full[atAgain] * min(max(days, 0), longAgo) / longAgo }

// wishing gives half for each of the two: the part of their wishes that the other meets, all of it for who has none.
func (t *table) wishing(a, b int) int {
	if t.wishCount[a]|t.wishCount[b] == 0 {
		return t.full[atWishes]
	}
	return t.full[atWishes] * (t.meets(a, b) + t.meets(b, a)) / 2000
}

// meets is how much of what a wishes b is, in thousandths.
func (t *table) meets(a, b int) int {
	if t.wishCount[a] == 0 {
		return 1000
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

package match

import (
	"math/bits"
	"slices"

	"leerbalie/model"
)

// brief is all that the score of a pair depends on in one student, side by side in memory. It can be had where no set of
// words has more than 64, which is nearly always.
type brief struct {
	sites, strong, open, languages, themes, wished, offered uint64

	parts  model.DayParts
	waits  int32
	wishes int32 // how many
	grade  uint8
	none   uint8 // 1: has no wishes
}

// briefly makes briefs of all students; none where a set of words is too large.
func (t *table) briefly() {
	for _, of := range []wordSets{t.languages, t.themes, t.strong, t.open, t.wished, t.sites} {
		if of.width != 1 {
			return
		}
	}
	t.briefs, t.met = make([]brief, t.n), make([][65]int32, 1+slices.Max(append(t.wishCount, 0)))
	for count := range t.met {
		for found := range t.met[count] {
			if count > 0 {
				t.met[count][found] = int32(1000 * found / count)
			}
		}
	}
	for i := range t.briefs {
		t.briefs[i] = brief{sites: t.sites.at[i], strong: t.strong.at[i], open: t.open.at[i], languages: t.languages.at[i], themes: t.themes.at[i],
			wished: t.wished.at[i], parts: t.parts[i], waits: int32(t.waits[i]), wishes: int32(t.wishCount[i]), grade: t.grade[i]}
		if t.wishCount[i] == 0 {
			t.briefs[i].none = 1
		}
		if t.offered.width == 1 {
			t.briefs[i].offered = t.offered.at[i]
		}
	}
}

// plainOf is plain for two briefs.
func (t *table) plainOf(a, b *brief) int {
	p := &t.prices[a.none+b.none]
	return p.level[a.grade][b.grade] +
		p.gifts[min(bits.OnesCount64(a.strong&b.open), 2)][min(bits.OnesCount64(a.open&b.strong), 2)] +
		p.language[min(bits.OnesCount64(a.languages&b.languages), 2)] +
		p.theme[min(bits.OnesCount64(a.themes&b.themes), 3)] +
		p.part[min(bits.OnesCount32(uint32(a.parts&b.parts)), 4)] +
		p.wait[a.waits+b.waits] +
		p.wished*int(t.met[a.wishes][bits.OnesCount64(a.wished&b.offered)]+t.met[b.wishes][bits.OnesCount64(b.wished&a.offered)])/2000 +
		p.full[atAgain]
}

// togetherOf is together for two briefs, as far as they tell.
func (h *hardRules) togetherOf(a, b *brief) (out broken) {
	if bits.OnesCount32(uint32(a.parts&b.parts)) < h.limits.Shared {
		out = brokenParts
	}
	if a.sites&b.sites == 0 {
		out |= brokenSite
	}
	return out
}

// side is what decides in each of those that a row is scored with whether they may be a pair at all.
type side struct {
	sites []uint64
	parts []uint32
	brief []brief
	may   []int32 // room for the places of those who may
}

func (t *table) sideOf(cols []int) *side {
	n := len(cols)
	s := &side{make([]uint64, n), make([]uint32, n), make([]brief, n), make([]int32, n)}
	for c, i := range cols {
		s.brief[c] = t.briefs[i]
		s.sites[c], s.parts[c] = t.briefs[i].sites, uint32(t.briefs[i].parts)
	}
	return s
}

// fillBriefly scores one row of a grid from a column on. Who may be a pair is found first, without a branch that could be
// guessed wrong, and only those are scored.
func (p *problem) fillBriefly(cells []int32, row int, with *side, from int) {
	least, a := p.limits.Shared, p.briefs[row]
	cells, others := cells[from:], with.brief[from:]
	parts, may := with.parts[from:], with.may[from:]
	n := 0
	for c, sites := range with.sites[from:] {
		cells[c] = never
		sites &= a.sites
		few := uint64(bits.OnesCount32(uint32(a.parts)&parts[c]) - least) // its highest bit tells that they share too few
		may[n] = int32(c)
		n += int((sites | -sites) &^ few >> 63)
	}
	// what is the same for the whole row is looked up once
	t := p.table
	met, by := &t.met[a.wishes], [2]*prices{&t.prices[a.none], &t.prices[a.none+1]}
	for _, c := range may[:n] {
		b := &others[c]
		p := by[b.none&1]
		cells[c] = int32(p.level[a.grade][b.grade] + p.wait[a.waits+b.waits] + p.full[atAgain] +
			p.gifts[min(bits.OnesCount64(a.strong&b.open), 2)][min(bits.OnesCount64(a.open&b.strong), 2)] +
			p.language[min(bits.OnesCount64(a.languages&b.languages), 2)] +
			p.theme[min(bits.OnesCount64(a.themes&b.themes), 3)] +
			p.part[min(bits.OnesCount32(uint32(a.parts&b.parts)), 4)] +
			p.wished*int(met[bits.OnesCount64(a.wished&b.offered)]+t.met[b.wishes][bits.OnesCount64(b.wished&a.offered)])/2000)
	}
}

package match

import (
	"math/bits"
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
)

// Rule names a rule, hard or a wish; the same word can be both (enough day parts is hard, more of them is a wish).
type Rule string

// The wishes, in the order in which they are shown.
const (
	Levels      Rule = "level"       // mbo with hbo
	Competences Rule = "competences" // what one has, the other still has to show
	Languages   Rule = "languages"   // in common
	Themes      Rule = "themes"      // in common
	Parts       Rule = "dayparts"    // in common
	Wishes      Rule = "wishes"      // their own
	Waiting     Rule = "waiting"     // who has waited longest
	Again       Rule = "again"       // not with each other again so soon
)

// WishRules are the wishes in the order of Points.
func WishRules() []Rule {
	return []Rule{Levels, Competences, Languages, Themes, Parts, Wishes, Waiting, Again}
}

// The places of the wishes in Points and Weights.
const (
	atLevels = iota
	atCompetences
	atLanguages
	atThemes
	atParts
	atWishes
	atWaiting
	atAgain
	wishes // how many there are
)

// Weights say how much each wish counts, in the order of WishRules, each from 0 to MaxWeight. Only the proportions matter.
type Weights [wishes]int

// MaxWeight is the most that one wish can weigh.
const MaxWeight = 10

// DefaultWeights are what a site begins with.
func DefaultWeights() Weights { return Weights{5, 8, 4, 5, 6, 4, 4, 3} }

// WeightsOf reads weights as a site keeps them; a missing or impossible one is as at the beginning.
func WeightsOf(kept []pairs.Weight) Weights {
	out := DefaultWeights()
	for _, k := range kept {
		if i := slices.Index(WishRules(), Rule(k.Rule)); i >= 0 && k.Weight >= 0 && k.Weight <= MaxWeight {
			out[i] = k.Weight
		}
	}
	return out
}

// Keep is the weights as a site keeps them.
func (w Weights) Keep() []pairs.Weight {
	out := make([]pairs.Weight, wishes)
	for i, r := range WishRules() {
		out[i] = pairs.Weight{Rule: string(r), Weight: w[i]}
	}
	return out
}

// Perfect is the score of a pair in which every wish is met, in hundredths of a point.
const Perfect = 100_00

// without are the weights for a pair of whom so many have no wishes of their own: those of the other count for half, or nobody's do.
func (w Weights) without(none int) (out Weights) {
	for i, x := range w {
		out[i] = 2 * x
	}
	out[atWishes] = (2 - none) * w[atWishes]
	return out
}

// shares divides a perfect score over the wishes: whole hundredths that add up, the largest remainders first.
func (w Weights) shares() (out [wishes]int) {
	sum := 0
	for _, x := range w {
		sum += x
	}
	if sum == 0 {
		return out
	}
	left := Perfect
	order := make([]int, wishes)
	for i, x := range w {
		out[i] = Perfect * x / sum
		left -= out[i]
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return Perfect*w[b]%sum - Perfect*w[a]%sum })
	for _, i := range order[:left] {
		out[i]++
	}
	return out
}

// Points are what each wish gave a pair, in hundredths of a point, in the order of WishRules.
type Points [wishes]int

// Sum is the score.
func (p Points) Sum() (sum int) {
	for _, x := range p {
		sum += x
	}
	return sum
}

// The steps by which a wish is met: what having 0, 1, 2 … of it gives, in thousandths of the wish's share.
// They are the curve of each wish: a first thing in common counts most.
func steps() (gifts, languages [3]int, themes [4]int, parts [5]int) {
	gifts = [...]int{0, 300, 500} // competences that one has and the other needs, each way
	languages = [...]int{0, 500, 1000}
	themes = [...]int{0, 500, 800, 1000}
	parts = [...]int{0, 250, 500, 750, 1000}
	return
}

// longWait is how many days of waiting count in full, and longAgo after how many days a former pair is as good as new.
const (
	longWait = 120
	longAgo  = 365
)

// table has all that scoring needs, students by number.
type table struct {
	n        int
	students []*Student // in the order of their ids
	parts    []model.DayParts
	grade    []uint8 // the place of the level in model.Levels, 6 for an unknown one
	languages, themes, strong, open,
	wished, offered, sites wordSets
	wishCount []int
	waits     []int
	past      map[[2]int]int // days since two were a pair
	briefs    []brief        // none where the sets are too large
	met       [][65]int32    // what of so many wishes so many met ones are, in thousandths; nothing where there are none

	prices [3]prices // by how many of the two have no wishes of their own
}

// prices is what every way of meeting a wish gives.
type prices struct {
	full     Points
	wished   int // for wishes of which all are met, where both have some; of one, twice that
	gifts    [3][3]int
	language [3]int
	theme    [4]int
	part     [5]int
	level    [7][7]int
	wait     [2*longWait + 1]int
}

func newTable(students []*Student, w Weights) *table {
	n := len(students)
	t := &table{n: n, students: students, parts: make([]model.DayParts, n), grade: make([]uint8, n), wishCount: make([]int, n),
		waits: make([]int, n), past: map[[2]int]int{}}
	tongue, themes, wish, skill := newLexicon(), newLexicon(), newLexicon(), newLexicon()
	languages := func(s *Student) []string { return s.Languages }
	theme := func(s *Student) []string { return s.Themes }
	has := func(s *Student) []string { return s.Strong }
	t.languages = numbered(tongue, students, true, languages).sets(tongue)
	t.themes = numbered(themes, students, true, theme).sets(themes)
	strong := numbered(skill, students, true, has, func(s *Student) (out []string) {
		for _, c := range s.Covers {
			out = append(out, c.As)
		}
		return out
	})
	t.open = numbered(skill, students, true, func(s *Student) []string { return s.Open }).sets(skill)
	t.strong = strong.sets(skill) // after both were numbered, so that both sets have room for all
	t.wished = numbered(wish, students, true, func(s *Student) []string { return s.Wishes }).sets(wish)
	if len(wish.folded) > 0 {
		t.offered = numbered(wish, students, false, levels, languages, theme, has).sets(wish)
		buffer := make([]byte, 0, 64)
		for i := range students {
			for _, name := range [2]string{students[i].Name, students[i].Number} {
				if n := wish.once(name, buffer); n >= 0 {
					t.offered.of(i)[n/64] |= 1 << (n % 64)
				}
			}
		}
	}
	t.sites = siteSets(students)
	for i := range students {
		s := students[i]
		t.parts[i] = s.Parts
		t.grade[i] = uint8(len(model.Levels()))
		if g := slices.Index(model.Levels(), s.Level); g >= 0 {
			t.grade[i] = uint8(g)
		}
		t.waits[i] = min(max(s.Waiting, 0), longWait)
		for _, word := range t.wished.of(i) {
			t.wishCount[i] += bits.OnesCount64(word)
		}
	}
	t.briefly()
	for none := range t.prices {
		t.prices[none].price(w.without(none).shares(), none)
	}
	return t
}

// offers are the words by which a wish can mean somebody.
func offers(s *Student) []string {
	return slices.Concat([]string{s.Name, s.Number}, levels(s), s.Languages, s.Themes, s.Strong)
}

// levels are the words for the level of somebody.
func levels(s *Student) []string {
	switch TrackOf(s.Level) {
	case MBO:
		return []string{s.Level, "mbo"}
	case HBO:
		return []string{s.Level, "hbo"}
	}
	return []string{s.Level}
}

// siteSets gives each student the sites they can work at; who names none can work at all of them.
func siteSets(students []*Student) wordSets {
	at := map[journal.ID]int{}
	for i := range students {
		for _, id := range students[i].Sites {
			if _, known := at[id]; !known {
				at[id] = len(at)
			}
		}
	}
	width := max(1, (len(at)+63)/64)
	b := wordSets{width, make([]uint64, width*len(students))}
	for i := range students {
		set := b.of(i)
		if len(students[i].Sites) == 0 {
			for k := range set {
				set[k] = ^uint64(0)
			}
		}
		for _, id := range students[i].Sites {
			set[at[id]/64] |= 1 << (at[id] % 64)
		}
	}
	return b
}

// Shares are the most that each wish can give a pair with these weights, in hundredths of a point, where both have wishes of their own.
func (w Weights) Shares() Points { return w.shares() }

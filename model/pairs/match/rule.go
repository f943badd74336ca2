package match

import (
	"math/bits"

	"leerbalie/model/pairs"
)

// The hard rules that are not wishes as well, in words for scripts. Levels, Parts and the others of wish.go stand for a
// hard rule where something stands in the way.
const (
	Active    Rule = "active"    // in a time-out
	Free      Rule = "free"      // has a running pair
	Stated    Rule = "stated"    // states too few day parts
	Site      Rule = "site"      // no site at which both can work
	Forbidden Rule = "forbidden" // the two may not be a pair
	Failed    Rule = "failed"    // were a pair that did not work out
	NotBegun  Rule = "not-begun" // begins later
	Taken     Rule = "taken"     // everybody who fits has somebody
	Nobody    Rule = "nobody"    // there is nobody of the other level, or nobody at all
	Trio      Rule = "trio"      // would join a pair
)

// broken is a set of hard rules that two students break together.
type broken uint8

const (
	brokenParts broken = 1 << iota
	brokenSite
	brokenLevel
	brokenStated
	brokenForbidden
	brokenFree
	brokenActive
	brokenFailed
)

// rules are the names of broken rules, the one that is easiest to give way on first.
func (b broken) rules() (out []Rule) {
	for _, x := range [...]struct {
		bit  broken
		name Rule
	}{{brokenParts, Parts}, {brokenSite, Site}, {brokenLevel, Levels}, {brokenStated, Stated}, {brokenFailed, Failed}, {brokenForbidden, Forbidden},
		{brokenFree, Free}, {brokenActive, Active}} {
		if b&x.bit != 0 {
			out = append(out, x.name)
		}
	}
	return out
}

func (b broken) len() int { return bits.OnesCount8(uint8(b)) }

// Mode says who can be paired with whom.
type Mode string

// The modes: mbo with hbo, or everybody with everybody, where mbo with hbo is a wish.
const (
	Across Mode = "across"
	Mixed  Mode = "mixed"
)

// hardRules holds the hard rules over a table.
type hardRules struct {
	*table
	mode      Mode
	limits    pairs.MatchLimits
	busy      []bool // has a running pair that stays
	forbidden map[[2]int]bool
	failed    map[[2]int]bool // were a pair that did not work out
	allowed   map[[2]int]bool // for which no rule counts
	track     []Track
}

// alone is what keeps a student from every pair.
func (h *hardRules) alone(i int) (b broken) {
	s := h.students[i]
	if s.Away {
		b |= brokenActive
	}
	if h.busy[i] {
		b |= brokenFree
	}
	if s.Parts.Len() < h.limits.Stated {
		b |= brokenStated
	}
	if h.mode == Across && h.track[i] == NoTrack {
		b |= brokenLevel
	}
	return b
}

// together is what keeps two from each other, leaving out what keeps each from every pair.
func (h *hardRules) together(a, b int) (out broken) {
	if h.briefs != nil {
		out = h.togetherOf(&h.briefs[a], &h.briefs[b])
	} else {
		if bits.OnesCount32(uint32(h.parts[a]&h.parts[b])) < h.limits.Shared {
			out |= brokenParts
		}
		if !h.meet(a, b) {
			out |= brokenSite
		}
	}
	if h.mode == Across && h.track[a] == h.track[b] {
		out |= brokenLevel
	}
	if len(h.forbidden) > 0 && h.forbidden[ordered(a, b)] {
		out |= brokenForbidden
	}
	if len(h.failed) > 0 && h.failed[ordered(a, b)] {
		out |= brokenFailed
	}
	return out
}

// between is all that keeps two from being a pair.
func (h *hardRules) between(a, b int) broken { return h.alone(a) | h.alone(b) | h.together(a, b) }

// meet tells whether there is a site at which both can work.
func (h *hardRules) meet(a, b int) bool {
	if h.sites.width == 1 {
		return h.sites.at[a]&h.sites.at[b] != 0
	}
	other := h.sites.of(b)
	for k, word := range h.sites.of(a) {
		if word&other[k] != 0 {
			return true
		}
	}
	return false
}

// fits tells whether two who are both available may be a pair.
func (h *hardRules) fits(a, b int) bool {
	return h.together(a, b) == 0 || len(h.allowed) > 0 && h.allowed[ordered(a, b)]
}

// fitThree tells whether three can be a trio: it has the rules of a pair, but for the levels. Anew, those who failed as a pair
// are none; a person may decide otherwise.
func (h *hardRules) fitThree(members []int, anew bool) bool {
	a, b, c := members[0], members[1], members[2]
	if (h.parts[a] & h.parts[b] & h.parts[c]).Len() < h.limits.Shared {
		return false
	}
	for n, f := range [2]map[[2]int]bool{h.forbidden, h.failed} {
		if (n == 0 || anew) && len(f) > 0 && (f[ordered(a, b)] || f[ordered(a, c)] || f[ordered(b, c)]) {
			return false
		}
	}
	for k, word := range h.sites.of(a) {
		if word&h.sites.of(b)[k]&h.sites.of(c)[k] != 0 {
			return true
		}
	}
	return false
}

package match

import (
	"slices"

	"leerbalie/model/journal"
)

// Reason is one fact that speaks for a pair, with its own points. What each gives the other, what each wished and how long each waited are facts of
// their own.
type Reason struct {
	Rule   Rule
	Points int        // in hundredths
	From   journal.ID // who gives something, or whose wish or waiting it is; zero where it is of all of them
	To     journal.ID // who gets it
	What   []Gift     // what is given, or what of a wish is met
}

// Reasons are the facts behind the points of a pair, in the order of WishRules; together they are its score. A wish that nobody has is none.
func Reasons(in Input, pair *Pair) (out []Reason) {
	f := FactsOf(in, pair.Members)
	for w, rule := range WishRules() {
		points := pair.Points[w]
		var parts []Reason
		var raw []int
		switch rule {
		case Competences:
			parts, raw = directed(rule, f.Gives)
			for i := range raw {
				gifts, _, _, _ := steps()
				raw[i] = gifts[min(raw[i], 2)]
			}
		case Wishes:
			if f.Wishers == 0 {
				continue
			}
			parts, raw = directed(rule, f.Wishes)
			for i := range parts { // whose wish it is
				parts[i].From, parts[i].To = parts[i].To, parts[i].From
			}
		case Waiting:
			for i, id := range pair.Members {
				if days := f.Waiting[i]; days > 0 {
					parts, raw = append(parts, Reason{Rule: rule, From: id}), append(raw, min(days, longWait))
				}
			}
		}
		if points == 0 || len(parts) == 0 {
			out = append(out, Reason{Rule: rule, Points: points})
			continue
		}
		for i, n := range divide(points, raw) {
			parts[i].Points = n
			out = append(out, parts[i])
		}
	}
	return out
}

// directed puts gifts together by who gives whom, and counts them.
func directed(rule Rule, gifts []Gift) (out []Reason, count []int) {
	for _, g := range gifts {
		i := slices.IndexFunc(out, func(r Reason) bool { return r.From == g.From && r.To == g.To })
		if i < 0 {
			i = len(out)
			out, count = append(out, Reason{Rule: rule, From: g.From, To: g.To}), append(count, 0)
		}
		out[i].What = append(out[i].What, g)
		count[i]++
	}
	return out, count
}

// divide parts a number by shares; what is left over is of the first.
func divide(n int, shares []int) []int {
	sum, left := 0, n
	for _, s := range shares {
		sum += s
	}
	out := make([]int, len(shares))
	for i, s := range shares {
		out[i] = n * s / sum
		left -= out[i]
	}
	out[0] += left
	return out
}

package match

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Facts are what the points of a pair stand for, in the words of the students.
type Facts struct {
	Parts     model.DayParts // that all share
	Languages []string       // that at least two share
	Themes    []string
	Gives     []Gift // competences that one has and another still has to show
	Wishes    []Gift // what one is that another wishes
	Waiting   []int  // whole days, of each member
	Wishers   int    // how many of them have wishes of their own
	Days      int    // since two of them were a pair; -1 for never
}

// Gift is something that one member has to offer another.
type Gift struct {
	From, To journal.ID
	What     string
	As       string // what it is in the list of who gets it, where that is another; "" for the same
}

// FactsOf finds what stands behind a pair's points.
func FactsOf(in Input, members []journal.ID) Facts {
	f := Facts{Parts: model.AllDayParts, Days: -1}
	var people []*Student
	for _, id := range members {
		if i := slices.IndexFunc(in.Students, func(s Student) bool { return s.ID == id }); i >= 0 {
			people = append(people, &in.Students[i])
		}
	}
	for k, a := range people {
		f.Parts &= a.Parts
		f.Waiting = append(f.Waiting, a.Waiting)
		if len(a.Wishes) > 0 {
			f.Wishers++
		}
		for _, b := range people[:k] {
			f.Languages = join(f.Languages, shared(a.Languages, b.Languages))
			f.Themes = join(f.Themes, shared(a.Themes, b.Themes))
			for _, way := range [2][2]*Student{{b, a}, {a, b}} {
				from, to := way[0], way[1]
				for _, what := range shared(from.Strong, to.Open) {
					f.Gives = append(f.Gives, Gift{From: from.ID, To: to.ID, What: what})
				}
				for _, c := range from.Covers { // what counts once where it is one word for both
					if len(shared([]string{c.As}, to.Open)) > 0 && len(shared([]string{c.As}, from.Strong)) == 0 &&
						!slices.ContainsFunc(f.Gives, func(g Gift) bool {
							return g.From == from.ID && g.To == to.ID && plain.FoldText(g.As) == plain.FoldText(c.As)
						}) {
						f.Gives = append(f.Gives, Gift{from.ID, to.ID, c.What, c.As})
					}
				}
				for _, what := range shared(to.Wishes, offers(from)) {
					f.Wishes = append(f.Wishes, Gift{From: from.ID, To: to.ID, What: what})
				}
			}
		}
	}
	for _, p := range in.Past {
		both := 0
		for _, id := range members {
			if slices.Contains(p.Members, id) {
				both++
			}
		}
		if both > 1 && (f.Days < 0 || p.Days < f.Days) {
			f.Days = p.Days
		}
	}
	return f
}

// shared are the words of a that b has as well, whatever their case and accents.
func shared(a, b []string) (out []string) {
	for _, w := range a {
		folded := plain.FoldText(w)
		if folded != "" && slices.ContainsFunc(b, func(o string) bool { return plain.FoldText(o) == folded }) {
			out = join(out, []string{w})
		}
	}
	return out
}

func join(list, more []string) []string {
	for _, w := range more {
		if !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	return list
}

package alike

import (
	"slices"
	"sync"

	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// shipped is which parts of the lists that come with the program are about the same: our own reading of what the indicators
// below them ask, as a place to start from. No school or programme has approved it, and a site alters it. It is put together
// once; nobody alters what it returns.
var shipped = sync.OnceValue(func() (out []Pair) {
	hbo, helpende, mbo := competence.BuiltinFor("hbo"), competence.BuiltinFor("mbo-2"), competence.BuiltinFor("mbo-4")
	for _, s := range []struct {
		one, other journal.ID
		parts      [][2]string
	}{
		{helpende, hbo, [][2]string{
			{"W1", "C2"}, // preparing and coordinating: a plan of steps
			{"W2", "C1"}, // listening and asking on
			{"W3", "C3"}, // getting somebody in time, knowing where the own part ends
			{"W4", "C2"}, // writing down what was done and agreed
			{"W5", "C5"}, // looking back, asking for feedback
		}},
		{helpende, mbo, [][2]string{
			{"W1", "K1-W2"}, // who does what and when
			{"W2", "K1-W1"}, // contact, asking on
			{"W3", "K2-W2"}, // safety and privacy
			{"W4", "K1-W4"}, // handing over
			{"W5", "K2-W1"}, // the own development
		}},
		{mbo, hbo, [][2]string{
			{"K1-W1", "C1"}, // what is going on, who helps
			{"K1-W2", "C2"}, // a plan with goals that can be reached
			{"K1-W3", "C2"}, // supporting so that it works
			{"K1-W4", "C3"}, // knowing the neighbourhood, handing over in person
			{"K2-W1", "C5"}, // looking back, own goals
			{"K2-W2", "C4"}, // ideas for better work
		}},
	} {
		for _, p := range s.parts {
			out = append(out, Pair{One: part(s.one, p[0]), Other: part(s.other, p[1]), Shipped: true}.ordered())
		}
	}
	return out
})

// part is a part of a list that comes with the program by its code; without a node where there is none.
func part(list journal.ID, code string) Part {
	for _, f := range competence.BuiltinFrameworks() {
		if i := slices.IndexFunc(f.Nodes, func(n competence.Node) bool { return n.Code == code }); f.ID == list && i >= 0 {
			return Part{list, f.Nodes[i].ID}
		}
	}
	return Part{List: list}
}

package pairs_test

import (
	"testing"

	"leerbalie/ui/pairs"
	"leerbalie/ui/uitest"
)

// TestEveryActionDoesSomethingWhereItIsOffered tries all that can be done with pairs, as a coordinator and as a student.
func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	at := func(press ...string) func() *uitest.Desk {
		return func() *uitest.Desk {
			d := wide(t)
			d.Press(press...)
			return d
		}
	}
	member := func(press ...string) func() *uitest.Desk {
		return func() *uitest.Desk {
			d := at("p", "P", "j")()
			d.Sit(runs(t, d)[0].Members[0])
			d.Press(press...)
			return d
		}
	}
	uitest.TryActions(t, pairs.Keys(),
		uitest.Place{Name: "nobody has a buddy", Open: at()},
		uitest.Place{Name: "a proposal", Open: at("p")},
		uitest.Place{Name: "a student without a buddy in the proposal", Open: at("p", "<end>")},
		uitest.Place{Name: "what was decided", Open: at("p", "l", "<home>")},
		uitest.Place{Name: "a running pair", Open: at("p", "P", "j")},
		uitest.Place{Name: "the details of a pair", Open: at("p", "P", "j", "<enter>")},
		uitest.Place{Name: "a rematch", Open: at("p", "P", "j", "r")},
		uitest.Place{Name: "pairs that ended", Open: at("<left>")},
		uitest.Place{Name: "the weights", Open: at("w")},
		uitest.Place{Name: "nobody found", Open: at("/", "niemand", "<enter>")},
		uitest.Place{Name: "a student", Open: member("2")},
		uitest.Place{Name: "a student at the proposal", Open: member("2", "p")},
	)
}

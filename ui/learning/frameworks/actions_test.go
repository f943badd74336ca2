package frameworks_test

import (
	"slices"
	"testing"

	"leerbalie/model/transfer"
	"leerbalie/ui/keys"
	"leerbalie/ui/learning/frameworks"
	"leerbalie/ui/uitest"
)

// TestEveryActionDoesSomethingWhereItIsOffered tries all that can be done with lists of competences, by who leads and by
// who does not.
func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	at := func(press ...string) func() *uitest.Desk {
		return func() *uitest.Desk {
			d := open(t, "nl", wide(), &disk{report: transfer.FrameworkReport{Title: "Onze lijst", Report: transfer.Report{Read: 1, Imported: 1}}})
			d.Press(press...)
			return d
		}
	}
	student := func(press ...string) func() *uitest.Desk {
		return func() *uitest.Desk {
			d := at()()
			d.Sit(d.Ali)
			show(d)
			d.Press(press...)
			return d
		}
	}
	all := slices.DeleteFunc(frameworks.Keys(), func(k keys.Key) bool { return k.ID == frameworks.Stop }) // shows nothing until the work has ended
	uitest.TryActions(t, all,
		uitest.Place{Name: "the lists", Open: at()},
		uitest.Place{Name: "a list that was put away", Open: at("a", "<right>")},
		uitest.Place{Name: "a list itself", Open: at("<enter>")},
		uitest.Place{Name: "a part", Open: at("<enter>", "<down>", "<down>")},
		uitest.Place{Name: "no part found", Open: at("<enter>", "/", "niets hiervan", "<enter>")},
		uitest.Place{Name: "versions", Open: at("<enter>", "<down>", "J", "v")},
		uitest.Place{Name: "an earlier version", Open: at("<enter>", "<down>", "J", "v", "<end>", "<enter>")},
		uitest.Place{Name: "the groups of a list", Open: at("g")},
		uitest.Place{Name: "a try", Open: at("i", "raam", "<enter>", "<ctrl+s>")},
		uitest.Place{Name: "the lists, for a student", Open: student()},
		uitest.Place{Name: "a list, for a student", Open: student("<enter>", "<down>")},
	)
}

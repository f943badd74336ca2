package files_test

import (
	"testing"

	"leerbalie/model/transfer"
	"leerbalie/ui/files/wizard"
	"leerbalie/ui/uitest"
)

// TestEveryKeyOfTheStepsDoesSomething tries what can be done with the columns of a file, and with what will happen.
func TestEveryKeyOfTheStepsDoesSomething(t *testing.T) {
	at := func(press ...string) func() *uitest.Desk {
		return func() *uitest.Desk {
			d := begin(t, &disk{report: transfer.Report{Read: 10, Imported: 7}})
			d.Press(press...)
			return d
		}
	}
	var all = wizard.Keys()
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].ID == wizard.Stop { // shows nothing until the work has ended
			all = append(all[:i:i], all[i+1:]...)
		}
	}
	uitest.TryActions(t, all,
		uitest.Place{Name: "the columns", Open: at()},
		uitest.Place{Name: "a column that is left out", Open: at("<down>", "<down>", "<down>", "<down>")},
		uitest.Place{Name: "citizen service numbers", Open: at("<down>", "<down>", "<down>", "<down>", "<down>")},
		uitest.Place{Name: "two columns for one field", Open: at("<right>", "<left>", "<left>", "<right>", "<right>")},
		uitest.Place{Name: "no question", Open: at("<down>", "<down>", "<down>", "<delete>")},
		uitest.Place{Name: "what will happen", Open: at("<enter>")},
	)
}

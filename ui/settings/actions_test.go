package settings_test

import (
	"testing"

	"leerbalie/ui/settings"
	"leerbalie/ui/uitest"
)

// TestEveryActionDoesSomethingWhereItIsOffered tries all that can be done with settings and the site's own lists.
func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	at := func(press ...string) func() *uitest.Desk {
		return func() *uitest.Desk {
			d := open(t, "nl", 120, 40)
			d.Press(press...)
			return d
		}
	}
	uitest.TryActions(t, settings.Keys(),
		uitest.Place{Name: "the settings", Open: at("<enter>", " Noord", "<enter>")},
		uitest.Place{Name: "the themes", Open: at("j", "j", "<enter>", "j")},
		uitest.Place{Name: "the tags, of which there are none", Open: at("j", "j", "j", "<enter>")},
	)
}

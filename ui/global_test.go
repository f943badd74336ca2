package ui_test

import (
	"testing"
	"time"

	"leerbalie/ui"
	"leerbalie/ui/keys"
	"leerbalie/ui/uitest"
)

// TestTheKeysOfTheFrameWorkOnEveryScreen tries the keys that work everywhere on a screen with a list, where each does
// something by each of its names; in a text field those that are a character are text.
func TestTheKeysOfTheFrameWorkOnEveryScreen(t *testing.T) {
	for _, k := range ui.AllKeys().In(keys.Global) {
		if k.ID == keys.Back || k.ID == keys.Redraw || k.ID == keys.Aside { // of screens, of the terminal alone, and for those without a screen
			continue
		}
		for _, name := range k.Keys {
			d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true})
			if k.ID == keys.Clock { // while the computer's clock is far ahead
				d.Set(uitest.Start().AddDate(73, 0, 0))
				d.Pass(time.Minute)
			}
			before := d.Frame()
			d.Press("<" + name + ">")
			if d.Frame() == before && !d.Quit {
				t.Errorf("%s does nothing by %s", k.ID, name)
			}
			if len(name) > 1 {
				continue
			}
			d = uitest.Open(t, uitest.Options{Lang: "nl", Fill: true})
			d.Press("/", "<"+name+">")
			if d.Quit {
				t.Errorf("%s leaves while it is typed", name)
			}
			d.Shows("Zoeken: " + name)
		}
	}
}

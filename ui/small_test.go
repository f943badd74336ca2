package ui_test

import (
	"strings"
	"testing"
	"time"

	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// TestEveryFormIsInTheSmallestWindow goes with Tab through every form that a key of a screen opens, in the smallest window: the field that
// is typed in is always there with what it is called, and the bar says how to keep it and how to leave.
func TestEveryFormIsInTheSmallestWindow(t *testing.T) {
	forms := map[string]int{}
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, at := range []string{"1", "2", "3", "4", "5", "M"} {
			open := func() *uitest.Desk {
				d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: screen.Size{Width: 60, Height: 15}})
				d.Press(at)
				d.Pass(10 * time.Second)
				return d
			}
			for _, k := range open().Offered() {
				if k.ID == keys.Quit {
					continue
				}
				d := open()
				d.Press("<" + k.Keys[0] + ">")
				forms[at] += throughForm(d, string(lang)+", screen "+at+", key "+k.Keys[0])
			}
		}
	}
	for _, at := range []string{"1", "2", "4"} {
		if forms[at] < 4 {
			t.Errorf("screen %s opens %d forms in two languages", at, forms[at])
		}
	}
}

// throughForm goes through the open form, and tells by 1 that there was one.
func throughForm(d *uitest.Desk, where string) int {
	d.T.Helper()
	been := map[string]bool{}
	for n := range 60 {
		f, ok := d.Said().On(say.Field)
		if !ok || been[f.ID] {
			return min(n, 1)
		}
		been[f.ID] = true
		label := strings.Fields(f.Text)
		if len(label) > 2 {
			label = label[:2]
		}
		if frame := d.Frame(); !strings.Contains(strings.ToLower(frame), strings.ToLower(strings.Join(label, " "))) && !strings.Contains(frame, "│ › ") {
			d.T.Errorf("%s: the field %q is not in the window:\n%s", where, f.Text, frame)
			return 1
		}
		if strings.TrimSpace(d.Bar()) == "" {
			d.T.Errorf("%s: nothing is on the bar:\n%s", where, d.Frame())
		}
		d.Press("<tab>")
	}
	d.T.Errorf("%s: Tab does not come round", where)
	return 1
}

package uitest

import (
	"slices"
	"strings"

	"leerbalie/ui/say"
)

// Heard are the lines of some kinds that are said now, in order; the row or the field that the cursor is on begins with "> ", and a field has
// what stands in it behind it.
func (d *Driver) Heard(kinds ...say.Kind) (out []string) {
	for _, line := range d.Said() {
		if !slices.Contains(kinds, line.Kind) {
			continue
		}
		text := line.Text
		if line.Kind == say.Field {
			text += " = " + line.Value
		}
		if line.At {
			text = "> " + text
		}
		out = append(out, text)
	}
	return out
}

// Hears fails the test unless exactly these lines of some kind are said, in this order.
func (d *Driver) Hears(kind say.Kind, want ...string) {
	d.T.Helper()
	if got := d.Heard(kind); !slices.Equal(got, want) {
		d.T.Errorf("said:\n  %s\nwant:\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// HearsOne fails the test unless this line is said, among others of its kind.
func (d *Driver) HearsOne(kind say.Kind, want string) {
	d.T.Helper()
	if got := d.Heard(kind); !slices.Contains(got, want) {
		d.T.Errorf("not said: %s\nsaid:\n  %s", want, strings.Join(got, "\n  "))
	}
}

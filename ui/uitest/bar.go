package uitest

import (
	"strings"

	"leerbalie/ui/keys"
)

// Bar is the line of keys that shows.
func (d *Driver) Bar() string {
	lines := strings.Split(strings.TrimRight(d.Frame(), "\n"), "\n")
	return lines[len(lines)-1]
}

// OnTheBar presses a key that the line of keys shows with a word, as large as the window is; it fails the test where that does not show.
func (d *Driver) OnTheBar(name, word string) {
	d.T.Helper()
	if shown := keys.Show(name) + " " + word; !strings.Contains(d.Bar()+"  ", " "+shown+"  ") {
		d.T.Fatalf("%q is not on the bar:\n%s", shown, d.Frame())
	}
	d.Press("<" + name + ">")
}

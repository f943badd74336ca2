package dialog

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/screen"
)

// TestKeysOfTheFirstSecondAreAboutNothing: a key that is about a row does nothing where it was pressed before any row showed, and says so;
// what opens something keeps what was typed behind it, and so does what is pressed once something shows.
func TestKeysOfTheFirstSecondAreAboutNothing(t *testing.T) {
	for _, c := range []struct{ typed, later, released, lost string }{
		{"c", "", "", "c"},
		{"cx", "m", "m", "c"},  // what comes behind the first is about the same
		{"nca", "", "nca", ""}, // n opens a line in which c and a are letters
		{"jc", "", "j", "c"},   // moving is harmless, and what follows is not
		{"", "c", "c", ""},     // by then there is something to see
		{"1?", "", "1?", ""},   // of other places
		{"", "", "", ""},
	} {
		h := newHosted(t)
		h.arrived = false
		h.OfShown = func(msg tea.KeyMsg) bool { return strings.Contains("cxm", msg.String()) }
		for _, r := range c.typed {
			h.Update(typed(string(r)))
		}
		if held := h.Released(); len(held) != 0 {
			t.Fatalf("%q is released before anything shows", c.typed)
		}
		h.Arrived()
		h.Hold()
		for _, r := range c.later {
			h.Update(typed(string(r)))
		}
		h.Arrived()
		got := ""
		for _, key := range h.Released() {
			got += key.String()
		}
		if got != c.released {
			t.Errorf("%q and later %q: %q is released, want %q", c.typed, c.later, got, c.released)
		}
		cmd := h.Lost()
		if (cmd != nil) != (c.lost != "") {
			t.Fatalf("%q: lost %v", c.typed, cmd != nil)
		}
		if cmd != nil {
			if said, ok := cmd().(screen.Toast); !ok || !strings.Contains(said.Text, c.lost) {
				t.Errorf("%q: it says %+v", c.typed, said)
			}
			if h.Lost() != nil {
				t.Error("it is said twice")
			}
		}
	}
}

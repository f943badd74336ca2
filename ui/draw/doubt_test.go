package draw

import (
	"testing"

	"leerbalie/ui/screen"
)

// TestTheRendererDoubtsNoLetter: what every terminal measures alike is compared with nothing, and what not every one does is.
func TestTheRendererDoubtsNoLetter(t *testing.T) {
	c := NewCells("xterm-256color", false)
	for _, s := range []struct {
		line   string
		doubts bool
	}{{"\x1b[1mWachtrij\x1b[m · één… │ ▌", false}, {"", false}, {"e\u0301", true}, {"gewoon", true}} {
		c.Frame(s.line, screen.Size{Width: 40, Height: 2})
		if c.doubts != s.doubts {
			t.Errorf("%q: %v", s.line, c.doubts)
		}
	}
	wide := NewCells("xterm-256color", false)
	if wide.Frame("日本", screen.Size{Width: 40, Height: 2}); !wide.doubts {
		t.Error("what is two cells wide is not doubted")
	}
}

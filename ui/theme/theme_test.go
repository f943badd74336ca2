package theme

import (
	"strings"
	"testing"
)

func TestDepth(t *testing.T) {
	for _, c := range []struct {
		in   Terminal
		want Depth
	}{
		{Terminal{Term: "xterm-256color"}, Colours256},
		{Terminal{Term: "xterm-256color", ColorTerm: "truecolor"}, TrueColour},
		{Terminal{Term: "xterm-256color", ColorTerm: "truecolor", NoColor: true}, NoColour},
		{Terminal{Term: "linux"}, Colours16},
		{Terminal{Term: "dumb"}, NoColour},
		{Terminal{}, NoColour},
	} {
		if got := c.in.Depth(); got != c.want {
			t.Errorf("%+v: %d, want %d", c.in, got, c.want)
		}
	}
}

func TestDark(t *testing.T) {
	for in, want := range map[string][2]bool{"15;0": {true, true}, "0;15": {false, true}, "0;default;15": {false, true}, "": {true, false}, "0;default": {true, false}} {
		dark, known := Terminal{ColorFGBG: in}.Dark()
		if dark != want[0] || known != want[1] {
			t.Errorf("%q: dark %v known %v", in, dark, known)
		}
	}
}

func TestEveryDepthPaints(t *testing.T) {
	for depth := NoColour; depth <= TrueColour; depth++ {
		for _, dark := range []bool{true, false} {
			th := New(depth, dark)
			for name, p := range map[string]Paint{"caret": th.Caret, "button": th.Button, "now": th.Now, "cursor": th.Cursor} {
				got := p.On("woord")
				if !strings.HasPrefix(got, "\x1b[") || !strings.HasSuffix(got, "\x1b[0m") {
					t.Errorf("depth %d dark %v: %s is %q", depth, dark, name, got)
				}
				if depth == NoColour && (strings.Contains(got, "[3") || strings.Contains(got, "[4m") || strings.Contains(got, ";")) {
					t.Errorf("without colour %s still has one: %q", name, got)
				}
			}
		}
	}
}

func TestOverGoesOnAfterAnInnerStyle(t *testing.T) {
	th := New(TrueColour, true)
	got := th.Cursor.Over("a" + th.Now.On("b") + "c")
	if strings.Count(got, th.Cursor.on) != 2 {
		t.Errorf("%q", got)
	}
}

// TestAccessibleAsksForLines reads the variable as others do, and the terminals on which nothing can be drawn.
func TestAccessibleAsksForLines(t *testing.T) {
	for value, want := range map[string]bool{"": false, "0": false, "false": false, "False": false, " ": false, "1": true, "true": true, "yes": true, "x": true} {
		if got := Accessible(value); got != want {
			t.Errorf("%q: %v", value, got)
		}
	}
	for env, want := range map[Terminal]bool{{Term: "xterm"}: false, {Term: "dumb"}: true, {Term: "xterm", Linear: true}: true, {}: false} {
		if got := env.Lines(); got != want {
			t.Errorf("%+v: %v", env, got)
		}
	}
}

package screen

import (
	"testing"

	"leerbalie/ui/theme"
)

// TestWhereLinesAreMoved: only where nothing stands between, and by itself only where the terminal is known to do it well.
func TestWhereLinesAreMoved(t *testing.T) {
	for _, c := range []struct {
		terminal Terminal
		set      string
		want     bool
	}{
		{Terminal{}, On, false}, // at the other end of a connection
		{Terminal{Well: true}, On, false},
		{Terminal{Scrolls: true}, "", false},
		{Terminal{Scrolls: true}, On, true},
		{Terminal{Scrolls: true, Well: true}, "", true},
		{Terminal{Scrolls: true, Well: true}, Off, false},
		{Terminal{Scrolls: true, Well: true}, "perhaps", true},
	} {
		if got := (Env{}).With(ScrollSetting, c.set).Scrolls(c.terminal); got != c.want {
			t.Errorf("%+v, %q: %v", c.terminal, c.set, got)
		}
	}
	for name, want := range map[string]bool{"xterm-256color": false, "xterm-kitty": true, "xterm-ghostty": true, "kitty": true, "tmux-256color": true, "screen": false, "linux": false, "stone": false, "st-256color": true, "": false} {
		if got := (theme.Terminal{Term: name}).Scrolls(); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

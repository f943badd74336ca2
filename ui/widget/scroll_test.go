package widget

import (
	"strconv"
	"strings"
	"testing"

	"leerbalie/ui/keys"
	"leerbalie/ui/theme"
)

func TestScroll(t *testing.T) {
	lines := strings.Split("a b c d e f", " ")
	var s Scroll
	shows := func(height int, want string) {
		t.Helper()
		got := s.Window(theme.Bare(), lines, height, func(left int) string { return strconv.Itoa(left) })
		if strings.Join(got, " ") != want {
			t.Errorf("%q shows, not %q", got, want)
		}
	}
	shows(3, "a b "+theme.DownSign+" 4")
	s.Go(1, len(lines), 3)
	shows(3, "b c "+theme.DownSign+" 3")
	s.Go(keys.Far, len(lines), 3)
	shows(3, "d e f")
	s.Go(-1, len(lines), 3)
	shows(3, "c d "+theme.DownSign+" 2")
	s.Go(0, len(lines), 6)
	shows(6, "a b c d e f")
	if strings.Join(lines, " ") != "a b c d e f" {
		t.Errorf("the lines themselves were altered: %q", lines)
	}
	s.Go(keys.Far, len(lines), 3)
	lines = lines[:1]
	shows(3, "")
	s.Go(0, len(lines), 3)
	shows(3, "a")
}

package screen_test

import (
	"slices"
	"strings"
	"testing"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
)

func TestWindow(t *testing.T) {
	env := screen.Env{Words: text.All().For("en"), Keys: keys.NewSet(keys.Everywhere())}
	lines := strings.Split("a b c d e f", " ")
	for _, x := range []struct {
		top, height int
		key         keys.ID
		now         int
		want        string
	}{
		{0, 3, "", 0, "a b ▼_4_more_lines"},
		{1, 3, "", 1, "b c ▼_3_more_lines"},
		{1, 3, keys.PageDown, 1, "b c ▼_3_more_lines_·_PgDn"},
		{keys.Far, 3, "", 3, "d e f"},
		{-1, 3, "", 0, "a b ▼_4_more_lines"},
		{2, 9, "", 0, "a b c d e f"},
		{0, 0, "", 0, ""},
	} {
		top := x.top
		got := env.Window(lines, &top, x.height, x.key)
		for i := range got {
			got[i] = strings.ReplaceAll(got[i], " ", "_") // what is given may be altered
		}
		if shown := strings.Join(got, " "); shown != x.want || top != x.now {
			t.Errorf("%d lines from %d on: %q from %d on", x.height, x.top, shown, top)
		}
	}
	if strings.Join(lines, "") != "abcdef" {
		t.Errorf("the lines themselves were altered: %q", lines)
	}
}

// TestTop: what has to show is never below the window, nor where the window tells how many lines are left out.
func TestTop(t *testing.T) {
	env := screen.Env{Words: text.All().For("en"), Keys: keys.NewSet(keys.Everywhere())}
	for height := 2; height < 9; height++ {
		for was := range 7 {
			for on := range 6 {
				lines := strings.Split("a b c d e f", " ")
				top := screen.Top(was, on, on+1, len(lines), height)
				want := lines[on]
				if shown := env.Window(lines, &top, height, ""); !slices.Contains(shown, want) {
					t.Errorf("%s is not among %q: %d lines from %d on", want, shown, height, was)
				}
			}
		}
	}
}

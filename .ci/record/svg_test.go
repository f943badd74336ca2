package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"leerbalie/.ci/tty"
)

// screenOf is a frame with a line in some rows.
func screenOf(holds time.Duration, lines map[int]string) frame {
	s := tty.NewScreen(columns, rows)
	for y, line := range lines {
		s.Write(fmt.Appendf(nil, "\x1b[%d;1H%s", y+1, line))
	}
	return frame{s.Cells(), holds}
}

// TestEveryFrameIsSeenInItsTime: what the picture shows at any moment is the frame of that moment, with no line of another.
func TestEveryFrameIsSeenInItsTime(t *testing.T) {
	lines := []map[int]string{
		{0: "the head", 1: "one"}, {0: "the head", 1: "two", 3: "a   b < c"}, {0: "the head", 1: "two", 3: "\x1b[7mx\x1b[0m y"}, {0: "the head", 1: "one", 5: "five"},
	}
	var shown []frame
	for i, l := range lines {
		shown = append(shown, screenOf(time.Duration(i+1)*time.Second, l))
	}
	m, err := newMovie(shown, shown)
	if err != nil {
		t.Fatal(err)
	}
	picture := m.svg("en", "t", "d")
	if err := sound(picture); err != nil {
		t.Fatal(err)
	}
	group := regexp.MustCompile(`(?m)^<g(?: class="m (m\d+)( h)?")?>(.*)</g>$`)
	tag := regexp.MustCompile(`<[^>]*>`)
	for i, at := range []float64{5, 20, 45, 80} { // parts of ten seconds
		var seen []string
		for _, g := range group.FindAllStringSubmatch(picture, -1) {
			if g[1] == "" || visible(t, picture, g[1], at) {
				seen = append(seen, tag.ReplaceAllString(g[3], " "))
			}
			if g[1] != "" && (g[2] == "") != visible(t, picture, g[1], 0) {
				t.Errorf("without motion %s is not as it begins", g[3])
			}
		}
		want := strings.NewReplacer("\x1b[7m", "", "\x1b[0m", "", "<", "&lt;").Replace(strings.Join([]string{lines[i][0], lines[i][1], lines[i][3], lines[i][5]}, " "))
		if got := strings.Fields(strings.Join(seen, " ")); !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("at %v%% it shows %q, not %q", at, got, strings.Fields(want))
		}
	}
}

// visible tells whether a movement shows what it moves at a part of the time.
func visible(t *testing.T, picture, name string, at float64) (shown bool) {
	t.Helper()
	_, rest, found := strings.Cut(picture, "@keyframes "+name+"{")
	steps, _, ended := strings.Cut(rest, "}}")
	if !found || !ended {
		t.Fatalf("there is no movement %s", name)
	}
	for step := range strings.SplitSeq(steps, "}") {
		from, what, _ := strings.Cut(step, "%{visibility:")
		part, err := strconv.ParseFloat(from, 64)
		if err != nil {
			t.Fatal(err)
		}
		if part <= at {
			shown = what == "visible"
		}
	}
	return shown
}

// TestWhatIsNoRecordingIsRefused: two sessions that differ, a picture that would run something, and one that is too large.
func TestWhatIsNoRecordingIsRefused(t *testing.T) {
	one, other := screenOf(time.Second, map[int]string{2: "one"}), screenOf(time.Second, map[int]string{2: "other"})
	if _, err := newMovie([]frame{one}, []frame{other}); err == nil || !strings.Contains(err.Error(), `"one"`) {
		t.Error(err)
	}
	if _, err := newMovie([]frame{one}, []frame{one, one}); err == nil {
		t.Error("one is longer than the other")
	}
	for _, bad := range []string{"<svg><script/></svg>", "<svg><foreignObject/></svg>", "<svg><g></svg>", "<svg>" + strings.Repeat(" ", most) + "</svg>"} {
		if sound(bad) == nil {
			t.Errorf("%.40q is sound", bad)
		}
	}
}

// TestADarkTerminalHasItsOwnColours: what differs between the two recordings differs by what whoever looks asks for.
func TestADarkTerminalHasItsOwnColours(t *testing.T) {
	light, dark := screenOf(time.Second, map[int]string{0: "\x1b[38;5;25mblue\x1b[0m"}), screenOf(time.Second, map[int]string{0: "\x1b[38;5;117mblue\x1b[0m"})
	m, err := newMovie([]frame{light}, []frame{dark})
	if err != nil {
		t.Fatal(err)
	}
	day, night, _ := strings.Cut(m.svg("en", "t", "d"), "@media(prefers-color-scheme:dark)")
	if !strings.Contains(day, "fill:#005faf") || !strings.Contains(night, "fill:#87d7ff") || strings.Contains(day, "#87d7ff") {
		t.Errorf("%s\n%s", day, night)
	}
}

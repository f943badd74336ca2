package cell

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

func TestSafe(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Brief van Stedin", "Brief van Stedin"},
		{"accents", "Müller ĳ é", "Müller ĳ é"},
		{"colour", "rood \x1b[31mfout\x1b[0m", "rood fout"},
		{"title", "a\x1b]0;weg\x07b", "ab"},
		{"c1", "a\u009b31mb", "a31mb"},
		{"newline", "een\ntwee\r\n", "een↵twee↵"},
		{"tab", "a\tb", "a b"},
		{"direction", "a\u202eb\u2066c\u200f", "abc"},
		{"zero width", "a\u200bb\u200dc\ufeff", "abc"},
		{"soft hyphen", "een\u00adtwee", "eentwee"},
		{"bell and delete", "a\ab\x7fc", "abc"},
		{"bad bytes", "a\xffb", "a·b"},
		{"lone mark", "\u0301a", "a"},
		{"tower", "a" + strings.Repeat("\u0301", 9), "a\u0301\u0301\u0301"},
	} {
		if got := Safe(c.in, 80); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestFitIsAlwaysExact(t *testing.T) {
	for _, s := range []string{"", "a", "Boodschappenhulp", "日本語の文字", "e\u0301e\u0301", "x" + strings.Repeat("y", 10000), "a\nb", "🙂🙂🙂"} {
		for w := 1; w < 20; w++ {
			if got := Width(Fit(s, w)); got != w {
				t.Errorf("Fit(%.20q, %d) takes %d cells", s, w, got)
			}
		}
	}
}

func TestShortSaysThatItCut(t *testing.T) {
	if got := Short("Boodschappenhulp", 6); got != "Boods…" {
		t.Error(got)
	}
	if got := Short(strings.Repeat("a", 10000), 4); got != "aaa…" {
		t.Error(got)
	}
}

func TestWrap(t *testing.T) {
	got := Wrap("brief van Stedin, afsluiting vrijdag", 12, 3)
	want := []string{"brief van", "Stedin,", "afsluiting…"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("%q", got)
	}
	if got := Wrap("sinds 01-12-2026, mbo-leerling", 14, 5); strings.Join(got, "|") != "sinds|01-12-2026,|mbo-leerling" { // a day stays whole
		t.Errorf("%q", got)
	}
	if got := Wrap("een\n\ndrie", 10, 5); strings.Join(got, "|") != "een||drie" {
		t.Errorf("%q", got)
	}
}

func TestEnds(t *testing.T) {
	if got := Ends("links", "rechts", 14); got != "links   rechts" {
		t.Errorf("%q", got)
	}
}

// FuzzFit looks for a text that is wider than its cells, or that brings something that acts on the terminal.
func FuzzFit(f *testing.F) {
	for _, s := range []string{"gewoon", "\x1b[2J", "a\u202eb", "e\u0301", "👩‍👩‍👧", "\xf0\x9f", "日本", "\u0600\u0601", "ᄀᄀᄀ", "\x9b1m"} {
		f.Add(s, 7)
	}
	f.Fuzz(func(t *testing.T, s string, width int) {
		width = 1 + (width&0x7fff)%200
		got := Fit(s, width)
		if w := Width(got); w != width {
			t.Errorf("Fit(%q, %d) = %q takes %d cells", s, width, got, w)
		}
		if !utf8.ValidString(got) {
			t.Errorf("%q is not valid", got)
		}
		for _, line := range append(Wrap(s, width, 4), got) {
			if Width(line) > width {
				t.Errorf("Wrap(%q, %d) gives %q", s, width, line)
			}
			for _, r := range line {
				if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u200b' || r == '\u200d' {
					t.Errorf("%q lets %U through", s, r)
				}
			}
		}
	})
}

func BenchmarkFitLong(b *testing.B) {
	long := strings.Repeat("één ", 2500)
	for b.Loop() {
		Fit(long, 40)
	}
}

func BenchmarkFitShort(b *testing.B) {
	for b.Loop() {
		Fit("Afsluiting stroom dreigt", 40)
	}
}

// TestWidthIsThatOfTheTerminal: what is measured in a short way is as wide as the long one says, alone and beside all else.
func TestWidthIsThatOfTheTerminal(t *testing.T) {
	var known []string
	for r := rune(0x20); r < 0x3000; r++ {
		if alone(r) || r < 0x7f {
			known = append(known, string(r))
			if w, other := ansi.StringWidth(string(r)), ansi.StringWidthWc(string(r)); w != 1 || other != 1 {
				t.Errorf("%U is %d or %d wide", r, w, other)
			}
		}
	}
	known = append(known, "\x1b[m", "\x1b[0m", "\x1b[1;38;2;255;0;17m", "\x1b[4:3m")
	others := []string{"\u0301", "日", "🙂", "\u200d", "\ufe0f", "\u00ad", "\x1b[2J", "\x1b]8;;x\x1b\\", "\x1b", "\x9b", "\xff", "\t", "\u202e", "\u1100", "\u1161", "\x1b[1", "\x1b[?25h"}
	next := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		var b strings.Builder
		for range next.IntN(12) {
			if next.IntN(8) == 0 {
				b.WriteString(others[next.IntN(len(others))])
			} else {
				b.WriteString(known[next.IntN(len(known))])
			}
		}
		for width := 1; width < 14; width++ {
			long := Safe(b.String(), width+1)
			want := long
			if ansi.StringWidth(long) > width {
				want = ansi.Truncate(long, width-1, "") + Ellipsis
			}
			if got := Short(b.String(), width); got != want {
				t.Fatalf("%q in %d cells is %q, not %q", b.String(), width, got, want)
			}
		}
		if Measured(b.String()) && ansi.StringWidth(b.String()) != ansi.StringWidthWc(b.String()) {
			t.Fatalf("%q is measured, and can be as wide as somebody likes", b.String())
		}
		if got, want := Width(b.String()), ansi.StringWidth(b.String()); got != want {
			t.Fatalf("%q is %d wide, not %d", b.String(), got, want)
		}
	}
}

func BenchmarkWidth(b *testing.B) {
	line := "\x1b[1;38;2;200;100;50m▌\x1b[0m  ZW-0961  481 d  normal  brief van de gemeente over toeslag…             –    │ geeft één dag"
	for b.Loop() {
		Width(line)
	}
}

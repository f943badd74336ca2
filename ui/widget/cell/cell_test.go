package cell

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
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

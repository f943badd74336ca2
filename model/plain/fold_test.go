package plain

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	cases := []struct{ text, want string }{
		{"", ""},
		{"  ", ""},
		{"brief belasting", "brief belasting"},
		{"Afsluiting stroom dreigt!", "afsluiting stroom dreigt"},
		{"ZW-0412", "zw 0412"},
		{"één café, coöperatie", "een cafe cooperatie"},
		{"Yılmaz İnönü ŞENOL", "yilmaz inonu senol"},
		{"Łukasz Størmer Đorđe Straße Œuvre", "lukasz stormer dorde strasse oeuvre"},
		{"Ĳburg", "ijburg"},
		{"ce\u0301dille", "cedille"},
		{"zero\u200bwidth\ufeff so\u00adft", "zerowidth soft"},
		{"a\x00b\x1bc\x7fd", "abcd"},
		{"regel\r\nregel\ttab\u0085next\u00a0nbsp", "regel regel tab next nbsp"},
		{"’s-Hertogenbosch / foto's", "s hertogenbosch foto s"},
		{"ＡＢＣ１２", "abc12"},
		{"مُحَمَّد", "محمد"},
		{"bad\xffbytes", "bad bytes"},
		{" spaces  twice ", "spaces twice"},
	}
	for _, c := range cases {
		if got := FoldText(c.text); got != c.want {
			t.Errorf("FoldText(%q) = %q, want %q", c.text, got, c.want)
		}
		if got := Fold(c.text); !slices.Equal(got, strings.Fields(c.want)) {
			t.Errorf("Fold(%q) = %q", c.text, got)
		}
	}
}

func TestFoldByProperty(t *testing.T) {
	text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[A-Za-zéÉïŞşĳßØ \x{200b}\x{301}\n-]{0,30}`))
	rapid.Check(t, func(t *rapid.T) {
		s := text.Draw(t, "text")
		folded := FoldText(s)
		if again := FoldText(folded); again != folded {
			t.Fatalf("%q folds to %q and then to %q", s, folded, again)
		}
		if !slices.Equal(Fold(s), strings.Fields(folded)) {
			t.Fatalf("words of %q: %q", s, Fold(s))
		}
		for _, r := range folded {
			if r != ' ' && !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.Is(unicode.Mc, r) {
				t.Fatalf("%q keeps %q", s, r)
			}
		}
		if !ContainsWords(folded, Fold(s)) {
			t.Fatalf("%q lacks its own words", folded)
		}
	})
}

func TestContainsWords(t *testing.T) {
	folded := FoldText("Brief van de Belastingdienst, afsluiting dreigt")
	for words, want := range map[string]bool{
		"": true, "b": true, "bel bri": true, "belasting dreigt": true, "dienst": false, "brief x": false,
		"brief van": true, "ief": false,
	} {
		if got := ContainsWords(folded, Fold(words)); got != want {
			t.Errorf("%q: %v", words, got)
		}
	}
}

func TestFoldAllocatesLittle(t *testing.T) {
	buf := make([]byte, 0, 256)
	if n := testing.AllocsPerRun(100, func() { buf = AppendFold(buf[:0], "Één brief van de Belastingdienst") }); n != 0 {
		t.Errorf("AppendFold: %v allocations", n)
	}
	if n := testing.AllocsPerRun(100, func() { Fold("al gevouwen woorden") }); n > 1 {
		t.Errorf("Fold of folded words: %v allocations", n)
	}
}

func BenchmarkFold(b *testing.B) {
	text := "Afsluiting stroom dreigt, brief van de Belastingdienst: coöperatie belt vóór vrijdag"
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Fold(text)
	}
}

package plain

import (
	"testing"

	"pgregory.net/rapid"
)

func TestKeyOfName(t *testing.T) {
	cases := []struct{ name, given, family, initials string }{
		{"Jan de Vries", "jan", "vries", "j"},
		{"Vries, Jan de", "jan", "vries", "j"},
		{"de Vries, Jan", "jan", "vries", "j"},
		{"J.P. van der Vries", "", "vries", "jp"},
		{"mw. v.d. Berg-Smit", "", "berg smit", ""},
		{"Fatma Yılmaz", "fatma", "yilmaz", "f"},
		{"Fatima Jansen-de Vries", "fatima", "jansen vries", "f"},
		{"Jansen - de Vries", "", "jansen vries", ""},
		{"Anna Maria Dijkstra", "anna maria", "dykstra", "am"},
		{"Wijnand van 't Hof", "wynand", "hof", "w"},
		{"V. Jansen", "", "jansen", "v"},
		{"v. Dam", "", "dam", ""},
		{"Dhr. El Amrani", "", "amrani", ""},
		{"Ali", "", "ali", ""},
		{"", "", "", ""},
		{" , ", "", "", ""},
	}
	for _, c := range cases {
		k := KeyOfName(c.name)
		if k.Given != c.given || k.Family != c.family || k.Initials != c.initials {
			t.Errorf("%q: given %q, family %q, initials %q", c.name, k.Given, k.Family, k.Initials)
		}
	}
}

func TestSimilarNames(t *testing.T) {
	cases := []struct {
		a, b string
		want bool
	}{
		{"Jan de Vries", "Jan Vries", true},
		{"Jan de Vries", "J. v.d. Vries", true},
		{"Jan de Vries", "P. de Vries", false},
		{"Jan de Vries", "mevrouw De Vries", true},
		{"Anneke van Dijk", "Anneke v. Dyk", true},
		{"Mohammed El Amrani", "Mohamed Elamrani", true},
		{"Fatma Yılmaz", "Yilmaz Fatma", true},
		{"José Gómez", "Jose Gomes", true},
		{"Henk Janssen", "Henk Jansen", true},
		{"Sem", "Eva", false},
		{"Li", "Lo", false},
		{"Henk Janssen", "Gerda Bakker", false},
		{"", "", false},
		{"Henk", "", false},
	}
	for _, c := range cases {
		if d, got := SimilarNames(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %v at distance %d", c.a, c.b, got, d)
		}
	}
	if d, _ := SimilarNames("Jan van den Berg", "jan v.d. berg"); d != 0 {
		t.Errorf("the same name is %d apart", d)
	}
}

func TestSimilarNamesByProperty(t *testing.T) {
	names := rapid.OneOf(rapid.String(), rapid.StringMatching(`([A-Z]\.){0,2} ?(van |de |v\.d\. )?[A-Zé][a-zë]{0,8}(-[A-Z][a-z]{2,5})?`))
	rapid.Check(t, func(t *rapid.T) {
		a, b := names.Draw(t, "a"), names.Draw(t, "b")
		d1, s1 := SimilarNames(a, b)
		d2, s2 := SimilarNames(b, a)
		if d1 != d2 || s1 != s2 {
			t.Fatalf("%q and %q: %d %v one way, %d %v the other", a, b, d1, s1, d2, s2)
		}
		if s1 != (d1 <= MaxNameDistance) {
			t.Fatalf("similar %v at distance %d", s1, d1)
		}
		if d, same := SimilarNames(a, a); same != (KeyOfName(a).joined != "") || same && d != 0 {
			t.Fatalf("%q is not itself: %d", a, d)
		}
	})
}

func TestLevenshteinByProperty(t *testing.T) {
	words := rapid.StringMatching(`[abcé]{0,9}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b, limit := words.Draw(t, "a"), words.Draw(t, "b"), rapid.IntRange(0, 10).Draw(t, "limit")
		want := min(plainLevenshtein([]rune(a), []rune(b)), limit+1)
		if got := Levenshtein(a, b, limit); got != want {
			t.Fatalf("Levenshtein(%q, %q, %d) = %d, want %d", a, b, limit, got, want)
		}
	})
}

// plainLevenshtein is the definition, word for word.
func plainLevenshtein(a, b []rune) int {
	if len(a) == 0 || len(b) == 0 {
		return len(a) + len(b)
	}
	if a[0] == b[0] {
		return plainLevenshtein(a[1:], b[1:])
	}
	return 1 + min(plainLevenshtein(a[1:], b[1:]), plainLevenshtein(a[1:], b), plainLevenshtein(a, b[1:]))
}

func BenchmarkSimilarNames(b *testing.B) {
	one, other := KeyOfName("Fatima van der Heijden-Smit"), KeyOfName("F. v.d. Heyden")
	b.ReportAllocs()
	for b.Loop() {
		one.Similar(other)
	}
}

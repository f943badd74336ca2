package plain

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// ways writes the nine digits of a Dutch number in any way that people do.
func ways(t *rapid.T, digits, label string) string {
	signs := []string{"", " ", "-", ".", " - ", "/", "\u00a0", "  ", "\u2011"}
	begin := rapid.SampledFrom([]string{"0", "+31", "+31 ", "0031", "0031 ", "+31 (0)", "+31(0) ", "0031 (0) ", "+31-", "31", "(0)", "0"}).Draw(t, label+" begins")
	var b strings.Builder
	if begin == "(0)" { // (06) 12…
		n := rapid.IntRange(1, 3).Draw(t, label+" area")
		b.WriteString("(0" + digits[:n] + ") ")
		digits = digits[n:]
	} else {
		b.WriteString(begin)
	}
	for i, c := range digits {
		if i > 0 {
			b.WriteString(rapid.SampledFrom(signs).Draw(t, label+" sign"))
		}
		b.WriteRune(c)
	}
	return b.String()
}

// TestAnyWayOfWritingFindsANumber: what is one number is found however it is written, in a file and in the search field, in whole
// and while it is typed; another number is not.
func TestAnyWayOfWritingFindsANumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.StringMatching(`([1-7][0-9]|[89][1-9])[0-9]{7}`).Draw(t, "digits") // 0800 1234 is a whole number, so nobody is still typing it
		kept, typed := ways(t, digits, "kept"), ways(t, digits, "typed")
		text := "Mevrouw Een " + kept + " graag na vijven"
		if !TermsOf(typed).In(Searched(text)) {
			t.Fatalf("%q is not found in %q: %v in %q", typed, text, TermsOf(typed), Searched(text))
		}
		if !TermsOf("een " + typed).In(Searched(text)) {
			t.Fatalf("een %q is not found in %q", typed, text)
		}
		if part := TermsOf("0" + digits[:rapid.IntRange(4, 9).Draw(t, "typed so far")]); !part.In(Searched(text)) {
			t.Fatalf("the beginning of %q is not found in the text %q: %v", digits, text, part)
		}
		own := FoldText(kept) + PhoneWords(kept)
		if !TermsOf(typed).In(own) {
			t.Fatalf("%q is not found in the field %q: %q", typed, kept, own)
		}
		if part := TermsOf(digits[rapid.IntRange(0, 5).Draw(t, "from"):]); !part.In(own) {
			t.Fatalf("the end of %q is not found in %q: %v", kept, own, part)
		}
		if part := TermsOf("0" + digits[:rapid.IntRange(2, 9).Draw(t, "so far")]); !part.In(own) {
			t.Fatalf("the beginning of %q is not found in %q: %v", kept, own, part)
		}
		other := []byte(digits)
		at := rapid.IntRange(1, 8).Draw(t, "place")
		other[at] = '0' + (other[at]-'0'+1)%10
		if TermsOf(ways(t, string(other), "other")).In(own) {
			t.Fatalf("%q is found in %q", other, own)
		}
	})
}

func TestNumbersInTexts(t *testing.T) {
	for _, c := range []struct{ text, found, not string }{
		{"bel 0612345678 of 010-1234567", "06-12345678|+31 10 123 45 67|1234567", "0612345679"},
		{"06 12345678 06 87654321", "0612345678|+31687654321", "0612345606"},
		{"+49 30 1234567", "0049301234567|+4930 123 45 67|+49 (0)30 1234567", "+31301234567"},
		{"+32 2 555 12 12, of 0612345678", "003225551212|0612345678", "025551212"},
		{"0800-1234 bellen", "0800 1234|08001234", "0800 1235"},
		{"2562 AB, nr. 12", "2562AB|2562 ab|12", "0612"},
		{"zaak ZW-4123", "zw-4123|4123", "ZW-0412|0412"},
		{"IJsselmonde, mw. Dykstra", "ysselmonde|dijkstra|Dykstra", "ijk"},
		{"van 12-03-1980 tot 1 mei", "12-03-1980|1980", "12031981"},
		{"tel. (010) 123 45 67.", "0101234567|010-1234567", "0101234568"},
	} {
		searched := Searched(c.text)
		if strings.Contains(c.text, "2562") {
			searched = Searched(c.text + " 2562AB")
		}
		for _, f := range strings.Split(c.found, "|") {
			if !TermsOf(f).In(searched) {
				t.Errorf("%q is not found in %q: %v", f, searched, TermsOf(f))
			}
		}
		for _, f := range strings.Split(c.not, "|") {
			if TermsOf(f).In(searched) {
				t.Errorf("%q is found in %q", f, searched)
			}
		}
	}
}

func TestASlipIsNear(t *testing.T) {
	for _, c := range []struct {
		typed, word string
		near        bool
	}{
		{"toeslagne", "toeslagen", true},
		{"toeslagne", "toeslagenaffaire", true},
		{"oteslagen", "toeslagen", true},
		{"oeslagen", "toeslagen", true},
		{"yoeslagen", "toeslagen", true},
		{"belastngdeinst", "belastingdienst", true},
		{"brief", "brieg", true},
		{"breif", "brief", true},
		{"brie", "brieg", false},
		{"huurt", "kuurt", true},
		{"huurtoeslag", "zorgtoeslag", false},
		{"paspoort", "paspot", false},
		{"12345", "12346", false},
		{"schuldhulpverlenign", "schuldhulpverlening", true},
	} {
		n := NearTo(c.typed)
		if got := n != nil && n.To(c.word); got != c.near {
			t.Errorf("%s and %s: %v", c.typed, c.word, got)
		}
	}
	terms, ok := TermsOf("brief toeslagne").Nearly()
	if searched := Searched("Brief over toeslagen"); !ok || !terms.In(searched) || strings.Join(terms.Meant(searched), " ") != "toeslagen" {
		t.Error(terms, ok)
	}
	if _, ok := TermsOf("ab 0612345678").Nearly(); ok {
		t.Error("something short is near")
	}
}

// TestStepsAreAsWhole: going back to a shared beginning and on from there says the same as the whole word.
func TestStepsAreAsWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[abé]{5,12}`)
		n, typed := NearTo(word.Draw(t, "typed")), word.Draw(t, "before")
		n.To(typed)
		next := word.Draw(t, "word")
		want := NearTo(n.typed).To(next)
		if got := n.To(next); got != want {
			t.Fatalf("%q after %q to %q: %v", n.typed, typed, next, got)
		}
	})
}

func TestIDsAreComparedByOneRule(t *testing.T) {
	same := [][2]string{
		{"École-1", norm.NFD.String("École-1")}, {" A1 ", "A1"}, {"AAAAAAAA-0000-4000-8000-000000000001", "aaaaaaaa-0000-4000-8000-000000000001"},
		{"AAAAAAAA000040008000000000000001", "aaaaaaaa000040008000000000000001"}, {"urn:uuid:AAAAAAAA-0000-4000-8000-00000000000F", "urn:uuid:aaaaaaaa-0000-4000-8000-00000000000f"},
		{"a\u200b1", "a1"}, {"\ufeffA1", "A1"}, {"A\x00\u0300", "À"}, {"A\u200b\u0300", "\u00c0"},
	}
	for _, s := range same {
		if ID(s[0]) != ID(s[1]) || !SameCode(s[0], s[1]) {
			t.Errorf("%q and %q differ", s[0], s[1])
		}
	}
	for _, s := range [][2]string{{"Ab1", "aB1"}, {"E1", "É1"}, {"AAAAAAAA-0000-4000-8000-00000000000G", "aaaaaaaa-0000-4000-8000-00000000000g"}} {
		if ID(s[0]) == ID(s[1]) {
			t.Errorf("%q and %q are the same", s[0], s[1])
		}
	}
	if !SameCode("É1", norm.NFD.String("é1")) || SameCode("E1", "É1") || SameCode("", " ") {
		t.Error("codes are compared otherwise")
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "id")
		if ID(ID(s)) != ID(s) || Code(Code(s)) != Code(s) {
			t.Fatalf("%q: %q, then %q", s, ID(s), ID(ID(s)))
		}
		if ID(norm.NFD.String(s)) != ID(norm.NFC.String(s)) {
			t.Fatalf("%q differs by how it is put together", s)
		}
	})
}

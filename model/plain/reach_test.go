package plain

import (
	"testing"

	"pgregory.net/rapid"
)

func TestNormalPhone(t *testing.T) {
	cases := []struct{ text, want string }{
		{"06-12345678", "+31612345678"},
		{"06 12 34 56 78", "+31612345678"},
		{"+31 6 12345678", "+31612345678"},
		{"+31 (0)6-12345678", "+31612345678"},
		{"0031612345678", "+31612345678"},
		{"0031 0612345678", "+31612345678"},
		{"31612345678", "+31612345678"},
		{"612345678", "+31612345678"},
		{"(070) 123 45 67", "+31701234567"},
		{"+32 2 555 12 12", "+3225551212"},
		{"0049 30 1234567", "+49301234567"},
		{"0800-1234", "08001234"},
		{"14 070", "14070"},
		{"112", "112"},
		{"", ""},
		{"12345", ""},
		{"0612345", ""},
		{"06123456789", ""},
		{"bel maar", ""},
		{"06-12345678 (dochter)", ""},
		{"+", ""},
		{"123456789012345678901234567890", ""},
	}
	for _, c := range cases {
		if got, ok := NormalPhone(c.text); got != c.want || ok != (c.want != "") {
			t.Errorf("%q: %q %v", c.text, got, ok)
		}
	}
}

func TestNormalPostcode(t *testing.T) {
	cases := []struct{ text, want string }{
		{"2562AB", "2562 AB"},
		{" 2562 ab ", "2562 AB"},
		{"2562\u00a0ab", "2562 AB"},
		{"0562 AB", ""},
		{"2562 SS", ""},
		{"2562", ""},
		{"2562 A", ""},
		{"2562 ABC", ""},
		{"25 62 A B", "2562 AB"},
		{"AB 2562", ""},
		{"2562-AB", ""},
		{"", ""},
	}
	for _, c := range cases {
		if got, ok := NormalPostcode(c.text); got != c.want || ok != (c.want != "") {
			t.Errorf("%q: %q %v", c.text, got, ok)
		}
	}
}

func TestNormalFormsStay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`(\+|00)?[0-9 ()-]{0,16}`)).Draw(t, "phone")
		if once, ok := NormalPhone(text); ok {
			if twice, _ := NormalPhone(once); twice != once {
				t.Fatalf("%q becomes %q and then %q", text, once, twice)
			}
		}
		text = rapid.OneOf(rapid.String(), rapid.StringMatching(`[0-9 ]{0,5}[a-zA-Z ]{0,4}`)).Draw(t, "postcode")
		if once, ok := NormalPostcode(text); ok {
			if twice, _ := NormalPostcode(once); twice != once {
				t.Fatalf("%q becomes %q and then %q", text, once, twice)
			}
		}
	})
}

package plain

import "testing"

func TestPrefixes(t *testing.T) {
	for _, text := range []string{"van der", "de", "v.d.", "van 't", "von", "el", "d'", "Van Den", "op den", "ten"} {
		if !Prefixes(text) {
			t.Errorf("%q is none", text)
		}
	}
	for _, text := range []string{"", " ", "Berg", "van der Berg", "Sanne de", "P.", "Maria"} {
		if Prefixes(text) {
			t.Errorf("%q is one", text)
		}
	}
	for in, want := range map[string]string{"Berg, van der": "van der Berg", "Berg van der": "van der Berg", "van der Berg": "van der Berg", "Bos": "Bos", "Ait Ali": "Ait Ali",
		"de": "de", "": "", "Boer de": "de Boer", "Jansen-de Wit": "Jansen-de Wit"} {
		if got := PrefixFirst(in); got != want {
			t.Errorf("%q is said %q, want %q", in, got, want)
		}
	}
}

package roster

import "testing"

func TestWhatStandsBehindAName(t *testing.T) {
	for written, want := range map[string]string{
		"Dijk, Jan van, jr.": "Jan van Dijk jr.", "Dijk, Jan van jr.": "Jan van Dijk jr.", "Dijk, jr., Jan van": "Jan van Dijk jr.", "Dijk, van, Jan, Sr": "Jan van Dijk Sr",
		"Dijk jr., Jan van": "Jan van Dijk jr.", "Dijk, Jan van, MSc": "Jan van Dijk MSc", "Berg, J. (Jan) van den, jr": "Jan van den Berg jr",
		"Boer, Sanne de": "Sanne de Boer", "Ma, Li": "Li Ma", "Silva, Junior": "Junior Silva", "Silva, Neymar Junior": "Neymar Junior Silva",
	} {
		if got := Turned(written); got != want {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
}

package plain

import (
	"testing"

	"pgregory.net/rapid"
)

func TestFindPersonal(t *testing.T) {
	names := Names{}
	for _, n := range []string{"mw. Fatma Yılmaz", "Jan van der Berg", "K. de Wit"} {
		names.Add(n)
	}
	for text, want := range map[string]string{
		"Ik hielp mevrouw Yilmaz met een brief.":           "name:Yilmaz",
		"Jan van der Berg kwam terug":                      "name:Jan name:Berg",
		"we praatten over fatma yılmaz":                    "name:fatma name:yılmaz",
		"een witte brief, wit papier":                      "",
		"bel 06 12 34 56 78 terug":                         "phone:06 12 34 56 78",
		"nummer 070-1234567.":                              "phone:070-1234567",
		"ze woont op 2531 AB in de buurt":                  "address:2531 AB",
		"Escamplaan 12b, derde verdieping":                 "address:Escamplaan 12b",
		"dossier 123456789 van de gemeente":                "digits:123456789",
		"mail naar f.yilmaz@example.org!":                  "email:f.yilmaz@example.org",
		"op 12 maart 2026 van 10.30 tot 11.15 uur, 3 keer": "",
		"de weg 3 keer gevraagd":                           "",
		"":                                                 "",
	} {
		got := ""
		for _, p := range FindPersonal(text, names) {
			if got != "" {
				got += " "
			}
			got += p.What + ":" + text[p.Start:p.End]
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func FuzzFindPersonal(f *testing.F) {
	f.Add("Jan belde 06-12345678 (2531AB)")
	names := Names{}
	names.Add("Jan Berg")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, p := range FindPersonal(text, names) {
			if p.Start < last || p.End <= p.Start || p.End > len(text) {
				t.Fatalf("%q: %+v after %d", text, p, last)
			}
			last = p.End
		}
	})
}

// TestPhonesAreFound: a Dutch mobile number is marked however its digits are grouped.
func TestPhonesAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.StringMatching(`[1-9][0-9]{7}`).Draw(t, "digits")
		gap := rapid.SampledFrom([]string{"", "-", " "}).Draw(t, "gap")
		text := "bel 06" + gap + digits + " maar"
		found := FindPersonal(text, nil)
		if len(found) != 1 || found[0].What != "phone" {
			t.Fatalf("%q: %+v", text, found)
		}
	})
}

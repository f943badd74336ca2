package block

import (
	"strings"
	"testing"
)

func TestFill(t *testing.T) {
	with := Filling{PlaceResident: "mw. {ik}", PlaceMe: "Samira", PlaceToday: "21-11-2026"}
	for text, want := range map[string]string{
		"Beste {bewoner}, groet {me}": "Beste mw. {ik}, groet Samira",
		"{ Resident } {VANDAAG}":      "mw. {ik} 21-11-2026",
		"{nummer} {vraag} {locatie}":  FillBlank + " " + FillBlank + " " + FillBlank,
		"{onbekend} {} {ik":           "{onbekend} {} {ik",
		"{ {ik}":                      "{ Samira",
		"zonder":                      "zonder",
		"}{":                          "}{",
	} {
		if got := Fill(text, with); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

// FuzzFill: what is no place stays, nothing but places is filled, and what fills is put in as it is.
func FuzzFill(f *testing.F) {
	for _, s := range []string{"{bewoner}", "{x}{ik}", "{{me}}", "{", "}", "é{ VANDAAG }", "{bewoner", "a\n{number}\n"} {
		f.Add(s, "Jan")
	}
	f.Fuzz(func(t *testing.T, text, said string) {
		all := Filling{}
		for _, place := range places {
			all[place] = said
		}
		got := Fill(text, all)
		if !strings.ContainsAny(text, "{") && got != text {
			t.Fatalf("%q became %q", text, got)
		}
		if n := strings.Count(text, "{"); len(got) > len(text)+n*max(len(said), len(FillBlank)) {
			t.Fatalf("%q grew to %q", text, got)
		}
		own := Filling{}
		for word, place := range places { // each place filled by its own word is the text, but for capitals and blanks
			if word == place {
				own[place] = "{" + word + "}"
			}
		}
		if kept := Fill(text, own); Fill(kept, all) != got {
			t.Fatalf("%q filled twice is %q, once %q", text, Fill(kept, all), got)
		}
	})
}

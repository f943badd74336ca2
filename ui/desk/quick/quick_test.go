package quick

import (
	"strings"
	"testing"

	"leerbalie/model"
)

func lists() Lists {
	return Lists{Themes: model.Themes(), Channels: model.Channels(), Language: func(s string) (string, bool) { return s, len(s) == 2 }}
}

func TestParse(t *testing.T) {
	got := Parse("Afsluiting stroom @vries !! #armoede ~balie &nl", lists())
	want := Line{Summary: "Afsluiting stroom", Named: "Afsluiting stroom @vries", Urgency: model.UrgencyNow, Who: "vries",
		Theme: Word{"armoede", "poverty"}, Channel: Word{"balie", "desk"}, Language: Word{"nl", "nl"}}
	if got != want {
		t.Errorf("%+v", got)
	}
}

func TestSignsInsideWordsAreText(t *testing.T) {
	for _, line := range []string{"kleding van C&A", "mail naar a@b.nl", "help!", "huis 12~14", "flat #3 lekt"} {
		if got := Parse(line, lists()); got.Summary != line || got.Who != "" || got.Urgency != "" {
			t.Errorf("%q: %+v", line, got)
		}
	}
}

func TestNamesOfSeveralWords(t *testing.T) {
	for _, line := range []string{`brief @"de vries" nu`, "brief @de_vries nu"} {
		if got := Parse(line, lists()); got.Who != "de vries" || got.Summary != "brief nu" {
			t.Errorf("%q: %+v", line, got)
		}
	}
	if got := Parse(`brief @"de vr`, lists()); got.Who != "de vr" || got.Summary != "brief" {
		t.Errorf("%+v", got)
	}
}

func TestBeginningsAndUnknownWords(t *testing.T) {
	if got := Parse("x #eenz ~tel", lists()); got.Theme.Code != "loneliness" || got.Channel.Code != "phone" {
		t.Errorf("%+v", got)
	}
}

// TestWhatIsNoSignStaysText: nothing that is typed in the line disappears, whatever it begins with.
func TestWhatIsNoSignStaysText(t *testing.T) {
	for _, line := range []string{
		"Huur kost ~20 euro te veel", "x #moestuin", "bus #bu2 rijdt niet", "rekent &zoveel per uur", "weegt ~ 3 kilo", "belt # of @ in", `zegt ~"ja hoor" steeds`, "#", "a @b@c",
	} {
		got := Parse(line, lists())
		if got.Summary != line || got.Named != line || got.Theme != (Word{}) || got.Channel != (Word{}) || got.Language != (Word{}) || got.Who != "" {
			t.Errorf("%q: %+v", line, got)
		}
	}
	for line, want := range map[string]string{
		"brief #taal over #armoede":    "brief #taal over",
		"belt @jansen namens @bakker":  "belt @jansen namens",
		"via ~tel of ~balie ~20":       "via ~tel of ~20",
		"eerst ! dan !! ~20 #armoede":  "eerst dan ~20",
		"wil &nl of &en @0612345678 x": "wil &nl of x",
		"hulp bij brief @":             "hulp bij brief",
	} {
		if got := Parse(line, lists()); got.Summary != want {
			t.Errorf("%q leaves %q, want %q", line, got.Summary, want)
		}
	}
	if got := Parse("brief van @onbekend hier", lists()); got.Named != "brief van @onbekend hier" || got.Summary != "brief van hier" {
		t.Errorf("%+v", got)
	}
}

func TestTail(t *testing.T) {
	for line, want := range map[string]string{"a @vr": "@vr", "a @vr ": "", "a": "", `a @"de v`: "@de v", "a #": "#"} {
		sign, rest := Tail(line)
		if got := strings.Trim(string(sign)+rest, "\x00"); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

// FuzzParse looks for a line that breaks it, or that loses a word without a sign.
func FuzzParse(f *testing.F) {
	f.Add(`a @"b c" !! #x`)
	f.Fuzz(func(t *testing.T, line string) {
		got := Parse(line, lists())
		if got.Summary != strings.TrimSpace(got.Summary) {
			t.Errorf("%q", got.Summary)
		}
		for _, w := range strings.Fields(got.Summary) {
			if !strings.Contains(line, w) {
				t.Errorf("%q says %q, which nobody typed", line, w)
			}
		}
		Tail(line)
	})
}

func TestATelephoneNumberHasItsOwnSign(t *testing.T) {
	for line, want := range map[string][2]string{
		"Fiets @bakker @06-12345678":   {"bakker", "06-12345678"},
		"Fiets @06 12 34 56 78 stuk":   {"06 12 34 56 78", "06 12 34 56 78"},
		"Fiets @+31 6 12345678 2 keer": {"+31 6 12345678", "+31 6 12345678"},
		"Fiets @06 12 keer":            {"06", ""},
		"Fiets @0612345678 @de_vries":  {"de vries", "0612345678"},
		"Fiets @+31612345678":          {"+31612345678", "+31612345678"},
		"bel 06-12345678 terug":        {"", ""},
		"Fiets @112":                   {"112", ""},
		`Fiets @"06 12345678" @bakker`: {"bakker", "06 12345678"},
	} {
		if got := Parse(line, Lists{}); got.Who != want[0] || got.Phone != want[1] {
			t.Errorf("%q: who %q, phone %q", line, got.Who, got.Phone)
		}
	}
}

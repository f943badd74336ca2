package ui_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/uitest"
	"leerbalie/ui/widget"
)

// filled is a sentence with what stands in its gaps at an office.
func filled(sentence string) string {
	values := map[string]string{
		"name": "Sociaal Wijkteam Hoogvliet-Noord", "names": "Rachida El Amrani, Linda van den Berg", "who": "Rachida El Amrani", "number": "ZW-0412",
		"summary": "Afsluiting stroom dreigt", "path": "/home/balie/Documenten/registratie2026.csv", "n": "12", "count": "12", "key": "Ctrl+R",
		"when": "vrijdag 14:30", "day": "05-01-2026", "field": "Waar is het antwoord gevonden", "text": "geldzaken", "value": "geldzaken",
	}
	return regexp.MustCompile(`\{[^}]*\}`).ReplaceAllStringFunc(sentence, func(gap string) string {
		if v, ok := values[strings.Trim(gap, "{}")]; ok {
			return v
		}
		return "waarde"
	})
}

// read is what shows as somebody reads it: without borders and line ends.
func read(shown string) string {
	return strings.Join(strings.FieldsFunc(shown, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("│┌┐└┘─▲▼!", r) }), "")
}

// told are all sentences that say what went wrong or what was done, with their gaps filled.
func told(l text.Lang) map[string]string {
	out := map[string]string{}
	for _, lang := range text.All() {
		if lang.Tag != string(l) {
			continue
		}
		for _, table := range lang.Tables {
			for id, sentence := range table() {
				if strings.HasPrefix(id, "error.") || strings.HasPrefix(id, "did.") || strings.Contains(id, ".fault") || strings.HasSuffix(id, ".none") || strings.HasSuffix(id, ".nobody") {
					out[id] = filled(sentence)
				}
			}
		}
	}
	return out
}

// TestWhatIsToldIsWhole holds, in the smallest window, that no sentence about what went wrong or was done is cut: on the line above the
// keys, below the answer of a form, below a line that is typed, and in a list. What a message names as the way out is its end.
func TestWhatIsToldIsWhole(t *testing.T) {
	const width, height = 60, 15 - 5 // the frame takes five lines
	for _, lang := range []text.Lang{"nl", "en"} {
		d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: screen.Size{Width: width, Height: 15}})
		for id, said := range told(lang) {
			if strings.HasPrefix(id, "error.import.") || strings.HasPrefix(id, "error.cli") || strings.HasPrefix(id, "error.bundle-former") {
				continue // they stand in a report, which scrolls, or on standard error
			}
			want := read(said)
			d.Send(screen.Toast{Tone: screen.Fault, Text: said})
			if !strings.Contains(read(d.Frame()), want) {
				t.Errorf("%s %s is cut on the line above the keys:\n%s", lang, id, d.Frame())
			}
			f := widget.Form{Title: "Vraag", Foot: []string{"Lijkt op mw. de Vries", strings.Repeat("Enter ", 9)}, Entries: []widget.Entry{
				widget.TextEntry("a", "Waar is het antwoord gevonden", "x", 1), widget.TextEntry("b", "Naam", "y", 4), widget.TextEntry("c", "Later", "z", 1)}}
			f.Blame("b", said)
			if box := read(strings.Join(f.View(theme.Theme{}, width, height), "\n")); !strings.Contains(box, want) || !strings.Contains(box, "Naam") {
				t.Errorf("%s %s is cut in a form:\n%s", lang, id, strings.Join(f.View(theme.Theme{}, width, height), "\n"))
			}
			p := widget.Prompt{Title: "Memo", Input: widget.NewInput("brief van Stedin", 5), Fault: said}
			if box := p.View(theme.Theme{}, width); !strings.Contains(read(strings.Join(box[:min(len(box), height)], "\n")), want) {
				t.Errorf("%s %s is cut below a line:\n%s", lang, id, strings.Join(box, "\n"))
			}
			list := widget.Picker{Title: "Wie", Fault: said, Choices: []widget.Choice{{ID: "a", Label: "Ali"}, {ID: "b", Label: "Noor"}}}
			if box := list.View(theme.Theme{}, width, height); !strings.Contains(read(strings.Join(box, "\n")), want) || len(box) > height {
				t.Errorf("%s %s is cut in a list:\n%s", lang, id, strings.Join(box, "\n"))
			}
		}
	}
}

package ui_test

import (
	"slices"
	"strings"
	"testing"

	"leerbalie/model/plain"
	"leerbalie/ui"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
	"leerbalie/ui/widget"
)

// TestActionsAreFoundByWhatPeopleCallThem: more than forty words a language each find their action among all there are, also without
// accents and with a slip of the pen; and each action is found by its own words.
func TestActionsAreFoundByWhatPeopleCallThem(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		d := uitest.Open(t, uitest.Options{Lang: lang, Size: screen.Size{Width: 80, Height: 24}})
		w := d.Env.Words
		var all []widget.Choice
		for _, k := range ui.AllKeys().All() {
			all = append(all, widget.Choice{ID: k.Word, Label: w.Say(k.Word), Also: string(k.ID) + " " + w.Or("also."+k.Word, "")})
		}
		find := func(typed string) []string {
			p := widget.Picker{Choices: all, Search: widget.NewInput(typed, 1)}
			var out []string
			for _, c := range p.Fitting() {
				out = append(out, c.ID)
			}
			return out
		}
		n := 0
		for _, c := range all {
			if !slices.Contains(find(c.Label), c.ID) {
				t.Errorf("%s: %q does not find itself", lang, c.Label)
			}
			for _, word := range strings.Fields(w.Or("also."+c.ID, "")) {
				n++
				for _, typed := range []string{word, plain.FoldText(word)} {
					if !slices.Contains(find(typed), c.ID) {
						t.Errorf("%s: %q does not find %s", lang, typed, c.ID)
					}
				}
				if len(word) > 6 && plain.FoldText(word) == word {
					slip := word[:3] + word[4:5] + word[3:4] + word[5:]
					if !slices.Contains(find(slip), c.ID) {
						t.Errorf("%s: %q does not find %s, but %v", lang, slip, c.ID, find(slip))
					}
				}
			}
		}
		if n < 40 {
			t.Errorf("%s: %d words", lang, n)
		}
	}
	for typed, want := range map[string]string{"toewijzen": "key.desk.assign", "verwijderen": "key.people.erase", "heropenen": "key.desk.close", "rapport": "key.learning.report", "backup": "key.files", "wachtwoord": "key.settings",
		"doorverwijzen": "key.people.refer", "instantie": "key.people.directory-in", "huisbezoek": "key.day.visits", "leerlijn": "key.desk.resident-paths", "inzage": "key.desk.resident-save", "bewaartermijn": "key.settings", "signaal": "key.overview.next-page"} {
		w := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 80, Height: 24}}).Env.Words
		if !strings.Contains(" "+w.Or("also."+want, "")+" ", " "+typed+" ") {
			t.Errorf("%s is not %s", typed, want)
		}
	}
}

// TestThePaletteSaysWhyNot: what cannot be done now is found all the same, and choosing it says on which screen it is, or why not.
func TestThePaletteSaysWhyNot(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 100, Height: 30}})
	d.Over(func(*ui.App) {})
	d.Press(":", "ontdubbelen")
	d.Shows("samenvoegen: twee keer dezelfde persoon")
	d.Press("<enter>")
	d.Shows("Dat doe je op het scherm Mensen")
}

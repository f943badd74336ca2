package ui_test

import (
	"strings"
	"testing"

	"leerbalie/ui"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// TestALockedScreenIsSaidAndNothingBehindIt: where one is, whose PIN is asked, how much was typed and what was wrong; no digit of it, and
// nothing of what the screen shows that is locked.
func TestALockedScreenIsSaidAndNothingBehindIt(t *testing.T) {
	for lang, want := range map[text.Lang][]string{
		"nl": {"text: Leerbalie", "text: Servicepunt Zuidwest", "text: Dit scherm is op slot. Wat je typte is bewaard.", "heading: Op slot", "text: Samira Bouali", "help: Enter: verder, Tab: iemand anders"},
		"en": {"text: Leerbalie", "text: Servicepunt Zuidwest", "heading: Locked", "text: Samira Bouali"},
	} {
		d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: screen.Size{Width: 80, Height: 24}})
		before := uitest.Spelled(d.Said())
		d.Press("L")
		d.Says(want...)
		if said := uitest.Spelled(d.Said()); strings.Contains(said, "ZW-0") || said == before {
			t.Errorf("what is locked is said:\n%s", said)
		}
		d.Press("<enter>")
		giveKey(t, d, d.Env.User.ID, "4821")
		d.Press("L", "4712")
		pin := map[text.Lang]string{"nl": "Pincode", "en": "PIN"}[lang]
		d.Says("field*: " + pin + ` = "****"`)
		if said := uitest.Spelled(d.Said()); strings.Contains(said, "4712") {
			t.Errorf("the PIN is said:\n%s", said)
		}
		d.Press("<enter>")
		wrong := map[text.Lang]string{"nl": "Deze pincode klopt niet.", "en": "That PIN is not right."}[lang]
		d.Says("field*: " + pin + ` = "" / ` + wrong)
		d.Press("4821", "<enter>")
		if said := uitest.Spelled(d.Said()); said == "" || !strings.Contains(said, "ZW-0") {
			t.Errorf("what is open again is not said:\n%s", said)
		}
	}
}

// TestWhoSitsDownIsChosenFromRows, each with what they do here.
func TestWhoSitsDownIsChosenFromRows(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Size: screen.Size{Width: 80, Height: 24}})
	d.Press("U")
	d.Says("heading: Wie gaat er zitten?", `field*: zoeken = ""`, "row* 1: Ali Yildiz, student")
	d.Press("sam")
	d.Says(`field*: zoeken = "sam"`, "row* 1: Samira Bouali, coördinator, beheerder")
}

// TestThePaletteAndTheHelpAreSaid as lists in which one searches: what a heading says comes before the first row below it.
func TestThePaletteAndTheHelpAreSaid(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Size: screen.Size{Width: 80, Height: 24}})
	d.Press(":", "instell")
	d.Says("heading: Wat wil je doen?", `field*: zoeken = "instell"`, "row* 1: instellingen, Komma")
	d.Press("<esc>", "?")
	d.Says("heading: Hulp: alle toetsen", "text: Nu, op dit scherm", "row 2: nieuwe vraag, n", "row 35: Schermen, Ga naar Balie, 1", "row 36: Ga naar Maatjes, 2", "row 42: omhoog, Pijl omhoog of k")
}

// TestWhatAKeyBroughtIsTold, and that something is wrong by a word.
func TestWhatAKeyBroughtIsTold(t *testing.T) {
	for lang, warning := range map[text.Lang]string{"nl": "let op", "en": "attention"} {
		d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: screen.Size{Width: 80, Height: 24}})
		d.Send(screen.Toast{Tone: screen.Done, Text: "kept"})
		d.Says("note: kept")
		d.Send(screen.Toast{Tone: screen.Fault, Text: "refused"})
		d.Says("note: " + warning + ": refused")
	}
}

// TestWithoutAScreenASignIsAWord: keys by their names and hints in full, in another language as well.
func TestWithoutAScreenASignIsAWord(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl"})
	first, then := ui.Heard(d.Env, "en")
	for _, x := range []struct{ got, want string }{
		{first.Words.Say("pick.hint"), "Pijl omlaag en omhoog kiezen · Enter neemt het · Esc terug"}, {then.Words.Say("pick.hint"), "Down arrow and up arrow choose · Enter takes it · Esc back"},
		{then.Keys.Label(keys.Up), "Up arrow"}, {then.Keys.Label(keys.Settings), "Comma"}, {then.Keys.Label(keys.Save), "Ctrl+S"},
		{d.Env.Keys.Label(keys.Up), "↑"}, {d.Env.Words.Say("pick.hint"), "↑↓ kiezen · Enter neemt het · Esc terug"},
	} {
		if x.got != x.want {
			t.Errorf("%q, want %q", x.got, x.want)
		}
	}
}

package settings_test

import (
	"strings"
	"testing"

	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// TestTheSettingsAreSaid holds the rows with what is set, the days by their names, and that moving goes from number to number.
func TestTheSettingsAreSaid(t *testing.T) {
	for lang, want := range map[text.Lang][]string{
		"nl": {"heading: Instellingen", "text: Instellingen, Servicepunt Zuidwest (ZW)", "text: Dit servicepunt", "row* 1: Naam: Servicepunt Zuidwest", "row 2: Openingstijden: niet ingevuld",
			"row 5: Namen van de drie urgenties: nu, vandaag, gewoon", "row 12: Alleen voor jou, Taal: Nederlands (Dutch)", "aside: De naam die boven elk scherm staat.", "aside: Servicepunt Zuidwest"},
		"en": {"row* 1: Name: Servicepunt Zuidwest", "row 2: Opening hours: not filled in", "row 5: Names of the three urgencies: now, today, routine", "row 12: Only for you, Language: English (Engels)"},
	} {
		d := open(t, lang, 80, 24)
		d.Says(want...)
		d.Press(strings.Repeat("j", 11))
		d.Says(map[text.Lang]string{"nl": "row* 12: Alleen voor jou, Taal: Nederlands (Dutch)", "en": "row* 12: Only for you, Language: English (Engels)"}[lang])
	}
	d := open(t, "nl", 80, 24)
	d.Press("j", "<enter>", "9-12", "<tab>", "13-17", "<ctrl+s>")
	d.Says("row* 2: Openingstijden: Maandag, Dinsdag", "aside: Maandag 09:00-12:00")
}

// TestAListOfTheSiteIsSaid holds its rows, and why a change cannot be.
func TestAListOfTheSiteIsSaid(t *testing.T) {
	d := open(t, "nl", 60, 15)
	d.Press("j", "j", "<enter>")
	d.Says("heading: Thema's", "row* 1: eenzaamheid, loneliness", "row 5: langer zelfstandig wonen, living independently for longer", "row 11: buren en buurt, neighbours", "help: De lijst om mee te beginnen. Zodra je iets verandert, is hij van jullie.")
	d.Press("j")
	d.Says("row 1: eenzaamheid, loneliness", "row* 2: taal, language and reading")
	d.Press("<esc>", "j", "<enter>")
	d.Says("heading: Resultaten bij afsluiten", "text: Nog geen. n zet er een bij.")
}

// TestUrgenciesAreSaidByName: three fields in a language differ by a sign only where they are drawn.
func TestUrgenciesAreSaidByName(t *testing.T) {
	d := open(t, "nl", 80, 24)
	d.Press("j", "j", "j", "j", "<enter>")
	d.Says(`field*: nu, In het Nederlands = "nu" / alleen de naam verandert`, `field: gewoon, In het Engels = "routine" / alleen de naam verandert`)
}

// TestAPINIsSaidByHowMuchWasTyped: how many digits, and none of them.
func TestAPINIsSaidByHowMuchWasTyped(t *testing.T) {
	d := open(t, "nl", 80, 24)
	d.Press("<end>", "k", "<enter>", "4711")
	d.Says("heading: Mijn pincode", `field*: Nieuwe pincode = "****" / 4 tot 12 cijfers. Vergeten? Een coördinator kan hem weghalen.`)
	if said := uitest.Spelled(d.Said()); strings.Contains(said, "4711") {
		t.Errorf("the PIN is said:\n%s", said)
	}
	d.Press("<enter>", "4712", "<enter>")
	d.Says(`field*: Nieuwe pincode = "" / 4 tot 12 cijfers. Vergeten? Een coördinator kan hem weghalen. / De twee zijn niet gelijk. Kies hem opnieuw.`)
}

package conflicts_test

import (
	"testing"

	"leerbalie/ui/screen"
	"leerbalie/ui/text"
)

// TestWhatStandsApartIsSaid holds a row of the list, and what is said of the one that the cursor is on.
func TestWhatStandsApartIsSaid(t *testing.T) {
	size := screen.Size{Width: 80, Height: 24}
	for lang, want := range map[text.Lang][]string{
		"nl": {
			"heading: Op twee manieren", "text: Wat mensen los van elkaar hebben veranderd", "text: 2 keer iets verschillends",
			"row* 1: medewerker of student Ali Yilmaz, Naam", "row 2: vraag ZW-0001, Vraag",
			"aside: A: Ali Yilmaz", "aside: Samira Bouali, 14:32, deze computer, staat er nu",
			"aside: B: Ali Yildiz", "aside: Samira Bouali, 14:32, deze computer",
			"help: Enter zegt wat er geldt. Terug: u.",
		},
		"en": {
			"row* 1: person Ali Yilmaz, Name", "row 2: question ZW-0001, Question",
		},
	} {
		d := open(t, lang, size, two)
		d.Says(want...)
		d.Press("j")
		if lang == "nl" {
			d.Says("row 1: medewerker of student Ali Yilmaz, Naam", "row* 2: vraag ZW-0001, Vraag", "aside: A: Brief van de gemeente")
		}
	}
	open(t, "nl", size, teacher).Says("row* 1: medewerker of student Ali Yilmaz, Naam", "aside: Je kunt dit zien; zeggen wat er geldt mag wie het mag veranderen.")
	open(t, "en", size, none).Says("heading: Changed in two ways", "text: Nothing was changed in two ways. What two people change without knowing of each other stands here, until somebody says what holds.")
}

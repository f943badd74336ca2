package welcome_test

import (
	"strings"
	"testing"

	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// TestTheFirstQuestionsAreSaid holds what is said from the first start to the words that are shown once.
func TestTheFirstQuestionsAreSaid(t *testing.T) {
	for lang, want := range map[text.Lang][]string{
		"nl": {"text: Welkom bij Leerbalie.", "heading: Jouw servicepunt", `field*: Hoe heet jullie plek? = "" / bijvoorbeeld Servicepunt Zuidwest`, `field: Korte code = "" / twee tot vier letters; elk nummer begint ermee: ZW-0001`,
			"help: Enter: verder, Ctrl+S: beginnen, Ctrl+O: rondkijken in een voorbeeld"},
		"en": {"text: Welcome to Leerbalie.", "heading: Your service point", `field*: What is your place called? = "" / for example Service Point South`},
	} {
		first(t, lang, small).Says(want...)
	}
	d := first(t, "nl", small)
	d.Press("<ctrl+s>")
	d.Says(`field*: Hoe heet jullie plek? = "" / bijvoorbeeld Servicepunt Zuidwest / Geef je servicepunt een naam.`)
	d.Press("Servicepunt Oost", "<enter>")
	d.Says(`field: Hoe heet jullie plek? = "Servicepunt Oost" / bijvoorbeeld Servicepunt Zuidwest`, `field*: Korte code = "SO" / twee tot vier letters; elk nummer begint ermee: SO-0001`)
	d.Press("<enter>", "Kim de Boer", "<enter>")
	d.Says("heading: Jullie herstelzin", "text: 1: kasof", "text: 8: sumas", "text: Je ziet hem alleen nu, en hij wordt nergens bewaard. Heb je hem opgeschreven? Druk op w.")
}

// TestAPassphraseIsSaidByHowMuchWasTyped: what it is asked for, how many letters, what was wrong, and nothing of it.
func TestAPassphraseIsSaidByHowMuchWasTyped(t *testing.T) {
	d, _ := sealed(t, "nl", small, "")
	d.Press("iets anders")
	d.Says("text: Deze gegevens zijn versleuteld.", `field*: Wachtzin = "***********" / je ziet niet wat je typt; het openen duurt een seconde`, "help: Enter: openen, Ctrl+C: stoppen")
	if said := uitest.Spelled(d.Said()); strings.Contains(said, "iets anders") {
		t.Errorf("the passphrase is said:\n%s", said)
	}
	d.Press("<enter>")
	d.Says(`field*: Wachtzin = "" / je ziet niet wat je typt; het openen duurt een seconde / Dat is niet de wachtzin van deze gegevens. Er is niets veranderd. Probeer het opnieuw; let op hoofdletters.`)
}

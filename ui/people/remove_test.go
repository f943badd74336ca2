package people_test

import (
	"testing"
)

func TestSomebodyWhoShouldNotHaveComeInIsTakenAway(t *testing.T) {
	d := wide(t)
	d.Press("<right>", "n", "Points Possible", "<ctrl+s>")
	d.Shows("Points Possible")
	d.Press("<delete>")
	d.Shows("x is voor wie vertrekt")
	d.Press("<ctrl+s>")
	d.Shows("Vul in: Reden.")
	d.Press("geen mens", "<ctrl+s>")
	d.Press("<left>", "<left>", "<left>")
	d.Shows("Points Possible", "Weggehaald")
	d.Press("x", "<enter>")
	d.Press("<right>", "<right>", "<right>")
	d.Shows("Points Possible")
	d.Press("<delete>", "dubbel", "<ctrl+s>", "u")
	d.Shows("Points Possible")
}

func TestAStudentWhoWasDoneGoesOn(t *testing.T) {
	d := wide(t)
	d.Press("<right>", "d", "<enter>")
	d.Shows("klaar")
	d.Press("d")
	d.Shows("Gaat deze student hier verder?")
	d.Press("<enter>")
	d.Shows("De student gaat hier verder.")
}

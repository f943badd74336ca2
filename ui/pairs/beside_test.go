package pairs_test

import "testing"

// TestASearchSaysInWhichOtherListsItFinds: with how many, and the key that goes there; the search goes along.
func TestASearchSaysInWhichOtherListsItFinds(t *testing.T) {
	d := wide(t)
	d.Press("<right>", "/", "Sem", "<enter>")
	d.Shows("ook: ")
	d.Shows("(←)")
	d.Press("<left>")
	d.Shows("Sem")
	d.Press("<esc>", "/", "niemanddieerniet is", "<enter>")
	d.Hides("ook: ")
}

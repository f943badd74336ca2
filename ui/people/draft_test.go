package people_test

import "testing"

func TestAnOlderDraftNeverWins(t *testing.T) {
	d := wide(t)
	d.Press("n")
	d.LateDraft("Mw. half", " heel")
	d = wide(t)
	d.Press("e")
	d.LateSend(" half", "<ctrl+s>")
}

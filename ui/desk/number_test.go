package desk_test

import (
	"strings"
	"testing"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// TestANumberThatMayBeOneIsAskedAboutOnce: no keeps the form as it is, one key keeps the number, and the history tells who said so.
func TestANumberThatMayBeOneIsAskedAboutOnce(t *testing.T) {
	d := open(t)
	before := len(d.Request(d.Requests[2]).Memos)
	d.Press("m", "belde met 10000008 erbij", "<enter>")
	d.Shows("Dit getal bewaren?", "met ▯▯▯▯▯▯▯▯ erbij", "geen BSN")
	d.Press("n")
	d.Shows("belde met 10000008 erbij", "kan een BSN zijn")
	d.Press("<enter>", "j")
	memos := d.Request(d.Requests[2]).Memos
	if len(memos) != before+1 || !strings.Contains(memos[before].Text, "10000008") {
		t.Fatalf("%+v", memos)
	}
	d.Press("h")
	d.Shows("zei dat een getal hierin geen BSN is")
	vouched := 0
	history, err := desk.ReadRequestHistory(t.Context(), d.Session, d.Requests[2])
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range history {
		if e.Item == journal.ItemVouch {
			vouched++
		}
	}
	if vouched != 1 {
		t.Errorf("%d times in the history", vouched)
	}
}

// TestAnOwnListHoldsNoNumber: neither in its name nor in what it searches for.
func TestAnOwnListHoldsNoNumber(t *testing.T) {
	d := open(t)
	d.Press("v", "+", "van 111222333", "<ctrl+s>")
	d.Shows("een BSN lijkt")
	d.Press("<esc>", "v", "+", "Ochtend", "<ctrl+s>")
	d.Shows("Ochtend")
	kept, err := d.Session.Setting(t.Context(), "queue-views/"+d.Session.Me().ID.String())
	if err != nil || !strings.Contains(kept, "Ochtend") || strings.Contains(kept, "111222333") {
		t.Error(kept, err)
	}
}

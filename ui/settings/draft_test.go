package settings_test

import (
	"testing"
)

// TestAHalfFilledFormIsADraft leaves a form half filled, by Esc and by a power cut, and finds it again until it is sent.
func TestAHalfFilledFormIsADraft(t *testing.T) {
	d := open(t, "nl", 80, 24)
	d.Press("j", "<enter>", "9-12", "<tab>", "10-11", "<esc>")
	d.Shows("Wat je typte is bewaard")
	d.Again()
	d.Press(",", "j", "<enter>")
	d.Shows("Wat je eerder typte staat er weer", "9-12", "10-11")
	d.Press("<ctrl+s>")
	d.Shows("ma di")
	d.Press("<enter>")
	d.Hides("Wat je eerder typte", "9-12 ")
	d.Shows("09:00-12:00")
	d.Press("<esc>")
	d.Hides("Wat je typte is bewaard")
	if drafts, err := d.Session.Drafts(t.Context()); err != nil || len(drafts) != 0 {
		t.Errorf("%v %v", drafts, err)
	}
}

// TestDraftsOfNamesAreApart keeps a new name and another name for an entry each on its own, and Esc goes back to the list.
func TestDraftsOfNamesAreApart(t *testing.T) {
	d := open(t, "nl", 80, 24)
	d.Press("j", "j", "<enter>", "n", "Moestuin", "<esc>")
	d.Shows("Wat je typte is bewaard", "eenzaamheid")
	d.Press("e")
	d.Hides("Moestuin")
	d.Press(" anders", "<esc>", "n")
	d.Shows("Moestuin")
	d.Hides("anders")
	d.Press("<ctrl+s>")
	d.Shows("Moestuin", "eenzaamheid", "(u: ongedaan maken)")
	d.Press("u")
	d.Shows("Ongedaan gemaakt: instellingen van het servicepunt", "eenzaamheid", "De lijst om mee te beginnen")
	d.Hides("Moestuin")
}

// TestKeysWaitForAChange presses keys while a change is written: they mean what shows after it.
func TestKeysWaitForAChange(t *testing.T) {
	d := open(t, "nl", 80, 24)
	d.Late = true
	d.Press("<enter>", " Noord", "<enter>", "j", "<enter>", "9-12", "<ctrl+s>")
	d.Run()
	d.Shows("Servicepunt Zuidwest Noord", "ma")
	if s := site(t, d); len(s.Hours) != 1 || s.Name != "Servicepunt Zuidwest Noord" {
		t.Errorf("%+v", s)
	}
}

func TestAnOlderDraftNeverWins(t *testing.T) {
	d := open(t, "nl", 80, 24)
	d.Press("j", "<enter>")
	d.LateDraft("9-12", ",13-17")
	d = open(t, "nl", 80, 24)
	d.Press("<enter>")
	d.LateSend(" Noord", "<enter>")
}

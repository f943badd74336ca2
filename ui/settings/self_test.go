package settings_test

import "testing"

// TestTheOwnJudgementOfStudents: a site says that what students think of their own work shows at once, and takes that back.
func TestTheOwnJudgementOfStudents(t *testing.T) {
	d := open(t, "nl", 80, 24)
	d.Press("<home>", "j", "j", "j", "j", "j", "j", "j", "j", "j", "j")
	d.Shows("Oordeel van de student zelf        pas na de school", "Wie eerst leest")
	d.Press("<enter>", "meteen", "<enter>")
	if !site(t, d).SelfShown {
		t.Error("it is still hidden")
	}
	d.Press("u")
	if site(t, d).SelfShown {
		t.Error("it is still shown")
	}
}

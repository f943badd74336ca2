package settings_test

import "testing"

// TestSmallNumbersInReports: a coordinator says that reports are exact, and takes that back.
func TestSmallNumbersInReports(t *testing.T) {
	d := open(t, "nl", 80, 24)
	d.Press("<home>", "j", "j", "j", "j", "j", "j", "j", "j", "j")
	d.Shows("Kleine getallen in verslagen       weglaten", "staat <5 waar het")
	d.Press("<enter>", "precies", "<enter>")
	if !site(t, d).Exact {
		t.Error("small numbers are still left out")
	}
	d.Press("<enter>", "weglaten", "<enter>")
	if site(t, d).Exact {
		t.Error("small numbers are still exact")
	}
}

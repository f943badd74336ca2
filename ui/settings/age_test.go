package settings_test

import (
	"slices"
	"testing"

	"leerbalie/model"
	"leerbalie/ui/uitest"
)

func TestASiteSaysHowLongIsLong(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true})
	d.Press(",", "j", "j", "j", "j", "j", "j", "j", "j")
	d.Shows("Wachttijd die opvalt", "geen grens")
	d.Press("<enter>", "30", "<ctrl+s>")
	d.Shows("Typ twee aantallen minuten")
	d.Press(", 20", "<ctrl+s>")
	d.Shows("Typ twee aantallen minuten")
	d.Press("<ctrl+u>", "30, 90", "<tab>", "10 20", "<ctrl+s>")
	d.Shows("Alle andere: 30 en 90 min")
	site, err := d.Session.SiteByID(t.Context(), d.Session.Site())
	if err != nil {
		t.Fatal(err)
	}
	if want := []model.AgeLimit{{Long: 30, TooLong: 90}, {Urgency: model.UrgencyNow, Long: 10, TooLong: 20}}; !slices.Equal(site.Ages, want) {
		t.Errorf("kept %+v", site.Ages)
	}
	d.Press("u")
	d.Shows("geen grens")
}

package ui_test

import (
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// TestAClockFarAhead: it is said, and stays said, until the clock is right; nobody waits for seventy years meanwhile, and what
// is done is of the last day.
func TestAClockFarAhead(t *testing.T) {
	for lang, said := range map[text.Lang]string{"nl": "Klok zegt 21-11-2099, laatste werk 21-11-2026", "en": "Clock says 21-11-2099, last work 21-11-2026"} {
		d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true})
		d.Hides(said, "F4")
		d.Set(uitest.Start().AddDate(73, 0, 0))
		d.Pass(time.Minute)
		d.Shows(said, "F4", " 14:3") // the time goes on from the last work
		if strings.Contains(d.Frame(), "26662") || strings.Contains(d.Frame(), "26663") {
			t.Fatalf("something waits for 73 years:\n%s", d.Frame())
		}
		d.Again()
		d.Shows(said)
		d.Tells(said)
		d.Press("<f4>", "<enter>") // no
		d.Shows(said)
		d.Tells(said)
		d.Set(uitest.Start().Add(time.Hour))
		d.Pass(time.Minute)
		d.Hides(said)
	}
}

// TestAStoreLongUnused: whoever sits there says that the date is right, and the line is gone.
func TestAStoreLongUnused(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Act: func(d *uitest.Desk, _ *model.Session) journal.ID { return d.Noor }})
	d.Set(uitest.Start().AddDate(0, 0, 500))
	d.Pass(time.Minute)
	d.Shows("Klok zegt 04-04-2028")
	d.Press("<f4>", "<down>", "<enter>")
	d.Shows("Het werk gaat vanaf vandaag verder.")
	d.Pass(10 * time.Minute)
	d.Hides("Klok zegt")
	if last, err := d.Session.LastMoment(t.Context()); err != nil || last.Time().Year() != 2028 {
		t.Fatalf("the last moment is %v, %v", last.Time(), err)
	}
	d.Press("<f4>")
	d.Hides("Klopt dat?")
}

// TestAClockSetBack is said when it is more than a day, and stays until it is right.
func TestAClockSetBack(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true})
	for back, said := range map[time.Duration]bool{time.Hour: false, 23 * time.Hour: false, 49 * time.Hour: true, 7 * 365 * 24 * time.Hour: true} {
		d.Set(uitest.Start().Add(-back))
		d.Again()
		d.Pass(time.Minute)
		if got := strings.Contains(d.Frame(), "laatste werk 21-11-2026: zet de klok goed."); got != said {
			t.Errorf("set back by %v: said %v, want %v\n%s", back, got, said, d.Frame())
		}
	}
}

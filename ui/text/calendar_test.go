package text_test

import (
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // every place, also on a machine without time zones

	"leerbalie/model/days"
	"leerbalie/model/journal"
	"leerbalie/model/loop/pairing"
	"leerbalie/model/pairs"
	"leerbalie/ui/text"
)

// TestTheCalendarOfPairsKeepsItsDays: the day in the name of an event is the one it stands on, and that is the day of the month on
// which the pair began at its site, before and after the clock changes.
func TestTheCalendarOfPairsKeepsItsDays(t *testing.T) {
	for _, c := range []struct{ zone, begun, day string }{
		{"Europe/Amsterdam", "2026-11-29T23:19:00+01:00", "29"}, {"Europe/Amsterdam", "2026-09-01T00:30:00+02:00", "01"},
		{"America/Curacao", "2026-11-28T23:19:00-04:00", "28"}, {"America/Santiago", "2026-08-06T00:10:00-04:00", "06"},
	} {
		begun, err := time.Parse(time.RFC3339, c.begun)
		if err != nil {
			t.Fatal(err)
		}
		b := &pairing.Book{Pairs: []pairs.Pair{{ID: journal.KeyedID("pair", c.begun), Members: make([]journal.ID, 2), Started: begun.UTC(), Zone: days.Zone(c.zone)}}}
		months := 0
		for _, e := range text.All().For("nl").PairCalendar(b, begun.AddDate(0, 0, 1)).Events {
			if !strings.Contains(e.ID, "-"+e.Start.Format("20060102")) {
				t.Errorf("%s %s: %s stands on %v", c.zone, c.begun, e.ID, e.Start)
			}
			if e.Start.Sub(begun) > 40*24*time.Hour {
				if months++; e.Start.Format("02") != c.day && e.Start.Month() != time.February {
					t.Errorf("%s %s: planned on %v", c.zone, c.begun, e.Start)
				}
			}
		}
		if months < 6 {
			t.Errorf("%s %s: %d events after the first month", c.zone, c.begun, months)
		}
	}
}

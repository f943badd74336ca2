package days_test

import (
	"testing"
	"time"
	_ "time/tzdata" // every place, also on a machine without time zones

	"pgregory.net/rapid"

	"leerbalie/model/days"
)

// places are zones with and without summer time, on either side of Greenwich, and those where the clock skips midnight.
var places = []string{"Europe/Amsterdam", "UTC", "America/Curacao", "America/Kralendijk", "America/Santiago", "America/Havana", "Africa/Cairo",
	"Asia/Beirut", "America/Asuncion", "Pacific/Auckland", "Pacific/Apia", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo"}

func anyZone(t *rapid.T) *time.Location { return days.Zone(rapid.SampledFrom(places).Draw(t, "zone")) }

// anyMoment is a moment long enough after a whole day was left out somewhere: in Samoa, at the end of 2011.
func anyMoment(t *rapid.T) time.Time {
	return time.Unix(rapid.Int64Range(1451606400, 2524608000).Draw(t, "moment"), 0)
}

// TestDaysKeepTheirDay: so many days or months later is the same day of the calendar there, or the last of a shorter month, whatever
// the clock did meanwhile.
func TestDaysKeepTheirDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone, from := anyZone(t), anyMoment(t)
		ahead, months := rapid.IntRange(-800, 800).Draw(t, "days"), rapid.IntRange(-30, 30).Draw(t, "months")
		start := days.Of(from, zone)
		if got := days.Of(days.Add(from, ahead, zone), zone); days.Between(start, got) != ahead {
			t.Fatalf("%d days after %v is %v", ahead, start, got)
		}
		got := days.Of(days.AddMonths(from, months, zone), zone)
		first := time.Date(start.Year(), start.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
		last := first.AddDate(0, 1, -1)
		if got.Year() != first.Year() || got.Month() != first.Month() || got.Day() != min(start.Day(), last.Day()) {
			t.Fatalf("%d months after %v is %v", months, start, got)
		}
		if h, m, s := from.In(zone).Clock(); days.AddMonths(from, 1, zone).Sub(from) > 0 {
			h2, m2, s2 := days.AddMonths(from, 1, zone).In(zone).Clock()
			if skipped := h2*3600 + m2*60 + s2 - h*3600 - m*60 - s; skipped < 0 || skipped > 3600 {
				t.Fatalf("a month after %v the clock says %v", from.In(zone), days.AddMonths(from, 1, zone))
			}
		}
	})
}

// TestMidnightBeginsTheDay: it is on the day, nothing of the day comes before it, and days follow each other without a gap; on every
// day of eighteen years, those on which the clock skips midnight among them.
func TestMidnightBeginsTheDay(t *testing.T) {
	for _, name := range places {
		zone := days.Zone(name)
		begin := days.Start(time.Date(2012, 1, 1, 0, 0, 0, 0, time.UTC), zone)
		for day := time.Date(2012, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() < 2030; day = day.AddDate(0, 0, 1) {
			if !days.Of(begin, zone).Equal(day) || !days.Of(begin.Add(-time.Second), zone).Equal(day.AddDate(0, 0, -1)) {
				t.Fatalf("%s: %v begins at %v", name, day, begin.In(zone))
			}
			if again := days.Midnight(begin.Add(22*time.Hour), zone); !again.Equal(begin) {
				t.Fatalf("%s: %v begins at %v and at %v", name, day, begin, again)
			}
			next := days.Start(day.AddDate(0, 0, 1), zone)
			if after := days.Midnight(days.Add(begin.Add(30*time.Minute), 1, zone), zone); !after.Equal(next) {
				t.Fatalf("%s: a day after %v is %v", name, begin, after)
			}
			begin = next
		}
	}
}

// TestAZoneThatIsNotKnown is that of sites that name none, never that of the machine.
func TestAZoneThatIsNotKnown(t *testing.T) {
	for _, name := range []string{"", "Local", "Mars/Olympus", "../../etc/passwd"} {
		if got := days.Zone(name).String(); got != days.DefaultZone {
			t.Errorf("%q is the zone %s", name, got)
		}
	}
}

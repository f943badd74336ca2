package pairs

import (
	"testing"
	"time"
	_ "time/tzdata" // every place, also on a machine without time zones

	"leerbalie/model/days"
)

// TestCheckInsKeepTheirDay: for every day of four years, leap day among them, late in the evening and just after midnight, in places with
// and without summer time, what is planned months ahead is on the day of the month on which the pair began, or the month's last.
func TestCheckInsKeepTheirDay(t *testing.T) {
	for _, name := range []string{"Europe/Amsterdam", "America/Curacao", "America/Santiago", "Africa/Cairo", "Pacific/Auckland"} {
		zone := days.Zone(name)
		for day := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() < 2030; day = day.AddDate(0, 0, 1) {
			for _, minute := range []int{10, 23*60 + 50} {
				begin := time.Date(day.Year(), day.Month(), day.Day(), 0, minute, 0, 0, zone)
				p := Pair{Started: begin.UTC(), Zone: zone}
				planned := p.Schedule(begin.AddDate(0, 8, 0))
				if len(planned) < 10 {
					t.Fatalf("%v: %d planned", begin, len(planned))
				}
				start, month := days.Of(begin, zone), 2
				for i, a := range planned {
					got, want := days.Of(a.Due, a.Due.Location()), start.AddDate(0, 0, 14*(i+1))
					if i >= 2 {
						last := time.Date(start.Year(), start.Month()+time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC)
						want = time.Date(last.Year(), last.Month(), min(start.Day(), last.Day()), 0, 0, 0, 0, time.UTC)
						if a.Month == month || month != 3 && month != 6 {
							month++
						}
					}
					if !got.Equal(want) {
						t.Fatalf("%s: began on %v, planned on %v instead of %v", name, start, got, want)
					}
				}
			}
		}
	}
}

// TestAPairWithoutAZone has the one that sites have unless they say so.
func TestAPairWithoutAZone(t *testing.T) {
	p := Pair{Started: time.Date(2026, 11, 29, 22, 19, 0, 0, time.UTC)}
	for _, a := range p.Schedule(p.Started.AddDate(0, 9, 0))[2:] {
		if a.Due.Day() != 29 && a.Due.Month() != time.February {
			t.Errorf("planned on %v", a.Due)
		}
	}
}

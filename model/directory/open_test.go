package directory_test

import (
	"slices"
	"testing"
	"time"

	"leerbalie/model/directory"
)

func TestOpenAt(t *testing.T) {
	day := func(text string) time.Time {
		d, err := time.Parse(time.DateOnly, text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	week := weekdays(9, 17)
	christmas := directory.Schedule{ValidFrom: day("2026-12-25"), ValidTo: day("2026-12-26"), Closed: true}
	eve := directory.Schedule{ValidFrom: day("2026-12-24"), ValidTo: day("2026-12-24"), Opens: 10 * 60, Closes: 12 * 60}
	lunch := directory.Schedule{Closed: true, Opens: 12 * 60, Closes: 13 * 60}
	night := directory.Schedule{Days: directory.Weekdays(0).On(time.Friday), Opens: 22 * 60, Closes: 2 * 60}
	yearly := directory.Schedule{ValidFrom: day("2020-01-01"), ValidTo: day("2020-01-01"), Closed: true, Rule: "FREQ=YEARLY"}
	for _, c := range []struct {
		name string
		all  []directory.Schedule
		at   string
		want directory.Open
	}{
		{"nothing known", nil, "2026-11-30 10:00", directory.OpenUnknown},
		{"a Monday", week, "2026-11-30 10:00", directory.OpenYes},
		{"the minute it opens", week, "2026-11-30 09:00", directory.OpenYes},
		{"the minute it closes", week, "2026-11-30 17:00", directory.OpenNo},
		{"a Sunday", week, "2026-11-29 10:00", directory.OpenNo},
		{"christmas", append(slices.Clone(week), christmas), "2026-12-25 10:00", directory.OpenNo},
		{"christmas eve, as said", append(slices.Clone(week), eve), "2026-12-24 11:00", directory.OpenYes},
		{"christmas eve, later", append(slices.Clone(week), eve), "2026-12-24 14:00", directory.OpenNo},
		{"lunch", append(slices.Clone(week), lunch), "2026-11-30 12:30", directory.OpenNo},
		{"before midnight", []directory.Schedule{night}, "2026-12-04 23:00", directory.OpenYes},
		{"after midnight", []directory.Schedule{night}, "2026-12-05 01:59", directory.OpenYes},
		{"the night is over", []directory.Schedule{night}, "2026-12-05 02:00", directory.OpenNo},
		{"the night before", []directory.Schedule{night}, "2026-12-04 01:00", directory.OpenNo},
		{"new year", append(slices.Clone(week), yearly), "2027-01-01 10:00", directory.OpenNo},
		{"the day after new year", append(slices.Clone(week), yearly), "2027-01-04 10:00", directory.OpenYes},
		{"hours not said", []directory.Schedule{{Days: directory.Weekdays(0).On(time.Monday)}}, "2026-11-30 10:00", directory.OpenUnknown},
		{"and on a day that is not named", []directory.Schedule{{Days: directory.Weekdays(0).On(time.Monday)}}, "2026-12-01 10:00", directory.OpenNo},
		{"a rule", []directory.Schedule{{Opens: 9 * 60, Closes: 17 * 60, Rule: "FREQ=MONTHLY;BYMONTHDAY=2"}}, "2026-11-30 10:00", directory.OpenUnknown},
		{"hours of a year ago", []directory.Schedule{{Days: week[0].Days, Opens: 540, Closes: 1020, ValidTo: day("2025-12-31")}}, "2026-11-30 10:00", directory.OpenUnknown},
		{"day and night", []directory.Schedule{{Opens: 0, Closes: 1440}}, "2026-11-30 00:00", directory.OpenYes},
	} {
		at, err := time.Parse("2006-01-02 15:04", c.at)
		if err != nil {
			t.Fatal(err)
		}
		if got := directory.OpenAt(c.all, at); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

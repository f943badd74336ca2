package tabular

import (
	"testing"
	"time"
	_ "time/tzdata" // the clock of Amsterdam, also on a machine without one
)

func amsterdam(t testing.TB) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func TestMoment(t *testing.T) {
	loc := amsterdam(t)
	for written, want := range map[string]string{
		"2026-03-09":                    "2026-03-09T00:00:00+01:00",
		"09-03-2026":                    "2026-03-09T00:00:00+01:00",
		"9-3-2026 8:05":                 "2026-03-09T08:05:00+01:00",
		"09-07-2026 14:30":              "2026-07-09T14:30:00+02:00",
		"09-07-2026 14.30":              "2026-07-09T14:30:00+02:00",
		"2026-07-09T14:30:05":           "2026-07-09T14:30:05+02:00",
		"2026-07-09 14:30:05,250":       "2026-07-09T14:30:05.25+02:00",
		"2014-05-09T19:02:21-05:00":     "2014-05-10T00:02:21Z",
		"2014-05-09T19:02:21.123456789": "2014-05-09T19:02:21.123456789+02:00",
		"20260309T143000Z":              "2026-03-09T14:30:00Z",
		"20260309":                      "2026-03-09T00:00:00+01:00",
		"2026-03-09 24:00":              "2026-03-10T00:00:00+01:00",
		"2026-03-09T14:30+0100":         "2026-03-09T13:30:00Z",
		"2024-02-29":                    "2024-02-29T00:00:00+01:00",
		"2026-10-25 02:30":              "2026-10-25T02:30:00+02:00", // comes twice: the first
		"2026-10-25 03:00":              "2026-10-25T03:00:00+01:00",
		"2026-03-29 03:00":              "2026-03-29T03:00:00+02:00",
		"2026-03-29 02:30":              "2026-03-29T03:30:00+02:00", // never was: an hour on
		"2026-03-29 01:59":              "2026-03-29T01:59:00+01:00",
	} {
		at, err := Moment(written, loc)
		if err != nil || !at.Equal(mustTime(t, want)) {
			t.Errorf("%s: %v %v, want %s", written, at, err, want)
		}
	}
	for written, want := range map[string]string{
		"":                      "date.form",
		"gisteren":              "date.form",
		"09-03-26":              "date.form",
		"3/9/2026":              "date.form",
		"2026-3-9":              "date.form",
		"2026-03-09 half drie":  "date.form",
		"2026-03-09T14:30+1:00": "date.form",
		"31-02-2026":            "date.impossible",
		"2026-13-01":            "date.impossible",
		"2025-02-29":            "date.impossible",
		"2026-03-09 25:00":      "date.impossible",
		"2026-03-09 24:01":      "date.impossible",
		"00-00-2026":            "date.impossible",
		"01-01-0001":            "date.year",
		"9999-12-31":            "date.year",
	} {
		if at, err := Moment(written, loc); code(err) != want {
			t.Errorf("%s: %v %v, want %s", written, at, err, want)
		}
	}
}

func mustTime(t *testing.T, s string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func TestNumbers(t *testing.T) {
	for written, want := range map[string]float64{
		"1,5": 1.5, "1.5": 1.5, " 12 ": 12, "1.234,50": 1234.5, "1,234.50": 1234.5, "-0,25": -0.25, "0": 0, "1.234": 1.234,
	} {
		if got, err := Number(written); err != nil || got != want {
			t.Errorf("%s: %v %v", written, got, err)
		}
	}
	for _, written := range []string{"", "-", "1e9", "NaN", "1,", ",5", "1.23,4.5", "1 000", "12345678901234567", "0x10", "½"} {
		if got, err := Number(written); code(err) != "number.form" {
			t.Errorf("%s: %v %v", written, got, err)
		}
	}
	for written, want := range map[string]int{"1,5": 90, "1:30": 90, "0.25": 15, "0": 0} {
		if got, err := Hours(written); err != nil || got != want {
			t.Errorf("%s hours: %v %v", written, got, err)
		}
	}
	for _, written := range []string{"-1", "1:60", "999999", "1:5"} {
		if got, err := Minutes(written); err == nil {
			t.Errorf("%s minutes: %v", written, got)
		}
	}
}

// TestADateAloneIsThatDay: also where the clock skips midnight, before or after it.
func TestADateAloneIsThatDay(t *testing.T) {
	for zone, day := range map[string]string{"America/Santiago": "06-09-2026", "Africa/Cairo": "24-04-2026", "Europe/Amsterdam": "29-03-2026", "America/Curacao": "01-01-2027"} {
		loc, err := time.LoadLocation(zone)
		if err != nil {
			t.Fatal(err)
		}
		at, err := Moment(day, loc)
		if err != nil || at.In(loc).Format("02-01-2006") != day || at.Add(-time.Second).In(loc).Format("02-01-2006") == day {
			t.Errorf("%s in %s is %v, %v", day, zone, at.In(loc), err)
		}
	}
}

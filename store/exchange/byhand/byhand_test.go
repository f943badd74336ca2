package byhand

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the clock of Amsterdam, also on a machine without one

	"leerbalie/model/fault"
)

var now = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

func amsterdam(t testing.TB) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func code(err error) string {
	var wrong *fault.Error
	if errors.As(err, &wrong) {
		return wrong.Msg
	}
	return ""
}

// column reads cells as one column.
func column(t testing.TB, name string, cells ...string) (*Dates, []string) {
	t.Helper()
	loc := amsterdam(t)
	d := NewDates(loc, now, name)
	for _, c := range cells {
		d.See(c)
	}
	d.Settle()
	out := make([]string, len(cells))
	for i, c := range cells {
		w, err := d.Read(c)
		switch {
		case err != nil:
			out[i] = code(err)
		case w.Timed:
			out[i] = w.At.In(loc).Format("2006-01-02 15:04")
		default:
			out[i] = w.At.In(loc).Format("2006-01-02")
		}
		if w.Year {
			out[i] += "?"
		}
	}
	return d, out
}

func TestDatesAsPeopleWriteThem(t *testing.T) {
	for written, want := range map[string]string{
		"5-1-2026": "2026-01-05", "05-01-26": "2026-01-05", "6 jan 2026": "2026-01-06", "06/01/2026": "2026-01-06", "7-1-'26": "2026-01-07",
		"7-1-’26": "2026-01-07", "2026-01-08": "2026-01-08", "20260108": "2026-01-08", "08012026": "2026-01-08", "maandag 5 januari 2026": "2026-01-05",
		"ma 5 jan. 2026": "2026-01-05", "ma. 5-1-2026": "2026-01-05", "5.1.2026": "2026-01-05", "5 / 1 / 2026": "2026-01-05", "5-jan-26": "2026-01-05",
		"5-jan-2026": "2026-01-05", "1 sept 2026": "2026-09-01", "January 5, 2026": "2026-01-05", "Jan 5th 2026": "2026-01-05", "Mon, 5 Jan 2026": "2026-01-05",
		"2026/01/08": "2026-01-08", "45662": "2025-01-05", "46027": "2026-01-05", "46027,5": "2026-01-05 12:00", "46027.385416666": "2026-01-05 09:15",
		"46027.0": "2026-01-05", "5-1-2026 9:15": "2026-01-05 09:15", "5-1-2026 9u15": "2026-01-05 09:15", "5-1-2026 14h": "2026-01-05 14:00",
		"5-1-26 10.30 uur": "2026-01-05 10:30", "5 jan 2026 om 14:00": "2026-01-05 14:00", "5-1-2026, 14:00:30": "2026-01-05 14:00",
		"2026-01-08T14:30:05": "2026-01-08 14:30", "2026-01-08T14:30:05+02:00": "2026-01-08 13:30", "5 januari 2026, 9 uur": "2026-01-05 09:00",
		"1-1-1900": "date.filler", "0-1-1900": "date.filler", "00-01-1900": "date.filler", "1899-12-30": "date.filler", "30-12-1899": "date.filler", "0": "date.filler",
		"1": "date.filler", "0,0000": "date.filler", "1900-01-00": "date.filler", "01-01-1970": "date.filler", "1970-01-01T00:00:00Z": "date.filler",
		"1-1-1904": "date.filler", "0001-01-01": "date.filler", "00-00-0000": "date.filler",
		"31-2-2026": "date.impossible", "5-13-2026 25:00": "date.impossible", "0-5-2026": "date.impossible", "2026-13-01": "date.impossible",
		"1-1-1800": "date.year", "gisteren": "date.form", "": "date.form", "2026": "date.form", "12": "date.form", "1.5": "2026-05-01?", "######": "date.form",
		"5-1-2026 half drie": "date.form", "5-1-20266": "date.form", "13-1-": "2026-01-13?", "1234567890123": "date.form", "99999": "date.form", "januari": "date.form",
	} {
		if _, got := column(t, "", written); got[0] != want {
			t.Errorf("%q is %s, want %s", written, got[0], want)
		}
	}
}

func TestTheColumnDecides(t *testing.T) {
	for _, c := range []struct {
		name, cells, want string
		order             Order
		proof             string
		say, undecided    bool
	}{
		{"", "5-1-2026|13-1", "2026-01-05|2026-01-13?", DayFirst, "13-1", false, false},
		{"", "1/5/2026|1/13/2026", "2026-01-05|2026-01-13", MonthFirst, "1/13/2026", true, false},
		{"", "01-05-2026|01-13-2026", "2026-01-05|2026-01-13", MonthFirst, "01-13-2026", true, false},
		{"", "1/5/2026|13/5/2026", "2026-05-01|2026-05-13", DayFirst, "13/5/2026", true, false},
		{"", "1/5/2026|13-5-2026", "2026-05-01|2026-05-13", DayFirst, "13-5-2026", true, false},
		{"", "1/5/2026|1/13/2026|13-5-2026|14-5-2026", "2026-01-05|2026-01-13|2026-05-13|2026-05-14", DayFirst, "13-5-2026", true, false},
		{"", "1/5/2026|2/5/2026", "2026-05-01|2026-05-02", DayFirst, "", true, true},
		{"", "1/5/2026 9:15 AM|2/5/2026 2:15 PM", "2026-01-05 09:15|2026-02-05 14:15", MonthFirst, "", true, true},
		{"", "13-1-2026|14-1-2026|1-15-2026", "2026-01-13|2026-01-14|date.impossible", DayFirst, "13-1-2026", true, false},
		{"", "30-12-2025|31-12|2-1|5-1-2026", "2025-12-30|2025-12-31?|2026-01-02?|2026-01-05", DayFirst, "30-12-2025", false, false},
		{"registratie2024.csv", "5-1|31-12", "2024-01-05?|2024-12-31?", DayFirst, "31-12", false, false},
		{"", "5-1|31-12|1 sept", "2026-01-05?|2025-12-31?|2026-09-01?", DayFirst, "31-12", false, false},
		{"", "29-2|1-3-2024", "2024-02-29?|2024-03-01", DayFirst, "29-2", false, false},
	} {
		d, got := column(t, c.name, strings.Split(c.cells, "|")...)
		order, proof, say := d.Ordered()
		if strings.Join(got, "|") != c.want || order != c.order || proof != c.proof || say != c.say || d.Undecided() != c.undecided {
			t.Errorf("%s: %s, order %d shown by %q, to be said %t, undecided %t", c.cells, strings.Join(got, "|"), order, proof, say, d.Undecided())
		}
	}
}

// TestTheOrderOfRowsDoesNotMatter: for dates with a year, or of one year.
func TestTheOrderOfRowsDoesNotMatter(t *testing.T) {
	cells := []string{"5-1-2026", "1/2/2026", "2/14/2026", "13-1", "6 jan 2026", "2026-01-08", "12-11-2026", "7/7/26"}
	read := func() map[string]string {
		_, got := column(t, "", cells...)
		out := map[string]string{}
		for i, c := range cells {
			out[c] = got[i]
		}
		return out
	}
	want := read()
	for n := range uint64(50) {
		rand.New(rand.NewPCG(n, 1)).Shuffle(len(cells), func(i, j int) { cells[i], cells[j] = cells[j], cells[i] })
		for cell, got := range read() {
			if got != want[cell] {
				t.Fatalf("%s is %s in one order, %s in another", cell, want[cell], got)
			}
		}
	}
}

func TestTimesOfDay(t *testing.T) {
	for written, want := range map[string]Clock{
		"9:15": {9, 15}, "10.30": {10, 30}, "9u15": {9, 15}, "14h": {14, 0}, "14 uur": {14, 0}, "9.15 uur": {9, 15}, "0930": {9, 30}, "915": {9, 15}, "9": {9, 0},
		"2:30 PM": {14, 30}, "12:05 am": {0, 5}, "9:15-9:45": {9, 15}, "9:15 tot 10 uur": {9, 15}, "0,385416": {9, 15}, "0.5": {12, 0}, "14:00:00": {14, 0}, "ca. 9:15": {9, 15},
		"00:00": {0, 0}, "9u": {9, 0},
	} {
		if got, err := ReadClock(written); err != nil || got != want {
			t.Errorf("%q is %v, %v", written, got, err)
		}
	}
	for _, written := range []string{"", "ochtend", "25:00", "9:75", "9:1", "1,5", "30 min", "-9:15", "9:15 of later", "99999"} {
		if got, err := ReadClock(written); code(err) != "clock.form" {
			t.Errorf("%q is %v, %v", written, got, err)
		}
	}
}

func TestHowLongItTook(t *testing.T) {
	for written, want := range map[string]int{
		"25": 25, "1u": 60, "30 min": 30, "30 min.": 30, "30min": 30, "0,5": 30, "0.25": 15, "1,5": 90, "1:30": 90, "0:25:00": 25, "1,5 uur": 90, "1.5h": 90, "1u15": 75, "1 uur 15 min": 75,
		"1u 15m": 75, "kwartier": 15, "een kwartier": 15, "3 kwartier": 45, "drie kwartier": 45, "half uur": 30, "halfuur": 30, "een half uur": 30, "anderhalf uur": 90, "1½ uur": 90, "½ uur": 30,
		"2 uur en een kwartier": 135, "ca. 20": 20, "±20 min": 20, "45'": 45, "25,0": 25, "0": 0, "twee uur": 120, "uur": 60, "1 uur": 60, "60 minuten": 60, "12,5": 13, "7,5": 8, "4,5": 270, "10 minutes": 10,
	} {
		got, _, err := Spent(written, false)
		if err != nil || got != want {
			t.Errorf("%q is %d minutes, %v, want %d", written, got, err, want)
		}
	}
	for written, want := range map[string]int{"1,5": 90, "2": 120, "1:15": 75, "30 min": 30, "½": 30} {
		if got, _, err := Spent(written, true); err != nil || got != want {
			t.Errorf("%q hours is %d minutes, %v", written, got, err)
		}
	}
	for written, want := range map[string]string{"": "number.form", "-1": "number.range", "lang": "number.form", "1:60": "number.form", "999999": "number.range", "5-10": "number.form", "1u2u3u4u5u": "number.form"} {
		if got, _, err := Spent(written, false); code(err) != want {
			t.Errorf("%q is %d, %v", written, got, err)
		}
	}
}

// FuzzDates: nothing crashes; what is read is a day that a calendar has, and reads the same again as a program would write it.
func FuzzDates(f *testing.F) {
	for _, seed := range []string{"5-1-2026", "1/13/2026 9:15 PM", "maandag 5 januari '26", "46027,385", "13-1", "0-1-1900", "2026-01-08T14:30:05+02:00"} {
		f.Add(seed)
	}
	loc := amsterdam(f)
	f.Fuzz(func(t *testing.T, text string) {
		d := NewDates(loc, now, text)
		d.See(text)
		d.Settle()
		w, err := d.Read(text)
		if err != nil {
			if code(err) == "" {
				t.Fatal(err)
			}
			return
		}
		if y := w.At.In(loc).Year(); y < 1900 || y > 2199 {
			t.Fatalf("%q is in %d", text, y)
		}
		if w.At.In(loc).Year() < 1940 { // the clock of Amsterdam was apart by seconds, which no way of writing has
			return
		}
		again, err := d.Read(w.At.In(loc).Format("2006-01-02T15:04:05.999999999Z07:00"))
		if err != nil || !again.At.Equal(w.At) {
			t.Fatalf("%q is %v, and again %v, %v", text, w.At, again.At, err)
		}
	})
}

// FuzzAmounts: nothing crashes, and what is read is an amount or a time that can be.
func FuzzAmounts(f *testing.F) {
	for _, seed := range []string{"25", "1u15", "kwartier", "½ uur", "1:30", "9:15-9:45", "0,385"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, hours := range []bool{false, true} {
			if n, _, err := Spent(text, hours); err == nil && (n < 0 || n > mostMinutes) {
				t.Fatalf("%q is %d minutes", text, n)
			}
		}
		if c, err := ReadClock(text); err == nil && !c.possible() {
			t.Fatalf("%q is %v", text, c)
		}
	})
}

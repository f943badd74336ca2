package clock

import (
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the clock of Amsterdam, also on a machine without one

	"leerbalie/store/exchange/calendar/repeat"
)

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func at(text string) time.Time {
	t, err := time.Parse("2006-01-02 15:04", text)
	if err != nil {
		panic(err)
	}
	return t
}

// amsterdam is what Outlook writes of its zone.
func amsterdam(t *testing.T) *Told {
	t.Helper()
	rule := func(text string) *repeat.Rule {
		r, err := repeat.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		return &r
	}
	cost := repeat.Cost(1_000_000)
	return Tell([]Observance{
		{Start: at("1601-10-28 03:00"), From: 2 * time.Hour, To: time.Hour, Rule: rule("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10")},
		{Start: at("1601-03-25 02:00"), From: time.Hour, To: 2 * time.Hour, Rule: rule("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3")},
	}, &cost)
}

// TestTheNightsOnWhichAClockIsSet: an hour that is skipped, and one that comes twice, as RFC 5545 has it.
func TestTheNightsOnWhichAClockIsSet(t *testing.T) {
	for name, c := range map[string]Clock{"Amsterdam": Place{zone(t, "Europe/Amsterdam")}, "told": amsterdam(t)} {
		for wall, want := range map[string]string{
			"2026-03-28 12:00": "2026-03-28 11:00", "2026-03-29 01:59": "2026-03-29 00:59",
			"2026-03-29 02:00": "2026-03-29 01:00", "2026-03-29 02:30": "2026-03-29 01:30", "2026-03-29 03:00": "2026-03-29 01:00",
			"2026-07-01 09:00": "2026-07-01 07:00", "2026-10-25 01:59": "2026-10-24 23:59",
			"2026-10-25 02:00": "2026-10-25 00:00", "2026-10-25 02:30": "2026-10-25 00:30", "2026-10-25 02:59": "2026-10-25 00:59", "2026-10-25 03:00": "2026-10-25 02:00",
		} {
			if got := c.At(at(wall)); !got.Equal(at(want)) {
				t.Errorf("%s %s: %v, want %s", name, wall, got.UTC(), want)
			}
		}
		for moment, want := range map[string]string{"2026-03-29 00:59": "2026-03-29 01:59", "2026-03-29 01:00": "2026-03-29 03:00", "2026-10-25 00:30": "2026-10-25 02:30", "2026-10-25 01:30": "2026-10-25 02:30"} {
			if got := c.Wall(at(moment)); !got.Equal(at(want)) {
				t.Errorf("%s at %s shows %v", name, moment, got)
			}
		}
	}
}

// TestWhatTheWallShowsIsFoundAgain: of any moment the wall shows a time, whose first moment is that one or, in an hour that comes twice, the one before.
func TestWhatTheWallShowsIsFoundAgain(t *testing.T) {
	clocks := map[string]Clock{"told": amsterdam(t)}
	for _, name := range []string{"Europe/Amsterdam", "America/New_York", "America/Curacao", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "America/Sao_Paulo", "Asia/Kathmandu", "UTC"} {
		clocks[name] = Place{zone(t, name)}
	}
	told, amsterdam := 0, 0
	for name, c := range clocks {
		for m := at("2008-01-01 00:00"); m.Before(at("2028-01-01 00:00")); m = m.Add(17 * time.Minute * 7) {
			back := c.At(c.Wall(m))
			if back.After(m) || m.Sub(back) > time.Hour || !c.Wall(back).Equal(c.Wall(m)) {
				t.Fatalf("%s: %v is %v on the wall, and that is %v", name, m, c.Wall(m), back)
			}
			if name == "told" {
				told++
				if c.Wall(m).Equal(clocks["Europe/Amsterdam"].Wall(m)) {
					amsterdam++
				}
			}
		}
	}
	if told == 0 || told != amsterdam {
		t.Errorf("of %d times %d are those of Amsterdam", told, amsterdam)
	}
}

func TestNames(t *testing.T) {
	for name, want := range map[string]string{
		"Europe/Amsterdam": "Europe/Amsterdam", "W. Europe Standard Time": "Europe/Berlin", "w. europe standard time": "Europe/Berlin", "Romance Standard Time": "Europe/Paris",
		"/mozilla.org/20050126_1/Europe/Amsterdam": "Europe/Amsterdam", "/freeassociation.sourceforge.net/Tzfile/America/Argentina/Ushuaia": "America/Argentina/Ushuaia",
		"GMT Standard Time": "Europe/London", "UTC": "UTC", "AUS Central Standard Time": "Australia/Darwin", "Yukon Standard Time": "America/Whitehorse", `"Europe/Amsterdam"`: "Europe/Amsterdam",
		"Customized Time Zone": "", "": "", "Local": "", "/": "", "../../etc/passwd": "", "Standard Time": "", "europe standard time": "", "\n": "", strings.Repeat("/a", 200): "",
	} {
		got, ok := Named(name)
		if ok != (want != "") || ok && got.String() != want {
			t.Errorf("%q is %v", name, got)
		}
	}
	for _, line := range strings.Split(strings.TrimSuffix(windows, "\n"), "\n") {
		name, _, _ := strings.Cut(line, "\t")
		if _, ok := Named(name); !ok {
			t.Errorf("%s has no place", name)
		}
	}
}

// TestAClockOfWhichLittleIsSaid: one observance, none, and times without a rule.
func TestAClockOfWhichLittleIsSaid(t *testing.T) {
	cost := repeat.Cost(1000)
	if Tell(nil, &cost) != nil {
		t.Error("a clock of nothing")
	}
	fixed := Tell([]Observance{{Start: at("1970-01-01 00:00"), From: 5 * time.Hour, To: 5 * time.Hour}}, &cost)
	for _, wall := range []string{"1950-01-01 12:00", "2026-06-01 12:00"} {
		if got := fixed.At(at(wall)); !got.Equal(at(wall).Add(-5 * time.Hour)) {
			t.Error(wall, got)
		}
	}
	dated := Tell([]Observance{{Start: at("2026-03-29 02:00"), From: time.Hour, To: 2 * time.Hour}, {Start: at("2026-10-25 03:00"), From: 2 * time.Hour, To: time.Hour, Dates: []time.Time{at("2027-10-31 03:00")}}}, &cost)
	for wall, want := range map[string]string{"2026-01-01 12:00": "2026-01-01 11:00", "2026-06-01 12:00": "2026-06-01 10:00", "2026-12-01 12:00": "2026-12-01 11:00"} {
		if got := dated.At(at(wall)); !got.Equal(at(want)) {
			t.Error(wall, got)
		}
	}
}

package text

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/ui/text/en"
	"leerbalie/ui/text/language"
)

// typing is a catalogue with a language of its own beside the others.
func typing() Catalogue {
	own := en.Language()
	own.Tag = "qaa"
	own.Dates = language.Dates{
		Today: []string{"nyt"}, Tomorrow: []string{"hom"}, DayAfter: []string{"hom2"}, Weekdays: [7]string{"do", "lu", "ma", "mi", "ju", "vi", "sá"},
		Hour: []string{"ur"}, Minute: []string{"mn"}, At: []string{"ĉe"}, Span: []string{"ĝis"},
	}
	own.Tables = append([]func() language.Table{func() language.Table { return language.Table{"day.mon": "lu", "part.morning": "mat"} }}, own.Tables...)
	return append(Catalogue{own}, All()...)
}

func TestMoment(t *testing.T) {
	now := time.Date(2026, 11, 21, 14, 32, 0, 0, time.UTC) // a Saturday
	for _, c := range []struct{ tag, typed, want string }{
		{"nl", "15:30", "2026-11-21 15:30"}, {"nl", "9:00", "2026-11-22 09:00"}, {"nl", "vandaag", "2026-11-21 09:00"},
		{"nl", "morgen om 9:15", "2026-11-22 09:15"}, {"nl", "overmorgen 14u", "2026-11-23 14:00"}, {"nl", "vr 14 uur", ""},
		{"nl", "vrijdag 14u", "2026-11-27 14:00"}, {"nl", "za", "2026-11-28 09:00"}, {"nl", "24-11 10:00", "2026-11-24 10:00"},
		{"nl", "1-2", "2027-02-01 09:00"}, {"nl", "24-11-2026", "2026-11-24 09:00"}, {"nl", "31-2-2027", ""}, {"nl", "25u", ""},
		{"nl", "ooit", ""}, {"nl", "", ""}, {"nl", "om", ""}, {"nl", "tomorrow at 14h", "2026-11-22 14:00"}, {"en", "overmorgen", "2026-11-23 09:00"},
		{"en", "thursday", "2026-11-26 09:00"}, {"nl", "do", "2026-11-26 09:00"},
		{"qaa", "hom ĉe 7ur", "2026-11-22 07:00"}, {"qaa", "do", "2026-11-22 09:00"}, {"qaa", "ma", "2026-11-24 09:00"}, {"qaa", "woensdag", "2026-11-25 09:00"},
		{"nl", "hom2", "2026-11-23 09:00"}, {"qaa", "sábado", "2026-11-28 09:00"},
	} {
		at, ok := typing().For(Lang(c.tag)).Moment(c.typed, now, time.UTC)
		got := ""
		if ok {
			got = at.Format("2006-01-02 15:04")
		}
		if got != c.want {
			t.Errorf("%s %q: %q, want %q", c.tag, c.typed, got, c.want)
		}
	}
}

func TestMinutes(t *testing.T) {
	for typed, want := range map[string]int{
		"20": 20, "1:15": 75, "1u15": 75, "1h15": 75, "1,5u": 90, "1.5h": 90, "20 min": 20, "20m": 20, "2 uur": 120, "1ur5": 65, "5mn": 5,
		"": 0, "0": 0, "u": 0, "1u75": 0, "25u": 0, "x": 0,
	} {
		if got, ok := typing().For("nl").Minutes(typed); ok != (want > 0) || ok && got != want {
			t.Errorf("%q: %d %t", typed, got, ok)
		}
	}
}

func TestPeriod(t *testing.T) {
	now := time.Date(2026, 11, 21, 14, 32, 0, 0, time.UTC)
	for typed, want := range map[string]string{
		"1-9": "2026-09-01/", "1-9 t/m 30-9-2026": "2026-09-01/2026-09-30", "van 1-12 tot 3-1": "2025-12-01/2026-01-03", "1-9..5-9": "2026-09-01/2026-09-05",
		"from 1-9 until 2-9": "2026-09-01/2026-09-02", "1-9 ĝis 2-9": "2026-09-01/2026-09-02", "1-9 - 2-9": "2026-09-01/2026-09-02",
		"1-9 2-9 3-9": "", "eens": "", "32-1": "", "": "",
	} {
		if got, _ := typing().For("nl").Period(typed, now, time.UTC); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

// TestDayPartsReadBack: what a form shows of the days that somebody can work is what it reads.
func TestDayPartsReadBack(t *testing.T) {
	for _, l := range typing() {
		w := typing().For(Lang(l.Tag))
		for _, parts := range []model.DayParts{1, 6, model.AllDayParts} {
			var shown []string
			for i := range 21 {
				if one := parts & (1 << i); one != 0 {
					shown = append(shown, w.DayParts(one))
				}
			}
			if got, err := w.ParseDayParts(shown); err != nil || got != parts {
				t.Errorf("%s: %v reads as %v (%v)", l.Tag, shown, got, err)
			}
		}
	}
	if _, err := typing().For("nl").ParseDayParts([]string{"altijd"}); err == nil {
		t.Error("what is no part of the week is read")
	}
}

func TestNumber(t *testing.T) {
	if nl, en := All().For("nl"), All().For("en"); nl.Number(1.5, 2) != "1,50" || en.Number(1.5, -1) != "1.5" || nl.Number(2, -1) != "2" || nl.Score(-874) != "-8,7" {
		t.Error(nl.Number(1.5, 2), en.Number(1.5, -1), nl.Number(2, -1), nl.Score(-874))
	}
}

// TestDaysWithoutAYear are those to come, the leap day too; where the clock skips midnight, a day is still that day.
func TestDaysWithoutAYear(t *testing.T) {
	w := All().For("nl")
	for _, c := range []struct{ typed, now, zone, want string }{
		{"29-2", "2026-03-01", "Europe/Amsterdam", "2028-02-29"}, {"29-2", "2097-03-01", "Europe/Amsterdam", "2104-02-29"}, {"31-12", "2026-12-31", "Europe/Amsterdam", "2026-12-31"},
		{"1-1", "2026-12-31", "Europe/Amsterdam", "2027-01-01"}, {"30-12", "2026-12-31", "Europe/Amsterdam", "2027-12-30"}, {"6-9-2026", "2026-09-01", "America/Santiago", "2026-09-06"},
		{"6-9", "2026-09-01", "America/Santiago", "2026-09-06"}, {"morgen", "2026-09-05", "America/Santiago", "2026-09-06"}, {"zo", "2026-09-05", "America/Santiago", "2026-09-06"},
		{"morgen 2:30", "2027-03-27", "Europe/Amsterdam", "2027-03-28"}, {"vandaag", "2026-03-09", "America/Curacao", "2026-03-09"},
	} {
		zone := days.Zone(c.zone)
		day, err := time.Parse(time.DateOnly, c.now)
		if err != nil {
			t.Fatal(err)
		}
		if at, ok := w.Moment(c.typed, days.On(day, 20*time.Hour, zone), zone); !ok || at.In(zone).Format(time.DateOnly) != c.want {
			t.Errorf("%q on %s in %s is %v, want %s", c.typed, c.now, c.zone, at.In(zone), c.want)
		}
	}
	for _, typed := range []string{"31-2", "31-4-2026", "29-2-2027", "0-1", "1-13"} {
		if at, ok := w.Moment(typed, time.Date(2026, 3, 9, 12, 0, 0, 0, time.UTC), time.UTC); ok {
			t.Errorf("%q is read as %v", typed, at)
		}
	}
}

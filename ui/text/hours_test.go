package text

import (
	"testing"
	"time"

	"leerbalie/model/directory"
)

func TestHoursAreReadBack(t *testing.T) {
	nl, en := All().For("nl"), All().For("en")
	for _, c := range []struct{ typed, nl, en string }{
		{"ma-vr 09:00-17:00", "ma-vr 09:00-17:00", "mon-fri 09:00-17:00"},
		{"Mon-Fri 9-17", "ma-vr 09:00-17:00", "mon-fri 09:00-17:00"},
		{"maandag, woensdag 10.30-12", "ma,wo 10:30-12:00", "mon,wed 10:30-12:00"},
		{"vr-ma 22:00-02:00", "ma,vr-zo 22:00-02:00", "mon,fri-sun 22:00-02:00"},
		{"za,zo", "za,zo", "sat,sun"},
		{"0-24", "00:00-24:00", "00:00-24:00"},
	} {
		s, err := nl.ParseHours(c.typed)
		if err != nil || nl.Hours(s) != c.nl || en.Hours(s) != c.en {
			t.Errorf("%q: %q %q %v", c.typed, nl.Hours(s), en.Hours(s), err)
		}
	}
	for _, typed := range []string{"", "x", "ma 9", "ma 9-25", "ma 9:60-10", "ma-x 9-10", "9-9", "ma 24:30-1", "-", "ma,, 9-10"} {
		if s, err := nl.ParseHours(typed); err == nil {
			t.Errorf("%q is %+v", typed, s)
		}
	}
	day := time.Date(2026, 12, 25, 0, 0, 0, 0, time.UTC)
	if got := nl.Hours(directory.Schedule{ValidFrom: day, ValidTo: day.AddDate(0, 0, 1), Closed: true, Note: "kerst"}); got != "25-12-2026–26-12-2026 dicht (kerst)" {
		t.Errorf("%q", got)
	}
}

func FuzzParseHours(f *testing.F) {
	for _, s := range []string{"ma-vr 09:00-17:00", "sat 10-12:30", "–-–", "1-2-3"} {
		f.Add(s)
	}
	nl := All().For("nl")
	f.Fuzz(func(t *testing.T, typed string) {
		s, err := nl.ParseHours(typed)
		if err != nil {
			return
		}
		again, err := nl.ParseHours(nl.Hours(s))
		if err != nil || again.Days != s.Days || again.Opens != s.Opens || again.Closes != s.Closes {
			t.Errorf("%q is %+v, written %q, and then %+v (%v)", typed, s, nl.Hours(s), again, err)
		}
	})
}

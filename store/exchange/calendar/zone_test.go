package calendar

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the clock of Amsterdam, also on a machine without one

	"github.com/emersion/go-ical"

	"leerbalie/model/fault"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
)

var update = flag.Bool("update", false, "keep what is written now in testdata")

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func written(t *testing.T, c transfer.Calendar) string {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, c); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func readBack(t *testing.T, file string) *ical.Calendar {
	t.Helper()
	cal, err := ical.NewDecoder(strings.NewReader(file)).Decode()
	if err != nil {
		t.Fatalf("%v\n%s", err, file)
	}
	return cal
}

// promised is a calendar as the desk writes one, around the night on which the clock is set back.
func promised(t *testing.T, call, look, about string) transfer.Calendar {
	at := time.Date(2026, 10, 23, 12, 30, 0, 0, time.UTC)
	return transfer.Calendar{Name: "Balie Zuidwest; de beloften", Zone: zone(t, "Europe/Amsterdam"), Events: []transfer.Event{
		{ID: "1b671a64", Changed: at.Add(-time.Hour), Start: at, Minutes: 15, Remind: 10, Title: "ZW-0412: " + call + " (Ali, Noor)", Text: about},
		{ID: "40d5f8c2", Changed: at.Add(-time.Minute), Start: at.AddDate(0, 0, 4), Minutes: 15, Title: "ZW-0413: " + look + " (İpek Ağaoğlu-van der Wijngaart, Ümit)", Text: about},
	}}
}

// TestTheBytesOfACalendar: what an office or a phone gets is byte for byte what was looked at, in both languages.
func TestTheBytesOfACalendar(t *testing.T) {
	for lang, c := range map[string]transfer.Calendar{
		"nl": promised(t, "terugbellen", "terugkijken", "Wat er is afgesproken staat in Leerbalie bij de vraag."),
		"en": promised(t, "call back", "look back", "What was agreed on stands in Leerbalie at the question."),
	} {
		got := written(t, c)
		if again := written(t, c); got != again {
			t.Errorf("twice the same gives two files:\n%s\n%s", got, again)
		}
		c.Made = c.Events[0].Start.AddDate(1, 0, 0)
		if later := written(t, c); got != later {
			t.Error("a file made later of the same is another one")
		}
		path := filepath.Join("testdata", "promises-"+lang+".ics")
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil || got != string(want) {
			t.Errorf("%s differs (look, and keep it with -update if it is right): %v\n%s", path, err, got)
		}
	}
}

// TestACalendarIsReadAsItWasMeant: another program reads the same moments, words and reminders, and needs no knowledge of
// zones for it.
func TestACalendarIsReadAsItWasMeant(t *testing.T) {
	c := promised(t, "terugbellen", "terugkijken", "x")
	cal := readBack(t, written(t, c))
	for i, e := range cal.Events() {
		want := c.Events[i]
		start, err := e.DateTimeStart(nil)
		end, err2 := e.DateTimeEnd(nil)
		stamp, err3 := e.Props.DateTime(ical.PropDateTimeStamp, nil)
		title, _ := e.Props.Text(ical.PropSummary)
		uid, _ := e.Props.Text(ical.PropUID)
		if err != nil || err2 != nil || err3 != nil || !start.Equal(want.Start) || end.Sub(start) != 15*time.Minute || !stamp.Equal(want.Changed) || title != want.Title || uid != want.ID+"@leerbalie" {
			t.Errorf("%v %v %v %q %s", start, end, stamp, title, uid)
		}
		if len(e.Children) != min(want.Remind, 1) {
			t.Fatalf("%d reminders", len(e.Children))
		}
		if want.Remind > 0 {
			before, err := e.Children[0].Props.Get(ical.PropTrigger).Duration()
			if err != nil || before != -10*time.Minute {
				t.Error(before, err)
			}
		}
	}
	zones := 0
	for _, part := range cal.Children {
		if part.Name != ical.CompTimezone {
			continue
		}
		zones++
		var set []string
		for _, o := range part.Children {
			set = append(set, o.Name+" "+o.Props.Get(ical.PropDateTimeStart).Value+" "+o.Props.Get(ical.PropTimezoneOffsetFrom).Value+" "+o.Props.Get(ical.PropTimezoneOffsetTo).Value)
		}
		if want := []string{"DAYLIGHT 20260329T020000 +0100 +0200", "STANDARD 20261025T030000 +0200 +0100"}; !slices.Equal(set, want) {
			t.Errorf("%q", set)
		}
	}
	if zones != 1 {
		t.Errorf("%d zones", zones)
	}
}

// TestEveryMomentKeepsItsInstant: also in the hour that a clock goes through twice, and where there is no clock to name.
func TestEveryMomentKeepsItsInstant(t *testing.T) {
	from := time.Date(2026, 10, 24, 23, 0, 0, 0, time.UTC)
	for _, z := range []*time.Location{zone(t, "Europe/Amsterdam"), zone(t, "America/Curacao"), zone(t, "Australia/Lord_Howe"), time.UTC, time.FixedZone("", 3600), time.Local, nil} {
		c := transfer.Calendar{Name: "x", Zone: z}
		for n := range 16 {
			c.Events = append(c.Events, transfer.Event{ID: string(rune('a' + n)), Start: from.Add(time.Duration(n) * 15 * time.Minute), Minutes: 15, Title: "x"})
		}
		file := written(t, c)
		for i, e := range readBack(t, file).Events() {
			if at, err := e.DateTimeStart(nil); err != nil || !at.Equal(c.Events[i].Start) {
				t.Errorf("%v: %v is read as %v %v", z, c.Events[i].Start, at, err)
			}
		}
		if strings.Contains(file, "TZID") != named(z) || strings.Contains(file, "BEGIN:VTIMEZONE") != named(z) {
			t.Errorf("%v:\n%s", z, file)
		}
		if z != nil && z.String() == "Europe/Amsterdam" && (!strings.Contains(file, "DTSTART:20261025T000000Z\r\n") || !strings.Contains(file, "DTSTART:20261025T014500Z\r\n") || !strings.Contains(file, "DTSTART;TZID=Europe/Amsterdam:20261025T014500\r\n") || !strings.Contains(file, "DTSTART;TZID=Europe/Amsterdam:20261025T030000\r\n")) {
			t.Errorf("the hour that comes twice:\n%s", file)
		}
	}
}

// TestHostileWordsStayWords: nothing in a title or a name ends a line, begins a property, or acts on a terminal.
func TestHostileWordsStayWords(t *testing.T) {
	for _, words := range []string{
		"x\r\nATTENDEE:mailto:a@b.nl", "x\nEND:VEVENT\nEND:VCALENDAR", "a;b,c\\d\\n:e\"f", "\x1b[31mred\x07\u202e\ufeff", "\r", "tab\there", strings.Repeat("ğ", 400), "\xff\xfe kapot", "=HYPERLINK(1)",
	} {
		c := promised(t, words, words, words)
		c.Name = words
		file := written(t, c)
		if strings.ContainsAny(strings.ReplaceAll(file, "\r\n", ""), "\r\n\x1b\x07\u202e\ufeff") {
			t.Errorf("%q:\n%q", words, file)
		}
		for _, line := range strings.Split(strings.TrimSuffix(file, "\r\n"), "\r\n") {
			if len(line) > 75 || line == "" || strings.HasPrefix(line, "ATTENDEE") {
				t.Errorf("%q: %q", words, line)
			}
		}
		events := readBack(t, file).Events()
		if len(events) != 2 {
			t.Fatalf("%q: %d events", words, len(events))
		}
		if title, err := events[0].Props.Text(ical.PropSummary); err != nil || title != "ZW-0412: "+plain.Harmless(words)+" (Ali, Noor)" {
			t.Errorf("%q is read as %q %v", words, title, err)
		}
	}
}

// TestAYearFarFromOurs is refused with the appointment it is about.
func TestAYearFarFromOurs(t *testing.T) {
	for _, year := range []int{0, 1899, 3000, 292277026} {
		c := promised(t, "terugbellen", "terugkijken", "x")
		c.Events[0].Start = time.Date(year, 3, 1, 9, 0, 0, 0, time.UTC)
		err := Write(&bytes.Buffer{}, c)
		if fault.KindOf(err) != fault.Invalid || !strings.Contains(err.Error(), "export.year") {
			t.Errorf("%d: %v", year, err)
		}
	}
}

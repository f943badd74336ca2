package calendar

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/transfer"
)

var readAt = time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)

func read(t testing.TB, file string) transfer.Appointments {
	t.Helper()
	amsterdam, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	a, err := Read(t.Context(), strings.NewReader(file), ReadOptions{Zone: amsterdam, Now: readAt})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// event is a file with what stands in one appointment.
func one(lines ...string) string {
	return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
}

// listed is appointments as text, one each, sorted.
func listed(a transfer.Appointments) string {
	out := []string{}
	for _, x := range a.All {
		at := fmt.Sprintf("%s %d", x.Start.UTC().Format("20060102T1504Z"), x.Minutes)
		if x.Days > 0 {
			at = fmt.Sprintf("%s %dd", x.Start.Format("20060102"), x.Days)
		}
		cancelled := "False"
		if x.Cancelled {
			cancelled = "True"
		}
		out = append(out, at+" "+cancelled+" "+x.Title)
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// short is appointments on a line: when, how long, which.
func short(a transfer.Appointments) string {
	out := []string{}
	for _, x := range a.All {
		text := x.Start.Format("0102T1504")
		switch {
		case x.Days > 0:
			text = x.Start.Format("0102") + fmt.Sprintf("+%dd", x.Days)
		case x.Minutes > 0:
			text += fmt.Sprintf("+%d", x.Minutes)
		}
		if x.Instance != "" {
			text += "#" + x.Instance
		}
		if x.Cancelled {
			text += "!"
		}
		out = append(out, text)
	}
	return strings.Join(out, " ")
}

// said are the refusals and remarks, by their codes and lines.
func said(a transfer.Appointments) string {
	out := []string{}
	for _, r := range a.Refused {
		e, _ := r.Err.(*fault.Error)
		out = append(out, fmt.Sprintf("%d:%s", r.Row, strings.TrimPrefix(e.Msg, "calendar.")))
	}
	for _, m := range a.Remarks {
		text := strings.TrimPrefix(m.Msg, "calendar.")
		for _, arg := range m.Args {
			if arg.Name == "n" || arg.Name == "rows" {
				text += fmt.Sprintf("=%v", arg.Value)
			}
		}
		out = append(out, text)
	}
	return strings.Join(out, " ")
}

// TestFilesOfOtherPrograms: what Google, Outlook, Apple and Nextcloud write is read as the libraries icalendar 4.0.3 and recurring_ical_events
// 2.0.1 of Python read it; where they do not, it is said here why.
func TestFilesOfOtherPrograms(t *testing.T) {
	differs := map[string]map[string]string{
		"google": {"20261105T1800Z 60 False Tandarts": ""}, // private: it is nobody's here
		"outlook": {"20261223T2300Z 1440 False Kantoor dicht": "20261224 1d False Kantoor dicht", // Outlook says that it is a whole day
			"20261112T1300Z 90 False Bellen met Curaçao": "20261112T1800Z 90 False Bellen met Curaçao"}, // its zone is told below it
		"apple": {"20261025T0130Z 60 False Nachtdienst 🌙 met Zoë": "20261025T0030Z 120 False Nachtdienst 🌙 met Zoë"}, // of an hour that comes twice RFC 5545 means the first
	}
	for name, remarks := range map[string]string{
		"google": "private=1", "outlook": "people=1", "apple": "cut=1", "nextcloud": "vtodo=1 cut=1",
	} {
		raw, err := os.ReadFile(filepath.Join("testdata", "in", name+".ics"))
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join("testdata", "in", name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		lines := []string{}
		for _, l := range strings.Split(strings.TrimSpace(string(want)), "\n") {
			if ours, is := differs[name][l]; is {
				if l = ours; l == "" {
					continue
				}
			}
			lines = append(lines, l)
		}
		slices.Sort(lines)
		for as, file := range map[string]string{"as it is": string(raw), "other line ends": strings.ReplaceAll(string(raw), "\r\n", "\n"), "a mark": "\xEF\xBB\xBF" + string(raw)} {
			a := read(t, file)
			if got := listed(a); got != strings.Join(lines, "\n") {
				t.Errorf("%s, %s:\n%s\nwant\n%s", name, as, got, strings.Join(lines, "\n"))
			}
			if got := said(a); got != remarks {
				t.Errorf("%s, %s: %s", name, as, got)
			}
			if a.Read != len(a.All)+len(a.Refused) {
				t.Errorf("%s: %d read", name, a.Read)
			}
		}
	}
}

// TestWhatIsRead goes through the forms that a time, a series and a fault can have.
func TestWhatIsRead(t *testing.T) {
	const start = "DTSTART;TZID=Europe/Amsterdam:20261204T100000"
	for name, c := range map[string]struct {
		lines      []string
		want, said string
	}{
		"end":               {[]string{start, "DTEND;TZID=Europe/Amsterdam:20261204T113000"}, "1204T1000+90", ""},
		"duration":          {[]string{start, "DURATION:PT1H30M"}, "1204T1000+90", ""},
		"duration of weeks": {[]string{"DTSTART:20261204", "DURATION:P1W"}, "1204+7d", ""},
		"no end":            {[]string{start}, "1204T1000", ""},
		"no end, a day":     {[]string{"DTSTART;VALUE=DATE:20261204"}, "1204+1d", ""},
		"ends as it begins": {[]string{"DTSTART:20261204", "DTEND:20261204"}, "1204+1d", ""},
		"UTC":               {[]string{"DTSTART:20261204T230000Z", "DTEND:20261205T000000Z"}, "1205T0000+60", ""},
		"floating":          {[]string{"DTSTART:20261204T1000"}, "1204T1000", ""},
		"Windows":           {[]string{"DTSTART;TZID=W. Europe Standard Time:20261204T100000"}, "1204T1000", ""},
		"another zone":      {[]string{"DTSTART;TZID=America/New_York:20261204T040000", "DTEND;TZID=Europe/London:20261204T100000"}, "1204T1000+60", ""},
		"a path":            {[]string{"DTSTART;TZID=/mozilla.org/20050126_1/Europe/Amsterdam:20261204T100000"}, "1204T1000", ""},
		"unknown zone":      {[]string{"DTSTART;TZID=Bij ons:20261204T100000"}, "1204T1000", "zones=1"},
		"skipped hour":      {[]string{"DTSTART;TZID=Europe/Amsterdam:20260329T023000", "DTEND;TZID=Europe/Amsterdam:20260329T033000"}, "0329T0330", ""},
		"hour twice":        {[]string{"DTSTART;TZID=Europe/Amsterdam:20261025T023000", "DTEND;TZID=Europe/Amsterdam:20261025T033000"}, "1025T0230+120", ""},
		"over the set":      {[]string{"DTSTART;TZID=Europe/Amsterdam:20261023T100000", "DTEND;TZID=Europe/Amsterdam:20261023T110000", "RRULE:FREQ=WEEKLY;COUNT=2"}, "1023T1000+60#20261023 1030T1000+60#20261030", ""},
		"over the set, UTC": {[]string{"DTSTART:20261023T080000Z", "RRULE:FREQ=WEEKLY;COUNT=2"}, "1023T1000#20261023 1030T0900#20261030", ""},
		"a number of days":  {[]string{"DTSTART:20261223", "DTEND:20270104"}, "1223+12d", ""},
		"until in UTC":      {[]string{start, "RRULE:FREQ=WEEKLY;UNTIL=20261211T090000Z"}, "1204T1000#20261204 1211T1000#20261211", ""},
		"until before it":   {[]string{start, "RRULE:FREQ=WEEKLY;UNTIL=20261211T085959Z"}, "1204T1000#20261204", ""},
		"until a day":       {[]string{start, "RRULE:FREQ=WEEKLY;UNTIL=20261211"}, "1204T1000#20261204 1211T1000#20261211", ""},
		"without":           {[]string{start, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;TZID=Europe/Amsterdam:20261211T100000"}, "1204T1000#20261204 1218T1000#20261218", ""},
		"without, UTC":      {[]string{start, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20261211T090000Z,20261218T090000Z"}, "1204T1000#20261204", ""},
		"without a day":     {[]string{start, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;VALUE=DATE:20261211"}, "1204T1000#20261204 1218T1000#20261218", ""},
		"without by rule":   {[]string{start, "RRULE:FREQ=WEEKLY;COUNT=4", "EXRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4"}, "1211T1000#20261211 1225T1000#20261225", ""},
		"with":              {[]string{start, "RDATE;TZID=Europe/Amsterdam:20261207T130000", "RDATE;VALUE=PERIOD:20261208T120000Z/PT1H"}, "1204T1000#20261204 1207T1300#20261207 1208T1300#20261208", ""},
		"twice a day":       {[]string{start, "RRULE:FREQ=DAILY;COUNT=4;BYHOUR=10,15"}, "1204T1000#20261204T1000 1204T1500#20261204T1500 1205T1000#20261205T1000 1205T1500#20261205T1500", ""},
		"days come back":    {[]string{"DTSTART:20261204", "RRULE:FREQ=WEEKLY;COUNT=2"}, "1204+1d#20261204 1211+1d#20261211", ""},
		"cancelled":         {[]string{start, "STATUS:CANCELLED"}, "1204T1000!", ""},
		"cancelled, bare":   {[]string{"STATUS:cancelled"}, "0101T0000!", ""},
		"all cancelled":     {[]string{start, "RRULE:FREQ=WEEKLY;COUNT=2", "STATUS:CANCELLED"}, "1204T1000#20261204! 1211T1000#20261211!", ""},
		"alarms":            {[]string{start, "BEGIN:VALARM", "UID:b", "DTSTART:19990101", "SUMMARY:x", "BEGIN:VALARM", "DTSTART:x", "END:VALARM", "END:VALARM"}, "1204T1000", ""},
		"an alarm unended":  {[]string{start, "BEGIN:VALARM", "ACTION:DISPLAY"}, "1204T1000", ""},
		"no start":          {[]string{"SUMMARY:x"}, "", "3:no-start"},
		"no date":           {[]string{"SUMMARY:x", "DTSTART:20261345T100000"}, "", "6:date"},
		"an odd date":       {[]string{"DTSTART:morgen"}, "", "5:date"},
		"an odd year":       {[]string{"DTSTART:00010101T000000Z"}, "", "5:year"},
		"ends before":       {[]string{start, "DTEND;TZID=Europe/Amsterdam:20261204T093000"}, "", "3:ends-before"},
		"an odd duration":   {[]string{start, "DURATION:-PT1H"}, "", "6:duration"},
		"two years":         {[]string{start, "DTEND;TZID=Europe/Amsterdam:20281204T093000"}, "", "3:too-long"},
		"each hour":         {[]string{start, "RRULE:FREQ=HOURLY"}, "", "6:rule-hourly"},
		"an odd rule":       {[]string{start, "RRULE:FREQ=WEEKLY;BYDAY=VR"}, "", "6:rule"},
		"a broken line":     {[]string{start, "DESCRIPTION:een", "en twee: zonder inspringen", "en drie"}, "1204T1000", "broken=2=7, 8"},
		"a private one":     {[]string{start, "CLASS:CONFIDENTIAL"}, "", "private=1"},
		"who comes":         {[]string{start, "ATTENDEE:mailto:a@example.org"}, "1204T1000", "people=1"},
		"a leap second":     {[]string{"DTSTART:20161231T235960Z"}, "0101T0059", ""},
		"midnight for days": {[]string{"DTSTART;TZID=Europe/Amsterdam:20261224T000000", "DTEND;TZID=Europe/Amsterdam:20261226T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"}, "1224+2d", ""},
		"far away":          {[]string{"DTSTART:20400101T100000Z", "RRULE:FREQ=DAILY"}, "0101T1100#20400101", "cut=1"},
	} {
		a := read(t, one(c.lines...))
		if got := short(a); got != c.want || said(a) != c.said {
			t.Errorf("%s: %q %q, want %q %q", name, got, said(a), c.want, c.said)
		}
	}
}

// TestExceptions: one of a series that moved, was cancelled, or stands alone in the file, whatever comes first and however it says when it was.
func TestExceptions(t *testing.T) {
	series := "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Europe/Amsterdam:20261023T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT\n"
	moved := func(at string) string {
		return "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID" + at + "\nDTSTART;TZID=Europe/Amsterdam:20261031T140000\nDURATION:PT2H\nEND:VEVENT\n"
	}
	whole := func(parts ...string) string {
		return "BEGIN:VCALENDAR\nVERSION:2.0\n" + strings.Join(parts, "") + "END:VCALENDAR\n"
	}
	want := "1031T1400+120#20261030 1023T1000+60#20261023 1106T1000+60#20261106"
	for _, at := range []string{";TZID=Europe/Amsterdam:20261030T100000", ":20261030T090000Z", ";VALUE=DATE:20261030", ";TZID=W. Europe Standard Time:20261030T100000"} {
		for _, file := range []string{whole(series, moved(at)), whole(moved(at), series)} {
			if a := read(t, file); short(a) != want || said(a) != "" || a.Read != 3 {
				t.Errorf("%s: %s %s", at, short(a), said(a))
			}
		}
		if a := read(t, whole(moved(at))); short(a) != "1031T1400+120#20261030" {
			t.Errorf("alone, %s: %s", at, short(a))
		}
	}
	later := "BEGIN:VEVENT\nUID:a\nSEQUENCE:2\nRECURRENCE-ID:20261030T090000Z\nSTATUS:CANCELLED\nEND:VEVENT\n"
	if a := read(t, whole(moved(":20261030T090000Z"), later, series)); short(a) != "0101T0000#20261030! 1023T1000+60#20261023 1106T1000+60#20261106" || said(a) != "older=1" {
		t.Errorf("%s %s", short(a), said(a))
	}
	following := strings.Replace(moved(":20261030T090000Z"), "RECURRENCE-ID", "RECURRENCE-ID;RANGE=THISANDFUTURE", 1)
	if a := read(t, whole(following, series)); said(a) != "following=1" {
		t.Error(said(a))
	}
	if a := read(t, "BEGIN:VCALENDAR\nMETHOD:CANCEL\n"+series+"END:VCALENDAR\n"); short(a) != "1023T1000+60#20261023! 1030T1000+60#20261030! 1106T1000+60#20261106!" {
		t.Error(short(a))
	}
	if a := read(t, "BEGIN:VCALENDAR\nMETHOD:REPLY\n"+series+"END:VCALENDAR\n"); short(a) != "" || said(a) != "reply=1" {
		t.Error(short(a), said(a))
	}
}

// TestTheSameTwice: of one that stands in a file twice the younger counts; one that differs without being younger is refused.
func TestTheSameTwice(t *testing.T) {
	of := func(uid, more, at string) string {
		return "BEGIN:VEVENT\nUID:" + uid + "\n" + more + "DTSTART:202612" + at + "\nSUMMARY:x\nEND:VEVENT\n"
	}
	whole := func(parts ...string) string { return "BEGIN:VCALENDAR\n" + strings.Join(parts, "") + "END:VCALENDAR\n" }
	for name, c := range map[string]struct{ file, want, said string }{
		"alike":         {whole(of("a", "", "04T100000Z"), of("a", "", "04T100000Z")), "1204T1100", "twice-same=1"},
		"alike, dated":  {whole(of("a", "DTSTAMP:20261101T000000Z\n", "04T100000Z"), of("a", "DTSTAMP:20261102T000000Z\n", "04T100000Z")), "1204T1100", "twice-same=1"},
		"differs":       {whole(of("a", "", "04T100000Z"), of("a", "", "05T100000Z")), "1204T1100", "7:twice"},
		"younger":       {whole(of("a", "SEQUENCE:1\n", "04T100000Z"), of("a", "SEQUENCE:2\n", "05T100000Z")), "1205T1100", "older=1"},
		"older":         {whole(of("a", "SEQUENCE:2\n", "04T100000Z"), of("a", "SEQUENCE:1\n", "05T100000Z")), "1204T1100", "older=1"},
		"by date":       {whole(of("a", "LAST-MODIFIED:20261101T000000Z\n", "04T100000Z"), of("a", "LAST-MODIFIED:20261102T000000Z\n", "05T100000Z")), "1205T1100", "older=1"},
		"two calendars": {whole(of("a", "", "04T100000Z")) + whole(of("a", "", "05T100000Z")), "1204T1100", "9:twice"},
		"nameless":      {whole(of("", "", "04T100000Z"), of("", "", "04T100000Z"), of("", "", "05T100000Z")), "1204T1100 1205T1100", "no-uid=3 twice-same=1"},
	} {
		a := read(t, c.file)
		if short(a) != c.want || said(a) != c.said {
			t.Errorf("%s: %s, %s", name, short(a), said(a))
		}
	}
	a, b := read(t, whole(of("", "", "04T100000Z"))), read(t, whole(of("", "", "04T100000Z")))
	if a.All[0].UID != b.All[0].UID || a.All[0].UID == "" {
		t.Error("one without a name has another one each time")
	}
}

// TestFilesThatStopOrAreNone: what was whole is read, and what the file is, is said.
func TestFilesThatStopOrAreNone(t *testing.T) {
	whole := one("DTSTART:20261204T100000Z", "SUMMARY:x")
	for name, c := range map[string]struct{ file, want, said string }{
		"within":       {whole[:strings.Index(whole, "END:VCALENDAR")] + "BEGIN:VEVENT\r\nUID:b\r\nDTSTART:2026", "1204T1100", "10:date stops=1"},
		"unended":      {whole[:strings.Index(whole, "END:VCALENDAR")] + "BEGIN:VEVENT\r\nUID:b\r\n", "1204T1100", "8:half stops=1"},
		"no end":       {strings.TrimSuffix(whole, "END:VCALENDAR\r\n"), "1204T1100", "stops=1"},
		"no end of it": {strings.Replace(whole, "END:VEVENT", "BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20261205T100000Z\r\nEND:VEVENT", 1), "1205T1100", "3:half"},
		"an end more":  {strings.Replace(whole, "END:VEVENT", "END:VEVENT\r\nEND:VEVENT", 1), "1204T1100", "broken=1=8"},
		"two":          {whole + whole, "1204T1100", "twice-same=1"},
		"unended two":  {strings.TrimSuffix(whole, "END:VCALENDAR\r\n") + whole, "1204T1100", "twice-same=1"},
		"nothing":      {"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "", ""},
		"tasks":        {"BEGIN:VCALENDAR\nBEGIN:VTODO\nDTSTART:20261204\nEND:VTODO\nBEGIN:VJOURNAL\nEND:VJOURNAL\nBEGIN:VFREEBUSY\nEND:VFREEBUSY\nEND:VCALENDAR\n", "", "vfreebusy=1 vjournal=1 vtodo=1"},
	} {
		a := read(t, c.file)
		if short(a) != c.want || said(a) != c.said {
			t.Errorf("%s: %s, %s", name, short(a), said(a))
		}
	}
	for file, want := range map[string]string{
		"": "calendar.empty", "\r\n\r\n": "calendar.empty", "naam;datum\r\nx;y\r\n": "calendar.none", "<html>\n": "calendar.none", "BEGIN:VCARD\nEND:VCARD\n": "calendar.none", "PK\x03\x04\x00\x00": "calendar.none",
		"BEGIN:VCALENDAR\nVERSION:1.0\nEND:VCALENDAR\n": "calendar.version", "[\"vcalendar\",[]]": "calendar.none",
	} {
		_, err := Read(t.Context(), strings.NewReader(file), ReadOptions{Zone: time.UTC, Now: readAt})
		if e, _ := err.(*fault.Error); e == nil || e.Msg != want || e.Kind != fault.Invalid {
			t.Errorf("%q: %v", file, err)
		}
	}
}

// TestTheSamplesAreRead: calendars that nobody on this project wrote.
func TestTheSamplesAreRead(t *testing.T) {
	for name, want := range map[string]string{"example": "0101+1d 0107+1d 0308+1d", "timezoned": "0213T1000+6240"} {
		raw, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "shared", "samples", "ical", name+".ics"))
		if err != nil {
			t.Skip("the samples are not here")
		}
		if a := read(t, string(raw)); short(a) != want || said(a) != "" {
			t.Errorf("%s: %s %s", name, short(a), said(a))
		}
	}
}

// TestWhatWeWriteIsRead: a calendar of ours comes back as it went out.
func TestWhatWeWriteIsRead(t *testing.T) {
	c := promised(t, "terugbellen", "terugkijken", "x")
	c.Events = append(c.Events, transfer.Event{ID: "dag", Start: time.Date(2026, 12, 5, 0, 0, 0, 0, time.UTC), WholeDay: true, Title: "Pakjes; avond, é"})
	a := read(t, written(t, c))
	if len(a.All) != 3 || said(a) != "" {
		t.Fatal(short(a), said(a))
	}
	for i, e := range c.Events {
		got := a.All[i]
		if got.UID != e.ID+"@leerbalie" || got.Title != e.Title || !got.Start.Equal(e.Start) || got.Minutes != e.Minutes || (got.Days == 1) != e.WholeDay {
			t.Errorf("%+v", got)
		}
	}
}

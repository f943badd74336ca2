package calendar

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-ical"

	"leerbalie/model/fault"
	"leerbalie/model/transfer"
)

// TestLongLinesAreFolded: no line is longer than 75 bytes or ends within a letter, and unfolded it says the same.
func TestLongLinesAreFolded(t *testing.T) {
	for n := range 90 {
		title := strings.Repeat("a", n) + strings.Repeat("€é🙂, ", 30)
		var out bytes.Buffer
		c := transfer.Calendar{Name: "x", Events: []transfer.Event{{ID: "a", Start: time.Date(2026, 3, 16, 0, 0, 0, 0, time.UTC), WholeDay: true, Title: title}}}
		if err := Write(&out, c); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(out.String(), "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
				t.Fatalf("%d: %q", n, line)
			}
		}
		cal, err := ical.NewDecoder(&out).Decode()
		if err != nil {
			t.Fatal(err)
		}
		if got, err := cal.Events()[0].Props.Text(ical.PropSummary); err != nil || got != title {
			t.Fatalf("%d: %q %v", n, got, err)
		}
	}
}

func TestWrite(t *testing.T) {
	day := time.Date(2026, 3, 16, 0, 0, 0, 0, time.UTC)
	c := transfer.Calendar{Name: "Koppels", Made: day, Events: []transfer.Event{
		{ID: "a", Start: day, WholeDay: true, Title: "Contact: Ali, Noor; samen\nop pad"},
		{ID: "b", Start: day.Add(9 * time.Hour), Minutes: 45, Title: "Evaluatie", Text: "na 3 maanden", Changed: day.Add(-time.Hour)},
	}}
	var out bytes.Buffer
	if err := Write(&out, c); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(out.String(), "BEGIN:VCALENDAR\r\n") {
		t.Error(out.String())
	}
	cal, err := ical.NewDecoder(&out).Decode()
	if err != nil {
		t.Fatal(err)
	}
	events := cal.Events()
	if len(events) != 2 {
		t.Fatal(len(events))
	}
	if title, err := events[0].Props.Text(ical.PropSummary); err != nil || title != c.Events[0].Title {
		t.Errorf("%q %v", title, err)
	}
	for i, want := range []time.Time{day, day.Add(-time.Hour)} { // a file that is made again tells of nothing new
		if at, err := events[i].Props.DateTime(ical.PropDateTimeStamp, time.UTC); err != nil || !at.Equal(want) {
			t.Errorf("event %d is of %v %v", i, at, err)
		}
	}
	if at, err := events[1].DateTimeEnd(time.UTC); err != nil || !at.Equal(day.Add(9*time.Hour+45*time.Minute)) {
		t.Errorf("%v %v", at, err)
	}
	if err := Write(&out, transfer.Calendar{}); fault.KindOf(err) != fault.Invalid {
		t.Error(err)
	}
}

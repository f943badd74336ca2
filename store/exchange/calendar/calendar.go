// Package calendar writes appointments as iCalendar, and reads those that other programs wrote: lines by line, series by repeat, and what a time is
// in its zone by clock.
package calendar

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-ical"

	"leerbalie/model/fault"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
)

// Write writes appointments as iCalendar (RFC 5545). A calendar without any is a file that some programs refuse to
// read, and so is refused here. Errors: Invalid, also for a year far from ours; dst's own.
func Write(dst io.Writer, c transfer.Calendar) error {
	if len(c.Events) == 0 {
		return fault.New(fault.Invalid, "export.no-events")
	}
	cal := ical.NewCalendar()
	cal.Props.SetText(ical.PropVersion, "2.0")
	cal.Props.SetText(ical.PropProductID, "-//Leerbalie//NL")
	cal.Props.SetText("X-WR-CALNAME", plain.Harmless(c.Name))
	zone, err := timezone(c)
	if err != nil {
		return err
	}
	if zone != nil {
		cal.Children = append(cal.Children, zone)
	}
	for _, e := range c.Events {
		changed := e.Changed
		if changed.IsZero() {
			changed = c.Made
		}
		event := ical.NewEvent()
		event.Props.SetText(ical.PropUID, plain.Harmless(cmp.Or(e.UID, e.ID+"@leerbalie")))
		event.Props.SetDateTime(ical.PropDateTimeStamp, changed.UTC())
		event.Props.SetText(ical.PropSummary, plain.Harmless(e.Title))
		if e.Text != "" {
			event.Props.SetText(ical.PropDescription, plain.Harmless(e.Text))
		}
		if e.Place != "" {
			event.Props.SetText(ical.PropLocation, plain.Harmless(e.Place))
		}
		if e.Version > 0 {
			sequence := ical.NewProp(ical.PropSequence)
			sequence.Value = strconv.Itoa(e.Version)
			event.Props.Set(sequence)
			event.Props.SetDateTime(ical.PropLastModified, changed.UTC())
		}
		if e.Cancelled {
			event.Props.SetText(ical.PropStatus, "CANCELLED")
		}
		if e.WholeDay {
			event.Props.SetDate(ical.PropDateTimeStart, e.Start)
			event.Props.SetDate(ical.PropDateTimeEnd, e.Start.AddDate(0, 0, 1))
			event.Props.SetText(ical.PropTransparency, "TRANSPARENT")
		} else {
			event.Props.SetDateTime(ical.PropDateTimeStart, told(e.Start, c.Zone))
			event.Props.SetDateTime(ical.PropDateTimeEnd, told(end(e), c.Zone))
		}
		if e.Remind > 0 {
			event.Children = append(event.Children, reminder(e))
		}
		cal.Children = append(cal.Children, event.Component)
	}
	var b bytes.Buffer
	if err := ical.NewEncoder(&b).Encode(cal); err != nil {
		return fmt.Errorf("calendar: %w", err)
	}
	_, err = dst.Write(fold(b.Bytes()))
	return err
}

// end is when an appointment that is no whole day ends.
func end(e transfer.Event) time.Time { return e.Start.Add(time.Duration(e.Minutes) * time.Minute) }

// reminder shows an appointment's title some minutes before it begins.
func reminder(e transfer.Event) *ical.Component {
	alarm := ical.NewComponent(ical.CompAlarm)
	alarm.Props.SetText(ical.PropAction, "DISPLAY")
	alarm.Props.SetText(ical.PropDescription, plain.Harmless(e.Title))
	before := ical.NewProp(ical.PropTrigger)
	before.Value = fmt.Sprintf("-PT%dM", e.Remind)
	alarm.Props.Set(before)
	return alarm
}

// fold breaks lines that are longer than 75 bytes (RFC 5545, section 3.1), never within a letter: the library does not.
func fold(text []byte) []byte {
	const most = 75
	out := make([]byte, 0, len(text)+len(text)/most*3)
	at := 0
	for i, c := range text {
		if c == '\n' {
			at = 0
		} else if at++; c != '\r' && at > most-utf8.UTFMax && utf8.RuneStart(c) {
			out = append(out, "\r\n "...)
			at = 2 // the blank, and this byte
		}
		out = append(out, text[i])
	}
	return out
}

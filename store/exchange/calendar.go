package exchange

import (
	"fmt"
	"io"
	"time"

	"github.com/emersion/go-ical"

	"leerbalie/model"
	"leerbalie/model/transfer"
)

// WriteCalendar writes appointments as iCalendar (RFC 5545). A calendar without any is a file that some programs refuse to
// read, and so is refused here. Errors: Invalid; dst's own.
func WriteCalendar(dst io.Writer, c transfer.Calendar) error {
	if len(c.Events) == 0 {
		return model.Fail(model.Invalid, "export.no-events")
	}
	cal := ical.NewCalendar()
	cal.Props.SetText(ical.PropVersion, "2.0")
	cal.Props.SetText(ical.PropProductID, "-//Leerbalie//NL")
	cal.Props.SetText("X-WR-CALNAME", clean(c.Name))
	for _, e := range c.Events {
		event := ical.NewEvent()
		event.Props.SetText(ical.PropUID, e.ID+"@leerbalie")
		event.Props.SetDateTime(ical.PropDateTimeStamp, c.Made.UTC())
		event.Props.SetText(ical.PropSummary, clean(e.Title))
		if e.Text != "" {
			event.Props.SetText(ical.PropDescription, clean(e.Text))
		}
		if e.WholeDay {
			event.Props.SetDate(ical.PropDateTimeStart, e.Start)
			event.Props.SetDate(ical.PropDateTimeEnd, e.Start.AddDate(0, 0, 1))
			event.Props.SetText(ical.PropTransparency, "TRANSPARENT")
		} else {
			event.Props.SetDateTime(ical.PropDateTimeStart, e.Start.UTC())
			event.Props.SetDateTime(ical.PropDateTimeEnd, e.Start.Add(time.Duration(e.Minutes)*time.Minute).UTC())
		}
		cal.Children = append(cal.Children, event.Component)
	}
	if err := ical.NewEncoder(dst).Encode(cal); err != nil {
		return fmt.Errorf("calendar: %w", err)
	}
	return nil
}

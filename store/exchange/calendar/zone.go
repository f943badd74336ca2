package calendar

import (
	"fmt"
	"time"

	"github.com/emersion/go-ical"

	"leerbalie/model/fault"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
)

// The years that a calendar may hold. Each has two times at which a clock is set, and programs give up on others.
const (
	firstYear = 1900
	lastYear  = 2999
)

// named tells whether a zone has a name by which another program knows it; times in another one are told in UTC.
func named(zone *time.Location) bool {
	return zone != nil && zone.String() != "" && zone.String() != "UTC" && zone.String() != "Local"
}

// told is a moment in the zone in which it is told. An hour that a clock goes through twice is told in UTC: programs differ on
// which of both is meant.
func told(at time.Time, zone *time.Location) time.Time {
	if !named(zone) {
		return at.UTC()
	}
	local := at.In(zone)
	since, until := local.ZoneBounds()
	if local.Sub(since) < setBack(since) || !until.IsZero() && until.Sub(local) <= setBack(until) {
		return at.UTC()
	}
	return local
}

// setBack is how far a clock is set back at a moment, negative when it is set forward.
func setBack(at time.Time) time.Duration {
	_, before := at.Add(-time.Second).Zone()
	_, after := at.Zone()
	return time.Duration(before-after) * time.Second
}

// timezone describes the clock of a calendar's zone for as long as its appointments last (RFC 5545, section 3.6.5): an
// observance for each stretch between two times at which the clock is set. It is nil where no appointment needs it.
// Errors: Invalid for a year that is not between those that a calendar may hold.
func timezone(c transfer.Calendar) (*ical.Component, error) {
	var first, last time.Time
	for _, e := range c.Events {
		if y := e.Start.Year(); y < firstYear || y > lastYear {
			return nil, fault.New(fault.Invalid, "export.year", "title", plain.Harmless(e.Title), "year", y)
		}
		if e.WholeDay {
			continue
		}
		if first.IsZero() || e.Start.Before(first) {
			first = e.Start
		}
		if end := end(e); end.After(last) {
			last = end
		}
	}
	if first.IsZero() || !named(c.Zone) {
		return nil, nil
	}
	zone := ical.NewComponent(ical.CompTimezone)
	zone.Props.SetText(ical.PropTimezoneID, c.Zone.String())
	for at := first.In(c.Zone); ; {
		from, until := at.ZoneBounds()
		zone.Children = append(zone.Children, observance(at, from))
		if until.IsZero() || until.After(last) {
			return zone, nil
		}
		at = until
	}
}

// observance is how far the clock is ahead of UTC at a moment, since it was last set; zero: as long as there are clocks.
func observance(at, since time.Time) *ical.Component {
	name, offset := at.Zone()
	before := offset
	if since.IsZero() {
		since = time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	} else {
		_, before = since.Add(-time.Second).Zone()
	}
	kind := ical.CompTimezoneStandard
	if at.IsDST() {
		kind = ical.CompTimezoneDaylight
	}
	o := ical.NewComponent(kind)
	set := func(prop, value string) {
		p := ical.NewProp(prop)
		p.Value = value
		o.Props.Set(p)
	}
	set(ical.PropDateTimeStart, since.UTC().Add(time.Duration(before)*time.Second).Format("20060102T150405"))
	set(ical.PropTimezoneOffsetFrom, utcOffset(before))
	set(ical.PropTimezoneOffsetTo, utcOffset(offset))
	set(ical.PropTimezoneName, name)
	return o
}

// utcOffset writes seconds ahead of UTC: "+0100".
func utcOffset(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	text := fmt.Sprintf("%c%02d%02d", sign, seconds/3600, seconds/60%60)
	if rest := seconds % 60; rest != 0 {
		text += fmt.Sprintf("%02d", rest)
	}
	return text
}

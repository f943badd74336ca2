package model

import (
	"sync"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// A day is a day on the calendar of a place. Nothing counts days in steps of 24 hours, or in the zone of the machine: where the
// clock changes a day is 23 hours or 25, and around midnight it is another day elsewhere.

// zones are the time zones that were looked up.
var zones sync.Map

// Zone is the time zone of a name; of one that is not known, that of DefaultZone.
func Zone(name string) *time.Location {
	if known, ok := zones.Load(name); ok {
		return known.(*time.Location)
	}
	if name != "" && name != "Local" { // the zone of the machine is nobody's choice
		if zone, err := time.LoadLocation(name); err == nil {
			zones.Store(name, zone)
			return zone
		}
	}
	if name == DefaultZone {
		return time.UTC
	}
	return Zone(DefaultZone)
}

// Location is the site's time zone.
func (s Site) Location() *time.Location { return Zone(s.Zone) }

// ZoneAt is the time zone of a site; DefaultZone where the site is not known.
func ZoneAt(tx Tx, site journal.ID) (*time.Location, error) {
	rec, err := tx.Record(KindSite, site)
	if err != nil || rec == nil {
		return Zone(DefaultZone), err
	}
	return SiteOf(rec).Location(), nil
}

// Today is the calendar day at the session's site, at midnight UTC.
func (d *Doing) Today() (time.Time, error) {
	zone, err := ZoneAt(d, d.site)
	return DayOf(d.Now(), zone), err
}

// DayOf is the calendar day of a moment in a zone, at midnight UTC: the form in which days are kept.
func DayOf(t time.Time, zone *time.Location) time.Time {
	y, m, d := t.In(zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// Midnight is when the day of a moment began in a zone: an hour later where the clock is put forward at midnight.
func Midnight(t time.Time, zone *time.Location) time.Time {
	y, m, d := t.In(zone).Date()
	return onDay(y, m, d, 0, zone)
}

// DayStart is when a calendar day begins in a zone.
func DayStart(day time.Time, zone *time.Location) time.Time { return OnDay(day, 0, zone) }

// OnDay is a calendar day at a time of the clock in a zone.
func OnDay(day time.Time, clock time.Duration, zone *time.Location) time.Time {
	y, m, d := day.Date()
	return onDay(y, m, d, clock, zone)
}

// AddDays is some days later in a zone, at the same time by its clock.
func AddDays(t time.Time, days int, zone *time.Location) time.Time {
	y, m, d := t.In(zone).Date()
	return onDay(y, m, d+days, clock(t, zone), zone)
}

// AddMonths is the same day some months later in a zone, or the last of that month where it is shorter, at the same time by its clock.
func AddMonths(t time.Time, months int, zone *time.Location) time.Time {
	y, m, d := t.In(zone).Date()
	last := time.Date(y, m+time.Month(months)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	return onDay(y, m+time.Month(months), min(d, last), clock(t, zone), zone)
}

// DaysBetween counts the days from one calendar day to another; below 0 when that is earlier.
func DaysBetween(from, to time.Time) int {
	return int(journal.DayNumber(to) - journal.DayNumber(from))
}

// clock is how far a clock has gone since midnight.
func clock(t time.Time, zone *time.Location) time.Duration {
	h, m, s := t.In(zone).Clock()
	return time.Duration(h)*time.Hour + time.Duration(m)*time.Minute + time.Duration(s)*time.Second
}

// onDay is a day at a time of its clock; a time that the clock skips is the first moment after.
func onDay(y int, m time.Month, d int, clock time.Duration, zone *time.Location) time.Time {
	wall := time.Date(y, m, d, 0, 0, 0, int(clock), time.UTC)
	t := time.Date(y, m, d, 0, 0, 0, int(clock), zone)
	if _, shown := t.Zone(); t.Add(time.Duration(shown) * time.Second).Equal(wall) {
		return t
	}
	from, to := t.ZoneBounds()
	if wall.Sub(time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)) > 0 {
		return to // the moment that was found is before the clock is put forward
	}
	return from
}

// What days make sense: nothing here happened before firstYear, when there were no such service points, and nothing is planned further
// ahead than yearsAhead. An empty cell in a spreadsheet is 1-1-1900, and a slip of the finger is the year 9999.
const (
	firstYear  = 2000
	yearsAhead = 20
)

// Happened refuses a day or a moment at which nothing can have been done: one that has not come yet by this computer's clock, with a
// day's grace for clocks that differ, and one long ago. None at all passes. Errors: Invalid, with the field.
func (d *Doing) Happened(t time.Time, field string) error {
	if !t.IsZero() && t.After(d.Wall().Add(24*time.Hour)) {
		return fault.New(fault.Invalid, "in-future", "field", field)
	}
	return d.Planned(t, field)
}

// Planned refuses a day or a moment for which nothing can be planned, long ago or far ahead. None at all passes. Errors: Invalid, with the
// field.
func (d *Doing) Planned(t time.Time, field string) error {
	switch last := d.Wall().Year() + yearsAhead; {
	case t.IsZero():
	case t.Year() < firstYear:
		return fault.New(fault.Invalid, "day-early", "field", field, "day", t.Format(time.DateOnly), "year", firstYear)
	case t.Year() > last:
		return fault.New(fault.Invalid, "day-late", "field", field, "day", t.Format(time.DateOnly), "year", last)
	}
	return nil
}

// plannedStudy refuses days of a study that cannot be, those that a student had already left aside.
func (d *Doing) plannedStudy(now, was *Person) error {
	for _, f := range studyFields() {
		if f.Kind != OfDay || f.Get(now).Equal(f.Get(was)) {
			continue
		}
		if err := d.Planned(journal.CalendarDay(f.Get(now).Int()), f.Name); err != nil {
			return err
		}
	}
	return nil
}

// Package days is the calendar of a place. Nothing counts days in steps of 24 hours, or in the zone of the machine: where the clock
// changes a day is 23 hours or 25, and around midnight it is another day elsewhere.
package days

import (
	"sync"
	"time"

	"leerbalie/model/journal"
)

// DefaultZone is the time zone of a site that names none.
const DefaultZone = "Europe/Amsterdam"

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

// Of is the calendar day of a moment in a zone, at midnight UTC: the form in which days are kept.
func Of(t time.Time, zone *time.Location) time.Time {
	y, m, d := t.In(zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// Midnight is when the day of a moment began in a zone: an hour later where the clock is put forward at midnight.
func Midnight(t time.Time, zone *time.Location) time.Time {
	y, m, d := t.In(zone).Date()
	return onDay(y, m, d, 0, zone)
}

// Start is when a calendar day begins in a zone.
func Start(day time.Time, zone *time.Location) time.Time { return On(day, 0, zone) }

// On is a calendar day at a time of the clock in a zone.
func On(day time.Time, clock time.Duration, zone *time.Location) time.Time {
	y, m, d := day.Date()
	return onDay(y, m, d, clock, zone)
}

// Add is some days later in a zone, at the same time by its clock.
func Add(t time.Time, days int, zone *time.Location) time.Time {
	y, m, d := t.In(zone).Date()
	return onDay(y, m, d+days, clock(t, zone), zone)
}

// AddMonths is the same day some months later in a zone, or the last of that month where it is shorter, at the same time by its clock.
func AddMonths(t time.Time, months int, zone *time.Location) time.Time {
	y, m, d := t.In(zone).Date()
	last := time.Date(y, m+time.Month(months)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	return onDay(y, m+time.Month(months), min(d, last), clock(t, zone), zone)
}

// Between counts the days from one calendar day to another; below 0 when that is earlier.
func Between(from, to time.Time) int {
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

package model

import (
	"time"

	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Location is the site's time zone.
func (s Site) Location() *time.Location { return days.Zone(s.Zone) }

// ZoneAt is the time zone of a site; DefaultZone where the site is not known.
func ZoneAt(tx Tx, site journal.ID) (*time.Location, error) {
	rec, err := tx.Record(KindSite, site)
	if err != nil || rec == nil {
		return days.Zone(days.DefaultZone), err
	}
	return SiteOf(rec).Location(), nil
}

// Today is the calendar day at the session's site, at midnight UTC.
func (d *Doing) Today() (time.Time, error) {
	zone, err := ZoneAt(d, d.site)
	return days.Of(d.Now(), zone), err
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

package desk

import (
	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"time"
)

// LogTime writes down minutes that were spent on a request.
type LogTime struct {
	ID      journal.ID
	Minutes int
	Person  journal.ID // zero: who acts
	Nobody  bool       // the minutes are known, but not whose they were: an import
	Day     time.Time  // a moment of that day; zero: now
}

// Name is the code of the words for this action.
func (LogTime) Name() string { return "act-time" }

// Do adds the minutes, on the day of the moment at the site of the request. Errors: NotFound; Invalid for less than one minute, more than a day or a day in the future.
func (a LogTime) Do(d *model.Doing) error {
	if a.Minutes < 1 || a.Minutes > model.MaxMinutes {
		return fault.New(fault.Invalid, "minutes", "minutes", a.Minutes, "limit", model.MaxMinutes)
	}
	if err := d.Happened(a.Day, "day"); err != nil {
		return err
	}
	r, err := RequestFor(d, journal.ID{}, a.ID)
	if err != nil {
		return err
	}
	return a.write(d, r)
}

// write is Do for a request that has been read.
func (a LogTime) write(d *model.Doing, r *Request) error {
	switch {
	case a.Nobody:
		a.Person = journal.ID{}
	case a.Person.IsZero():
		a.Person = d.Actor.ID
	case a.Person != d.Actor.ID:
		if _, err := d.Person(a.Person); err != nil {
			return err
		}
	}
	if a.Day.IsZero() {
		a.Day = d.Now()
	}
	zone, err := model.ZoneAt(d, r.Site)
	if err != nil {
		return err
	}
	days := journal.DayNumber(model.DayOf(a.Day, zone))
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemTime,
		journal.Fields{timePerson.Is(journal.Ref(a.Person)), timeMinutes.Is(journal.Int(int64(a.Minutes))), timeDay.Is(journal.Int(days))})
	return err
}

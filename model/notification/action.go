package notification

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Report notes that a question was reported to the municipality as a formal notification.
type Report struct {
	Request journal.ID
	Day     time.Time // a calendar day of the site, at midnight UTC; zero: today
	Urgent  bool
}

// Name is the code of the words for this action.
func (Report) Name() string { return "act-notification" }

// Do makes the notification. Errors: NotFound; Conflict for a request that goes on in another or was taken away, and where a notification
// runs already; Invalid for a day that has still to come.
func (a Report) Do(d *model.Doing) error {
	r, err := desk.RequestFor(d, journal.ID{}, a.Request)
	if err == nil {
		err = desk.CheckStands(d, r)
	}
	if err != nil {
		return err
	}
	n := Notification{Site: r.Site, Request: r.ID, Reported: a.Day, Urgent: a.Urgent, By: d.Actor.ID}
	if err := n.took(d, &n.Reported); err != nil {
		return err
	}
	of, err := ofRequest(d, r)
	if err != nil {
		return err
	}
	for _, other := range of {
		if other.Running() {
			return fault.New(fault.Conflict, "notification-runs", "number", r.Number, "day", other.Reported.Format(time.DateOnly))
		}
	}
	id, err := d.NewID(d.Now())
	if err != nil {
		return err
	}
	d.Made(id, r.Number)
	return d.Set(KindNotification, id, n.Site, numbered().Values(&n))
}

// Note notes that a step of the procedure was taken, or on which other day it was.
type Note struct {
	ID   journal.ID
	Step Step
	Day  time.Time // a calendar day of the site, at midnight UTC; zero: today
}

// Name is the code of the words for this action.
func (a Note) Name() string { return "act-notification-step" }

// Do notes the step. Errors: NotFound; Invalid for an unknown step and for a day that has still to come, or that is before what has to come
// first; Conflict for a step that is noted on that day already, and of a notification that does not go on.
func (a Note) Do(d *model.Doing) error {
	rec, err := d.Record(KindNotification, a.ID)
	if err != nil {
		return err
	}
	if rec == nil || rec.Archived() || !d.Clearance().MayRead(rec.Scope()) {
		return fault.New(fault.NotFound, "notification-unknown")
	}
	n := Of(rec)
	r, err := desk.Itself(d, n.Request)
	if err != nil {
		return err
	}
	if r != nil {
		if r, err = desk.GoesOn(d, r); err != nil {
			return err
		}
		d.About(r.ID, r.Number)
	}
	at := n.at(a.Step)
	if at == nil {
		return fault.New(fault.Invalid, "notification-step", "text", string(a.Step))
	}
	was := *at
	if *at = a.Day; a.Step == Decided || a.Step == Withdrawn {
		// the one ends what the other would
		if ended := map[Step]time.Time{Decided: n.Withdrawn, Withdrawn: n.Decided}[a.Step]; !ended.IsZero() {
			return n.ended()
		}
	} else if !n.Running() {
		return n.ended()
	}
	if err := n.took(d, at); err != nil {
		return err
	}
	if at.Equal(was) {
		return fault.New(fault.Conflict, "notification-noted", "field", string(a.Step), "day", at.Format(time.DateOnly))
	}
	if err := n.inOrder(a.Step); err != nil {
		return err
	}
	field := map[Step]journal.Field{Helped: fieldHelped, Plan: fieldPlan, Investigated: fieldInvestigated, Applied: fieldApplied, Decided: fieldDecided, Withdrawn: fieldWithdrawn}[a.Step]
	return d.Set(KindNotification, n.ID, n.Site, journal.Fields{field.Is(journal.Int(journal.DayNumber(*at)))})
}

// ended refuses a step of a notification that does not go on.
func (n Notification) ended() error {
	if !n.Withdrawn.IsZero() {
		return fault.New(fault.Conflict, "notification-withdrawn", "day", n.Withdrawn.Format(time.DateOnly))
	}
	return fault.New(fault.Conflict, "notification-decided", "day", n.Decided.Format(time.DateOnly))
}

// took lets a day without a value be today, and refuses one that has still to come at the site, or that is long ago.
func (n *Notification) took(d *model.Doing, day *time.Time) error {
	zone, err := model.ZoneAt(d, n.Site)
	if err != nil {
		return err
	}
	today := days.Of(d.Now(), zone)
	if day.IsZero() {
		*day = today
	}
	*day = days.Of(*day, time.UTC)
	if day.After(today) {
		return fault.New(fault.Invalid, "in-future", "field", "day")
	}
	return d.Planned(*day, "day")
}

// inOrder refuses a step whose day is before that of what has to come first, and one that would be left before its own.
func (n Notification) inOrder(step Step) error {
	if step == Helped && !n.Urgent {
		return fault.New(fault.Invalid, "notification-not-urgent")
	}
	for _, s := range Steps() {
		if day := n.On(s); !day.IsZero() && day.Before(n.Reported) {
			return fault.New(fault.Invalid, "notification-before", "field", string(s), "day", n.Reported.Format(time.DateOnly))
		}
	}
	if may := n.MayApply(); !n.Applied.IsZero() && n.Applied.Before(may) {
		if n.Investigated.IsZero() {
			return fault.New(fault.Invalid, "notification-no-investigation", "day", may.Format(time.DateOnly))
		}
		return fault.New(fault.Invalid, "notification-before", "field", string(Applied), "day", n.Investigated.Format(time.DateOnly))
	}
	switch {
	case n.Decided.IsZero():
	case n.Applied.IsZero():
		return fault.New(fault.Invalid, "notification-no-application")
	case n.Decided.Before(n.Applied):
		return fault.New(fault.Invalid, "notification-before", "field", string(Decided), "day", n.Applied.Format(time.DateOnly))
	}
	return nil
}

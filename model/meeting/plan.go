package meeting

import (
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/free"
	"leerbalie/model/journal"
)

// Plan plans a series of meetings in one go.
type Plan struct{ Series Series }

// Series is what a series is planned by.
type Series struct {
	Meeting  Meeting // what they have in common; its Day, Form and Leaders come from what follows
	Weekday  time.Weekday
	Every    int // every how many weeks, counted from the first; at least 1
	From, To time.Time
	Forms    []string       // take turns; one: always that one
	Leaders  [][]journal.ID // take turns; one: always those
	Themes   []string       // one a meeting, in their order, as far as they reach; the rest have the Meeting's own
	OnFree   bool           // also on free days
}

// Skipped is a day on which a series has no meeting, since it is free.
type Skipped struct {
	Day  time.Time
	Free free.Stretch
}

// The bounds of a series.
const (
	mostWeeks    = 26
	mostMeetings = 120
	mostPeriod   = 400 // days
)

// Name is the code of the words for this action.
func (Plan) Name() string { return "act-meeting-plan" }

// Do adds the meetings. Errors: Invalid for a period or a rhythm that cannot be, for one in which no meeting is left and for too many of them;
// those of Add.
func (p Plan) Do(d *model.Doing) error {
	all, err := free.In(d, p.Series.From, p.Series.To)
	if err != nil {
		return err
	}
	made, _, err := p.Series.Meetings(all)
	if err != nil {
		return err
	}
	series, err := d.NewID(d.Now())
	if err != nil {
		return err
	}
	for i := range made {
		made[i].Series = series
		if err := add(d, &made[i], i == 0); err != nil {
			return err
		}
	}
	return nil
}

// Meetings are those that a series has, around free days, and the days that it leaves out. Errors as for Plan.
func (s Series) Meetings(all free.Days) (out []Meeting, skipped []Skipped, err error) {
	s.Every = max(s.Every, 1)
	switch {
	case s.From.IsZero():
		return nil, nil, fault.New(fault.Invalid, "missing", "field", "from")
	case s.To.IsZero():
		return nil, nil, fault.New(fault.Invalid, "missing", "field", "to")
	case s.To.Before(s.From) || s.To.Sub(s.From) > mostPeriod*24*time.Hour:
		return nil, nil, fault.New(fault.Invalid, "meeting-period", "from", s.From.Format(time.DateOnly), "to", s.To.Format(time.DateOnly), "days", mostPeriod)
	case s.Every > mostWeeks:
		return nil, nil, fault.New(fault.Invalid, "meeting-every", "weeks", s.Every, "limit", mostWeeks)
	}
	first := s.From.AddDate(0, 0, (int(s.Weekday)-int(s.From.Weekday())+7)%7)
	for day := first; !day.After(s.To); day = day.AddDate(0, 0, 7*s.Every) {
		if f, is := all.On(day); is && !s.OnFree {
			skipped = append(skipped, Skipped{day, f})
			continue
		}
		m, n := s.Meeting, len(out)
		m.Day = day
		if len(s.Forms) > 0 {
			m.Form = s.Forms[n%len(s.Forms)]
		}
		if len(s.Leaders) > 0 {
			m.Leaders = slices.Clone(s.Leaders[n%len(s.Leaders)])
		}
		if n < len(s.Themes) {
			m.Theme = s.Themes[n]
		}
		out = append(out, m)
	}
	switch {
	case len(out) == 0:
		return nil, skipped, fault.New(fault.Invalid, "meeting-none", "from", s.From.Format(time.DateOnly), "to", s.To.Format(time.DateOnly))
	case len(out) > mostMeetings:
		return nil, skipped, fault.New(fault.Invalid, "meeting-many", "n", len(out), "limit", mostMeetings)
	}
	return out, skipped, nil
}

// mine is the grant under which who may not write all of the class community adds meetings, and alters the own ones.
var mine = model.Grant{Common: true}

// Add adds one meeting.
type Add struct{ Meeting Meeting }

// Name is the code of the words for this action.
func (Add) Name() string { return "act-meeting-add" }

// Do adds it. Errors: NotFound for an unknown person or group; Conflict for somebody who left; Invalid for no day, no title and no theme, and a
// time that cannot be; Refused for who may not read meetings.
func (a Add) Do(d *model.Doing) error {
	m := a.Meeting
	m.Series = journal.ID{}
	return add(d, &m, true)
}

func add(d *model.Doing, m *Meeting, first bool) (err error) {
	if err := d.Clearance().CheckRead(Scope()); err != nil {
		return err
	}
	if err := m.check(d, nil); err != nil {
		return err
	}
	if m.ID, err = d.NewID(d.Now()); err != nil {
		return err
	}
	if m.Site.IsZero() {
		m.Site = d.Site()
	}
	m.AddedBy, m.UID, m.Instance, m.came, m.Cancelled, m.Why = d.Actor.ID, "", "", "", false, ""
	if first {
		d.Made(m.ID, "")
	} else {
		d.AddMade(m.ID)
	}
	return d.Granted(mine, func() error { return d.Set(KindMeeting, m.ID, Scope().Part, numbered().Values(m)) })
}

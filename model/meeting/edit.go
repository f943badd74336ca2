package meeting

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Reach is which meetings of a series are altered with one of them.
type Reach string

// The reaches. A meeting by itself is the only one, whatever is said.
const (
	Only      Reach = "one"
	Following Reach = "following" // that one, and those after it
	Whole     Reach = "series"
)

// Reaches are all of them.
func Reaches() []Reach { return []Reach{Only, Following, Whole} }

// Edit alters a meeting as a form that was filled in with it: what was altered in it is altered in all that Reach names. Another day moves
// each by as many days.
type Edit struct {
	Meeting Meeting
	Reach   Reach
}

// Name is the code of the words for this action.
func (Edit) Name() string { return "act-meeting-edit" }

// Do writes what differs. Errors: NotFound; Refused for what somebody else leads and made; those of Add.
func (e Edit) Do(d *model.Doing) error {
	now, err := meant(d, e.Meeting.ID)
	if err != nil {
		return err
	}
	is := e.Meeting
	was := now
	if is.seen != nil {
		was = Of(is.seen, nil)
	}
	is.keep(&was)
	return each(d, now, e.Reach, func(m *Meeting) error {
		to := *m
		table().Over(&to, &was, &is)
		if !is.Day.Equal(was.Day) {
			to.Day = m.Day.Add(is.Day.Sub(was.Day))
		}
		from := m.seen
		if m.ID == is.ID && is.seen != nil {
			from, to = is.seen, is
		}
		if err := to.check(d, m); err != nil {
			return err
		}
		return write(d, from, &to)
	})
}

// keep takes over what nobody fills in.
func (m *Meeting) keep(was *Meeting) {
	m.Series, m.Site, m.AddedBy, m.UID, m.Instance, m.came = was.Series, was.Site, was.AddedBy, was.UID, was.Instance, was.came
	m.Cancelled, m.Why = was.Cancelled, was.Why
}

// Move moves a meeting to another day or another time, and all that Reach names by as many days.
type Move struct {
	ID    journal.ID
	Day   time.Time // zero: the day stays
	Start int       // minutes after midnight; -1: the time stays
	Reach Reach
}

// Name is the code of the words for this action.
func (Move) Name() string { return "act-meeting-move" }

// Do writes it. Errors as for Edit; Conflict where nothing changes.
func (a Move) Do(d *model.Doing) error {
	now, err := meant(d, a.ID)
	if err != nil {
		return err
	}
	is := now
	if !a.Day.IsZero() {
		is.Day = a.Day
	}
	if a.Start >= 0 {
		is.Start = a.Start
	}
	if is.Day.Equal(now.Day) && is.Start == now.Start {
		return fault.New(fault.Conflict, "meeting-same", "title", now.Called())
	}
	return Edit{Meeting: is, Reach: a.Reach}.Do(d)
}

// Cancel says that a meeting does not take place, or with Back that it does after all, and so for all that Reach names.
type Cancel struct {
	ID    journal.ID
	Why   string // may be ""
	Reach Reach
	Back  bool
}

// Name is the code of the words for this action.
func (c Cancel) Name() string {
	if c.Back {
		return "act-meeting-restore"
	}
	return "act-meeting-cancel"
}

// Do writes it for those of which it does not stand already. Errors: NotFound; Refused for what somebody else leads and made; Conflict where it
// stands for all of them.
func (c Cancel) Do(d *model.Doing) error {
	now, err := meant(d, c.ID)
	if err != nil {
		return err
	}
	done := false
	err = each(d, now, c.Reach, func(m *Meeting) error {
		if m.Cancelled == !c.Back {
			return nil
		}
		done = true
		to := *m
		to.Cancelled, to.Why = !c.Back, strings.Join(strings.Fields(c.Why), " ")
		return write(d, m.seen, &to)
	})
	switch {
	case err != nil || done:
		return err
	case c.Back:
		return fault.New(fault.Conflict, "meeting-on", "title", now.Called())
	}
	return fault.New(fault.Conflict, "meeting-cancelled", "title", now.Called())
}

// Remove takes a meeting away that should never have stood there, with all that Reach names. One that does not take place is cancelled instead,
// so that calendars hear of it.
type Remove struct {
	ID    journal.ID
	Reach Reach
}

// Name is the code of the words for this action.
func (Remove) Name() string { return "act-meeting-remove" }

// Do puts it away. Errors: NotFound; Refused for what somebody else leads and made.
func (r Remove) Do(d *model.Doing) error {
	now, err := meant(d, r.ID)
	if err != nil {
		return err
	}
	return each(d, now, r.Reach, func(m *Meeting) error {
		return d.Granted(mine, func() error {
			return d.Set(KindMeeting, m.ID, Scope().Part, journal.Fields{journal.FieldArchived.Is(journal.Bool(true))})
		})
	})
}

// Called is what people call it: its title, or else its theme.
func (m *Meeting) Called() string { return cmp.Or(m.Title, m.Theme) }

// meant reads a meeting that an action is about. Errors: NotFound; Refused for who may not read meetings.
func meant(d *model.Doing, id journal.ID) (Meeting, error) {
	if err := d.Clearance().CheckRead(Scope()); err != nil {
		return Meeting{}, err
	}
	rec, err := d.Record(KindMeeting, id)
	if err != nil {
		return Meeting{}, err
	}
	if rec == nil || rec.Archived() || rec.Erased {
		return Meeting{}, fault.New(fault.NotFound, "meeting-unknown", "name", id.String())
	}
	items, err := d.Items(KindMeeting, id)
	return Of(rec, items), err
}

// mayAlter refuses a meeting that somebody else leads and made, but for who writes all of them.
func mayAlter(d *model.Doing, m *Meeting) error {
	if MayAlter(d.Clearance(), m) {
		return nil
	}
	return fault.New(fault.Refused, "meeting-not-yours", "name", d.Actor.Name, "title", m.Called())
}

// MayAlter tells whether somebody may alter a meeting.
func MayAlter(c model.Clearance, m *Meeting) bool {
	me := c.Person()
	return c.MayRead(Scope()) && (m.AddedBy == me.ID || m.Leads(me.ID) || c.MayWrite(Scope()))
}

// each does something to a meeting and to those of its series that a reach names, the first day first.
func each(d *model.Doing, now Meeting, reach Reach, do func(*Meeting) error) error {
	if reach != "" && !slices.Contains(Reaches(), reach) {
		return fault.New(fault.Invalid, "meeting-reach", "reach", string(reach))
	}
	all := []Meeting{now}
	if (reach == Following || reach == Whole) && !now.Series.IsZero() {
		err := d.Each(KindMeeting, func(rec *journal.Record) error {
			if rec.ID == now.ID || rec.Archived() || rec.Erased || rec.Get(MeetingSeries).ID() != now.Series {
				return nil
			}
			if m := Of(rec, nil); reach == Whole || !m.Day.Before(now.Day) {
				all = append(all, m)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	slices.SortStableFunc(all, func(a, b Meeting) int {
		return cmp.Or(a.Day.Compare(b.Day), strings.Compare(a.ID.String(), b.ID.String()))
	})
	d.About(now.ID, "")
	for i := range all {
		if err := mayAlter(d, &all[i]); err != nil {
			return err
		}
		if err := do(&all[i]); err != nil {
			return err
		}
	}
	return nil
}

func write(d *model.Doing, from *journal.Record, m *Meeting) error {
	return d.Granted(mine, func() error { return d.SetFrom(from, KindMeeting, m.ID, Scope().Part, numbered().Values(m)) })
}

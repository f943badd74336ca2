package free

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Add adds free days.
type Add struct{ Days Stretch }

// Name is the code of the words for this action.
func (Add) Name() string { return "act-free-add" }

// Do adds them. Errors: Invalid for a missing name and for days that cannot be; Conflict for what stands already; Refused for who may not.
func (a Add) Do(d *model.Doing) error {
	s := a.Days
	if err := s.check(d); err != nil {
		return err
	}
	all, err := In(d, s.From, s.To)
	if err != nil {
		return err
	}
	for _, o := range all {
		if o.Name == s.Name && o.From.Equal(s.From) && o.To.Equal(s.To) {
			return fault.New(fault.Conflict, "free-known", "name", s.Name)
		}
	}
	if s.ID, err = d.NewID(d.Now()); err != nil {
		return err
	}
	s.UID = ""
	d.Made(s.ID, "")
	return d.Set(KindFree, s.ID, Scope().Part, numbered().Values(&s))
}

// Edit alters free days as a form that was filled in with them.
type Edit struct{ Days Stretch }

// Name is the code of the words for this action.
func (Edit) Name() string { return "act-free-edit" }

// Do writes what differs. Errors: NotFound; those of Add.
func (e Edit) Do(d *model.Doing) error {
	was, err := meant(d, e.Days.ID)
	if err != nil {
		return err
	}
	s := e.Days
	s.UID = was.UID
	if err := s.check(d); err != nil {
		return err
	}
	d.About(s.ID, "")
	return d.SetFrom(s.seen, KindFree, s.ID, Scope().Part, numbered().Values(&s))
}

// Remove takes free days away.
type Remove struct{ ID journal.ID }

// Name is the code of the words for this action.
func (Remove) Name() string { return "act-free-remove" }

// Do puts them away. Errors: NotFound; Refused for who may not.
func (r Remove) Do(d *model.Doing) error {
	if _, err := meant(d, r.ID); err != nil {
		return err
	}
	d.About(r.ID, "")
	return d.Set(KindFree, r.ID, Scope().Part, journal.Fields{journal.FieldArchived.Is(journal.Bool(true))})
}

func meant(d *model.Doing, id journal.ID) (Stretch, error) {
	rec, err := d.Record(KindFree, id)
	if err != nil {
		return Stretch{}, err
	}
	if rec == nil || rec.Archived() {
		return Stretch{}, fault.New(fault.NotFound, "free-unknown", "name", id.String())
	}
	return Of(rec), nil
}

// PutKnown is the code of what Put refuses since it stands here as the calendar has it: an import counts it as unchanged.
const PutKnown = "free-known"

// Put brings free days in from a calendar, by their UID.
type Put struct{ Days Stretch }

// Name is the code of the words for this action.
func (Put) Name() string { return "act-free-put" }

// SourceID is the id of the free days that a calendar knows by a UID: the same on every replica.
func SourceID(uid string) journal.ID { return journal.KeyedID("free", uid) }

// Do adds or alters them. Errors: Conflict with PutKnown; Invalid for a missing name or UID and days that cannot be; Refused for who may not.
func (p Put) Do(d *model.Doing) error {
	s := p.Days
	if err := s.check(d); err != nil {
		return err
	}
	if err := model.Required(&s.UID, "uid"); err != nil {
		return err
	}
	s.ID = SourceID(s.UID)
	rec, err := d.Record(KindFree, s.ID)
	if err != nil {
		return err
	}
	fields := numbered().Values(&s)
	switch {
	case rec == nil:
		d.Made(s.ID, "")
	case rec.Archived():
		fields = append(fields, journal.FieldArchived.Is(journal.Bool(false)))
		d.About(s.ID, "")
	default:
		if was := Of(rec); was.Name == s.Name && was.From.Equal(s.From) && was.To.Equal(s.To) {
			return fault.New(fault.Conflict, PutKnown, "name", s.Name)
		}
		d.About(s.ID, "")
	}
	return d.Set(KindFree, s.ID, Scope().Part, fields)
}

// Read are the free days from one day up to another. Errors: Refused; Invalid for days in the wrong order.
func Read(ctx context.Context, session *model.Session, from, to time.Time) (out Days, err error) {
	if to.Before(from) {
		return nil, fault.New(fault.Invalid, "free-until", "from", from.Format(time.DateOnly), "to", to.Format(time.DateOnly), "days", mostDays)
	}
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		out, err = In(tx, from, to)
		return err
	})
	return out, err
}

// ReadAdded reads all free days that were added, also those that were taken away, for whoever brings a calendar in. Errors: Refused.
func ReadAdded(ctx context.Context, session *model.Session) (out []Stretch, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		return tx.Each(KindFree, func(rec *journal.Record) error {
			out = append(out, Of(rec))
			return ctx.Err()
		})
	})
	return out, err
}

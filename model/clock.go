package model

import (
	"context"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// PersonClock is the time of a computer that a person said was right, in milliseconds since 1970. Its place in the order is that time.
const PersonClock journal.Field = 29

// LastMoment is the last moment of the journal, beside which a computer's clock is held.
func (s *Session) LastMoment(ctx context.Context) (last journal.Logical, err error) {
	err = s.b.Read(ctx, func(tx Tx) (err error) {
		last, err = tx.Clock()
		return err
	})
	return last, err
}

// ClockIsRight lets the journal follow a computer's clock that is far ahead of it: nothing was written for a long time, and who
// acts says that the date is right. It stands in the journal under that name, and cannot be taken back.
type ClockIsRight struct{}

// Name is the code of the words for this action.
func (ClockIsRight) Name() string { return "act-clock-right" }

// Do moves the order to the clock. Errors: Conflict for a clock that nothing is odd about, or that is behind.
func (ClockIsRight) Do(d *Doing) error {
	last, err := d.Clock()
	if err != nil {
		return err
	}
	if last.Doubt(d.Wall()) != journal.FarAhead {
		return fault.New(fault.Conflict, "clock-not-ahead")
	}
	d.TrustClock()
	d.About(d.Actor.ID, "")
	err = d.Granted(Grant{People: true}, func() error {
		return d.Set(KindPerson, d.Actor.ID, journal.Organisation(), journal.Fields{PersonClock.Is(journal.Int(d.Wall().UnixMilli()))})
	})
	d.Permanent()
	return err
}

package meeting

import (
	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// MaySettle tells whether somebody may say which of what people wrote apart of a meeting holds: an item of a person's answer the person as well,
// anything else whoever may alter the meeting.
func MaySettle(c model.Clearance, rec *journal.Record, item journal.ItemKind, of journal.ID) bool {
	m := Of(rec, nil)
	if item == ItemAnswer {
		return c.MayWrite(Scope()) || c.MayRead(Scope()) && of == c.Person().ID
	}
	return MayAlter(c, &m)
}

// Settle writes a value over all versions of a field, where people wrote apart. The caller has checked that the actor may.
func Settle(d *model.Doing, rec *journal.Record, on journal.Field, v journal.Value) error {
	m := Of(rec, nil)
	if row := table().On(on); row != nil {
		row.Put(&m, v)
		if err := m.check(d, &m); err != nil {
			return err
		}
	}
	if on == MeetingTitle && v.IsNone() && m.Theme == "" {
		return fault.New(fault.Invalid, "missing", "field", "title")
	}
	return d.Granted(mine, func() error { return d.Set(KindMeeting, rec.ID, rec.Part, journal.Fields{on.Is(v)}) })
}

// Again writes once more what an item says, where people wrote it apart and this one holds. The caller has checked that the actor may.
func Again(d *model.Doing, id journal.ID, item journal.ItemKind, said journal.Fields) error {
	return d.Granted(mine, func() error {
		_, err := d.Add(KindMeeting, id, Scope().Part, item, said)
		return err
	})
}

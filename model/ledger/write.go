package ledger

import (
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
)

// The rooms above write who came and what came of tests: they know who leads. They call these after they saw that it may be.

// NotePresence writes whether a student was at a course or a meeting on a day; a state of "" takes back what was noted. What stands already
// is not written again. The caller has checked that the actor may. Errors: Invalid for an unknown state, minutes out of reach, and a day to come.
func NotePresence(d *model.Doing, student model.Person, p Presence) error {
	switch p.State {
	case Present:
	case Absent, Excused, "":
		p.Minutes = 0
	default:
		return fault.New(fault.Invalid, "presence-state", "state", string(p.State))
	}
	if p.Minutes < 0 || p.Minutes > model.MaxMinutes {
		return fault.New(fault.Invalid, "minutes", "minutes", p.Minutes, "limit", model.MaxMinutes)
	}
	if p.State == Present || p.State == Absent {
		if err := d.Happened(p.Day, "date"); err != nil {
			return err
		}
	}
	key := presenceKey(p.Of, p.Day)
	return add(d, student, key, ItemPresence, journal.Fields{presenceOf.Is(journal.Ref(p.Of)), presenceDay.Is(dayValue(p.Day)),
		presenceState.Is(journal.Text(string(p.State))), presenceMinutes.Is(journal.Int(int64(p.Minutes)))}, p.State == "", func(l *Ledger) bool {
		was, ok := l.At(p.Of, p.Day)
		return ok == (p.State != "") && was.State == p.State && was.Minutes == p.Minutes
	})
}

// NoteResult writes what came of a test; a level of "" takes back what was noted. The caller has checked that the actor may and that the scale
// has the level.
func NoteResult(d *model.Doing, student model.Person, r Result) error {
	if err := model.Required(&r.Test, "test"); err != nil {
		return err
	}
	if err := d.Happened(r.Day, "date"); err != nil {
		return err
	}
	key := resultKey(r.Of, r.Test)
	return add(d, student, key, ItemResult, journal.Fields{resultOf.Is(journal.Ref(r.Of)), resultTest.Is(journal.Text(r.Test)), resultScale.Is(journal.Text(r.Scale)),
		resultLevel.Is(journal.Text(r.Level)), resultDay.Is(dayValue(r.Day))}, r.Level == "", func(l *Ledger) bool {
		was, ok := l.ResultOf(r.Of, r.Test)
		return ok == (r.Level != "") && was.Level == r.Level && was.Scale == r.Scale && was.Day.Equal(r.Day)
	})
}

// NoteOutcome writes what became of a student, or with Off that it did not. The caller knows the kinds there are.
func NoteOutcome(d *model.Doing, student model.Person, o Outcome) error {
	if !SightOf(d.Clearance(), student, learning.HomeGroup(student)).Note {
		return refuse(d, student)
	}
	if err := d.Happened(o.Day, "date"); err != nil {
		return err
	}
	return add(d, student, outcomeKey(o.Kind), ItemOutcome, journal.Fields{outcomeKind.Is(journal.Text(o.Kind)), outcomeDay.Is(dayValue(o.Day)), outcomeOff.Is(journal.Bool(o.Off))}, o.Off, func(l *Ledger) bool {
		for _, was := range l.Outcomes {
			if was.Kind == o.Kind {
				return !o.Off && was.Day.Equal(o.Day)
			}
		}
		return o.Off
	})
}

// WriteHours writes down by hand what a student worked that stands nowhere else. It is also how an entry is altered, by its ID, and taken away,
// by no minutes.
type WriteHours struct {
	Student journal.ID
	Own     Own
}

// Name is the code of the words for this action.
func (WriteHours) Name() string { return "act-hours-write" }

// Do writes the entry. Errors: NotFound for an unknown student; Refused for who may not; Invalid for minutes out of reach, a day to come, no
// word of what was done, and a citizen service number.
func (a WriteHours) Do(d *model.Doing) error {
	student, err := d.Student(a.Student)
	if err != nil {
		return err
	}
	if !SightOf(d.Clearance(), student, learning.HomeGroup(student)).Own {
		return refuse(d, student)
	}
	o := a.Own
	gone := !o.ID.IsZero() && o.Minutes == 0
	if !gone {
		if o.What = strings.TrimSpace(o.What); o.What == "" {
			return fault.New(fault.Invalid, "missing", "field", "what")
		}
		if o.Minutes < 1 || o.Minutes > model.MaxMinutes {
			return fault.New(fault.Invalid, "minutes", "minutes", o.Minutes, "limit", model.MaxMinutes)
		}
		if err := d.Happened(o.Day, "date"); err != nil {
			return err
		}
	}
	if o.ID.IsZero() {
		if o.ID, err = d.NewID(d.Now()); err != nil {
			return err
		}
	}
	return add(d, student, o.ID, ItemOwn, journal.Fields{ownDay.Is(dayValue(o.Day)), ownMinutes.Is(journal.Int(int64(o.Minutes))), ownWhat.Is(journal.Text(o.What))}, gone, func(l *Ledger) bool {
		for _, was := range l.Own {
			if was.ID == o.ID {
				return !gone && was.Day.Equal(o.Day) && was.Minutes == o.Minutes && was.What == o.What
			}
		}
		return gone
	})
}

// Confirm writes that the hours of a week are right, or with Off that this is taken back. The caller has counted the minutes and checked that
// the actor may.
func Confirm(d *model.Doing, student model.Person, c Confirmed) error {
	return add(d, student, weekKey(c.Week), ItemConfirmed, journal.Fields{confirmedWeek.Is(dayValue(c.Week)), confirmedMinutes.Is(journal.Int(int64(c.Minutes))), confirmedOff.Is(journal.Bool(c.Off))}, c.Off, func(l *Ledger) bool {
		for _, was := range l.Confirmed {
			if was.Week.Equal(c.Week) {
				return !c.Off && was.Minutes == c.Minutes
			}
		}
		return c.Off
	})
}

// add writes a version of something to a student's ledger, unless that says what stands. Errors: Refused on a computer that does not keep it.
func add(d *model.Doing, student model.Person, key journal.ID, kind journal.ItemKind, fields journal.Fields, gone bool, stands func(*Ledger) bool) error {
	group, err := groupWith(d, student, key)
	if err != nil {
		return err
	}
	here, err := Kept(d, d.Replica(), d.Actor.ID)
	if err != nil {
		return err
	}
	if !here(group) {
		return fault.New(fault.Refused, "ledger-elsewhere", "student", student.Name)
	}
	id := ID(student.ID, group)
	l, err := read(d, id)
	if err != nil {
		return err
	}
	apart, err := contested(d, id, kind, key)
	if err != nil {
		return err
	}
	if d.About(student.ID, ""); l == nil && gone || l != nil && stands(l) && !apart {
		return nil
	}
	return d.Granted(model.Grant{Dossiers: group}, func() error {
		if l == nil { // not a step of the receipt: undoing what comes first must not put the ledger away
			c := d.NewChange(KindLedger, id, group, journal.OpSet)
			c.Writes = []journal.Write{{Field: LedgerStudent, Value: journal.Ref(student.ID)}}
			if err := d.Emit(c); err != nil {
				return err
			}
		}
		_, err := d.Add(KindLedger, id, group, kind, append(journal.Fields{itemKey.Is(journal.Ref(key))}, fields...))
		return err
	})
}

// Again writes what a version said once more, where people wrote it apart from each other and this one holds. The caller has checked that the
// actor may.
func Again(d *model.Doing, student, group journal.ID, kind journal.ItemKind, said journal.Fields) error {
	return d.Granted(model.Grant{Dossiers: group}, func() error {
		_, err := d.Add(KindLedger, ID(student, group), group, kind, said)
		return err
	})
}

// contested tells whether people wrote different versions of something apart from each other: then writing one settles it.
func contested(d *model.Doing, id journal.ID, kind journal.ItemKind, key journal.ID) (bool, error) {
	rec, err := d.Record(KindLedger, id)
	if err != nil || rec == nil {
		return false, err
	}
	items, err := d.Items(KindLedger, id)
	if err != nil {
		return false, err
	}
	for _, c := range d.Kinds().Clashes(rec, func() []journal.Item { return items }) {
		if c.Item == kind && c.Of.ID() == key {
			return true, nil
		}
	}
	return false, nil
}

func dayValue(t time.Time) journal.Value { return journal.Int(journal.DayNumber(t)) }

// refuse says that the actor may not do this with what counts of a student.
func refuse(d *model.Doing, student model.Person) error {
	return fault.New(fault.Refused, "dossier-closed", "name", d.Actor.Name, "student", student.Name)
}

// Week is the Monday of the week of a calendar day (ISO 8601: weeks begin on Monday).
func Week(day time.Time) time.Time {
	return days.Of(day, time.UTC).AddDate(0, 0, -(int(day.Weekday())+6)%7)
}

// Package leaving is how somebody who should never have come in is taken away, and what is known of who went and came back. It looks
// through the whole journal for work of theirs: who worked here leaves, and is not taken away.
package leaving

import (
	"context"
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
)

// someChanges is how many changes of the journal are looked at before whoever waits is heard again.
const someChanges = 20_000

// RemovePerson takes somebody away who should never have come in: from a wrong file, or twice. The name goes from every list; it can
// be put back (pairs.PersonReturns), and what is known of a student is erased as that of one who left, at once.
type RemovePerson struct {
	ID  journal.ID
	Why string
}

// Name is the code of the words for this action.
func (RemovePerson) Name() string { return "act-remove-person" }

// Do takes the person away. Errors: Invalid for no reason; NotFound; Conflict for one who is gone already, and for one who has done
// something here, or for whom others have; Refused for oneself, for who may not, and for an administrator as for pairs.PersonLeaves.
func (a RemovePerson) Do(d *model.Doing) error {
	if err := model.Required(&a.Why, "reason"); err != nil {
		return err
	}
	p, err := d.Person(a.ID)
	if err != nil {
		return err
	}
	if err := d.Allowed(model.KindPerson, journal.Organisation()); err != nil {
		return err
	}
	switch {
	case p.Archived:
		return fault.New(fault.Conflict, "person-left", "name", p.Name)
	case p.ID == d.Actor.ID:
		return fault.New(fault.Refused, "leave-self")
	}
	if err := d.MayGrant(p.Roles, nil); err != nil {
		return err
	}
	if err := d.CheckAdminRemains(p); err != nil {
		return err
	}
	worked, err := hasWork(d, p.ID)
	if err != nil {
		return err
	}
	if worked {
		return fault.New(fault.Conflict, "remove-has-work", "name", p.Name)
	}
	d.About(p.ID, "")
	if err := d.Set(model.KindPerson, p.ID, journal.Organisation(), journal.Fields{
		journal.FieldArchived.Is(journal.Bool(true)), model.PersonRemoved.Is(journal.Bool(true))}); err != nil {
		return err
	}
	return pairs.NoteGone(d, p.ID, a.Why, 0)
}

// hasWork tells whether somebody did anything here, or others did with or for them: all but what is known of who they are.
func hasWork(tx model.Tx, id journal.ID) (worked bool, err error) {
	ix := desk.IndexOf(tx)
	for from, first := "", true; (first || from != "") && !worked && err == nil; first = false {
		from, err = ix.EachChange(from, someChanges, func(c *journal.Change) error {
			worked = worked || isWork(c, id)
			return nil
		})
	}
	return worked, err
}

func isWork(c *journal.Change, id journal.ID) bool {
	switch {
	case c.Kind == model.KindPerson && c.Entity == id:
		return false // who they are
	case c.Actor == id || c.Responsible == id:
		return true
	case c.Kind == model.KindPerson, c.Kind == pairs.KindProposal:
		return false // whom they were to answer for, and what was only thought of
	}
	for _, w := range c.Writes {
		if w.Value.ID() == id || slices.Contains(w.Value.IDs(), id) {
			return true
		}
	}
	return false
}

// Event is that somebody went, was taken away, or came back.
type Event struct {
	journal.Mark
	Back bool
	Why  string
	On   int64 // the day since when, counted from 1970; 0: that of the mark
}

// Read tells of whoever is asked for when they went and came back, the newest first. Errors: Refused.
func Read(ctx context.Context, session *model.Session, id journal.ID) (out []Event, err error) {
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		items, err := tx.Items(model.KindPerson, id)
		for _, it := range journal.Standing(items) {
			if it.Kind == model.ItemPersonGone || it.Kind == model.ItemPersonBack {
				out = append(out, Event{Mark: it.Mark(0), Back: it.Kind == model.ItemPersonBack, Why: strings.TrimSpace(it.Fields.Get(model.GoneWhy).Text()), On: it.Fields.Get(model.GoneOn).Int()})
			}
		}
		return err
	})
	slices.Reverse(out)
	return out, err
}

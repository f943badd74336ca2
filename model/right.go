package model

import (
	"context"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Right is something that reaches past what the table of classes says of one entity: a copy of everything, many requests in a
// file, somebody else's PIN. It is asked for below every screen and command; see Session.Check.
type Right string

// The rights.
const (
	ToBackUp    Right = "backup"   // copy the whole store, whoever may see what
	ToRestore   Right = "restore"  // make a copy the store
	ToRepair    Right = "repair"   // make what is derived anew
	ToTakeOut   Right = "export"   // write many requests at once
	ToBringIn   Right = "import"   // bring many requests in at once
	ToDropPINs  Right = "drop-pin" // take away somebody else's PIN
	ToSeeLooks  Right = "looks"    // see who looked at lists of residents
	ToKeepKeys  Right = "keys"     // make the organisation's root key, and use it
	ToErase     Right = "erase"    // have a student's records erased, with somebody else's consent
	ToKeepDoors Right = "doors"    // say whose key lets somebody else in over the network
	ToInvite    Right = "invite"   // let somebody else have a copy, and say what it may hold and what of it counts
)

// roles are those that have a right. Who learns here writes no files of many requests; the rest is for those who lead.
func (r Right) roles() []Role {
	switch r {
	case ToTakeOut, ToBringIn:
		return []Role{RoleDesk, RoleSupervisor, RoleCoordinator, RoleAdmin}
	case ToKeepKeys:
		return []Role{RoleAdmin}
	}
	return []Role{RoleCoordinator, RoleAdmin}
}

// Has tells whether the person has a right.
func (c Clearance) Has(r Right) bool {
	return !c.person.Archived && c.person.Has(r.roles()...)
}

// CheckRight is Has as an error. Errors: Refused, with a sentence that says who may.
func (c Clearance) CheckRight(r Right) error {
	if !c.Has(r) {
		if err := c.guestOnly(); err != nil {
			return err
		}
		return fault.New(fault.Refused, "no-right-"+string(r), "name", c.person.Name)
	}
	return nil
}

// Check asks for a right of this session's person, who is read anew: roles may have changed since the session began. Errors:
// Refused.
func (s *Session) Check(ctx context.Context, r Right) error {
	me := s.Me()
	if err := s.b.Read(ctx, func(tx Tx) error {
		rec, err := tx.Record(KindPerson, me.ID)
		if err == nil && rec != nil {
			me = PersonOf(rec)
		}
		return err
	}); err != nil {
		return err
	}
	return ClearanceOf(me).CheckRight(r)
}

// Backup writes a copy of the whole store to a new file. Progress may be nil. Errors: Refused for who may not; those of the
// store.
func (s *Session) Backup(ctx context.Context, path string, progress func(done, total int64)) error {
	if err := s.Check(ctx, ToBackUp); err != nil {
		return err
	}
	return s.b.Backup(ctx, path, progress)
}

// leaders are the people who may take away others' PINs, besides one.
func (s *Session) leaders(ctx context.Context, besides journal.ID) ([]Person, error) {
	here, err := s.here(ctx) // also for a guest, who does not see who leads
	people := make([]Person, 0, len(here))
	for _, p := range here {
		if p.ID != besides && ClearanceOf(p.Person).Has(ToDropPINs) {
			people = append(people, p.Person)
		}
	}
	SortPeople(people)
	return people, err
}

// Led tells whether a store has anybody who leads it.
func Led(ctx context.Context, b Backend) (led bool, err error) {
	err = b.Read(ctx, func(tx Tx) error {
		return tx.Each(KindPerson, func(r *journal.Record) error {
			led = led || ClearanceOf(PersonOf(r)).Has(ToRepair)
			return nil
		})
	})
	return led, err
}

package model

import (
	"context"
	"slices"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// ReadNames is ReadClass of the class people for what is nobody's: sites, lists, and what people are called. A guest, who reads nothing else
// of that class, may; fn hands out nothing more. Errors: Refused.
func (s *Session) ReadNames(ctx context.Context, fn func(Tx) error) error {
	if me := s.Me(); !me.IsGuest() || me.Archived {
		return s.ReadClass(ctx, journal.People, fn)
	}
	return s.b.Read(ctx, fn)
}

// readAs is who may read all of a kind of the class people.
func (s *Session) readAs(ctx context.Context, kind journal.Kind, fn func(Tx) error) error {
	if kind == KindPerson || kind == KindSite || kind == KindGroup {
		return s.ReadNames(ctx, fn)
	}
	return s.ReadClass(ctx, journal.People, fn)
}

// seenBy is a record as a person may see it: a guest gets to know of others what they are called, and whether they are still here.
func seenBy(me Person, r *journal.Record) *journal.Record {
	if r.Kind != KindPerson || r.ID == me.ID || !me.IsGuest() {
		return r
	}
	shown := []journal.Field{PersonName, PersonRemoved, journal.FieldArchived}
	if PersonOf(r).IsBoard() {
		shown = append(shown, PersonRoles) // which is nobody
	}
	bare := *r
	bare.Registers = slices.DeleteFunc(slices.Clone(r.Registers), func(reg journal.Register) bool { return !slices.Contains(shown, reg.Field) })
	return &bare
}

// guestOnly is why a guest is refused what is not the community's; nil for anybody else.
func (c Clearance) guestOnly() error {
	if !c.person.IsGuest() {
		return nil
	}
	return fault.New(fault.Refused, "guest-only", "name", c.person.Name)
}

// SeenBy is the person as somebody may see them; see ReadAll.
func (p Person) SeenBy(me Person) Person {
	if p.seen == nil || !me.IsGuest() || p.ID == me.ID {
		return p
	}
	return PersonOf(seenBy(me, p.seen))
}

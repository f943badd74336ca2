package model

import (
	"context"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// IsBoard tells whether this is no person but the screen on the wall of a waiting room: it can read the numbers of who waits at
// its site, and do nothing.
func (p Person) IsBoard() bool {
	for _, r := range p.Roles {
		if r == RoleBoard {
			return true
		}
	}
	return false
}

// MayReadBoard tells whether the person may read the numbers of who waits at a site: its screen, and whoever sees its desk.
func (c Clearance) MayReadBoard(site journal.ID) bool {
	if c.person.IsBoard() {
		return !c.person.Archived && c.atSite(site)
	}
	return c.MayRead(journal.Scope{Class: journal.Desk, Part: site})
}

// CheckNoBoard refuses what the screen of a waiting room asks for beside its board. Errors: Refused.
func (s *Session) CheckNoBoard() error {
	if me := s.Me(); me.IsBoard() {
		return fault.New(fault.Refused, "board-only", "name", me.Name)
	}
	return nil
}

// ReadForBoard runs fn on one state of the store, with the session's site, for who may read the numbers of who waits there; fn hands
// out nothing but those. The person is read anew: a screen that was put away shows nothing from then on. Errors: Refused;
// NotFound for a site that is not there.
func (s *Session) ReadForBoard(ctx context.Context, fn func(tx Tx, site Site) error) error {
	me, at := s.Me(), s.Site()
	return s.b.Read(ctx, func(tx Tx) error {
		rec, err := tx.Record(KindPerson, me.ID)
		if err != nil {
			return err
		}
		if rec != nil {
			me = PersonOf(rec)
		}
		if rec == nil || !ClearanceOf(me).MayReadBoard(at) {
			return fault.New(fault.Refused, "may-not-read", "name", me.Name, "class", journal.Desk.String())
		}
		site, err := tx.Record(KindSite, at)
		if err != nil {
			return err
		}
		if site == nil {
			return fault.New(fault.NotFound, "site-unknown", "name", at.String())
		}
		return fn(tx, SiteOf(site))
	})
}

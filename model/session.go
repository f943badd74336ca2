package model

import (
	"context"
	"sync"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Session is the store as one session may see it: everything a screen or a command reads or does goes through one, and is
// checked against the clearance of the person who acts. It is safe for use by several goroutines.
type Session struct {
	b    Backend
	site journal.ID

	mu     sync.Mutex
	person Person
	undo   []done      // what this session did, the newest last
	redo   []done      // what it undid
	kept   map[any]any // see Kept
}

// Enter opens a view for a person. Errors: NotFound for an unknown one, Refused for one who left.
func Enter(ctx context.Context, b Backend, who journal.ID) (*Session, error) {
	v := &Session{b: b}
	err := b.Read(ctx, func(tx Tx) error {
		rec, err := tx.Record(KindPerson, who)
		if err != nil {
			return err
		}
		if rec == nil {
			return fault.New(fault.NotFound, "person-unknown", "name", who.String())
		}
		v.person = PersonOf(rec)
		if v.person.Archived {
			return fault.New(fault.Refused, "person-left", "name", v.person.Name)
		}
		v.site = v.person.Site
		if v.site.IsZero() {
			return tx.Each(KindSite, func(r *journal.Record) error {
				if v.site.IsZero() && !r.Archived() {
					v.site = r.ID
				}
				return nil
			})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return v, nil
}

// Me is the person who acts in this view.
func (v *Session) Me() Person {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.person
}

// Clearance is what the person may read and write.
func (v *Session) Clearance() Clearance { return ClearanceOf(v.Me()) }

// Site is the site at which the session works; lists are of this site.
func (v *Session) Site() journal.ID {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.site
}

// At is a view of the same session at another site. Errors: Refused, NotFound.
func (v *Session) At(ctx context.Context, site journal.ID) (*Session, error) {
	if err := v.Clearance().CheckRead(journal.Scope{Class: journal.Desk, Part: site}); err != nil {
		return nil, err
	}
	if _, err := v.SiteByID(ctx, site); err != nil {
		return nil, err
	}
	return &Session{b: v.b, person: v.Me(), site: site}, nil
}

// Replica is the name of this copy of the store.
func (v *Session) Replica() journal.Replica { return v.b.Replica() }

// Watch tells of every commit after it, by this session or another, until stop is called.
func (v *Session) Watch() (<-chan News, func()) { return v.b.Watch() }

// ReadClass runs fn on one state of the store, provided that the session may read the class at its site. Only the rooms of
// model call it, and the two beside it: what a screen or a command gets has been narrowed down to what its person may see.
func (v *Session) ReadClass(ctx context.Context, class journal.Class, fn func(Tx) error) error {
	part := journal.Organisation()
	if class == journal.Desk {
		part = v.Site()
	}
	return v.ReadScope(ctx, journal.Scope{Class: class, Part: part}, fn)
}

// ReadScope runs fn on one state of the store, provided that the session may read the scope. Errors: Refused.
func (v *Session) ReadScope(ctx context.Context, s journal.Scope, fn func(Tx) error) error {
	if err := v.Clearance().CheckRead(s); err != nil {
		return err
	}
	return v.b.Read(ctx, fn)
}

// ReadOwn runs fn on one state of the store; the caller hands out nothing but what the session's person wrote, or may see.
func (v *Session) ReadOwn(ctx context.Context, fn func(Tx) error) error { return v.b.Read(ctx, fn) }

// Kept is what a room keeps for the length of a session, such as what it has read already: made when it is first asked
// for. The key is of a type of the room's own.
func (v *Session) Kept(key any, fresh func() any) any {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.kept == nil {
		v.kept = map[any]any{}
	}
	if v.kept[key] == nil {
		v.kept[key] = fresh()
	}
	return v.kept[key]
}

// Switch opens a view for another person on the same store, as when somebody else sits down. Errors as for Enter.
func (v *Session) Switch(ctx context.Context, who journal.ID) (*Session, error) {
	return Enter(ctx, v.b, who)
}

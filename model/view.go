package model

import (
	"context"
	"sync"
)

// View is the store as one session may see it: everything a screen or a command reads or does goes through one, and is
// checked against the clearance of the person who acts. It is safe for use by several goroutines.
type View struct {
	b    Backend
	site ID

	mu     sync.Mutex
	person Person
	undo   []done      // what this session did, the newest last
	redo   []done      // what it undid
	kept   map[any]any // see Kept
}

// Enter opens a view for a person. Errors: NotFound for an unknown one, Refused for one who left.
func Enter(ctx context.Context, b Backend, who ID) (*View, error) {
	v := &View{b: b}
	err := b.Read(ctx, func(tx Tx) error {
		rec, err := tx.Record(KindPerson, who)
		if err != nil {
			return err
		}
		if rec == nil {
			return Fail(NotFound, "person-unknown", "name", who.String())
		}
		v.person = PersonOf(rec)
		if v.person.Archived {
			return Fail(Refused, "person-left", "name", v.person.Name)
		}
		v.site = v.person.Site
		if v.site.IsZero() {
			return tx.Each(KindSite, func(r *Record) error {
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
func (v *View) Me() Person {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.person
}

// Clearance is what the person may read and write.
func (v *View) Clearance() Clearance { return ClearanceOf(v.Me()) }

// Site is the site at which the session works; lists are of this site.
func (v *View) Site() ID {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.site
}

// At is a view of the same session at another site. Errors: Refused, NotFound.
func (v *View) At(ctx context.Context, site ID) (*View, error) {
	if err := v.Clearance().CheckRead(Scope{Desk, site}); err != nil {
		return nil, err
	}
	if _, err := v.SiteByID(ctx, site); err != nil {
		return nil, err
	}
	return &View{b: v.b, person: v.Me(), site: site}, nil
}

// Replica is the name of this copy of the store.
func (v *View) Replica() Replica { return v.b.Replica() }

// Watch tells of every commit after it, by this session or another, until stop is called.
func (v *View) Watch() (<-chan News, func()) { return v.b.Watch() }

// ReadClass runs fn on one state of the store, provided that the session may read the class at its site. Only the rooms of
// model call it, and the two beside it: what a screen or a command gets has been narrowed down to what its person may see.
func (v *View) ReadClass(ctx context.Context, class Class, fn func(Tx) error) error {
	part := Organisation()
	if class == Desk {
		part = v.Site()
	}
	return v.ReadScope(ctx, Scope{class, part}, fn)
}

// ReadScope runs fn on one state of the store, provided that the session may read the scope. Errors: Refused.
func (v *View) ReadScope(ctx context.Context, s Scope, fn func(Tx) error) error {
	if err := v.Clearance().CheckRead(s); err != nil {
		return err
	}
	return v.b.Read(ctx, fn)
}

// ReadOwn runs fn on one state of the store; the caller hands out nothing but what the session's person wrote, or may see.
func (v *View) ReadOwn(ctx context.Context, fn func(Tx) error) error { return v.b.Read(ctx, fn) }

// Kept is what a room keeps for the length of a session, such as what it has read already: made when it is first asked
// for. The key is of a type of the room's own.
func (v *View) Kept(key any, fresh func() any) any {
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
func (v *View) Switch(ctx context.Context, who ID) (*View, error) { return Enter(ctx, v.b, who) }

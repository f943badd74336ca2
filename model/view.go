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
	opened map[ID]bool // the residents whose page it opened

	shelf dossierShelf
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
	if err := v.Clearance().mayRead(Scope{Desk, site}); err != nil {
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

// read runs fn on one state of the store, provided that the session may read the class at its site.
func (v *View) read(ctx context.Context, class Class, fn func(Tx) error) error {
	part := Organisation()
	if class == Desk {
		part = v.Site()
	}
	if err := v.Clearance().mayRead(Scope{class, part}); err != nil {
		return err
	}
	return v.b.Read(ctx, fn)
}

// Switch opens a view for another person on the same store, as when somebody else sits down. Errors as for Enter.
func (v *View) Switch(ctx context.Context, who ID) (*View, error) { return Enter(ctx, v.b, who) }

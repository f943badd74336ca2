package model

import (
	"context"
	"sync"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Session is the store as one person may see it: everything a screen or a command reads or does goes through one, and is
// checked against the clearance of the person who acts. It is safe for use by several goroutines.
type Session struct {
	b    Backend
	site journal.ID

	mu     sync.Mutex
	person Person
	undo   []done     // what this session did, the newest last
	redo   []done     // what it undid
	kept   shelf      // see Kept
	shared *shelf     // see KeptAtSeat
	wrote  bool       // something was written
	proven journal.ID // whose PIN was right, or who has none
	seats  seating    // see Fix
}

// Enter begins a session of a person. Errors: NotFound for an unknown one, Refused for one who left, and for anybody but the holder of
// a store that has one.
func Enter(ctx context.Context, b Backend, who journal.ID) (*Session, error) {
	session := &Session{b: b, shared: &shelf{}}
	holder, err := b.Holder(ctx)
	if err != nil {
		return nil, err
	}
	if !holder.IsZero() && holder != who {
		return nil, fault.New(fault.Refused, "not-the-holder")
	}
	err = b.Read(ctx, func(tx Tx) error {
		rec, err := tx.Record(KindPerson, who)
		if err != nil {
			return err
		}
		if rec == nil && holder == who {
			return fault.New(fault.Refused, "holder-put-away")
		}
		if rec == nil {
			return fault.New(fault.NotFound, "person-unknown", "name", who.String())
		}
		session.person = PersonOf(rec)
		if session.person.Archived {
			return fault.New(fault.Refused, "person-left", "name", session.person.Name)
		}
		session.site = session.person.Site
		if session.site.IsZero() {
			return tx.Each(KindSite, func(r *journal.Record) error {
				if session.site.IsZero() && !r.Archived() {
					session.site = r.ID
				}
				return nil
			})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return session, nil
}

// Me is the person who acts in this session.
func (s *Session) Me() Person {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.person
}

// Refresh takes in what has become of the person of this session since it began, such as another role. Errors: Refused for one who left.
func (s *Session) Refresh(ctx context.Context) error {
	me := s.Me()
	err := s.b.Read(ctx, func(tx Tx) error {
		rec, err := tx.Record(KindPerson, me.ID)
		if err == nil && rec != nil {
			me = PersonOf(rec)
		}
		return err
	})
	if err != nil {
		return err
	}
	s.mu.Lock()
	s.person = me
	s.mu.Unlock()
	if me.Archived {
		return fault.New(fault.Refused, "person-left", "name", me.Name)
	}
	return nil
}

// Clearance is what the person may read and write.
func (s *Session) Clearance() Clearance { return ClearanceOf(s.Me()) }

// Site is the site at which the session works; lists are of this site.
func (s *Session) Site() journal.ID {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.site
}

// At is a session of the same person at another site. Errors: Refused, NotFound.
func (s *Session) At(ctx context.Context, site journal.ID) (*Session, error) {
	if err := s.Clearance().CheckRead(journal.Scope{Class: journal.Desk, Part: site}); err != nil {
		return nil, err
	}
	if _, err := s.SiteByID(ctx, site); err != nil {
		return nil, err
	}
	return &Session{b: s.b, shared: s.shared, person: s.Me(), site: site, seats: s.seating()}, nil
}

// Replica is the name of this copy of the store.
func (s *Session) Replica() journal.Replica { return s.b.Replica() }

// Remarks are what opening the store showed and whoever works with it has to know; it is said once.
func (s *Session) Remarks() []error { return s.b.Remarks() }

// Watch tells of every commit after it, by this session or another, until stop is called.
func (s *Session) Watch() (<-chan News, func()) { return s.b.Watch() }

// ReadClass runs fn on one state of the store, provided that the session may read the class at its site. Only the rooms of
// model call it, and the two beside it: what a screen or a command gets has been narrowed down to what its person may see.
func (s *Session) ReadClass(ctx context.Context, class journal.Class, fn func(Tx) error) error {
	part := journal.Organisation()
	if class == journal.Desk {
		part = s.Site()
	}
	return s.ReadScope(ctx, journal.Scope{Class: class, Part: part}, fn)
}

// ReadScope runs fn on one state of the store, provided that the session may read the scope. Errors: Refused.
func (s *Session) ReadScope(ctx context.Context, scope journal.Scope, fn func(Tx) error) error {
	if err := s.Clearance().CheckRead(scope); err != nil {
		return err
	}
	return s.b.Read(ctx, fn)
}

// ReadOwn runs fn on one state of the store; the caller hands out nothing but what the session's person wrote, or may see.
// Errors: Refused for the screen of a waiting room, which reads its board and nothing else.
func (s *Session) ReadOwn(ctx context.Context, fn func(Tx) error) error {
	if err := s.CheckNoBoard(); err != nil {
		return err
	}
	return s.b.Read(ctx, fn)
}

// Kept is what a room keeps for the length of a session, such as what it has read already: made when it is first asked
// for. The key is of a type of the room's own.
func (s *Session) Kept(key any, fresh func() any) any { return s.kept.of(key, fresh) }

// KeptAtSeat is Kept for all who sit here one after another: nothing may depend on who asks, and nobody may be told more of it
// than they could work out.
func (s *Session) KeptAtSeat(key any, fresh func() any) any { return s.shared.of(key, fresh) }

// shelf is what rooms keep.
type shelf struct {
	mu   sync.Mutex
	kept map[any]any
}

func (s *shelf) of(key any, fresh func() any) any {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kept == nil {
		s.kept = map[any]any{}
	}
	if s.kept[key] == nil {
		s.kept[key] = fresh()
	}
	return s.kept[key]
}

// Switch begins a session of another person on the same store, as when somebody else sits down. Errors as for Enter; Refused
// for somebody whose PIN was not tried, for everybody else where nobody else can sit down, and to and from the screen of a waiting
// room: nobody sits down at that.
func (s *Session) Switch(ctx context.Context, who journal.ID) (*Session, error) {
	if err := s.CheckNoBoard(); err != nil {
		return nil, err
	}
	if s.Fixed() && who != s.Me().ID {
		return nil, fault.New(fault.Refused, "seat-fixed", "name", s.Me().Name)
	}
	if err := s.mayPass(ctx, who); err != nil {
		return nil, err
	}
	next, err := Enter(ctx, s.b, who)
	if err == nil {
		err = next.CheckNoBoard()
	}
	if err == nil {
		err = s.maySit(ctx, next.Me())
	}
	if err != nil {
		return nil, err
	}
	next.proven, next.seats, next.shared = who, s.seating(), s.shared
	return next, nil
}

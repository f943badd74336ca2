package model

import (
	"context"
	"slices"
	"strings"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// rescue notes that the owner of the file, or a colleague, took away the PIN of a person who leads, for everybody to see until that
// person has seen it.
type rescue struct{ who journal.ID }

// Name is the code of the words for this action.
func (rescue) Name() string { return "act-rescue" }

// Do writes when it was.
func (a rescue) Do(d *Doing) error {
	return d.Granted(Grant{People: true}, func() error {
		err := d.Set(KindPerson, a.who, journal.Organisation(), journal.Fields{PersonRescued.Is(journal.Int(d.Now().UnixMilli()))})
		d.Permanent()
		return err
	})
}

// SeeRescue says that this session's person knows that the PIN was taken away. It takes a new PIN: somebody else who sat down under
// that name could hide it otherwise, and now shuts the person out, who will ask. Errors: Refused without a PIN; Conflict where
// there is nothing to be seen.
func (s *Session) SeeRescue(ctx context.Context) error {
	has, err := s.HasPIN(ctx, s.Me().ID)
	if err == nil && !has {
		err = fault.New(fault.Refused, "rescue-needs-pin")
	}
	if err == nil {
		_, err = s.DoQuietly(ctx, seenRescue{})
	}
	return err
}

// seenRescue says that the acting person knows that the PIN was taken away.
type seenRescue struct{}

// Name is the code of the words for this action.
func (seenRescue) Name() string { return "act-seen-rescue" }

// Do takes the note away; that it was there stays in the journal. Errors: Conflict where there is nothing to be seen.
func (seenRescue) Do(d *Doing) error {
	if d.Actor.Rescued.IsZero() {
		return fault.New(fault.Conflict, "no-rescue")
	}
	return d.Granted(Grant{People: true}, func() error {
		err := d.Set(KindPerson, d.Actor.ID, journal.Organisation(), journal.Fields{PersonRescued.Is(journal.Int(0))})
		d.Permanent()
		return err
	})
}

// noteOfLeader notes that a person's PIN is taken away, when it is somebody who leads.
func (s *Session) noteOfLeader(ctx context.Context, who journal.ID) error {
	leaders, err := s.leaders(ctx, journal.ID{})
	if err == nil && slices.ContainsFunc(leaders, func(p Person) bool { return p.ID == who }) {
		_, err = s.DoQuietly(ctx, rescue{who})
	}
	return err
}

// hopeless is how many wrong tries in a row say that somebody knows the PIN no more.
const hopeless = freeTries + 1

// RescuePIN takes the PIN of this session's person away at the word of who owns the file and was asked no PIN; nobody else can
// begin such a session but at the file itself. It is noted for everybody to see, and reports whether there was a PIN. Errors:
// Refused, with the names of those who can take the PIN away as a colleague; for somebody who leads only when they do not seem
// to know their own PINs either.
func (s *Session) RescuePIN(ctx context.Context) (had bool, err error) {
	me := s.Me()
	if had, err = s.HasPIN(ctx, me.ID); err != nil || !had {
		return had, err
	}
	others, err := s.leaders(ctx, me.ID)
	if err != nil {
		return had, err
	}
	if s.Clearance().Has(ToDropPINs) {
		others, err = s.knowing(ctx, others)
	}
	if err == nil && len(others) > 0 {
		names := make([]string, len(others))
		for i, p := range others {
			names[i] = p.Name
		}
		err = fault.New(fault.Refused, "rescue-others", "name", me.Name, "names", strings.Join(names, ", "))
	}
	if err != nil {
		return had, err
	}
	if _, err := s.DoQuietly(ctx, rescue{me.ID}); err != nil {
		return had, err
	}
	return had, s.keepPIN(ctx, me.ID, "")
}

// knowing are those of some people who have no PIN, or did not try theirs in vain.
func (s *Session) knowing(ctx context.Context, people []Person) ([]Person, error) {
	var failed error
	out := slices.DeleteFunc(slices.Clone(people), func(p Person) bool {
		has, err := s.HasPIN(ctx, p.ID)
		if err != nil {
			failed = err
			return true
		}
		noted, err := s.b.Setting(ctx, pinKey(pinTriesSetting, p.ID))
		if err != nil {
			failed = err
		}
		return has && wrongTries(noted) >= hopeless
	})
	return out, failed
}

// Rescued are the people who lead, whose PIN was taken away, and who have not seen it yet.
func (s *Session) Rescued(ctx context.Context) ([]Person, error) {
	people, err := s.People(ctx)
	return slices.DeleteFunc(people, func(p Person) bool { return p.Rescued.IsZero() }), err
}

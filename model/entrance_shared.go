package model

import (
	"context"
	"slices"
	"strings"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// SharedSetting is the setting of this machine that holds the keys of desks that several people share, by their fingerprints: in a session
// that came in by one of them, whoever has a PIN can sit down. No key is one unless who keeps the doors says so.
const SharedSetting = "entrance-shared"

// Share says whether the desk of a key is shared by several people. Errors: Refused for who may not; NotFound for a key that lets nobody in.
func (s *Session) Share(ctx context.Context, fingerprint string, shared bool) error {
	if err := s.Check(ctx, ToKeepDoors); err != nil {
		return err
	}
	if _, err := WhoseKey(ctx, s.b, fingerprint); err != nil {
		return err
	}
	return s.b.AlterSetting(ctx, SharedSetting, func(was string) string {
		left := slices.DeleteFunc(strings.Fields(was), func(f string) bool { return f == fingerprint })
		if shared {
			left = append(left, fingerprint)
		}
		return strings.Join(left, "\n")
	})
}

// SharedKey tells whether the desk of a key is shared by several people.
func SharedKey(ctx context.Context, b Backend, fingerprint string) (bool, error) {
	kept, err := b.Setting(ctx, SharedSetting)
	return err == nil && slices.Contains(strings.Fields(kept), fingerprint), err
}

// EnterByKey begins a session of who came in by a key: nobody else can sit down in it, but where the desk of the key is shared. Errors: as
// Enter.
func EnterByKey(ctx context.Context, b Backend, who journal.ID, fingerprint string) (*Session, error) {
	shared, err := SharedKey(ctx, b, fingerprint)
	if err != nil {
		return nil, err
	}
	s, err := Enter(ctx, b, who)
	if err == nil {
		s.Fix(shared)
	}
	return s, err
}

// seating says who may sit down in a session.
type seating uint8

const (
	anybody seating = iota // whoever the PIN, if any, lets
	proven                 // whoever has a PIN
	nobody                 // nobody else
)

// Fix lets nobody else sit down in this session: its person came in with a key of that person alone. At a desk that several people share,
// those who have a PIN still can.
func (s *Session) Fix(shared bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.seats = nobody; shared {
		s.seats = proven
	}
}

// Fixed tells whether nobody else can sit down.
func (s *Session) Fixed() bool { return s.seating() == nobody }

func (s *Session) seating() seating {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.seats
}

// maySit tells whether somebody may sit down in this session, as far as that hangs on how it began. Errors: Refused.
func (s *Session) maySit(ctx context.Context, who Person) error {
	if who.ID == s.Me().ID || s.seating() == anybody {
		return nil
	}
	has, err := s.HasPIN(ctx, who.ID)
	if err == nil && !has {
		err = fault.New(fault.Refused, "seat-needs-pin", "name", who.Name)
	}
	return err
}

package model

import (
	"context"
	"fmt"
	"strings"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// The settings of this machine that hold somebody's PIN and the tries that did not fit, by their names; the person's id
// follows. LastPerson is the id of who acted last on this machine.
const (
	pinSetting      = "pin"
	pinTriesSetting = "pin-wrong"
	LastPerson      = "last-person"
)

// Some tries cost no waiting; after them each wrong one doubles it, from first to most.
const (
	freeTries = 2
	firstWait = 2 * time.Second
	mostWait  = 5 * time.Minute
)

// WaitAfter is how long the next try of a PIN has to wait after so many wrong ones in a row.
func WaitAfter(wrong int) time.Duration {
	if wrong <= freeTries {
		return 0
	}
	d := firstWait
	for range wrong - freeTries - 1 {
		if d *= 2; d >= mostWait {
			return mostWait
		}
	}
	return d
}

// PINTry is what became of a try of a PIN.
type PINTry struct {
	Open  bool          // the PIN fits, or there is none
	Wrong int           // tries in a row that did not fit
	Wait  time.Duration // how long the next try has to wait; a try before that is not looked at
}

// triesOf reads the tries that were noted, as they are at a moment. A clock that was set back makes nobody wait longer than the
// rule says; back tells that it was. What cannot be read counts as none.
func triesOf(noted string, now time.Time) (t PINTry, back bool) {
	var until int64
	if n, err := fmt.Sscanf(noted, "%d %d", &t.Wrong, &until); n != 2 || err != nil || t.Wrong < 0 {
		return PINTry{}, false
	}
	wait := time.UnixMilli(until).Sub(now)
	most := WaitAfter(t.Wrong)
	t.Wait = max(min(wait, most), 0)
	return t, wait > most
}

// wrongTries are the wrong tries in a row that were noted.
func wrongTries(noted string) int {
	t, _ := triesOf(noted, time.Time{})
	return t.Wrong
}

func notedTries(t PINTry, now time.Time) string {
	return fmt.Sprintf("%d %d", t.Wrong, now.Add(t.Wait).UnixMilli())
}

func pinKey(setting string, who journal.ID) string { return setting + "/" + who.String() }

// HasPIN reports whether a person has a PIN on this machine.
func (s *Session) HasPIN(ctx context.Context, who journal.ID) (bool, error) {
	kept, err := s.b.Setting(ctx, pinKey(pinSetting, who))
	return kept != "", err
}

// PINWait is how long the next try for a person has to wait at a moment.
func (s *Session) PINWait(ctx context.Context, who journal.ID, now time.Time) (PINTry, error) {
	noted, err := s.b.Setting(ctx, pinKey(pinTriesSetting, who))
	t, _ := triesOf(noted, now)
	return t, err
}

// TryPIN tries a PIN for a person at a moment; fits compares it with what was kept. A try is noted as a wrong one before it is
// looked at, in one step: whoever tries beside it, in this process or another, cannot have the same try, and a kill gives none
// back. Whoever's PIN was right may be switched to; see Switch. Errors are those of the store.
func (s *Session) TryPIN(ctx context.Context, who journal.ID, now time.Time, fits func(kept string) bool) (PINTry, error) {
	kept, err := s.b.Setting(ctx, pinKey(pinSetting, who))
	if err != nil {
		return PINTry{}, err
	}
	if kept == "" {
		return PINTry{Open: true}, nil
	}
	var t PINTry
	looks := false
	if err := s.b.AlterSetting(ctx, pinKey(pinTriesSetting, who), func(noted string) string {
		var back bool
		t, back = triesOf(noted, now)
		looks = t.Wait == 0
		switch {
		case looks:
			t.Wrong++
			t.Wait = WaitAfter(t.Wrong)
		case !back:
			return noted
		}
		return notedTries(t, now)
	}); err != nil || !looks || !fits(kept) {
		return t, err
	}
	if err := s.b.SetSetting(ctx, pinKey(pinTriesSetting, who), ""); err != nil {
		return t, err
	}
	s.mu.Lock()
	s.proven = who
	s.mu.Unlock()
	return PINTry{Open: true}, nil
}

// KeepPIN gives this session's person a PIN on this machine. kept is the text in which it is kept; "" is none.
func (s *Session) KeepPIN(ctx context.Context, kept string) error {
	if err := s.CheckNoBoard(); err != nil {
		return err
	}
	return s.keepPIN(ctx, s.Me().ID, kept)
}

func (s *Session) keepPIN(ctx context.Context, who journal.ID, kept string) error {
	if err := s.b.SetSetting(ctx, pinKey(pinTriesSetting, who), ""); err != nil {
		return err
	}
	return s.b.SetSetting(ctx, pinKey(pinSetting, who), kept)
}

// DropPIN takes a person's PIN away, and reports whether there was one. That of somebody else who leads is noted for everybody to
// see: without it anybody can do what that person may. Errors: Refused for somebody else's, unless one leads.
func (s *Session) DropPIN(ctx context.Context, who journal.ID) (had bool, err error) {
	if err := s.CheckNoBoard(); err != nil {
		return false, err
	}
	others := who != s.Me().ID
	if others {
		if err := s.Check(ctx, ToDropPINs); err != nil {
			return false, err
		}
	}
	if had, err = s.HasPIN(ctx, who); err != nil || !had {
		return had, err
	}
	if others {
		if err := s.noteOfLeader(ctx, who); err != nil {
			return had, err
		}
	}
	return true, s.keepPIN(ctx, who, "")
}

// mayPass tells whether somebody may be switched to: there is no PIN, or this session has just tried it.
func (s *Session) mayPass(ctx context.Context, who journal.ID) error {
	has, err := s.HasPIN(ctx, who)
	if err != nil || !has || who == s.Me().ID {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.proven != who {
		return fault.New(fault.Refused, "pin-needed")
	}
	s.proven = journal.ID{}
	return nil
}

// Remember keeps that this session's person acted last on this machine; not of somebody whose PIN is still to be tried, and not
// of the screen of a waiting room: the next start without a name would be one that nobody can leave.
func (s *Session) Remember(ctx context.Context) error {
	if s.Me().IsBoard() {
		return nil
	}
	me := s.Me().ID
	s.mu.Lock()
	proven := s.proven == me
	s.mu.Unlock()
	if !proven {
		if has, err := s.HasPIN(ctx, me); err != nil || has {
			return err
		}
	}
	if last, err := s.b.Setting(ctx, LastPerson); err != nil || last == me.String() {
		return err // a start that writes waits for the disk
	}
	return s.b.SetSetting(ctx, LastPerson, me.String())
}

// ownSetting refuses the settings that are not for this session's person: those of somebody else, and those that have a door of
// their own.
func (s *Session) ownSetting(key string) error {
	if err := s.CheckNoBoard(); err != nil {
		return err
	}
	name, of, personal := strings.Cut(key, "/")
	switch {
	case name == pinSetting, name == pinTriesSetting, name == LastPerson, name == EntranceSetting, personal && of != s.Me().ID.String():
		return fault.New(fault.Refused, "setting-shut")
	}
	return nil
}

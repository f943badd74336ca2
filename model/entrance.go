package model

import (
	"context"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// EntranceSetting is the setting of this machine that holds whose keys let whom in over the network, a line each: what an authorized_keys
// file is to a server. It stays on the machine that serves, and in its copies, as PINs do; no laptop gets it.
const EntranceSetting = "entrance"

// PublicKey is what is kept of somebody's public key: enough to know it again.
type PublicKey struct {
	Fingerprint string // SHA256: and 43 characters, as OpenSSH writes it
	Kind        string // as ssh-ed25519
}

// Entrance is a key that lets a person in.
type Entrance struct {
	PublicKey
	Person journal.ID
	By     journal.ID // who bound it
	At     time.Time  // when
	stays  string     // see staysOf
}

// staysOf is a text that is another one once its person has left, also when that person came back: a key that was bound before lets
// nobody in any more.
func staysOf(person *journal.Record) string {
	text := "-"
	for _, s := range person.Live(journal.FieldArchived) {
		text += fmt.Sprintf("%s:%d-", s.Replica, s.Time)
	}
	return text
}

// line is how an entrance is kept.
func (e Entrance) line() string {
	return fmt.Sprintf("%s %s %s %s %d %s", e.Person, e.Fingerprint, e.Kind, e.By, e.At.UnixMilli(), e.stays)
}

// entrancesOf reads what is kept. A line that cannot be read lets nobody in.
func entrancesOf(kept string) (out []Entrance) {
	for line := range strings.Lines(kept) {
		words := strings.Fields(line)
		if len(words) != 6 {
			continue
		}
		var at int64
		person, err := journal.ParseID(words[0])
		by, wrong := journal.ParseID(words[3])
		if _, bad := fmt.Sscanf(words[4], "%d", &at); err != nil || wrong != nil || bad != nil || person.IsZero() {
			continue
		}
		out = append(out, Entrance{PublicKey{words[1], words[2]}, person, by, time.UnixMilli(at).UTC(), words[5]})
	}
	return out
}

func keptEntrances(all []Entrance) string {
	lines := make([]string, len(all))
	for i, e := range all {
		lines[i] = e.line()
	}
	return strings.Join(lines, "\n")
}

// WithoutEntrancesOf is what is kept without the keys of a person who was erased.
func WithoutEntrancesOf(kept string, who journal.ID) string {
	return keptEntrances(slices.DeleteFunc(entrancesOf(kept), func(e Entrance) bool { return e.Person == who }))
}

// check refuses what is no fingerprint or no kind of key. Errors: Invalid.
func (k PublicKey) check() error {
	sum, ok := strings.CutPrefix(k.Fingerprint, "SHA256:")
	hash, err := base64.RawStdEncoding.Strict().DecodeString(sum)
	if !ok || err != nil || len(hash) != 32 || len(sum) != 43 || !slices.Equal(strings.Fields(k.Kind), []string{k.Kind}) {
		return fault.New(fault.Invalid, "key-fingerprint")
	}
	return nil
}

// mayKeepEntrance tells whether this session's person may say which keys let somebody in: oneself, and everybody for who leads. So a key
// of somebody who leads is bound by who leads. Errors: Refused.
func (s *Session) mayKeepEntrance(ctx context.Context, who journal.ID) error {
	if who == s.Me().ID {
		return s.CheckNoBoard()
	}
	return s.Check(ctx, ToKeepDoors)
}

// Entrances are the keys that let people in, by person: all of them for who keeps the doors, one's own for everybody else. Those that let
// nobody in any more, as their person left, are not among them.
func (s *Session) Entrances(ctx context.Context) ([]Entrance, error) {
	if err := s.CheckNoBoard(); err != nil {
		return nil, err
	}
	kept, err := s.b.Setting(ctx, EntranceSetting)
	if err != nil {
		return nil, err
	}
	here, err := s.here(ctx)
	if err != nil {
		return nil, err
	}
	all := s.Check(ctx, ToKeepDoors) == nil
	return slices.DeleteFunc(entrancesOf(kept), func(e Entrance) bool {
		return !here.lets(e) || !all && e.Person != s.Me().ID
	}), nil
}

// present are the people who have not left, by id, each with what staysOf gives.
type present map[journal.ID]struct {
	Person
	stays string
}

// lets tells whether a key still lets its person in.
func (p present) lets(e Entrance) bool {
	who, ok := p[e.Person]
	return ok && who.stays == e.stays
}

func (s *Session) here(ctx context.Context) (present, error) {
	out := present{}
	err := s.ReadNames(ctx, func(tx Tx) error {
		return tx.Each(KindPerson, func(r *journal.Record) error {
			if p := PersonOf(r); !p.Archived {
				out[p.ID] = struct {
					Person
					stays string
				}{p, staysOf(r)}
			}
			return nil
		})
	})
	return out, err
}

// Bind has a key let a person in, and reports whether it did not yet. Errors: Refused for who may not; NotFound for a person who left;
// Conflict for a key that lets somebody else in, whom it names; Invalid for what is no fingerprint.
func (s *Session) Bind(ctx context.Context, who journal.ID, key PublicKey, now time.Time) (bound bool, err error) {
	if err := s.mayKeepEntrance(ctx, who); err != nil {
		return false, err
	}
	if err := key.check(); err != nil {
		return false, err
	}
	here, err := s.here(ctx)
	if err != nil {
		return false, err
	}
	if _, ok := here[who]; !ok {
		return false, fault.New(fault.NotFound, "person-unknown", "name", who.String())
	}
	var other Person
	err = s.b.AlterSetting(ctx, EntranceSetting, func(was string) string {
		bound, other = true, Person{}
		all := slices.DeleteFunc(entrancesOf(was), func(e Entrance) bool { return !here.lets(e) })
		for _, e := range all {
			if e.Fingerprint != key.Fingerprint {
				continue
			}
			if bound = false; e.Person != who {
				other = here[e.Person].Person
			}
			return was
		}
		return keptEntrances(append(all, Entrance{key, who, s.Me().ID, now, here[who].stays}))
	})
	if err == nil && !other.ID.IsZero() {
		err = fault.New(fault.Conflict, "key-of-another", "name", other.Name)
	}
	return bound && err == nil, err
}

// Unbind has a key let a person in no longer, and reports whether it did. Errors: Refused for who may not.
func (s *Session) Unbind(ctx context.Context, who journal.ID, fingerprint string) (had bool, err error) {
	if err := s.mayKeepEntrance(ctx, who); err != nil {
		return false, err
	}
	err = s.b.AlterSetting(ctx, EntranceSetting, func(was string) string {
		all := entrancesOf(was)
		left := slices.DeleteFunc(slices.Clone(all), func(e Entrance) bool { return e.Person == who && e.Fingerprint == fingerprint })
		if had = len(left) < len(all); !had {
			return was
		}
		return keptEntrances(left)
	})
	return had, err
}

// WhoseKey is the person whom a key lets in. It is asked before anybody is known, by what serves a store over the network, and looks at
// nothing but the key. Errors: NotFound for a key of nobody, also when its person was erased; Refused for one of somebody who left,
// or who came back after it was bound.
func WhoseKey(ctx context.Context, b Backend, fingerprint string) (p Person, err error) {
	kept, err := b.Setting(ctx, EntranceSetting)
	if err != nil {
		return Person{}, err
	}
	for _, e := range entrancesOf(kept) {
		if e.Fingerprint != fingerprint {
			continue
		}
		stays := ""
		err := b.Read(ctx, func(tx Tx) error {
			rec, err := tx.Record(KindPerson, e.Person)
			if err == nil && rec != nil {
				p, stays = PersonOf(rec), staysOf(rec)
			}
			return err
		})
		switch {
		case err != nil:
			return Person{}, err
		case p.ID.IsZero() || p.Erased:
			return Person{}, fault.New(fault.NotFound, "key-unknown")
		case p.Archived || stays != e.stays:
			return Person{}, fault.New(fault.Refused, "key-left")
		}
		return p, nil
	}
	return Person{}, fault.New(fault.NotFound, "key-unknown")
}

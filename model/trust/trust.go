// Package trust says whose word counts about an organisation's keys: its root key, kept wrapped by a recovery phrase, and the
// centre, the one replica that the root key names to write about keys. A centre that breaks is followed by another, which the same
// root key names. The centre invites others and says what each may hold and write, until when. All of it stands in the journal, in
// class trust, and is judged from there.
package trust

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// The kinds of item on a key. Numbers are on disk and never reused.
const (
	ItemRoot   journal.ItemKind = 70 // the root key of the organisation, wrapped by its recovery phrase
	ItemCentre journal.ItemKind = 71 // names a replica as the centre

	ItemInvitation journal.ItemKind = 72 // invites whoever has a key: a bundle is sealed for it
	ItemReplica    journal.ItemKind = 73 // admits the key of a replica
	ItemScopes     journal.ItemKind = 74 // says what a replica may hold and write from now on
	ItemRevoked    journal.ItemKind = 75 // lets a replica hold and write nothing any longer, or takes an invitation back
	ItemTakenIn    journal.ItemKind = 76 // lets count what a replica wrote and what waited
)

// The fields of these items. Numbers are on disk and never reused.
const (
	fieldPublic    journal.Field = 2 // ItemRoot: of the root key; ItemCentre: of the replica's key
	fieldWrapped   journal.Field = 3 // ItemRoot
	fieldRoot      journal.Field = 4 // ItemCentre: the public half of the root key that signed it
	fieldTerm      journal.Field = 5 // ItemCentre
	fieldSignature journal.Field = 6 // ItemCentre

	fieldRecipient  journal.Field = 7  // age1…, for whom bundles are sealed
	fieldPerson     journal.Field = 8  // whose it is
	fieldLabel      journal.Field = 9  // what people call it
	fieldScopes     journal.Field = 10 // class and part of each
	fieldUntil      journal.Field = 11 // milliseconds since 1970
	fieldTag        journal.Field = 12
	fieldInvitation journal.Field = 13
	fieldLast       journal.Field = 14 // class, part and sequence number of each
)

// Kinds are the rows of what has a key: the organisation, and each replica.
func Kinds() []journal.KindRow {
	return []journal.KindRow{{Kind: journal.KindReplica, Class: journal.Trust,
		Items: []journal.ItemKind{ItemRoot, ItemCentre, ItemInvitation, ItemReplica, ItemScopes, ItemRevoked, ItemTakenIn}}}
}

// EntityOf is the entity of whoever has a key: the first bytes of the digest of its public half. Those of a replica begin with
// its name.
func EntityOf(public ed25519.PublicKey) (id journal.ID) {
	sum := sha256.Sum256(public)
	copy(id[:], sum[:])
	return id
}

// ReplicaOf is the name of the replica that has a key.
func ReplicaOf(public ed25519.PublicKey) (r journal.Replica) {
	sum := sha256.Sum256(public)
	copy(r[:], sum[:])
	return r
}

// Centre says that a replica is the centre. Terms count up: whoever follows a centre has the next one.
type Centre struct {
	Root      ed25519.PublicKey // whose word it is
	Term      uint64
	Public    ed25519.PublicKey // of the replica
	Signature []byte            // by the root key, over Message
}

// Message is what the root key signs.
func (c Centre) Message() []byte {
	m := append([]byte("leerbalie centre 1\n"), c.Root...)
	m = binary.BigEndian.AppendUint64(m, c.Term)
	return append(m, c.Public...)
}

// sound tells whether the root key said so.
func (c Centre) sound() bool {
	return len(c.Root) == ed25519.PublicKeySize && len(c.Public) == ed25519.PublicKeySize && c.Term > 0 &&
		ed25519.Verify(c.Root, c.Message(), c.Signature)
}

// Entry is something that was written about a key.
type Entry struct {
	About  journal.ID    // EntityOf the key
	Stamp  journal.Stamp // of its replica: who wrote it
	Item   journal.ItemKind
	Fields journal.Fields
}

func (e Entry) raw(f journal.Field) []byte { return []byte(e.Fields.Get(f).Raw()) }

func (e Entry) centre() Centre {
	return Centre{Root: e.raw(fieldRoot), Term: uint64(max(e.Fields.Get(fieldTerm).Int(), 0)), Public: e.raw(fieldPublic), Signature: e.raw(fieldSignature)}
}

// Entries are what is written about keys, in the order that all replicas agree on.
func Entries(tx model.Tx) (out []Entry, err error) {
	var keys []journal.ID
	if err := tx.Each(journal.KindReplica, func(r *journal.Record) error { keys = append(keys, r.ID); return nil }); err != nil {
		return nil, err
	}
	for _, id := range keys {
		items, err := tx.Items(journal.KindReplica, id)
		if err != nil {
			return nil, err
		}
		for i := range items {
			out = append(out, Entry{id, items[i].Stamp, items[i].Kind, items[i].Fields})
		}
	}
	return out, nil
}

// State is whose word counts.
type State struct {
	Root    ed25519.PublicKey // nil: the organisation has no root key yet
	Wrapped []byte            // its private half, as the recovery phrase that was given last opens it
	Centre  Centre            // Term 0: nobody was named

	centres     map[journal.Replica]ed25519.PublicKey // of every term
	replicas    map[journal.Replica]*member
	invitations map[journal.ID]*Invitation
}

// Finding is an entry that does not count, and why.
type Finding struct {
	Stamp  journal.Stamp
	Reason Reason
}

// Reason is a code for why an entry does not count.
type Reason string

// The reasons.
const (
	Forged       Reason = "trust-forged"        // the root key did not say so
	SecondCentre Reason = "trust-second-centre" // another replica was named for the term, or for a later one
	NotCentre    Reason = "trust-not-centre"    // written by a replica that was not the centre then
	Malformed    Reason = "trust-malformed"     // it cannot be what it says it is
)

// Judge tells from all that is written about keys whose word counts, and what does not count. The order in which entries came, or
// are handed in, does not matter, nor that one is there twice.
//
// A root key other than the last one begins a new organisation, in which nobody is named yet: this copy did that, since no replica
// takes such an entry from another, see Accept.
func Judge(entries []Entry) (s State, findings []Finding) {
	entries = slices.Clone(entries)
	slices.SortFunc(entries, func(a, b Entry) int { return a.Stamp.Compare(b.Stamp) })
	entries = slices.CompactFunc(entries, func(a, b Entry) bool { return a.Stamp == b.Stamp })
	for _, e := range entries {
		if reason := s.take(e); reason != "" {
			findings = append(findings, Finding{e.Stamp, reason})
		}
	}
	return s, findings
}

// take lets an entry count, or says why it does not.
func (s *State) take(e Entry) Reason {
	switch {
	case len(e.Fields) == 0 && e.Item >= ItemRoot && e.Item <= ItemTakenIn: // a newer version wrote it: it is read after an upgrade
		return ""
	case e.Item == ItemRoot:
		public := e.raw(fieldPublic)
		switch {
		case len(public) != ed25519.PublicKeySize:
			return Forged
		case !bytes.Equal(public, s.Root):
			*s = State{Root: public}
		case !s.CentreIs(e.Stamp.Replica):
			return NotCentre
		}
		s.Wrapped = e.raw(fieldWrapped)
		return ""
	case e.Item == ItemCentre:
		c := e.centre()
		switch same := bytes.Equal(c.Public, s.Centre.Public); {
		case !bytes.Equal(c.Root, s.Root) || !c.sound():
			return Forged
		case c.Term > s.Centre.Term:
			s.Centre = c
			if s.centres == nil {
				s.centres = map[journal.Replica]ed25519.PublicKey{}
			}
			s.centres[ReplicaOf(c.Public)] = c.Public
		case c.Term < s.Centre.Term || !same:
			return SecondCentre
		}
		return ""
	}
	if s.Root != nil && !s.CentreIs(e.Stamp.Replica) {
		return NotCentre
	}
	return s.takeMember(e)
}

// CentreIs tells whether a replica is the centre.
func (s *State) CentreIs(r journal.Replica) bool {
	return s.Centre.Term > 0 && ReplicaOf(s.Centre.Public) == r
}

// WasCentre tells whether a replica is the centre, or was it in a term before, and its key.
func (s *State) WasCentre(r journal.Replica) (ed25519.PublicKey, bool) {
	public, was := s.centres[r]
	return public, was
}

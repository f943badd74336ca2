package trust

import (
	"cmp"
	"crypto/ed25519"
	"encoding/binary"
	"maps"
	"slices"
	"time"

	"leerbalie/model/journal"
)

// Replica is a copy of the store that the centre admitted, the centre's own among them.
type Replica struct {
	Name       journal.Replica
	Public     ed25519.PublicKey
	Recipient  string          // age1…, for whom bundles are sealed
	Tag        string          // the two characters that its numbers carry
	Label      string          // what people call it
	Person     journal.ID      // whose it is; zero for the centre and for a site's
	Invitation journal.ID      // that it came with; zero for the centre
	Since      journal.Stamp   // when it was admitted
	Scopes     []journal.Scope // that it may hold and write now
	Revoked    bool
	limits     map[journal.Scope]limit
}

// limit is how far what a replica writes in a scope counts.
type limit struct {
	open   bool
	last   uint64 // where it is not open
	reason Reason // why it is not
	added  bool   // it never might be held, only added to
}

// member is a replica with what was decided about it.
type member struct {
	Replica
	tags  map[string]journal.Stamp // since when it has, or had, which
	taken map[journal.Scope]uint64 // what waited and counts after all, up to which sequence number
}

// Invitation is what the first bundle of a replica carries: a key that whoever opens it proves to have.
type Invitation struct {
	ID        journal.ID // EntityOf the key
	Public    ed25519.PublicKey
	Recipient string // age1…
	Label     string
	Person    journal.ID
	Scopes    []journal.Scope
	Until     time.Time         // when it is too late to open it; zero: never
	Since     journal.Stamp     // when it was written
	Used      []journal.Replica // that were admitted with it, the first first
	Withdrawn bool              // it was taken back
}

// The sizes on disk of a scope, and of a scope with a sequence number.
const (
	scopeSize = 1 + len(journal.ID{})
	lastSize  = scopeSize + 8
)

// ScopeBytes is a scope as it stands in entries, and in what travels.
func ScopeBytes(s journal.Scope) []byte { return append([]byte{byte(s.Class)}, s.Part[:]...) }

// ParseScope reads what ScopeBytes gives; false for what is none.
func ParseScope[B []byte | string](b B) (s journal.Scope, ok bool) {
	if len(b) != scopeSize {
		return s, false
	}
	s.Class = journal.Class(b[0])
	copy(s.Part[:], b[1:])
	return s, true
}

func compareScopes(a, b journal.Scope) int {
	return cmp.Or(cmp.Compare(a.Class, b.Class), slices.Compare(a.Part[:], b.Part[:]))
}

// scopesValue keeps scopes, each once, in one order.
func scopesValue(scopes []journal.Scope) journal.Value {
	scopes = slices.Compact(slices.SortedFunc(slices.Values(scopes), compareScopes))
	vs := make([]journal.Value, len(scopes))
	for i, s := range scopes {
		vs[i] = bytesOf(ScopeBytes(s))
	}
	return journal.List(vs...)
}

func lastValue(last map[journal.Scope]uint64) journal.Value {
	var vs []journal.Value
	for _, s := range slices.SortedFunc(maps.Keys(last), compareScopes) {
		vs = append(vs, bytesOf(binary.BigEndian.AppendUint64(ScopeBytes(s), last[s])))
	}
	return journal.List(vs...)
}

func (e Entry) scopes() (out []journal.Scope) {
	for _, v := range e.Fields.Get(fieldScopes).List() {
		if s, ok := ParseScope(v.Raw()); ok {
			out = append(out, s)
		}
	}
	return out
}

func (e Entry) last() map[journal.Scope]uint64 {
	out := map[journal.Scope]uint64{}
	for _, v := range e.Fields.Get(fieldLast).List() {
		if b := v.Raw(); len(b) == lastSize {
			s, _ := ParseScope(b[:scopeSize])
			out[s] = binary.BigEndian.Uint64([]byte(b[scopeSize:]))
		}
	}
	return out
}

// takeMember lets what the centre says about other replicas count.
func (s *State) takeMember(e Entry) Reason {
	if e.Item < ItemInvitation || e.Item > ItemTakenIn {
		return ""
	}
	public := ed25519.PublicKey(e.raw(fieldPublic))
	switch {
	case s.Root == nil: // there is no centre yet
		return NotCentre
	case len(public) != ed25519.PublicKeySize || EntityOf(public) != e.About:
		return Malformed
	case e.Item == ItemInvitation:
		s.invite(e, public)
		return ""
	case e.Item == ItemReplica:
		s.admit(e, public)
		return ""
	}
	if inv := s.invitations[e.About]; inv != nil {
		inv.Withdrawn = inv.Withdrawn || e.Item == ItemRevoked
		return ""
	}
	m := s.replicas[ReplicaOf(public)]
	switch {
	case m == nil: // how it was admitted did not come yet
	case e.Item == ItemScopes:
		m.change(e.scopes(), e.last())
	case e.Item == ItemRevoked:
		m.revoke(e.last())
	default:
		for scope, upTo := range e.last() {
			m.taken[scope] = max(m.taken[scope], upTo)
		}
	}
	return ""
}

func (s *State) invite(e Entry, public ed25519.PublicKey) {
	if s.invitations == nil {
		s.invitations = map[journal.ID]*Invitation{}
	}
	inv := s.invitations[e.About]
	if inv == nil {
		inv = &Invitation{ID: e.About, Public: public, Since: e.Stamp}
		s.invitations[e.About] = inv
	}
	inv.Recipient, inv.Label, inv.Person = e.Fields.Get(fieldRecipient).Text(), e.Fields.Get(fieldLabel).Text(), e.Fields.Get(fieldPerson).ID()
	inv.Scopes, inv.Until = e.scopes(), journal.Moment(e.Fields.Get(fieldUntil).Int())
}

// admit takes a key in. Said again of a key that is known, it gives it another tag, label or recipient, or opens more scopes; whose
// it is stays, and what was revoked stays so.
func (s *State) admit(e Entry, public ed25519.PublicKey) {
	if s.replicas == nil {
		s.replicas = map[journal.Replica]*member{}
	}
	name := ReplicaOf(public)
	m := s.replicas[name]
	if m == nil {
		m = &member{Replica: Replica{Name: name, Public: public, Person: e.Fields.Get(fieldPerson).ID(), Invitation: e.Fields.Get(fieldInvitation).ID(),
			Since: e.Stamp, limits: map[journal.Scope]limit{}}, tags: map[string]journal.Stamp{}, taken: map[journal.Scope]uint64{}}
		s.replicas[name] = m
		if inv := s.invitations[m.Invitation]; inv != nil {
			inv.Used = append(inv.Used, name)
		}
	}
	m.Recipient, m.Label, m.Tag = e.Fields.Get(fieldRecipient).Text(), e.Fields.Get(fieldLabel).Text(), e.Fields.Get(fieldTag).Text()
	if _, had := m.tags[m.Tag]; !had {
		m.tags[m.Tag] = e.Stamp
	}
	if !m.Revoked {
		for _, scope := range e.scopes() {
			m.limits[scope] = limit{open: true}
		}
	}
	m.settle()
}

// change says which scopes are open from now on. What ends counts up to the last sequence number that is given, of a stream in which
// nothing was written up to none. What the replica may only add to is among those.
func (m *member) change(open []journal.Scope, last map[journal.Scope]uint64) {
	if m.Revoked {
		return
	}
	for scope, l := range m.limits {
		if l.open && !slices.Contains(open, scope) {
			m.limits[scope] = limit{last: last[scope], reason: ScopeEnded}
		}
	}
	for _, scope := range open {
		m.limits[scope] = limit{open: true}
	}
	for scope, l := range m.limits {
		if l.added && m.adds(scope) {
			delete(m.limits, scope)
		}
	}
	m.end(last, ScopeEnded)
	m.settle()
}

// revoke ends all scopes.
func (m *member) revoke(last map[journal.Scope]uint64) {
	if m.Revoked {
		return
	}
	for scope, l := range m.limits {
		if l.open {
			m.limits[scope] = limit{last: last[scope], reason: WasRevoked}
		}
	}
	m.Revoked = true
	m.end(last, WasRevoked)
	m.settle()
}

// end limits what the replica could add to without holding it, where it no longer can.
func (m *member) end(last map[journal.Scope]uint64, reason Reason) {
	for scope, n := range last {
		if _, held := m.limits[scope]; !held && (m.Revoked || !m.adds(scope)) {
			m.limits[scope] = limit{last: n, reason: reason, added: true}
		}
	}
}

func (m *member) settle() {
	m.Scopes = nil
	for scope, l := range m.limits {
		if l.open {
			m.Scopes = append(m.Scopes, scope)
		}
	}
	slices.SortFunc(m.Scopes, compareScopes)
}

// adds tells whether a replica adds to a scope that it may not hold: who works at the desk, the facts of handled work to what
// students learn; and whoever is in a pair, the own answers. What a change does is a matter for Allows.
func (m *member) adds(scope journal.Scope) bool {
	for held, l := range m.limits {
		if l.open && (scope.Class == journal.Private && held.Class == journal.People || scope.Class == journal.Learning && held.Class == journal.Desk) {
			return true
		}
	}
	return false
}

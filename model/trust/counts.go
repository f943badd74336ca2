package trust

import (
	"cmp"
	"slices"

	"leerbalie/model/journal"
)

// The reasons why what a replica wrote waits.
const (
	UnknownKey Reason = "trust-unknown-key" // nobody admitted it
	NoScope    Reason = "trust-scope"       // it never might write there
	ScopeEnded Reason = "trust-scope-ended" // it might write there before
	WasRevoked Reason = "trust-revoked"     // it was revoked before that
	Overreach  Reason = "trust-overreach"   // its holder may not do that
	Newer      Reason = "trust-newer"       // a newer version can tell whether its holder may do that
)

// Replica is a replica that was admitted, also one that was revoked.
func (s *State) Replica(r journal.Replica) (Replica, bool) {
	if m := s.replicas[r]; m != nil {
		return m.Replica, true
	}
	return Replica{}, false
}

// Replicas are those that were admitted, the first first, revoked ones among them.
func (s *State) Replicas() []Replica {
	out := make([]Replica, 0, len(s.replicas))
	for _, m := range s.replicas {
		out = append(out, m.Replica)
	}
	slices.SortFunc(out, func(a, b Replica) int { return a.Since.Compare(b.Since) })
	return out
}

// Invitation is an invitation by its id, also one that was used or taken back.
func (s *State) Invitation(id journal.ID) (Invitation, bool) {
	if inv := s.invitations[id]; inv != nil {
		return *inv, true
	}
	return Invitation{}, false
}

// Invitations are all there have been, the first first.
func (s *State) Invitations() []Invitation {
	out := make([]Invitation, 0, len(s.invitations))
	for _, inv := range s.invitations {
		out = append(out, *inv)
	}
	slices.SortFunc(out, func(a, b Invitation) int { return a.Since.Compare(b.Since) })
	return out
}

// MayHold tells whether a replica may hold a scope now. One that was revoked may hold what is written about keys, by which it hears
// that it was.
func (s *State) MayHold(r journal.Replica, scope journal.Scope) bool {
	if s.CentreIs(r) {
		return true
	}
	m := s.replicas[r]
	return m != nil && (m.limits[scope].open || scope.Class == journal.Trust)
}

// Keeps tells whether a copy that a person works at keeps a scope and may write there: the centre, and a store that has none, keep all of them, a
// laptop what it was admitted to. One that has not heard of that yet keeps what the person was invited for.
func (s *State) Keeps(r journal.Replica, person journal.ID, scope journal.Scope) bool {
	if s.Centre.Term == 0 || s.CentreIs(r) {
		return true
	}
	if _, admitted := s.Replica(r); admitted {
		return s.MayHold(r, scope)
	}
	invited := false
	for _, inv := range s.invitations {
		if inv.Person != person || inv.Withdrawn || len(inv.Used) > 0 {
			continue
		}
		if slices.Contains(inv.Scopes, scope) {
			return true
		}
		invited = true
	}
	return !invited
}

// MayWrite tells whether what a replica writes in a scope counts from now on.
func (s *State) MayWrite(r journal.Replica, scope journal.Scope) bool {
	if _, was := s.WasCentre(r); was {
		return s.CentreIs(r)
	}
	m := s.replicas[r]
	return m != nil && scope.Class != journal.Trust && (m.limits[scope].open || m.adds(scope))
}

// Counts tells whether a change of a stream counts by its place, "" when it does: that of a centre of any term everywhere, that of
// a replica which was admitted in its scopes, up to the last sequence number that counts. A scope that is given back counts whole.
func (s *State) Counts(stream journal.Stream, seq uint64) Reason {
	if _, was := s.WasCentre(stream.Replica); was {
		return ""
	}
	m := s.replicas[stream.Replica]
	switch {
	case m == nil:
		return UnknownKey
	case stream.Scope.Class == journal.Trust:
		return NoScope
	case seq <= m.taken[stream.Scope]:
		return ""
	}
	l, held := m.limits[stream.Scope]
	switch {
	case held && (l.open || seq <= l.last):
		return ""
	case held:
		return l.reason
	case m.Revoked:
		return WasRevoked
	case m.adds(stream.Scope):
		return ""
	}
	return NoScope
}

// TakenIn is up to which sequence number of a stream it was decided that what waited counts.
func (s *State) TakenIn(stream journal.Stream) uint64 {
	if m := s.replicas[stream.Replica]; m != nil {
		return m.taken[stream.Scope]
	}
	return 0
}

// TagTaken tells whether another replica had a tag before mine did: two would give one number twice.
func (s *State) TagTaken(mine journal.Replica, tag string) bool {
	since, have := journal.Stamp{}, false
	if m := s.replicas[mine]; m != nil {
		since, have = m.tags[tag]
	}
	for name, m := range s.replicas {
		if other, had := m.tags[tag]; had && name != mine && (!have || other.Compare(since) < 0) {
			return true
		}
	}
	return false
}

// Admits tells whether a replica that comes with an invitation is admitted by itself, "" when it is: the first one is, and one that
// was admitted already. Who comes second waits until somebody says whose laptop it is.
func (s *State) Admits(invitation journal.ID, r journal.Replica) Reason {
	inv := s.invitations[invitation]
	switch {
	case inv == nil:
		return UnknownKey
	case slices.Contains(inv.Used, r):
		return ""
	case inv.Withdrawn:
		return WasRevoked
	case len(inv.Used) > 0:
		return SecondUse
	}
	return ""
}

// SecondUse is the reason why a replica waits that came with an invitation which another has used.
const SecondUse Reason = "trust-invitation-used"

// named gives what people call a replica: its label, or its name.
func (r Replica) named() string { return cmp.Or(r.Label, r.Name.String()) }

package trust

import (
	"crypto/ed25519"
	"slices"
	"strconv"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// here reads whose word counts, where this store is the centre: only the centre writes about keys. Errors: NotFound without a root
// key; Refused elsewhere.
func here(tx model.WriteTx) (State, error) {
	s, err := In(tx)
	switch {
	case err != nil:
	case s.Root == nil:
		err = fault.New(fault.NotFound, "root-none")
	case !s.CentreIs(tx.Replica()):
		err = fault.New(fault.Refused, "trust-not-here")
	}
	return s, err
}

// CheckHere refuses to erase, or to write about keys, on a laptop: only what the centre writes about that counts. A store without a
// root key, and a copy that was put back without the phrase, go on for themselves. Errors: Refused.
func CheckHere(tx model.WriteTx) error {
	s, err := In(tx)
	if err == nil && s.replicas[tx.Replica()] != nil && !s.CentreIs(tx.Replica()) {
		err = fault.New(fault.Refused, "trust-not-here")
	}
	return err
}

// mayHold refuses scopes that a person's own copy may not hold. Errors: NotFound, Refused.
func mayHold(tx model.Tx, person journal.ID, scopes []journal.Scope) error {
	rec, err := tx.Record(model.KindPerson, person)
	if err != nil {
		return err
	}
	if rec == nil {
		return fault.New(fault.NotFound, "person-unknown", "name", person.String())
	}
	p := model.PersonOf(rec)
	most, err := ScopesIn(tx, p)
	if err != nil {
		return err
	}
	for _, s := range scopes {
		if !slices.Contains(most, s) {
			return fault.New(fault.Refused, "trust-too-much", "name", p.Name, "class", s.Class.String())
		}
	}
	return nil
}

func checkKey(public ed25519.PublicKey, recipient, label string) error {
	if len(public) != ed25519.PublicKeySize || recipient == "" || len(recipient) > 200 {
		return fault.New(fault.Invalid, "trust-key")
	}
	if len([]rune(label)) > 80 {
		return fault.New(fault.Invalid, "text-long", "bytes", len(label), "limit", 80)
	}
	return model.CheckText(label, plain.InWords)
}

// entry writes something about a key.
func entry(item journal.ItemKind, tx model.WriteTx, by journal.ID, public ed25519.PublicKey, fields ...journal.FieldValue) error {
	fields = slices.DeleteFunc(append(journal.Fields{fieldPublic.Is(bytesOf(public))}, fields...), func(f journal.FieldValue) bool { return f.Value.IsNone() })
	return tx.Emit(change(tx, by, EntityOf(public), item, journal.Fields(fields).Sorted()...))
}

// InviteIn invites somebody, as a person at the centre does: writes that whoever has the invitation's key may come with it. self
// admits the centre itself, so that laptops know whom to seal for, unless it was admitted before as it is. Errors: NotFound; Refused
// where this is not the centre, for who may hold no copy, and for a scope that the person may not hold; Conflict for a key that
// was used.
func InviteIn(tx model.WriteTx, by journal.ID, inv Invitation, self *Replica) error {
	s, err := here(tx)
	if err != nil {
		return err
	}
	if err := checkKey(inv.Public, inv.Recipient, inv.Label); err != nil {
		return err
	}
	if s.invitations[EntityOf(inv.Public)] != nil || s.replicas[ReplicaOf(inv.Public)] != nil {
		return fault.New(fault.Conflict, "trust-key-used")
	}
	rec, err := tx.Record(model.KindPerson, inv.Person)
	if err != nil {
		return err
	}
	if rec != nil {
		if p := model.PersonOf(rec); len(ScopesFor(p, nil, nil)) == 0 {
			return fault.New(fault.Refused, "trust-no-copy", "name", p.Name)
		}
	}
	if err := mayHold(tx, inv.Person, inv.Scopes); err != nil {
		return err
	}
	if self != nil {
		if err := s.admitSelf(tx, by, *self); err != nil {
			return err
		}
	}
	return entry(ItemInvitation, tx, by, inv.Public, fieldRecipient.Is(journal.Text(inv.Recipient)),
		fieldPerson.Is(journal.Ref(inv.Person)), fieldLabel.Is(journal.Text(inv.Label)), fieldScopes.Is(scopesValue(inv.Scopes)), fieldUntil.Is(journal.Int(journal.Millis(inv.Until))))
}

// admitSelf admits the centre itself, where that does not stand there already.
func (s *State) admitSelf(tx model.WriteTx, by journal.ID, self Replica) error {
	if ReplicaOf(self.Public) != tx.Replica() {
		return fault.New(fault.Invalid, "trust-key")
	}
	if is, ok := s.Replica(tx.Replica()); ok && is.Recipient == self.Recipient && is.Tag == self.Tag {
		return nil
	}
	if err := checkKey(self.Public, self.Recipient, self.Label); err != nil {
		return err
	}
	return admission(tx, by, self)
}

func admission(tx model.WriteTx, by journal.ID, r Replica) error {
	return entry(ItemReplica, tx, by, r.Public, fieldRecipient.Is(journal.Text(r.Recipient)), fieldPerson.Is(journal.Ref(r.Person)),
		fieldLabel.Is(journal.Text(r.Label)), fieldScopes.Is(scopesValue(r.Scopes)), fieldTag.Is(journal.Text(r.Tag)), fieldInvitation.Is(journal.Ref(r.Invitation)))
}

// AdmitIn admits a replica that came with an invitation: the person, and the scopes where none are given, are those of the
// invitation. One that is known gets what is new of it: another tag, another recipient. Without an invitation and a person it is the
// centre itself. Errors: NotFound for an unknown invitation; Refused where this is not the centre, for an invitation that was taken
// back; Conflict for one with which another came.
func AdmitIn(tx model.WriteTx, by journal.ID, r Replica) error { return admitIn(tx, by, r, false) }

// AdmitAlsoIn is AdmitIn as a person decided: another may have come with the invitation, and it may have been taken back.
func AdmitAlsoIn(tx model.WriteTx, by journal.ID, r Replica) error { return admitIn(tx, by, r, true) }

func admitIn(tx model.WriteTx, by journal.ID, r Replica, also bool) error {
	s, err := here(tx)
	if err != nil {
		return err
	}
	if r.Invitation.IsZero() {
		return s.admitSelf(tx, by, r)
	}
	if err := checkKey(r.Public, r.Recipient, r.Label); err != nil {
		return err
	}
	inv, ok := s.Invitation(r.Invitation)
	reason := s.Admits(r.Invitation, ReplicaOf(r.Public))
	switch is, known := s.Replica(ReplicaOf(r.Public)); {
	case !ok:
		return fault.New(fault.NotFound, string(UnknownKey))
	case known && is.Invitation != r.Invitation:
		return fault.New(fault.Conflict, "trust-key-used")
	case known && is.Recipient == r.Recipient && is.Tag == r.Tag:
		return nil
	case known:
		r.Scopes, r.Label = nil, is.Label
	case also || reason == "":
		if r.Label == "" {
			r.Label = inv.Label
			if n := len(inv.Used); n > 0 { // another is called so
				r.Label += " (" + strconv.Itoa(n+1) + ")"
			}
		}
		if r.Scopes == nil {
			r.Scopes = inv.Scopes
		}
	case reason == SecondUse:
		return fault.New(fault.Conflict, string(reason), "label", inv.Label)
	default:
		return fault.New(fault.Refused, string(reason), "label", inv.Label)
	}
	r.Person = inv.Person
	return admission(tx, by, r)
}

// decided reads a replica that was admitted, of which something is decided at the centre. Errors: NotFound; Refused for the centre
// itself.
func decided(tx model.WriteTx, r journal.Replica) (State, *member, error) {
	s, err := here(tx)
	if err != nil {
		return s, nil, err
	}
	if _, was := s.WasCentre(r); was {
		return s, nil, fault.New(fault.Refused, "trust-of-centre")
	}
	m := s.replicas[r]
	if m == nil {
		return s, nil, fault.New(fault.NotFound, string(UnknownKey))
	}
	return s, m, nil
}

// ChangeScopesIn says what a replica may hold and write from now on. ended has the last sequence number that counts of the scopes that
// end; of those that it lacks it is the last that is here. The same scopes again are not written. Errors: NotFound; Refused
// where this is not the centre, for a replica that was revoked, and for a scope that its person may not hold.
func ChangeScopesIn(tx model.WriteTx, by journal.ID, r journal.Replica, scopes []journal.Scope, ended map[journal.Scope]uint64) error {
	_, m, err := decided(tx, r)
	if err != nil {
		return err
	}
	scopes = slices.Compact(slices.SortedFunc(slices.Values(scopes), compareScopes))
	switch {
	case m.Revoked:
		return fault.New(fault.Refused, string(WasRevoked), "label", m.named())
	case slices.Equal(m.Scopes, scopes):
		return nil
	}
	if !m.Person.IsZero() {
		if err := mayHold(tx, m.Person, scopes); err != nil {
			return err
		}
	}
	last, err := m.heads(tx, ended, func(s journal.Scope) bool { return !slices.Contains(scopes, s) })
	if err != nil {
		return err
	}
	return entry(ItemScopes, tx, by, m.Public, fieldScopes.Is(scopesValue(scopes)), fieldLast.Is(lastValue(last)))
}

// heads are the last sequence numbers that count of a replica's streams that end: those that are given, or else what is here.
func (m *member) heads(tx model.WriteTx, given map[journal.Scope]uint64, ends func(journal.Scope) bool) (map[journal.Scope]uint64, error) {
	out := map[journal.Scope]uint64{}
	add := func(scope journal.Scope) error {
		n, ok := given[scope]
		if !ok {
			var err error
			if n, err = tx.Head(journal.Stream{Replica: m.Name, Scope: scope}); err != nil {
				return err
			}
		}
		if n > 0 {
			out[scope] = n
		}
		return nil
	}
	for scope, l := range m.limits {
		if l.open && ends(scope) {
			if err := add(scope); err != nil {
				return nil, err
			}
		}
	}
	adds := []journal.Scope{{Class: journal.Private, Part: journal.Organisation()}, {Class: journal.Learning, Part: journal.Organisation()}}
	if err := tx.Each(model.KindGroup, func(g *journal.Record) error {
		adds = append(adds, journal.Scope{Class: journal.Learning, Part: g.ID})
		return nil
	}); err != nil {
		return nil, err
	}
	for _, scope := range adds { // what it could add to without holding it
		if _, held := m.limits[scope]; !held && m.adds(scope) && ends(scope) {
			if err := add(scope); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// RevokeIn lets a replica hold and write nothing any longer. last has the last sequence number that counts of each of its streams;
// of those that it lacks it is the last that is here. Errors: NotFound; Refused where this is not the centre, and for the centre
// itself; Conflict for one that was revoked before.
func RevokeIn(tx model.WriteTx, by journal.ID, r journal.Replica, last map[journal.Scope]uint64) error {
	_, m, err := decided(tx, r)
	if err != nil {
		return err
	}
	if m.Revoked {
		return fault.New(fault.Conflict, "trust-revoked-already", "label", m.named())
	}
	if last, err = m.heads(tx, last, func(journal.Scope) bool { return true }); err != nil {
		return err
	}
	return entry(ItemRevoked, tx, by, m.Public, fieldLast.Is(lastValue(last)))
}

// WithdrawIn takes an invitation back: whoever comes with it from now on waits. Errors: NotFound; Refused where this is not the
// centre; Conflict for one that was taken back before.
func WithdrawIn(tx model.WriteTx, by journal.ID, invitation journal.ID) error {
	s, err := here(tx)
	if err != nil {
		return err
	}
	inv, ok := s.Invitation(invitation)
	switch {
	case !ok:
		return fault.New(fault.NotFound, string(UnknownKey))
	case inv.Withdrawn:
		return fault.New(fault.Conflict, "trust-revoked-already", "label", inv.Label)
	}
	return entry(ItemRevoked, tx, by, inv.Public)
}

// TakeInIn lets what waited of a replica count, up to a sequence number of each scope. What counts so far already is not written
// again. by may be the zero id: the centre itself decides so of a scope that ended before the laptop could know. Errors: NotFound;
// Refused where this is not the centre.
func TakeInIn(tx model.WriteTx, by journal.ID, r journal.Replica, upTo map[journal.Scope]uint64) error {
	_, m, err := decided(tx, r)
	if err != nil {
		return err
	}
	more := map[journal.Scope]uint64{}
	for scope, n := range upTo {
		if n > m.taken[scope] && scope.Class != journal.Trust {
			more[scope] = n
		}
	}
	if len(more) == 0 {
		return nil
	}
	return entry(ItemTakenIn, tx, by, m.Public, fieldLast.Is(lastValue(more)))
}

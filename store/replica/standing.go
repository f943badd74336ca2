package replica

import (
	"bytes"
	"context"
	"errors"
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store"
	"leerbalie/store/disk"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
	"leerbalie/store/witness"
)

// Word is what this copy holds, signed: the acknowledgement of what came. Errors: NotFound for who is not known.
func Word(ctx context.Context, s *store.Store, to To) (signed []byte, err error) {
	err = s.Write(ctx, func(r model.WriteTx) error {
		if err := nextWord(r); err != nil {
			return err
		}
		t := r.Own().(store.Exchanging)
		b := t.Disk()
		st, err := trust.In(t)
		if err != nil {
			return err
		}
		l := load{m: &manifest{}}
		if err := l.address(t, &st, to); err != nil {
			return err
		}
		key, err := private(b)
		if err != nil {
			return err
		}
		heads, err := partsOf(b).Heads()
		if err == nil {
			heads, err = sure(b, partsOf(b), heads)
		}
		if err != nil {
			return err
		}
		may := func(s journal.Stream) bool {
			return st.CentreIs(to.Replica) || l.m.covers(s.Scope) || s.Replica == to.Replica
		}
		heads = slices.DeleteFunc(heads, func(h witness.Head) bool { return !may(h.Stream) })
		signed, err = wordIn(t, b, key, heads, may, to.name())
		return err
	})
	return signed, err
}

// Heard keeps what another said that it holds, and tells how many of this copy's own things it says so of for the first time. Errors:
// Damaged for what is no word; Refused for one of somebody who is not known; Conflict when it shows that this copy was set back: it
// goes on under another name then.
func Heard(ctx context.Context, s *store.Store, signed []byte) (acknowledged int, err error) {
	w, err := readWord(signed)
	if err != nil {
		return 0, err
	}
	st, err := trust.Read(ctx, s)
	if err != nil {
		return 0, err
	}
	if less, tag, err := notice(ctx, s, &st, w); err != nil || less {
		return 0, errors.Join(err, fault.New(fault.Conflict, "copy-set-back", "tag", tag))
	}
	if w.Replica() == s.Replica() { // it lies there for another
		return 0, nil
	}
	err = s.Write(ctx, func(t model.WriteTx) error {
		st, err := trust.In(t)
		if err != nil {
			return err
		}
		if _, known := st.Replica(w.Replica()); !known && !st.CentreIs(w.Replica()) {
			return fault.New(fault.Refused, "parcel-unknown-sender")
		}
		b := t.Own().(store.Exchanging).Disk()
		spans, err := hear(b, t.Replica(), w, s.Now())
		if err == nil {
			acknowledged, err = things(b, spans)
		}
		return err
	})
	return acknowledged, err
}

// things counts the actions whose changes lie in parts of streams.
func things(b *disk.Tx, spans []span) (int, error) {
	seen := map[uint64]bool{}
	log := b.Bucket(wire.BucketLog)
	for _, p := range spans {
		c := log.Cursor()
		last := wire.LogKey(p.Stream, p.Last)
		for k, v := c.Seek(wire.LogKey(p.Stream, p.First)); k != nil && bytes.Compare(k, last) <= 0; k, v = c.Next() {
			ch, _, err := wire.OpenChange(p.Stream, wire.ParseNumber(k[wire.StreamLen:]), v)
			if err != nil {
				return 0, err
			}
			seen[ch.Txn] = true
		}
	}
	return len(seen), nil
}

// alone counts the own things of a copy that has a holder that nobody else said to hold. Of a copy that several people share nothing is
// said: the centre is where things are. It also counts those that are kept there and that nobody said to have taken in: they wait.
func alone(b *disk.Tx, me journal.Replica) (only, wait int, err error) {
	if b.Bucket(wire.BucketMeta).Get(wire.MetaHolder) == nil {
		return 0, 0, nil
	}
	elsewhere, taken, mine := map[journal.Stream]uint64{}, map[journal.Stream]uint64{}, namesIn(b, me)
	err = eachPeer(b, []byte{peerWord}, func(_, v []byte) error {
		_, signed, err := parseHeard(v)
		if err != nil {
			return nil // one that cannot be read says nothing, until there is another
		}
		w, err := readWord(signed)
		if err != nil {
			return nil
		}
		for s, seq := range w.holds() {
			if mine[s.Replica] {
				elsewhere[s] = max(elsewhere[s], seq)
			}
		}
		for _, h := range w.Heads {
			taken[h.Stream] = max(taken[h.Stream], h.Seq)
		}
		return nil
	})
	if err != nil {
		return 0, 0, err
	}
	doubted, err := doubts(b)
	if err != nil {
		return 0, 0, err
	}
	for s, d := range doubted {
		elsewhere[s] = min(elsewhere[s], d.upTo)
	}
	heads, err := partsOf(b).Heads()
	if err != nil {
		return 0, 0, err
	}
	var lacks, waits []span
	for _, h := range heads {
		there := elsewhere[h.Stream]
		if mine[h.Stream.Replica] && h.Seq > there {
			lacks = append(lacks, span{h.Stream, there + 1, h.Seq})
		}
		if mine[h.Stream.Replica] && there > taken[h.Stream] {
			waits = append(waits, span{h.Stream, taken[h.Stream] + 1, min(there, h.Seq)})
		}
	}
	if only, err = things(b, lacks); err == nil {
		wait, err = things(b, waits)
	}
	return only, wait, err
}

// Stands tells how this copy stands to the others.
func Stands(ctx context.Context, s *store.Store) (out transfer.Standing, err error) {
	err = s.Read(ctx, func(r model.Tx) error {
		t := r.Own().(store.Exchanging)
		b := t.Disk()
		out.Laptop = b.Bucket(wire.BucketMeta).Get(wire.MetaHolder) != nil
		st, err := trust.In(t)
		if err != nil {
			return err
		}
		if is, ok := st.Replica(t.Replica()); ok {
			out.Revoked = is.Revoked
		}
		for _, other := range st.Replicas() {
			if other.Name != t.Replica() {
				out.Others++
			}
		}
		for _, inv := range st.Invitations() {
			if len(inv.Used) == 0 && !inv.Withdrawn {
				out.Others++
			}
		}
		if out.Laptop && out.Others == 0 {
			out.Others = 1 // the centre, which admitted itself before it made the invitation
		}
		if err := eachPeer(b, []byte{peerWord}, func(_, v []byte) error {
			if at, _, err := parseHeard(v); err == nil && at.After(out.Exchanged) {
				out.Exchanged = at
			}
			return nil
		}); err != nil {
			return err
		}
		if err := b.Bucket(wire.BucketAway).ForEach(func(k, _ []byte) error {
			if scope := wire.ParseStream(k).Scope; !slices.Contains(out.Away, scope) {
				out.Away = append(out.Away, scope)
			}
			return nil
		}); err != nil {
			return err
		}
		out.Alone, out.WaitingThere, err = alone(b, t.Replica())
		return err
	})
	return out, err
}

// Peers are the other replicas that are known, and the invitations that nobody has come with, those who were there first before others.
func Peers(ctx context.Context, s *store.Store) (out []transfer.Machine, err error) {
	err = s.Read(ctx, func(r model.Tx) error {
		t := r.Own().(store.Exchanging)
		b := t.Disk()
		st, err := trust.In(t)
		if err != nil {
			return err
		}
		waits, err := waiting(b)
		if err != nil {
			return err
		}
		heads, err := partsOf(b).Heads()
		if err != nil {
			return err
		}
		of := func(p transfer.Party) (transfer.Machine, error) {
			m := transfer.Machine{Party: p}
			if err := known(t, &st, &m.Party); err != nil {
				return m, err
			}
			for _, w := range waits {
				if w.Replica == p.Replica {
					w.Party = m.Party
					m.Waiting = append(m.Waiting, w)
				}
			}
			said, at, err := heard(b, p.Replica)
			if err != nil && fault.KindOf(err) != fault.Damaged {
				return m, err
			}
			m.Exchanged = at
			has := said.holds()
			for _, h := range heads {
				if h.Stream.Replica == p.Replica {
					m.Wrote += int(h.Seq)
				} else if st.MayHold(p.Replica, h.Stream.Scope) && h.Seq > has[h.Stream] {
					m.Lacks += int(h.Seq - has[h.Stream])
				}
			}
			return m, nil
		}
		for _, other := range st.Replicas() {
			if _, was := st.WasCentre(other.Name); other.Name == t.Replica() || was && !st.CentreIs(other.Name) {
				continue
			}
			m, err := of(transfer.Party{Replica: other.Name, Person: other.Person, Label: other.Label})
			if err != nil {
				return err
			}
			m.Invitation, m.Since, m.Scopes, m.Revoked = other.Invitation, other.Since.Time.Time(), other.Scopes, other.Revoked
			out = append(out, m)
		}
		for _, inv := range st.Invitations() {
			if len(inv.Used) > 0 || inv.Withdrawn {
				continue
			}
			m := transfer.Machine{Party: transfer.Party{Person: inv.Person, Label: inv.Label}, Invitation: inv.ID, Invited: true, Until: inv.Until,
				Since: inv.Since.Time.Time(), Scopes: inv.Scopes}
			if err := nameParty(t, &m.Party); err != nil {
				return err
			}
			out = append(out, m)
		}
		strangers, err := strangersIn(b)
		if err != nil {
			return err
		}
		for _, x := range strangers {
			if _, known := st.Replica(x.name()); known {
				continue
			}
			p := transfer.Party{Replica: x.name()}
			if inv, ok := x.invitation(&st); ok {
				p.Person, p.Label = inv.Person, inv.Label
			}
			m, err := of(p)
			if err != nil {
				return err
			}
			for i := range m.Waiting { // it may have been revoked since that came
				if m.Waiting[i].Reason == reasonNewName {
					m.Waiting[i].Reason = x.reason(&st)
				}
			}
			if m.Person = p.Person; m.Name == "" {
				if err := nameParty(t, &m.Party); err != nil {
					return err
				}
			}
			m.Since = x.at
			if len(m.Waiting) == 0 { // nothing of it waits but the question itself
				m.Waiting = []transfer.Waiting{{Party: m.Party, Reason: x.reason(&st), At: x.at}}
			}
			out = append(out, m)
		}
		return nil
	})
	return out, err
}

// putAway removes what this copy may not hold any longer, once the centre said to have all that it wrote itself, wherever that is: who
// works here can hand in as long as anything is only here.
func (r *receiving) putAway() error {
	gone := map[journal.Scope]bool{}
	adds := map[journal.Scope]bool{} // to which it may go on adding: what it wrote there itself stays
	err := r.s.Read(r.ctx, func(tx model.Tx) error {
		t := tx.Own().(store.Exchanging)
		b, me := t.Disk(), t.Replica()
		st, err := trust.In(t)
		if err != nil {
			return err
		}
		if _, admitted := st.Replica(me); !admitted || st.CentreIs(me) {
			return nil
		}
		said, _, err := heard(b, trust.ReplicaOf(st.Centre.Public))
		if err != nil {
			return err
		}
		has := said.holds()
		heads, err := partsOf(b).Heads()
		if err != nil {
			return err
		}
		mine := namesOf(t)
		for _, h := range heads {
			if mine[h.Stream.Replica] && has[h.Stream] < h.Seq {
				return nil
			}
		}
		doubtful, err := doubts(b)
		if err != nil {
			return err
		}
		for _, h := range heads {
			scope := h.Stream.Scope
			if st.MayHold(me, scope) || adds[scope] && mine[h.Stream.Replica] {
				continue
			}
			if adds[scope] = st.MayWrite(me, scope); adds[scope] && mine[h.Stream.Replica] {
				continue
			}
			if _, known := gone[scope]; !known {
				gone[scope] = true
			}
			_, doubted := doubtful[h.Stream]
			gone[scope] = gone[scope] && !doubted
		}
		return nil
	})
	if err != nil {
		return err
	}
	unsaved := map[journal.Scope]int{}
	if len(gone) > 0 {
		if unsaved, err = draftsIn(r.ctx, r.s, gone); err != nil {
			return err
		}
	}
	for scope, all := range gone {
		if r.report.Unsaved += unsaved[scope]; all && unsaved[scope] == 0 {
			r.report.PutAway = append(r.report.PutAway, scope)
		} else {
			delete(gone, scope)
		}
	}
	if len(gone) == 0 {
		return nil
	}
	return putAway(r.ctx, r.s, gone, adds)
}

// moveHome gives what stayed home of a first bundle to the laptop that it made.
func moveHome(b *disk.Tx, from, to journal.Replica) error {
	return eachPeer(b, peerKey(peerHome, from[:]), func(key, v []byte) error {
		if err := tally.Keep(b, wire.BucketPeer, peerKey(peerHome, to[:], key[1+len(from):]), v); err != nil {
			return err
		}
		return tally.Drop(b, wire.BucketPeer, key)
	})
}

package replica

import (
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store/replica/introduce"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// keysDone is after the changes about keys that are in this transaction.
func (r *receiving) keysDone() error {
	if r.after == nil {
		return nil
	}
	if err := r.after(r.erase...); err != nil {
		return err
	}
	r.after = nil
	if err := r.admit(); err != nil {
		return err
	}
	if err := r.unaware(); err != nil {
		return err
	}
	was := r.had
	var err error
	if r.st, err = trust.In(r.t); err != nil {
		return err
	}
	if err := r.retag(); err != nil {
		return err
	}
	return r.ended(&was)
}

// ended notes how far this copy had come in scopes of which it hears now that they ended: that much was written before it could know.
func (r *receiving) ended(was *trust.State) error {
	me := r.t.Replica()
	if is, ok := r.st.Replica(me); !ok || is.Revoked {
		return nil
	}
	heads, err := partsOf(r.b).Heads()
	if err != nil {
		return err
	}
	for _, h := range heads {
		key := peerKey(peerEnded, wire.StreamKey(h.Stream))
		switch may := r.st.MayWrite(me, h.Stream.Scope); {
		case h.Stream.Replica != me:
		case !may && was.MayWrite(me, h.Stream.Scope):
			if err := tally.Keep(r.b, wire.BucketPeer, key, wire.Number(h.Seq)); err != nil {
				return err
			}
		case may && r.b.Bucket(wire.BucketPeer).Get(key) != nil:
			if err := tally.Drop(r.b, wire.BucketPeer, key); err != nil {
				return err
			}
		}
	}
	return nil
}

// admit lets a laptop in that comes with an invitation for the first time. Another key than one laptop's is noted, and waits.
func (r *receiving) admit() error {
	if r.sender.known || r.sender.centre || !r.st.CentreIs(r.t.Replica()) {
		return r.renew()
	}
	row, err := introduce.Read(r.introduction)
	if err != nil || len(row) == 0 {
		return err
	}
	party := transfer.Party{Replica: r.manifest.sender(), Person: r.sender.invited.Person, Label: r.sender.invited.Label}
	if err := nameParty(r.t, &party); err != nil {
		return err
	}
	if until := r.sender.invited.Until; r.sender.reason == "" && !until.IsZero() && r.now.After(until) {
		r.sender.reason = reasonLate
	}
	if r.sender.reason != "" {
		if r.sender.reason == reasonSecond {
			r.report.Second = append(r.report.Second, party)
		}
		return r.remember(party)
	}
	err = trust.AdmitIn(r.t, r.by, trust.Replica{Name: party.Replica, Public: r.public, Recipient: r.recipient, Tag: r.tag, Invitation: r.sender.invited.ID})
	if err != nil {
		return err
	}
	r.report.Admitted, r.sender.known = party, true
	return moveHome(r.b, To{Invitation: r.sender.invited.ID}.name(), party.Replica)
}

// renew keeps another tag or recipient of a laptop that is known.
func (r *receiving) renew() error {
	is, ok := r.st.Replica(r.manifest.sender())
	if !ok || r.sender.centre || !r.st.CentreIs(r.t.Replica()) || is.Revoked || is.Invitation.IsZero() || is.Recipient == r.recipient && is.Tag == r.tag {
		return nil
	}
	is.Recipient, is.Tag = r.recipient, r.tag
	return trust.AdmitIn(r.t, r.by, is)
}

// unaware lets what a laptop wrote in a scope count that ended before it could know: it says how far it has heard of keys, and how far
// it had come then. A laptop that says too much of that could only go on where it might write before; one that is not trusted is
// revoked.
func (r *receiving) unaware() error {
	me := r.manifest.sender()
	if !r.sender.known || !r.st.CentreIs(r.t.Replica()) {
		return nil
	}
	entries, err := trust.Entries(r.t)
	if err != nil {
		return err
	}
	has := r.word.holds()
	last := trust.Entry{}
	for _, e := range entries {
		if e.Item == trust.ItemScopes && e.About == trust.EntityOf(r.public) && e.Stamp.Compare(last.Stamp) > 0 {
			last = e
		}
	}
	keys := journal.Stream{Replica: last.Stamp.Replica, Scope: journal.Scope{Class: journal.Trust, Part: journal.Organisation()}}
	if last.Stamp.IsZero() {
		return nil
	}
	aware := has[keys] >= last.Stamp.Seq
	st, err := trust.In(r.t)
	if err != nil {
		return err
	}
	upTo := map[journal.Scope]uint64{}
	for _, h := range r.word.Heads {
		seq := h.Seq
		if aware {
			seq = min(seq, r.word.ended[h.Stream])
		}
		if h.Stream.Replica == me && seq > 0 && st.Counts(h.Stream, seq) == trust.ScopeEnded {
			upTo[h.Stream.Scope] = seq
		}
	}
	if len(upTo) == 0 {
		return nil
	}
	return trust.TakeInIn(r.t, r.by, me, upTo)
}

package replica

import (
	"errors"
	"slices"

	"leerbalie/model"
	"leerbalie/model/conflict"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store"
	"leerbalie/store/wire"
)

// end is after the last change: what waited is judged again, and what the sender says it holds is kept.
func (r *receiving) end() error {
	admitted, err := reconsider(r.t, &r.st)
	if err != nil {
		return err
	}
	for _, c := range admitted {
		r.stamps[c.Stamp()] = true
		if err := r.n.add(c); err != nil {
			return err
		}
	}
	if !r.sender.known && !r.sender.centre && r.sender.reason == "" {
		return nil
	}
	if err := noteParcel(r.b, r.manifest.sender(), r.ID); err != nil {
		return err
	}
	acknowledged, err := hear(r.b, r.t.Replica(), r.word, r.now)
	if err != nil {
		return err
	}
	if err := errors.Join(settled(r.b, append(r.proofs, r.word)...), dropParted(r.b, r.word)); err != nil {
		return err
	}
	if r.report.Acknowledged, err = things(r.b, acknowledged); err != nil {
		return err
	}
	if r.report.Missing, r.report.WaitingThere, err = alone(r.b, r.t.Replica()); err != nil {
		return err
	}
	if err := r.waits(); err != nil {
		return err
	}
	if r.begins != nil {
		if err := r.begins(); err != nil {
			return err
		}
	}
	return r.clashes()
}

// waits reports what waits of the sender, and what follows a gap.
func (r *receiving) waits() error {
	all, err := waiting(r.b)
	if err != nil {
		return err
	}
	for s, st := range r.streams {
		if st.missing > 0 {
			all = append(all, transfer.Waiting{Party: transfer.Party{Replica: s.Replica}, Scope: s.Scope, First: st.first, Last: st.last, Changes: st.missing,
				Reason: reasonGap, At: r.now})
		}
	}
	from, asks := r.manifest.sender(), r.sender.reason != "" && !r.sender.known
	for _, w := range all {
		if r.streams[journal.Stream{Replica: w.Replica, Scope: w.Scope}] == nil {
			continue
		}
		asks = asks && w.Replica != from
		if err := r.named(&w.Party); err != nil {
			return err
		}
		r.report.Waiting = append(r.report.Waiting, w)
	}
	if asks { // nothing of it waits but the question itself
		w := transfer.Waiting{Party: transfer.Party{Replica: from}, Reason: r.sender.reason, At: r.now}
		if err := r.named(&w.Party); err != nil {
			return err
		}
		r.report.Waiting = append(r.report.Waiting, w)
	}
	return r.parted()
}

// parted reports what the sender wrote itself and is another here, at the same numbers: there are two copies under its name, or it was set
// back. It hears of that with the answer, and writes its own anew.
func (r *receiving) parted() error {
	parts, from := partsOf(r.b), r.manifest.sender()
	for _, h := range r.word.Heads {
		end, err := r.t.End(h.Stream)
		if err != nil {
			return err
		}
		if h.Stream.Replica != from || h.Seq > end.Seq || parts.At(h.Stream, h.Seq) == h.Hash {
			continue
		}
		w := transfer.Waiting{Party: transfer.Party{Replica: from}, Scope: h.Stream.Scope, First: h.Seq, Last: h.Seq, Changes: 1, Reason: reasonParted, At: r.now}
		if err := known(r.t, &r.st, &w.Party); err != nil {
			return err
		}
		r.report.Waiting = append(r.report.Waiting, w)
	}
	return nil
}

// named is known, also for a sender that is not admitted: by its invitation, or that of whom it follows.
func (r *receiving) named(p *transfer.Party) error {
	if _, admitted := r.st.Replica(p.Replica); p.Replica == r.manifest.sender() && !admitted {
		p.Person, p.Label = r.sender.invited.Person, r.sender.invited.Label
	}
	return known(r.t, &r.st, p)
}

// known fills in whose a replica is.
func known(t model.Tx, st *trust.State, p *transfer.Party) error {
	if is, ok := st.Replica(p.Replica); ok {
		p.Person, p.Label = is.Person, is.Label
	}
	p.Centre = st.CentreIs(p.Replica)
	if p.Person.IsZero() && !p.Centre {
		return nil
	}
	return nameParty(t, p)
}

// clashes counts what clashes now in which something of this parcel has a part.
func (r *receiving) clashes() error {
	all, err := conflict.All(r.t)
	for _, c := range all {
		if slices.ContainsFunc(c.Values, func(v conflict.Value) bool { return r.stamps[v.Stamp] }) {
			r.report.Conflicts++
		}
	}
	return err
}

// reconsider takes in what waited and counts now.
func reconsider(t store.Exchanging, st *trust.State) (out []*journal.Change, err error) {
	b := t.Disk()
	all, err := waiting(b)
	if err != nil {
		return nil, err
	}
	for _, w := range all {
		s := journal.Stream{Replica: w.Replica, Scope: w.Scope}
		err := heldOf(b, s, func(seq uint64, h held) (bool, error) {
			end, err := t.End(s)
			if err != nil {
				return false, err
			}
			if seq <= end.Seq {
				return true, release(b, s, seq)
			}
			if seq != end.Seq+1 || h.reason == reasonParted {
				return false, nil
			}
			c, _, err := wire.OpenChange(s, seq, h.change)
			if err != nil {
				return false, err
			}
			if reason, err := judge(t, st, c); err != nil || reason != "" {
				return false, err
			}
			if c, err = t.TakeIn(store.Sealed{Stream: s, Seq: seq, Bytes: h.change}); err != nil {
				return false, err
			}
			out = append(out, c)
			return true, release(b, s, seq)
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

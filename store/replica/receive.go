package replica

import (
	"bytes"
	"context"
	"crypto/sha256"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store"
	"leerbalie/store/disk"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// receiving is the taking in of a parcel that was verified, a few thousand changes in a transaction each. Whatever stops it in
// between, the parcel is taken in again, and what is here already passed over.
type receiving struct {
	*parcel
	ctx    context.Context
	s      *store.Store
	by     journal.ID
	report transfer.Returned
	done   int
	tell   Progress
	frame  int // the next batch
	room   []batch
	size   int
	first  bool
	begins func() error // of a laptop that begins with it, in the last transaction
	now    time.Time

	// within a transaction
	t      store.Exchanging
	b      *disk.Tx
	n      *counting
	stamps map[journal.Stamp]bool // of the changes that came
	after  func(...*journal.Change) error
	erase  []*journal.Change
	had    trust.State // before the parcel
}

// Receive takes in a parcel, as a person brings it. Errors: as for verify, and nothing is changed then; those of the store, and what was
// taken in before them stays.
func Receive(ctx context.Context, s *store.Store, by journal.ID, open Source, p Progress) (transfer.Returned, error) {
	v, err := verify(ctx, s, open, false)
	if err != nil {
		return transfer.Returned{}, refused(ctx, s, err)
	}
	r := &receiving{parcel: v, ctx: ctx, s: s, by: by, tell: p}
	if err := r.notice(); err != nil {
		return r.report, err
	}
	if err := r.reissue(); err != nil {
		return r.report, err
	}
	return r.take(open)
}

func (r *receiving) take(open Source) (transfer.Returned, error) {
	r.report.From, r.first, r.now, r.stamps = r.Contents, true, r.s.Now(), map[journal.Stamp]bool{}
	r.n = countFor(nil, r.Scopes)
	same := func(m *manifest) error {
		if m.ID != r.ID {
			return fault.New(fault.Damaged, "parcel-form")
		}
		return nil
	}
	err := read(open, same, func(b *batch) error {
		if r.frame >= len(r.digests) || b.digest != r.digests[r.frame] { // another than was verified
			return fault.New(fault.Damaged, "parcel-form")
		}
		r.frame++
		c := batch{b.stream, b.first, make([][]byte, len(b.changes)), [sha256.Size]byte{}}
		for i, raw := range b.changes {
			c.changes[i] = bytes.Clone(raw)
		}
		if r.size > 0 && r.size+len(c.changes) > perBatch {
			if err := r.commit(nil); err != nil {
				return err
			}
		}
		r.room, r.size = append(r.room, c), r.size+len(c.changes)
		return nil
	})
	if err == nil {
		err = r.commit(r.end)
	}
	if err != nil {
		return r.report, err
	}
	r.report.Came = r.n.n
	return r.report, r.putAway()
}

// commit takes in the batches that were gathered, in one transaction; last, if any, ends it.
func (r *receiving) commit(last func() error) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	was := r.report
	counted := r.n.clone()
	err := r.s.Write(r.ctx, func(w model.WriteTx) error {
		r.report, r.n, r.erase = was, counted.clone(), nil // it may be run again
		r.t = w.Own().(store.Exchanging)
		r.b, r.n.tx = r.t.Disk(), r.t
		if r.first {
			if err := r.begin(); err != nil {
				return err
			}
		}
		keys := true
		for i := range r.room {
			if keys && r.room[i].stream.Scope.Class != journal.Trust {
				keys = false
				if err := r.keysDone(); err != nil {
					return err
				}
			}
			if err := r.batch(&r.room[i]); err != nil {
				return err
			}
		}
		if keys {
			if err := r.keysDone(); err != nil {
				return err
			}
		}
		if last != nil {
			return last()
		}
		return nil
	})
	if err != nil {
		return err
	}
	r.done += r.size
	r.tell.tell(r.done, r.Changes)
	r.room, r.size, r.first = nil, 0, false
	return nil
}

// begin is before the first change: what may stay of what is said about keys is judged after it.
func (r *receiving) begin() (err error) {
	if r.had, err = trust.In(r.t); err != nil {
		return err
	}
	r.after, err = trust.Accept(r.t)
	return err
}

// batch takes in a part of a stream, or lets it wait.
func (r *receiving) batch(b *batch) error {
	st := r.streams[b.stream]
	for i, raw := range b.changes {
		seq := b.first + uint64(i)
		end, err := r.t.End(b.stream)
		if err != nil {
			return err
		}
		in := store.Sealed{Stream: b.stream, Seq: seq, Bytes: raw}
		switch {
		case seq <= end.Seq:
			r.report.Known++
			if filled, err := r.t.Refill(in); err != nil {
				return err
			} else if filled {
				r.report.Known--
				if err := r.came(in); err != nil {
					return err
				}
			}
		case st.missing > 0 && seq >= st.first: // it is not kept: nobody can say yet that it is whole
		default:
			reason, err := r.judge(st, end, in)
			if err != nil {
				return err
			}
			if reason == "" {
				err = r.takeIn(in, st)
			} else {
				err = r.hold(in, reason)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// hold lets a change wait, without its words if it is of somebody who was erased.
func (r *receiving) hold(in store.Sealed, reason string) error {
	kept, err := hold(r.b, in.Stream, in.Seq, held{reason, r.now, r.manifest.sender(), in.Bytes})
	if err != nil || !kept {
		return err
	}
	c, _, err := wire.OpenChange(in.Stream, in.Seq, in.Bytes)
	if err != nil {
		return nil // nobody can read a word of it
	}
	return journal.ForgetWaiting(r.t, c)
}

// judge tells why a change is not taken in; "": it is.
func (r *receiving) judge(st *stream, end wire.Head, in store.Sealed) (string, error) {
	switch {
	case st.reason != "":
		return st.reason, nil
	case in.Seq > end.Seq+1:
		return reasonFollows, nil
	case st.vouched:
		return "", nil
	case r.sender.reason != "" && in.Stream.Replica == r.manifest.sender():
		return r.sender.reason, nil
	}
	c, _, err := wire.OpenChange(in.Stream, in.Seq, in.Bytes)
	if err != nil {
		return "", err
	}
	return judge(r.t, &r.st, c)
}

// judge tells why a change that nobody else vouches for is not taken in, by what it is and who wrote it; "": it is.
func judge(t model.Tx, st *trust.State, c *journal.Change) (string, error) {
	if reason := st.Counts(c.Stream, c.Seq); reason != "" {
		return string(reason), nil
	}
	if _, was := st.WasCentre(c.Stream.Replica); was {
		return "", nil
	}
	m, ok := st.Replica(c.Stream.Replica)
	if !ok {
		return string(trust.UnknownKey), nil
	}
	reason, err := trust.Allows(t, m, c)
	if err != nil || reason != "" {
		return string(reason), err
	}
	last, err := t.Clock()
	if err == nil && c.Seq > st.TakenIn(c.Stream) && last.Doubt(c.Time.Time()) == journal.FarAhead {
		return reasonClock, nil
	}
	return "", err
}

// takeIn takes in a change that follows the end of its stream, and what waited for it.
func (r *receiving) takeIn(in store.Sealed, st *stream) error {
	c, err := r.t.TakeIn(in)
	if err != nil {
		return err
	}
	if c.Stream.Scope.Class == journal.Trust && c.Kind == journal.KindErasure {
		r.erase = append(r.erase, c)
	}
	if err := release(r.b, in.Stream, in.Seq); err != nil {
		return err
	}
	if in.Seq == st.end.Seq {
		if end, err := r.t.End(in.Stream); err != nil || end != st.end {
			return fault.New(fault.Damaged, "parcel-form").Because(err)
		}
	}
	if err := r.cameBack(in); err != nil {
		return err
	}
	r.stamps[c.Stamp()] = true
	return r.n.add(c)
}

func (r *receiving) came(in store.Sealed) error {
	c, _, err := wire.OpenChange(in.Stream, in.Seq, in.Bytes)
	if err != nil {
		return err
	}
	r.stamps[c.Stamp()] = true
	return r.n.add(c)
}

// cameBack ends that a stream was put away, once all of it is here again.
func (r *receiving) cameBack(in store.Sealed) error {
	key := wire.StreamKey(in.Stream)
	v := r.b.Bucket(wire.BucketAway).Get(key)
	if v == nil {
		return nil
	}
	was, err := wire.ParseHead(v[:min(len(v), wire.HeadLen)])
	if err != nil || in.Seq < was.Seq {
		return err
	}
	if !slices.Contains(r.report.Regained, in.Stream.Scope) {
		r.report.Regained = append(r.report.Regained, in.Stream.Scope)
	}
	return tally.Drop(r.b, wire.BucketAway, key)
}

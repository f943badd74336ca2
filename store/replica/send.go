package replica

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store"
	"leerbalie/store/cbor"
	"leerbalie/store/disk"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// Prepare tells what would travel to somebody. Errors: NotFound for who is not known; Refused where this copy may not send to it, with
// what to do.
func Prepare(ctx context.Context, s *store.Store, to To) (p transfer.Plan, err error) {
	if err := ready(ctx, s, to); err != nil {
		return p, err
	}
	err = s.Read(ctx, func(r model.Tx) error {
		l, err := survey(r, s.Now(), to, true)
		if err == nil {
			p = transfer.Plan{Contents: l.m.Contents, Hits: l.hits}
		}
		return err
	})
	return p, err
}

// Decide keeps what somebody decided about a text that seems to name a resident, who that was, and when.
func Decide(ctx context.Context, s *store.Store, by journal.ID, h transfer.Hit, c transfer.Choice) error {
	return s.Write(ctx, func(w model.WriteTx) error {
		at := wire.Number(uint64(max(s.Now().UnixMilli(), 0)))
		return keep(w, peerKey(peerChoice, wire.LogKey(h.Stream, h.Seq)), slices.Concat([]byte{byte(c)}, by[:], at))
	})
}

// choiceAt is what was decided about the text of a change. Of choices from before it was kept who decided, the letter is all there is.
func choiceAt(peers *disk.Bucket, place []byte) transfer.Choice {
	if v := peers.Get(peerKey(peerChoice, place)); len(v) > 0 {
		return transfer.Choice(v[0])
	}
	return transfer.Undecided
}

func keep(w model.WriteTx, key, value []byte) error {
	return tally.Keep(w.Own().(store.Exchanging).Disk(), wire.BucketPeer, key, value)
}

// ready makes what has to be there before a parcel is made: the identity of this copy; and, at the centre, that laptops know whom to
// seal for, and what the receiver may hold now, where the person's roles or groups have changed.
func ready(ctx context.Context, s *store.Store, to To) error {
	return s.Write(ctx, func(w model.WriteTx) error {
		t := w.Own().(store.Exchanging)
		if _, err := identityIn(t.Disk()); err != nil {
			return err
		}
		if err := nextWord(t); err != nil {
			return err
		}
		st, err := trust.In(t)
		if err != nil || !st.CentreIs(t.Replica()) {
			return err
		}
		self, err := selfIn(t) // one that follows a centre is known to no laptop before
		if err == nil {
			err = trust.AdmitIn(t, journal.ID{}, *self)
		}
		if err != nil {
			return err
		}
		r, ok := st.Replica(to.Replica)
		if !ok || r.Revoked || r.Person.IsZero() {
			return nil
		}
		rec, err := t.Record(model.KindPerson, r.Person)
		if err != nil || rec == nil {
			return err
		}
		scopes, err := trust.ScopesIn(t, model.PersonOf(rec))
		if err != nil {
			return err
		}
		return trust.ChangeScopesIn(t, journal.ID{}, r.Name, scopes, nil)
	})
}

// Pack writes a parcel for somebody. What is written while it is made goes with the next one. Errors: as Prepare; those of w.
func Pack(ctx context.Context, s *store.Store, to To, w io.Writer, p Progress) (c transfer.Contents, err error) {
	if err := ready(ctx, s, to); err != nil {
		return c, err
	}
	var l *load
	if err := s.Read(ctx, func(r model.Tx) (err error) { l, err = survey(r, s.Now(), to, true); return err }); err != nil {
		return c, err
	}
	out := bufio.NewWriterSize(w, 256<<10)
	if err := writeFrame(out, l.frame); err != nil {
		return c, err
	}
	done := 0
	send := func(frame *batch) error {
		done += len(frame.changes)
		p.tell(done, l.m.Changes)
		return writeFrame(out, frame.frame())
	}
	for _, run := range l.runs {
		if err := l.read(ctx, s, run, send); err != nil {
			return c, err
		}
	}
	for _, place := range l.again {
		key := []byte(place)
		seq := wire.ParseNumber(key[wire.StreamLen:])
		if err := l.read(ctx, s, span{wire.ParseStream(key), seq, seq}, send); err != nil {
			return c, err
		}
	}
	if err := writeFrame(out, cbor.Uint(cbor.Array(nil, 1), uint64(done))); err != nil {
		return c, err
	}
	if err := out.Flush(); err != nil {
		return c, err
	}
	return l.m.Contents, l.note(ctx, s)
}

// read reads a part of a stream in batches, each in a transaction of its own: a slow stick keeps nobody from writing.
func (l *load) read(ctx context.Context, s *store.Store, run span, send func(*batch) error) error {
	for run.First <= run.Last {
		b := &batch{stream: run.Stream, first: run.First}
		size := 0
		err := s.Read(ctx, func(r model.Tx) error {
			c := r.Own().(store.Exchanging).Disk().Bucket(wire.BucketLog).Cursor()
			for key, v := c.Seek(wire.LogKey(run.Stream, run.First)); run.First <= run.Last && size < fullFrame && len(b.changes) < perBatch; key, v = c.Next() {
				if !bytes.Equal(key, wire.LogKey(run.Stream, run.First)) {
					return fault.New(fault.Damaged, "store-value")
				}
				if v = bytes.Clone(v); l.home[string(key)] {
					ch, err := wire.DecodeChange(v)
					if err != nil {
						return err
					}
					if ch.Payload != nil {
						if err := ch.Forget(); err != nil {
							return err
						}
					}
					v = wire.EncodeChange(&ch)
				}
				b.changes, size = append(b.changes, v), size+len(v)
				run.First++
			}
			return nil
		})
		if err != nil {
			return err
		}
		if err := send(b); err != nil {
			return err
		}
	}
	return nil
}

// note remembers whose words stayed home, and which go now, for a later decision to reach those who lack them.
func (l *load) note(ctx context.Context, s *store.Store) error {
	if len(l.home)+len(l.again) == 0 {
		return nil
	}
	return s.Write(ctx, func(w model.WriteTx) error {
		for place := range l.home {
			if err := keep(w, peerKey(peerHome, l.to[:], []byte(place)), []byte{}); err != nil {
				return err
			}
		}
		for _, place := range l.again {
			if err := keep(w, peerKey(peerHome, l.to[:], []byte(place)), l.m.ID[:]); err != nil {
				return err
			}
		}
		return nil
	})
}

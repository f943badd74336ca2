package store

import (
	"bytes"
	"context"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/trust"
	"leerbalie/store/wire"
)

// Sealed is a change as it travels: its place, and the bytes over which its chain was made.
type Sealed struct {
	Stream journal.Stream
	Seq    uint64
	Bytes  []byte
}

// Since reads the changes of a stream that follow a sequence number, up to a limit (0: all of them).
func (s *Store) Since(ctx context.Context, stream journal.Stream, seq uint64, limit int) (out []Sealed, err error) {
	err = s.Read(ctx, func(r model.Tx) error {
		c := r.(*tx).bucket(wire.BucketLog).Cursor()
		prefix := wire.StreamKey(stream)
		for key, v := c.Seek(wire.LogKey(stream, seq+1)); bytes.HasPrefix(key, prefix); key, v = c.Next() {
			if limit > 0 && len(out) == limit {
				break
			}
			out = append(out, Sealed{stream, wire.ParseNumber(key[wire.StreamLen:]), bytes.Clone(v)})
		}
		return ctx.Err()
	})
	return out, err
}

// Heads is the last sequence number of every stream: what this copy holds.
func (s *Store) Heads(ctx context.Context) (out map[journal.Stream]uint64, err error) {
	out = map[journal.Stream]uint64{}
	err = s.Read(ctx, func(r model.Tx) error {
		return r.(*tx).bucket(wire.BucketHead).ForEach(func(k, v []byte) error {
			h, err := wire.ParseHead(v)
			out[wire.ParseStream(k)] = h.Seq
			return err
		})
	})
	return out, err
}

// Receive takes in changes from another replica, in one transaction: known ones are passed over, and one that leaves a
// gap waits for those before it. Errors: Invalid or Damaged for a change that is malformed, Refused for one about keys from
// whoever has no say about them (see trust.Accept), and nothing of the batch is kept then.
func (s *Store) Receive(ctx context.Context, batch []Sealed) error {
	return s.Write(ctx, func(w model.WriteTx) error {
		t := w.(*tx)
		accepted, err := trust.Accept(t)
		if err != nil {
			return err
		}
		var erasures []*journal.Change
		for _, in := range batch {
			c, sealed, err := wire.OpenChange(in.Stream, in.Seq, in.Bytes)
			if err != nil {
				return err
			}
			t.w.sealed[c] = sealed
			if _, err := journal.Receive(t, c); err != nil {
				return err
			}
			delete(t.w.sealed, c)
			if c.Kind == journal.KindErasure {
				erasures = append(erasures, c)
			}
		}
		return accepted(erasures...)
	})
}

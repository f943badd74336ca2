package replica

import (
	"bytes"
	"time"

	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/store/disk"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// held is a change that came and was not taken in, see wire.Held.
type held struct {
	reason string
	at     time.Time
	from   journal.Replica
	change []byte
}

// maxHeld is how many changes wait at most. What comes beyond it is not kept: its sender goes on sending it.
const maxHeld = 100_000

func (h *held) bytes() []byte {
	return wire.EncodeHeld(&wire.Held{Reason: h.reason, At: h.at.UnixMilli(), From: h.from, Change: h.change})
}

func parseHeld(v []byte) (held, error) {
	h, err := wire.DecodeHeld(v)
	return held{h.Reason, time.UnixMilli(h.At), h.From, h.Change}, err
}

// hold keeps a change that waits; one that is there already stays, unless that is of another stream of the same name. false: too
// many wait.
func hold(b *disk.Tx, s journal.Stream, seq uint64, h held) (bool, error) {
	bucket, key := b.Bucket(wire.BucketHeld), wire.LogKey(s, seq)
	if v := bucket.Get(key); v != nil {
		was, err := parseHeld(v)
		if err == nil && (was.reason != reasonParted || h.reason == reasonParted) {
			return true, nil
		}
	} else if bucket.Sequence() >= maxHeld {
		return false, nil
	} else if err := bucket.SetSequence(bucket.Sequence() + 1); err != nil { // which counts its entries
		return false, err
	}
	return true, tally.Keep(b, wire.BucketHeld, key, h.bytes())
}

func release(b *disk.Tx, s journal.Stream, seq uint64) error {
	bucket, key := b.Bucket(wire.BucketHeld), wire.LogKey(s, seq)
	if bucket.Get(key) == nil {
		return nil
	}
	if err := bucket.SetSequence(bucket.Sequence() - 1); err != nil {
		return err
	}
	return tally.Drop(b, wire.BucketHeld, key)
}

// heldEnds follows the chains of streams through what waits behind their heads.
func heldEnds(b *disk.Tx, heads map[journal.Stream]wire.Head) (map[journal.Stream][]wire.Head, error) {
	out := map[journal.Stream][]wire.Head{}
	err := b.Bucket(wire.BucketHeld).ForEach(func(k, v []byte) error {
		if len(k) != wire.LogKeyLen {
			return nil
		}
		s, seq := wire.ParseStream(k), wire.ParseNumber(k[wire.StreamLen:])
		at := heads[s]
		if n := len(out[s]); n > 0 {
			at = out[s][n-1]
		}
		if seq != at.Seq+1 {
			return nil
		}
		h, err := parseHeld(v)
		if err != nil || h.reason == reasonParted {
			return err
		}
		w, err := wire.DecodeChange(h.change)
		if err != nil {
			return err
		}
		if at, err = at.Next(wire.StreamKey(s), &w); err == nil {
			out[s] = append(out[s], at)
		}
		return err
	})
	return out, err
}

// dropParted lets go of what came in the place of something else, once others hold of the stream what is here.
func dropParted(b *disk.Tx, words ...*word) error {
	parts := partsOf(b)
	agreed := map[journal.Stream]bool{}
	for _, w := range words {
		for _, said := range w.Heads {
			agreed[said.Stream] = agreed[said.Stream] || said.Seq > 0 && parts.At(said.Stream, said.Seq) == said.Hash
		}
	}
	all, err := waiting(b)
	if err != nil {
		return err
	}
	for _, w := range all {
		s := journal.Stream{Replica: w.Replica, Scope: w.Scope}
		if w.Reason != reasonParted || !agreed[s] {
			continue
		}
		for seq := w.First; seq <= w.Last; seq++ {
			if err := release(b, s, seq); err != nil {
				return err
			}
		}
	}
	return nil
}

// waiting lists what waits, a part of a stream with one reason each.
func waiting(b *disk.Tx) (out []transfer.Waiting, err error) {
	err = b.Bucket(wire.BucketHeld).ForEach(func(k, v []byte) error {
		h, err := parseHeld(v)
		if err != nil || len(k) != wire.LogKeyLen {
			return err
		}
		s, seq := wire.ParseStream(k), wire.ParseNumber(k[wire.StreamLen:])
		if n := len(out); n > 0 && out[n-1].Replica == s.Replica && out[n-1].Scope == s.Scope && out[n-1].Last+1 == seq &&
			(out[n-1].Reason == h.reason || h.reason == reasonFollows) {
			out[n-1].Last, out[n-1].Changes = seq, out[n-1].Changes+1
			return nil
		}
		out = append(out, transfer.Waiting{Party: transfer.Party{Replica: s.Replica}, Scope: s.Scope, First: seq, Last: seq, Changes: 1, Reason: h.reason, At: h.at})
		return nil
	})
	return out, err
}

// heldOf are copies of what waits of a stream, in order.
func heldOf(b *disk.Tx, s journal.Stream, visit func(seq uint64, h held) (more bool, err error)) error {
	prefix := wire.StreamKey(s)
	c := b.Bucket(wire.BucketHeld).Cursor()
	type entry struct {
		seq uint64
		h   held
	}
	var all []entry
	for k, v := c.Seek(prefix); bytes.HasPrefix(k, prefix); k, v = c.Next() {
		h, err := parseHeld(bytes.Clone(v))
		if err != nil {
			return err
		}
		all = append(all, entry{wire.ParseNumber(k[wire.StreamLen:]), h})
	}
	for _, e := range all {
		if more, err := visit(e.seq, e.h); err != nil || !more {
			return err
		}
	}
	return nil
}

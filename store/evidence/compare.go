package evidence

import (
	"bytes"
	"slices"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/wire"
	"leerbalie/store/witness"
)

// Heads are the ends of all streams, as a store says. Errors: Damaged for one that cannot be read.
func (p Parts) Heads() (out []witness.Head, err error) {
	err = p.Head.ForEach(func(k, v []byte) error {
		h, err := wire.ParseHead(v)
		if err != nil || len(k) != wire.StreamLen {
			return fault.New(fault.Damaged, "store-value")
		}
		out = append(out, witness.Head{Stream: wire.ParseStream(k), Seq: h.Seq, Hash: h.Hash})
		return nil
	})
	return out, err
}

// Altered is a stream that is not what it was.
type Altered struct {
	Stream   journal.Stream
	Missing  bool   // its end is gone; else it holds other changes
	Sequence uint64 // the first change that is missing; or one up to which something differs
}

// Compare compares what was seen of the streams with what there is: each has to go on at least as far, and to have the same hash where
// it was seen. What an erasure takes is not in the hash. Errors: Damaged for what cannot be read.
func Compare(p Parts, seen []witness.Head) (out []Altered, err error) {
	for _, w := range seen {
		var have wire.Head
		if v := p.Head.Get(wire.StreamKey(w.Stream)); v != nil {
			if have, err = wire.ParseHead(v); err != nil {
				return nil, err
			}
		}
		if have.Seq < w.Seq {
			if !p.wentAway(w) {
				out = append(out, Altered{w.Stream, true, have.Seq + 1})
			}
			continue
		}
		hash := have.Hash
		if have.Seq > w.Seq {
			hash = p.At(w.Stream, w.Seq)
		}
		if hash != w.Hash {
			out = append(out, Altered{w.Stream, false, w.Seq})
		}
	}
	return out, nil
}

const anewLen = wire.StreamLen + 16

// WrittenAnew notes, behind what is noted of that already, that a stream was written anew under another name from a change on.
func WrittenAnew(noted []byte, s journal.Stream, from uint64, at time.Time) []byte {
	return slices.Concat(noted, wire.StreamKey(s), wire.Number(from), wire.Number(uint64(at.UnixMilli())))
}

// Unsettled leaves out of what was seen at some time the ends of streams that were written anew since: others hold other changes there.
func Unsettled(noted []byte, seen []witness.Head, at time.Time) (out []witness.Head) {
	for _, h := range seen {
		settled := false
		for n := noted; len(n) >= anewLen; n = n[anewLen:] {
			from, when := wire.ParseNumber(n[wire.StreamLen:wire.StreamLen+8]), wire.ParseNumber(n[wire.StreamLen+8:anewLen])
			settled = settled || wire.ParseStream(n) == h.Stream && from <= h.Seq && at.UnixMilli() <= int64(when)
		}
		if !settled {
			out = append(out, h)
		}
	}
	return out
}

// Shared are those of the streams that were seen elsewhere whose scopes this store holds anything of, and how many the others are.
func (p Parts) Shared(seen []witness.Head) (of []witness.Head, others int) {
	held := map[journal.Scope]bool{}
	_ = p.Head.ForEach(func(k, _ []byte) error {
		if len(k) == wire.StreamLen {
			held[wire.ParseStream(k).Scope] = true
		}
		return nil
	})
	for _, h := range seen {
		if held[h.Stream.Scope] {
			of = append(of, h)
		} else {
			others++
		}
	}
	return of, others
}

// Wrote tells whether anything here is of a replica.
func (p Parts) Wrote(name journal.Replica) bool {
	for stream := range p.Last() {
		if stream.Replica == name {
			return true
		}
	}
	return false
}

// away is where a stream ended when its scope was put away, and the clock of then; the zero head: it never was.
func (p Parts) away(s journal.Stream) (h wire.Head, clock journal.Logical) {
	if p.Away == nil {
		return h, 0
	}
	v := p.Away.Get(wire.StreamKey(s))
	if len(v) != wire.HeadLen+8 {
		return h, 0
	}
	h, err := wire.ParseHead(v[:wire.HeadLen])
	if err != nil {
		return wire.Head{}, 0
	}
	return h, journal.Logical(wire.ParseNumber(v[wire.HeadLen:]))
}

// wentAway tells whether what was seen is missing because it was put away.
func (p Parts) wentAway(seen witness.Head) bool {
	was, _ := p.away(seen.Stream)
	return was.Seq > seen.Seq || was.Seq == seen.Seq && was.Hash == seen.Hash
}

// At is the chain's hash of a stream at a change, worked out from the mark before it. A change that is not there or cannot be
// read has none, the zero hash: that is a problem of the chain.
func (p Parts) At(s journal.Stream, seq uint64) wire.Sum {
	key := wire.StreamKey(s)
	at := wire.Head{Seq: seq - seq%wire.MarkEvery}
	if at.Seq > 0 && copy(at.Hash[:], p.Mark.Get(wire.LogKey(s, at.Seq))) != len(at.Hash) {
		at = wire.Head{}
	}
	cur := p.Log.Cursor()
	for k, v := cur.Seek(wire.LogKey(s, at.Seq+1)); at.Seq < seq; k, v = cur.Next() {
		if !bytes.Equal(k, wire.LogKey(s, at.Seq+1)) {
			return wire.Sum{}
		}
		w, err := wire.DecodeChange(v)
		if err != nil {
			return wire.Sum{}
		}
		if at, err = at.Next(key, &w); err != nil {
			return wire.Sum{}
		}
	}
	return at.Hash
}

// Parted is the first change of a stream in which a store and a copy of it differ, up to the last that the copy holds.
func Parted(mine, theirs Parts, s journal.Stream, last uint64) uint64 {
	key := wire.StreamKey(s)
	here, there := mine.Log.Cursor(), theirs.Log.Cursor()
	_, v := here.Seek(wire.LogKey(s, 1))
	_, o := there.Seek(wire.LogKey(s, 1))
	for at := (wire.Head{}); at.Seq < last && v != nil && o != nil; {
		w, err := wire.DecodeChange(v)
		if err != nil {
			return at.Seq + 1
		}
		was, err := wire.DecodeChange(o)
		if err != nil {
			return last
		}
		next, err := at.Next(key, &w)
		if err != nil {
			return at.Seq + 1
		}
		if before, err := at.Next(key, &was); err != nil || next != before {
			return at.Seq + 1
		}
		at = next
		_, v = here.Next()
		_, o = there.Next()
	}
	return last
}

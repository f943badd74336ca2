package store

import (
	"crypto/ed25519"
	"time"

	"leerbalie/store/disk"
	"leerbalie/store/evidence"
	"leerbalie/store/self"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
	"leerbalie/store/witness"
)

// attest is a witness of what a transaction sees, signed with a key: the heads of all streams. Errors: Damaged for a head that
// cannot be read; those of witness.Sign.
func attest(b *disk.Tx, key ed25519.PrivateKey, at time.Time) ([]byte, error) {
	heads, err := evidence.PartsOf(b).Heads()
	if err != nil {
		return nil, err
	}
	return witness.Sign(key, at, heads)
}

// testify leaves a witness in a copy, signed with the key of the store that it is made of. A store whose key is damaged can sign
// nothing: check tells, and the copy is not sound. Nor is that of one which is not what it was when it was a copy itself: what
// that saw stays.
func testify(to *disk.Tx, key ed25519.PrivateKey, at time.Time) error {
	meta := to.Bucket(wire.BucketMeta)
	if !self.Made(meta, key) {
		return tally.Drop(to, wire.BucketMeta, wire.MetaWitness)
	}
	if w, err := witness.Read(meta.Get(wire.MetaWitness)); err == nil {
		if less, err := lacks(to, w); err != nil || less {
			return err
		}
	}
	signed, err := attest(to, key, at)
	if err != nil {
		return err
	}
	return tally.Keep(to, wire.BucketMeta, wire.MetaWitness, signed)
}

// evidence tells what something in the file refers to and the journal does not hold.
func (c *checker) evidence() error {
	gone, err := evidence.Find(c.ctx, evidence.PartsOf(c.b))
	for _, g := range gone {
		p := Problem{Kind: Altered, Where: g.Where, Detail: Missing, Sequence: g.Sequence}
		if g.Where == "" {
			p.Where = streamName(wire.StreamKey(g.Stream))
		}
		c.altered(p)
	}
	return err
}

// altered compares what was seen of the streams with what a transaction sees, but for what was written anew since.
func altered(b *disk.Tx, seen []witness.Head, at time.Time) (out []Problem, err error) {
	changed, err := evidence.Compare(evidence.PartsOf(b), evidence.Unsettled(b.Bucket(wire.BucketMeta).Get(wire.MetaAnew), seen, at))
	for _, c := range changed {
		p := Problem{Kind: Altered, Where: streamName(wire.StreamKey(c.Stream)), Detail: Differs, Sequence: c.Sequence, Seen: at}
		if c.Missing {
			p.Detail = Missing
		}
		out = append(out, p)
	}
	return out, err
}

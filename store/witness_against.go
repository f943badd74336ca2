package store

import (
	"bytes"
	"os"
	"time"

	"leerbalie/model/fault"
	"leerbalie/store/disk"
	"leerbalie/store/evidence"
	"leerbalie/store/self"
	"leerbalie/store/wire"
	"leerbalie/store/witness"
)

// Compared is a copy that a store was compared with.
type Compared struct {
	Path string
	Seen time.Time // when it was made
	Else int       // how many streams of it are of scopes that this store, of one holder, does not hold
}

// against compares the file with a copy of it: everything that the copy saw has to be there as it was. What came since is fine.
// A copy says what it saw in its witness; one of an earlier version, which has none and has the key, by its journal. Errors: those
// of opening it; Newer; Damaged for an earlier one whose journal is not right.
func (c *checker) against(path string) error {
	return reading(path, c.s.keys, func(other *Store) error {
		return other.view(func(b *disk.Tx) error {
			meta := b.Bucket(wire.BucketMeta)
			switch {
			case meta == nil || len(meta.Get(wire.MetaFormat)) != 8:
				return fault.New(fault.Damaged, "store-foreign", "path", path)
			case self.Keyless(meta):
				return c.againstSigned(b, path)
			}
			info, err := os.Stat(path)
			if err != nil {
				return disk.Fault(err)
			}
			r := &Report{}
			if err := newChecker(c.ctx, other, b, r).chain(); err != nil {
				return err
			}
			heads, err := evidence.PartsOf(b).Heads()
			if err != nil || !r.Sound() {
				return fault.New(fault.Damaged, "against-unsound", "path", path)
			}
			return c.againstHeads(b, path, heads, 0, info.ModTime())
		})
	})
}

func (c *checker) againstSigned(b *disk.Tx, path string) error {
	signed := b.Bucket(wire.BucketMeta).Get(wire.MetaWitness)
	w, err := witness.Read(signed)
	switch {
	case signed != nil && err != nil:
		c.altered(Problem{Kind: Altered, Where: path, Detail: Signature, File: path})
		return nil
	case signed == nil || !c.knows(w):
		c.altered(Problem{Kind: Altered, Where: path, Detail: Unsigned, File: path})
		return nil
	}
	heads, apart := w.Heads, 0
	if name := w.Replica(); len(c.b.Bucket(wire.BucketMeta).Get(wire.MetaHolder)) > 0 && name != c.s.Replica() {
		heads, apart = evidence.PartsOf(c.b).Shared(heads)
	}
	return c.againstHeads(b, path, heads, apart, w.At)
}

// knows tells whether who signed a witness is known here: this store, one whose changes it or the witness holds, or one of which
// it was a copy, or whose name it had.
func (c *checker) knows(w *witness.Witness) bool {
	name := w.Replica()
	meta := c.b.Bucket(wire.BucketMeta)
	if bytes.Equal(meta.Get(wire.MetaReplica), name[:]) || bytes.Contains(meta.Get(wire.MetaFormer), name[:]) || evidence.PartsOf(c.b).Wrote(name) {
		return true
	}
	from, err := witness.Read(meta.Get(wire.MetaWitness))
	return err == nil && from.Replica() == name
}

func (c *checker) againstHeads(b *disk.Tx, path string, heads []witness.Head, apart int, at time.Time) error {
	c.r.Against = append(c.r.Against, Compared{path, at, apart})
	found, err := altered(c.b, heads, at)
	if err != nil {
		return err
	}
	hashes := map[string]witness.Head{}
	for _, h := range heads {
		hashes[streamName(wire.StreamKey(h.Stream))] = h
	}
	for _, p := range found {
		if h := hashes[p.Where]; p.Detail == Differs {
			if copied := evidence.PartsOf(b); copied.At(h.Stream, h.Seq) == h.Hash { // the copy still has what it saw
				p.Sequence = evidence.Parted(evidence.PartsOf(c.b), copied, h.Stream, h.Seq)
			}
		}
		p.File = path
		c.altered(p)
	}
	return nil
}

package store

import (
	"bytes"
	"context"
	"encoding/hex"
	"slices"

	bolt "go.etcd.io/bbolt"

	"leerbalie/model"
	"leerbalie/store/file"
)

// Problem is something that check found wanting.
type Problem struct {
	Kind   string // "chain": the journal itself; "derived": what is made from it, which a repair makes anew; "file": the pages
	Where  string // which stream and change, or which bucket and key
	Detail string // a code: "gap", "hash", "head", "unreadable", "missing", "extra", "differs", "mark", "scope", "page"
}

// maxProblems is how many problems are listed; there may be more.
const maxProblems = 100

// Report is what a check found.
type Report struct {
	Problems []Problem
	Changes  int
	Entities int
	Digests  Digests
}

// Sound tells whether the journal itself is whole, so that a repair can build on it.
func (r *Report) Sound() bool {
	return !slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.Kind != "derived" })
}

// Check verifies the whole file: the pages, every stream's chain, and everything derived against the journal, entity by
// entity. It reads all and writes nothing. Errors are for what stopped it; problems stand in the report.
func (s *Store) Check(ctx context.Context) (*Report, error) {
	r := &Report{}
	err := s.Read(ctx, func(rt model.Tx) error {
		b := rt.(*tx).b
		ck := &checker{s: s, b: b, r: r, ctx: ctx}
		if sound, err := ck.pages(); err != nil || !sound {
			return err // no use going through what may lead anywhere
		}
		chain := make(chan error, 1)
		other := &checker{s: s, ctx: ctx, r: &Report{}}
		go func() { // on a second core, in a transaction of its own; the file is held by the one around it
			chain <- guard(func() error {
				return s.db.View(func(b *bolt.Tx) error { other.b = b; return other.chain() })
			})
		}()
		err := ck.entities()
		if cerr := <-chain; err == nil {
			err = cerr
		}
		r.Changes = other.r.Changes
		r.Problems = append(other.r.Problems, r.Problems...)
		if err != nil {
			return err
		}
		if ck.seen != r.Changes {
			ck.problem("derived", "item", "missing")
		}
		if r.Digests, err = digests(ctx, s.codec, b); err != nil && model.KindOf(err) != model.Damaged {
			return err
		}
		return nil
	})
	return r, err
}

// Repair derives everything anew from the journal. The journal has to be sound. Errors: Damaged when it is not.
func (s *Store) Repair(ctx context.Context, r *Report, progress func(done int)) error {
	if !r.Sound() {
		return model.Fail(model.Damaged, "repair-chain", "path", s.path)
	}
	if err := s.rebuild(progress); err != nil {
		return err
	}
	return s.Fold(ctx)
}

// checker is a check under way.
type checker struct {
	s       *Store
	b       *bolt.Tx
	r       *Report
	ctx     context.Context
	seen    int // changes that items refer to
	entries int // index entries that are as they should be
}

func (c *checker) problem(kind, where, detail string) {
	if len(c.r.Problems) < maxProblems {
		c.r.Problems = append(c.r.Problems, Problem{kind, where, detail})
	}
}

// pages checks the pages of the file, without bbolt.
func (c *checker) pages() (sound bool, err error) {
	faults, ok, err := file.CheckTree(c.s.path, uint64(c.b.ID()))
	if err != nil {
		return false, err
	}
	for _, f := range faults {
		c.problem("file", f, "page")
	}
	return !ok || len(faults) == 0, nil
}

// chain walks every stream of the journal and works its hashes out again.
func (c *checker) chain() error {
	marks, heads := c.b.Bucket(bucketMark), c.b.Bucket(bucketHead)
	var at head
	var stream []byte
	end := func() {
		if stream == nil {
			return
		}
		if h, err := parseHead(heads.Get(stream)); err != nil || h != at {
			c.problem("chain", streamName(stream), "head")
		}
	}
	streams := 0
	cur := c.b.Bucket(bucketLog).Cursor()
	for key, v := cur.First(); key != nil; key, v = cur.Next() {
		if c.r.Changes++; c.r.Changes%1024 == 0 && c.ctx.Err() != nil {
			return c.ctx.Err()
		}
		if len(key) != logKeyLen {
			c.problem("chain", hex.EncodeToString(key), "unreadable")
			continue
		}
		if !bytes.Equal(key[:streamLen], stream) {
			end()
			stream, at = bytes.Clone(key[:streamLen]), head{}
			streams++
		}
		var w wireChange
		if err := c.s.codec.decode(v, &w); err != nil {
			c.problem("chain", changeName(key), "unreadable")
			at.seq++
			continue
		}
		if seq := parseNumber(key[streamLen:]); seq != at.seq+1 {
			c.problem("chain", changeName(key), "gap")
			at.seq = seq - 1
		}
		next, err := at.next(stream, &w)
		if err != nil {
			c.problem("chain", changeName(key), "unreadable")
			at.seq++
			continue
		}
		at = next
		if at.seq%markEvery == 0 && !bytes.Equal(marks.Get(key), at.hash[:]) {
			c.problem("chain", changeName(key), "mark")
		}
	}
	end()
	if n := heads.Stats().KeyN; n != streams {
		c.problem("chain", "head", "extra")
	}
	return nil
}

func streamName(b []byte) string {
	s := parseStream(b)
	return s.Replica.String() + "/" + s.Scope.Class.String() + "/" + s.Scope.Part.String()
}

func changeName(key []byte) string {
	return streamName(key) + "#" + hex.EncodeToString(bytes.TrimLeft(key[streamLen:], "\x00"))
}

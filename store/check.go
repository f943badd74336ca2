package store

import (
	"bytes"
	"context"
	"encoding/hex"
	"runtime"
	"slices"
	"sync"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/derive"
	"leerbalie/store/digest"
	"leerbalie/store/disk"
	"leerbalie/store/evidence"
	"leerbalie/store/file"
	"leerbalie/store/number"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// Problem is something that check found wanting.
type Problem struct {
	// Kind is "chain": the journal itself; "derived": what is made from it, which a repair makes anew; "file": the pages; "local":
	// what this copy keeps for itself, which a repair can but take as it is; "doubt": the last write may be missing, which nothing
	// in the file can tell, until a repair has said so; "trust": what was written about keys and does not count; Altered.
	Kind     string
	Where    string    // which stream and change, or which bucket and key
	Detail   string    // a code: "gap", "head", "unreadable", "missing", "extra", "differs", "mark", "scope", "page", "low", "older", "count"
	Sequence uint64    // of what was altered, the change that it begins with, as far as is known
	Seen     time.Time // when that was still whole; zero: not known
	File     string    // the copy that shows it; "": the file itself does, or a note outside of it
}

// Altered is the kind of a problem that only somebody's hand or an old copy brings about: changes that were there are not, or
// are others. What follows are its details.
const (
	Altered = "altered"
	Missing = "missing"
	Differs = "differs"
	// A copy whose signed statement of what it holds is gone, or by nobody who is known; one that is not as it was signed.
	Unsigned  = "unsigned"
	Signature = "signature"
)

// maxProblems is how many problems are listed; there may be more.
const maxProblems = 100

// Report is what a check found.
type Report struct {
	Problems []Problem
	Changes  int
	Entities int
	Digests  digest.Digest
	Against  []Compared // the copies that it was compared with
	Names    int        // other names of the file (hard links), under which nothing is ever erased
	Unwiped  int        // free places in which words of who was erased can still stand, see owed.go; the store is sound with them
}

// Sound tells whether the journal itself is whole, so that a repair can build on it.
func (r *Report) Sound() bool {
	return !slices.ContainsFunc(r.Problems, func(p Problem) bool { return !slices.Contains([]string{"derived", "local", "doubt", "trust"}, p.Kind) })
}

// Check verifies the whole file: the pages, every stream's chain, and everything derived against the journal, entity by
// entity. It reads all and writes nothing, on as many cores as there are. Errors are for what stopped it; problems stand
// in the report. Of copies of it that are named, everything that they saw has to be there.
func (s *Store) Check(ctx context.Context, against ...string) (*Report, error) {
	s.file.RLock()
	defer s.file.RUnlock()
	r := &Report{Names: s.otherNames()}
	err := disk.Guard(func() error {
		views, release, err := s.still(1 + runtime.GOMAXPROCS(0))
		if err != nil {
			return err
		}
		defer release()
		if owes(views[0], Debt{Kind: OwesCompact}) {
			r.Unwiped = max(freePlaces(s.db), 1)
		}
		first := newChecker(ctx, s, views[0], r)
		if sound, err := first.pages(); err != nil || !sound {
			return err // no use going through what may lead anywhere
		}
		tasks := []func(*checker) error{(*checker).witnessed, (*checker).evidence, (*checker).chain, (*checker).digests, (*checker).indexedWords, (*checker).local}
		for _, path := range against {
			tasks = append(tasks, func(c *checker) error { return c.against(path) })
		}
		for _, part := range first.parts() {
			tasks = append(tasks, func(c *checker) error { return c.entities(part) })
		}
		err = first.share(tasks, views[1:])
		if err != nil {
			return err
		}
		return first.totals()
	})
	return r, err
}

// still opens reading transactions that all see one state: no writer comes between them.
func (s *Store) still(n int) (views []*disk.Tx, release func(), err error) {
	release = func() {
		for _, v := range views {
			_ = v.Rollback()
		}
	}
	if !s.db.IsReadOnly() {
		writer, err := s.db.Begin(true)
		if err != nil {
			return nil, nil, disk.Fault(err)
		}
		defer writer.Rollback()
	}
	for range n {
		v, err := s.db.Begin(false)
		if err != nil {
			release()
			return nil, nil, disk.Fault(err)
		}
		views = append(views, v)
	}
	return views, release, nil
}

// share has a checker for each view work through the tasks, and joins what they found, in the order of the tasks.
func (c *checker) share(tasks []func(*checker) error, views []*disk.Tx) error {
	done := make([]*checker, len(tasks))
	failed := make([]error, len(tasks))
	next := make(chan int)
	var workers sync.WaitGroup
	for _, view := range views {
		workers.Go(func() {
			for i := range next {
				done[i] = newChecker(c.ctx, c.s, view, &Report{})
				failed[i] = disk.Guard(func() error { return tasks[i](done[i]) })
			}
		})
	}
	for i := range tasks {
		next <- i
	}
	close(next)
	workers.Wait()
	for i, d := range done {
		if failed[i] != nil {
			return failed[i]
		}
		c.join(d)
	}
	return nil
}

// join adds what another checker found.
func (c *checker) join(d *checker) {
	for _, p := range d.r.Problems {
		if p.Kind == Altered {
			c.altered(p)
			continue
		}
		c.problem(p.Kind, p.Where, p.Detail)
	}
	c.r.Changes += d.r.Changes
	c.r.Against = append(c.r.Against, d.r.Against...)
	c.r.Entities += d.r.Entities
	if d.r.Digests.All != "" {
		c.r.Digests = d.r.Digests
	}
	c.seen, c.records = c.seen+d.seen, c.records+d.records
	c.latest = max(c.latest, d.latest)
	for p, n := range d.entries {
		c.entries[p] += n
	}
	for k, n := range d.counts {
		c.counts[k] += n
	}
	c.cells.Join(&d.cells)
	for k, n := range d.words {
		c.words[k] += n
	}
	c.issued.Join(d.issued)
}

// Repair derives everything anew from the journal, and takes what this copy keeps for itself as it is. The journal has to be sound. Errors: Damaged when it is not.
func (s *Store) Repair(ctx context.Context, r *Report, progress func(done int)) error {
	if !r.Sound() {
		return fault.New(fault.Damaged, "repair-chain", "path", s.path)
	}
	if err := s.update(tally.DropUnreadable); err != nil {
		return err
	}
	if err := s.rebuild(progress); err != nil {
		return err
	}
	if err := s.takeLocal(); err != nil {
		return err
	}
	return s.IndexWords(ctx)
}

// checker is a check under way.
type checker struct {
	s       *Store
	b       *disk.Tx
	r       *Report
	ctx     context.Context
	seen    int // changes that items refer to
	records int
	entries map[*derive.Projection]int // of those that keep entries, how many are there
	latest  journal.Logical            // the last moment of all changes
	counts  map[string]uint64          // what numbers should be
	cells   derive.Cells               // and figures
	words   map[indexed]uint64         // the sum over what words are expected, less that over what is in the index
	issued  number.Issued
	t       *tx // looks up what is kept
	log     disk.Near
	record  disk.Near
	kept    map[place]*disk.Near
	erased  map[journal.ID]bool // what stands on the erase list; nil: not read yet
	change  journal.Change      // room for the one that is looked at
	form    []byte              // room for what something should look like on disk
	now     derive.State        // room for the entity that is looked at
	wanted  []derive.Entry      // room for the entries of one entity
}

func newChecker(ctx context.Context, s *Store, b *disk.Tx, r *Report) *checker {
	b.Tolerate()
	return &checker{s: s, b: b, r: r, ctx: ctx, t: &tx{s: s, b: b, names: map[journal.ID]string{}}, entries: map[*derive.Projection]int{}, counts: map[string]uint64{}, words: map[indexed]uint64{},
		issued: number.Issued{}, kept: map[place]*disk.Near{}}
}

func (c *checker) get(bucket, key []byte) []byte { return c.t.get(bucket, key) }

func (c *checker) problem(kind, where, detail string) {
	if len(c.r.Problems) < maxProblems {
		c.r.Problems = append(c.r.Problems, Problem{Kind: kind, Where: where, Detail: detail})
	}
}

// altered notes what is Altered, before all others: it says most, and there may be too many to list.
func (c *checker) altered(p Problem) {
	n := slices.IndexFunc(c.r.Problems, func(p Problem) bool { return p.Kind != Altered })
	if n < 0 {
		n = len(c.r.Problems)
	}
	if n < maxProblems {
		c.r.Problems = slices.Insert(c.r.Problems, n, p)
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

// Digests works out the hashes of what is derived, which two replicas compare.
func (s *Store) Digests(ctx context.Context) (d digest.Digest, err error) {
	err = s.view(func(b *disk.Tx) error {
		d, err = digest.Of(ctx, b.Bucket(wire.BucketRecord), b.Bucket(wire.BucketItem))
		return err
	})
	return d, err
}

// digests works out the hashes. What cannot be read is a problem that others report.
func (c *checker) digests() (err error) {
	if c.r.Digests, err = digest.Of(c.ctx, c.b.Bucket(wire.BucketRecord), c.b.Bucket(wire.BucketItem)); fault.KindOf(err) == fault.Damaged {
		return nil
	}
	return err
}

// chain works the hashes of every stream of the journal out again.
func (c *checker) chain() error {
	changes, broken, err := evidence.Chain(c.ctx, evidence.PartsOf(c.b))
	c.r.Changes += changes
	for _, at := range broken {
		c.problem("chain", chainName(at.Key), at.Detail)
	}
	return err
}

// chainName names what a problem of the chain is about: a change, a stream, all heads, or a key that is none of these.
func chainName(key []byte) string {
	switch len(key) {
	case 0:
		return "head"
	case wire.StreamLen:
		return streamName(key)
	case wire.LogKeyLen:
		return changeName(key)
	}
	return hex.EncodeToString(key)
}

func streamName(b []byte) string {
	s := wire.ParseStream(b)
	return s.Replica.String() + "/" + s.Scope.Class.String() + "/" + s.Scope.Part.String()
}

func changeName(key []byte) string {
	return streamName(key) + "#" + hex.EncodeToString(bytes.TrimLeft(key[wire.StreamLen:], "\x00"))
}

package store

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"

	bolt "go.etcd.io/bbolt"
	"leerbalie/store/wire"
)

// What this copy keeps for itself can be worked out from nothing else, so the file keeps sums over it, one of each bucket, which
// keep and drop bring up to date with every entry. Beside them stands the last transaction of bbolt, which every transaction
// renews: when a page of long ago comes back, it brings the sums and the entries of its own time, but another transaction. What
// was once found wanting stays so, whatever is written later, until somebody has it tallied anew.
//
// A program that keeps no sums says by metaDerived that it derived what is derived, with nothing behind: after it the file is
// tallied anew, since nobody knows what it wrote.

// talliedBuckets lists what is tallied, in the order of the sums. Another one raises tallyVersion.
func talliedBuckets() [][]byte {
	return [][]byte{bucketMeta, bucketPending, bucketCounter, bucketDraft, bucketSetting, bucketOwed}
}

// tallyVersion is the version of what is tallied; it stands at the end of metaDerived.
const tallyVersion = 1

// tallied tells whether a file is tallied by this version.
func tallied(meta *bolt.Bucket) bool {
	mark := meta.Get(metaDerived)
	return len(mark) == derivedLen+8 && wire.ParseNumber(mark[derivedLen:]) == tallyVersion && wire.ParseNumber(meta.Get(metaSchema)) == 0 &&
		len(meta.Get(metaTally)) == 8+8*len(talliedBuckets())
}

// entrySum is a number over an entry. Those of all entries of a bucket are added up, in whatever order.
func entrySum(key, value []byte) uint64 {
	var room [512]byte
	hash := sha256.Sum256(appendEntry(room[:0], key, value))
	return binary.BigEndian.Uint64(hash[:8])
}

// keep puts an entry into a bucket that is tallied.
func keep(b *bolt.Tx, bucket, key, value []byte) error {
	return errors.Join(weigh(b, bucket, key, value, true), b.Bucket(bucket).Put(key, value))
}

// drop removes an entry from a bucket that is tallied.
func drop(b *bolt.Tx, bucket, key []byte) error {
	return errors.Join(weigh(b, bucket, key, nil, false), b.Bucket(bucket).Delete(key))
}

// weigh alters the sum of a bucket by an entry that is about to be put, or dropped.
func weigh(b *bolt.Tx, bucket, key, value []byte, put bool) error {
	meta := b.Bucket(bucketMeta)
	if !tallied(meta) {
		return nil
	}
	tally := append(make([]byte, 0, 64), meta.Get(metaTally)...)
	for i, name := range talliedBuckets() {
		if string(name) != string(bucket) {
			continue
		}
		at := tally[8+8*i:]
		sum := binary.BigEndian.Uint64(at)
		if old := b.Bucket(bucket).Get(key); old != nil {
			sum -= entrySum(key, old)
		}
		if put {
			sum += entrySum(key, value)
		}
		binary.BigEndian.PutUint64(at, sum)
	}
	return meta.Put(metaTally, tally)
}

// sums adds up what is in each bucket that is tallied.
func sums(b *bolt.Tx) ([]uint64, error) {
	out := make([]uint64, len(talliedBuckets()))
	for i, name := range talliedBuckets() {
		err := b.Bucket(name).ForEach(func(k, v []byte) error {
			if string(name) != string(bucketMeta) || string(k) != string(metaTally) {
				out[i] += entrySum(k, v)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// tallyAnew takes what is there as it is.
func tallyAnew(b *bolt.Tx) error {
	meta := b.Bucket(bucketMeta)
	mark := append(make([]byte, 0, derivedLen+8), meta.Get(metaDerived)...)
	for len(mark) < derivedLen {
		mark = append(mark, 0)
	}
	if err := meta.Put(metaDerived, append(mark[:derivedLen], wire.Number(tallyVersion)...)); err != nil {
		return err
	}
	all, err := sums(b)
	if err != nil {
		return err
	}
	tally := wire.Number(uint64(b.ID()))
	for _, sum := range all {
		tally = binary.BigEndian.AppendUint64(tally, sum)
	}
	return meta.Put(metaTally, tally)
}

// tallyMark is what stands behind the mark of who derived what is derived, in a file that is tallied.
func tallyMark(b *bolt.Tx) []byte {
	if !tallied(b.Bucket(bucketMeta)) {
		return nil
	}
	return wire.Number(tallyVersion)
}

// underWay is the mark of what is being derived.
func underWay(b *bolt.Tx) []byte { return append(make([]byte, derivedLen), tallyMark(b)...) }

// markLost tells whether a file was tallied and does not say so any more in a way that a program would leave: what tells who derived it
// is gone or of another form, or the sums are.
func markLost(b *bolt.Tx) bool {
	meta := b.Bucket(bucketMeta)
	if meta == nil || tallied(meta) || wire.ParseNumber(meta.Get(metaSchema)) != 0 {
		return false
	}
	mark, tally := meta.Get(metaDerived), meta.Get(metaTally)
	if len(mark) == derivedLen+8 {
		return wire.ParseNumber(mark[derivedLen:]) == tallyVersion
	}
	return tally != nil && len(mark) != derivedLen && len(mark) != 8 // as earlier programs wrote it
}

// tallied tallies a file that a program left that keeps no sums, and one whose mark is lost as one that is not to be trusted.
func (s *Store) tallied(lost bool) error {
	is := false
	err := s.view(func(b *bolt.Tx) error { is = tallied(b.Bucket(bucketMeta)); return nil })
	if err != nil || is {
		return err
	}
	return s.update(func(b *bolt.Tx) error {
		if err := tallyAnew(b); err != nil || !lost {
			return err
		}
		return distrust(b)
	})
}

// distrust makes a tally one that a check finds wanting, until it is made anew.
func distrust(b *bolt.Tx) error {
	meta := b.Bucket(bucketMeta)
	return meta.Put(metaTally, append(wire.Number(0), meta.Get(metaTally)[8:]...))
}

// retally has the tally name this transaction instead of the one before it.
func retally(b *bolt.Tx) error { return retallyAfter(b, uint64(b.ID())-1) }

// retallyAfter does so in a file that was written by another way: before is the transaction that the tally should name.
func retallyAfter(b *bolt.Tx, before uint64) error {
	meta := b.Bucket(bucketMeta)
	if meta == nil || !tallied(meta) {
		return nil
	}
	tally := meta.Get(metaTally)
	if wire.ParseNumber(tally[:8]) != before {
		return nil
	}
	return meta.Put(metaTally, append(wire.Number(uint64(b.ID())), tally[8:]...))
}

// tallyCopy tallies a copy, from which entries were left out: as one that is not to be trusted when that is so of what it was copied
// from.
func tallyCopy(from, to *bolt.Tx) error {
	wrong, err := tallyFaults(from)
	if err == nil {
		err = tallyAnew(to)
	}
	if err != nil || len(wrong) == 0 {
		return err
	}
	return distrust(to)
}

// tallyFaults compares what is there with the tally, and returns the buckets that differ, and meta when the tally is of another
// transaction.
func tallyFaults(b *bolt.Tx) (wrong []tallyFault, err error) {
	meta := b.Bucket(bucketMeta)
	if !tallied(meta) {
		return nil, nil
	}
	tally := meta.Get(metaTally)
	if wire.ParseNumber(tally[:8]) != uint64(b.ID()) {
		wrong = append(wrong, tallyFault{string(bucketMeta), "older"})
	}
	now, err := sums(b)
	for i, sum := range now {
		if wire.ParseNumber(tally[8+8*i:16+8*i]) != sum {
			wrong = append(wrong, tallyFault{string(talliedBuckets()[i]), "differs"})
		}
	}
	return wrong, err
}

// tallyFault is a bucket, and what is wrong with it.
type tallyFault struct{ bucket, detail string }

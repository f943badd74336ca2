// Package tally keeps sums over what a copy of the store keeps for itself, so that a check sees when that was altered.
package tally

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"

	"leerbalie/store/disk"
	"leerbalie/store/wire"
)

// What this copy keeps for itself can be worked out from nothing else, so the file keeps sums over it, one of each bucket, which
// Keep and Drop bring up to date with every entry. Beside them stands the last transaction of bbolt, which every transaction
// renews: when a page of long ago comes back, it brings the sums and the entries of its own time, but another transaction. What
// was once found wanting stays so, whatever is written later, until somebody has it tallied anew.
//
// A program that keeps no sums says by metaDerived that it derived what is derived, with nothing behind: after it the file is
// tallied anew, since nobody knows what it wrote.

// Buckets lists what is tallied, in the order of the sums. Another one raises tallyVersion.
func Buckets() [][]byte {
	return [][]byte{wire.BucketMeta, wire.BucketPending, wire.BucketCounter, wire.BucketDraft, wire.BucketSetting, wire.BucketOwed,
		wire.BucketPeer, wire.BucketHeld, wire.BucketAway}
}

// tallyVersion is the version of what is tallied; it stands at the end of metaDerived.
const tallyVersion = 2

// Is tells whether a file is tallied by this version.
func Is(meta *disk.Bucket) bool {
	mark := meta.Get(wire.MetaDerived)
	return len(mark) == DerivedLen+8 && wire.ParseNumber(mark[DerivedLen:]) == tallyVersion && wire.ParseNumber(meta.Get(wire.MetaSchema)) == 0 &&
		len(meta.Get(wire.MetaTally)) == 8+8*len(Buckets())
}

// entrySum is a number over an entry. Those of all entries of a bucket are added up, in whatever order.
func entrySum(key, value []byte) uint64 {
	var room [512]byte
	hash := sha256.Sum256(wire.AppendEntry(room[:0], key, value))
	return binary.BigEndian.Uint64(hash[:8])
}

// Keep puts an entry into a bucket that is tallied.
func Keep(b *disk.Tx, bucket, key, value []byte) error {
	return errors.Join(weigh(b, bucket, key, value, true), b.Bucket(bucket).Put(key, value))
}

// Drop removes an entry from a bucket that is tallied.
func Drop(b *disk.Tx, bucket, key []byte) error {
	return errors.Join(weigh(b, bucket, key, nil, false), b.Bucket(bucket).Delete(key))
}

// weigh alters the sum of a bucket by an entry that is about to be put, or dropped.
func weigh(b *disk.Tx, bucket, key, value []byte, put bool) error {
	meta := b.Bucket(wire.BucketMeta)
	if !Is(meta) {
		return nil
	}
	tally := append(make([]byte, 0, 64), meta.Get(wire.MetaTally)...)
	for i, name := range Buckets() {
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
	return meta.Put(wire.MetaTally, tally)
}

// sums adds up what is in each bucket that is tallied.
func sums(b *disk.Tx) ([]uint64, error) {
	out := make([]uint64, len(Buckets()))
	for i, name := range Buckets() {
		err := b.Bucket(name).ForEach(func(k, v []byte) error {
			if string(name) != string(wire.BucketMeta) || string(k) != string(wire.MetaTally) {
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

// Anew takes what is there as it is.
func Anew(b *disk.Tx) error {
	meta := b.Bucket(wire.BucketMeta)
	mark := append(make([]byte, 0, DerivedLen+8), meta.Get(wire.MetaDerived)...)
	for len(mark) < DerivedLen {
		mark = append(mark, 0)
	}
	if err := meta.Put(wire.MetaDerived, append(mark[:DerivedLen], wire.Number(tallyVersion)...)); err != nil {
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
	return meta.Put(wire.MetaTally, tally)
}

// Mark is what stands behind the mark of who derived what is derived, in a file that is tallied.
func Mark(b *disk.Tx) []byte {
	if !Is(b.Bucket(wire.BucketMeta)) {
		return nil
	}
	return wire.Number(tallyVersion)
}

// UnderWay is the mark of what is being derived.
func UnderWay(b *disk.Tx) []byte { return append(make([]byte, DerivedLen), Mark(b)...) }

// MarkLost tells whether a file was tallied and does not say so any more in a way that a program would leave: what tells who derived it
// is gone or of another form, or the sums are.
func MarkLost(b *disk.Tx) bool {
	meta := b.Bucket(wire.BucketMeta)
	if meta == nil || Is(meta) || wire.ParseNumber(meta.Get(wire.MetaSchema)) != 0 {
		return false
	}
	mark, tally := meta.Get(wire.MetaDerived), meta.Get(wire.MetaTally)
	if len(mark) == DerivedLen+8 {
		return wire.ParseNumber(mark[DerivedLen:]) == tallyVersion
	}
	return tally != nil && len(mark) != DerivedLen && len(mark) != 8 // as earlier programs wrote it
}

// Distrust makes a tally one that a check finds wanting, until it is made anew.
func Distrust(b *disk.Tx) error {
	meta := b.Bucket(wire.BucketMeta)
	return meta.Put(wire.MetaTally, append(wire.Number(0), meta.Get(wire.MetaTally)[8:]...))
}

// Renew has the tally name this transaction instead of the one before it.
func Renew(b *disk.Tx) error { return RenewAfter(b, uint64(b.ID())-1) }

// RenewAfter does so in a file that was written by another way: before is the transaction that the tally should name.
func RenewAfter(b *disk.Tx, before uint64) error {
	meta := b.Bucket(wire.BucketMeta)
	if meta == nil || !Is(meta) {
		return nil
	}
	tally := meta.Get(wire.MetaTally)
	if wire.ParseNumber(tally[:8]) != before {
		return nil
	}
	return meta.Put(wire.MetaTally, append(wire.Number(uint64(b.ID())), tally[8:]...))
}

// Copy tallies a copy, from which entries were left out: as one that is not to be trusted when that is so of what it was copied
// from.
func Copy(from, to *disk.Tx) error {
	wrong, err := Faults(from)
	if err == nil {
		err = Anew(to)
	}
	if err != nil || len(wrong) == 0 {
		return err
	}
	return Distrust(to)
}

// Faults compares what is there with the tally, and returns the buckets that differ, and meta when the tally is of another
// transaction.
func Faults(b *disk.Tx) (wrong []tallyFault, err error) {
	meta := b.Bucket(wire.BucketMeta)
	if !Is(meta) {
		return nil, nil
	}
	tally := meta.Get(wire.MetaTally)
	if wire.ParseNumber(tally[:8]) != uint64(b.ID()) {
		wrong = append(wrong, tallyFault{string(wire.BucketMeta), "older"})
	}
	now, err := sums(b)
	for i, sum := range now {
		if wire.ParseNumber(tally[8+8*i:16+8*i]) != sum {
			wrong = append(wrong, tallyFault{string(Buckets()[i]), "differs"})
		}
	}
	return wrong, err
}

// tallyFault is a bucket, and what is wrong with it.
type tallyFault struct{ Bucket, Detail string }

// DerivedLen is how long the mark in metaDerived of who derived is; what tells of the tally may follow it.
const DerivedLen = 16

package tally

import (
	"bytes"
	"errors"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/disk"
	"leerbalie/store/wire"
)

// opens tells whether a value of a sealed file opened.
func opens(_, v []byte) error {
	if disk.IsUnreadable(v) {
		return fault.New(fault.Damaged, "store-value")
	}
	return nil
}

// DropUnreadable removes what waits, drafts, and of a sealed file what else only this copy knows, that cannot be read: nobody could read, erase or
// take in any of the others while they are there. What waits was never taken in, and comes again from where it came.
func DropUnreadable(b *disk.Tx) error {
	b.Tolerate()
	for _, of := range []struct {
		bucket []byte
		read   func(k, v []byte) error
	}{
		{wire.BucketPending, func(k, v []byte) error {
			if len(k) != wire.LogKeyLen {
				return fault.New(fault.Damaged, "store-value")
			}
			_, _, err := wire.OpenChange(wire.ParseStream(k), wire.ParseNumber(k[wire.StreamLen:]), v)
			return err
		}},
		{wire.BucketHeld, func(k, v []byte) error {
			h, err := wire.DecodeHeld(v)
			if err == nil && len(k) != wire.LogKeyLen {
				err = fault.New(fault.Damaged, "store-value")
			}
			if err == nil {
				_, _, err = wire.OpenChange(wire.ParseStream(k), wire.ParseNumber(k[wire.StreamLen:]), h.Change)
			}
			return err
		}},
		{wire.BucketPeer, opens}, {wire.BucketAway, opens},
		{wire.BucketDraft, func(_, v []byte) error { _, err := wire.DecodeDraft(journal.ID{}, "", v); return err }},
		{wire.BucketSetting, opens}, {wire.BucketCounter, opens}, {wire.BucketOwed, opens},
	} {
		var bad [][]byte
		err := b.Bucket(of.bucket).ForEach(func(k, v []byte) error {
			if of.read(k, v) != nil {
				bad = append(bad, bytes.Clone(k))
			}
			return nil
		})
		for _, k := range bad {
			err = errors.Join(err, Drop(b, of.bucket, k))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

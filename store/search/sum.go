package search

import (
	"bytes"
	"context"
	"encoding/binary"
	"slices"

	"leerbalie/store/disk"
)

// Sum is a number over a text's id and words, for checks that compare two lists of texts without holding them: those of
// several texts are added up. It does not depend on the order of the words nor on repeats, and is 0 for a text without words.
func (d Doc) Sum() (sum uint64) {
	var room [64]uint64
	hashes := room[:0]
	for _, w := range d.Words {
		if w != "" {
			hashes = append(hashes, hashWord(cut(w)))
		}
	}
	slices.Sort(hashes)
	id := hashID(d.ID)
	for _, h := range slices.Compact(hashes) {
		sum += mix(id + h)
	}
	return sum
}

// Sum adds up the sums of the texts that the index has under a prefix, but for those that are left out. It reads everything and
// is strict about what it reads. Errors: ErrDamaged and ctx's.
func Sum(ctx context.Context, b *disk.Bucket, prefix []byte, leaveOut func(ID) bool) (sum uint64, err error) {
	c := b.Cursor()
	var last ID
	key, value := c.Seek(prefix)
	var ids [maxDocs]uint64
	var out [maxDocs]bool
	for ; isKey(key, prefix); key, value = c.Next() {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		blk, err := openBlock(value)
		if err != nil {
			return 0, err
		}
		if first := blk.id(0); first != ID(key[len(prefix):]) || compareIDs(last, first) >= 0 {
			return 0, ErrDamaged
		}
		for i := range blk.n {
			last = blk.id(i)
			ids[i], out[i] = hashID(last), leaveOut(last)
		}
		err = blk.each(func(word []byte, places []uint16) {
			h := hashWord(word)
			for _, p := range places {
				if !out[p] {
					sum += mix(ids[p] + h)
				}
			}
		})
		if err != nil {
			return 0, err
		}
	}
	if bytes.HasPrefix(key, prefix) {
		return 0, ErrDamaged // a search would end here
	}
	return sum, nil
}

func hashWord[T string | []byte](word T) uint64 {
	h := uint64(14695981039346656037) // FNV-1a
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * 1099511628211
	}
	return h
}

func hashID(id ID) uint64 {
	return mix(binary.BigEndian.Uint64(id[:8]) ^ mix(binary.BigEndian.Uint64(id[8:])))
}

// mix spreads what differs in few bits over all of them (the last step of SplitMix64).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

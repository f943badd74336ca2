package search

import (
	"encoding/binary"
	"hash/fnv"
	"slices"
)

// Sum is a number over a text's id and words, for checks that compare two lists of texts without holding them. It is the same
// for a text as it is given to Fold and as Each visits it, and 0 for one without words.
func (d Doc) Sum() uint64 {
	words := make([]string, len(d.Words))
	for i, w := range d.Words {
		words[i] = cut(w)
	}
	slices.Sort(words)
	words = slices.Compact(words)
	if len(words) > 0 && words[0] == "" {
		words = words[1:]
	}
	if len(words) == 0 {
		return 0
	}
	h := fnv.New64a()
	h.Write(d.ID[:])
	var size [2]byte
	for _, w := range words {
		binary.BigEndian.PutUint16(size[:], uint16(len(w)))
		h.Write(size[:])
		h.Write([]byte(w))
	}
	return h.Sum64()
}

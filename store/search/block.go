package search

import (
	"bytes"
	"encoding/binary"
	"errors"
	"unicode/utf8"

	"leerbalie/model/plain"
)

// ErrDamaged means that a block is not as this package writes it. The index must be made anew from the texts.
var ErrDamaged = errors.New("search: damaged block")

const (
	version    = 1
	maxDocs    = 1024 // texts in a block
	groupSize  = 16   // words between two that are written in full
	headerSize = 8
	idSize     = 16

	// MaxWord is how many bytes of a word the index keeps. Longer words are cut, in texts and in queries alike, so that
	// they are found and, very rarely, found too often.
	MaxWord = 48
)

// ID names a text. IDs sort by the time at which they were made; the zero ID is no text.
type ID [idSize]byte

// bitmap has a bit for every text of a block.
type bitmap [maxDocs / 64]uint64

// block reads a value without copying it.
type block struct {
	n      int    // texts
	ids    []byte // n × idSize
	groups []byte // four bytes each
	words  []byte
}

func openBlock(value []byte) (block, error) {
	if len(value) < headerSize || value[0] != version || value[1] != 0 {
		return block{}, ErrDamaged
	}
	n := int(binary.BigEndian.Uint16(value[2:]))
	groups := uint64(binary.BigEndian.Uint32(value[4:]))
	rest := value[headerSize:]
	if n == 0 || n > maxDocs || uint64(len(rest)) < uint64(n)*idSize+groups*4 {
		return block{}, ErrDamaged
	}
	ids, rest := rest[:n*idSize], rest[n*idSize:]
	return block{n: n, ids: ids, groups: rest[:groups*4], words: rest[groups*4:]}, nil
}

func (b *block) id(i int) ID { return ID(b.ids[i*idSize : (i+1)*idSize]) }

// below returns how many ids of the block are lower than id.
func (b *block) below(id ID) int {
	low, high := 0, b.n
	for low < high {
		mid := (low + high) / 2
		if bytes.Compare(b.ids[mid*idSize:(mid+1)*idSize], id[:]) < 0 {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// group returns the words from group i on.
func (b *block) group(i int) []byte {
	at := binary.BigEndian.Uint32(b.groups[i*4:])
	if uint64(at) >= uint64(len(b.words)) {
		return nil
	}
	return b.words[at:]
}

// find sets the bits of all texts with a word that begins with prefix, and tells whether there were any.
func (b *block) find(prefix []byte, bits *bitmap) (some bool, err error) {
	low, high := 0, len(b.groups)/4 // the first group that begins after the prefix
	for low < high {
		mid := (low + high) / 2
		first, ok := firstEntry(b.group(mid))
		if !ok {
			return false, ErrDamaged
		}
		if bytes.Compare(first.own, prefix) <= 0 {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if len(b.groups) == 0 {
		return false, nil
	}
	rest := b.group(max(low-1, 0))
	var buf [MaxWord]byte
	var word []byte
	for len(rest) > 0 {
		e, after, ok := nextEntry(rest)
		if !ok || e.shared > len(word) || e.shared+len(e.own) > MaxWord {
			return false, ErrDamaged
		}
		word = append(buf[:e.shared], e.own...)
		if bytes.HasPrefix(word, prefix) {
			return true, b.collect(rest, prefix, bits)
		}
		if bytes.Compare(word, prefix) > 0 {
			return false, nil
		}
		rest = after
	}
	return false, nil
}

// collect sets the bits of the first word of rest, which begins with prefix, and of all after it that do too. A word
// that shares less with the one before it does not; so no word is put together.
func (b *block) collect(rest, prefix []byte, bits *bitmap) error {
	for first := true; len(rest) > 0; first = false {
		e, after, ok := nextEntry(rest)
		if !ok {
			return ErrDamaged
		}
		if !first && e.shared < len(prefix) && (e.shared > 0 || !bytes.HasPrefix(e.own, prefix)) {
			return nil
		}
		if !e.set(bits, b.n) {
			return ErrDamaged
		}
		rest = after
	}
	return nil
}

// findNear sets the bits of all texts with a word that is nearly one that was typed, or goes on from there. It goes through all
// words, but looks at no letters behind those with which no word can be near any more.
func (b *block) findNear(near *plain.Near, bits *bitmap) error {
	var buf [MaxWord]byte
	var word []byte
	const nowhere = MaxWord + 1
	hit, dead, plainly := nowhere, nowhere, 0 // how many letters make it near, or hopeless; how many were told, each of one byte
	near.Keep(0)
	for n, rest := 0, b.words; len(rest) > 0; n++ {
		e, after, ok := nextEntry(rest)
		if !ok || e.shared > len(word) || e.shared+len(e.own) > MaxWord {
			return ErrDamaged
		}
		rest = after
		word = append(buf[:e.shared], e.own...)
		switch {
		case e.shared >= hit:
		case e.shared >= dead:
			continue
		default:
			hit, dead = nowhere, nowhere
			plainly = min(plainly, e.shared)
			near.Keep(plainly)
			for ; plainly < len(word) && word[plainly] < utf8.RuneSelf; plainly++ {
				is, hopeless := near.Step(rune(word[plainly]))
				if is || hopeless {
					if plainly++; is {
						hit = plainly
					} else {
						dead = plainly
					}
					break
				}
			}
			if hit == nowhere && dead == nowhere && plainly < len(word) && near.To(string(word)) {
				hit = len(word)
			}
			if plainly < len(word) && word[plainly] >= utf8.RuneSelf {
				plainly = 0 // To told it others
			}
			if hit == nowhere {
				if dead < nowhere {
					if last := b.lastGroup(n/groupSize, word[:dead]); last > n/groupSize {
						n, rest, word = last*groupSize-1, b.group(last), word[:0]
					}
				}
				continue
			}
		}
		if !e.set(bits, b.n) {
			return ErrDamaged
		}
	}
	return nil
}

// lastGroup is the last group from the i-th on whose first word begins with a prefix that a word of the i-th begins with.
func (b *block) lastGroup(i int, prefix []byte) int {
	begins := func(group int) bool {
		first, ok := firstEntry(b.group(group))
		return ok && bytes.HasPrefix(first.own, prefix)
	}
	low, high := i, len(b.groups)/4
	if low+1 >= high || !begins(low+1) {
		return i
	}
	for low+1 < high {
		if mid := (low + high) / 2; begins(mid) {
			low = mid
		} else {
			high = mid
		}
	}
	return low
}

// entry is one word of a block and where it occurs.
type entry struct {
	shared int
	own    []byte
	list   []byte
	dense  bool
}

func firstEntry(words []byte) (entry, bool) {
	e, _, ok := nextEntry(words)
	return e, ok && e.shared == 0
}

func nextEntry(words []byte) (e entry, rest []byte, ok bool) {
	if len(words) < 3 {
		return e, nil, false
	}
	e.shared = int(words[0])
	own := int(words[1])
	rest = words[2:]
	if len(rest) <= own {
		return e, nil, false
	}
	e.own, rest = rest[:own], rest[own:]
	head, size := uint64(rest[0]), 1
	if head >= 0x80 {
		if head, size = binary.Uvarint(rest); size <= 0 {
			return e, nil, false
		}
	}
	rest = rest[size:]
	if head>>1 > uint64(len(rest)) {
		return e, nil, false
	}
	e.list, e.dense = rest[:head>>1], head&1 == 1
	return e, rest[head>>1:], true
}

// set sets the bits of the texts that the entry's word occurs in.
func (e *entry) set(bits *bitmap, n int) bool {
	if e.dense {
		if len(e.list) > len(bits)*8 {
			return false
		}
		for i, b := range e.list {
			bits[i/8] |= uint64(b) << (i % 8 * 8)
		}
		return true
	}
	at := -1
	for list := e.list; len(list) > 0; {
		delta, size := int(list[0]), 1
		if delta >= 0x80 {
			if len(list) < 2 || list[1] >= 0x80 {
				return false
			}
			delta, size = delta&0x7f|int(list[1])<<7, 2
		}
		list = list[size:]
		at += delta + 1
		if at >= n {
			return false
		}
		bits[at/64] |= 1 << (at % 64)
	}
	return true
}

package search

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// Doc is a text to index: its id and its words, folded, in any order and with repeats.
type Doc struct {
	ID    ID
	Words []string
}

// content is a block, or what becomes several, taken apart to be changed.
type content struct {
	ids   []ID
	words map[string][]uint16 // places among ids, ascending
}

// content takes the block apart. Nothing of it points into the value.
func (b *block) content() (content, error) {
	c := content{ids: make([]ID, b.n), words: make(map[string][]uint16, len(b.groups)/4*groupSize)}
	for i := range c.ids {
		c.ids[i] = b.id(i)
	}
	err := b.each(func(word []byte, places []uint16) { c.words[string(word)] = slices.Clone(places) })
	return c, err
}

// each visits the words of the block in order, with the places of the texts that each occurs in. It is strict about what it
// reads. Word and places are good until the next visit.
func (b *block) each(visit func(word []byte, places []uint16)) error {
	for i := 1; i < b.n; i++ {
		if compareIDs(b.id(i-1), b.id(i)) >= 0 {
			return ErrDamaged
		}
	}
	var word, before []byte
	var places []uint16
	n := 0
	for rest := b.words; len(rest) > 0; n++ {
		if n%groupSize == 0 && !b.begins(n/groupSize, len(b.words)-len(rest)) {
			return ErrDamaged
		}
		e, after, ok := nextEntry(rest)
		if !ok || e.shared > len(word) || e.shared+len(e.own) > MaxWord {
			return ErrDamaged
		}
		first := len(rest) == len(b.words)
		rest = after
		before = append(before[:0], word...)
		word = append(word[:e.shared], e.own...)
		if !first && string(before) >= string(word) {
			return ErrDamaged
		}
		var set bitmap
		if !e.set(&set, b.n) {
			return ErrDamaged
		}
		places = places[:0]
		for i, w := range set {
			for ; w != 0; w &= w - 1 {
				places = append(places, uint16(i*64+bits.TrailingZeros64(w)))
			}
		}
		if len(places) == 0 || int(places[len(places)-1]) >= b.n {
			return ErrDamaged
		}
		visit(word, places)
	}
	if len(b.groups) != (n+groupSize-1)/groupSize*4 {
		return ErrDamaged
	}
	return nil
}

// begins tells whether a group of words begins at a place, with a word in full.
func (b *block) begins(group, at int) bool {
	return len(b.groups) >= group*4+4 && int(binary.BigEndian.Uint32(b.groups[group*4:])) == at && b.words[at] == 0
}

// replace puts texts in the place of those with the same id, or among the others; keep false takes them out. docs
// ascend by id, each once.
func (c content) replace(docs []Doc, keep bool) content {
	next := content{ids: make([]ID, 0, len(c.ids)+len(docs)), words: make(map[string][]uint16, len(c.words)+len(docs)*4)}
	const gone = -1
	moved := make([]int, len(c.ids)) // where each old text comes to stand
	added := make([]int, len(docs))
	for i, j := 0, 0; i < len(c.ids) || j < len(docs); {
		order := 1
		switch {
		case j == len(docs):
			order = -1
		case i < len(c.ids):
			order = compareIDs(c.ids[i], docs[j].ID)
		}
		if order < 0 {
			moved[i] = len(next.ids)
			next.ids = append(next.ids, c.ids[i])
			i++
			continue
		}
		if order == 0 {
			moved[i] = gone
			i++
		}
		if keep {
			added[j] = len(next.ids)
			next.ids = append(next.ids, docs[j].ID)
		}
		j++
	}
	for word, places := range c.words {
		kept := places[:0]
		for _, p := range places {
			if moved[p] != gone {
				kept = append(kept, uint16(moved[p]))
			}
		}
		if len(kept) > 0 {
			next.words[word] = kept
		}
	}
	if keep {
		next.add(docs, added)
	}
	return next
}

// add enters the words of texts that stand at the given places.
func (c content) add(docs []Doc, places []int) {
	for i, doc := range docs {
		place := uint16(places[i])
		for _, word := range doc.Words {
			word = cut(word)
			if word == "" {
				continue
			}
			list := c.words[word]
			at := len(list)
			if at > 0 && list[at-1] >= place {
				var found bool
				if at, found = slices.BinarySearch(list, place); found {
					continue
				}
			}
			c.words[word] = slices.Insert(list, at, place)
		}
	}
}

// part is the texts from one place up to another, as a content of its own.
func (c content) part(from, to int) content {
	next := content{ids: c.ids[from:to], words: make(map[string][]uint16)}
	for word, places := range c.words {
		a, _ := slices.BinarySearch(places, uint16(from))
		b, _ := slices.BinarySearch(places, uint16(to))
		if a == b {
			continue
		}
		list := make([]uint16, b-a)
		for i, p := range places[a:b] {
			list[i] = p - uint16(from)
		}
		next.words[word] = list
	}
	return next
}

// encode writes a block.
func (c content) encode() []byte {
	words := make([]string, 0, len(c.words))
	for word := range c.words {
		words = append(words, word)
	}
	slices.Sort(words)
	groups := (len(words) + groupSize - 1) / groupSize
	out := make([]byte, headerSize+len(c.ids)*idSize+groups*4, headerSize+len(c.ids)*(idSize+24)+len(words)*12)
	out[0] = version
	binary.BigEndian.PutUint16(out[2:], uint16(len(c.ids)))
	binary.BigEndian.PutUint32(out[4:], uint32(groups))
	for i, id := range c.ids {
		copy(out[headerSize+i*idSize:], id[:])
	}
	index, start := headerSize+len(c.ids)*idSize, len(out)
	before := ""
	var list []byte
	for i, word := range words {
		shared := 0
		if i%groupSize == 0 {
			binary.BigEndian.PutUint32(out[index+i/groupSize*4:], uint32(len(out)-start))
		} else {
			for shared < len(word) && shared < len(before) && word[shared] == before[shared] {
				shared++
			}
		}
		before = word
		out = append(out, byte(shared), byte(len(word)-shared))
		out = append(out, word[shared:]...)
		var form uint64
		list, form = appendList(list[:0], c.words[word])
		out = binary.AppendUvarint(out, uint64(len(list))<<1|form)
		out = append(out, list...)
	}
	return out
}

// appendList writes places in the shorter of the two forms.
func appendList(dst []byte, places []uint16) ([]byte, uint64) {
	last := int(places[len(places)-1])
	at := -1
	for _, p := range places {
		dst = binary.AppendUvarint(dst, uint64(int(p)-at-1))
		at = int(p)
	}
	size := last/8 + 1
	if len(dst) <= size {
		return dst, 0
	}
	dst = append(dst[:0], make([]byte, size)...)
	for _, p := range places {
		dst[p/8] |= 1 << (p % 8)
	}
	return dst, 1
}

// cut shortens a word to what the index keeps of it.
func cut(word string) string {
	if len(word) > MaxWord {
		return word[:MaxWord]
	}
	return word
}

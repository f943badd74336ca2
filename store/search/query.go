package search

import (
	"bytes"
	"context"
	"math/bits"
	"slices"

	"leerbalie/model/plain"
	"leerbalie/store/disk"
)

// Query asks for the texts that hold, for each word, a word that begins with it, and have each of the terms.
type Query struct {
	Prefixes [][]byte    // where to look; what is not named is not read
	Words    []string    // folded, in any order; without any, and without terms, every text is found
	Terms    plain.Terms // for one goroutine, where words that are nearly theirs count
	Before   ID          // only texts made before this one, to go on where an earlier query stopped; zero for the newest
}

// nearBlocks is in how many blocks of a prefix words that are nearly those asked for are looked for: the newest 25,000 texts or so. What is
// near nothing would otherwise cost a look at every word of the archive.
const nearBlocks = 25

// scans merges the prefixes of a query.
type scans []*scan

func newScans(b *disk.Bucket, q Query) scans {
	words := queryWords(q)
	s := make(scans, 0, len(q.Prefixes))
	for _, prefix := range q.Prefixes {
		s = append(s, &scan{cursor: b.Cursor(), prefix: prefix, words: slices.Clone(words), before: q.Before})
	}
	return s
}

// next returns the newest id that was not returned yet.
func (s scans) next(ctx context.Context) (ID, bool, error) {
	var best *scan
	for _, one := range s {
		if err := one.fill(ctx); err != nil {
			return ID{}, false, err
		}
		if one.ready && (best == nil || compareIDs(one.top, best.top) > 0) {
			best = one
		}
	}
	if best == nil {
		return ID{}, false, nil
	}
	best.ready = false
	return best.top, true, nil
}

// queryWords drops words that say nothing new: empty ones, and those that another begins with. Long words come first,
// as they are likely to be rare; those that others can stand for come last.
func queryWords(q Query) []word {
	var out, wide []word
	sorted := slices.Clone(q.Words)
	for _, t := range q.Terms {
		if len(t.Begins) == 1 && t.Near == nil {
			sorted = append(sorted, t.Begins[0])
			continue
		}
		w := word{near: t.Near}
		for _, b := range t.Begins {
			w.prefixes = append(w.prefixes, []byte(cut(b)))
		}
		wide = append(wide, w)
	}
	slices.SortStableFunc(sorted, func(a, b string) int { return len(b) - len(a) })
	for _, s := range sorted {
		w := []byte(cut(s))
		if len(w) > 0 && !slices.ContainsFunc(out, func(longer word) bool { return bytes.HasPrefix(longer.prefixes[0], w) }) {
			out = append(out, word{prefixes: [][]byte{w}})
		}
	}
	return append(out, wide...)
}

// word is what a text has to have a word for, and how many texts it was found in when a block was last asked.
type word struct {
	prefixes [][]byte // any of them
	near     *plain.Near
	found    int
}

// find sets the bits of the texts of a block that have it.
func (w *word) find(b *block, bits *bitmap) error {
	for _, p := range w.prefixes {
		if _, err := b.find(p, bits); err != nil {
			return err
		}
	}
	if w.near != nil {
		return b.findNear(w.near, bits)
	}
	return nil
}

// scan goes through the blocks of one prefix, newest first.
type scan struct {
	cursor  *disk.Cursor
	prefix  []byte
	words   []word // the rarest first
	before  ID
	started bool
	done    bool
	loaded  int // blocks, as long as near words are looked for
	block   block
	left    bitmap // texts of the block that match and were not returned
	high    int    // words of left above this are empty
	top     ID     // the next id, when ready
	ready   bool
}

// fill finds the next id unless it has one.
func (s *scan) fill(ctx context.Context) error {
	for !s.ready && !s.done {
		for s.high >= 0 && s.left[s.high] == 0 {
			s.high--
		}
		if s.high >= 0 {
			bit := 63 - bits.LeadingZeros64(s.left[s.high])
			s.left[s.high] &^= 1 << bit
			s.top, s.ready = s.block.id(s.high*64+bit), true
			return nil
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := s.load(); err != nil {
			return err
		}
	}
	return nil
}

// load takes the next older block and finds what matches in it.
func (s *scan) load() error {
	if slices.ContainsFunc(s.words, func(w word) bool { return w.near != nil }) {
		if s.loaded++; s.loaded > nearBlocks {
			s.done = true
			return nil
		}
	}
	key, value := s.step()
	if !isKey(key, s.prefix) {
		s.done = true
		return nil
	}
	var err error
	if s.block, err = openBlock(value); err != nil {
		return err
	}
	s.left = bitmap{}
	s.high = -1
	n := s.block.n
	if s.before != (ID{}) {
		if n = s.block.below(s.before); n == s.block.n {
			s.before = ID{} // older blocks are below it altogether
		}
	}
	if some, err := s.match(n); err != nil || !some {
		return err
	}
	s.high = len(s.left) - 1
	return nil
}

func (s *scan) step() (key, value []byte) {
	if s.started {
		return s.cursor.Prev()
	}
	s.started = true
	s.high = -1
	end := append(bytes.Clone(s.prefix), s.before[:]...)
	if s.before == (ID{}) {
		end = append(bytes.Clone(s.prefix), bytes.Repeat([]byte{0xff}, idSize+1)...)
	}
	if k, _ := s.cursor.Seek(end); k == nil {
		return s.cursor.Last()
	}
	return s.cursor.Prev()
}

// match intersects the words over the first n texts of the block.
func (s *scan) match(n int) (bool, error) {
	for i := range s.left {
		switch {
		case n >= (i+1)*64:
			s.left[i] = ^uint64(0)
		case n > i*64:
			s.left[i] = 1<<(n-i*64) - 1
		}
	}
	some := n > 0
	for i := 0; i < len(s.words) && some; i++ {
		var found bitmap
		if err := s.words[i].find(&s.block, &found); err != nil {
			return false, err
		}
		var left uint64
		count := 0
		for j, f := range found {
			count += bits.OnesCount64(f)
			s.left[j] &= f
			left |= s.left[j]
		}
		s.words[i].found = count
		some = left != 0
	}
	slices.SortStableFunc(s.words, func(a, b word) int { return a.found - b.found })
	return some, nil
}

// Among tells which of some texts of a prefix, newest first, the index has with all that a query asks for, whatever its Before.
// It opens the blocks that these stand in. Errors: ErrDamaged and ctx's.
func Among(ctx context.Context, b *disk.Bucket, q Query, ids []ID) (map[ID]bool, error) {
	found := map[ID]bool{}
	for _, prefix := range q.Prefixes {
		s := &scan{cursor: b.Cursor(), prefix: prefix, words: queryWords(q)}
		for i := 0; i < len(ids); {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			key, value := s.at(ids[i])
			if key == nil {
				break
			}
			var err error
			if s.block, err = openBlock(value); err != nil {
				return nil, err
			}
			if _, err := s.match(s.block.n); err != nil {
				return nil, err
			}
			for first := ID(key[len(prefix):]); i < len(ids) && compareIDs(ids[i], first) >= 0; i++ {
				if n := s.block.below(ids[i]); n < s.block.n && s.block.id(n) == ids[i] && s.left[n/64]&(1<<(n%64)) != 0 {
					found[ids[i]] = true
				}
			}
		}
	}
	return found, nil
}

// at is the block that begins at or below an id, nil where there is none.
func (s *scan) at(id ID) (key, value []byte) {
	want := append(bytes.Clone(s.prefix), id[:]...)
	key, value = s.cursor.Seek(want)
	if !bytes.Equal(key, want) {
		if key == nil {
			key, value = s.cursor.Last()
		} else {
			key, value = s.cursor.Prev()
		}
	}
	if !isKey(key, s.prefix) {
		return nil, nil
	}
	s.left = bitmap{}
	return key, value
}

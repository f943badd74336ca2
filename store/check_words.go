package store

import (
	"bytes"
	"encoding/hex"

	"leerbalie/model/fault"
	"leerbalie/store/derive"
	"leerbalie/store/search"
	"leerbalie/store/wire"
)

// indexed is a part of the index of words: that of one kind at one site.
type indexed [17]byte

// expectWords adds what an entity should be found by. One whose words wait to be indexed is left out, so that nothing is asked of
// the index.
func (c *checker) expectWords(w *derive.Wording, now *derive.State) error {
	k, site, id := now.Rec.Kind, now.Rec.Part, now.Rec.ID
	if mark := c.get(wire.BucketUnindexed, wire.UnindexedKey(k, site, id)); mark != nil {
		if w.Mark != nil && !bytes.Equal(mark, w.Mark(now)) {
			c.problem("derived", "unfolded "+hex.EncodeToString(wire.UnindexedKey(k, site, id)), "differs")
		}
		return nil
	}
	words, ok, err := w.Of(c.t, now)
	if err != nil && fault.KindOf(err) == fault.Damaged {
		return nil // what cannot be read is reported where it stands
	}
	if err == nil && ok {
		c.words[indexed(derive.WordsOf(k, site))] += search.Doc{ID: search.ID(id), Words: words}.Sum()
	}
	return err
}

// indexedWords subtracts what the index of words has: what was expected of it comes to nothing.
func (c *checker) indexedWords() error {
	b := c.b.Bucket(wire.BucketToken)
	cur := b.Cursor()
	for key, _ := cur.First(); key != nil; {
		if len(key) <= len(indexed{}) {
			c.problem("derived", "token "+hex.EncodeToString(key), "unreadable")
			key, _ = cur.Next()
			continue
		}
		part := indexed(key)
		unindexed := append(bytes.Clone(part[:]), make([]byte, len(search.ID{}))...)
		sum, err := search.Sum(c.ctx, b, part[:], func(id search.ID) bool {
			copy(unindexed[len(part):], id[:])
			return c.get(wire.BucketUnindexed, unindexed) != nil
		})
		if err == search.ErrDamaged {
			c.problem("derived", "token "+hex.EncodeToString(part[:]), "unreadable")
		} else if err != nil {
			return err
		}
		c.words[part] -= sum
		key, _ = cur.Seek(append(part[:], bytes.Repeat([]byte{0xff}, 64)...))
	}
	return nil
}

// sameWords tells where the index of words is not what it should be.
func (c *checker) sameWords() {
	for part, left := range c.words {
		if left != 0 {
			c.problem("derived", "token "+hex.EncodeToString(part[:]), "differs")
		}
	}
}

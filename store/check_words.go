package store

import (
	"bytes"
	"encoding/hex"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/search"
)

// expectWords adds what an entity should be found by. One whose words wait to be folded is read instead of looked up, so that
// nothing is asked of the index.
func (c *checker) expectWords(w *wording, k journal.Kind, site, id journal.ID) error {
	if c.get(bucketUnfolded, unfoldedKey(k, site, id)) != nil {
		return nil
	}
	words, ok, err := w.of(c.t, site, id)
	if fault.KindOf(err) == fault.Damaged {
		return nil // what cannot be read is reported where it stands
	}
	if err == nil && ok {
		doc := search.Doc{ID: search.ID(id), Words: words}
		c.words[string(wordsOf(k, site))] += doc.Sum()
	}
	return err
}

// foldedWords subtracts what the index of words has: what was expected of it comes to nothing.
func (c *checker) foldedWords() error {
	b := c.b.Bucket(bucketToken)
	cur := b.Cursor()
	for key, _ := cur.First(); key != nil; {
		if len(key) <= 17 {
			c.problem("derived", "token "+hex.EncodeToString(key), "unreadable")
			key, _ = cur.Next()
			continue
		}
		prefix := bytes.Clone(key[:17])
		unfolded := append(bytes.Clone(prefix), make([]byte, len(search.ID{}))...)
		err := search.Each(c.ctx, b, prefix, func(doc search.Doc) error {
			copy(unfolded[17:], doc.ID[:])
			if c.get(bucketUnfolded, unfolded) == nil {
				c.words[string(prefix)] -= doc.Sum()
			}
			return nil
		})
		if err == search.ErrDamaged {
			c.problem("derived", "token "+hex.EncodeToString(prefix), "unreadable")
		} else if err != nil {
			return err
		}
		key, _ = cur.Seek(append(prefix, bytes.Repeat([]byte{0xff}, 64)...))
	}
	return nil
}

// sameWords tells where the index of words is not what it should be.
func (c *checker) sameWords() {
	for prefix, left := range c.words {
		if left != 0 {
			c.problem("derived", "token "+hex.EncodeToString([]byte(prefix)), "differs")
		}
	}
}

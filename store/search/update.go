package search

import (
	"bytes"
	"slices"

	"leerbalie/store/disk"
)

// batch is how many texts go into one block at once before it is cut: places in a content are 16 bits wide.
const batch = 16 * maxDocs

// Index enters texts under a prefix; what was known of a text with the same id is replaced. Of two docs with one id the
// later counts. Each block that a batch touches is written once, so batches of hundreds cost little more than one text.
// Errors: ErrDamaged, and those of bbolt.
func Index(b *disk.Bucket, prefix []byte, docs []Doc) error { return update(b, prefix, docs, true) }

// Forget takes texts out, for those that were erased. IDs it does not know are no matter.
// Errors: ErrDamaged, and those of bbolt.
func Forget(b *disk.Bucket, prefix []byte, ids ...ID) error {
	docs := make([]Doc, len(ids))
	for i, id := range ids {
		docs[i].ID = id
	}
	return update(b, prefix, docs, false)
}

func update(b *disk.Bucket, prefix []byte, docs []Doc, keep bool) error {
	docs = ordered(docs)
	for len(docs) > 0 {
		key, value, bound := place(b, prefix, docs[0].ID)
		n := min(len(docs), batch)
		if bound != nil {
			n, _ = slices.BinarySearchFunc(docs[:n], ID(bound), func(d Doc, id ID) int { return compareIDs(d.ID, id) })
		}
		if err := rewrite(b, prefix, key, value, bound == nil, docs[:n], keep); err != nil {
			return err
		}
		docs = docs[n:]
	}
	return nil
}

// ordered returns the docs by id, of equal ids the last one.
func ordered(docs []Doc) []Doc {
	sorted := slices.Clone(docs)
	slices.SortStableFunc(sorted, func(a, b Doc) int { return compareIDs(a.ID, b.ID) })
	out := sorted[:0]
	for i, doc := range sorted {
		if i+1 == len(sorted) || sorted[i+1].ID != doc.ID {
			out = append(out, doc)
		}
	}
	return out
}

// place finds the block that an id belongs to: the last that begins at or below it, otherwise the first; nil when there
// is none. bound is the id at which the next block begins, nil for the last.
func place(b *disk.Bucket, prefix []byte, id ID) (key, value, bound []byte) {
	want := append(bytes.Clone(prefix), id[:]...)
	c := b.Cursor()
	next, nextValue := c.Seek(want)
	if bytes.Equal(next, want) {
		key, value = next, nextValue
		next, _ = c.Next()
	} else {
		if next == nil {
			key, value = c.Last()
		} else {
			key, value = c.Prev()
		}
		if !isKey(key, prefix) {
			key, value = nil, nil
			if isKey(next, prefix) {
				c.Seek(next)
				key, value = next, nextValue
				next, _ = c.Next()
			}
		}
	}
	if isKey(next, prefix) {
		bound = bytes.Clone(next[len(prefix):])
	}
	return bytes.Clone(key), value, bound
}

// rewrite puts docs into the block at key, or makes the first, and cuts it where it became too long.
func rewrite(b *disk.Bucket, prefix, key, value []byte, last bool, docs []Doc, keep bool) error {
	var old content
	if key != nil {
		blk, err := openBlock(value)
		if err != nil {
			return err
		}
		if old, err = blk.content(); err != nil {
			return err
		}
	} else if !keep {
		return nil
	}
	ascending := last && keep && (len(old.ids) == 0 || compareIDs(old.ids[len(old.ids)-1], docs[0].ID) < 0)
	if key != nil {
		if err := b.Delete(key); err != nil {
			return err
		}
	}
	for _, part := range old.split(docs, keep, ascending) {
		if err := b.Put(append(bytes.Clone(prefix), part.ids[0][:]...), part.encode()); err != nil {
			return err
		}
	}
	return nil
}

// split is the old content with the docs in it, cut into blocks: full ones where texts only come at the end, as they
// do from day to day; halves otherwise, so that there is room for more of the same.
func (c content) split(docs []Doc, keep, ascending bool) []content {
	var parts []content
	for ascending && len(docs) > 0 {
		n := min(maxDocs-len(c.ids), len(docs))
		parts = append(parts, c.replace(docs[:n], true))
		docs, c = docs[n:], content{}
	}
	if len(parts) > 0 {
		return parts
	}
	c = c.replace(docs, keep)
	size := len(c.ids)
	if size <= maxDocs {
		if size > 0 {
			parts = append(parts, c)
		}
		return parts
	}
	count := (size + maxDocs - 1) / maxDocs
	step := (size + count - 1) / count
	for from := 0; from < size; from += step {
		parts = append(parts, c.part(from, min(from+step, size)))
	}
	return parts
}

func compareIDs(a, b ID) int { return bytes.Compare(a[:], b[:]) }

func isKey(key, prefix []byte) bool {
	return len(key) == len(prefix)+idSize && bytes.HasPrefix(key, prefix)
}

package file

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"slices"
)

// The kinds of page, and the size of what describes one entry of a page or one bucket (bbolt, internal/common: page.go,
// bucket.go). An entry's key lies at its position, counted from the entry itself, and its value behind the key.
const (
	branchPage   = 0x01
	leafPage     = 0x02
	freelistPage = 0x10
	entrySize    = 16
	bucketSize   = 16
	bucketEntry  = 0x01
	bigFreelist  = 0xffff // then the count is the first entry
)

// maxFaults is how many faults are listed; there may be more.
const maxFaults = 20

// CheckTree reads every page of the state that a transaction left, by its number, and returns what is wrong with them:
// pages outside the file, of another kind than they should be, used twice or lost, entries that reach beyond their page,
// keys out of order. bbolt believes all of that, and would read outside the file or go round for ever. ok is false when
// the file has gone on since and no longer tells of that state.
func CheckTree(path string, tx uint64) (faults []string, ok bool, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, false, problem(err, path)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, false, problem(err, path)
	}
	metas, _ := readMetas(f, info.Size())
	for _, m := range metas {
		if m.tx == tx {
			t := newTree(f, m, info.Size())
			t.run()
			return t.faults, true, nil
		}
	}
	return nil, false, nil
}

// tree is a walk under way.
type tree struct {
	f      io.ReaderAt
	meta   meta
	used   []bool
	flat   bool // only the list of buckets, not what is in them
	depth  int
	within bool     // in a bucket
	rooms  [][]byte // by depth, the page that is looked at
	faults []string
}

func newTree(f io.ReaderAt, m meta, size int64) *tree {
	return &tree{f: f, meta: m, used: make([]bool, min(m.highWater, uint64(size/m.pageSize)))}
}

// checkBuckets tells whether the list of buckets is whole: opening reads it, a few pages in all.
func checkBuckets(f io.ReaderAt, m meta, size int64) bool {
	t := newTree(f, m, size)
	t.flat = true
	t.walk(m.root, nil, nil)
	return len(t.faults) == 0
}

func (t *tree) wrong(page uint64, what string) {
	if len(t.faults) < maxFaults {
		t.faults = append(t.faults, fmt.Sprintf("page %d: %s", page, what))
	}
}

func (t *tree) run() {
	for i := range min(2, len(t.used)) {
		t.used[i] = true
	}
	t.walk(t.meta.root, nil, nil)
	if t.meta.freelist == noFreelist {
		return
	}
	t.free()
	for i, used := range t.used {
		if !used {
			t.wrong(uint64(i), "lost")
		}
	}
}

// page reads a page with all that belongs to it, and notes that it is in use.
func (t *tree) page(id uint64, kinds uint16) (b []byte, flags, count uint16, ok bool) {
	if id < 2 || id >= uint64(len(t.used)) {
		t.wrong(id, "outside the file")
		return nil, 0, 0, false
	}
	if b, ok = t.read(id, 0); !ok {
		return nil, 0, 0, false
	}
	order := binary.NativeEndian
	flags, count = order.Uint16(b[8:]), order.Uint16(b[10:])
	more := uint64(order.Uint32(b[12:]))
	switch {
	case order.Uint64(b) != id:
		t.wrong(id, "says that it is another")
		return nil, 0, 0, false
	case flags&kinds == 0 || flags&(flags-1) != 0:
		t.wrong(id, "of another kind")
		return nil, 0, 0, false
	case id+more >= uint64(len(t.used)):
		t.wrong(id, "reaches beyond the file")
		return nil, 0, 0, false
	}
	for i := id; i <= id+more; i++ {
		if t.used[i] {
			t.wrong(i, "used twice")
			return nil, 0, 0, false
		}
		t.used[i] = true
	}
	if more > 0 {
		if b, ok = t.read(id, more); !ok {
			return nil, 0, 0, false
		}
	}
	return b, flags, count, true
}

// read reads a page and those that belong to it. They are good until another page is read at the same depth.
func (t *tree) read(id, more uint64) ([]byte, bool) {
	for len(t.rooms) <= t.depth {
		t.rooms = append(t.rooms, nil)
	}
	size := int64(more+1) * t.meta.pageSize
	b := slices.Grow(t.rooms[t.depth][:0], int(size))[:size]
	t.rooms[t.depth] = b
	if _, err := t.f.ReadAt(b, int64(id)*t.meta.pageSize); err != nil {
		t.wrong(id, "unreadable")
		return nil, false
	}
	return b, true
}

// walk goes through a page and all below it. Its keys lie from low on and before high, where these are not nil.
func (t *tree) walk(id uint64, low, high []byte) {
	t.depth++
	defer func() { t.depth-- }()
	b, flags, count, ok := t.page(id, branchPage|leafPage)
	switch {
	case !ok:
	case flags == leafPage:
		t.leaf(id, b, count, low, high)
	case count == 0:
		t.wrong(id, "empty")
	default:
		t.branch(id, b, count, low, high)
	}
}

func (t *tree) branch(id uint64, b []byte, count uint16, low, high []byte) {
	order := binary.NativeEndian
	var key []byte
	var child uint64
	for i := range int(count) + 1 {
		next, page := high, uint64(0)
		if i < int(count) {
			at := pageHeader + i*entrySize
			if at+entrySize > len(b) {
				t.wrong(id, "has entries beyond its end")
				return
			}
			var ok bool
			if next, ok = part(b, at, order.Uint32(b[at:]), 0, order.Uint32(b[at+4:])); !ok {
				t.wrong(id, "has a key beyond its end")
				return
			}
			page = order.Uint64(b[at+8:])
			if below(next, low) || i > 0 && bytes.Compare(next, key) <= 0 || high != nil && bytes.Compare(next, high) >= 0 {
				t.wrong(id, "has keys out of order")
				return
			}
		}
		if i > 0 {
			t.walk(child, key, next)
		}
		key, child = next, page
	}
}

func (t *tree) leaf(id uint64, b []byte, count uint16, low, high []byte) {
	order := binary.NativeEndian
	var last []byte
	for i := range int(count) {
		at := pageHeader + i*entrySize
		if at+entrySize > len(b) {
			t.wrong(id, "has entries beyond its end")
			return
		}
		pos, size := order.Uint32(b[at+4:]), order.Uint32(b[at+8:])
		key, ok := part(b, at, pos, 0, size)
		value, also := part(b, at, pos, size, order.Uint32(b[at+12:]))
		if !ok || !also {
			t.wrong(id, "has an entry beyond its end")
			return
		}
		if below(key, low) || i > 0 && bytes.Compare(key, last) <= 0 || high != nil && bytes.Compare(key, high) >= 0 {
			t.wrong(id, "has keys out of order")
			return
		}
		last = key
		if order.Uint32(b[at:])&bucketEntry != 0 {
			t.bucket(id, value)
		}
	}
}

// bucket goes into a bucket: a tree of its own, or a small page within its entry.
func (t *tree) bucket(id uint64, b []byte) {
	if len(b) < bucketSize {
		t.wrong(id, "has a bucket cut short")
		return
	}
	if t.within {
		t.wrong(id, "has a bucket within a bucket")
		return
	}
	t.within = true
	defer func() { t.within = false }()
	if root := binary.NativeEndian.Uint64(b); root != 0 {
		if !t.flat {
			t.walk(root, nil, nil)
		}
		return
	}
	if b = b[bucketSize:]; len(b) < pageHeader || binary.NativeEndian.Uint16(b[8:]) != leafPage {
		t.wrong(id, "has a bucket of another kind")
		return
	}
	t.leaf(id, b, binary.NativeEndian.Uint16(b[10:]), nil, nil)
}

// part is a part of a page that begins at a position, counted from an entry, and some bytes on.
func part(b []byte, entry int, pos, skip, size uint32) ([]byte, bool) {
	from := uint64(entry) + uint64(pos) + uint64(skip)
	to := from + uint64(size)
	if to > uint64(len(b)) {
		return nil, false
	}
	return b[from:to], true
}

func below(key, low []byte) bool { return low != nil && bytes.Compare(key, low) < 0 }

// free goes through the list of pages that are free.
func (t *tree) free() {
	id := t.meta.freelist
	b, _, count16, ok := t.page(id, freelistPage)
	if !ok {
		return
	}
	at, count := pageHeader, uint64(count16)
	if count16 == bigFreelist {
		count = binary.NativeEndian.Uint64(b[at:])
		at += 8
	}
	if count > uint64(len(b)-at)/8 {
		t.wrong(id, "has entries beyond its end")
		return
	}
	for i := range int(count) {
		switch page := binary.NativeEndian.Uint64(b[at+8*i:]); {
		case page < 2 || page >= uint64(len(t.used)):
			t.wrong(page, "free, and outside the file")
		case t.used[page]:
			t.wrong(page, "free, and in use")
		default:
			t.used[page] = true
		}
	}
}

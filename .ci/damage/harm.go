package main

import (
	"fmt"
	"math/rand"
	"os"
	"unsafe"

	bolt "go.etcd.io/bbolt"
)

// kind is a way of harming a file: it alters the bytes, or returns fewer, and says what it did.
type kind struct {
	name string
	harm func(s *sample, b []byte, r *rand.Rand) (harmed []byte, what string)
}

var size = os.Getpagesize()

var kinds = []kind{
	{"a bit anywhere", func(_ *sample, b []byte, r *rand.Rand) ([]byte, string) { return flip(b, r.Intn(len(b)), r) }},
	{"a byte anywhere", func(_ *sample, b []byte, r *rand.Rand) ([]byte, string) {
		at := r.Intn(len(b))
		b[at] += byte(1 + r.Intn(255))
		return b, fmt.Sprint("byte ", at)
	}},
	{"a bit at the head of a page", func(_ *sample, b []byte, r *rand.Rand) ([]byte, string) {
		return flip(b, (2+r.Intn(len(b)/size-2))*size+r.Intn(96), r)
	}},
	{"a bit of what this copy keeps for itself", inBuckets("meta", "counter", "draft", "setting", "owed", "pending")},
	{"a bit of the index of words", inBuckets("token", "unfolded")},
	{"a bit of the journal", inBuckets("log", "head", "mark")},
	{"a bit of what is derived", inBuckets("record", "item", "row", "index", "count")},
	{"cut off", func(_ *sample, b []byte, r *rand.Rand) ([]byte, string) {
		at := r.Intn(len(b))
		return b[:at], fmt.Sprint("at byte ", at)
	}},
	{"cut off and filled with nothing", func(_ *sample, b []byte, r *rand.Rand) ([]byte, string) {
		at := r.Intn(len(b))
		clear(b[at:])
		return b, fmt.Sprint("from byte ", at)
	}},
	{"a page half of an earlier moment", func(s *sample, b []byte, r *rand.Rand) ([]byte, string) {
		old, page := s.older(b, r)
		cut := size / 512 * r.Intn(8) * 64
		copy(b[page:page+size-cut], old[page:page+size-cut])
		return b, fmt.Sprintf("page %d but for %d bytes", page/size, cut)
	}},
	{"a page half written", func(s *sample, b []byte, r *rand.Rand) ([]byte, string) {
		old, page := s.older(b, r)
		cut := size / 512 * (1 + r.Intn(7)) * 64
		copy(b[page+cut:page+size], old[page+cut:page+size])
		return b, fmt.Sprintf("page %d from %d on", page/size, cut)
	}},
	{"a page of nothing", func(_ *sample, b []byte, r *rand.Rand) ([]byte, string) {
		page := 2 + r.Intn(len(b)/size-2)
		clear(b[page*size : (page+1)*size])
		return b, fmt.Sprint("page ", page)
	}},
	{"two pages in each other's place", func(_ *sample, b []byte, r *rand.Rand) ([]byte, string) {
		n := len(b)/size - 2
		x, y := 2+r.Intn(n), 2+r.Intn(n)
		first, second := b[x*size:(x+1)*size], b[y*size:(y+1)*size]
		for i := range first {
			first[i], second[i] = second[i], first[i]
		}
		return b, fmt.Sprintf("pages %d and %d", x, y)
	}},
	{"a bit of the first two pages", func(_ *sample, b []byte, r *rand.Rand) ([]byte, string) {
		return flip(b, r.Intn(2)*size+16+r.Intn(64), r)
	}},
	{"one of the first two pages is nothing", func(_ *sample, b []byte, r *rand.Rand) ([]byte, string) {
		page := r.Intn(2)
		clear(b[page*size : (page+1)*size])
		return b, fmt.Sprint("page ", page)
	}},
	{"one of the first two pages is the other", func(_ *sample, b []byte, r *rand.Rand) ([]byte, string) {
		page := r.Intn(2)
		copy(b[page*size:(page+1)*size], b[(1-page)*size:(2-page)*size])
		return b, fmt.Sprint("page ", page)
	}},
	{"one of the first two pages is older", func(s *sample, b []byte, r *rand.Rand) ([]byte, string) {
		page := r.Intn(2)
		copy(b[page*size:(page+1)*size], s.earlier[len(s.earlier)-1-r.Intn(2)][page*size:(page+1)*size])
		return b, fmt.Sprint("page ", page)
	}},
	{"one of the first two pages half written", func(s *sample, b []byte, r *rand.Rand) ([]byte, string) {
		page, cut := r.Intn(2), 16+r.Intn(64)
		old := s.earlier[len(s.earlier)-1-r.Intn(2)]
		copy(b[page*size+cut:(page+1)*size], old[page*size+cut:(page+1)*size])
		return b, fmt.Sprintf("page %d from %d on", page, cut)
	}},
}

func flip(b []byte, at int, r *rand.Rand) ([]byte, string) {
	bit := r.Intn(8)
	b[at] ^= 1 << bit
	return b, fmt.Sprintf("bit %d of byte %d", bit, at)
}

// inBuckets flips a bit of an entry of one of some buckets, each as often as the others.
func inBuckets(names ...string) func(*sample, []byte, *rand.Rand) ([]byte, string) {
	return func(s *sample, b []byte, r *rand.Rand) ([]byte, string) {
		for {
			name := names[r.Intn(len(names))]
			var of []spot
			for _, e := range s.entries {
				if e.bucket == name {
					of = append(of, e)
				}
			}
			if len(of) == 0 {
				continue
			}
			e := of[r.Intn(len(of))]
			b, what := flip(b, e.from+r.Intn(e.to-e.from), r)
			return b, what + " in " + name
		}
	}
}

// older draws an earlier moment, and a page that has changed since where there is one.
func (s *sample) older(b []byte, r *rand.Rand) (old []byte, page int) {
	old = s.earlier[r.Intn(len(s.earlier))]
	n := min(len(old), len(b))/size - 2
	for range 200 {
		page = (2 + r.Intn(n)) * size
		if string(old[page:page+size]) != string(b[page:page+size]) {
			break
		}
	}
	return old, page
}

// offset is where a key lies in the file, which bbolt has in memory as it is; ok is false for one that lies elsewhere.
func offset(db *bolt.DB, key []byte, size int) (at int, ok bool) {
	begin := db.Info().Data
	at = int(uintptr(unsafe.Pointer(unsafe.SliceData(key))) - begin)
	return at, at >= 0 && at < size
}

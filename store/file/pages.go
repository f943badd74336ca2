package file

import (
	"encoding/binary"
	"hash/fnv"
	"io"
	"os"

	"leerbalie/model/fault"
)

// What bbolt writes on its first two pages (go.etcd.io/bbolt, internal/common: page.go and meta.go, version 1.5.0), in
// the byte order of the machine: a page header of 16 bytes, then magic, version, page size and flags (4 each), root page
// and sequence, free list page, high water page, transaction (8 each), and an FNV-1a sum of all that.
const (
	pageHeader  = 16
	metaSize    = 64
	metaMagic   = 0xED0CDAED
	metaVersion = 2
	maxPageSize = 1 << 24
	noFreelist  = ^uint64(0)
)

// meta is what one of the two first pages tells.
type meta struct {
	pageSize  int64
	root      uint64
	freelist  uint64
	highWater uint64 // the first page that was never used
	tx        uint64
}

// The ways in which a page is no meta page of ours.
type metaFault int

const (
	metaFine metaFault = iota
	metaForeign
	metaNewer
	metaBroken
)

// checkPages tells whether bbolt can take the file: one valid meta page at least, all pages within the file that the newest
// of them counts on, and a list of buckets that can be read.
func checkPages(f io.ReaderAt, size int64, path string) error {
	metas, problem := readMetas(f, size)
	if len(metas) == 0 {
		switch problem {
		case metaNewer:
			return fault.New(fault.Newer, "store-newer", "path", path)
		case metaBroken:
			return fault.New(fault.Damaged, "store-damaged", "path", path)
		}
		return fault.New(fault.Damaged, "store-foreign", "path", path)
	}
	newest := metas[0]
	if len(metas) == 2 && metas[1].tx > newest.tx {
		newest = metas[1]
	}
	if newest.highWater < 2 || newest.root >= newest.highWater || newest.freelist >= newest.highWater && newest.freelist != noFreelist {
		return fault.New(fault.Damaged, "store-damaged", "path", path)
	}
	if size < 2*newest.pageSize || newest.highWater > uint64(size/newest.pageSize) {
		return fault.New(fault.Damaged, "store-cut-off", "path", path)
	}
	if !checkBuckets(f, newest, size) {
		return fault.New(fault.Damaged, "store-damaged", "path", path)
	}
	return nil
}

// readMetas returns the valid meta pages, found as bbolt finds them: the first page tells where the second is; without
// it every page size is tried. fault says what is wrong when there are none.
func readMetas(f io.ReaderAt, size int64) (metas []meta, fault metaFault) {
	first, fault := readMeta(f, 0)
	if fault == metaFine {
		metas = append(metas, first)
		if second, bad := readMeta(f, first.pageSize); bad == metaFine && second.pageSize == first.pageSize {
			metas = append(metas, second)
		}
		return metas, metaFine
	}
	for at := int64(1024); at <= maxPageSize && at < size-1024; at *= 2 {
		second, bad := readMeta(f, at)
		if bad == metaFine && second.pageSize == at {
			return []meta{second}, metaFine
		}
		fault = max(fault, bad)
	}
	return nil, fault
}

// Doubtful tells whether the last write to the file at path may be missing. bbolt writes the first two pages by turns and begins
// with the newer one, or in silence with the one before it when the newer is not whole. So both have to be valid, and written one
// after the other. A copy begins with both of one moment, the second as the one before; the write after it may take the place
// of the newer, and leaves an older one that stands where it would never have been written.
func Doubtful(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false // who opens the store says so
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return false
	}
	metas, _ := readMetas(f, info.Size())
	if len(metas) < 2 {
		return true
	}
	older, newer, place := metas[0].tx, metas[1].tx, uint64(0)
	if older > newer {
		older, newer, place = newer, older, 1
	}
	return newer-older != 1 && (newer-older != 2 || older%2 == place)
}

func readMeta(f io.ReaderAt, at int64) (meta, metaFault) {
	var page [pageHeader + metaSize]byte
	if _, err := f.ReadAt(page[:], at); err != nil {
		return meta{}, metaForeign
	}
	b, order := page[pageHeader:], binary.NativeEndian
	if order.Uint32(b) != metaMagic {
		return meta{}, metaForeign
	}
	if order.Uint32(b[4:]) > metaVersion {
		return meta{}, metaNewer
	}
	sum := fnv.New64a()
	sum.Write(b[:metaSize-8]) // a hash never fails
	m := meta{
		pageSize: int64(order.Uint32(b[8:])), root: order.Uint64(b[16:]), freelist: order.Uint64(b[32:]),
		highWater: order.Uint64(b[40:]), tx: order.Uint64(b[48:]),
	}
	size := m.pageSize
	if order.Uint32(b[4:]) != metaVersion || order.Uint64(b[56:]) != sum.Sum64() || size < 1024 || size > maxPageSize || size&(size-1) != 0 {
		return meta{}, metaBroken
	}
	return m, metaFine
}

// hasPages tells whether a file without its first pages is one of bbolt's: each page begins with its own number, and its kind.
func hasPages(f io.ReaderAt) bool {
	const metaPage, looked = 0x04, 64 // pages at most; a text has no such numbers
	order := binary.NativeEndian
	var head [pageHeader]byte
	for size := int64(1024); size <= 1<<16; size *= 2 {
		for id := int64(1); id < looked; id++ {
			if _, err := f.ReadAt(head[:], id*size); err != nil {
				break
			}
			switch flags := order.Uint16(head[8:]); flags {
			case branchPage, leafPage, metaPage, freelistPage:
				if order.Uint64(head[:]) == uint64(id) {
					return true
				}
			}
		}
	}
	return false
}

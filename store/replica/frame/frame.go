// Package frame cuts a parcel into frames, so that its end is known wherever it lies or goes, and reads no more of one than anybody ever
// wrote. Drivers use it.
package frame

import (
	"encoding/binary"
	"errors"
	"io"

	"leerbalie/model/fault"
)

// What is read has limits, whatever a file or a pipe says of itself. A parcel of a million changes has some 300 MB; what people wrote
// becomes ten times smaller when it is compressed, never hundreds of times.
const (
	Longest  = 64 << 10 // bytes of a frame
	maxTotal = 1 << 30
	maxSwell = 200      // times what was compressed
	freeOf   = 64 << 20 // of that, as long as it is less
	lead     = 4
)

// The errors.
var (
	ErrDamaged = fault.New(fault.Damaged, "bundle-damaged") // cut off, or no frames
	ErrSwollen = fault.New(fault.Invalid, "bundle-swollen")
	ErrTooBig  = fault.New(fault.Invalid, "bundle-too-big") // to be read by anybody
)

// Swollen tells whether bytes came out of fewer that no parcel becomes so small.
func Swollen(out, in int64) bool { return out > maxTotal || out > freeOf && out/maxSwell > in }

// Writer cuts what is written into frames: the length (4 bytes), then the bytes. A frame without any is the end.
type Writer struct {
	w     io.Writer
	frame []byte // the one that is being filled, with room for its length in front
	Out   int64  // bytes that were written
}

// NewWriter begins a row of frames; End ends it.
func NewWriter(w io.Writer) *Writer {
	return &Writer{w: w, frame: make([]byte, lead, lead+Longest)}
}

func (f *Writer) Write(p []byte) (n int, err error) {
	for len(p) > 0 {
		fits := min(len(p), cap(f.frame)-len(f.frame))
		f.frame = append(f.frame, p[:fits]...)
		n, p = n+fits, p[fits:]
		if len(f.frame) == cap(f.frame) {
			if err := f.flush(); err != nil {
				return n, err
			}
		}
	}
	return n, nil
}

func (f *Writer) flush() error {
	if len(f.frame) == lead {
		return nil
	}
	binary.BigEndian.PutUint32(f.frame, uint32(len(f.frame)-lead))
	if f.Out += int64(len(f.frame)); f.Out > maxTotal {
		return ErrTooBig
	}
	_, err := f.w.Write(f.frame)
	f.frame = f.frame[:lead]
	return err
}

// End writes what is left, and that nothing follows.
func (f *Writer) End() error {
	if err := f.flush(); err != nil {
		return err
	}
	_, err := f.w.Write(make([]byte, lead))
	return err
}

// Reader reads what a Writer wrote, and nothing that is not whole. It never reads beyond the end, unless that has to be the end of all.
type Reader struct {
	r    io.Reader
	in   func() int64
	only bool
	left int   // bytes of this frame that were not read yet
	out  int64 // how many bytes came
	done bool
}

// NewReader reads frames. in tells from how many compressed bytes they came; nil: they were not compressed. only says that nothing may
// follow: the source is read to its own end, which tells whether it is whole.
func NewReader(r io.Reader, in func() int64, only bool) *Reader {
	return &Reader{r: r, in: in, only: only}
}

// Read gives the bytes of the frames. Errors: ErrDamaged; ErrSwollen; those of the source.
func (d *Reader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	for d.left == 0 {
		if d.done {
			return 0, io.EOF
		}
		if err := d.next(); err != nil {
			return 0, err
		}
	}
	n, err := d.r.Read(p[:min(len(p), d.left)])
	d.left -= n
	switch {
	case d.count(n) != nil:
		return 0, ErrSwollen
	case err == io.EOF && n > 0 && d.left == 0: // the end that has to follow is missing: the next reading says so
		err = nil
	case err == io.EOF:
		err = ErrDamaged
	}
	return n, err
}

// next begins a frame.
func (d *Reader) next() error {
	var size [lead]byte
	if _, err := io.ReadFull(d.r, size[:]); err != nil {
		return damaged(err)
	}
	if err := d.count(len(size)); err != nil {
		return err
	}
	switch n := binary.BigEndian.Uint32(size[:]); {
	case n > Longest:
		return ErrDamaged
	case n > 0:
		d.left = int(n)
		return nil
	}
	d.done = true
	if !d.only {
		return nil
	}
	if n, err := io.ReadFull(d.r, size[:1]); n > 0 {
		return ErrDamaged
	} else if err != io.EOF {
		return damaged(err)
	}
	return nil
}

func (d *Reader) count(n int) error {
	d.out += int64(n)
	if in := d.in; in == nil && d.out > maxTotal || in != nil && Swollen(d.out, in()) {
		return ErrSwollen
	}
	return nil
}

// damaged tells of what ends before it should.
func damaged(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return ErrDamaged
	}
	return err
}

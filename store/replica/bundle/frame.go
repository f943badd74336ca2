package bundle

import (
	"encoding/binary"
	"io"

	"leerbalie/model/fault"
)

// What is read has limits, whatever a file says of itself. A parcel of a million changes has some 300 MB; what people wrote becomes
// ten times smaller, never hundreds of times.
const (
	maxFrame = 64 << 10
	maxTotal = 1 << 30   // bytes after they were decompressed
	maxSwell = 200       // times what the file has
	freeOf   = 64 << 20  // of that, as long as it is less
	window   = 1 << 20   // of the compression, as it is written
	maxRoom  = 8 << 20   // and as it is read
	maxSeals = 128 << 10 // what stands before the first sealed bytes, read in advance included
)

// swollen tells whether bytes came out of a file that no parcel becomes so small.
func swollen(out, in int64) bool { return out > maxTotal || out > freeOf && out/maxSwell > in }

// framer cuts what is written into frames: the length (4 bytes), then the bytes. A frame without any is the end.
type framer struct {
	w     io.Writer
	frame []byte // the one that is being filled, with room for its length in front
	out   int64
}

func newFramer(w io.Writer) *framer { return &framer{w: w, frame: make([]byte, 4, 4+maxFrame)} }

func (f *framer) Write(p []byte) (n int, err error) {
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

func (f *framer) flush() error {
	if len(f.frame) == 4 {
		return nil
	}
	binary.BigEndian.PutUint32(f.frame, uint32(len(f.frame)-4))
	if f.out += int64(len(f.frame)); f.out > maxTotal {
		return fault.New(fault.Invalid, "bundle-too-big")
	}
	_, err := f.w.Write(f.frame)
	f.frame = f.frame[:4]
	return err
}

// end writes what is left, and that nothing follows.
func (f *framer) end() error {
	if err := f.flush(); err != nil {
		return err
	}
	_, err := f.w.Write(make([]byte, 4))
	return err
}

// deframer reads what a framer wrote, and nothing that is not whole.
type deframer struct {
	r    io.Reader
	left int          // bytes of this frame that were not read yet
	out  int64        // how many bytes came
	in   func() int64 // how many bytes of the file they came from
	done bool
}

func (d *deframer) Read(p []byte) (int, error) {
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
		return 0, errSwollen
	case err == io.EOF && n > 0 && d.left == 0: // the end that has to follow is missing: the next reading says so
		err = nil
	case err == io.EOF:
		err = errDamaged
	}
	return n, err
}

// next begins a frame. After the end nothing may follow, nor lack: what is sealed tells so when it is read to its own end.
func (d *deframer) next() error {
	var size [4]byte
	if _, err := io.ReadFull(d.r, size[:]); err != nil {
		return damaged(err)
	}
	if err := d.count(len(size)); err != nil {
		return err
	}
	switch n := binary.BigEndian.Uint32(size[:]); {
	case n > maxFrame:
		return errDamaged
	case n > 0:
		d.left = int(n)
		return nil
	}
	d.done = true
	if n, err := io.ReadFull(d.r, size[:1]); n > 0 {
		return errDamaged
	} else if err != io.EOF {
		return damaged(err)
	}
	return nil
}

func (d *deframer) count(n int) error {
	if d.out += int64(n); swollen(d.out, d.in()) {
		return errSwollen
	}
	return nil
}

// damaged tells of what ends before it should.
func damaged(err error) error {
	if short(err) {
		return errDamaged
	}
	return err
}

package cbor

import (
	"errors"
	"math"
	"unicode/utf8"
)

// ErrForm tells that bytes are not in the form that was asked for.
var ErrForm = errors.New("cbor: another form than expected")

// Reader reads values one after the other. After the first that has another form than was asked for, every answer is the
// zero value, and Done returns ErrForm.
type Reader struct {
	b   []byte
	bad bool
}

// Read begins to read bytes, which must not be altered meanwhile.
func Read(b []byte) Reader { return Reader{b: b} }

// Fail makes the reader fail, for who finds a value of the right form that means nothing.
func (r *Reader) Fail() { r.b, r.bad = nil, true }

// Failed tells whether a value had another form than was asked for.
func (r *Reader) Failed() bool { return r.bad }

// Done ends the reading. It returns ErrForm when a value had another form than was asked for, or when bytes are left.
func (r *Reader) Done() error {
	if r.bad || len(r.b) > 0 {
		return ErrForm
	}
	return nil
}

// Kind tells what comes next.
type Kind byte

// The kinds of value; None when nothing that can be read comes.
const (
	None Kind = iota
	KindInt
	KindBytes
	KindText
	KindArray
	KindBool
	KindNull
)

// Next is the kind of the value that comes next.
func (r *Reader) Next() Kind {
	if len(r.b) == 0 {
		return None
	}
	switch first := r.b[0]; first & 0xe0 {
	case unsigned, negative:
		return KindInt
	case byteText:
		return KindBytes
	case utf8Text:
		return KindText
	case array:
		return KindArray
	case simple:
		switch first {
		case no, yes:
			return KindBool
		case null:
			return KindNull
		}
	}
	return None
}

// head reads a first byte of a major type with its number, which has to be in the shortest form.
func (r *Reader) head(major byte) uint64 {
	if len(r.b) == 0 || r.b[0]&0xe0 != major {
		r.Fail()
		return 0
	}
	short := r.b[0] & 0x1f
	if short < 24 {
		r.b = r.b[1:]
		return uint64(short)
	}
	size := 1 << (short - 24)
	if short > 27 || len(r.b) < 1+size {
		r.Fail()
		return 0
	}
	var n uint64
	for _, c := range r.b[1 : 1+size] {
		n = n<<8 | uint64(c)
	}
	if n < 24 || size > 1 && n>>(4*size) == 0 {
		r.Fail()
		return 0
	}
	r.b = r.b[1+size:]
	return n
}

// Uint reads a number that is not negative and no larger than a limit.
func (r *Reader) Uint(limit uint64) uint64 {
	n := r.head(unsigned)
	if n > limit {
		r.Fail()
		return 0
	}
	return n
}

// Int reads a number.
func (r *Reader) Int() int64 {
	major := byte(unsigned)
	if len(r.b) > 0 && r.b[0]&0xe0 == negative {
		major = negative
	}
	n := r.head(major)
	if n > math.MaxInt64 {
		r.Fail()
		return 0
	}
	if major == negative && !r.bad {
		return -int64(n) - 1
	}
	return int64(n)
}

// Bytes reads bytes; they are a part of what is read.
func (r *Reader) Bytes() []byte { return r.take(byteText) }

// Text reads a text.
func (r *Reader) Text() string {
	b := r.take(utf8Text)
	if !utf8.Valid(b) {
		r.Fail()
		return ""
	}
	return string(b)
}

func (r *Reader) take(major byte) []byte {
	n := r.head(major)
	if r.bad || n > uint64(len(r.b)) {
		r.Fail()
		return nil
	}
	b := r.b[:n:n]
	r.b = r.b[n:]
	return b
}

// Array reads the beginning of an array and returns how many values follow: never more than there are bytes left.
func (r *Reader) Array() int {
	n := r.head(array)
	if n > uint64(len(r.b)) {
		r.Fail()
		return 0
	}
	return int(n)
}

// AtLeast reads the beginning of an array of n values or more, and returns how many there are beyond n: a later version put
// them at the end, for Rest to pass over.
func (r *Reader) AtLeast(n int) (more int) {
	if more = r.Array() - n; more < 0 {
		r.Fail()
		return 0
	}
	return more
}

// Rest passes over as many values and returns the bytes that they stand in, which are a part of what is read.
func (r *Reader) Rest(n int) []byte {
	all := r.b
	for range n {
		if r.Skip(); r.bad {
			return nil
		}
	}
	return all[:len(all)-len(r.b)]
}

// Bool reads a yes or no.
func (r *Reader) Bool() bool {
	if r.Next() != KindBool {
		r.Fail()
		return false
	}
	v := r.b[0] == yes
	r.b = r.b[1:]
	return v
}

// Null reads nothing.
func (r *Reader) Null() {
	if r.Next() != KindNull {
		r.Fail()
		return
	}
	r.b = r.b[1:]
}

// Skip passes over a value of whatever kind, for fields that a later version added; arrays may lie four deep.
func (r *Reader) Skip() { r.skip(4) }

func (r *Reader) skip(deep int) {
	switch r.Next() {
	case KindInt:
		if major := r.b[0] & 0xe0; major == negative {
			r.head(negative)
		} else {
			r.head(unsigned)
		}
	case KindBytes:
		r.take(byteText)
	case KindText:
		r.Text()
	case KindBool, KindNull:
		r.b = r.b[1:]
	case KindArray:
		n := r.Array()
		if deep == 0 {
			r.Fail()
		}
		for range n {
			if r.skip(deep - 1); r.bad {
				return
			}
		}
	default:
		r.Fail()
	}
}

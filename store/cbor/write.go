package cbor

import "encoding/binary"

// The major types, in the high bits of a value's first byte.
const (
	unsigned = 0 << 5
	negative = 1 << 5
	byteText = 2 << 5
	utf8Text = 3 << 5
	array    = 4 << 5
	simple   = 7 << 5

	no   = simple | 20
	yes  = simple | 21
	null = simple | 22
)

// head appends a first byte and its number, in the shortest form.
func head(b []byte, major byte, n uint64) []byte {
	switch {
	case n < 24:
		return append(b, major|byte(n))
	case n < 1<<8:
		return append(b, major|24, byte(n))
	case n < 1<<16:
		return binary.BigEndian.AppendUint16(append(b, major|25), uint16(n))
	case n < 1<<32:
		return binary.BigEndian.AppendUint32(append(b, major|26), uint32(n))
	}
	return binary.BigEndian.AppendUint64(append(b, major|27), n)
}

// Uint appends a number that is not negative.
func Uint(b []byte, n uint64) []byte { return head(b, unsigned, n) }

// Int appends a number.
func Int(b []byte, n int64) []byte {
	if n < 0 {
		return head(b, negative, uint64(-(n + 1)))
	}
	return head(b, unsigned, uint64(n))
}

// Bytes appends bytes.
func Bytes[T []byte | string](b []byte, v T) []byte {
	return append(head(b, byteText, uint64(len(v))), v...)
}

// Text appends a text, which has to be valid UTF-8.
func Text(b []byte, s string) []byte { return append(head(b, utf8Text, uint64(len(s))), s...) }

// Array appends the beginning of an array; its n values follow.
func Array(b []byte, n int) []byte { return head(b, array, uint64(n)) }

// Bool appends a yes or no.
func Bool(b []byte, v bool) []byte {
	if v {
		return append(b, yes)
	}
	return append(b, no)
}

// Null appends nothing.
func Null(b []byte) []byte { return append(b, null) }

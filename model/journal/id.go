package journal

import (
	"encoding/hex"
	"io"

	"leerbalie/model/fault"
)

// ID names an entity: a UUID of version 7 (RFC 9562, section 5.7), so that ids sort by the time they stand for.
// The zero ID names nothing.
type ID [16]byte

// NewID makes a UUIDv7 for a moment in milliseconds since 1970 from sixteen random bytes' worth of the source.
// A moment before 1970 or beyond 48 bits is clamped: such an id only sorts at an end.
func NewID(ms int64, random io.Reader) (ID, error) {
	var id ID
	if _, err := io.ReadFull(random, id[6:]); err != nil {
		return ID{}, fault.New(fault.Internal, "random-source").Because(err)
	}
	ms = min(max(ms, 0), 1<<48-1)
	for i := 5; i >= 0; i-- {
		id[i] = byte(ms)
		ms >>= 8
	}
	id[6] = id[6]&0x0f | 0x70
	id[8] = id[8]&0x3f | 0x80
	return id, nil
}

// IsZero tells whether the id names nothing.
func (id ID) IsZero() bool { return id == ID{} }

// Millis is the moment the id was made for, in milliseconds since 1970.
func (id ID) Millis() int64 {
	var ms int64
	for _, b := range id[:6] {
		ms = ms<<8 | int64(b)
	}
	return ms
}

// String is the usual form with hyphens; the zero ID is empty.
func (id ID) String() string {
	if id.IsZero() {
		return ""
	}
	var out [36]byte
	hex.Encode(out[0:8], id[0:4])
	hex.Encode(out[9:13], id[4:6])
	hex.Encode(out[14:18], id[6:8])
	hex.Encode(out[19:23], id[8:10])
	hex.Encode(out[24:36], id[10:16])
	out[8], out[13], out[18], out[23] = '-', '-', '-', '-'
	return string(out[:])
}

// ParseID reads the form that String writes.
func ParseID(s string) (ID, error) {
	var id ID
	if len(s) != 36 || s[8] != '-' || s[13] != '-' || s[18] != '-' || s[23] != '-' {
		return ID{}, fault.New(fault.Invalid, "id-form", "text", s)
	}
	plain := s[0:8] + s[9:13] + s[14:18] + s[19:23] + s[24:36]
	if _, err := hex.Decode(id[:], []byte(plain)); err != nil {
		return ID{}, fault.New(fault.Invalid, "id-form", "text", s)
	}
	return id, nil
}

// Replica names one copy of the store that writes for itself: the first eight bytes of the SHA-256 of its public key,
// so that a name cannot be taken without the key.
type Replica [8]byte

// String is the replica's name in hexadecimal.
func (r Replica) String() string { return hex.EncodeToString(r[:]) }

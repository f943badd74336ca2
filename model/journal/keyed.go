package journal

import "crypto/sha256"

// KeyedID is the id of what a file knows by its own name: every replica that takes the file in gives the same one.
// It is a UUID of version 8 (RFC 9562, section 5.8) over SHA-256.
func KeyedID(parts ...string) (id ID) {
	h := sha256.New()
	for _, p := range parts {
		var n [8]byte
		putUint64(n[:], uint64(len(p)))
		h.Write(n[:])
		h.Write([]byte(p))
	}
	copy(id[:], h.Sum(nil))
	id[6] = id[6]&0x0f | 0x80
	id[8] = id[8]&0x3f | 0x80
	return id
}

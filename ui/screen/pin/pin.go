// Package pin is the PIN that somebody can have on a shared computer: how it is kept, how it is tried, and how long a wrong
// one makes wait.
//
// A PIN keeps a colleague from working under another name by accident or curiosity. It does not protect the file: whoever
// may read that needs no PIN. It is a setting of this machine, never part of the journal.
package pin

import (
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"io"
	"strings"

	"golang.org/x/crypto/argon2"
)

// The lengths that a PIN can have, in digits.
const (
	Shortest = 4
	Longest  = 12
)

// Cost is what one try costs: memory in KiB, passes over it, and threads.
type Cost struct {
	Memory  uint32
	Passes  uint32
	Threads uint8
}

// Usual is the second of the settings for argon2id that the OWASP Password Storage Cheat Sheet gives as equal.
func Usual() Cost { return Cost{Memory: 19 << 10, Passes: 2, Threads: 1} }

// The lengths of salt and hash in bytes, by RFC 9106, section 4; and what a stored text may ask for at most, so that a
// damaged one cannot take all memory.
const (
	saltBytes, hashBytes = 16, 32
	mostMemory           = 256 << 10
	mostPasses           = 20
)

// Good reports whether a text can be a PIN: digits only, not too few and not too many.
func Good(pin string) bool {
	return len(pin) >= Shortest && len(pin) <= Longest && strings.Trim(pin, "0123456789") == ""
}

// Hash gives the text in which a PIN is kept, in the form that the reference implementation of Argon2 writes: method,
// version, cost, salt and hash. Errors are those of the random source.
func Hash(pin string, c Cost, random io.Reader) (string, error) {
	salt := make([]byte, saltBytes)
	if _, err := io.ReadFull(random, salt); err != nil {
		return "", fmt.Errorf("no randomness for a salt: %w", err)
	}
	sum := argon2.IDKey([]byte(pin), salt, c.Passes, c.Memory, c.Threads, hashBytes)
	b := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, c.Memory, c.Passes, c.Threads, b.EncodeToString(salt), b.EncodeToString(sum)), nil
}

// Fits reports whether a PIN is the one that was kept. A text that Hash did not write fits nothing.
func Fits(pin, kept string) bool {
	c, salt, sum, ok := read(kept)
	if !ok {
		return false
	}
	got := argon2.IDKey([]byte(pin), salt, c.Passes, c.Memory, c.Threads, uint32(len(sum)))
	return subtle.ConstantTimeCompare(got, sum) == 1
}

func read(kept string) (c Cost, salt, sum []byte, ok bool) {
	parts := strings.Split(kept, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" {
		return c, nil, nil, false
	}
	version := 0
	if n, err := fmt.Sscanf(parts[2], "v=%d", &version); n != 1 || err != nil || version != argon2.Version {
		return c, nil, nil, false
	}
	if n, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &c.Memory, &c.Passes, &c.Threads); n != 3 || err != nil {
		return c, nil, nil, false
	}
	salt, saltErr := base64.RawStdEncoding.DecodeString(parts[4])
	sum, sumErr := base64.RawStdEncoding.DecodeString(parts[5])
	sane := c.Memory >= 8 && c.Memory <= mostMemory && c.Passes >= 1 && c.Passes <= mostPasses && c.Threads >= 1
	return c, salt, sum, saltErr == nil && sumErr == nil && len(salt) >= 8 && len(sum) >= hashBytes && len(sum) <= 64 && sane
}

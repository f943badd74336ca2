package bundle

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"
	"time"

	"leerbalie/model/fault"
	"leerbalie/store/cbor"
	"leerbalie/store/file"
	"leerbalie/store/replica/frame"
)

// A bundle is
//
//	"leerbalie bundle\n" ‖ format (1 byte) ‖ length of the header (4 bytes) ‖ header ‖ age( zstd( frames ) )
//
// The first frame holds the SHA-256 of all that stands before the sealed part, so that nobody alters a header; the parcel follows.
const (
	format    = 1
	maxHeader = 16 << 10
	maxText   = 200
	leadSize  = len(file.BundleMagic) + 1 + 4
)

// Key is the fingerprint of whom a bundle is sealed for.
type Key [8]byte

// KeyOf is the fingerprint of a recipient, as age writes it.
func KeyOf(recipient string) (k Key) {
	sum := sha256.Sum256([]byte(recipient))
	copy(k[:], sum[:])
	return k
}

// Header is what stands on a bundle in clear. The file lies on a stick: it names machines and the organisation's site, and no person.
type Header struct {
	Key          Key
	For          string // what the machine is called, or the organisation's first site for the centre
	From         string // the same of who made it
	Made         time.Time
	Organisation Key    // the fingerprint of its root key; zero: it has none
	Secret       []byte // of an invitation, wrapped by its code; nil where the machine has its key
}

// encode gives all that stands before the sealed part.
func (h Header) encode() []byte {
	b := cbor.Array(nil, 6)
	b = cbor.Bytes(b, h.Key[:])
	b = cbor.Text(b, h.For)
	b = cbor.Text(b, h.From)
	b = cbor.Int(b, h.Made.UnixMilli())
	b = cbor.Bytes(b, h.Organisation[:])
	b = cbor.Bytes(b, h.Secret)
	lead := append([]byte(file.BundleMagic), format)
	return append(binary.BigEndian.AppendUint32(lead, uint32(len(b))), b...)
}

// The sentences about what is no bundle that can be read.
var (
	errNone  = fault.New(fault.Invalid, "bundle-none")
	errNewer = fault.New(fault.Newer, "bundle-newer")
)

// readHeader reads what stands before the sealed part, and gives its bytes along. Errors: Invalid for what is no bundle; Newer; Damaged.
func readHeader(r io.Reader) (h Header, raw []byte, err error) {
	raw = make([]byte, leadSize)
	if n, err := io.ReadFull(r, raw); err != nil {
		if !short(err) {
			return h, nil, err
		}
		if n >= len(file.BundleMagic) && string(raw[:len(file.BundleMagic)]) == file.BundleMagic {
			return h, nil, frame.ErrDamaged
		}
		return h, nil, errNone
	}
	if string(raw[:len(file.BundleMagic)]) != file.BundleMagic {
		return h, nil, errNone
	}
	switch v := raw[len(file.BundleMagic)]; {
	case v > format:
		return h, nil, errNewer
	case v < format:
		return h, nil, frame.ErrDamaged
	}
	size := binary.BigEndian.Uint32(raw[leadSize-4:])
	if size > maxHeader {
		return h, nil, frame.ErrDamaged
	}
	raw = append(raw, make([]byte, size)...)
	if _, err := io.ReadFull(r, raw[leadSize:]); err != nil {
		if short(err) {
			err = frame.ErrDamaged
		}
		return h, nil, err
	}
	in := cbor.Read(raw[leadSize:])
	more := in.AtLeast(6)
	key := in.Bytes()
	h.For, h.From = in.Text(), in.Text()
	h.Made = time.UnixMilli(in.Int())
	organisation, secret := in.Bytes(), in.Bytes()
	in.Rest(more)
	if in.Done() != nil || len(key) != len(h.Key) || len(organisation) != len(h.Organisation) || len(h.For) > maxText || len(h.From) > maxText {
		return h, nil, frame.ErrDamaged
	}
	copy(h.Key[:], key)
	copy(h.Organisation[:], organisation)
	if len(secret) > 0 {
		h.Secret = secret
	}
	return h, raw, nil
}

func short(err error) bool { return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) }

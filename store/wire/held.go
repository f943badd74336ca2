package wire

import (
	"math"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/cbor"
)

// Held is a change that came and was not taken in: it waits until that is decided, with the reason.
//
//	held    [reason, milliseconds since 1970 when it came, replica that it came from, change]
type Held struct {
	Reason string
	At     int64
	From   journal.Replica
	Change []byte
}

// EncodeHeld writes what is held.
func EncodeHeld(h *Held) []byte {
	b := cbor.Text(cbor.Array(nil, 4), h.Reason)
	b = cbor.Uint(b, uint64(max(h.At, 0)))
	b = cbor.Bytes(b, h.From[:])
	return cbor.Bytes(b, h.Change)
}

// DecodeHeld reads what is held. Errors: Damaged.
func DecodeHeld(v []byte) (h Held, err error) {
	r := cbor.Read(v)
	more := r.AtLeast(4)
	h.Reason, h.At = r.Text(), int64(r.Uint(math.MaxInt64))
	copy(h.From[:], r.Bytes())
	h.Change = r.Bytes()
	r.Rest(more)
	if err := r.Done(); err != nil {
		return h, fault.New(fault.Damaged, "store-value").Because(err)
	}
	return h, nil
}

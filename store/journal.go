package store

import (
	"crypto/sha256"
	"encoding/binary"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// sum is a place in a stream's chain.
type sum = [sha256.Size]byte

// head is the end of a stream: its last sequence number and the chain's hash there.
type head struct {
	seq  uint64
	hash sum
}

func (h head) bytes() []byte { return append(number(h.seq), h.hash[:]...) }

func parseHead(b []byte) (h head, err error) {
	if len(b) != 8+sha256.Size {
		return h, fault.New(fault.Damaged, "store-value")
	}
	h.seq = parseNumber(b[:8])
	copy(h.hash[:], b[8:])
	return h, nil
}

// next is the chain's hash after one more change:
// SHA-256(last ‖ stream ‖ seq ‖ header ‖ SHA-256(salt ‖ payload)), over the bytes as they were received. The payload
// enters only through its salted digest, so that it can be erased and the chain still verifies.
func (h head) next(stream []byte, w *wireChange) (head, error) {
	digest, err := w.digest()
	if err != nil {
		return head{}, err
	}
	var buf [512]byte
	b := append(buf[:0], h.hash[:]...)
	b = append(b, stream...)
	b = binary.BigEndian.AppendUint64(b, h.seq+1)
	b = append(b, w.Header...)
	b = append(b, digest[:]...)
	return head{h.seq + 1, sha256.Sum256(b)}, nil
}

func (w *wireChange) digest() (d sum, err error) {
	if w.Payload == nil {
		if len(w.Digest) != len(d) {
			return d, fault.New(fault.Damaged, "store-value")
		}
		copy(d[:], w.Digest)
		return d, nil
	}
	var buf [512]byte
	return sha256.Sum256(append(append(buf[:0], w.Salt...), w.Payload...)), nil
}

// forget replaces the payload by its digest. What a later version added goes as well: nobody here knows whether it tells who
// the person was, and the chain does not hold it.
func (w *wireChange) forget() error {
	d, err := w.digest()
	if err != nil {
		return err
	}
	*w = wireChange{Header: w.Header, Salt: []byte{}, Digest: d[:]}
	return nil
}

// seal gives a change the form in which the journal keeps it.
func seal(ch *journal.Change, salt []byte) *wireChange {
	b := appendHeader(make([]byte, 0, 256), ch)
	n := len(b)
	b = appendWrites(b, ch.Writes)
	return &wireChange{Header: b[:n:n], Salt: salt, Payload: b[n:], Digest: []byte{}}
}

// openChange reads a change from the form in which the journal keeps it. The second answer's parts are parts of b.
func openChange(stream journal.Stream, seq uint64, b []byte) (*journal.Change, *wireChange, error) {
	w, err := decodeChange(b)
	if err != nil {
		return nil, nil, err
	}
	ch, err := readChange(stream, seq, &w)
	return ch, &w, err
}

func readChange(stream journal.Stream, seq uint64, w *wireChange) (*journal.Change, error) {
	ch := &journal.Change{}
	if err := readInto(ch, stream, seq, w); err != nil {
		return nil, err
	}
	return ch, nil
}

// readInto is readChange for whoever has a change to fill.
func readInto(ch *journal.Change, stream journal.Stream, seq uint64, w *wireChange) error {
	*ch = journal.Change{Stream: stream, Seq: seq, Erased: w.Payload == nil}
	if err := readHeader(w.Header, ch); err != nil {
		return err
	}
	if ch.Erased || ch.MinReader > journal.SchemaVersion {
		return nil // the payload of a newer version is kept as it is, and read after an upgrade
	}
	var err error
	ch.Writes, err = readWrites(w.Payload)
	return err
}

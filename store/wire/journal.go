package wire

import (
	"crypto/sha256"
	"encoding/binary"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// MarkEvery is the distance of marks: the chain's hash is kept at every so many changes of a stream.
const MarkEvery = 1024

// Sum is a place in a stream's chain.
type Sum = [sha256.Size]byte

// Head is the end of a stream: its last sequence number and the chain's hash there.
type Head struct {
	Seq  uint64
	Hash Sum
}

// HeadLen is the length of a head on disk.
const HeadLen = 8 + sha256.Size

func (h Head) Bytes() []byte { return append(Number(h.Seq), h.Hash[:]...) }

func ParseHead(b []byte) (h Head, err error) {
	if len(b) != 8+sha256.Size {
		return h, fault.New(fault.Damaged, "store-value")
	}
	h.Seq = ParseNumber(b[:8])
	copy(h.Hash[:], b[8:])
	return h, nil
}

// next is the chain's hash after one more change:
// SHA-256(last ‖ stream ‖ seq ‖ header ‖ SHA-256(salt ‖ payload)), over the bytes as they were received. The payload
// enters only through its salted digest, so that it can be erased and the chain still verifies.
func (h Head) Next(stream []byte, w *Change) (Head, error) {
	digest, err := w.PayloadDigest()
	if err != nil {
		return Head{}, err
	}
	var buf [512]byte
	b := append(buf[:0], h.Hash[:]...)
	b = append(b, stream...)
	b = binary.BigEndian.AppendUint64(b, h.Seq+1)
	b = append(b, w.Header...)
	b = append(b, digest[:]...)
	return Head{h.Seq + 1, sha256.Sum256(b)}, nil
}

func (w *Change) PayloadDigest() (d Sum, err error) {
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
func (w *Change) Forget() error {
	d, err := w.PayloadDigest()
	if err != nil {
		return err
	}
	*w = Change{Header: w.Header, Salt: []byte{}, Digest: d[:]}
	return nil
}

// Seal gives a change the form in which the journal keeps it.
func Seal(ch *journal.Change, salt []byte) *Change {
	b := appendHeader(make([]byte, 0, 256), ch)
	n := len(b)
	b = appendWrites(b, ch.Writes)
	return &Change{Header: b[:n:n], Salt: salt, Payload: b[n:], Digest: []byte{}}
}

// OpenChange reads a change from the form in which the journal keeps it. The second answer's parts are parts of b.
func OpenChange(stream journal.Stream, seq uint64, b []byte) (*journal.Change, *Change, error) {
	w, err := DecodeChange(b)
	if err != nil {
		return nil, nil, err
	}
	ch, err := ReadChange(stream, seq, &w)
	return ch, &w, err
}

func ReadChange(stream journal.Stream, seq uint64, w *Change) (*journal.Change, error) {
	ch := &journal.Change{}
	if err := ReadInto(ch, stream, seq, w); err != nil {
		return nil, err
	}
	return ch, nil
}

// ReadInto is readChange for whoever has a change to fill.
func ReadInto(ch *journal.Change, stream journal.Stream, seq uint64, w *Change) error {
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

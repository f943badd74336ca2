package store

import (
	"crypto/sha256"
	"encoding/binary"

	"leerbalie/model"
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
		return h, model.Fail(model.Damaged, "store-value")
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
			return d, model.Fail(model.Damaged, "store-value")
		}
		copy(d[:], w.Digest)
		return d, nil
	}
	var buf [512]byte
	return sha256.Sum256(append(append(buf[:0], w.Salt...), w.Payload...)), nil
}

// forget replaces the payload by its digest.
func (w *wireChange) forget() error {
	d, err := w.digest()
	if err != nil {
		return err
	}
	w.Payload, w.Salt, w.Digest = nil, []byte{}, d[:]
	return nil
}

// seal gives a change the form in which the journal keeps it.
func (c codec) seal(ch *model.Change, salt []byte) (*wireChange, error) {
	header, err := c.encode(wireHeader{
		Time: uint64(ch.Time), Wall: ch.Wall, Kind: uint8(ch.Kind), Entity: idBytes(ch.Entity), Op: uint8(ch.Op), Item: uint16(ch.Item),
		Actor: idBytes(ch.Actor), Responsible: idBytes(ch.Responsible), Schema: ch.Schema, MinReader: ch.MinReader, Txn: ch.Txn,
	})
	if err != nil {
		return nil, err
	}
	writes := make([]wireWrite, len(ch.Writes))
	for i, w := range ch.Writes {
		writes[i] = wireWrite{Field: uint16(w.Field), Value: toWire(w.Value), Base: wireStamps(w.Base)}
	}
	payload, err := c.encode(writes)
	if err != nil {
		return nil, err
	}
	return &wireChange{Header: header, Salt: salt, Payload: payload, Digest: []byte{}}, nil
}

// open reads a change from the form in which the journal keeps it.
func (c codec) open(stream model.Stream, seq uint64, b []byte) (*model.Change, *wireChange, error) {
	var w wireChange
	if err := c.decode(b, &w); err != nil {
		return nil, nil, err
	}
	ch, err := c.read(stream, seq, &w)
	return ch, &w, err
}

func (c codec) read(stream model.Stream, seq uint64, w *wireChange) (*model.Change, error) {
	var h wireHeader
	if err := c.decode(w.Header, &h); err != nil {
		return nil, err
	}
	ch := &model.Change{
		Stream: stream, Seq: seq, Time: model.Logical(h.Time), Wall: h.Wall, Kind: model.Kind(h.Kind), Entity: parseID(h.Entity),
		Op: model.Op(h.Op), Item: model.ItemKind(h.Item), Actor: parseID(h.Actor), Responsible: parseID(h.Responsible),
		Schema: h.Schema, MinReader: h.MinReader, Txn: h.Txn, Erased: w.Payload == nil,
	}
	if ch.Erased || ch.MinReader > model.SchemaVersion {
		return ch, nil // the payload of a newer version is kept as it is, and read after an upgrade
	}
	var writes []wireWrite
	if err := c.decode(w.Payload, &writes); err != nil {
		return nil, err
	}
	ch.Writes = make([]model.Write, len(writes))
	for i, x := range writes {
		v, err := fromWire(x.Value)
		if err != nil {
			return nil, err
		}
		ch.Writes[i] = model.Write{Field: model.Field(x.Field), Value: v, Base: stampsOf(x.Base)}
	}
	return ch, nil
}

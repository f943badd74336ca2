package wire

import (
	"math"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/cbor"
)

// The forms in which values stand on disk: CBOR arrays in canonical form (see package cbor). A later version may add entries
// at the end of an array of a fixed number, never in between: whoever reads passes over them. A change is kept and passed on
// with them, byte for byte; what is derived is written without them, and a later version that needs them raises derivedVersion.
//
//	value      null, a text, a number, bytes, or an array of those
//	stamp      [time, replica, seq]
//	header     [time, wall, kind, entity, op, item, actor, responsible, schema, minimum reader, transaction]
//	payload    [[field, value, [stamp …]] …]
//	change     [header as bytes, salt, payload as bytes or null once it is erased, its digest or no bytes]
//	item       [wall, kind, actor, responsible, erased, [[field, value] …]]
//	record     [class, part, minimum reader, erased, [stamp …], [[field, [[place of a stamp, value] …], [place …]] …]]
//	row        [number, summary, … as encodeRow has them]
//	draft      [about, text, saved]
//
// An id is 16 bytes, or none for the zero one; a moment is milliseconds since 1970, 0 for none.

// Change is a change as the journal keeps it: the header and the payload as bytes, since the chain is over bytes as they
// were received. Payload is nil once erased, and Digest stands in its place. More is how many values a later version added,
// and Added the bytes of them.
type Change struct {
	Header, Salt, Payload, Digest []byte
	More                          int
	Added                         []byte
}

func EncodeChange(w *Change) []byte {
	b := make([]byte, 0, len(w.Header)+len(w.Salt)+len(w.Payload)+len(w.Digest)+len(w.Added)+13)
	b = cbor.Array(b, 4+w.More)
	b = cbor.Bytes(b, w.Header)
	b = cbor.Bytes(b, w.Salt)
	if w.Payload == nil {
		b = cbor.Null(b)
	} else {
		b = cbor.Bytes(b, w.Payload)
	}
	return append(cbor.Bytes(b, w.Digest), w.Added...)
}

// DecodeChange reads a change; its parts are parts of b.
func DecodeChange(b []byte) (w Change, err error) {
	r := cbor.Read(b)
	w.More = r.AtLeast(4)
	w.Header, w.Salt = r.Bytes(), r.Bytes()
	if r.Next() == cbor.KindNull {
		r.Null()
	} else {
		w.Payload = r.Bytes()
	}
	w.Digest = r.Bytes()
	w.Added = r.Rest(w.More)
	return w, damaged(r.Done())
}

func appendHeader(b []byte, ch *journal.Change) []byte {
	b = cbor.Array(b, 11)
	b = cbor.Uint(b, uint64(ch.Time))
	b = cbor.Int(b, ch.Wall)
	b = cbor.Uint(b, uint64(ch.Kind))
	b = appendID(b, ch.Entity)
	b = cbor.Uint(b, uint64(ch.Op))
	b = cbor.Uint(b, uint64(ch.Item))
	b = appendID(b, ch.Actor)
	b = appendID(b, ch.Responsible)
	b = cbor.Uint(b, uint64(ch.Schema))
	b = cbor.Uint(b, uint64(ch.MinReader))
	return cbor.Uint(b, ch.Txn)
}

// readHeader fills in what the header tells, and passes over what a later version added.
func readHeader(b []byte, ch *journal.Change) error {
	r := cbor.Read(b)
	more := r.AtLeast(11)
	ch.Time, ch.Wall = journal.Logical(r.Uint(math.MaxUint64)), r.Int()
	ch.Kind, ch.Entity = journal.Kind(r.Uint(math.MaxUint8)), readID(&r)
	ch.Op, ch.Item = journal.Op(r.Uint(math.MaxUint8)), journal.ItemKind(r.Uint(math.MaxUint16))
	ch.Actor, ch.Responsible = readID(&r), readID(&r)
	ch.Schema, ch.MinReader = uint16(r.Uint(math.MaxUint16)), uint16(r.Uint(math.MaxUint16))
	ch.Txn = r.Uint(math.MaxUint64)
	r.Rest(more)
	return damaged(r.Done())
}

func appendWrites(b []byte, writes []journal.Write) []byte {
	b = cbor.Array(b, len(writes))
	for _, w := range writes {
		b = cbor.Array(b, 3)
		b = cbor.Uint(b, uint64(w.Field))
		b = AppendValue(b, w.Value)
		b = writeStamps(b, w.Base)
	}
	return b
}

func readWrites(b []byte) ([]journal.Write, error) {
	r := cbor.Read(b)
	out := make([]journal.Write, r.Array())
	for i := range out {
		more := r.AtLeast(3)
		out[i] = journal.Write{Field: readField(&r), Value: ReadValue(&r), Base: readStamps(&r)}
		if r.Rest(more); r.Failed() {
			break
		}
	}
	return out, damaged(r.Done())
}

// damaged gives the error of a reader its kind.
func damaged(err error) error {
	if err == nil {
		return nil
	}
	return fault.New(fault.Damaged, "store-value").Because(err)
}

func readField(r *cbor.Reader) journal.Field { return journal.Field(r.Uint(math.MaxUint16)) }

func appendID(b []byte, id journal.ID) []byte {
	if id.IsZero() {
		return cbor.Bytes(b, "")
	}
	return cbor.Bytes(b, id[:])
}

func readID(r *cbor.Reader) (id journal.ID) {
	if b := r.Bytes(); copy(id[:], b) != len(id) && len(b) > 0 || len(b) > len(id) {
		r.Fail()
	}
	return id
}

func writeStamp(b []byte, s journal.Stamp) []byte {
	b = cbor.Array(b, 3)
	b = cbor.Uint(b, uint64(s.Time))
	b = cbor.Bytes(b, s.Replica[:])
	return cbor.Uint(b, s.Seq)
}

func ReadStamp(r *cbor.Reader) (s journal.Stamp) {
	more := r.AtLeast(3)
	s.Time = journal.Logical(r.Uint(math.MaxUint64))
	if b := r.Bytes(); copy(s.Replica[:], b) != len(s.Replica) || len(b) > len(s.Replica) {
		r.Fail()
	}
	s.Seq = r.Uint(math.MaxUint64)
	r.Rest(more)
	return s
}

func writeStamps(b []byte, ss []journal.Stamp) []byte {
	b = cbor.Array(b, len(ss))
	for _, s := range ss {
		b = writeStamp(b, s)
	}
	return b
}

func readStamps(r *cbor.Reader) []journal.Stamp {
	n := r.Array()
	if n == 0 {
		return nil
	}
	out := make([]journal.Stamp, 0, min(n, 16))
	for range n {
		if out = append(out, ReadStamp(r)); r.Failed() {
			return nil
		}
	}
	return out
}

// AppendValue appends a value, as ReadValue reads it.
func AppendValue(b []byte, v journal.Value) []byte {
	switch v.Kind() {
	case journal.TextValue:
		return cbor.Text(b, v.Text())
	case journal.IntValue:
		return cbor.Int(b, v.Int())
	case journal.BytesValue:
		return cbor.Bytes(b, v.Raw())
	case journal.ListValue:
		b = cbor.Array(b, len(v.List()))
		for _, e := range v.List() {
			b = AppendValue(b, e)
		}
		return b
	}
	return cbor.Null(b)
}

// ReadValue reads a value; a list holds no lists.
func ReadValue(r *cbor.Reader) journal.Value {
	if r.Next() != cbor.KindArray {
		return readOne(r)
	}
	n := r.Array()
	list := make([]journal.Value, 0, min(n, 16))
	for range n {
		if list = append(list, readOne(r)); r.Failed() {
			return journal.Value{}
		}
	}
	return journal.ListOf(list)
}

func readOne(r *cbor.Reader) journal.Value {
	switch r.Next() {
	case cbor.KindNull:
		r.Null()
	case cbor.KindText:
		return journal.Text(r.Text())
	case cbor.KindInt:
		return journal.Int(r.Int())
	case cbor.KindBytes:
		return journal.Bytes(string(r.Bytes()))
	default:
		r.Fail()
	}
	return journal.Value{}
}

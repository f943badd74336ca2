package store

import (
	"github.com/fxamacker/cbor/v2"

	"leerbalie/model"
)

// The forms in which values stand on disk: CBOR (RFC 8949) arrays in CTAP2's canonical form. A new version may add
// entries at the end of an array, never in between.
type (
	wireHeader struct {
		_           struct{} `cbor:",toarray"`
		Time        uint64
		Wall        int64
		Kind        uint8
		Entity      []byte
		Op          uint8
		Item        uint16
		Actor       []byte
		Responsible []byte
		Schema      uint16
		MinReader   uint16
		Txn         uint64
	}
	// wireChange is a change as the journal keeps it: the header and the payload as bytes, since the chain is over
	// bytes as they were received. Payload is nil once erased, and Digest stands in its place.
	wireChange struct {
		_       struct{} `cbor:",toarray"`
		Header  []byte
		Salt    []byte
		Payload []byte
		Digest  []byte
	}
	wireWrite struct {
		_     struct{} `cbor:",toarray"`
		Field uint16
		Value any
		Base  []wireStamp
	}
	wireStamp struct {
		_       struct{} `cbor:",toarray"`
		Time    uint64
		Replica []byte
		Seq     uint64
	}
	wireField struct {
		_     struct{} `cbor:",toarray"`
		Field uint16
		Value any
	}
	wireItem struct {
		_           struct{} `cbor:",toarray"`
		Wall        int64
		Kind        uint16
		Actor       []byte
		Responsible []byte
		Erased      bool
		Fields      []wireField
	}
	// wireVersion and wireRegister name stamps by their place in the record's list: most fields of an entity were
	// written by one change.
	wireVersion struct {
		_     struct{} `cbor:",toarray"`
		Stamp int
		Value any
	}
	wireRegister struct {
		_      struct{} `cbor:",toarray"`
		Field  uint16
		Live   []wireVersion
		Unseen []int
	}
	wireRecord struct {
		_         struct{} `cbor:",toarray"`
		Class     uint8
		Part      []byte
		MinReader uint16
		Erased    bool
		Stamps    []wireStamp // in the order in which the registers name them first
		Registers []wireRegister
	}
	wireRow struct {
		_                                struct{} `cbor:",toarray"`
		Number, Summary                  string
		Urgency, Supervision, Status     string
		Channel, Theme, Domain, Language string
		Resident                         []byte
		Holder                           [][]byte
		Created, ClosedAt                int64
		Outcome                          string
		Minutes                          int
		Source                           string
		Contested                        bool
		OpenEnds                         int
		Archived                         bool
		Linked                           []byte
		Due                              int64
	}
	wireDraft struct {
		_     struct{} `cbor:",toarray"`
		About []byte
		Text  string
		Saved int64
	}
)

// codec encodes and decodes by the strict rules.
type codec struct {
	enc cbor.EncMode
	dec cbor.DecMode
}

func newCodec() (codec, error) {
	enc, err := cbor.CTAP2EncOptions().EncMode()
	if err != nil {
		return codec{}, err
	}
	dec, err := cbor.DecOptions{
		DupMapKey: cbor.DupMapKeyEnforcedAPF, IndefLength: cbor.IndefLengthForbidden, TagsMd: cbor.TagsForbidden,
		MaxNestedLevels: 8, MaxArrayElements: 16 * model.MaxList, MaxMapPairs: 16, UTF8: cbor.UTF8RejectInvalid,
		IntDec: cbor.IntDecConvertSignedOrFail, ExtraReturnErrors: cbor.ExtraDecErrorNone,
	}.DecMode()
	return codec{enc, dec}, err
}

// encode never fails on the forms above.
func (c codec) encode(v any) ([]byte, error) {
	b, err := c.enc.Marshal(v)
	if err != nil {
		return nil, model.Fail(model.Internal, "encode").Because(err)
	}
	return b, nil
}

func (c codec) decode(b []byte, v any) error {
	if err := c.dec.Unmarshal(b, v); err != nil {
		return model.Fail(model.Damaged, "store-value").Because(err)
	}
	return nil
}

func toWire(v model.Value) any {
	switch v.Kind() {
	case model.TextValue:
		return v.Text()
	case model.IntValue:
		return v.Int()
	case model.BytesValue:
		return []byte(v.Raw())
	case model.ListValue:
		out := make([]any, len(v.List()))
		for i, e := range v.List() {
			out[i] = toWire(e)
		}
		return out
	}
	return nil
}

func fromWire(a any) (model.Value, error) {
	switch a := a.(type) {
	case nil:
		return model.Value{}, nil
	case string:
		return model.Text(a), nil
	case int64:
		return model.Int(a), nil
	case []byte:
		return model.Bytes(string(a)), nil
	case []any:
		out := make([]model.Value, len(a))
		for i, e := range a {
			v, err := fromWire(e)
			if err != nil {
				return v, err
			}
			out[i] = v
		}
		return model.List(out...), nil
	}
	return model.Value{}, model.Fail(model.Damaged, "store-value")
}

func idBytes(id model.ID) []byte {
	if id.IsZero() {
		return []byte{}
	}
	return append([]byte(nil), id[:]...)
}

func wireStamps(ss []model.Stamp) []wireStamp {
	out := make([]wireStamp, len(ss))
	for i, s := range ss {
		out[i] = toWireStamp(s)
	}
	return out
}

func toWireStamp(s model.Stamp) wireStamp {
	return wireStamp{Time: uint64(s.Time), Replica: append([]byte(nil), s.Replica[:]...), Seq: s.Seq}
}

func (w wireStamp) stamp() (s model.Stamp) {
	s.Time, s.Seq = model.Logical(w.Time), w.Seq
	copy(s.Replica[:], w.Replica)
	return s
}

func stampsOf(ws []wireStamp) []model.Stamp {
	if len(ws) == 0 {
		return nil
	}
	out := make([]model.Stamp, len(ws))
	for i, w := range ws {
		out[i] = w.stamp()
	}
	return out
}

package journal

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Value is what a field holds: nothing, a text, a number, some bytes, or a list of those. There is one form for each
// content (an empty text, a zero and an empty list are all "nothing"), so that equal contents are equal on every replica.
type Value struct {
	kind ValueKind
	n    int64
	s    string
	list []Value
}

// ValueKind tells what a Value holds.
type ValueKind uint8

// What a Value can hold.
const (
	NoneValue ValueKind = iota
	TextValue
	IntValue
	BytesValue
	ListValue
)

// Text makes a Value of a text.
func Text(s string) Value {
	if s == "" {
		return Value{}
	}
	return Value{kind: TextValue, s: s}
}

// Int makes a Value of a number.
func Int(n int64) Value {
	if n == 0 {
		return Value{}
	}
	return Value{kind: IntValue, n: n}
}

// Bool makes a Value of a yes or no; no is nothing.
func Bool(b bool) Value {
	if b {
		return Int(1)
	}
	return Value{}
}

// Bytes makes a Value of bytes.
func Bytes(b string) Value {
	if b == "" {
		return Value{}
	}
	return Value{kind: BytesValue, s: b}
}

// List makes a Value of several; nothings are left out.
func List(vs ...Value) Value { return ListOf(slices.Clone(vs)) }

// ListOf is List of a slice that becomes its own.
func ListOf(vs []Value) Value {
	vs = slices.DeleteFunc(vs, func(v Value) bool { return v.kind == NoneValue })
	if len(vs) == 0 {
		return Value{}
	}
	return Value{kind: ListValue, list: vs}
}

// Ref makes a Value of an id.
func Ref(id ID) Value {
	if id.IsZero() {
		return Value{}
	}
	return Value{kind: BytesValue, s: string(id[:])}
}

// Refs makes a Value of ids.
func Refs(ids []ID) Value { return listOf(ids, Ref) }

// Texts makes a Value of texts.
func Texts(ss []string) Value { return listOf(ss, Text) }

// Stamps makes a Value that names changes.
func Stamps(ss []Stamp) Value { return listOf(ss, stampValue) }

func listOf[T any](ts []T, one func(T) Value) Value {
	vs := make([]Value, len(ts))
	for i, t := range ts {
		vs[i] = one(t)
	}
	return List(vs...)
}

// Kind tells what the value holds.
func (v Value) Kind() ValueKind { return v.kind }

// IsNone tells whether the value holds nothing.
func (v Value) IsNone() bool { return v.kind == NoneValue }

// Text is the text held, or "".
func (v Value) Text() string {
	if v.kind == TextValue {
		return v.s
	}
	return ""
}

// Raw is the bytes held, or "".
func (v Value) Raw() string {
	if v.kind == BytesValue {
		return v.s
	}
	return ""
}

// Int is the number held, or 0.
func (v Value) Int() int64 { return v.n }

// Bool is whether the value holds a number other than 0.
func (v Value) Bool() bool { return v.n != 0 }

// List is the values held, or none.
func (v Value) List() []Value { return v.list }

// ID is the id held, or the zero ID.
func (v Value) ID() (id ID) {
	if v.kind == BytesValue && len(v.s) == len(id) {
		copy(id[:], v.s)
	}
	return id
}

// IDs is the list of ids held.
func (v Value) IDs() []ID { return listFrom(v, Value.ID) }

// EachText visits the texts held, at whatever depth: also those that are kept as bytes, in one piece or in several, as documents
// are. An id is none.
func (v Value) EachText(visit func(string)) {
	switch {
	case v.kind == TextValue, v.kind == BytesValue && len(v.s) > len(ID{}) && utf8.ValidString(v.s):
		visit(v.s)
	case len(v.list) > 1 && len(v.list[0].s) > len(ID{}) && !slices.ContainsFunc(v.list, func(e Value) bool { return e.kind != BytesValue }):
		var whole strings.Builder
		for _, e := range v.list {
			whole.WriteString(e.s)
		}
		Bytes(whole.String()).EachText(visit)
	default:
		for _, e := range v.list {
			e.EachText(visit)
		}
	}
}

// Texts is the list of texts held.
func (v Value) Texts() []string { return listFrom(v, Value.Text) }

// Stamps is the list of changes named.
func (v Value) Stamps() []Stamp { return listFrom(v, valueStamp) }

func listFrom[T any](v Value, one func(Value) T) []T {
	if len(v.list) == 0 {
		return nil
	}
	out := make([]T, len(v.list))
	for i, e := range v.list {
		out[i] = one(e)
	}
	return out
}

// Equal tells whether two values hold the same.
func (v Value) Equal(o Value) bool {
	return v.kind == o.kind && v.n == o.n && v.s == o.s && slices.EqualFunc(v.list, o.list, Value.Equal)
}

// stampValue writes a stamp as 24 bytes, big-endian.
func stampValue(s Stamp) Value {
	var b [24]byte
	putUint64(b[0:8], uint64(s.Time))
	copy(b[8:16], s.Replica[:])
	putUint64(b[16:24], s.Seq)
	return Bytes(string(b[:]))
}

// Restamped is the value with the changes that it names as they are called now.
func (v Value) Restamped(now map[Stamp]Stamp) Value {
	if len(v.list) > 0 {
		vs := make([]Value, len(v.list))
		for i, e := range v.list {
			vs[i] = e.Restamped(now)
		}
		return List(vs...)
	}
	if is, ok := now[valueStamp(v)]; ok {
		return stampValue(is)
	}
	return v
}

func valueStamp(v Value) (s Stamp) {
	if b := v.Raw(); len(b) == 24 {
		s.Time = Logical(getUint64(b[0:8]))
		copy(s.Replica[:], b[8:16])
		s.Seq = getUint64(b[16:24])
	}
	return s
}

func putUint64(b []byte, n uint64) {
	for i := 7; i >= 0; i-- {
		b[i] = byte(n)
		n >>= 8
	}
}

func getUint64(b string) (n uint64) {
	for i := 0; i < 8; i++ {
		n = n<<8 | uint64(b[i])
	}
	return n
}

// Field numbers one property of a kind of entity or item. Numbers are never reused.
type Field uint16

// Fields are properties with their values, in ascending order of number, each number once.
type Fields []FieldValue

// FieldValue is one property with its value.
type FieldValue struct {
	Field Field
	Value Value
}

// Is is a field with its value.
func (f Field) Is(v Value) FieldValue { return FieldValue{f, v} }

// Get is the value of a field, or nothing.
func (f Fields) Get(n Field) Value {
	for _, e := range f {
		if e.Field == n {
			return e.Value
		}
	}
	return Value{}
}

// Held counts the fields that hold something.
func (f Fields) Held() (n int) {
	for i := range f {
		if !f[i].Value.IsNone() {
			n++
		}
	}
	return n
}

// Sorted gives the fields in the order of their numbers, in which a change holds them.
func (f Fields) Sorted() Fields {
	slices.SortFunc(f, func(a, b FieldValue) int { return int(a.Field) - int(b.Field) })
	return f
}

// With returns the fields with one more property; nothing is left out.
func (f Fields) With(n Field, v Value) Fields {
	if v.IsNone() {
		return f
	}
	return append(f, FieldValue{n, v})
}

package cbor_test

import (
	"bytes"
	"math"
	"reflect"
	"testing"

	library "github.com/fxamacker/cbor/v2"
	"pgregory.net/rapid"

	"leerbalie/store/cbor"
)

// modes are the library's own canonical writing, and a reading as strict as it can be told to be.
func modes(t testing.TB) (library.EncMode, library.DecMode) {
	t.Helper()
	enc, err := library.CTAP2EncOptions().EncMode()
	if err != nil {
		t.Fatal(err)
	}
	dec, err := library.DecOptions{IndefLength: library.IndefLengthForbidden, TagsMd: library.TagsForbidden, MaxNestedLevels: 8,
		UTF8: library.UTF8RejectInvalid, IntDec: library.IntDecConvertSignedOrFail, MaxArrayElements: 1 << 20}.DecMode()
	if err != nil {
		t.Fatal(err)
	}
	return enc, dec
}

// write appends a value as the library would be given it.
func write(b []byte, v any) []byte {
	switch v := v.(type) {
	case nil:
		return cbor.Null(b)
	case bool:
		return cbor.Bool(b, v)
	case int64:
		return cbor.Int(b, v)
	case uint64:
		return cbor.Uint(b, v)
	case string:
		return cbor.Text(b, v)
	case []byte:
		return cbor.Bytes(b, v)
	case []any:
		b = cbor.Array(b, len(v))
		for _, e := range v {
			b = write(b, e)
		}
	}
	return b
}

// read reads whatever comes next.
func read(r *cbor.Reader, deep int) any {
	switch r.Next() {
	case cbor.KindNull:
		r.Null()
	case cbor.KindBool:
		return r.Bool()
	case cbor.KindInt:
		return r.Int()
	case cbor.KindText:
		return r.Text()
	case cbor.KindBytes:
		return bytes.Clone(r.Bytes())
	case cbor.KindArray:
		n := r.Array()
		if deep == 0 {
			r.Fail()
		}
		out := []any{}
		for range n {
			if r.Failed() {
				return nil
			}
			out = append(out, read(r, deep-1))
		}
		return out
	default:
		r.Fail()
	}
	return nil
}

func value(deep int) *rapid.Generator[any] {
	kinds := []*rapid.Generator[any]{
		rapid.Just[any](nil), rapid.Bool().AsAny(), rapid.Int64().AsAny(), rapid.String().AsAny(),
		rapid.SampledFrom([]int64{0, 23, 24, 255, 256, 65535, 65536, math.MaxUint32, math.MaxUint32 + 1, math.MaxInt64, -1, -24, -25, -256, -257, math.MinInt64}).AsAny(),
		rapid.SliceOfN(rapid.Byte(), 0, 300).AsAny(),
	}
	if deep > 0 {
		kinds = append(kinds, rapid.Custom(func(t *rapid.T) any {
			return rapid.SliceOfN(rapid.Deferred(func() *rapid.Generator[any] { return value(deep - 1) }), 0, 30).Draw(t, "array")
		}))
	}
	return rapid.OneOf(kinds...)
}

// TestWritesAsTheLibraryDoes: both write the same bytes, and both read them back.
func TestWritesAsTheLibraryDoes(t *testing.T) {
	enc, dec := modes(t)
	rapid.Check(t, func(t *rapid.T) {
		v := value(3).Draw(t, "value")
		want, err := enc.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		got := write(nil, v)
		if !bytes.Equal(got, want) {
			t.Fatalf("%#v is written as %x, by the library as %x", v, got, want)
		}
		var theirs any
		if err := dec.Unmarshal(got, &theirs); err != nil {
			t.Fatal(err)
		}
		r := cbor.Read(got)
		if mine := read(&r, 8); r.Done() != nil || !reflect.DeepEqual(mine, theirs) {
			t.Fatalf("%x is read as %#v (%v), by the library as %#v", got, mine, r.Done(), theirs)
		}
		s := cbor.Read(got)
		if s.Skip(); s.Done() != nil {
			t.Fatalf("%x cannot be passed over", got)
		}
		for n := range min(len(got), 40) {
			cut := cbor.Read(got[:n])
			if read(&cut, 8); cut.Done() == nil {
				t.Fatalf("%x cut off after %d bytes is read", got, n)
			}
		}
	})
}

// FuzzRead: what is read is in canonical form and is what the library reads; what is not read is refused.
func FuzzRead(f *testing.F) {
	for _, v := range []any{nil, true, int64(-5), "tekst", []byte{1, 2}, []any{int64(300), []any{"a", nil}}, uint64(math.MaxUint64)} {
		f.Add(write(nil, v))
	}
	enc, dec := modes(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		skipped := cbor.Read(b)
		skipped.Skip()
		r := cbor.Read(b)
		mine := read(&r, 7)
		var theirs any
		err := dec.Unmarshal(b, &theirs)
		if r.Done() != nil {
			if again, werr := enc.Marshal(theirs); err == nil && werr == nil && bytes.Equal(again, b) && plain(theirs) {
				t.Fatalf("%x is in canonical form and is refused", b)
			}
			return
		}
		if err != nil || !reflect.DeepEqual(mine, theirs) {
			t.Fatalf("%x is read as %#v, by the library as %#v (%v)", b, mine, theirs, err)
		}
		if again := write(nil, mine); !bytes.Equal(again, b) {
			t.Fatalf("%x is read, and written as %x", b, again)
		}
	})
}

// plain tells whether a value is made of what this package reads.
func plain(v any) bool {
	switch v := v.(type) {
	case nil, bool, int64, string, []byte:
		return true
	case []any:
		for _, e := range v {
			if !plain(e) {
				return false
			}
		}
		return true
	}
	return false
}

// TestLongerArrays: what stands at the end of an array beyond what a reader knows is passed over, and given as it stands.
func TestLongerArrays(t *testing.T) {
	b := write(nil, []any{int64(1), "two", []any{nil, []byte{3}}, int64(4)})
	r := cbor.Read(append(b, write(nil, int64(5))...))
	more := r.AtLeast(1)
	if one := r.Int(); one != 1 || more != 3 {
		t.Fatalf("%d, and %d more", one, more)
	}
	rest := r.Rest(more)
	if want := write(write(write(nil, "two"), []any{nil, []byte{3}}), int64(4)); !bytes.Equal(rest, want) {
		t.Fatalf("passed over %x, not %x", rest, want)
	}
	if five := r.Int(); five != 5 || r.Done() != nil {
		t.Fatalf("after it comes %d, %v", five, r.Done())
	}
	short := cbor.Read(b)
	if short.AtLeast(5); !short.Failed() {
		t.Fatal("an array of four is taken for five")
	}
	broken := cbor.Read(b[:len(b)-1])
	if broken.Rest(broken.AtLeast(0)) != nil || !broken.Failed() {
		t.Fatal("a rest that is cut off is read")
	}
}

package frame

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"leerbalie/model/fault"
)

// TestFramesComeOutAsTheyWentIn: of every length around that of a frame, and with more behind the end where that may be.
func TestFramesComeOutAsTheyWentIn(t *testing.T) {
	for _, n := range []int{0, 1, Longest - 1, Longest, Longest + 1, 3*Longest + 7} {
		parcel := bytes.Repeat([]byte{'n'}, n)
		var b bytes.Buffer
		w := NewWriter(&b)
		_, err := w.Write(parcel)
		if err = errors.Join(err, w.End()); err != nil {
			t.Fatal(err)
		}
		b.WriteString("more")
		whole := bytes.NewReader(b.Bytes())
		got, err := io.ReadAll(NewReader(whole, nil, false))
		if err != nil || !bytes.Equal(got, parcel) || whole.Len() != len("more") {
			t.Errorf("%d bytes became %d, and %d are left: %v", n, len(got), whole.Len(), err)
		}
		if _, err := io.ReadAll(NewReader(bytes.NewReader(b.Bytes()), nil, true)); !errors.Is(err, ErrDamaged) {
			t.Errorf("more may follow: %v", err)
		}
	}
}

// TestALongFrame is refused, though all of it is there.
func TestALongFrame(t *testing.T) {
	long := append([]byte{0, 1, 0, 1}, make([]byte, Longest+1)...)
	if n, err := io.ReadAll(NewReader(bytes.NewReader(append(long, 0, 0, 0, 0)), nil, true)); !errors.Is(err, ErrDamaged) {
		t.Errorf("%d bytes, %v", len(n), err)
	}
}

// endless is a pipe out of which nothing but frames comes.
type endless struct{ frame []byte }

func (e *endless) Read(p []byte) (int, error) {
	n := copy(p, e.frame)
	e.frame = append(e.frame[n:], e.frame[:n]...)
	return n, nil
}

// TestWhatNeverEnds is refused.
func TestWhatNeverEnds(t *testing.T) {
	d := NewReader(&endless{append([]byte{0, 1, 0, 0}, make([]byte, Longest)...)}, nil, false)
	n, err := io.CopyN(io.Discard, d, maxTotal+1)
	if !errors.Is(err, ErrSwollen) || n > maxTotal {
		t.Errorf("%d bytes, %v", n, err)
	}
}

// FuzzFrames: whatever comes as frames ends, with all of it or with a sentence.
func FuzzFrames(f *testing.F) {
	var b bytes.Buffer
	w := NewWriter(&b)
	_, _ = w.Write([]byte("een pakket"))
	_ = w.End()
	f.Add(b.Bytes())
	f.Add([]byte{0, 0, 0, 0, 1})
	f.Add([]byte{0, 0, 0, 2, 1})
	f.Fuzz(func(t *testing.T, body []byte) {
		d := NewReader(bytes.NewReader(body), func() int64 { return int64(len(body)) }, true)
		got, err := io.ReadAll(d)
		var e *fault.Error
		if err != nil && !errors.As(err, &e) {
			t.Errorf("%v", err)
		}
		if err == nil && (len(got)+4 > len(body) || !d.done) {
			t.Errorf("%d bytes of %d", len(got), len(body))
		}
	})
}

package pipe

import (
	"bytes"
	"context"
	"errors"
	"io"
	"sync"
	"testing"

	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/store/replica/drivertest"
)

// end is one end of a pair of pipes, that breaks off after so many bytes were written to it.
type end struct {
	io.Reader
	w    *io.PipeWriter
	r    *io.PipeReader
	left int64
}

func (e *end) Write(p []byte) (int, error) {
	if e.left < 0 {
		return e.w.Write(p)
	}
	n := min(int64(len(p)), e.left)
	e.left -= n
	if n > 0 {
		if _, err := e.w.Write(p[:n]); err != nil {
			return 0, err
		}
	}
	if n < int64(len(p)) {
		_ = e.w.Close()
		return int(n), io.ErrClosedPipe
	}
	return int(n), nil
}

func (e *end) Close() error { return errors.Join(e.w.Close(), e.r.Close()) }

func ends(cut int64) (a, b *end) {
	r1, w1 := io.Pipe()
	r2, w2 := io.Pipe()
	return &end{r1, w2, r1, cut}, &end{r2, w1, r2, cut}
}

// carry lets two stores exchange over pipes.
func carry(ctx context.Context, laptop, centre drivertest.Side, cut int64) (there, back transfer.Returned, err error) {
	a, b := ends(cut)
	var failed error
	var both sync.WaitGroup
	both.Go(func() {
		there, failed = Exchange(ctx, centre.Store, centre.By, b, false, nil)
		_ = b.Close()
	})
	back, err = Exchange(ctx, laptop.Store, laptop.By, a, true, nil)
	_ = a.Close()
	both.Wait()
	if err == nil {
		err = failed
	}
	return there, back, err
}

func TestDriver(t *testing.T) { drivertest.Run(t, 200, carry) }

// TestWhoIsThere: something else at the other end is told apart.
func TestWhoIsThere(t *testing.T) {
	for said, code := range map[string]string{
		"SSH-2.0-OpenSSH_9.6 and more than that": "pipe-other", "leerbalie pipe\n\x02........": "pipe-newer", "leerb": "pipe-ended", "": "pipe-ended",
	} {
		var sent bytes.Buffer
		e := &exchanging{Reader: bytes.NewReader([]byte(said)), Writer: &sent}
		_, err := Exchange(t.Context(), drivertest.Empty(t), [16]byte{}, e, true, nil)
		var known *fault.Error
		if !errors.As(err, &known) || known.Msg != code {
			t.Errorf("%q: %v, want %s", said, err, code)
		}
	}
}

type exchanging struct {
	io.Reader
	io.Writer
}

package serve

import (
	"bufio"
	"io"
	"os"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"leerbalie/ui/screen"
)

// desk is a terminal that only counts how often it was restored.
type desk struct{ restored int }

func (d *desk) Raw() error                                 { return nil }
func (d *desk) Restore() error                             { d.restored++; return nil }
func (d *desk) Size() (screen.Size, error)                 { return screen.Size{Width: 80, Height: 24}, nil }
func (d *desk) Waits() bool                                { return false }
func (d *desk) Watch() func(<-chan struct{}, screen.Owner) { return nil }

// keysTo is a session that only takes keys.
type keysTo struct {
	gossh.Channel
	io.Writer
}

func (k keysTo) Write(p []byte) (int, error)                  { return k.Writer.Write(p) }
func (keysTo) CloseWrite() error                              { return nil }
func (keysTo) SendRequest(string, bool, []byte) (bool, error) { return true, nil }

func pipe(t *testing.T) (out, in *os.File) {
	out, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = out.Close(), in.Close() })
	return out, in
}

// TestAStopBeforeASessionTakesNoKeys: they are for the session that begins, and one listens to it once, however often the terminal was lent.
func TestAStopBeforeASessionTakesNoKeys(t *testing.T) {
	in, keys := pipe(t)
	shown, out := pipe(t)
	go func() { _, _ = io.Copy(io.Discard, shown) }()
	w := &window{in: in, out: out, device: &desk{}}
	lend := func() {
		t.Helper()
		if err := w.Lend(func() error { return nil }); err != nil {
			t.Fatal(err)
		}
	}
	lend()
	if w.keys != nil {
		t.Fatal("keys are taken for no session")
	}
	came, to := io.Pipe()
	w.begins(keysTo{Writer: to})
	lend()
	first := w.keys
	if err := w.listen(); err != nil || first == nil || w.keys != first {
		t.Fatalf("it is listened to twice: %v", err)
	}
	if _, err := keys.WriteString("j\n"); err != nil {
		t.Fatal(err)
	}
	if got, err := bufio.NewReader(came).ReadString('\n'); got != "j\n" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	w.deaf()
}

// TestAPausedTerminalIsGivenBack where it takes nothing of what is shown.
func TestAPausedTerminalIsGivenBack(t *testing.T) {
	shown, out := pipe(t)
	d := &desk{}
	w := &window{out: out, device: d, take: "begin", give: "end"}
	full := make(chan struct{})
	go func() {
		defer close(full)
		_, _ = shownIn{w}.Write(make([]byte, 1<<20)) // more than fits
	}()
	if _, err := shown.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	left := make(chan struct{})
	go func() { w.Leave(); close(left) }()
	select {
	case <-left:
	case <-time.After(30 * time.Second): // far more than any machine needs
		t.Fatal("it waits for what is paused")
	}
	if d.restored != 1 {
		t.Errorf("it was restored %d times", d.restored)
	}
	_ = out.Close()
	<-full
}

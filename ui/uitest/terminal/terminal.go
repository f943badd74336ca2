//go:build unix

// Package terminal drives the real binary in a real pseudo-terminal, for tests: keys go in as bytes, and an emulator keeps
// the screen that a person would see.
package terminal

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
)

// patience is how long a screen may take to appear before a test gives up: far more than any machine needs.
const patience = 30 * time.Second

// Terminal is a program on an emulated screen.
type Terminal struct {
	t    testing.TB
	cmd  *exec.Cmd
	tty  *os.File
	vt   vt10x.Terminal
	done chan struct{}

	mu   sync.Mutex
	news chan struct{} // closed and renewed when the screen has changed
	raw  strings.Builder

	taking sync.Mutex // held while the terminal takes nothing
}

// built is the folder of the program that all tests of this process run: beside the tests themselves, which whoever built them removes.
func built() (string, error) {
	tests, err := os.Executable()
	return filepath.Join(filepath.Dir(tests), "program-"+strconv.Itoa(os.Getpid())), err
}

// Main runs the tests of a package that ask for Build, and removes what that made.
func Main(m *testing.M) int {
	defer func() {
		if dir, err := built(); err == nil {
			_ = os.RemoveAll(dir)
		}
	}()
	return m.Run()
}

// Build compiles the program, the first time that a test of this process asks, and returns the binary's path.
func Build(t testing.TB) string {
	t.Helper()
	dir, err := built()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "leerbalie")
	if _, err := os.Stat(path); err == nil {
		return path
	}
	out, err := exec.Command("go", "build", "-o", path, "leerbalie").CombinedOutput()
	if err != nil {
		t.Fatalf("building the program: %v\n%s", err, out)
	}
	return path
}

// Start runs a program on a screen of a size, with only the environment given.
func Start(t testing.TB, columns, rows int, env []string, program string, args ...string) *Terminal {
	t.Helper()
	x := &Terminal{t: t, vt: vt10x.New(vt10x.WithSize(columns, rows)), done: make(chan struct{}), news: make(chan struct{})}
	x.cmd = exec.Command(program, args...)
	x.cmd.Env = append([]string{"TERM=xterm-256color", "HOME=" + t.TempDir(), "TZ=Europe/Amsterdam"}, env...)
	tty, err := pty.StartWithSize(x.cmd, &pty.Winsize{Cols: uint16(columns), Rows: uint16(rows)})
	if err != nil {
		t.Fatal(err)
	}
	x.tty = tty
	go x.read()
	t.Cleanup(func() {
		_ = x.cmd.Process.Kill()
		<-x.done
		_ = tty.Close()
	})
	return x
}

func (x *Terminal) read() {
	defer close(x.done)
	buf := make([]byte, 32<<10)
	for {
		x.taking.Lock() // held while nothing is to be taken
		reads := x.tty
		x.taking.Unlock()
		n, err := reads.Read(buf)
		if n > 0 {
			x.mu.Lock()
			x.raw.Write(buf[:n])
			_, _ = x.vt.Write(buf[:n])
			close(x.news)
			x.news = make(chan struct{})
			x.mu.Unlock()
		}
		if err != nil {
			_ = x.cmd.Wait()
			return
		}
	}
}

// Screen is what stands on the screen, and a channel that is closed when that changes.
func (x *Terminal) Screen() (string, <-chan struct{}) {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.vt.String(), x.news
}

// Press types keys: plain text as it stands, and what Key names.
func (x *Terminal) Press(keys ...string) {
	x.t.Helper()
	for _, k := range keys {
		if _, err := io.WriteString(x.tty, k); err != nil {
			x.t.Fatal(err)
		}
	}
}

// The keys that are not a letter.
const (
	Enter = "\r"
	Esc   = "\x1b"
	Tab   = "\t"
	Down  = "\x1b[B"
	CtrlR = "\x12"
	CtrlS = "\x13"
	CtrlC = "\x03"
)

// Shows waits until every text stands on the screen.
func (x *Terminal) Shows(texts ...string) string {
	x.t.Helper()
	return x.until("show "+strings.Join(texts, ", "), func(screen string) bool {
		for _, text := range texts {
			if !strings.Contains(screen, text) {
				return false
			}
		}
		return true
	})
}

// Hides waits until a text is gone from the screen.
func (x *Terminal) Hides(text string) string {
	x.t.Helper()
	return x.until("hide "+text, func(screen string) bool { return !strings.Contains(screen, text) })
}

func (x *Terminal) until(what string, ok func(string) bool) string {
	x.t.Helper()
	late := time.After(patience)
	for {
		screen, news := x.Screen()
		if ok(screen) {
			return screen
		}
		select {
		case <-news:
		case <-x.done:
			if screen, _ := x.Screen(); ok(screen) {
				return screen
			}
			x.t.Fatalf("the program ended and did not %s:\n%s", what, screen)
		case <-late:
			x.t.Fatalf("the screen does not %s:\n%s", what, screen)
		}
	}
}

// Pause makes the terminal take nothing, as one that is held; resume lets it go on.
func (x *Terminal) Pause() (resume func()) {
	x.taking.Lock()
	return sync.OnceFunc(x.taking.Unlock)
}

// Writes waits until what was written from a place on is as it has to be, and returns that.
func (x *Terminal) Writes(from int, ok func(written string) bool, what string) string {
	x.t.Helper()
	late := time.After(patience)
	for {
		_, news := x.Screen()
		x.mu.Lock()
		written := x.raw.String()[from:]
		x.mu.Unlock()
		if ok(written) {
			return written
		}
		select {
		case <-news:
		case <-late:
			x.t.Fatalf("%s, and not %q", what, written)
		}
	}
}

// Quiet returns what was written from a place on once something was, and nothing more comes for a while; or nothing came.
func (x *Terminal) Quiet(from int, while time.Duration) string {
	size := -1
	for waited := 0; ; {
		_, news := x.Screen()
		x.mu.Lock()
		written := x.raw.String()[from:]
		x.mu.Unlock()
		if len(written) != size {
			size, waited = len(written), 0
		}
		select {
		case <-news:
		case <-x.done:
			return written
		case <-time.After(while):
			if waited++; size > 0 && waited > 1 || waited > 2 {
				return written
			}
		}
	}
}

// Signal sends a signal.
func (x *Terminal) Signal(s syscall.Signal) {
	x.t.Helper()
	if err := x.cmd.Process.Signal(s); err != nil {
		x.t.Fatal(err)
	}
}

// Pid is the program's process number.
func (x *Terminal) Pid() string { return strconv.Itoa(x.cmd.Process.Pid) }

// Resize makes the window another size.
func (x *Terminal) Resize(columns, rows int) {
	x.t.Helper()
	x.mu.Lock()
	x.vt.Resize(columns, rows)
	x.mu.Unlock()
	if err := pty.Setsize(x.tty, &pty.Winsize{Cols: uint16(columns), Rows: uint16(rows)}); err != nil {
		x.t.Fatal(err)
	}
}

// Kill ends the program as a power cut would.
func (x *Terminal) Kill() {
	_ = x.cmd.Process.Signal(syscall.SIGKILL)
	<-x.done
}

// Ends waits until the program has ended, and returns everything it ever wrote.
func (x *Terminal) Ends() string {
	x.t.Helper()
	select {
	case <-x.done:
	case <-time.After(patience):
		screen, _ := x.Screen()
		x.t.Fatalf("the program does not end:\n%s", screen)
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.raw.String()
}

// Status waits until the program has ended, and returns its exit status.
func (x *Terminal) Status() int {
	x.t.Helper()
	x.Ends()
	return x.cmd.ProcessState.ExitCode()
}

// Run runs a command of the program to its end and returns its standard output and exit status.
func Run(t testing.TB, program string, args ...string) (string, int) {
	t.Helper()
	return RunWith(t, nil, program, args...)
}

// RunWith is Run with more in the environment.
func RunWith(t testing.TB, env []string, program string, args ...string) (string, int) {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = append([]string{"HOME=" + t.TempDir(), "TZ=Europe/Amsterdam"}, env...)
	out, err := cmd.Output()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if exit != nil {
		return string(out) + string(exit.Stderr), exit.ExitCode()
	}
	return string(out), 0
}

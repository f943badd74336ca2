// Package tty runs a program in a pseudo-terminal and stamps what it writes, to measure it from outside and to see what a person
// would see.
//
// What comes is stamped when it is read and shown on an emulated screen afterwards, so that the emulator is in no figure. Questions of
// a program to its terminal (colours, what it is) are answered at once, as a terminal would.
package tty

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// Now is the system's monotonic clock, which is the same in every process.
func Now() time.Duration {
	var t unix.Timespec
	_ = unix.ClockGettime(unix.CLOCK_MONOTONIC, &t)
	return time.Duration(t.Nano())
}

// became is the argument that makes this program tell when it becomes another, and do so.
const became = "-become"

// Become is called first in main: it does not return in a process that Start made to become the program that is measured.
func Become() {
	if len(os.Args) < 3 || os.Args[1] != became {
		return
	}
	unix.CloseOnExec(3)
	path, err := exec.LookPath(os.Args[2])
	if err == nil {
		now := binary.NativeEndian.AppendUint64(nil, uint64(Now()))
		if _, err = unix.Write(3, now); err == nil {
			err = syscall.Exec(path, os.Args[2:], os.Environ())
		}
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(127)
}

// Program is what runs in a terminal.
type Program struct {
	Args          []string
	Env           []string // all of it
	Dir           string
	Columns, Rows int
	Light         bool          // the terminal says that its background is light
	Quiet         time.Duration // how long nothing comes when a key is done
}

// Terminal is a program that was started. It is used by one goroutine.
type Terminal struct {
	*Screen
	Began time.Duration // when the program was executed
	quiet time.Duration
	light bool
	cmd   *exec.Cmd
	tty   *os.File
	fd    int
	tail  []byte // the end of what came, for questions that come in two parts
	ended bool   // nothing more will come
	gone  chan time.Duration
}

// Start runs a program. Its Close must be called.
func Start(p Program) (*Terminal, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	stamp, write, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer stamp.Close()
	cmd := exec.Command(self, append([]string{became}, p.Args...)...)
	cmd.Env, cmd.Dir, cmd.ExtraFiles = p.Env, p.Dir, []*os.File{write}
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(p.Columns), Rows: uint16(p.Rows)})
	_ = write.Close()
	if err != nil {
		return nil, err
	}
	t := &Terminal{Screen: NewScreen(p.Columns, p.Rows), quiet: p.Quiet, light: p.Light, cmd: cmd, tty: file, fd: int(file.Fd()), gone: make(chan time.Duration, 1)}
	go func() {
		_ = cmd.Wait()
		t.gone <- Now()
	}()
	at := make([]byte, 8)
	if _, err := stamp.Read(at); err != nil {
		t.Close("")
		return nil, fmt.Errorf("%s does not start: %w", p.Args[0], err)
	}
	t.Began = time.Duration(binary.NativeEndian.Uint64(at))
	return t, nil
}

// chunk is what one read gave.
type chunk struct {
	at   time.Duration
	data []byte
}

// read waits for a chunk, at most so long.
func (t *Terminal) read(wait time.Duration) (chunk, bool) {
	for until := Now() + wait; !t.ended; {
		left := unix.NsecToTimespec(int64(max(until-Now(), 0)))
		n, err := unix.Ppoll([]unix.PollFd{{Fd: int32(t.fd), Events: unix.POLLIN}}, &left, nil)
		switch {
		case errors.Is(err, unix.EINTR):
			continue
		case err != nil || n == 0:
			return chunk{}, false
		}
		data := make([]byte, 64<<10)
		n, err = unix.Read(t.fd, data)
		at := Now()
		if errors.Is(err, unix.EINTR) || errors.Is(err, unix.EAGAIN) {
			continue
		}
		if err != nil || n <= 0 {
			t.ended = true
			break
		}
		t.answer(data[:n])
		return chunk{at, data[:n]}, true
	}
	return chunk{}, false
}

// Took is what came of a key, or of a start.
type Took struct {
	First   time.Duration // until the first byte; 0: nothing came
	Settled time.Duration // until the last byte before it was quiet, or until what was waited for stood there
	Bytes   int
}

// settle reads until it is quiet; with a condition until the screen meets that, which is looked at after every chunk.
func (t *Terminal) settle(from, limit time.Duration, ok func(screen string) bool) (out Took, met bool) {
	for end := from + limit; !t.ended && Now() < end && !met; {
		var came []chunk
		wait := end - Now()
		for len(came) == 0 || came[len(came)-1].at < end {
			c, more := t.read(wait)
			if !more {
				break
			}
			came, wait = append(came, c), t.quiet
		}
		for _, c := range came {
			if out.First == 0 {
				out.First = c.at - from
			}
			out.Bytes += len(c.data)
			t.Write(c.data)
			switch {
			case ok == nil:
				out.Settled = c.at - from
			case !met && ok(t.Text()):
				out.Settled, met = c.at-from, true
			}
		}
		if ok == nil {
			return out, out.Bytes > 0
		}
	}
	return out, met
}

// Shown waits until the screen meets a condition, and tells how long after the program was executed that was.
func (t *Terminal) Shown(limit time.Duration, ok func(screen string) bool) (Took, error) {
	took, met := t.settle(t.Began, limit, ok)
	if !met {
		return took, fmt.Errorf("%s shows something else:\n%s", strings.Join(t.cmd.Args[2:], " "), t.Text())
	}
	return took, nil
}

// Press types a key and waits until what comes of it is there: until it is quiet, or a condition is met. An error says that nothing came.
func (t *Terminal) Press(key string, limit time.Duration, ok func(screen string) bool) (Took, error) {
	from := Now()
	if _, err := unix.Write(t.fd, []byte(key)); err != nil {
		return Took{}, err
	}
	took, met := t.settle(from, limit, ok)
	if !met && ok != nil {
		return took, fmt.Errorf("after %q %s shows something else:\n%s", key, strings.Join(t.cmd.Args[2:], " "), t.Text())
	}
	return took, nil
}

// Settle waits for more of what comes of a key that was pressed at a moment: until it is quiet, at most so long after now.
func (t *Terminal) Settle(from, limit time.Duration) Took {
	now := Now()
	took, _ := t.settle(now, limit, nil)
	if took.Bytes > 0 {
		took.First, took.Settled = took.First+now-from, took.Settled+now-from
	}
	return took
}

// Rest lets the program be for so long, and shows what comes meanwhile.
func (t *Terminal) Rest(long time.Duration) {
	for until := Now() + long; Now() < until && !t.ended; {
		if c, ok := t.read(until - Now()); ok {
			t.Write(c.data)
		}
	}
}

// Memory is the most that the program ever had in memory, in bytes.
func (t *Terminal) Memory() int64 {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", t.cmd.Process.Pid))
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	var kb int64
	_, _ = fmt.Sscan(rest, &kb)
	return kb << 10
}

// Close types what ends the program, and tells how long that took; -1 where it had to be killed.
func (t *Terminal) Close(keys string) time.Duration {
	defer t.tty.Close()
	from := Now()
	if keys != "" {
		_, _ = unix.Write(t.fd, []byte(keys))
	}
	for until := from + 5*time.Second; keys != "" && Now() < until; {
		t.read(time.Millisecond / 4)
		if t.ended {
			time.Sleep(time.Millisecond / 10)
		}
		select {
		case at := <-t.gone:
			return at - from
		default:
		}
	}
	_ = t.cmd.Process.Kill()
	for {
		t.read(time.Millisecond)
		select {
		case <-t.gone:
			return -1
		default:
		}
	}
}

// asked is what programs ask a terminal at their start.
var asked = regexp.MustCompile(`\x1b(?:\](1[01]);\?(?:\x07|\x1b\\)|\[(0?c|>0?c|>0?q|6n|\?u|\?2026\$p|\?2027\$p|\?996n))`)

// answer gives a terminal's answers to the questions in what came.
func (t *Terminal) answer(data []byte) {
	seen, old := append(t.tail, data...), len(t.tail)
	dark, light := "1010/1010/1010", "fafa/fafa/fafa"
	if t.light {
		dark, light = light, dark
	}
	answers := map[string]string{
		"10": "\x1b]10;rgb:" + light + "\x1b\\", "11": "\x1b]11;rgb:" + dark + "\x1b\\",
		"c": "\x1b[?62;22c", "0c": "\x1b[?62;22c", ">c": "\x1b[>1;10;0c", ">0c": "\x1b[>1;10;0c", ">q": "\x1bP>|tty 1\x1b\\", ">0q": "\x1bP>|tty 1\x1b\\",
		"6n": "\x1b[1;1R", "?u": "\x1b[?0u", "?2026$p": "\x1b[?2026;2$y", "?2027$p": "\x1b[?2027;0$y", "?996n": "\x1b[?997;1n",
	}
	for _, m := range asked.FindAllSubmatchIndex(seen, -1) {
		if m[1] <= old {
			continue
		}
		for group := 2; group < len(m); group += 2 {
			if m[group] >= 0 {
				_, _ = unix.Write(t.fd, []byte(answers[string(seen[m[group]:m[group+1]])]))
			}
		}
	}
	t.tail = append([]byte(nil), seen[max(0, len(seen)-32):]...)
}

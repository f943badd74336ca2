package draw

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"leerbalie/ui/screen"
)

// listener is the terminal's input with the answer to that question taken out, so that it never arrives as keys. It also
// holds back half a character at the end of a read until the rest comes, and tells when no more keys can come.
type listener struct {
	in   io.Reader
	tell func(dark bool)
	gone func()
	held []byte
	busy atomic.Bool // keys that were read are taken, and no more are asked for yet
}

// file is what Bubble Tea wants of an input that it can put in raw mode, and stop reading from while an editor has it.
type file interface {
	io.ReadWriteCloser
	Fd() uintptr
	Name() string
}

// fileListener is a listener on a file, which stays a file to Bubble Tea.
type fileListener struct {
	file
	listener *listener
}

// Read reads keys as the listener does.
func (f fileListener) Read(p []byte) (int, error) { return f.listener.Read(p) }

// waits reports whether more keys are on their way. A file is asked itself: there Bubble Tea waits before it reads.
func (l *listener) waits(device screen.Device) bool {
	if device != nil {
		return device.Waits()
	}
	return l.busy.Load()
}

// reader is what Bubble Tea reads from.
func (l *listener) reader() io.Reader {
	if f, ok := l.in.(file); ok {
		return fileListener{f, l}
	}
	return l
}

// answerStart begins the answer; maxHeld bounds what is held back while it is not whole.
const (
	answerStart = "\x1b]11;"
	maxHeld     = 64
)

// Read reads keys. It may give 0 bytes without an error when all that came was held back.
func (l *listener) Read(p []byte) (int, error) {
	if len(l.held) >= len(p) {
		n := copy(p, l.held)
		l.held = append([]byte(nil), l.held[n:]...)
		return n, nil
	}
	n := copy(p, l.held)
	l.busy.Store(false)
	m, err := l.in.Read(p[n:])
	l.busy.Store(true)
	if err != nil && m == 0 {
		if l.gone != nil {
			l.gone()
		}
		return 0, io.EOF // how it ended is nobody's business: the session leaves in order
	}
	l.held = nil
	kept, held := l.sift(p[:n+m])
	l.held = append(l.held, held...)
	return copy(p, kept), nil
}

// sift takes answers out of what was read and holds back an end that is not whole yet.
func (l *listener) sift(b []byte) (keep, held []byte) {
	for {
		i := bytes.Index(b, []byte(answerStart))
		if i < 0 {
			break
		}
		body, size := answerBody(b[i+len(answerStart):])
		if size == 0 {
			if len(b)-i > maxHeld {
				break
			}
			return append(keep, b[:i]...), b[i:]
		}
		if dark, ok := darkOf(string(body)); ok && l.tell != nil {
			l.tell(dark)
		}
		keep, b = append(keep, b[:i]...), b[i+len(answerStart)+size:]
	}
	cut := partial(b)
	return append(keep, b[:cut]...), b[cut:]
}

// answerBody finds the end of an answer: BEL or ESC \. size counts the end too; 0 when it is not there.
func answerBody(b []byte) (body []byte, size int) {
	for i, c := range b {
		switch {
		case c == 0x07:
			return b[:i], i + 1
		case c == 0x1b && i+1 < len(b) && b[i+1] == '\\':
			return b[:i], i + 2
		}
	}
	return nil, 0
}

// partial gives where an unfinished answer or character begins at the end of b; a lone Esc is a key and is not held.
func partial(b []byte) int {
	for n := min(len(answerStart)-1, len(b)); n >= 2; n-- {
		if bytes.HasSuffix(b, []byte(answerStart[:n])) {
			return len(b) - n
		}
	}
	for i := len(b) - 1; i >= 0 && i >= len(b)-utf8.UTFMax; i-- {
		if utf8.RuneStart(b[i]) {
			if b[i] >= utf8.RuneSelf && !utf8.FullRune(b[i:]) {
				return i
			}
			break
		}
	}
	return len(b)
}

// darkOf reads "rgb:1e1e/1e1e/1e1e" (one to four digits each, or rgba) and tells whether that is a dark colour: by the
// lightness people see (ITU-R BT.709 weights).
func darkOf(s string) (dark, ok bool) {
	_, s, ok = strings.Cut(s, ":")
	parts := strings.Split(s, "/")
	if !ok || len(parts) < 3 {
		return false, false
	}
	var c [3]float64
	for i := range c {
		n, err := strconv.ParseUint(parts[i], 16, 16)
		if err != nil || len(parts[i]) > 4 {
			return false, false
		}
		c[i] = float64(n) / float64(uint64(1)<<(4*len(parts[i]))-1)
	}
	return 0.2126*c[0]+0.7152*c[1]+0.0722*c[2] < 0.5, true
}

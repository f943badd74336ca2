package file

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"
	"unicode"

	"leerbalie/model/fault"
)

// Owner is who has a store open.
type Owner struct {
	PID     int
	Program string
	Since   time.Time
	Passing bool   // it lets go by itself, soon
	Socket  string // where it serves others of this account; "": nowhere
}

// notePath is where the holder of a store leaves word of itself. The lock is bbolt's; the note is for people only, so
// one that a crash left behind does no harm.
func notePath(path string) string { return path + ".open" }

// Hold notes that this process has the store open. It is called when bbolt's lock is ours; release takes the note away
// before the lock is given up, and may be called more than once. The store works without a note: where none can be
// written, for want of room or of rights, others learn less, and that is no error.
func Hold(path string, me Owner) (release func(), err error) {
	note := notePath(path)
	me.PID = os.Getpid()
	if write(note, me) != nil {
		return func() {}, nil
	}
	return func() {
		if o, ok := Holder(path); ok && o.PID == me.PID && o.Since.Equal(me.Since.Truncate(time.Second)) {
			_ = gone(note) // a note left behind does no harm
		}
	}, nil
}

// write makes the note anew: whatever had its name, a link too, is not followed.
func write(note string, o Owner) (err error) {
	if err := gone(note); err != nil {
		return err
	}
	f, err := os.OpenFile(note, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(f, "%d\n%s\n%s\n", o.PID, plain(o.Program), o.Since.UTC().Format(time.RFC3339))
	if o.Passing && err == nil {
		_, err = fmt.Fprintln(f, passing)
	}
	if o.Socket != "" && err == nil && !strings.ContainsAny(o.Socket, "\r\n") {
		_, err = fmt.Fprintln(f, socket+o.Socket)
	}
	return errors.Join(err, f.Close())
}

// passing is the line of a holder that lets go by itself.
const passing = "passing"

// socket begins the line of a holder that serves others.
const socket = "socket "

// Holder reads who has, or last had, a store open; false when no note tells.
func Holder(path string) (Owner, bool) {
	info, err := os.Lstat(notePath(path))
	if err != nil || !info.Mode().IsRegular() {
		return Owner{}, false
	}
	f, err := os.Open(notePath(path))
	if err != nil {
		return Owner{}, false
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, 1024))
	if err != nil {
		return Owner{}, false
	}
	lines := strings.Split(string(text), "\n")
	if len(lines) < 4 { // the last line ends as well
		return Owner{}, false
	}
	pid, err := strconv.Atoi(lines[0])
	if err != nil || pid <= 0 {
		return Owner{}, false
	}
	since, err := time.Parse(time.RFC3339, lines[2])
	if err != nil {
		return Owner{}, false
	}
	o := Owner{PID: pid, Program: plain(lines[1]), Since: since}
	for _, line := range lines[3:] {
		at, serves := strings.CutPrefix(line, socket)
		if serves {
			o.Socket = at
		}
		o.Passing = o.Passing || line == passing
	}
	return o, true
}

// Busy is the error for a store that another process has locked, with what is known of that process: store-busy has
// the places path, pid, program and since (this machine's time); store-busy-unknown has path only.
func Busy(path string) error {
	if o, ok := Holder(path); ok {
		return fault.New(fault.Busy, "store-busy", "path", path, "pid", o.PID, "program", o.Program, "since", o.Since.Local().Format("2006-01-02 15:04"))
	}
	return fault.New(fault.Busy, "store-busy-unknown", "path", path)
}

// plain keeps what can be shown of a program's name, on one line.
func plain(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return -1
	}, name)
	if runes := []rune(name); len(runes) > 60 {
		name = string(runes[:60])
	}
	return strings.TrimSpace(name)
}

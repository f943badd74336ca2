package serve

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"leerbalie/model/journal"
)

// Event is what a log tells: a word of this list, and nothing that anybody typed.
type Event string

// The events.
const (
	Serving  Event = "serving"         // with the fingerprint of the host key
	Stopped  Event = "stopped"         //
	CameIn   Event = "came-in"         // with whose key it was
	Left     Event = "left"            // with how long it was
	Unknown  Event = "unknown-key"     // with the fingerprint of the key
	Gone     Event = "key-of-who-left" //
	Crowded  Event = "too-many"        // a connection was refused
	Idled    Event = "idle"            // a session ended in which nobody pressed a key
	Removed  Event = "key-removed"     // a session ended whose key lets that person in no longer
	Broken   Event = "panic"           //
	Shutting Event = "handed-over"     // another process asked for the store
)

// Log tells of what is served: a moment, an event, whose id or the fingerprint of which key, and how long it was. It can hold nothing else: no name,
// no address, no word that was typed, and of a panic its type and where it was. It is safe for use by several goroutines.
type Log struct {
	mu  sync.Mutex
	to  io.Writer
	now func() time.Time
}

// NewLog is a log that writes its lines to a writer.
func NewLog(to io.Writer, now func() time.Time) *Log { return &Log{to: to, now: now} }

// Note writes a line. What is zero is left out, and so is what is no fingerprint. A nil log writes nothing.
func (l *Log) Note(e Event, who journal.ID, fingerprint string, took time.Duration) {
	var b strings.Builder
	if !who.IsZero() {
		fmt.Fprintf(&b, " person=%s", who)
	}
	if isFingerprint(fingerprint) {
		fmt.Fprintf(&b, " key=%s", fingerprint)
	}
	if took > 0 {
		fmt.Fprintf(&b, " took=%s", took.Round(time.Millisecond))
	}
	l.line(e, b.String())
}

// Panic writes the type of what panicked, and the functions it went through. It fits OnPanic.
func (l *Log) Panic(kind string, stack []byte) {
	l.line(Broken, " type="+word(kind)+placesOf(stack))
}

func (l *Log) line(e Event, rest string) {
	if l == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	_, _ = fmt.Fprintf(l.to, "%s %s%s\n", l.now().UTC().Format(time.RFC3339), e, rest)
}

// isFingerprint tells whether a text can be the fingerprint of a key, and nothing else.
func isFingerprint(text string) bool {
	sum, ok := strings.CutPrefix(text, "SHA256:")
	return ok && len(sum) == 43 && strings.Trim(sum, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") == ""
}

// word is a name of Go's without what is none.
func word(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("*.[]{}_/", r) || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, text)
}

// placesOf are the functions and lines of a stack without arguments, in which numbers could be what somebody typed.
func placesOf(stack []byte) string {
	var b strings.Builder
	for line := range strings.Lines(string(stack)) {
		line = strings.TrimRight(line, "\n")
		switch place, isPlace := strings.CutPrefix(line, "\t"); {
		case isPlace:
			place, _, _ = strings.Cut(place, " +0x")
			b.WriteString(" " + strings.ReplaceAll(place, " ", "_"))
		case strings.HasPrefix(line, "goroutine "), line == "":
		default:
			if end := strings.LastIndex(line, "("); end > 0 {
				line = line[:end]
			}
			b.WriteString("\n\t" + strings.ReplaceAll(line, " ", "_"))
		}
	}
	return b.String()
}

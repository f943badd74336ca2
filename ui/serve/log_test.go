package serve

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model/journal"
)

func logged() (*Log, *bytes.Buffer) {
	var b bytes.Buffer
	return NewLog(&b, func() time.Time { return time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC) }), &b
}

func TestWhatALogTells(t *testing.T) {
	l, b := logged()
	print := "SHA256:" + strings.Repeat("a", 43)
	l.Note(CameIn, journal.ID{1}, print, 0)
	l.Note(Left, journal.ID{1}, "", 1234567*time.Microsecond)
	l.Note(Unknown, journal.ID{}, "Fatima", 0)
	want := "2026-11-30T09:00:00Z came-in person=" + journal.ID{1}.String() + " key=" + print + "\n" +
		"2026-11-30T09:00:00Z left person=" + journal.ID{1}.String() + " took=1.235s\n" +
		"2026-11-30T09:00:00Z unknown-key\n"
	if b.String() != want {
		t.Errorf("%s\nwant\n%s", b, want)
	}
	var none *Log
	none.Note(Stopped, journal.ID{}, "", 0)
}

// kanarie is a value that holds what somebody typed.
type kanarie struct{ typed string }

//go:noinline
func typedBy(number int, who string, value any) { panic(value) }

// TestNothingThatWasTypedIsInALog: whatever panics, with whatever was on its way.
func TestNothingThatWasTypedIsInALog(t *testing.T) {
	const typed, number = "Fatima el Amrani", 123456782
	for _, value := range []any{typed, errors.New(typed), fmt.Errorf("of %w", errors.New(typed)), kanarie{typed}, &kanarie{typed}, map[string]int{typed: number}, []byte(typed), number, struct{ Fatima string }{typed}} {
		l, b := logged()
		OnPanic(l.Panic)
		guarded(func() { typedBy(number, typed, value) })
		broke.Store(nil)
		said := b.String()
		for _, word := range []string{"Fatima el", "Amrani", "123456782", "75bcd0e", "el_Amrani", "(0x", "{0x"} {
			if strings.Contains(said, word) {
				t.Errorf("%T: the log has %q:\n%s", value, word, said)
			}
		}
		if !strings.Contains(said, "panic type=") || !strings.Contains(said, "serve.typedBy") || !strings.Contains(said, "log_test.go:") {
			t.Errorf("%T: where it was is not told:\n%s", value, said)
		}
	}
}

// TestALineOfALogHoldsNothingElse: whatever is handed to it as a fingerprint, or as a kind of panic.
func TestALineOfALogHoldsNothingElse(t *testing.T) {
	form := regexp.MustCompile(`^2026-11-30T09:00:00Z unknown-key( key=SHA256:[A-Za-z0-9+/]{43})?\n$`)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`SHA256:[A-Za-z0-9+/=\n ]{40,46}`)).Draw(t, "text")
		l, b := logged()
		l.Note(Unknown, journal.ID{}, text, 0)
		if !form.MatchString(b.String()) {
			t.Fatalf("%q", b)
		}
		l, b = logged()
		l.Panic(text, debug.Stack())
		if first, _, _ := strings.Cut(b.String(), "\n"); strings.ContainsAny(first[len("2026-11-30T09:00:00Z "):], "\r\x1b\"'") {
			t.Fatalf("%q", first)
		}
	})
}

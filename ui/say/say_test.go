package say_test

import (
	"testing"

	"leerbalie/ui/say"
)

func TestWordsAreWhatADrawnTextSays(t *testing.T) {
	for drawn, want := range map[string]string{
		"plain":             "plain",
		"":                  "",
		"  two  blanks ":    "two blanks",
		"\x1b[1mbold\x1b[m": "bold",
		"┌─ Title ───┐":     "Title",
		"│ a · b │":         "a, b",
		"· a ·  · b·":       "a, b",
		"████░░ 40%":        "40%",
		"✓ done":            "done",
		"a\nb\tc":           "a b c",
		"Café, naïve — 3 € per uur (één)!": "Café, naïve — 3 € per uur (één)!",
		"محمد ✎":  "محمد",
		"⠿⠇ busy": "busy",
		"a\u202eb\u200bc\u009bd\x1b]0;title\x07e": "abc de",
	} {
		if got := say.Words(drawn); got != want {
			t.Errorf("%q says %q, want %q", drawn, got, want)
		}
	}
}

func TestLinesThatSayNothingAreLeftOut(t *testing.T) {
	var l say.Lines
	l.Heading("screen", "Desk")
	l.Text("", "  ", "───")
	l.Row("a", 1, false, "first")
	l.Row("b", 2, true, "second")
	if len(l) != 3 {
		t.Errorf("%d lines: %+v", len(l), l)
	}
	if at, ok := l.On(say.Row); !ok || at.ID != "b" {
		t.Errorf("the cursor is on %+v", at)
	}
	if where, ok := l.Where(); !ok || where.ID != "screen" {
		t.Errorf("one is at %+v", where)
	}
	if got := say.Join("a", "", "·", "b"); got != "a, b" {
		t.Errorf("joined: %q", got)
	}
	if got := say.Pair("waits", " "); got != "" {
		t.Errorf("a pair of nothing says %q", got)
	}
}

package queue_test

import "testing"

func TestAnOlderDraftNeverWins(t *testing.T) {
	for _, key := range []string{"n", "m", "s", "e"} { // the line, a memo, a split, the form
		d := open(t)
		d.Press(key)
		d.LateDraft(" half", " heel")
	}
	for key, send := range map[string]string{"n": "<enter>", "m": "<enter>", "s": "<enter>", "e": "<ctrl+s>"} {
		d := open(t)
		d.Press(key)
		d.LateSend(" half", send)
	}
}

package desk_test

import (
	"testing"

	"leerbalie/model/journal"
)

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

// TestADraftIsAboutItsRequest: so that an erasure of the request takes the draft along.
func TestADraftIsAboutItsRequest(t *testing.T) {
	for _, key := range []string{"n", "m", "s", "e"} {
		d := open(t)
		d.Press(key, " half", "<esc>")
		want := d.Requests[2]
		if key == "n" { // of something new
			want = journal.ID{}
		}
		drafts, err := d.Session.Drafts(t.Context())
		if err != nil || len(drafts) != 1 || drafts[0].About != want {
			t.Errorf("%s: %+v %v", key, drafts, err)
		}
	}
}

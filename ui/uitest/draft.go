package uitest

import (
	"context"
	"strings"
	"time"
)

// LateDraft types in what is open and leaves it with Esc, while the write of the first half is slow: it comes after that of
// the whole. It fails the test unless the whole is what stays.
func (d *Desk) LateDraft(first, rest string) {
	d.T.Helper()
	d.late(first, rest, "<esc>")
	drafts, err := d.Session.Drafts(context.Background())
	d.must(err)
	if len(drafts) != 1 || !strings.Contains(drafts[0].Text, first+rest) {
		d.T.Errorf("what was typed first came back: %+v", drafts)
	}
}

// LateSend types in what is open and sends it with a key, while the write of what was typed is slow: it comes after the
// sending. It fails the test where a draft comes back.
func (d *Desk) LateSend(typed, send string) {
	d.T.Helper()
	d.late(typed, "", send)
	drafts, err := d.Session.Drafts(context.Background())
	d.must(err)
	if len(drafts) != 0 {
		d.T.Errorf("a draft came back after what it held was sent: %+v", drafts)
	}
}

func (d *Desk) late(first, rest, end string) {
	d.T.Helper()
	d.Press(first)
	d.Late = true
	d.Pass(time.Second)
	slow := d.Waiting()
	if slow == 0 {
		d.T.Fatal("nothing was written of what was typed")
	}
	d.Press(rest, end)
	d.RunFrom(slow)
	d.Run()
}

package ui_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/draw"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/uitest"
)

// crowded is a desk with more requests than fit on a screen, with as many colours as most terminals have.
func crowded(t testing.TB, size screen.Size) *uitest.Desk {
	return uitest.Open(t, uitest.Options{Lang: text.Lang("nl"), Size: size, Fill: true, Theme: theme.New(theme.Colours256, true), Act: func(d *uitest.Desk, setup *model.Session) journal.ID {
		words := []string{"brief", "huur", "energie", "taal", "fiets", "school", "post", "zorg", "bank"}
		for i := range 200 {
			summary := fmt.Sprintf("%s %s over %s %d", words[i%9], words[i/9%9], words[(i+i/7)%9], i)
			r := desk.Request{Summary: summary, Channel: "desk", Created: uitest.Start().Add(-time.Duration(i+200) * time.Hour)}
			if _, err := setup.DoQuietly(t.Context(), desk.AddRequest{Request: r}); err != nil {
				t.Fatal(err)
			}
		}
		return setup.Me().ID
	}})
}

// onScreen is a terminal that counts which of its cells a key alters: no key can cost much less than a byte for each of them.
type onScreen struct {
	*vt.Emulator
	size  screen.Size
	cells []string
}

// take shows what is written, and gives how many cells have another letter or look since.
func (o *onScreen) take(out []byte) (altered int) {
	_, _ = o.Write(out)
	now := make([]string, 0, o.size.Width*o.size.Height)
	for y := range o.size.Height {
		for x := range o.size.Width {
			c := o.CellAt(x, y)
			now = append(now, c.Content+c.Style.String())
		}
	}
	for i, c := range now {
		if o.cells == nil || o.cells[i] != c {
			altered++
		}
	}
	o.cells = now
	return altered
}

// TestWhatAKeyCosts counts the bytes that a key sends to a terminal: a line at 9,600 baud carries a thousand in a second. Of moving the
// cursor nearly all are the two rows themselves, of which every cell has another style; where the list scrolls beside a page, what stands
// on that page is moved with it and has to be written again.
func TestWhatAKeyCosts(t *testing.T) {
	for _, c := range []struct {
		width                                      int
		scrolls                                    bool
		cursor, away, back, scrolled, page, anyway int
	}{
		{120, false, 165, 1100, 3500, 2400, 1600, 5000},
		{120, true, 165, 1100, 3500, 750, 1600, 5000},
		{80, true, 165, 1100, 3500, 200, 1600, 5000},
	} {
		size := screen.Size{Width: c.width, Height: 40}
		d, cells := crowded(t, size), draw.NewCells("xterm-256color", c.scrolls)
		shown := onScreen{Emulator: vt.NewEmulator(size.Width, size.Height), size: size}
		take := func() { shown.take(cells.Frame(d.Raw(), size)) }
		costs := func(what string, most int, keys ...string) {
			t.Helper()
			d.Press(keys...)
			out := cells.Frame(d.Raw(), size)
			got, altered := len(out), shown.take(out)
			t.Logf("%s, %d columns, scrolling %v: %d bytes for %d cells that are others", what, c.width, c.scrolls, got, altered)
			if got > most {
				t.Errorf("%s, %d columns, scrolling %v: %d bytes, more than %d", what, c.width, c.scrolls, got, most)
			}
		}
		costs("the first frame", c.anyway)
		costs("the same frame", 0)
		d.Press("j", "j") // past what is urgent
		take()
		for range 5 {
			costs("the cursor", c.cursor, "j")
		}
		costs("another screen", c.away, "2")
		costs("the list again", c.back, "1")
		for range 40 { // below the last row
			d.Press("j")
		}
		take()
		costs("a list that scrolls", c.scrolled, "j")
		costs("a page", c.page, "<pgdn>")
	}
}

func BenchmarkAFrameForAKey(b *testing.B) {
	size := screen.Size{Width: 120, Height: 40}
	d := crowded(b, size)
	cells := draw.NewCells("xterm-256color", false)
	var frames [2]string
	frames[0] = d.Raw()
	d.Press("j")
	frames[1] = d.Raw()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		cells.Frame(frames[i%2], size)
	}
}

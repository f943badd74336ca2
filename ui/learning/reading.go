package learning

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// reading is what a page has read: the answer to the last question that it asked.
type reading[T any] struct {
	c      *Learning
	known  bool   // something was read
	failed string // why the last question got no answer
	data   T
	fetch  screen.Tickets
}

// ask asks the page's question, together with the names that belong to the answer.
func (r *reading[T]) ask(question func(ctx context.Context, session *model.Session) (T, error)) tea.Cmd {
	return ask(r.c, r.fetch.Next(), question)
}

// took takes in an answer: mine tells that it was for this page, fresh that there is something new to show.
func (r *reading[T]) took(msg tea.Msg) (fresh, mine bool) {
	a, ok := msg.(screen.Answer[named[T]])
	if !ok || !r.fetch.Fits(a.Ticket) {
		return false, false
	}
	if a.Err != nil {
		r.failed = r.c.Env.Words.Error(a.Err)
	} else {
		r.c.call(a.Value.names)
		r.failed, r.known, r.data = "", true, a.Value.value
	}
	r.c.settled()
	return a.Err == nil, true
}

// instead is what shows where there is nothing to show yet, or no more; ok is false where the page can draw itself.
func (r *reading[T]) instead(size screen.Size) (body string, ok bool) {
	text, ok := r.insteadText()
	return r.c.only(text, size), ok
}

// insteadText is the words of that; "" where nothing is known yet.
func (r *reading[T]) insteadText() (text string, ok bool) {
	return r.failed, r.failed != "" || !r.known
}

// only draws a text that stands alone on a page; "" draws nothing.
func (c *Learning) only(text string, size screen.Size) string {
	if text == "" {
		return ""
	}
	return strings.Join(c.nothing(text, size.Width), "\n")
}

// widest is how wide lines are that are read from top to bottom.
const widest = 110

// scroller is lines that are read from top to bottom.
type scroller struct {
	lines []string // at the width there is
	top   int      // the first line that shows
}

// scroll handles the keys that scroll; ok is false for another key.
func (t *scroller) scroll(c *Learning, msg tea.KeyMsg) (ok bool) {
	rows, ok := c.Env.Keys.Steps(msg, c.size.Height)
	if ok {
		t.top = max(t.top+rows, 0)
	}
	return ok
}

func (t *scroller) wheel(m screen.Mouse) { t.top = max(t.top+m.Wheel, 0) }

// draw gives the lines that show.
func (t *scroller) draw(c *Learning, size screen.Size, key keys.ID) []string {
	out := c.Env.Window(t.lines, &t.top, size.Height, key)
	for i, line := range out {
		if line != "" {
			out[i] = "  " + line
		}
	}
	return out
}

package widget

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// Confirm is a question that is answered with yes or no. Enter takes the safe answer unless the cursor is moved.
type Confirm struct {
	Title   string
	Lines   []string // what it is about, named
	Yes, No string   // the two answers in words
	YesKeys string   // letters that say yes, e.g. "jy"
	NoKeys  string   // letters that say no
	onYes   bool
}

// Reply is where a question stands.
type Reply uint8

// What a question can answer.
const (
	Pending Reply = iota
	Agreed
	Declined
)

// Ready puts the cursor on yes: for questions in which yes is harmless.
func (c Confirm) Ready() Confirm {
	c.onYes = true
	return c
}

// Update takes a key press.
func (c *Confirm) Update(msg tea.KeyMsg, set keys.Set) Reply {
	switch {
	case set.Is(msg, keys.Cancel):
		return Declined
	case set.Is(msg, keys.Accept):
		if c.onYes {
			return Agreed
		}
		return Declined
	case set.Is(msg, keys.NextField, keys.PrevField, keys.Option):
		c.onYes = !c.onYes
	case msg.Type == tea.KeyRunes && len(msg.Runes) == 1:
		switch {
		case strings.ContainsRune(c.YesKeys, msg.Runes[0]):
			return Agreed
		case strings.ContainsRune(c.NoKeys, msg.Runes[0]):
			return Declined
		}
	}
	return Pending
}

// View draws the question as a box of at most width × height cells: what it is about goes before the room around it.
func (c *Confirm) View(th theme.Theme, width, height int) []string {
	if wide := min(width, 72); len(c.about(wide)) <= height-4 {
		width = wide
	}
	lines := c.about(width)
	yes, no := "  "+c.Yes+"  ", "  "+c.No+"  "
	if c.onYes {
		yes = th.Button.On("› " + c.Yes + " ‹")
	} else {
		no = th.Button.On("› " + c.No + " ‹")
	}
	room := max(height-3, 1)
	if len(lines) < room {
		lines = append(lines, "")
	}
	if len(lines) > room {
		lines = lines[:room]
		lines[room-1] = cell.Cut(lines[room-1]+cell.Ellipsis, width-4)
	}
	return Box(th, c.Title, append(lines, yes+"   "+no), width)
}

// about is what the question is about, broken to fit.
func (c *Confirm) about(width int) (lines []string) {
	for _, line := range c.Lines {
		lines = append(lines, cell.Wrap(line, width-4, 12)...)
	}
	return lines
}

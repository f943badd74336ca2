package widget

import (
	"leerbalie/ui/theme"
)

// Scroll is the window on lines that are read from top to bottom. The zero value stands at the beginning.
type Scroll struct{ top int }

// Go moves over the lines, as far as there are any; 0 keeps the window on them when they have become fewer.
func (s *Scroll) Go(steps, lines, height int) { s.top = max(min(s.top+steps, lines-height), 0) }

// Window gives the lines that show, height at most. Where there are more below, the last one says so in the words that
// are given for their number.
func (s Scroll) Window(th theme.Theme, lines []string, height int, more func(left int) string) []string {
	if s.top >= len(lines) || height <= 0 {
		return nil
	}
	out := lines[s.top:min(s.top+height, len(lines))]
	if left := len(lines) - s.top - height; left > 0 {
		out = append(append([]string(nil), out[:height-1]...), th.Faint.On(theme.DownSign+" "+more(left+1)))
	}
	return out
}

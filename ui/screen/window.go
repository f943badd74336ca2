package screen

import (
	"leerbalie/ui/keys"
	"leerbalie/ui/theme"
)

// Window is the lines that fit, height at most, from a line on, which is kept inside. Where some are left out below, the
// last one says how many, with the key that goes there where one is given.
func (e Env) Window(lines []string, top *int, height int, key keys.ID) []string {
	*top = max(min(*top, len(lines)-height), 0)
	end := min(*top+max(height, 0), len(lines))
	out := append([]string(nil), lines[*top:end]...)
	if end < len(lines) && len(out) > 0 {
		more := theme.DownSign + " " + e.Words.Count("detail.more", len(lines)-end+1)
		if key != "" {
			more += " " + theme.Dot + " " + e.Keys.Label(key)
		}
		out[len(out)-1] = e.Theme.Faint.On(more)
	}
	return out
}

// Top is the top of a window of height lines in which those from a line on, up to another, show: moved as little as possible, and so
// that the line which tells how many are left out below stands on none of them.
func Top(top, from, to, total, height int) int {
	if to < total {
		to++
	}
	return max(min(top, from), min(to-height, from), 0)
}

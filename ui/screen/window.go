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

package widget

import (
	"strings"

	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// ListAndDetails draws a list, with its details beside it where divider leaves room for them; otherwise as Panes.
func ListAndDetails(th theme.Theme, list, details func(width, height int) []string, width, height, divider int, focus bool) string {
	left := width
	var right []string
	if divider > 0 {
		left, right = divider, details(width-divider-2, height)
	}
	return Panes(th, list(left, height), right, width, height, divider, focus)
}

// Panes draws lines with others beside them, height lines in all; divider is the column between the two, 0 for one pane.
// Lines that did not change come back byte for byte the same. focus marks that the right pane has the keys.
func Panes(th theme.Theme, left, right []string, width, height, divider int, focus bool) string {
	var b strings.Builder
	b.Grow(width * height * 2)
	for y := range height {
		if y > 0 {
			b.WriteByte('\n')
		}
		line := ""
		if y < len(left) {
			line = left[y]
		}
		if divider == 0 {
			b.WriteString(strings.TrimRight(line, " "))
			continue
		}
		b.WriteString(cell.Pad(line, divider))
		b.WriteString(theme.SplitSign)
		if y >= len(right) || right[y] == "" {
			continue
		}
		if y == 0 && focus {
			b.WriteString(th.Info.On(theme.CursorSign))
		} else {
			b.WriteByte(' ')
		}
		b.WriteString(right[y])
	}
	return b.String()
}

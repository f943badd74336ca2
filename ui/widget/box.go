package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// Box draws a frame with a title around lines; it is width cells wide on the outside. Lines are cut and padded to fit.
func Box(th theme.Theme, title string, lines []string, width int) []string {
	inner := max(width-4, 1)
	title = cell.Short(title, inner-2)
	top := "┌─ " + title + " "
	out := make([]string, 0, len(lines)+2)
	out = append(out, th.Faint.On("┌─ ")+th.Strong.On(title)+th.Faint.On(" "+strings.Repeat("─", max(width-cell.Width(top)-1, 0))+"┐"))
	side := th.Faint.On("│")
	for _, line := range lines {
		out = append(out, side+" "+cell.Line(line, inner)+" "+side)
	}
	return append(out, th.Faint.On("└"+strings.Repeat("─", max(width-2, 0))+"┘"))
}

// Over lays a box on a body of width × height cells, its upper left corner at column x and line y, both kept inside.
func Over(body string, box []string, x, y, width, height int) string {
	lines := strings.Split(body, "\n")
	for len(lines) < height {
		lines = append(lines, "")
	}
	w := 0
	for _, line := range box {
		w = max(w, cell.Width(line))
	}
	x = max(min(x, width-w), 0)
	y = max(min(y, height-len(box)), 0)
	for i, line := range box {
		if y+i >= len(lines) {
			break
		}
		under := lines[y+i]
		left := cell.Pad(ansi.Truncate(under, x, ""), x)
		lines[y+i] = left + line + rest(under, x+cell.Width(line))
	}
	return strings.Join(lines, "\n")
}

// rest is what stands in a line from a column on, with the styling that holds there.
func rest(line string, from int) string {
	if cell.Width(line) <= from {
		return ""
	}
	return ansi.TruncateLeft(line, from, "")
}

// Centre lays a box in the middle of a body, a little above it where there is room.
func Centre(body string, box []string, width, height int) string {
	w := 0
	for _, line := range box {
		w = max(w, cell.Width(line))
	}
	return Over(body, box, (width-w)/2, (height-len(box))*2/5, width, height)
}

// Bottom lays a box at the left bottom of a body: where short questions stand, near the key line.
func Bottom(body string, box []string, width, height int) string {
	return Over(body, box, 0, height-len(box), width, height)
}

// Progress draws a bar of width cells for a part of a whole, with the percentage behind it.
func Progress(th theme.Theme, done, total, width int) string {
	percent := 0
	if total > 0 {
		percent = min(max(done, 0), total) * 100 / total
	}
	label := " " + cell.Right(itoa(percent)+"%", 4)
	bar := max(width-cell.Width(label), 1)
	full := bar * percent / 100
	return th.Info.On(strings.Repeat(theme.BarFull, full)) + th.Faint.On(strings.Repeat(theme.BarEmpty, bar-full)) + label
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n%10))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

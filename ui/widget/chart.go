package widget

import (
	"strings"

	"leerbalie/ui/theme"
)

// Bar draws parts of a whole as one bar of width cells: what is good, what is there beside it, and what is left, each with
// a sign of its own.
func Bar(th theme.Theme, good, there, whole, width int) string {
	if whole <= 0 {
		return th.Faint.On(strings.Repeat(theme.BarEmpty, width))
	}
	part := func(n int) int { return min(max(n, 0), whole) * width / whole }
	a, b := part(good), part(there)
	if good > 0 && a == 0 {
		a = 1
	}
	b = max(a, b)
	return th.Good.On(strings.Repeat(theme.BarFull, a)) + th.Today.On(strings.Repeat(theme.BarHalf, b-a)) + th.Faint.On(strings.Repeat(theme.BarEmpty, width-b))
}

// Share draws how much of a whole something is as a bar of width cells, and judges nothing by it: a bar of its own for each
// part below the other, with dots up to the whole. What is there at all has one cell at least.
func Share(th theme.Theme, part, whole, width int) string {
	n := 0
	if part > 0 && whole > 0 {
		n = max(min(part, whole)*width/whole, 1)
	}
	return th.Info.On(strings.Repeat(theme.BarFull, n)) + th.Faint.On(strings.Repeat(theme.Dot, max(width-n, 0)))
}

// blocks are eight heights, the lowest first.
const blocks = "▁▂▃▄▅▆▇█"

// Level is a block as high as a number is, of the most there are; what is there at all has the lowest one at least, and nothing a dot.
func Level(n, most int) string {
	if n <= 0 || most <= 0 {
		return theme.Dot
	}
	all := []rune(blocks)
	return string(all[min((min(n, most)*len(all)-1)/most, len(all)-1)])
}

// Spark is numbers as a small line of blocks, each as high as its part of the highest.
func Spark(counts []int) string {
	most, out := 0, ""
	for _, n := range counts {
		most = max(most, n)
	}
	for _, n := range counts {
		out += Level(n, most)
	}
	return out
}

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

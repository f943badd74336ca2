package theme

import (
	"fmt"
	"math"
	"testing"

	"github.com/charmbracelet/lipgloss"
)

// The tests here look at the colours as people do: against the ground they stand on, and with the eyes of those who lack
// one kind of cone, by the matrices of Machado, Oliveira and Fernandes (2009) for the full loss of each.

type rgb [3]float64 // linear light, 0 to 1

func parse(t *testing.T, c lipgloss.TerminalColor) rgb {
	t.Helper()
	var r, g, b int
	if _, err := fmt.Sscanf(string(c.(lipgloss.Color)), "#%02x%02x%02x", &r, &g, &b); err != nil {
		t.Fatalf("%v: %v", c, err)
	}
	var out rgb
	for i, v := range []int{r, g, b} {
		s := float64(v) / 255
		if s <= 0.04045 {
			out[i] = s / 12.92
		} else {
			out[i] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	return out
}

func (c rgb) luminance() float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }

// contrast is that of WCAG 2.1.
func contrast(a, b rgb) float64 {
	x, y := a.luminance()+0.05, b.luminance()+0.05
	return max(x, y) / min(x, y)
}

func (c rgb) times(m [9]float64) (out rgb) {
	for i := range out {
		out[i] = min(max(m[3*i]*c[0]+m[3*i+1]*c[1]+m[3*i+2]*c[2], 0), 1)
	}
	return out
}

// apart is the distance in CIE L*a*b* (ΔE 1976), white D65.
func apart(a, b rgb) float64 {
	lab := func(c rgb) [3]float64 {
		f := func(v float64) float64 {
			if v > 216.0/24389 {
				return math.Cbrt(v)
			}
			return (24389.0/27*v + 16) / 116
		}
		x := f((0.4124*c[0] + 0.3576*c[1] + 0.1805*c[2]) / 0.95047)
		y := f(c.luminance())
		z := f((0.0193*c[0] + 0.1192*c[1] + 0.9505*c[2]) / 1.08883)
		return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
	}
	p, q := lab(a), lab(b)
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}

func eyes() map[string][9]float64 {
	return map[string][9]float64{
		"all cones": {1, 0, 0, 0, 1, 0, 0, 0, 1},
		"protan":    {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
		"deutan":    {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
		"tritan":    {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
	}
}

func TestColoursCanBeRead(t *testing.T) {
	grounds := map[bool][]lipgloss.Color{true: {"#000000", "#1e1e1e"}, false: {"#ffffff", "#fafafa"}}
	for _, set := range []Set{Usual, Safe} {
		for dark, all := range grounds {
			p := colours(Look{Depth: TrueColour, Dark: dark, Set: set})
			for name, c := range map[string]lipgloss.TerminalColor{"faint": p.faint, "brand": p.brand, "now": p.now, "today": p.today, "good": p.good, "info": p.info, "mine": p.mine} {
				for _, ground := range all {
					if got := contrast(parse(t, c), parse(t, ground)); got < 4.5 {
						t.Errorf("set %q dark %v: %s on %s has a contrast of %.2f", set, dark, name, ground, got)
					}
				}
			}
		}
	}
}

// TestColoursStayApart: what must not be taken for each other keeps a distance for every eye. In the usual set that is
// half as far: a word and a sign stand beside each colour anyway.
func TestColoursStayApart(t *testing.T) {
	for set, least := range map[Set]float64{Usual: 10, Safe: 20} {
		for _, dark := range []bool{true, false} {
			p := colours(Look{Depth: TrueColour, Dark: dark, Set: set})
			for _, pair := range []struct {
				name string
				a, b lipgloss.TerminalColor
			}{{"now and today", p.now, p.today}, {"now and good", p.now, p.good}, {"today and good", p.today, p.good}, {"now and mine", p.now, p.mine}, {"today and info", p.today, p.info}, {"mine and info", p.mine, p.info}} {
				for eye, m := range eyes() {
					if got := apart(parse(t, pair.a).times(m), parse(t, pair.b).times(m)); got < least {
						t.Errorf("set %q dark %v, %s: %s are only %.1f apart", set, dark, eye, pair.name, got)
					}
				}
			}
		}
	}
}

func TestEverySetPaintsAtEveryDepth(t *testing.T) {
	for depth := NoColour; depth <= TrueColour; depth++ {
		for _, dark := range []bool{true, false} {
			th := Look{Depth: depth, Dark: dark, Set: Safe}.Theme()
			if th.Look != (Look{depth, dark, Safe}) || th.Now.On("x") == "x" || th.Cursor.On("x") == "x" {
				t.Errorf("depth %d dark %v: %q %q", depth, dark, th.Now.On("x"), th.Cursor.On("x"))
			}
		}
	}
}

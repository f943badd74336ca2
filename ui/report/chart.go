package report

import (
	"fmt"
	"html"
	"slices"
	"strings"
)

// Chart is numbers as a drawing. What it draws stands in a table, too, and Told says in words what somebody sees at once.
type Chart struct {
	Title, Told string
	Bars        []Bar   // lying below each other
	Columns     []Bar   // standing beside each other, the earliest first
	Grid        [][]int // by row and column; less than 0: hidden
	Rows, Heads []string
}

// Bar is one number of a chart.
type Bar struct {
	Label, Text string
	N           int // less than 0: hidden, so that nothing is drawn
}

// The measures of drawings, in the unit of their view.
const (
	drawWide   = 640
	labelWide  = 200
	barTall    = 20
	columnTall = 140
	cellWide   = 56
	cellTall   = 22
)

// svg draws the chart as SVG in a page; number tells it from others there.
func (c *Chart) svg(b *strings.Builder, number int) {
	var in strings.Builder
	tall := 0
	switch {
	case c.Grid != nil:
		tall = c.grid(&in)
	case c.Columns != nil:
		tall = c.columns(&in)
	default:
		tall = c.bars(&in)
	}
	fmt.Fprintf(b, "<svg role=\"img\" aria-labelledby=\"t%d d%d\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">\n<title id=\"t%d\">%s</title>\n<desc id=\"d%d\">%s</desc>\n%s</svg>\n",
		number, number, drawWide, tall, drawWide, tall, number, escaped(c.Title), number, escaped(c.Told), in.String())
}

func escaped(s string) string { return html.EscapeString(Plain(s)) }

func caption(b *strings.Builder, x, y int, anchor, s string) {
	fmt.Fprintf(b, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, escaped(s))
}

func most(bars []Bar) int {
	top := 1
	for _, x := range bars {
		top = max(top, x.N)
	}
	return top
}

// clipped is a label that fits beside a bar.
func clipped(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

func (c *Chart) bars(b *strings.Builder) int {
	top := most(c.Bars)
	for i, x := range c.Bars {
		y := i * barTall
		caption(b, labelWide-8, y+14, "end", clipped(x.Label, 28))
		wide := 0
		if x.N > 0 {
			wide = max(x.N*(drawWide-labelWide-60)/top, 1)
			fmt.Fprintf(b, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#4a6fa5\"/>\n", labelWide, y+3, wide, barTall-6)
		}
		caption(b, labelWide+wide+6, y+14, "start", x.Text)
	}
	return len(c.Bars)*barTall + 4
}

func (c *Chart) columns(b *strings.Builder) int {
	top, n := most(c.Columns), max(len(c.Columns), 1)
	step := min(drawWide/n, 60)
	every := (n*52 + drawWide - 1) / drawWide // so that labels do not touch
	for i, x := range c.Columns {
		if x.N > 0 {
			tall := max(x.N*(columnTall-20)/top, 1)
			fmt.Fprintf(b, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#4a6fa5\"/>\n", i*step+1, columnTall-tall, max(step-2, 1), tall)
			if step >= 26 {
				caption(b, i*step+step/2, columnTall-tall-4, "middle", x.Text)
			}
		} else if x.N < 0 && step >= 26 {
			caption(b, i*step+step/2, columnTall-4, "middle", x.Text)
		}
		if i%max(every, 1) == 0 {
			caption(b, i*step+1, columnTall+16, "start", x.Label)
		}
	}
	fmt.Fprintf(b, "<line x1=\"0\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#111\"/>\n", columnTall, n*step, columnTall)
	return columnTall + 22
}

func (c *Chart) grid(b *strings.Builder) int {
	top := 1
	for _, row := range c.Grid {
		top = max(top, slices.Max(append([]int{0}, row...)))
	}
	for i, h := range c.Heads {
		caption(b, 80+i*cellWide+cellWide/2, 14, "middle", h)
	}
	for r, row := range c.Grid {
		y := cellTall + r*cellTall
		caption(b, 72, y+15, "end", c.Rows[r])
		for i, n := range row {
			x, shade, ink, said := 80+i*cellWide, 0, "#111", "–"
			if n >= 0 {
				shade, said = n*10/top, fmt.Sprint(n)
			}
			if shade > 5 {
				ink = "#fff"
			}
			fmt.Fprintf(b, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#1f4e8c\" fill-opacity=\"%.1f\" stroke=\"#888\"/>\n", x, y, cellWide, cellTall, float64(shade)/10)
			fmt.Fprintf(b, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" style=\"fill:%s\">%s</text>\n", x+cellWide/2, y+15, ink, said)
		}
	}
	return (len(c.Grid)+1)*cellTall + 4
}

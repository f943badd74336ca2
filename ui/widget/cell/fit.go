package cell

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// spaces is what padding is cut from.
const spaces = "                                                                                                                                "

// Fit gives data exactly width cells: safe, cut with an ellipsis, padded with spaces.
func Fit(s string, width int) string {
	if width <= 0 {
		return ""
	}
	return Pad(Short(s, width), width)
}

// Short gives data at most width cells: safe, and cut with an ellipsis.
func Short(s string, width int) string {
	if width <= 0 {
		return ""
	}
	if short, ok := ordinary(s, width); ok {
		return short
	}
	_, more := clip(s, width+1)
	s = Safe(s, width+1)
	if w := Width(s); w > width || more {
		s = ansi.Truncate(s, width-1, "") + Ellipsis
	}
	return s
}

// Cut cuts a line of the app's own (it may hold styling) to width cells, with an ellipsis.
func Cut(s string, width int) string {
	if width <= 0 {
		return ""
	}
	if Width(s) <= width {
		return s
	}
	return ansi.Truncate(s, width, Ellipsis)
}

// Pad fills a line with spaces to width cells; a longer one comes back as it is.
func Pad(s string, width int) string { return s + Space(width-Width(s)) }

// Line gives a line of the app's own exactly width cells.
func Line(s string, width int) string { return Pad(Cut(s, width), width) }

// Right puts a text at the right of width cells.
func Right(s string, width int) string { return Space(width-Width(s)) + s }

// Space gives n spaces.
func Space(n int) string {
	if n <= 0 {
		return ""
	}
	if n <= len(spaces) {
		return spaces[:n]
	}
	return strings.Repeat(" ", n)
}

// Ends puts one text at the left and one at the right of a line of width cells; where both do not fit the left one is cut.
func Ends(left, right string, width int) string {
	r := Width(right)
	if r+1 >= width {
		return Line(left, width)
	}
	return Line(left, width-r-1) + " " + right
}

// Fold breaks a line of the app's own (it may have one style from end to end) over lines of width cells.
func Fold(line string, width int) []string {
	if Width(line) <= width || width <= 0 {
		return []string{line}
	}
	bare := ansi.Strip(line)
	on, off := "", ""
	if end := strings.IndexByte(line, 'm'); strings.HasPrefix(line, "\x1b[") && end > 0 {
		on = line[:end+1]
		off = line[max(strings.LastIndex(line, "\x1b["), end+1):]
	}
	out := Wrap(bare, width, 1+2*Width(bare)/width)
	for i := range out {
		out[i] = on + out[i] + off
	}
	return out
}

// tied is a hyphen at which no line breaks.
const tied = "\u2011"

// tie ties the figures of a day or a number together, so that 01-12-2026 does not stand half on one line and half on the next.
func tie(s string) string {
	if !strings.Contains(s, "-") {
		return s
	}
	digit := func(b byte) bool { return '0' <= b && b <= '9' }
	var out strings.Builder
	for i := range len(s) {
		if s[i] == '-' && i > 0 && i < len(s)-1 && digit(s[i-1]) && digit(s[i+1]) {
			out.WriteString(tied)
		} else {
			out.WriteByte(s[i])
		}
	}
	return out.String()
}

// Wrap breaks data over lines of width cells, at spaces where that is possible; at most lines lines come back, the last
// one with an ellipsis where something was left out.
func Wrap(s string, width, lines int) []string {
	if width <= 0 || lines <= 0 {
		return nil
	}
	var out []string
	for _, line := range Multi(s, width*lines+1, lines) {
		if line == "" {
			out = append(out, "")
			continue
		}
		out = append(out, strings.Split(strings.ReplaceAll(ansi.Wrap(tie(line), width, ""), tied, "-"), "\n")...)
		if len(out) > lines {
			break
		}
	}
	for i, line := range out {
		if Width(line) > width {
			out[i] = ansi.Truncate(line, width, "")
		}
	}
	cut := len(out) > lines
	if cut {
		out = out[:lines]
	}
	if n := strings.Count(s, "\n") + 1; len(out) > 0 && (cut || n > lines && len(out) == lines) {
		last := strings.TrimRight(out[len(out)-1], " ")
		if Width(last) >= width {
			last = ansi.Truncate(last, width-1, "")
		}
		out[len(out)-1] = last + Ellipsis
	}
	return out
}

package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
)

// The size of a cell and of what stands around all of them, in pixels.
const (
	wide   = 8.4
	high   = 17
	letter = 14
	around = 12
)

// look is how a cell is drawn: colours on a light and on a dark terminal, "" for what the picture has anyway.
type look struct {
	light, dark         string
	onLight, onDark     string
	bold, under, italic bool
}

// cell is one of both terminals.
type cell struct {
	char rune
	look
}

// movie is a session as it is seen by both.
type movie struct {
	frames [][]cell
	holds  []time.Duration
}

// newMovie lays two recordings of one session over each other: their texts must be the same.
func newMovie(light, dark []frame) (*movie, error) {
	if len(light) != len(dark) {
		return nil, errors.New("the two recordings are not as long")
	}
	m := &movie{}
	for i := range light {
		cells := make([]cell, len(light[i].cells))
		for j, l := range light[i].cells {
			d := dark[i].cells[j]
			if l.Char != d.Char {
				return nil, fmt.Errorf("frame %d: the same session shows two things, %q and %q in row %d", i, row(light[i], j/columns), row(dark[i], j/columns), j/columns)
			}
			cells[j] = cell{l.Char, lookOf(l, d)}
		}
		if n := len(m.frames); n > 0 && slices.Equal(m.frames[n-1], cells) {
			m.holds[n-1] += light[i].holds
			continue
		}
		m.frames, m.holds = append(m.frames, cells), append(m.holds, light[i].holds)
	}
	return m, nil
}

func row(f frame, y int) string {
	var b strings.Builder
	for _, g := range f.cells[y*columns : (y+1)*columns] {
		b.WriteRune(g.Char)
	}
	return strings.TrimSpace(b.String())
}

func (m *movie) length() (all time.Duration) {
	for _, h := range m.holds {
		all += h
	}
	return all
}

// strip is a row as it looks for a while, and in which frames that is.
type strip struct {
	y     int
	cells []cell
	in    []bool
}

// strips are all rows, each once for each way it ever looks.
func (m *movie) strips() (out []*strip) {
	for y := range rows {
		first := len(out)
		for i, f := range m.frames {
			cells := f[y*columns : (y+1)*columns]
			at := slices.IndexFunc(out[first:], func(s *strip) bool { return slices.Equal(s.cells, cells) })
			if at < 0 {
				at = len(out) - first
				out = append(out, &strip{y, cells, make([]bool, len(m.frames))})
			}
			out[first+at].in[i] = true
		}
	}
	return out
}

// svg is the whole session, which begins anew when it has ended. Who asked for less motion sees its first screen.
func (m *movie) svg(lang, title, tells string) string {
	s := newSheet()
	moves := map[string]string{}
	var body, css strings.Builder
	for _, strip := range m.strips() {
		drawn := s.draw(strip)
		if drawn == "" {
			continue
		}
		class := ""
		if slices.Contains(strip.in, false) {
			frames := m.keyframes(strip.in)
			name, ok := moves[frames]
			if !ok {
				name = fmt.Sprintf("m%d", len(moves))
				moves[frames] = name
				fmt.Fprintf(&css, "@keyframes %s{%s}.%s{animation-name:%s}\n", name, frames, name, name)
			}
			class = "m " + name
			if !strip.in[0] {
				class += " h"
			}
			class = ` class="` + class + `"`
		}
		fmt.Fprintf(&body, "<g%s>%s</g>\n", class, drawn)
	}
	return s.whole(lang, title, tells, fmt.Sprintf(".m{animation:%.2fs step-end infinite}\n%s.h{visibility:hidden}@media(prefers-reduced-motion:reduce){.m{animation:none!important}}\n",
		m.length().Seconds(), css.String()), body.String())
}

// still is one frame.
func (m *movie) still(i int, lang, title, tells string) string {
	s := newSheet()
	var body strings.Builder
	for y := range rows {
		body.WriteString(s.draw(&strip{y: y, cells: m.frames[i][y*columns : (y+1)*columns]}))
	}
	return s.whole(lang, title, tells, "", body.String())
}

// keyframes are when something is seen, as parts of the whole time.
func (m *movie) keyframes(in []bool) string {
	var b strings.Builder
	all, at := m.length(), time.Duration(0)
	for i, now := range in {
		if i == 0 || now != in[i-1] {
			shown := "hidden"
			if now {
				shown = "visible"
			}
			fmt.Fprintf(&b, "%s%%{visibility:%s}", strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.3f", 100*float64(at)/float64(all)), "0"), "."), shown)
		}
		at += m.holds[i]
	}
	return b.String()
}

// sheet gives every look a class.
type sheet struct {
	text, back map[look]string
	css        strings.Builder
	night      strings.Builder // of it, what differs in the dark
}

func newSheet() *sheet { return &sheet{text: map[look]string{}, back: map[look]string{}} }

// classOf is the class of a look of letters, or of what is behind them.
func (s *sheet) classOf(l look, behind bool) string {
	known, light, dark, more := s.text, l.light, l.dark, ""
	if behind {
		known, light, dark, l = s.back, l.onLight, l.onDark, look{onLight: l.onLight, onDark: l.onDark}
	} else {
		l.onLight, l.onDark = "", ""
		if l.bold {
			more += ";font-weight:bold"
		}
		if l.italic {
			more += ";font-style:italic"
		}
		if l.under {
			more += ";text-decoration:underline"
		}
	}
	class, ok := known[l]
	if !ok {
		class = fmt.Sprintf("c%d", len(s.text)+len(s.back))
		known[l] = class
		fmt.Fprintf(&s.css, ".%s{fill:%s%s}", class, light, more)
		if dark != light {
			fmt.Fprintf(&s.night, ".%s{fill:%s}", class, dark)
		}
	}
	return class
}

// draw draws a row: what is behind the letters, and the letters by their looks; "" where nothing is.
func (s *sheet) draw(of *strip) string {
	var behind, text strings.Builder
	top := float64(around + of.y*high)
	for x := 0; x < columns; {
		from, c := x, of.cells[x]
		for x < columns && of.cells[x].onLight == c.onLight && of.cells[x].onDark == c.onDark {
			x++
		}
		if c.onLight != paperLight || c.onDark != paperDark {
			fmt.Fprintf(&behind, `<rect x="%s" y="%s" width="%s" height="%d" class="%s"/>`, px(around+wide*float64(from)), px(top), px(wide*float64(x-from)), high, s.classOf(c.look, true))
		}
	}
	for x := 0; x < columns; {
		from, c := x, of.cells[x]
		if blank(c.char) && !c.under {
			x++
			continue
		}
		for x < columns && (of.cells[x].look == c.look || blank(of.cells[x].char) && !c.under) && !gap(of.cells, x) {
			x++
		}
		x = max(x, from+1)
		said := make([]rune, 0, x-from)
		for _, c := range of.cells[from:x] {
			said = append(said, c.char)
		}
		line := strings.TrimRightFunc(string(said), unicode.IsSpace)
		if line == "" {
			continue
		}
		fmt.Fprintf(&text, `<tspan x="%s" class="%s" textLength="%s">%s</tspan>`, px(around+wide*float64(from)), s.classOf(c.look, false), px(wide*float64(len([]rune(line)))), escaped(line))
	}
	if text.Len() == 0 {
		return behind.String()
	}
	return behind.String() + fmt.Sprintf(`<text y="%s">%s</text>`, px(top+letter-0.5), text.String())
}

// gap tells whether a run of letters ends before x, because much that is blank follows or has just ended.
func gap(cells []cell, x int) bool {
	return blank(cells[x].char) && (x+1 >= len(cells) || blank(cells[x+1].char))
}

func blank(r rune) bool { return r == ' ' || r == 0 }

func px(f float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.1f", f), "0"), ".")
}

func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}

// whole puts a picture together.
func (s *sheet) whole(lang, title, tells, moves, body string) string {
	w, h := px(2*around+wide*columns), px(2*around+high*rows)
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" xml:lang="%s" role="img" width="%s" height="%s" viewBox="0 0 %s %s">
<title>%s</title><desc>%s</desc>
<style>
text{font:%dpx ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace}
.paper{fill:%s}%s
%s@media(prefers-color-scheme:dark){.paper{fill:%s}%s}
</style>
<rect width="100%%" height="100%%" rx="8" class="paper"/>
%s</svg>
`, lang, w, h, w, h, escaped(title), escaped(tells), letter, paperLight, s.css.String(), moves, paperDark, s.night.String(), body)
}

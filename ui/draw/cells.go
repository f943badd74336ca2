package draw

import (
	"bytes"
	"strings"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"leerbalie/ui/screen"
	"leerbalie/ui/widget/cell"
)

// Cells remembers what stands on a terminal, and works out what makes of that another frame.
type Cells struct {
	renderer *uv.TerminalRenderer
	out      bytes.Buffer
	parser   *ansi.Parser
	grid     *uv.RenderBuffer
	lines    []string // of the last frame, as they were given
	size     screen.Size
	erases   bool // blanks in a colour may be erased, and cells shifted: otherwise every cell is written
	anew     bool
	doubts   bool // a line came that terminals measure in more than one way
}

// NewCells begins with a terminal of which nothing is known, by the name that TERM gives it. scrolls says that lines may be
// moved by scroll regions.
func NewCells(term string, scrolls bool) *Cells {
	c := &Cells{parser: ansi.NewParser(), erases: knows(term).erases, anew: true}
	if !c.erases {
		term = "vt100"
	}
	c.renderer = uv.NewTerminalRenderer(&c.out, []string{"TERM=" + term})
	c.renderer.SetColorProfile(colorprofile.TrueColor) // the theme chose how many colours there are: nothing alters them here
	c.renderer.SetFullscreen(true)
	c.renderer.SetBackspace(true)
	c.renderer.SetWidthMethod(ansi.GraphemeWidth)
	c.Scroll(scrolls)
	return c
}

// Scroll says whether lines may be moved by scroll regions from now on.
func (c *Cells) Scroll(yes bool) { c.renderer.SetScrollOptim(yes && c.erases) }

// Anew forgets what stands on the terminal: the next frame is drawn whole.
func (c *Cells) Anew() { c.anew = true }

// Frame gives the bytes that make of the last frame this one, which hold until the next call; none where nothing changed.
// A line that is too long is cut, and so are lines below the last.
func (c *Cells) Frame(text string, size screen.Size) []byte {
	c.out.Reset()
	if size.Width <= 0 || size.Height <= 0 {
		return nil
	}
	if c.size != size {
		c.anew, c.size = true, size
		c.grid, c.lines = uv.NewRenderBuffer(size.Width, size.Height), make([]string, size.Height)
		for y := range c.lines {
			c.fill(y, "")
		}
		c.renderer.Resize(size.Width, size.Height)
	}
	changed := c.anew
	for y := range c.lines {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		if line != c.lines[y] {
			c.doubt(line)
			c.fill(y, line)
			c.lines[y], changed = line, true
			c.grid.TouchLine(0, y, size.Width)
		}
	}
	if !changed {
		return nil
	}
	if c.anew {
		c.anew = false
		c.out.WriteString(ansi.ResetStyle)
		c.renderer.Erase()
	}
	c.renderer.Render(c.grid)
	_ = c.renderer.Flush() // into memory
	return c.out.Bytes()
}

// doubt looks whether a terminal may take a line for wider than the app does. Until one comes of which that is so, the renderer compares
// nothing: it would fill a table of two megabytes for it, before the first frame, to find out that a bar is one cell wide.
func (c *Cells) doubt(line string) {
	if !c.doubts && !cell.Measured(line) {
		c.doubts = true
		c.renderer.SetWidthMethod(ansi.WcWidth)
	}
}

// fill makes the cells of a line.
func (c *Cells) fill(y int, text string) {
	line := c.grid.Line(y)
	x := c.put(line, text)
	for ; x < len(line); x++ {
		line[x] = uv.EmptyCell
	}
	if !c.erases {
		written(&line[len(line)-1], false)
		written(&line[0], true)
	}
}

// written keeps a blank from being made by erasing or shifting: a terminal that cannot do so in a colour, or at all, is given every
// cell. coloured says that only a blank in a colour is meant. Concealed, a blank looks the same.
func written(cell *uv.Cell, coloured bool) {
	if cell.Content == " " && (cell.Style.Bg != nil || !coloured) {
		cell.Style.Attrs |= uv.AttrConceal
	}
}

// put makes cells of a text with its styles, and gives how many.
func (c *Cells) put(line uv.Line, text string) (x int) {
	var style uv.Style
	var state byte
	for text != "" && x < len(line) {
		if b := text[0]; b >= 0x20 && b < 0x7f && (len(text) == 1 || text[1] < 0x80) {
			line[x] = uv.Cell{Content: text[:1], Style: style, Width: 1}
			text = text[1:]
			x++
			continue
		}
		part, width, n, next := ansi.DecodeSequence(text, state, c.parser)
		if n == 1 && part[0] >= 0x20 && part[0] < 0x7f { // a letter: what stands upon it is a part of it
			part, width = ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
			n = len(part)
		}
		text, state = text[n:], next
		switch {
		case width == 0 && ansi.HasCsiPrefix(part) && c.parser.Command() == 'm':
			uv.ReadStyle(c.parser.Params(), &style)
		case width == 0 && x > 0 && part[0] >= 0xc0 && line[x-1].Width == 1: // what stands upon the letter before
			line[x-1].Content += part
		case width == 0:
		case x+width > len(line): // it has no room
			return x
		default:
			line[x] = uv.Cell{Content: part, Style: style, Width: width}
			for i := 1; i < width; i++ {
				line[x+i] = uv.Cell{}
			}
			x += width
		}
	}
	return x
}

package board

import (
	"strings"
	"time"

	"leerbalie/ui/screen"
	"leerbalie/ui/widget/cell"
)

// The sizes of letters: how many columns a dot is wide, and 0 for the terminal's own. From roomyRows rows on the smallest big ones
// are two wide and labels are big as well; below tightRows what waits may be in the terminal's own.
const (
	largest    = 8
	tightRows  = 20
	roomyRows  = 40
	roomyWidth = 160
	most       = 400 // columns and rows that are drawn, whatever a terminal says
)

// draw gives the lines of the board, no more and no wider than the terminal.
func (w *wall) draw() string {
	size := screen.Size{Width: min(w.size.Width, most), Height: min(w.size.Height, most)}
	p := page{wall: w, size: size}
	lines := p.lines()
	for len(lines) > size.Height {
		lines = lines[:len(lines)-1]
	}
	return strings.Join(lines, "\n")
}

// page is one picture of a board.
type page struct {
	*wall
	size screen.Size
	of   int // how many pages there are
}

func (p *page) roomy() bool { return p.size.Height >= roomyRows && p.size.Width >= roomyWidth }

// lines are all lines of a picture.
func (p *page) lines() []string {
	foot := p.foot("")
	head := p.head()
	room := p.size.Height - len(head) - len(foot)
	var body []string
	if p.known {
		body = p.body(room)
	} else {
		body = p.calm(room, p.instead())
	}
	for len(body) < room {
		body = append(body, "")
	}
	number := ""
	if p.of > 1 {
		number = p.words.Say("board.page", "n", p.page%p.of+1, "of", p.of)
	}
	return append(append(head, body[:max(room, 0)]...), p.foot(number)...)
}

// head is the name of the site and the time.
func (p *page) head() []string {
	clock := p.now()
	if p.board.Zone != nil {
		clock = clock.In(p.board.Zone)
	}
	name, at := cell.Safe(p.board.Site, 60), clock.Format("15:04")
	for scale := 2; scale > 0 && p.roomy(); scale-- {
		left, drawn := widthOf(name, scale)
		right, _ := widthOf(at, scale)
		if drawn && left+right+6 <= p.size.Width {
			return append(beside(big(name, scale), big(at, scale), p.size.Width), "")
		}
	}
	return []string{p.theme.Strong.On(cell.Ends(" "+name, at+" ", p.size.Width))}
}

// beside puts two blocks of lines at the two ends of the width.
func beside(left, right []string, width int) []string {
	out := make([]string, len(left))
	for i := range left {
		out[i] = " " + left[i] + cell.Space(width-2-cell.Width(left[i])-cell.Width(right[i])) + right[i]
	}
	return out
}

// foot is what whoever waits has to know, and which page it is. Several sentences take turns.
func (p *page) foot(page string) []string {
	if p.size.Height < 4 {
		return nil
	}
	hint := p.words.Say([]string{"board.hint.number", "board.hint.none"}[p.wall.page%2])
	switch {
	case !p.known:
		hint = ""
	case p.missing != nil && p.known:
		hint = p.words.Say("board.late")
	case p.known && p.board.More:
		hint = p.words.Say([]string{"board.hint.number", "board.more"}[p.wall.page%2])
	}
	if width, drawn := widthOf(hint, 1); p.roomy() && drawn {
		if right, _ := widthOf(page, 1); width+right+6 <= p.size.Width {
			return append([]string{""}, beside(big(hint, 1), big(page, 1), p.size.Width)...)
		}
	}
	if cell.Width(hint)+cell.Width(page)+3 > p.size.Width && page != "" {
		if page = " " + page; p.beats/turnBeats%2 == 0 { // there is no room for both: they take turns
			page = ""
		} else {
			hint = ""
		}
	}
	return []string{p.theme.Faint.On(cell.Ends(" "+cell.Short(hint, p.size.Width-cell.Width(page)-3), page+" ", p.size.Width))}
}

// calm is one sentence, as large as it fits, in the middle.
func (p *page) calm(room int, id string) []string {
	text := p.words.Say(id)
	for scale := 4; scale >= 1; scale-- {
		width, drawn := widthOf(text, scale)
		if drawn && width+2 <= p.size.Width && rowsOf(scale) <= room/2 {
			return p.middle(room, big(text, scale))
		}
	}
	lines := cell.Wrap(text, max(p.size.Width-2, 1), max(room, 1))
	for i := range lines {
		lines[i] = p.theme.Strong.On(lines[i])
	}
	return p.middle(room, lines)
}

// middle puts lines in the middle of the room.
func (p *page) middle(room int, lines []string) []string {
	out := make([]string, 0, max(room, len(lines)))
	for range (room - len(lines)) / 2 {
		out = append(out, "")
	}
	for _, line := range lines {
		out = append(out, cell.Space((p.size.Width-cell.Width(line))/2)+line)
	}
	return out
}

// label is what stands above numbers.
func (p *page) label(id string) []string {
	text := p.words.Say(id)
	if width, drawn := widthOf(text, 1); p.roomy() && drawn && width+2 <= p.size.Width {
		return indent(big(text, 1))
	}
	return []string{p.theme.Brand.On(" " + cell.Short(text, p.size.Width-1))}
}

func indent(lines []string) []string {
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	return lines
}

// body is who is called, and who waits.
func (p *page) body(room int) []string {
	var out []string
	if helped := p.board.Helped; len(helped) > 0 {
		cells := make([]entry, len(helped))
		for i, n := range helped {
			cells[i] = entry{number: p.board.Short(n), bright: p.calling[n]%2 == 0 && p.calling[n] > 0, called: true}
		}
		label := p.label("board.called")
		space := max(room/2-len(label), 1)
		if len(p.board.Waiting) == 0 {
			space = room - len(label) - 2
		}
		out = append(append(out, label...), p.row(cells, space)...)
		if room > tightRows {
			out = append(out, "")
		}
	}
	if len(p.board.Waiting) == 0 {
		return append(out, p.calm(room-len(out), "board.nobody")...)
	}
	cells := make([]entry, len(p.board.Waiting))
	for i, t := range p.board.Waiting {
		cells[i] = entry{number: p.board.Short(t.Number), about: int(t.About / time.Minute)}
	}
	out = append(out, p.label(p.waitingLabel())...)
	return append(out, p.grid(cells, room-len(out))...)
}

// entry is a number as it is shown.
type entry struct {
	number string
	about  int  // minutes; 0: unknown
	bright bool // it stands out now
	called bool
}

// lettering is how entries are drawn: how large, in how many columns and lines, and how many cells a column takes.
type lettering struct{ scale, columns, lines, width, height int }

// row shows who is called, in the largest letters in which all fit in the room; where they fit in none, they take turns.
func (p *page) row(cells []entry, room int) []string {
	for scale := largest; scale >= 1; scale-- {
		if l := p.lettered(cells, scale, room); l.columns*l.lines >= len(cells) {
			l.lines = (len(cells) + l.columns - 1) / l.columns
			return p.fill(cells, l)
		}
	}
	l := p.lettered(cells, 0, room)
	l.lines = min(l.lines, (len(cells)+l.columns-1)/l.columns)
	return p.fill(cells, l)
}

// grid shows who waits, in the largest letters in which all fit; where they fit in none that can be read from afar, page by page.
func (p *page) grid(cells []entry, room int) []string {
	floor := 1
	switch {
	case p.size.Height < tightRows:
		floor = 0
	case p.size.Height >= roomyRows:
		floor = 2
	}
	for scale := largest / 2; scale >= floor; scale-- {
		if l := p.lettered(cells, scale, room); l.columns*l.lines >= len(cells) || scale == floor && l.columns*l.lines > 0 {
			return p.fill(cells, l)
		}
	}
	return p.fill(cells, p.lettered(cells, 0, room))
}

// lettered is how entries are drawn in a size. There are no columns where a letter is not drawn or does not fit.
func (p *page) lettered(cells []entry, scale, room int) lettering {
	l := lettering{scale: scale, height: 1}
	for _, c := range cells {
		width := p.widthOf(c, scale)
		if width < 0 {
			return l
		}
		l.width = max(l.width, width)
	}
	gap := max(2*scale, 2)
	if scale > 0 {
		l.height = rowsOf(scale) + 1
	}
	l.columns = (p.size.Width - 2 + gap) / (l.width + gap)
	l.lines = (room + min(scale, 1)) / l.height // no empty line after the last
	if l.columns == 0 && scale == 0 {
		l.columns = 1
	}
	l.width += gap
	return l
}

// minutes is how long an entry still waits, as it is shown in a size, and in which size that is; "" where nobody can tell.
func (p *page) minutes(e entry, scale int) (string, int) {
	if e.about > 0 && scale >= 2 {
		return p.words.Say("board.minutes", "n", e.about), max(scale/2, 1)
	}
	return p.wall.about(e.about), 0
}

// widthOf is how many cells an entry takes in a size; -1 where a letter is not drawn in it.
func (p *page) widthOf(e entry, scale int) int {
	width := cell.Width(e.number)
	if scale > 0 {
		drawn := false
		if width, drawn = widthOf(e.number, scale); !drawn {
			return -1
		}
	}
	if text, small := p.minutes(e, scale); small > 0 {
		more, drawn := widthOf(text, small)
		if !drawn {
			return -1
		}
		width += 2*scale + more
	} else if text != "" {
		width += 2 + cell.Width(text)
	}
	return width
}

// fill draws the entries of this page, column by column, and says how many pages there are.
func (p *page) fill(cells []entry, l lettering) []string {
	each := max(l.columns*l.lines, 1)
	pages := (len(cells) + each - 1) / each
	p.of = max(p.of, pages)
	cells = cells[p.wall.page%max(pages, 1)*each:]
	cells = cells[:min(each, len(cells))]
	lines := min(max(l.lines, 1), len(cells))
	var out []string
	for row := range lines {
		if row > 0 && l.scale > 0 {
			out = append(out, "")
		}
		block := make([]string, max(l.height-1, 1))
		for column := range l.columns {
			i := column*lines + row
			if i >= len(cells) {
				break
			}
			for k, line := range p.drawn(cells[i], l.scale) {
				block[k] += cell.Space(1+column*l.width-cell.Width(block[k])) + line
			}
		}
		out = append(out, block...)
	}
	return out
}

// drawn is an entry in a size.
func (p *page) drawn(e entry, scale int) []string {
	paint := p.theme.Plain
	switch {
	case e.bright:
		paint = p.theme.Button
	case e.called:
		paint = p.theme.Good
	}
	text, small := p.minutes(e, scale)
	if scale == 0 {
		return []string{cell.Cut(strings.TrimSpace(paint.On(e.number)+"  "+p.theme.Faint.On(text)), p.size.Width-1)}
	}
	lines := big(e.number, scale)
	for i := range lines {
		lines[i] = paint.On(lines[i])
	}
	switch {
	case text == "":
	case small == 0:
		lines[len(lines)/2] += "  " + p.theme.Faint.On(text)
	default:
		from := (len(lines) - rowsOf(small)) / 2
		for i, line := range big(text, small) {
			lines[from+i] += cell.Space(2*scale) + line
		}
	}
	return lines
}

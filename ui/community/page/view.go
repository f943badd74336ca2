package page

import (
	"strings"

	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// The cells of a row before its text, how wide a sentence is at most, from which width on what is known of one stands beside the list, and how
// many lines a text takes at most.
const (
	margin  = 1
	widest  = 74
	beside  = 100
	longest = 40
)

// Head gives what stands above the body: what is searched for, or how many there are.
func (p *Page[R]) Head(size screen.Size) screen.Head {
	switch {
	case p.search.Shows() && !p.wholly(size.Width):
		return p.search.Head(p.Env, size, len(p.found))
	case p.known && len(p.all) > 0:
		return screen.Head{Right: p.Env.Words.Count(p.kind.Count, len(p.all))}
	}
	return screen.Head{}
}

// wholly tells whether what is known of one takes the whole width.
func (p *Page[R]) wholly(width int) bool { return p.Opened() && width < beside }

// View draws the list, with what is known of one beside it or alone.
func (p *Page[R]) View(size screen.Size) string {
	width := max(size.Width-2*margin, 1)
	var lines []string
	switch {
	case p.failed != "":
		lines = append([]string{""}, cell.Wrap(p.failed, min(width, widest), 8)...)
	case !p.known:
	case len(p.all) == 0:
		lines = append([]string{""}, cell.Wrap(p.empty(), min(width, widest), 8)...)
	case len(p.found) == 0:
		lines = append([]string{""}, cell.Wrap(p.nothing(), min(width, widest), 8)...)
	case p.wholly(size.Width):
		lines = p.about(width, size.Height)
	case size.Width >= beside:
		left := width * 11 / 20
		lines = p.two(p.list(left, size.Height), p.about(width-left-3, size.Height), left, size.Height)
	default:
		lines = p.list(width, size.Height)
	}
	for i, line := range lines {
		if line != "" {
			lines[i] = cell.Space(margin) + line
		}
	}
	return p.Over(strings.Join(lines, "\n"), size)
}

// two puts the list and what is known of one beside each other.
func (p *Page[R]) two(list, about []string, left, height int) []string {
	out := make([]string, height)
	split := p.Env.Theme.Faint.On(theme.SplitSign)
	for i := range out {
		var l, r string
		if i < len(list) {
			l = list[i]
		}
		if i < len(about) {
			r = " " + about[i]
		}
		out[i] = cell.Fit(l, left) + " " + split + r
	}
	return out
}

func (p *Page[R]) empty() string {
	return p.Env.Words.Say(p.kind.Empty, "key", p.Env.Keys.Label(p.kind.New))
}

func (p *Page[R]) nothing() string {
	return p.Env.Words.Say("page.nothing", "words", p.search.Text())
}

// list draws the rows that fit under their headings. It draws no others, however many there are.
func (p *Page[R]) list(width, height int) []string {
	at := 0
	for i := range p.lines {
		if p.lines[i].row == p.at {
			at = i
			break
		}
	}
	from := at
	if at > 0 && p.lines[at-1].row < 0 {
		from--
	}
	p.top = max(min(screen.Top(p.top, from, at+1, len(p.lines), height), len(p.lines)-height), 0)
	var out []string
	for i := p.top; i < min(p.top+height, len(p.lines)); i++ {
		l := p.lines[i]
		if l.row < 0 {
			out = append(out, p.Env.Theme.Brand.On(cell.Cut(cell.Safe(l.head, 100), width)))
			continue
		}
		out = append(out, p.line(&p.all[p.found[l.row]].is, l.row == p.at, width))
	}
	if left := len(p.lines) - p.top - height; left > 0 && len(out) > 0 {
		out[len(out)-1] = p.Env.Theme.Faint.On(theme.DownSign + " " + p.Env.Words.Count("detail.more", left+1))
	}
	return out
}

func (p *Page[R]) line(r *R, on bool, width int) string {
	th := p.Env.Theme
	right := ""
	if p.kind.Right != nil {
		right = cell.Cut(cell.Safe(p.kind.Right(p, r), 100), max(width/2, 12))
	}
	sign := " "
	if p.kind.Warn != nil && p.kind.Warn(p, r) {
		sign = theme.WarnSign
	}
	room := max(width-4-cell.Width(right)-1, 1)
	text := sign + " " + cell.Fit(cell.Safe(p.kind.Title(r), 200), room) + " " + right
	switch {
	case on && !p.open:
		return th.Cursor.Over(th.Info.On(theme.CursorSign) + " " + cell.Fit(text, width-2))
	case on:
		return th.Strong.On(theme.CursorSign + " " + cell.Fit(text, width-2))
	case p.kind.Past != nil && p.kind.Past(r):
		return "  " + th.Faint.On(cell.Cut(text, width-2))
	}
	return "  " + cell.Cut(text, width-2)
}

// about is what is known of the one that the cursor is on.
func (p *Page[R]) about(width, height int) []string {
	th, r := p.Env.Theme, p.Chosen()
	if r == nil {
		return nil
	}
	out := cell.Wrap(cell.Safe(p.kind.Title(r), 400), width, 4)
	for i := range out {
		out[i] = th.Strong.On(out[i])
	}
	fact, from, to := -1, 0, len(out)
	for _, f := range p.kind.Facts(p, r) {
		if f.Is != nil {
			fact++
		}
		lines := p.factLines(f, f.Is != nil && p.open && fact == p.fact, width)
		if f.Is != nil && fact == p.fact {
			from, to = len(out), len(out)+len(lines)
		}
		out = append(out, lines...)
	}
	if fact >= 0 {
		p.scroll = screen.Top(p.scroll, from, to, len(out), height)
	}
	return p.Env.Window(out, &p.scroll, height, "")
}

func (p *Page[R]) factLines(f Fact, on bool, width int) []string {
	th := p.Env.Theme
	if f.Head {
		return []string{"", th.Brand.On(cell.Cut(cell.Safe(f.Text, 100), width))}
	}
	text := cell.Safe(f.Text, 4000)
	if f.Label != "" {
		text = f.Label + ": " + text
	}
	if f.Warn {
		text = theme.WarnSign + " " + text
	}
	indent := 0
	if f.Is != nil {
		indent = 2
	}
	lines := cell.Wrap(text, max(width-indent, 1), longest)
	for i, l := range lines {
		switch {
		case on && i == 0:
			lines[i] = th.Cursor.Over(th.Info.On(theme.CursorSign) + " " + cell.Fit(l, width-2))
		case on:
			lines[i] = th.Cursor.Over("  " + cell.Fit(l, width-2))
		default:
			if f.Warn {
				l = th.Now.On(l)
			}
			lines[i] = cell.Space(indent) + l
		}
	}
	return lines
}

// Said gives what the page shows as structure.
func (p *Page[R]) Said() (l say.Lines) {
	if l, over := p.OverSaid(); over {
		return l
	}
	l.Add(p.search.Said(p.Env, len(p.found)))
	switch {
	case p.failed != "":
		l.Text(p.failed)
	case !p.known:
	case len(p.all) == 0:
		l.Text(p.empty())
	case len(p.found) == 0:
		l.Text(p.nothing())
	case p.open:
		l.Add(p.saidFacts())
		if p.size.Width >= beside {
			l.Add(p.saidBeside())
		}
	default:
		head := ""
		for _, line := range p.lines {
			if line.row < 0 {
				head = line.head
				continue
			}
			r := &p.all[p.found[line.row]].is
			said := []string{cell.Safe(p.kind.Title(r), 200)}
			if p.kind.Warn != nil && p.kind.Warn(p, r) {
				said = append(said, p.Env.Words.Say("page.warns"))
			}
			if p.kind.Right != nil {
				said = append(said, cell.Safe(p.kind.Right(p, r), 100))
			}
			l.Row(p.kind.ID(r).String(), line.row+1, line.row == p.at, say.Join(append(said, cell.Safe(head, 100))...))
		}
		if p.size.Width >= beside {
			for _, f := range p.kind.Facts(p, p.Chosen()) {
				l.Aside(f.said())
			}
		}
	}
	return l
}

// saidBeside gives the rows that show beside what has the keys.
func (p *Page[R]) saidBeside() (l say.Lines) {
	for _, line := range p.lines[min(p.top, len(p.lines)):min(p.top+p.size.Height, len(p.lines))] {
		if line.row < 0 {
			l.Aside(cell.Safe(line.head, 100))
			continue
		}
		r := &p.all[p.found[line.row]].is
		said := []string{cell.Safe(p.kind.Title(r), 200)}
		if p.kind.Right != nil {
			said = append(said, cell.Safe(p.kind.Right(p, r), 100))
		}
		l.Aside(say.Join(said...))
	}
	return l
}

func (p *Page[R]) saidFacts() (l say.Lines) {
	l.Text(cell.Safe(p.kind.Title(p.Chosen()), 400))
	n := 0
	for _, f := range p.kind.Facts(p, p.Chosen()) {
		if f.Is == nil {
			l.Text(f.said())
			continue
		}
		l.Row(p.kind.ID(p.Chosen()).String()+"/"+f.said(), n+1, n == p.fact, f.said())
		n++
	}
	return l
}

func (f Fact) said() string {
	if f.Label != "" {
		return f.Label + ": " + cell.Safe(f.Text, 4000)
	}
	return cell.Safe(f.Text, 4000)
}

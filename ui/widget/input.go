package widget

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// maxInput bounds what one field takes, in characters: a pasted book must not make the app slow.
const maxInput = 20000

// Input is a text field. The zero value is an empty one. What is typed or pasted is kept as it is, without control
// characters; newlines are kept where Lines is more than one, and become spaces elsewhere.
type Input struct {
	Lines int // how many lines the field shows at most; 0 and 1 are a single line

	runes  []rune
	at     int      // the caret stands before this rune
	marked [][2]int // stretches of runes that are pointed at, until the text changes
	offer  bool     // the text is only offered: what is typed comes in its place
}

// NewInput gives a field that holds a text, the caret at its end.
func NewInput(text string, lines int) Input {
	in := Input{Lines: lines}
	in.Set(text)
	return in
}

// Text is what the field holds.
func (in *Input) Text() string { return string(in.runes) }

// Before is the text before the caret.
func (in *Input) Before() string { return string(in.runes[:in.at]) }

// Set replaces the text and puts the caret at its end.
func (in *Input) Set(text string) {
	in.runes, in.at = nil, 0
	in.Insert([]rune(text))
}

// Offer sets a text that is only offered: the first character typed or pasted comes in its place. Who moves the caret in it, or takes
// something away, has taken the text and changes it.
func (in *Input) Offer(text string) {
	in.Set(text)
	in.offer = true
}

// Mark points at every place where a text stands in the field, until the field changes.
func (in *Input) Mark(text string) {
	in.marked = nil
	what := []rune(text)
	for i := 0; len(what) > 0 && i+len(what) <= len(in.runes); i++ {
		if slices.Equal(in.runes[i:i+len(what)], what) {
			in.marked = append(in.marked, [2]int{i, i + len(what)})
		}
	}
}

// Point points at a stretch of the text, given by its bytes, beside what is pointed at already.
func (in *Input) Point(from, to int) {
	text := in.Text()
	if from < 0 || from >= to || to > len(text) {
		return
	}
	start := utf8.RuneCountInString(text[:from])
	in.marked = append(in.marked, [2]int{start, start + utf8.RuneCountInString(text[from:to])})
}

// Unmark points at nothing any more.
func (in *Input) Unmark() { in.marked = nil }

// Insert puts characters in at the caret.
func (in *Input) Insert(runes []rune) {
	in.marked, in.offer = nil, false
	clean := make([]rune, 0, len(runes))
	for i, r := range runes {
		switch {
		case r == '\r' && i+1 < len(runes) && runes[i+1] == '\n':
			continue
		case r == '\n' || r == '\r':
			if in.Lines > 1 {
				r = '\n'
			} else {
				r = ' '
			}
		case r == '\t':
			r = ' '
		case unicode.IsControl(r) || r == unicode.ReplacementChar || unicode.Is(unicode.Bidi_Control, r):
			continue
		}
		clean = append(clean, r)
	}
	if room := maxInput - len(in.runes); len(clean) > room {
		clean = clean[:max(room, 0)]
	}
	rest := append([]rune(nil), in.runes[in.at:]...)
	in.runes = append(append(in.runes[:in.at], clean...), rest...)
	in.at += len(clean)
}

// Replace puts a text in the place of the last n characters before the caret.
func (in *Input) Replace(n int, text string) {
	n, in.marked = min(n, in.at), nil
	in.runes = append(in.runes[:in.at-n], in.runes[in.at:]...)
	in.at -= n
	in.Insert([]rune(text))
}

// Update takes a key press; changed says whether the text is another one, took whether the key was for this field.
func (in *Input) Update(msg tea.KeyMsg) (changed, took bool) {
	offered := in.offer
	changed, took = in.update(msg, offered)
	in.offer = offered && !took
	return changed, took
}

func (in *Input) update(msg tea.KeyMsg, offered bool) (changed, took bool) {
	switch msg.Type {
	case tea.KeyRunes, tea.KeySpace:
		if msg.Alt {
			return false, false
		}
		runes := msg.Runes
		if msg.Type == tea.KeySpace {
			runes = []rune{' '}
		}
		if offered {
			in.Set("")
		}
		in.Insert(runes)
		return true, true
	case tea.KeyCtrlJ:
		if in.Lines > 1 {
			in.Insert([]rune{'\n'})
			return true, true
		}
		return false, false
	case tea.KeyLeft:
		in.at = max(in.at-1, 0)
	case tea.KeyRight:
		in.at = min(in.at+1, len(in.runes))
	case tea.KeyHome, tea.KeyCtrlA:
		in.at = 0
	case tea.KeyEnd, tea.KeyCtrlE:
		in.at = len(in.runes)
	case tea.KeyCtrlLeft:
		in.at = in.wordStart()
	case tea.KeyCtrlRight:
		in.at = in.wordEnd()
	case tea.KeyBackspace:
		return in.cut(max(in.at-1, 0), in.at), true
	case tea.KeyDelete, tea.KeyCtrlD:
		return in.cut(in.at, min(in.at+1, len(in.runes))), true
	case tea.KeyCtrlW:
		return in.cut(in.wordStart(), in.at), true
	case tea.KeyCtrlU:
		return in.cut(0, in.at), true
	case tea.KeyCtrlK:
		return in.cut(in.at, len(in.runes)), true
	default:
		return false, false
	}
	return false, true
}

func (in *Input) cut(from, to int) bool {
	if from >= to {
		return false
	}
	in.marked = nil
	in.runes = append(in.runes[:from], in.runes[to:]...)
	in.at = from
	return true
}

func (in *Input) wordStart() int {
	i := in.at
	for i > 0 && unicode.IsSpace(in.runes[i-1]) {
		i--
	}
	for i > 0 && !unicode.IsSpace(in.runes[i-1]) {
		i--
	}
	return i
}

func (in *Input) wordEnd() int {
	i := in.at
	for i < len(in.runes) && unicode.IsSpace(in.runes[i]) {
		i++
	}
	for i < len(in.runes) && !unicode.IsSpace(in.runes[i]) {
		i++
	}
	return i
}

// View gives the field's lines, each at most width cells: a single line scrolls sideways with the caret, several lines
// wrap. The caret shows where focus is true.
func (in *Input) View(th theme.Theme, width int, focus bool) []string {
	if width < 2 {
		return []string{cell.Space(width)}
	}
	if in.Lines <= 1 {
		return []string{in.line(th, 0, len(in.runes), in.at, width, focus)}
	}
	return in.area(th, width, focus)
}

// line shows what fits of the runes from one place to another, around the caret at a third.
func (in *Input) line(th theme.Theme, from, to, at, width int, focus bool) string {
	room := width - 1 // the caret may stand behind the last character
	start, used := at, 0
	for start > from {
		w := runeWidth(in.runes[start-1])
		if used+w > room*3/4 && at == to && start < at || used+w > room {
			break
		}
		used += w
		start--
	}
	end := at
	for end < to && used+runeWidth(in.runes[end]) <= room {
		used += runeWidth(in.runes[end])
		end++
	}
	if !focus {
		return in.paint(th, start, end)
	}
	if at < end {
		return in.paint(th, start, at) + th.Caret.On(show(in.runes[at:at+1])) + in.paint(th, at+1, end)
	}
	return in.paint(th, start, at) + th.Caret.On(" ")
}

// paint shows the runes from one place to another, with what is pointed at in the colour of a mistake.
func (in *Input) paint(th theme.Theme, from, to int) string {
	var b strings.Builder
	for _, m := range in.marked {
		a, z := max(m[0], from), min(m[1], to)
		if a >= z {
			continue
		}
		b.WriteString(th.Input.On(show(in.runes[from:a])))
		b.WriteString(th.Now.On(show(in.runes[a:z])))
		from = z
	}
	b.WriteString(th.Input.On(show(in.runes[from:max(to, from)])))
	return b.String()
}

// area shows the lines around the caret.
func (in *Input) area(th theme.Theme, width int, focus bool) []string {
	type row struct{ from, to int }
	var rows []row
	from, used, space := 0, 0, -1
	for i, r := range in.runes {
		w := runeWidth(r)
		switch {
		case r == '\n':
			rows = append(rows, row{from, i})
			from, used, space = i+1, 0, -1
			continue
		case used+w > width-1:
			cut := i
			if space >= from {
				cut = space + 1
			}
			rows = append(rows, row{from, cut})
			from, used, space = cut, 0, -1
			for _, r := range in.runes[cut:i] {
				used += runeWidth(r)
			}
		}
		if r == ' ' {
			space = i
		}
		used += w
	}
	rows = append(rows, row{from, len(in.runes)})
	caret := len(rows) - 1
	for i, r := range rows {
		if in.at >= r.from && (in.at < r.to || i+1 == len(rows) || in.at < rows[i+1].from) {
			caret = i
			break
		}
	}
	top := max(min(caret-in.Lines/2, len(rows)-in.Lines), 0)
	var out []string
	for i := top; i < len(rows) && i < top+in.Lines; i++ {
		from, to := rows[i].from, rows[i].to
		switch at := min(in.at, to); {
		case i != caret || !focus:
			out = append(out, in.paint(th, from, to))
		case at < to:
			out = append(out, in.paint(th, from, at)+th.Caret.On(show(in.runes[at:at+1]))+in.paint(th, at+1, to))
		case cell.Width(show(in.runes[from:to])) < width:
			out = append(out, in.paint(th, from, to)+th.Caret.On(" "))
		default: // wide characters in a field as narrow as one of them
			out = append(out, in.line(th, from, to, at, width, focus))
		}
	}
	return out
}

// show makes typed characters fit to be seen; what has no width of its own shows as a dot, so that it can be deleted.
func show(runes []rune) string {
	var b strings.Builder
	for _, r := range runes {
		if runeWidth(r) == 1 && cell.Width(string(r)) != 1 {
			b.WriteString(cell.Unknown)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// runeWidth is the cells that show gives a character: 1 or 2.
func runeWidth(r rune) int {
	if r >= ' ' && r < 0x7f {
		return 1
	}
	if cell.Safe(string(r), 2) == "" {
		return 1
	}
	return max(cell.Width(string(r)), 1)
}

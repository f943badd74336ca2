package linear

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"leerbalie/ui/say"
	"leerbalie/ui/widget/cell"
)

// prompt is what stands on the line that the cursor is on: the label of a field, what was typed in it, and where in that the cursor is.
type prompt struct {
	open  bool   // something stands on the line
	field string // whose it is
	text  []rune // the line of its value that the cursor is in
	caret int
	over  int      // how many lines of the value are above it
	above [][]rune // and which
	lines int      // how many there are in all
}

// room is how many cells of a line are taken for granted: within them a cursor is moved back, beyond them what stands around it is written anew.
const room = 72

// tell writes a line of its own.
func (s *Speaker) tell(line string) {
	if line = readable(line); line == "" {
		return
	}
	s.fresh()
	s.out.WriteString(line + "\r\n")
}

// fresh brings the cursor to the beginning of a line.
func (s *Speaker) fresh() {
	if s.line.open {
		s.out.WriteString("\r\n")
	}
	s.line = prompt{}
}

// Lost says that something else wrote to the terminal: nobody knows what the cursor stands behind.
func (s *Speaker) Lost() { s.line = prompt{} }

// done gives what was written.
func (s *Speaker) done() string {
	out := s.out.String()
	s.out.Reset()
	return out
}

// readable is a text that a terminal only writes: without what would move its cursor.
func readable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
}

// standing is the prompt of a field.
func standing(f say.Line) prompt {
	runes := []rune(f.Value)
	for i, r := range runes {
		if r != '\n' && unicode.IsControl(r) {
			runes[i] = ' '
		}
	}
	caret := max(min(f.Caret, len(runes)), 0)
	p := prompt{open: true, field: f.ID}
	from := 0
	for i, r := range runes[:caret] {
		if r == '\n' {
			p.above = append(p.above, runes[from:i])
			from, p.over = i+1, p.over+1
		}
	}
	to := len(runes)
	if i := slices.Index(runes[caret:], '\n'); i >= 0 {
		to = caret + i
	}
	p.text, p.caret, p.lines = runes[from:to], caret-from, strings.Count(f.Value, "\n")+1
	return p
}

// label is what stands before what is typed.
func (s *Speaker) label(now say.Lines, f say.Line) string {
	name := f.Text
	if n := count(now, say.Field); n > 1 {
		at := 0
		for _, l := range now {
			if l.Kind == say.Field {
				at++
			}
			if l.At && l.Kind == say.Field {
				break
			}
		}
		name = s.Words.Say("linear.entry", "name", name, "at", at, "n", n)
	}
	return readable(strings.TrimSuffix(strings.TrimSuffix(name, ":"), "?"))
}

// behind leaves the cursor where the next letter comes. A field that one just came to is told first. In a list of which a row can be
// chosen by its number, the field is not written again after each row while nothing is typed; anew writes it in any case.
func (s *Speaker) behind(now say.Lines, anew bool) {
	f, on := now.On(say.Field)
	if !on {
		return
	}
	came := s.told != f.ID+"\x00"+where(now)
	if came {
		s.focus(now, f)
	}
	if !f.Typed {
		return
	}
	p := standing(f)
	if s.line.field == f.ID && s.line.open && !anew {
		s.edit(p)
		return
	}
	if _, rows := now.On(say.Row); rows && f.Numbers && f.Value == "" && !came {
		return
	}
	s.write(now, f)
}

// again writes the field anew that one is typing in, after other lines, and follows what changed in it by itself.
func (s *Speaker) again(now say.Lines) {
	f, on := now.On(say.Field)
	_, rows := now.On(say.Row)
	switch {
	case !on || !f.Typed || rows && f.Numbers && f.Value == "":
	case !s.line.open || s.line.field != f.ID:
		s.write(now, f)
	default:
		s.edit(standing(f))
	}
}

// types echoes what a key did to the field that is typed in; ok is false where that field is as it was.
func (s *Speaker) types(old, now say.Lines) (ok bool) {
	before, was := old.On(say.Field)
	f, on := now.On(say.Field)
	if !on || !was || f.ID != before.ID || !f.Typed {
		return false
	}
	p := standing(f)
	if s.line.open && s.line.field == f.ID {
		if p.over == s.line.over && p.caret == s.line.caret && slices.Equal(p.text, s.line.text) {
			return false
		}
		s.edit(p)
	} else if f.Value == before.Value && f.Caret == before.Caret {
		return false
	} else {
		s.write(now, f)
	}
	if f.Fault != "" && f.Fault != before.Fault {
		s.tell(f.Fault)
		s.write(now, f)
	}
	s.heard(f)
	return true
}

// heard takes what stands in a field for known, whatever else is owed.
func (s *Speaker) heard(f say.Line) {
	s.last = slices.Clone(s.last)
	for i, l := range s.last {
		if l.Kind == say.Field && l.ID == f.ID {
			s.last[i] = f
		}
	}
}

// write writes a field on a line of its own, as far as it is on the line that the cursor is in.
func (s *Speaker) write(now say.Lines, f say.Line) {
	s.fresh()
	s.out.WriteString(s.label(now, f) + ": ")
	p := standing(f)
	lines := strings.Split(f.Value, "\n")
	if p.over > 0 { // the lines above the cursor, each on one of its own
		for _, line := range lines[:p.over] {
			s.out.WriteString(readable(line) + "\r\n")
		}
	}
	s.out.WriteString(string(p.text))
	s.back(p.text[p.caret:])
	s.line = p
}

// edit turns what stands on the line into something else, with as little as possible.
func (s *Speaker) edit(p prompt) {
	old := s.line
	s.line = p
	if old.open && p.open && p.field == old.field && p.over == old.over && p.caret == old.caret && slices.Equal(p.text, old.text) {
		return
	}
	if !old.open {
		s.out.WriteString(string(p.text))
		s.back(p.text[p.caret:])
		return
	}
	if n := p.over - old.over; n > 0 && p.lines == old.lines+n { // new lines before the cursor
		for i, line := range p.above[old.over:] {
			switch {
			case i == 0 && old.caret == len(old.text) && len(line) >= old.caret && slices.Equal(line[:old.caret], old.text):
				line = line[old.caret:]
			case i == 0:
				s.out.WriteString("\r\n")
			}
			s.out.WriteString(string(line) + "\r\n")
		}
		s.out.WriteString(string(p.text))
		s.back(p.text[p.caret:])
		return
	}
	same := 0
	for same < len(old.text) && same < len(p.text) && old.text[same] == p.text[same] {
		same++
	}
	suffix := same == len(old.text) && old.caret == same
	short := cell.Width(string(old.text)) < room && cell.Width(string(p.text)) < room
	little := len(old.text)-len(p.text) <= 1
	if p.over != old.over || !suffix && !(short && little) {
		before, after := p.around()
		s.out.WriteString("\r\n" + string(before) + string(after))
		s.back(after)
		return
	}
	if slices.Equal(old.text, p.text) { // only the cursor moves
		if p.caret < old.caret {
			s.back(p.text[p.caret:old.caret])
		} else {
			s.out.WriteString(string(p.text[old.caret:p.caret]))
		}
		return
	}
	same = min(same, old.caret)
	s.back(old.text[same:old.caret])
	s.out.WriteString(string(p.text[same:]))
	gone := max(cell.Width(string(old.text[same:]))-cell.Width(string(p.text[same:])), 0)
	s.out.WriteString(strings.Repeat(" ", gone) + strings.Repeat("\b", gone))
	s.back(p.text[p.caret:])
}

// around is what stands before and behind the cursor: all of a line that has room, otherwise as much of it as fits.
func (p prompt) around() (before, after []rune) {
	before, after = p.text[:p.caret], p.text[p.caret:]
	if cell.Width(string(p.text)) < room {
		return before, after
	}
	from, to := len(before), 0
	for width := 0; from > 0 && width < room/2; from-- {
		width += cell.Width(string(before[from-1]))
	}
	for width := 0; to < len(after) && width < room/2-1; to++ {
		width += cell.Width(string(after[to]))
	}
	return before[from:], after[:to]
}

// back moves the cursor to before what it stands behind.
func (s *Speaker) back(over []rune) {
	s.out.WriteString(strings.Repeat("\b", cell.Width(string(over))))
}

// focus tells what can be answered in a field that one came to.
func (s *Speaker) focus(now say.Lines, f say.Line) {
	s.told = f.ID + "\x00" + where(now)
	w := s.Words
	if !f.Typed {
		s.tell(s.label(now, f) + ": " + s.chosen(f))
		s.answers(f)
	}
	s.tell(f.Hint)
	s.tell(f.Fault)
	if n := len([]rune(f.Value)); f.Hidden && n > 0 {
		s.tell(w.Count("linear.hidden", n))
	}
}

// answers tells what there is to choose from, and how many where they are many.
func (s *Speaker) answers(f say.Line) {
	if len(f.Options) > few {
		s.tell(s.Words.Count("linear.answers", len(f.Options)))
		return
	}
	var all []string
	for i, o := range f.Options {
		text := o.Text
		if f.Many {
			text = s.state(o)
		}
		all = append(all, strconv.Itoa(i+1)+" "+text)
	}
	s.tell(strings.Join(all, ", "))
}

// chosen is what stands in a field that is chosen from.
func (s *Speaker) chosen(f say.Line) string {
	if f.Value == "" {
		return s.Words.Say("linear.none")
	}
	return f.Value
}

// stands is a field with what stands in it.
func (s *Speaker) stands(f say.Line) string {
	value := f.Value
	switch {
	case f.Hidden:
		value = s.Words.Count("linear.hidden", len([]rune(f.Value)))
	case value == "":
		value = s.Words.Say("linear.empty")
		if !f.Typed {
			value = s.chosen(f)
		}
	}
	return f.Text + ": " + strings.ReplaceAll(value, "\n", " ")
}

// option is the answer that the cursor is on, and whether it is chosen.
func (s *Speaker) option(f say.Line) string {
	if f.Option < 0 || f.Option >= len(f.Options) {
		return s.stands(f)
	}
	return s.state(f.Options[f.Option])
}

// state is an answer of which any number can be chosen.
func (s *Speaker) state(o say.Option) string {
	id := "linear.off"
	if o.On {
		id = "linear.on"
	}
	return s.Words.Say(id, "answer", o.Text)
}

package linear

import (
	"slices"
	"strings"

	"leerbalie/ui/say"
	"leerbalie/ui/text"
)

// few is how many rows or answers are read out one by one when somebody comes to them.
const few = 9

// Speaker remembers what was said, and gives what is written when that changes. Its methods give text for a terminal, "" for nothing.
type Speaker struct {
	Words text.Words

	last  say.Lines            // what is known to whoever listens
	under map[string]say.Lines // what was said of the places below this one, by the heading
	marks map[string]int       // how many quarters of a work were told
	owed  bool                 // something changed while letters were typed, and was not told yet
	line  prompt               // what the cursor stands behind
	gone  say.Lines            // notes that came while the key was being carried out
	noted bool                 // a note was told of the key
	told  string               // the field that was told last, with its place
	out   strings.Builder
}

// Begin tells all there is at the start, as when somebody comes to a place.
func (s *Speaker) Begin(now say.Lines) string {
	s.last, s.under, s.owed = nil, map[string]say.Lines{}, false
	return s.Answer(now, false)
}

// Pass takes what is said now for known: it changed by itself, and nobody asked. What is still owed stays so.
func (s *Speaker) Pass(now say.Lines) {
	if !s.owed {
		s.last = now
	}
}

// Answer tells what a key changed. typed says that the key was one for the field that is typed in: what changes beside that field
// is told when the typing rests (Rest).
func (s *Speaker) Answer(now say.Lines, typed bool) string {
	old := s.last
	s.notes(old, now, true)
	s.quarters(now)
	if here, there := where(old), where(now); here != there {
		s.enter(old, now)
	} else if typed && s.types(old, now) {
		s.owed = s.owed || s.differs(old, now)
		return s.done()
	} else {
		s.changed(old, now)
	}
	s.owed = false
	s.last = now
	s.behind(now, false)
	return s.done()
}

// Beside tells what came by itself: what happened, how far something is, and another place. Nothing else of it is told: rows that
// others altered are read when one comes there.
func (s *Speaker) Beside(now say.Lines) string {
	old := s.last
	s.notes(old, now, false)
	s.quarters(now)
	if where(old) != where(now) {
		s.enter(old, now)
		s.owed, s.last = false, now
		s.behind(now, false)
		return s.done()
	}
	s.Pass(now)
	s.again(now)
	return s.done()
}

// Meanwhile tells how far something is and echoes what is typed, while a key is still being carried out.
func (s *Speaker) Meanwhile(now say.Lines, typed bool) string {
	s.quarters(now)
	s.passed(now)
	if typed && where(s.last) == where(now) && s.types(s.last, now) {
		s.owed = s.owed || s.differs(s.last, now)
	}
	return s.done()
}

// Owed reports whether something is still to be told once the typing rests.
func (s *Speaker) Owed() bool { return s.owed }

// Rest tells what changed while letters were typed.
func (s *Speaker) Rest(now say.Lines) string {
	if !s.owed {
		return ""
	}
	old := s.last
	s.owed, s.last = false, now
	s.beside(old, now)
	s.again(now)
	return s.done()
}

// Tell says lines that are no part of what is said, and lets one go on typing where one was.
func (s *Speaker) Tell(now say.Lines, lines ...string) string {
	for _, line := range lines {
		s.tell(line)
	}
	s.again(now)
	return s.done()
}

// Digits echoes the number that is being typed, where no field takes it: "" takes it away.
func (s *Speaker) Digits(number string) string {
	if s.line.field != digits {
		s.fresh()
	}
	s.edit(prompt{open: number != "", field: digits, text: []rune(number), caret: len(number)})
	return s.done()
}

// digits is in the place of the id of a field, while a number is typed.
const digits = "\x00number"

// where names the place that has the keys.
func where(l say.Lines) string {
	h, _ := l.Where()
	return h.ID
}

// place names the screen.
func place(l say.Lines) string {
	for _, line := range l {
		if line.Kind == say.Heading && line.ID != "" {
			return line.ID
		}
	}
	return ""
}

func count(l say.Lines, kind say.Kind) (n int) {
	for _, line := range l {
		if line.Kind == kind {
			n++
		}
	}
	return n
}

// notes tells what happened, and what stands until somebody does something. One whose words change is told to who pressed a key, unless
// only its numbers do.
func (s *Speaker) notes(old, now say.Lines, asked bool) {
	s.noted = false
	known := map[string]string{}
	for _, l := range old {
		if l.Kind == say.Note {
			known[l.ID] = l.Text
		}
	}
	lost := slices.DeleteFunc(s.gone, func(l say.Line) bool {
		return slices.ContainsFunc(now, func(o say.Line) bool { return o.Kind == say.Note && o.ID == l.ID })
	})
	s.gone = nil
	for _, l := range slices.Concat(lost, now) {
		if l.Kind != say.Note {
			continue
		}
		if text, told := known[l.ID]; !told || asked && wordsOf(text) != wordsOf(l.Text) {
			s.noted = true
			s.tell(l.Text)
		}
	}
}

// News reports whether a note is said that was not told yet.
func (s *Speaker) News(now say.Lines) bool {
	for _, l := range now {
		if l.Kind == say.Note && !slices.ContainsFunc(s.last, func(o say.Line) bool { return o.Kind == say.Note && o.ID == l.ID }) {
			return true
		}
	}
	return false
}

// passed keeps what is said to have been done while a key is still being carried out: something else may stand there at its end.
func (s *Speaker) passed(now say.Lines) {
	for _, l := range now {
		if l.Kind == say.Note && !slices.ContainsFunc(slices.Concat(s.last, s.gone), func(o say.Line) bool { return o.Kind == say.Note && o.ID == l.ID }) {
			s.gone = append(s.gone, l)
		}
	}
}

// wordsOf is a text without its digits.
func wordsOf(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, text)
}

// quarters tells how far works are, at 25, 50 and 75 percent.
func (s *Speaker) quarters(now say.Lines) {
	marks := map[string]int{}
	for _, l := range now {
		if l.Kind != say.Progress {
			continue
		}
		quarter := min(l.Number/25, 3)
		if quarter > s.marks[l.ID] {
			s.tell(s.Words.Say("linear.percent", "what", l.Text, "n", quarter*25))
		}
		marks[l.ID] = max(quarter, s.marks[l.ID])
	}
	s.marks = marks
}

// changed tells what is another than before, in the place where one was.
func (s *Speaker) changed(old, now say.Lines) {
	s.beside(old, now)
	before, was := old.On(say.Field)
	f, on := now.On(say.Field)
	if !on || !was || before.ID != f.ID {
		return // behind tells of a field one comes to
	}
	if f.Fault != "" && f.Fault != before.Fault {
		s.tell(f.Fault)
	}
	if f.Typed {
		return // behind writes what stands in it
	}
	switch {
	case f.Many && (f.Option != before.Option || !equal(f.Options, before.Options)):
		s.tell(s.option(f))
	case f.Value != before.Value || !f.Many && f.Option != before.Option:
		s.tell(s.stands(f))
	}
}

// beside tells what is another than before, but for the field one is in.
func (s *Speaker) beside(old, now say.Lines) {
	known := map[string]int{}
	for _, l := range old {
		if l.Kind == say.Text || l.Kind == say.Heading {
			known[told(l)]++
		}
	}
	for _, l := range now {
		if l.Kind != say.Text && l.Kind != say.Heading {
			continue
		}
		if known[told(l)]--; known[told(l)] < 0 {
			s.tell(l.Text)
		}
	}
	if n := count(now, say.Row); n != count(old, say.Row) && n > 0 {
		s.tell(s.Words.Count("linear.rows", n))
	}
	before, was := old.On(say.Row)
	for _, l := range now { // the row that a key altered and left, where it gave no other word of that
		if was && !s.noted && l.Kind == say.Row && l.ID == before.ID && !l.At && l.Text != before.Text {
			s.tell(s.row(l))
		}
	}
	if at, on := now.On(say.Row); on && (!was || before.ID != at.ID || before.Text != at.Text) {
		s.tell(s.row(at))
	}
}

// told is by what a text is known: by its thing where it is about one, otherwise by its words.
func told(l say.Line) string {
	if l.Kind == say.Text && l.ID != "" {
		return "\x00" + l.ID
	}
	return l.Text
}

// differs reports whether beside would tell something.
func (s *Speaker) differs(old, now say.Lines) bool {
	probe := Speaker{Words: s.Words}
	probe.beside(old, now)
	return probe.out.Len() > 0
}

func equal(a, b []say.Option) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

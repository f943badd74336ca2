// Package say is what the app shows as structure instead of as a drawing: headings, rows, entries of forms, and what keys do. Every screen
// and every dialog offers it beside what it draws, for those who hear the app or read it with their fingers (ui/linear). It knows no
// screen, no domain and no terminal.
//
// What is said is words: no signs, frames or bars, nothing cut off, and a state by its name ("yes", "chosen"), never by a colour or a place.
package say

import "strings"

// Kind is what a line is.
type Kind uint8

// The kinds of lines.
const (
	// Heading names where one is: a screen, a dialog, a part of one. The last one with an ID names what has the keys; when that is
	// another one than before, whoever listens is told where they are now.
	Heading Kind = iota
	// Text is words to read: they belong to what is shown, whatever the cursor is on.
	Text
	// Aside is words about what the cursor is on, such as the request beside a list. They are read when asked for: moving says the row only.
	Aside
	// Row is one of a list, which its number chooses.
	Row
	// Field is an entry of a form: what it is called, what stands in it, and what can be answered.
	Field
	// Note is something that happened or that stands: what was done, what is wrong, that something waits. It is said once.
	Note
	// Help is what keys do here, and other advice. It is read when asked for.
	Help
	// State is how things stand as a whole, such as how many wait. It is read on coming there and when asked for: that it changes is not told.
	State
	// Progress is how far something is, in percent (Number).
	Progress
)

// Line is one thing that is said.
type Line struct {
	Kind Kind
	// ID is the same for the same thing, however its words change; "" for words that are nothing by themselves. Within what is said
	// at one time no two lines of a kind have the same.
	ID string
	// Text is the whole of it in words; of a field what it is called.
	Text string
	// At says that the cursor is here: on at most one row, and on at most one field. Where both are, what is typed goes into the field and
	// narrows the rows down.
	At bool
	// Number is the place of a row in its list, from 1; 0 where it cannot be chosen. From one row to the next it is one press of the key
	// that goes down. Of Progress the percentage.
	Number int

	// Of a field only:

	Value   string // what stands in it, "" for nothing
	Typed   bool   // letters go into it; otherwise one chooses
	Caret   int    // before which rune of Value the next letter comes
	Numbers bool   // while nothing is typed, the number of a row can be typed to choose that
	Hidden  bool   // it is a secret: Value has as many runes as were typed, and none of them
	Fault   string // what is wrong with it
	Hint    string // what can be answered, in words

	Options []Option // the answers to choose from, none where it is typed
	Option  int      // the option that the cursor is on, from 0; the keys for left and right move it
	Many    bool     // any number of them can be chosen
}

// Option is one of the answers of a field.
type Option struct {
	Text string
	On   bool // it is chosen
}

// Lines is what is said at one time, in order.
type Lines []Line

// Heading adds where one is.
func (l *Lines) Heading(id, text string) { l.add(Line{Kind: Heading, ID: id, Text: text}) }

// Text adds words to read, one line each; blank ones are left out.
func (l *Lines) Text(texts ...string) { l.words(Text, texts) }

// State adds how things stand as a whole.
func (l *Lines) State(texts ...string) { l.words(State, texts) }

// Item adds words about a thing that is read once, however its words change then.
func (l *Lines) Item(id, text string) { l.add(Line{Kind: Text, ID: id, Text: text}) }

// Aside adds words about what the cursor is on.
func (l *Lines) Aside(texts ...string) { l.words(Aside, texts) }

// Help adds advice.
func (l *Lines) Help(texts ...string) { l.words(Help, texts) }

// Note adds something that happened or that stands; id tells it from others.
func (l *Lines) Note(id, text string) { l.add(Line{Kind: Note, ID: id, Text: text}) }

// Row adds one of a list.
func (l *Lines) Row(id string, number int, at bool, text string) {
	l.add(Line{Kind: Row, ID: id, Number: number, At: at, Text: text})
}

// Field adds an entry of a form.
func (l *Lines) Field(f Line) {
	f.Kind = Field
	l.add(f)
}

// Progress adds how far something is.
func (l *Lines) Progress(id, text string, percent int) {
	l.add(Line{Kind: Progress, ID: id, Text: text, Number: percent})
}

// Add adds what others say.
func (l *Lines) Add(more Lines) {
	for _, line := range more {
		l.add(line)
	}
}

// Details adds what others say about what the cursor is on, as Aside. Where the details have the keys it is text to read, below a heading
// with an ID; the first of it names what it is about.
func (l *Lines) Details(id string, about Lines, focus bool) {
	if !focus || len(about) == 0 {
		l.Add(about)
		return
	}
	l.Heading(id, about[0].Text)
	l.Read(about[1:])
}

// Read adds what others say about something that is read from top to bottom: what is Aside elsewhere is text to read.
func (l *Lines) Read(about Lines) {
	for _, line := range about {
		if line.Kind == Aside {
			line.Kind = Text
		}
		l.add(line)
	}
}

// Beside gives rows of which none can be chosen, because something beside them has the keys: as words that are read when asked for.
func (l Lines) Beside() (out Lines) {
	for _, line := range l {
		if line.Kind == Row {
			line = Line{Kind: Aside, Text: line.Text}
		}
		out.add(line)
	}
	return out
}

func (l *Lines) words(kind Kind, texts []string) {
	for _, text := range texts {
		l.add(Line{Kind: kind, Text: text})
	}
}

// add leaves out what says nothing.
func (l *Lines) add(line Line) {
	line.Text, line.Hint, line.Fault = Words(line.Text), Words(line.Hint), Words(line.Fault)
	if line.Text == "" && line.Kind != Row && line.Kind != Field {
		return
	}
	*l = append(*l, line)
}

// On is the row, or the field, that the cursor is on; ok is false where there is none.
func (l Lines) On(kind Kind) (line Line, ok bool) {
	for _, line := range l {
		if line.At && line.Kind == kind {
			return line, true
		}
	}
	return Line{}, false
}

// Where is the heading that has the keys: the last one with an ID.
func (l Lines) Where() (line Line, ok bool) {
	for i := len(l) - 1; i >= 0; i-- {
		if l[i].Kind == Heading && l[i].ID != "" {
			return l[i], true
		}
	}
	return Line{}, false
}

// Join puts the parts of a line behind each other with commas; those that say nothing are left out.
func Join(parts ...string) string {
	var kept []string
	for _, part := range parts {
		if part = Words(part); part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, ", ")
}

// Pair is a name with what it has, such as "waits: 3 hours"; "" where it has nothing.
func Pair(name, value string) string {
	if value = Words(value); value == "" {
		return ""
	}
	return Words(name) + ": " + value
}

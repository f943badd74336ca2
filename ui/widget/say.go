package widget

import (
	"cmp"
	"slices"
	"strings"

	"leerbalie/ui/say"
)

// Said gives the field as structure: what stands in it, and where the caret is.
func (in *Input) Said(id, label string) say.Line {
	return say.Line{Kind: say.Field, ID: id, Text: label, Value: in.Text(), Typed: true, Caret: in.at}
}

// Said gives the form as structure: its title and its entries. What stands in Foot is said by whoever put it there.
func (f *Form) Said() (l say.Lines) {
	l.Heading(f.Title, f.Title)
	for i := range f.Entries {
		e := f.Entries[i].Said()
		e.At = i == f.focus
		if f.FaultAt == e.ID {
			e.Fault = f.Fault
		}
		l.Field(e)
	}
	return l
}

// Said gives the entry as structure.
func (e *Entry) Said() say.Line {
	line := say.Line{Kind: say.Field, ID: e.ID, Text: cmp.Or(e.Spoken, e.Label), Hint: e.Hint}
	if e.Options == nil {
		line.Value, line.Typed, line.Caret = e.Input.Text(), true, e.Input.at
		return line
	}
	line.Many, line.Option = e.Many, -1
	var picked []string
	for i, o := range e.Options {
		on := slices.Contains(e.Picked, o.ID)
		line.Options = append(line.Options, say.Option{Text: say.Words(o.Label), On: on})
		if on {
			picked = append(picked, say.Words(o.Label))
		}
		if on && !e.Many {
			line.Option = i
		}
	}
	if e.Many {
		line.Option = e.at
	}
	line.Value = strings.Join(picked, ", ")
	return line
}

// Said gives the list as structure: its title, what is searched for, and the choices that fit. What a heading further down says comes
// before the first choice below it, so that one hears it on getting there, and not of all of them at once. A mark such as a tick is said by whoever
// put it there, with said: nil for none. search is what the field is called in which is searched.
func (p *Picker) Said(search string, said func(Choice) string) (l say.Lines) {
	fit := p.Fitting()
	p.settle(fit, 1)
	l.Heading(p.Title, p.Title)
	l.Field(say.Line{ID: "search", Text: search, Value: p.Search.Text(), Typed: true, Numbers: true, Caret: p.Search.at, At: true, Fault: p.Fault})
	number, seen, head := 0, map[string]bool{}, ""
	for i, c := range fit {
		if c.Head {
			l.Text(head)
			if head = c.Label; number == 0 {
				l.Text(head)
				head = ""
			}
			continue
		}
		number++
		id := c.ID
		if id == "" {
			id = "label:" + c.Label
		}
		for seen[id] { // as a key that stands in two parts of the help
			id += "+"
		}
		seen[id] = true
		mark := ""
		if said != nil {
			mark = said(c)
		}
		l.Row(id, number, i == p.cursor, say.Join(head, c.Label, cmp.Or(c.Whole, c.Right), mark))
		head = ""
	}
	l.Text(head)
	if len(fit) == 0 {
		l.Text(p.Empty)
	}
	l.Help(p.Hint)
	return l
}

// Said gives the question as structure: what it is about, and its two answers.
func (c *Confirm) Said() (l say.Lines) {
	l.Heading(c.Title, c.Title)
	l.Text(c.Lines...)
	at, value := 1, c.No
	if c.onYes {
		at, value = 0, c.Yes
	}
	l.Field(say.Line{ID: "answer", Text: c.Title, Value: value, At: true, Option: at,
		Options: []say.Option{{Text: say.Words(c.Yes), On: c.onYes}, {Text: say.Words(c.No), On: !c.onYes}}})
	return l
}

// Said gives the question as structure: the field for the answer, and what helps. The field is called as the question; what it is about is
// in the heading alone.
func (p *Prompt) Said() (l say.Lines) {
	l.Heading(p.Title, p.Title)
	asked, _, _ := strings.Cut(p.Title, " · ")
	l.Field(say.Line{ID: "answer", Text: asked, Value: p.Input.Text(), Typed: true, Caret: p.Input.at, At: true, Fault: p.Fault})
	l.Help(p.Hint...)
	return l
}

// Said gives the field as structure: how much was typed, and nothing of it.
func (s *Secret) Said(id, label, fault string) say.Line {
	return say.Line{Kind: say.Field, ID: id, Text: label, Value: strings.Repeat("*", len(s.runes)), Typed: true, Hidden: true, Caret: len(s.runes), Fault: fault}
}

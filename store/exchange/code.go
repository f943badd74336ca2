package exchange

import (
	"leerbalie/store/exchange/spoken"
	"strings"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// codes turns what files write into the codes of the lists here.
type codes struct {
	of        map[string]*list // by the name of the field, and the status
	languages map[string]string
}

const statuses = "status"

func newCodes(site model.Site) *codes {
	c := &codes{of: map[string]*list{statuses: newList(desk.StatusCodes())}, languages: spoken.Tags()}
	for _, f := range desk.RequestTable() {
		if f.Kind == model.OfCode {
			c.of[f.Name] = newList(f.Codes(site))
		}
	}
	for _, f := range desk.ClosingTable() {
		if f.Kind == model.OfCode {
			c.of[f.Name] = newList(f.Codes(site))
		}
	}
	return c
}

// find gives the code of a list, or the text as it is written; what is not known is told with the row. A theme may be a site's own.
func (c *codes) find(e *entry, name, text string) (code string, known bool) {
	if code, known = c.of[name].find(text); !known && name != "theme" {
		e.tell("import.unknown-"+name, text)
	}
	return code, known
}

// read gives the value of a field for what a file writes: a code or a tag, or the text as it is written where the field keeps
// that, and otherwise nothing.
func read[E any](c *codes, e *entry, f *model.Field[E], text string) journal.Value {
	switch f.Kind {
	case model.OfCode:
		code, known := c.find(e, f.Name, text)
		if !known && !f.Loose {
			return journal.Value{}
		}
		return journal.Text(code)
	case model.OfLanguage:
		return journal.Text(c.language(text))
	}
	return journal.Text(text)
}

// list is one list of codes with an answer kept for each way of writing met so far.
type list struct {
	finder model.Finder
	known  map[string]string
}

func newList(c model.Codes) *list {
	return &list{finder: c.Finder(), known: map[string]string{}}
}

// Limits on what is remembered of a file that writes something else in every row.
const (
	mostKnown  = 10_000
	mostListed = 50
)

// find gives the code, or the text as it is written; known says which.
func (l *list) find(text string) (code string, known bool) {
	if text == "" {
		return "", true
	}
	if code, ok := l.known[text]; ok {
		return code, true
	}
	if c, ok := l.finder.Find(text); ok {
		if len(l.known) < mostKnown {
			l.known[strings.Clone(text)] = c.Code
		}
		return c.Code, true
	}
	return text, false
}

// language gives the tag of a language, or the text as it is written.
func (c *codes) language(text string) string {
	if text == "" {
		return ""
	}
	if tag, ok := c.languages[plain.FoldText(text)]; ok {
		return tag
	}
	return text
}

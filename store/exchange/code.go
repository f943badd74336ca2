package exchange

import (
	"maps"
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
)

// codes turns what files write into the codes of the lists here, and remembers what it did not know.
type codes struct {
	of        map[string]*list // by the name of the field, and the status
	languages map[string]string
}

const statuses = "status"

func newCodes(site model.Site) *codes {
	c := &codes{of: map[string]*list{statuses: newList(desk.StatusCodes())}, languages: languages()}
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

// read gives the value of a field for what a file writes: a code or a tag, or the text as it is written where the field keeps
// that, and otherwise nothing.
func read[E any](c *codes, f *model.Field[E], text string) journal.Value {
	switch f.Kind {
	case model.OfCode:
		code, known := c.of[f.Name].find(text)
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
	finder  model.Finder
	known   map[string]string
	unknown map[string]int // as written → rows
}

func newList(c model.Codes) *list {
	return &list{finder: c.Finder(), known: map[string]string{}, unknown: map[string]int{}}
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
	if _, listed := l.unknown[text]; listed || len(l.unknown) < mostKnown {
		l.unknown[strings.Clone(text)]++
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

// remarks lists what was kept as it was written, and what was taken for something else.
func (c *codes) remarks() (out []transfer.Remark) {
	names := []string{"channel", "outcome", "life-domain", "urgency", statuses}
	for _, name := range slices.Sorted(maps.Keys(c.of)) {
		if !slices.Contains(names, name) && name != "theme" { // a theme may be a site's own
			names = append(names, name)
		}
	}
	for _, name := range names {
		l := c.of[name]
		if len(l.unknown) == 0 {
			continue
		}
		values := make([]string, 0, len(l.unknown))
		for value := range l.unknown {
			values = append(values, value)
		}
		slices.Sort(values)
		more := max(0, len(values)-mostListed)
		msg := "import.unknown-" + name
		args := []any{"values", strings.Join(values[:len(values)-more], ", ")}
		if more > 0 {
			msg, args = msg+"-more", append(args, "more", more)
		}
		out = append(out, transfer.Remark{Msg: msg, Args: fault.New(fault.Invalid, msg, args...).Args})
	}
	return out
}

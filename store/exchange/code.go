package exchange

import (
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
)

// codes turns what files write into the codes of the lists here, and remembers what it did not know.
type codes struct {
	channels, themes, domains, urgencies, statuses, outcomes list
	languages                                                map[string]string
}

func newCodes(site model.Site) *codes {
	return &codes{
		channels: newList(model.Channels()), themes: newList(site.ThemeCodes()), domains: newList(model.LifeDomains()),
		urgencies: newList(site.UrgencyCodes()), statuses: newList(desk.StatusCodes()), outcomes: newList(model.Outcomes()),
		languages: languages(),
	}
}

// list is one list of codes with an answer kept for each way of writing met so far.
type list struct {
	finder  model.Finder
	known   map[string]string
	unknown map[string]int // as written → rows
}

func newList(c model.Codes) list {
	return list{finder: c.Finder(), known: map[string]string{}, unknown: map[string]int{}}
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
	for _, l := range []struct {
		msg  string
		list *list
	}{
		{"import.unknown-channel", &c.channels}, {"import.unknown-outcome", &c.outcomes}, {"import.unknown-life-domain", &c.domains},
		{"import.unknown-urgency", &c.urgencies}, {"import.unknown-status", &c.statuses},
	} {
		if len(l.list.unknown) == 0 {
			continue
		}
		values := make([]string, 0, len(l.list.unknown))
		for value := range l.list.unknown {
			values = append(values, value)
		}
		slices.Sort(values)
		more := max(0, len(values)-mostListed)
		msg := l.msg
		args := []any{"values", strings.Join(values[:len(values)-more], ", ")}
		if more > 0 {
			msg, args = msg+"-more", append(args, "more", more)
		}
		out = append(out, transfer.Remark{Msg: msg, Args: fault.New(fault.Invalid, msg, args...).Args})
	}
	return out
}

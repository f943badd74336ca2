package outline

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
)

// MaxFile is the largest file that is read, in bytes.
const MaxFile = 64 << 20

// MaxRead is how many parts are read before a file is given up; more than fit into a framework, so that what is refused
// does not count.
const MaxRead = 2 * journal.MaxList

// Part is one part of a list, on its way into the tree.
type Part struct {
	Node  competence.Node
	Under string // what the file says it stands below, "" for nothing
	Row   int
}

// Cleaner takes out of texts what could act on a terminal or a printer, and counts those that it altered.
type Cleaner struct{ altered int }

// Clean makes a text harmless: no control characters but the ends of lines and tabs, and no marks that turn the direction of
// reading.
func (c *Cleaner) Clean(s string) string {
	if strings.IndexFunc(s, harmful) < 0 {
		return s
	}
	c.altered++
	return strings.Map(func(r rune) rune {
		if harmful(r) {
			return -1
		}
		return r
	}, s)
}

// Remarks tells how many texts were altered.
func (c *Cleaner) Remarks() []transfer.Remark {
	if c.altered == 0 {
		return nil
	}
	return []transfer.Remark{transfer.Say("framework.cleaned", "n", c.altered)}
}

func harmful(r rune) bool {
	switch {
	case r == '\n', r == '\t', r == '\r':
		return false
	}
	return r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff || r == utf8.RuneError
}

// Texts refuses a title or a longer text with a citizen service number, without repeating it. Errors: Invalid.
func Texts(title, text string) error {
	for field, t := range map[string]string{"name": title, "text": text} {
		if plain.Refuses(t, plain.InWords) {
			return fault.New(fault.Invalid, "import.bsn", "field", field)
		}
	}
	return nil
}

// Grow puts parts in the order of their tree. Those that may not be kept or have no place in it are refused by their rows.
func Grow(parts []Part, refused []transfer.Refusal) ([]competence.Node, []transfer.Refusal) {
	nodes, kept := make([]competence.Node, 0, len(parts)), make([]*Part, 0, len(parts))
	for i := range parts {
		p := &parts[i]
		err := Texts(p.Node.Title, p.Node.Text)
		if err == nil {
			err = competence.CheckNode(p.Node)
		}
		if err != nil {
			refused = append(refused, transfer.Refusal{Row: p.Row, Err: err})
			continue
		}
		nodes, kept = append(nodes, p.Node), append(kept, p)
	}
	nodes, left := competence.Arrange(nodes)
	for _, m := range left {
		p, err := kept[m.Index], error(m.Err)
		if m.Err.Msg == "node-orphan" && p.Under != "" {
			err = fault.New(fault.Invalid, "framework.orphan", "key", cmp.Or(p.Node.Key, p.Node.Title), "under", p.Under)
		}
		refused = append(refused, transfer.Refusal{Row: p.Row, Err: err})
	}
	slices.SortStableFunc(refused, func(a, b transfer.Refusal) int { return a.Row - b.Row })
	return nodes, refused
}

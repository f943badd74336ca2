package people

import (
	"strconv"
	"strings"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// column is one column of a list: its heading, its width (0 takes what is left) and what a row says in it.
type column struct {
	word  string
	width int
	text  func(i int) string
}

// columnsOf gives the columns of a tab in some words, those first that stay when there is little room.
func (p *People) columnsOf(k kind, w text.Words) []column {
	person := func(f func(model.Person) string) func(int) string {
		return func(i int) string { return f(p.people[i]) }
	}
	name := column{"field.name", 0, person(func(q model.Person) string { return q.Name })}
	roles := column{"field.roles", 24, person(p.roleNames)}
	inGroups := column{"field.groups", 14, person(p.groupNames)}
	languages := column{"field.languages", 18, person(func(q model.Person) string { return p.languageNames(q.Languages) })}
	switch k {
	case residents:
		return []column{
			{"field.name", 0, func(i int) string { return p.residents[i].Name }},
			{"field.street", 20, func(i int) string { return p.residents[i].Street }},
			{"col.kept", 17, func(i int) string {
				r := &p.residents[i]
				said := w.Say("people.keep.short." + string(keepOr(r.Keep)))
				if r.Regular {
					said = w.Say("people.regular.short") + ", " + said
				}
				return said
			}},
			{"field.neighbourhood", 14, func(i int) string { return p.residents[i].Neighbourhood }},
		}
	case students:
		return []column{name, {"field.level", 7, person(func(q model.Person) string { return q.Level })}, inGroups, languages,
			{"field.supervisor", 16, person(func(q model.Person) string {
				if q.Supervisor.IsZero() {
					return ""
				}
				return p.name(q.Supervisor)
			})}}
	case services:
		return p.serviceColumns(w)
	case groups:
		return []column{
			{"field.group", 0, func(i int) string { return p.groups[i].Name }},
			{"people.learners.short", 10, func(i int) string {
				learn, _ := p.members(p.groups[i].ID)
				return strconv.Itoa(len(learn))
			}},
			{"field.site", 20, func(i int) string { return p.siteName(p.groups[i].Site) }},
		}
	}
	return []column{name, roles, languages, inGroups}
}

// fitting gives a width to every column: the first takes what is left, and the last fall away where it would get too
// little.
func fitting(columns []column, width int) []column {
	room := width - 2
	for len(columns) > 1 {
		used := 0
		for _, c := range columns[1:] {
			used += c.width + 2
		}
		if room-used >= 18 {
			columns[0].width = room - used
			return columns
		}
		columns = columns[:len(columns)-1]
	}
	columns[0].width = room
	return columns
}

// listLines draws the list: its heading and the rows of the window.
func (p *People) listLines(width, height int) []string {
	th, w := p.Env.Theme, p.Env.Words
	columns := fitting(p.columnsOf(p.kind(), w), width)
	out := make([]string, 0, height)
	line := func(mark string, text func(c column) string) string {
		var b strings.Builder
		b.WriteString(mark)
		for i, c := range columns {
			if i > 0 {
				b.WriteString("  ")
			}
			b.WriteString(cell.Fit(text(c), c.width))
		}
		return b.String()
	}
	if p.kind() == residents && p.refused != "" {
		return append(out, p.emptyLines(width)...)
	}
	out = append(out, th.Faint.On(line("  ", func(c column) string { return w.Say(c.word) })))
	from, to := p.list().Window()
	cursor, _, _ := p.current()
	for i := from; i < to; i++ {
		text := func(c column) string {
			if said := c.text(i); said != "" {
				return said
			}
			return theme.Dash
		}
		mark := " "
		if p.IsApart(p.idAt(i)) {
			mark = theme.ClashSign
		}
		if i == cursor {
			out = append(out, th.Cursor.On(line(theme.CursorSign+mark, text)))
		} else {
			out = append(out, line(" "+mark, text))
		}
	}
	if p.list().Len() == 0 {
		for _, l := range p.emptyLines(width) {
			out = append(out, cell.Pad(l, width))
		}
	}
	return out
}

// idAt is who or what stands in a row.
func (p *People) idAt(i int) journal.ID {
	switch p.kind() {
	case residents:
		return p.residents[i].ID
	case services:
		return p.hits[i].Service.ID
	case groups:
		return p.groups[i].ID
	}
	return p.people[i].ID
}

// emptyLines says why nothing is there, and what to do first.
func (p *People) emptyLines(width int) []string {
	said := p.empty()
	if said == "" {
		return nil
	}
	out := []string{""}
	for _, l := range cell.Wrap(said, min(width-6, 70), 6) {
		out = append(out, "   "+l)
	}
	return out
}

// empty is why nothing is there; "" while that is not known.
func (p *People) empty() string {
	said := p.Env.Words.Say("people.empty."+tabs()[p.tab].word[len("people."):], "new", p.Env.Keys.Label(Add), "in", p.Env.Keys.Label(BringIn))
	switch {
	case p.kind() == residents && p.refused != "":
		said = p.refused
	case p.kind() == residents && !p.read || !p.organisation.known:
		return ""
	case p.kind() == services && p.openNow && !p.finding:
		said = p.Env.Words.Say("people.empty.open", "key", p.Env.Keys.Label(OpenNow))
	case p.finding:
		said = p.Env.Words.Say("people.empty.found")
	}
	return said
}

package people

import (
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// card draws what is known of the person or group the cursor is on.
func (p *People) card(width int) []string {
	if q, ok := p.person(); ok {
		return p.personLines(q, width)
	}
	if g, ok := p.group(); ok {
		return p.groupLines(g, width)
	}
	if r, ok := p.resident(); ok {
		return p.closedLines(r, width)
	}
	return nil
}

// fact is one line of a card: what it is, and what it says.
func (p *People) fact(out []string, word, text string, width int) []string {
	if text == "" {
		return out
	}
	label := cell.Fit(p.Env.Words.Say(word), min(16, width/3))
	for i, line := range cell.Wrap(text, width-cell.Width(label)-1, 4) {
		if i > 0 {
			label = cell.Space(cell.Width(label))
		}
		out = append(out, p.Env.Theme.Faint.On(label)+" "+line)
	}
	return out
}

func (p *People) personLines(q model.Person, width int) []string {
	w, th := p.Env.Words, p.Env.Theme
	var out []string
	for _, line := range cell.Wrap(q.Name, width, 2) {
		out = append(out, th.Strong.On(line))
	}
	if q.Archived {
		out = append(out, th.Today.On(cell.Cut(theme.WarnSign+" "+w.Say("people.has-left"), width)))
	}
	if q.ReadOnly {
		out = append(out, cell.Wrap(w.Say("error.update-needed"), width, 2)...)
	}
	out = append(append(out, p.ApartLines(q.ID, width)...), "")
	out = p.fact(out, "field.roles", p.roleNames(q), width)
	out = p.fact(out, "field.site", p.siteName(q.Site), width)
	out = p.fact(out, "field.level", q.Level, width)
	out = p.fact(out, "field.groups", p.groupNames(q), width)
	out = p.fact(out, "field.languages", p.languageNames(q.Languages), width)
	out = p.fact(out, "field.email", q.Email, width)
	out = p.fact(out, "field.number", q.Number, width)
	if !q.Supervisor.IsZero() {
		out = p.fact(out, "field.supervisor", p.name(q.Supervisor), width)
	}
	out = p.studyLines(out, q, width)
	var under []string
	for _, other := range p.organisation.people {
		if other.Supervisor == q.ID {
			under = append(under, other.Name)
		}
	}
	return p.fact(out, "people.supervises", strings.Join(under, ", "), width)
}

func (p *People) groupLines(g model.Group, width int) []string {
	w, th := p.Env.Words, p.Env.Theme
	out := append(append([]string{th.Strong.On(cell.Short(g.Name, width))}, p.ApartLines(g.ID, width)...), "")
	out = p.fact(out, "field.site", p.siteName(g.Site), width)
	learn, teach := p.members(g.ID)
	for _, part := range []struct {
		word  string
		names []string
	}{{"people.teachers", teach}, {"people.learners", learn}} {
		out = append(out, "", th.Strong.On(w.Count(part.word, len(part.names))))
		for _, name := range part.names {
			out = append(out, cell.Short(name, width))
		}
	}
	return out
}

// members are the names of a group's students, and of the others in it.
func (p *People) members(group journal.ID) (learn, teach []string) {
	for _, q := range p.organisation.people {
		switch {
		case !slices.Contains(q.Groups, group):
		case q.Has(model.RoleStudent):
			learn = append(learn, strings.TrimSpace(q.Name+"  "+q.Level))
		default:
			teach = append(teach, q.Name)
		}
	}
	return learn, teach
}

// closedLines says how a resident's page is opened, and that it is written down.
func (p *People) closedLines(r desk.Resident, width int) []string {
	out := []string{p.Env.Theme.Strong.On(cell.Short(r.Name, width)), ""}
	for _, line := range cell.Wrap(p.Env.Words.Say("people.closed", "key", p.Env.Keys.Label(Open)), width, 4) {
		out = append(out, p.Env.Theme.Faint.On(line))
	}
	return out
}

// name is the name of somebody who works or learns here, or did.
func (p *People) name(id journal.ID) string {
	for _, list := range [][]model.Person{p.organisation.people, p.organisation.gone} {
		for i := range list {
			if list[i].ID == id && list[i].Erased {
				return p.Env.Words.Say("person.removed")
			}
			if list[i].ID == id {
				return list[i].Name
			}
		}
	}
	return p.Env.Words.Say("person.gone")
}

// siteName is the name of a site; "" is the whole organisation.
func (p *People) siteName(id journal.ID) string {
	for _, s := range p.organisation.sites {
		if s.ID == id {
			return s.Name
		}
	}
	return ""
}

// roleNames are the roles in words.
func (p *People) roleNames(q model.Person) string {
	names := make([]string, len(q.Roles))
	for i, r := range q.Roles {
		names[i] = p.Env.Words.Or("role."+string(r), string(r))
	}
	return strings.Join(names, ", ")
}

// groupNames are the names of somebody's groups.
func (p *People) groupNames(q model.Person) string {
	var names []string
	for _, g := range p.organisation.groups {
		if slices.Contains(q.Groups, g.ID) {
			names = append(names, g.Name)
		}
	}
	return strings.Join(names, ", ")
}

// languageNames are languages in words.
func (p *People) languageNames(tags []string) string {
	names := make([]string, len(tags))
	for i, t := range tags {
		names[i] = p.Env.Words.Language(t)
	}
	return strings.Join(names, ", ")
}

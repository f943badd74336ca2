package people

import (
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/say"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// details collects what there is to know of somebody: lines to draw, or words to say.
type details struct {
	p     *People
	w     text.Words
	width int
	lines []string
	said  *say.Lines // where the words go when nothing is drawn; nil: lines are
}

// text adds a text of some lines at most.
func (g *details) text(paint theme.Paint, text string, lines int) {
	if g.said != nil {
		g.said.Aside(text)
		return
	}
	for _, line := range cell.Wrap(text, g.width, lines) {
		g.lines = append(g.lines, paint.On(line))
	}
}

// line adds a text of one line.
func (g *details) line(paint theme.Paint, text string) {
	if g.said != nil {
		g.said.Aside(text)
		return
	}
	g.lines = append(g.lines, paint.On(cell.Short(text, g.width)))
}

// warning adds a text of one line that somebody has to see.
func (g *details) warning(text string) {
	if g.said != nil {
		g.said.Aside(text)
		return
	}
	g.lines = append(g.lines, g.p.Env.Theme.Today.On(cell.Cut(theme.WarnSign+" "+text, g.width)))
}

func (g *details) blank() {
	if g.said == nil {
		g.lines = append(g.lines, "")
	}
}

// facts adds some facts beside each other; empty ones are left out.
func (g *details) facts(facts ...string) {
	if g.said != nil {
		g.said.Aside(say.Join(facts...))
		return
	}
	g.lines = append(g.lines, cell.FactLines(facts, g.width)...)
}

// apart tells what people wrote apart from each other on something.
func (g *details) apart(id journal.ID) {
	if g.said != nil {
		g.said.Aside(g.p.ApartSaid(id)...)
		return
	}
	g.lines = append(g.lines, g.p.ApartLines(id, g.width)...)
}

// fact adds what something is, and what it says; nothing where it says nothing.
func (g *details) fact(word, text string) {
	if text == "" {
		return
	}
	if g.said != nil {
		g.said.Aside(say.Pair(g.w.Say(word), text))
		return
	}
	label := cell.Fit(g.w.Say(word), min(16, g.width/3))
	for i, line := range cell.Wrap(text, g.width-cell.Width(label)-1, 4) {
		if i > 0 {
			label = cell.Space(cell.Width(label))
		}
		g.lines = append(g.lines, g.p.Env.Theme.Faint.On(label)+" "+line)
	}
}

// card tells what is known of the person or group the cursor is on.
func (g *details) card() {
	p := g.p
	if q, ok := p.person(); ok {
		g.person(q)
	}
	if x, ok := p.group(); ok {
		g.group(x)
	}
	if h, ok := p.hit(); ok {
		g.service(h)
	}
	if r, ok := p.resident(); ok {
		g.closed(r)
	}
}

func (g *details) person(q model.Person) {
	p, w, th := g.p, g.w, g.p.Env.Theme
	g.text(th.Strong, q.Name, 2)
	switch {
	case q.Removed:
		g.warning(w.Say("people.was-removed"))
	case q.Archived:
		g.warning(w.Say("people.has-left"))
	}
	if q.ReadOnly {
		g.text(th.Plain, w.Say("error.update-needed"), 2)
	}
	g.apart(q.ID)
	g.blank()
	g.fact("field.roles", p.roleNames(q))
	g.fact("field.site", p.siteName(q.Site))
	g.fact("field.level", q.Level)
	g.fact("field.groups", p.groupNames(q))
	g.fact("field.languages", p.languageNames(q.Languages))
	g.fact("field.email", q.Email)
	g.fact("field.number", q.Number)
	if !q.Supervisor.IsZero() {
		g.fact("field.supervisor", p.name(q.Supervisor))
	}
	g.study(q)
	var under []string
	for _, other := range p.organisation.people {
		if other.Supervisor == q.ID {
			under = append(under, other.Name)
		}
	}
	g.fact("people.supervises", strings.Join(under, ", "))
}

func (g *details) group(x model.Group) {
	p, w, th := g.p, g.w, g.p.Env.Theme
	g.line(th.Strong, x.Name)
	g.apart(x.ID)
	g.blank()
	g.fact("field.site", p.siteName(x.Site))
	learn, teach := p.members(x.ID)
	for _, part := range []struct {
		word  string
		names []string
	}{{"people.teachers", teach}, {"people.learners", learn}} {
		g.blank()
		g.line(th.Strong, w.Count(part.word, len(part.names)))
		for _, name := range part.names {
			g.line(th.Plain, name)
		}
	}
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

// closed says how a resident's page is opened, and that it is written down.
func (g *details) closed(r desk.Resident) {
	g.line(g.p.Env.Theme.Strong, r.Name)
	g.blank()
	g.text(g.p.Env.Theme.Faint, g.w.Say("people.closed", "key", g.p.Env.Keys.Label(Open)), 4)
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

package people

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/model/plain"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// personForm is the form of somebody who works or learns here. With own it is somebody's own profile: without what only
// a coordinator decides.
func (p *People) personForm(title string, q model.Person, own bool) widget.Form {
	w := p.Env.Words
	text := func(id, value string) widget.Entry { return widget.TextEntry(id, w.Say("field."+id), value, 1) }
	hinted := func(e widget.Entry, hint string) widget.Entry {
		e.Hint = hint
		return e
	}
	levels := []widget.Option{{ID: "none", Label: w.Say("people.level.none")}}
	for _, l := range model.Levels() {
		levels = append(levels, widget.Option{ID: l, Label: l})
	}
	level := q.Level
	if level == "" {
		level = "none"
	}
	f := widget.Form{Title: title, Entries: []widget.Entry{text("name", q.Name)}}
	if !own {
		var roles, inGroups []widget.Option
		for _, r := range model.Roles() {
			if r != model.RoleAdmin || p.Env.User.Has(model.RoleAdmin) || q.Has(model.RoleAdmin) {
				roles = append(roles, widget.Option{ID: string(r), Label: w.Or("role."+string(r), string(r))})
			}
		}
		var have []string
		for _, r := range q.Roles {
			have = append(have, string(r))
		}
		sites := []widget.Option{{ID: "all", Label: w.Say("people.site.all")}}
		for _, s := range p.organisation.sites {
			sites = append(sites, widget.Option{ID: s.ID.String(), Label: s.Name})
		}
		site := "all"
		if !q.Site.IsZero() {
			site = q.Site.String()
		}
		for _, g := range p.organisation.groups {
			inGroups = append(inGroups, widget.Option{ID: g.ID.String(), Label: g.Name})
		}
		var in []string
		for _, id := range q.Groups {
			in = append(in, id.String())
		}
		supervisor := ""
		if !q.Supervisor.IsZero() {
			supervisor = p.name(q.Supervisor)
		}
		f.Entries = append(f.Entries,
			hinted(widget.ManyEntry("roles", w.Say("field.roles"), have, roles), w.Say("people.many.hint")),
			widget.ChoiceEntry("site", w.Say("field.site"), site, sites))
		if len(inGroups) > 0 {
			f.Entries = append(f.Entries, hinted(widget.ManyEntry("groups", w.Say("field.groups"), in, inGroups), w.Say("people.many.hint")))
		}
		f.Entries = append(f.Entries, hinted(text("supervisor", supervisor), w.Say("people.supervisor.hint")))
	}
	f.Entries = append(f.Entries, hinted(text("languages", p.languageNames(q.Languages)), w.Say("people.languages.hint")),
		text("email", q.Email), text("number", q.Number))
	if !own || q.Has(model.RoleStudent) {
		f.Entries = append(f.Entries, widget.ChoiceEntry("level", w.Say("field.level"), level, levels))
	}
	if q.Has(model.RoleStudent) {
		f.Entries = append(f.Entries, p.studyEntries(q.Study, own)...)
	}
	return f
}

// personIn reads the form over what was there; a fault says which answer cannot be.
func (p *People) personIn(f *widget.Form, q model.Person) (model.Person, error) {
	w := p.Env.Words
	has := func(id string) bool {
		return slices.ContainsFunc(f.Entries, func(e widget.Entry) bool { return e.ID == id })
	}
	q.Name, q.Email, q.Number = f.Text("name"), f.Text("email"), f.Text("number")
	if has("level") {
		if q.Level = f.Text("level"); q.Level == "none" {
			q.Level = ""
		}
	}
	var tags []string
	for _, typed := range strings.Split(f.Text("languages"), ",") {
		if typed = strings.TrimSpace(typed); typed == "" {
			continue
		}
		tag, ok := w.FindLanguage(typed)
		if i := slices.IndexFunc(q.Languages, func(t string) bool { return w.Language(t) == typed }); i >= 0 {
			tag, ok = q.Languages[i], true
		}
		if !ok {
			return q, dialog.FieldError{Field: "languages", Text: w.Say("people.language.fault", "typed", cell.Short(typed, 30))}
		}
		tags = append(tags, tag)
	}
	q.Languages = tags
	var err error
	if q.Study, err = p.studyIn(f, q.Study); err != nil {
		return q, err
	}
	if !has("roles") {
		return q, nil
	}
	q.Roles, q.Site = nil, ids([]string{f.Text("site")})[0]
	for _, r := range model.Roles() {
		if slices.Contains(f.Many("roles"), string(r)) {
			q.Roles = append(q.Roles, r)
		}
	}
	if has("groups") {
		q.Groups = ids(f.Many("groups"))
	}
	typed := f.Text("supervisor")
	switch {
	case typed == "":
		q.Supervisor = journal.ID{}
	case q.Supervisor.IsZero() || typed != p.name(q.Supervisor):
		found, why := p.named(typed, q.ID)
		if why != "" {
			return q, dialog.FieldError{Field: "supervisor", Text: why}
		}
		q.Supervisor = found
	}
	return q, nil
}

// ids reads ids; one that is none is the zero id.
func ids(texts []string) []journal.ID {
	var out []journal.ID
	for _, t := range texts {
		id, err := journal.ParseID(t)
		if err != nil {
			id = journal.ID{}
		}
		out = append(out, id)
	}
	return out
}

// named finds somebody who can answer for a student by name, or by a part of it that only one has; why says what is wrong.
func (p *People) named(typed string, not journal.ID) (id journal.ID, why string) {
	words := plain.Fold(typed)
	var fit []model.Person
	for _, q := range p.organisation.people {
		switch {
		case q.ID == not || q.OnlyStudent():
		case plain.FoldText(q.Name) == plain.FoldText(typed):
			return q.ID, ""
		case len(words) > 0 && plain.ContainsWords(plain.FoldText(q.Name), words):
			fit = append(fit, q)
		}
	}
	switch len(fit) {
	case 0:
		return id, p.Env.Words.Say("people.supervisor.none", "name", cell.Short(typed, 40))
	case 1:
		return fit[0].ID, ""
	}
	var names []string
	for _, q := range fit[:min(len(fit), 4)] {
		names = append(names, q.Name)
	}
	return id, p.Env.Words.Say("people.supervisor.several", "names", strings.Join(names, ", "))
}

// startPerson takes on a colleague or a student.
func (p *People) startPerson() tea.Cmd {
	w := p.Env.Words
	q := model.Person{Site: p.Env.Session.Site(), Roles: []model.Role{model.RoleDesk}}
	title := "people.person.new"
	if p.kind() == students {
		q.Roles, title = []model.Role{model.RoleStudent}, "people.student.new"
	}
	d := p.sheet("person", p.personForm(w.Say(title), q, false))
	d.Submit = func(f *widget.Form) tea.Cmd {
		q, err := p.personIn(f, q)
		if err != nil {
			d.Refused(&p.Host, err)
			return nil
		}
		return p.Do(func(r model.Receipt) tea.Cmd {
			shows := staff
			if len(q.Roles) == 1 && q.Has(model.RoleStudent) {
				shows = students
			}
			if p.kind() != shows && !(p.kind() == students && q.Has(model.RoleStudent)) {
				p.tab = slices.IndexFunc(tabs(), func(t tab) bool { return t.kind == shows })
				p.choose()
			}
			return p.land(r)
		}, model.AddPerson{Person: q})
	}
	return p.Fill(d)
}

// startPersonEdit alters what is known of somebody: a coordinator everything, others their own profile.
func (p *People) startPersonEdit(was model.Person) tea.Cmd {
	w := p.Env.Words
	own := !p.leads()
	d := p.sheet("person/"+was.ID.String(), p.personForm(w.Say("people.edit", "name", cell.Short(was.Name, 40)), was, own))
	d.Submit = func(f *widget.Form) tea.Cmd {
		is, err := p.personIn(f, was)
		if err != nil {
			d.Refused(&p.Host, err)
			return nil
		}
		return p.Perform(dialog.Deed{Then: p.land, Act: func(ctx context.Context, session *model.Session) (model.Receipt, error) {
			people, err := session.People(ctx)
			if err != nil {
				return model.Receipt{}, err
			}
			now := is
			if i := slices.IndexFunc(people, func(q model.Person) bool { return q.ID == was.ID }); i >= 0 {
				now = personOver(people[i], was, is)
			}
			return session.Do(ctx, model.EditPerson{Person: now})
		}})
	}
	return p.Fill(d)
}

// personOver puts what was altered in a form over what is known now.
func personOver(now, was, is model.Person) model.Person {
	model.PersonTable().Over(&now, &was, &is)
	return now
}

// startLeave notes that somebody left, after a question; somebody who left comes back.
func (p *People) startLeave(q model.Person) tea.Cmd {
	w := p.Env.Words
	name := cell.Short(q.Name, 60)
	if q.Archived {
		return p.AskReady(w.Say("people.return.title"), []string{w.Say("people.return.ask", "name", name)}, w.Say("people.return.yes"),
			func() tea.Cmd { return p.Do(nil, pairs.PersonReturns{ID: q.ID}) })
	}
	return p.Ask(w.Say("people.leave.title"), []string{w.Say("people.leave.ask", "name", name)}, w.Say("people.leave.yes"),
		func() tea.Cmd { return p.Do(nil, pairs.PersonLeaves{ID: q.ID}) })
}

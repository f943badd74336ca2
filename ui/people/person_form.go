package people

import (
	"cmp"
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// personQuestions are what the form of somebody asks. With own it is somebody's own profile: students say what matters for a
// buddy, and what only a coordinator decides is left out, the placement among it.
func (p *People) personQuestions(of model.Person, own bool) []dialog.FormField[model.Person] {
	const comma, day, number = "people.comma.hint", "people.day.fault", "people.number.fault"
	all := dialog.FormFields(model.PersonTable(), dialog.Way{Name: "name"}, dialog.Way{Name: "roles", Hint: "people.many.hint"}, dialog.Way{Name: "site"},
		dialog.Way{Name: "groups", Hint: "people.many.hint"}, dialog.Way{Name: "supervisor", Hint: "people.supervisor.hint"},
		dialog.Way{Name: "languages", Hint: "people.languages.hint", Fault: "people.language.fault"}, dialog.Way{Name: "email"}, dialog.Way{Name: "number"},
		dialog.Way{Name: "level"}, dialog.Way{Name: "dayparts", Hint: "people.dayparts.hint"}, dialog.Way{Name: "themes", Hint: comma},
		dialog.Way{Name: "wishes", Hint: "people.wishes.hint"}, dialog.Way{Name: "strong", Hint: comma}, dialog.Way{Name: "open", Hint: comma},
		dialog.Way{Name: "school"}, dialog.Way{Name: "programme"}, dialog.Way{Name: "crebo"}, dialog.Way{Name: "cohort"},
		dialog.Way{Name: "year", Fault: number}, dialog.Way{Name: "start", Hint: "people.day.hint", Fault: day},
		dialog.Way{Name: "end", Hint: "people.day.hint", Fault: day}, dialog.Way{Name: "norm-hours", Fault: number},
		dialog.Way{Name: "route"}, dialog.Way{Name: "company"}, dialog.Way{Name: "guide"}, dialog.Way{Name: "travel"}, dialog.Way{Name: "source-id"})
	student := of.Has(model.RoleStudent)
	return slices.DeleteFunc(all, func(q dialog.FormField[model.Person]) bool {
		switch q.On {
		case model.PersonStatus, model.PersonOutcome, model.PersonWaiting: // follow from actions, or come from a file of a school
			return true
		case model.PersonName, model.PersonLanguages, model.PersonEmail, model.PersonNumber:
			return false
		case model.PersonRoles, model.PersonSite, model.PersonSupervisor:
			return own
		case model.PersonGroups:
			return own || len(p.organisation.groups) == 0
		case model.PersonLevel:
			return own && !student
		case model.PersonDayParts, model.PersonThemes, model.PersonWishes, model.PersonStrong, model.PersonOpen:
			return !student
		case model.PersonTravel:
			return own || !student || len(p.organisation.sites) < 2
		}
		return !student || own // of the placement
	})
}

// personForm is the form of somebody who works or learns here.
func (p *People) personForm(title string, asked []dialog.FormField[model.Person], of model.Person) widget.Form {
	out := widget.Form{Title: title}
	for _, q := range asked {
		out.Entries = append(out.Entries, p.personEntry(q, of))
	}
	return out
}

// personEntry asks for a field of somebody. Those that name people, groups and sites are asked by what the organisation has,
// and lists of codes by their words.
func (p *People) personEntry(q dialog.FormField[model.Person], of model.Person) widget.Entry {
	w := p.Env.Words
	e := q.Entry(&p.Env, &of)
	choose := func(picked string, options []widget.Option) {
		e = widget.ChoiceEntry(q.ID, e.Label, picked, options).Hinted(e.Hint)
	}
	tick := func(picked []string, options []widget.Option) {
		e = widget.ManyEntry(q.ID, e.Label, picked, options).Hinted(e.Hint)
	}
	switch q.On {
	case model.PersonRoles:
		tick(q.Get(&of).Texts(), p.roleOptions(of))
	case model.PersonSite:
		site := "all"
		if !of.Site.IsZero() {
			site = of.Site.String()
		}
		choose(site, append([]widget.Option{{ID: "all", Label: w.Say("people.site.all")}}, p.siteOptions()...))
	case model.PersonTravel:
		tick(idTexts(of.Study.Travel), p.siteOptions())
	case model.PersonGroups:
		var groups []widget.Option
		for _, g := range p.organisation.groups {
			groups = append(groups, widget.Option{ID: g.ID.String(), Label: g.Name})
		}
		tick(idTexts(of.Groups), groups)
	case model.PersonSupervisor:
		if !of.Supervisor.IsZero() {
			e.Input.Set(p.name(of.Supervisor))
		}
	case model.PersonLevel:
		levels := []widget.Option{{ID: "none", Label: w.Say("people.level.none")}}
		for _, l := range model.Levels() {
			levels = append(levels, widget.Option{ID: l, Label: l})
		}
		choose(cmp.Or(of.Level, "none"), levels)
	case model.PersonLanguages:
		e.Input.Set(p.languageNames(of.Languages))
	case model.PersonDayParts:
		e.Input.Set(w.DayParts(of.Study.DayParts))
	case model.PersonThemes:
		e.Input.Set(strings.Join(w.Names(p.Env.Site.ThemeCodes(), of.Study.Themes), ", "))
	}
	return e
}

// roleOptions are the roles that somebody can be given here: only an administrator makes another one.
func (p *People) roleOptions(of model.Person) (out []widget.Option) {
	for _, r := range model.Roles() {
		if r != model.RoleAdmin || p.Env.User.Has(model.RoleAdmin) || of.Has(model.RoleAdmin) {
			out = append(out, widget.Option{ID: string(r), Label: p.Env.Words.Or("role."+string(r), string(r))})
		}
	}
	return out
}

func (p *People) siteOptions() (out []widget.Option) {
	for _, s := range p.organisation.sites {
		out = append(out, widget.Option{ID: s.ID.String(), Label: s.Name})
	}
	return out
}

// personIn reads the form over what was there; a fault says which answer cannot be.
func (p *People) personIn(f *widget.Form, asked []dialog.FormField[model.Person], was model.Person) (model.Person, error) {
	is := was
	for _, q := range asked {
		if err := p.readPerson(f, q, was, &is); err != nil {
			return is, err
		}
	}
	return is, nil
}

// readPerson reads the answer to a question; see personEntry.
func (p *People) readPerson(f *widget.Form, q dialog.FormField[model.Person], was model.Person, to *model.Person) (err error) {
	typed, fault := f.Text(q.ID), ""
	switch q.On {
	case model.PersonRoles:
		to.Roles = slices.DeleteFunc(model.Roles(), func(r model.Role) bool { return !slices.Contains(f.Many(q.ID), string(r)) })
	case model.PersonSite:
		to.Site = ids([]string{typed})[0]
	case model.PersonGroups, model.PersonTravel:
		q.Put(to, journal.Refs(ids(f.Many(q.ID))))
	case model.PersonSupervisor:
		if typed == "" {
			to.Supervisor = journal.ID{}
		} else if was.Supervisor.IsZero() || typed != p.name(was.Supervisor) {
			to.Supervisor, fault = p.named(typed, was.ID)
		}
	case model.PersonLevel:
		if to.Level = typed; typed == "none" {
			to.Level = ""
		}
	case model.PersonLanguages:
		to.Languages, fault = p.languagesIn(typed, q.Fault, was.Languages)
	case model.PersonDayParts:
		if to.Study.DayParts, err = p.Env.Words.ParseDayParts(dialog.Parts(typed)); err != nil {
			fault = p.Env.Words.Error(err)
		}
	case model.PersonThemes:
		to.Study.Themes = dialog.Parts(typed)
		known := p.Env.Words.Known(p.Env.Site.ThemeCodes())
		for i, t := range to.Study.Themes {
			if c, ok := known.Find(t); ok {
				to.Study.Themes[i] = c.Code
			}
		}
	default:
		return q.Read(&p.Env, f, &was, to)
	}
	if fault != "" {
		return dialog.FieldError{Field: q.ID, Text: fault}
	}
	return nil
}

// languagesIn finds languages by their words. Those that were there are known as they show, whatever the words are; unknown
// is what is said of another that nobody knows.
func (p *People) languagesIn(typed, unknown string, were []string) (tags []string, why string) {
	w := p.Env.Words
	for _, name := range dialog.Parts(typed) {
		tag, ok := w.FindLanguage(name)
		if i := slices.IndexFunc(were, func(t string) bool { return w.Language(t) == name }); i >= 0 {
			tag, ok = were[i], true
		}
		if !ok {
			return nil, w.Say(unknown, "typed", cell.Short(name, 30))
		}
		tags = append(tags, tag)
	}
	return tags, ""
}

// idTexts writes ids.
func idTexts(list []journal.ID) (out []string) {
	for _, id := range list {
		out = append(out, id.String())
	}
	return out
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
		case q.ID == not || q.OnlyStudent() || q.IsBoard():
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

package projects

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/pairs"
	"leerbalie/model/partner"
	"leerbalie/model/project"
	"leerbalie/ui/community/page"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

func actions() screen.Actions[*Page] {
	chosen := func(p *Page) bool { return p.Chosen() != nil }
	mine := func(p *Page) bool { return chosen(p) && p.Chosen().MayEdit }
	on := func(may func(*Page) bool) func(*Page) bool {
		return func(p *Page) bool { _, is := p.Fact().(project.Session); return is && may(p) }
	}
	notes := func(p *Page) bool { return len(noted(p.Chosen())) > 0 }
	return screen.Actions[*Page]{
		{ID: Session, Scope: Scope, Keys: []string{"s"}, Word: "key.projects.session", When: mine, Do: session, Why: whyNot},
		{ID: Present, Scope: Scope, Keys: []string{"p"}, Word: "key.projects.present", When: on(notes), Do: present},
		{ID: Join, Scope: Scope, Keys: []string{"j"}, Word: "key.projects.join", When: mine, Do: join, Why: whyNot},
		{ID: Agree, Scope: Scope, Keys: []string{"a"}, Word: "key.projects.agree", When: func(p *Page) bool { return chosen(p) && p.Chosen().Programme != "" }, Do: agree},
		{ID: Result, Scope: Scope, Keys: []string{"r"}, Word: "key.projects.result", When: chosen, Do: result},
		{ID: Note, Scope: Scope, Keys: []string{"o"}, Word: "key.projects.note", When: on(chosen), Do: note},
		{ID: Evidence, Scope: Scope, Keys: []string{"b"}, Word: "key.projects.evidence", When: func(p *Page) bool { return chosen(p) && p.Chosen().Makes }, Do: evidence},
		{ID: End, Scope: Scope, Keys: []string{"x"}, Word: "key.projects.end", When: mine, Do: end, Why: whyNot},
		{ID: Add, Scope: Scope, Keys: []string{"n"}, Word: "key.projects.new", When: func(p *Page) bool { return !p.Opened() }, Do: add},
		{ID: Edit, Scope: Scope, Keys: []string{"e"}, Word: "key.projects.edit", When: mine, Do: edit, Why: whyNot},
		{ID: Remove, Scope: Scope, Keys: []string{"-"}, Word: "key.projects.remove", When: func(p *Page) bool { return p.Fact() != nil }, Do: remove},
		{ID: Away, Scope: Scope, Keys: []string{"D"}, Word: "key.projects.archive", When: func(p *Page) bool { return mine(p) && !p.Opened() }, Do: putAway, Why: whyNot},
	}
}

// whyNot says why a project cannot be altered.
func whyNot(p *Page) string {
	if r := p.Chosen(); r != nil && !r.MayEdit {
		return p.Env.Words.Say("error.project-not-yours", "name", p.Env.User.Name, "title", r.Title)
	}
	return ""
}

// named are all whom a project can name: people, pairs that work together, and partners.
type named struct{ people, pairs, partners []page.Named }

func look(ctx context.Context, s *model.Session) (out named, err error) {
	if out.people, err = page.People(ctx, s); err != nil {
		return out, err
	}
	names := map[journal.ID]string{}
	for _, n := range out.people {
		names[n.ID] = n.Name
	}
	all, err := pairs.Pairs(ctx, s)
	if err != nil {
		return out, err
	}
	for i := range all {
		if !all[i].Running() {
			continue
		}
		var members []string
		for _, id := range all[i].Members {
			members = append(members, names[id])
		}
		out.pairs = append(out.pairs, page.Named{ID: all[i].ID, Name: strings.Join(members, " + ")})
	}
	partners, err := partner.All(ctx, s)
	for i := range partners {
		out.partners = append(out.partners, page.Named{ID: partners[i].ID, Name: partners[i].Name})
	}
	return out, err
}

// form asks for the fields of a project.
func form(p *Page, title, key string, is project.Project, act func(project.Project) model.Action) tea.Cmd {
	w := p.Env.Words
	return dialog.Look(&p.Host, look, func(n named) tea.Cmd {
		var states []widget.Option
		for _, s := range project.States() {
			states = append(states, widget.Option{ID: string(s), Label: w.ProjectState(s)})
		}
		return page.Fill(p, page.Form[project.Project]{Title: w.Say(title), Key: key, About: is.ID, Table: project.Table(), Value: is,
			Fields: []string{"project-title", "project-district", "project-theme", "project-target", "project-programme", "project-from", "project-to", "project-hours-a-week", "project-leaders", "project-partners",
				"project-why", "project-state"},
			Names: map[string][]page.Named{"": n.people, "project-partners": n.partners}, Long: []string{"project-programme", "project-why"}, Options: map[string][]widget.Option{"project-state": states}, Act: act})
	})
}

func add(p *Page) tea.Cmd {
	return form(p, "projects.new", "project", project.Project{State: project.Planned, Leaders: []journal.ID{p.Env.User.ID}}, func(is project.Project) model.Action { return project.Add{Project: is} })
}

func edit(p *Page) tea.Cmd {
	is := p.Chosen().Project
	return form(p, "projects.edit", "project/"+is.ID.String(), is, func(is project.Project) model.Action { return project.Edit{Project: is} })
}

// session asks for a session; where the cursor is on one it is corrected.
func session(p *Page) tea.Cmd {
	id, title := p.Chosen().ID, "projects.session.new"
	s, corrects := p.Fact().(project.Session)
	if !corrects {
		s = project.Session{Day: p.Env.Today()}
	} else {
		title = "projects.session.edit"
	}
	return page.Fill(p, page.Form[project.Session]{Title: p.Env.Words.Say(title), Key: "project-session/" + id.String() + s.ID.String(), About: id, Table: project.SessionTable(), Value: s,
		Fields: []string{"project-session-day", "project-session-came", "project-session-minutes", "project-session-what"}, Hints: map[string]string{"project-session-came": p.Env.Words.Say("projects.came.hint")}, Then: p.Stays,
		Act: func(s project.Session) model.Action { return project.NoteSession{Project: id, Session: s} }})
}

// noted are those of whom whoever sits here may write whether they were there.
func noted(r *Row) (out []page.Named) {
	for i := range r.People {
		if one := &r.People[i]; one.MayNote {
			out = append(out, page.Named{ID: one.Student.ID, Name: one.Student.Name})
		}
	}
	return out
}

// present asks who was there on the day of the session that the cursor is on: all who take part stand there until something was noted.
func present(p *Page) tea.Cmd {
	r, s := p.Chosen(), p.Fact().(project.Session)
	id, may := r.ID, noted(r)
	at := slices.IndexFunc(r.DaysHeld, s.Day.Equal)
	if at < 0 {
		return nil
	}
	var were, all project.There
	was := map[journal.ID]bool{}
	for i := range r.People {
		one := &r.People[i]
		if !one.MayNote {
			continue
		}
		if one.Takes {
			all.Students = append(all.Students, one.Student.ID)
		}
		if state := one.Presences[at].State; state != "" {
			was[one.Student.ID] = true
			if state == ledger.Present {
				were.Students = append(were.Students, one.Student.ID)
			}
		}
	}
	if len(was) == 0 {
		were = all
	}
	return page.Fill(p, page.Form[project.There]{Title: p.Env.Words.Say("projects.present", "day", p.Env.Words.ShortDay(s.Day)), Key: "project-present/" + s.ID.String(), About: id, Table: project.ThereTable(), Value: were,
		Fields: []string{"project-present"}, Names: map[string][]page.Named{"": may}, Hints: map[string]string{"project-present": p.Env.Words.Say("projects.present.hint")}, Then: p.Stays,
		Act: func(t project.There) model.Action {
			a := project.NotePresence{Project: id, Day: s.Day}
			for _, n := range may {
				switch here := slices.Contains(t.Students, n.ID); {
				case here:
					a.Marks = append(a.Marks, project.Mark{Student: n.ID, State: ledger.Present})
				case was[n.ID] || slices.Contains(all.Students, n.ID):
					a.Marks = append(a.Marks, project.Mark{Student: n.ID, State: ledger.Absent})
				}
			}
			return a
		}})
}

func join(p *Page) tea.Cmd {
	r, w := p.Chosen(), p.Env.Words
	return dialog.Look(&p.Host, look, func(n named) tea.Cmd {
		return page.Fill(p, page.Form[project.Join]{Title: w.Say("projects.join"), Key: "project-join/" + r.ID.String(), About: r.ID, Table: project.JoinTable(), Value: project.Join{ID: r.ID, On: p.Env.Today()},
			Fields: []string{"project-members", "project-since"}, Names: map[string][]page.Named{"": append(n.people, n.pairs...)}, Hints: map[string]string{"project-members": w.Say("projects.join.hint")}, Then: p.Stays,
			Act: func(j project.Join) model.Action { return j }})
	})
}

func agree(p *Page) tea.Cmd {
	r, w := p.Chosen(), p.Env.Words
	var parties []widget.Option
	for _, party := range project.Parties() {
		parties = append(parties, widget.Option{ID: string(party), Label: w.ProjectParty(party)})
	}
	return dialog.Look(&p.Host, look, func(n named) tea.Cmd {
		return page.Fill(p, page.Form[project.Agree]{Title: w.Say("projects.agree"), Key: "project-agree/" + r.ID.String(), About: r.ID, Table: project.AgreeTable(),
			Value:  project.Agree{ID: r.ID, Who: p.Env.User.ID, Party: project.Professional, On: p.Env.Today()},
			Fields: []string{"project-agreed-who", "project-party", "project-agreed-for", "project-agreed-on"}, Names: map[string][]page.Named{"": append(n.people, n.partners...)},
			Options: map[string][]widget.Option{"project-party": parties}, Then: p.Stays, Act: func(a project.Agree) model.Action { return a }})
	})
}

func result(p *Page) tea.Cmd {
	id := p.Chosen().ID
	return page.Fill(p, page.Form[project.Result]{Title: p.Env.Words.Say("field.project-result"), Key: "project-result/" + id.String(), About: id, Table: project.ResultTable(), Value: project.Result{Day: p.Env.Today()},
		Fields: []string{"project-result", "project-result-day"}, Then: p.Stays, Act: func(r project.Result) model.Action { return project.NoteResult{Project: id, Result: r} }})
}

func note(p *Page) tea.Cmd {
	id, s := p.Chosen().ID, p.Fact().(project.Session)
	return page.Fill(p, page.Form[project.Note]{Title: p.Env.Words.Say("field.project-note"), Key: "project-note/" + s.ID.String(), About: id, Table: project.NoteTable(), Value: project.Note{Session: s.ID},
		Fields: []string{"project-note"}, Then: p.Stays, Act: func(n project.Note) model.Action { return project.NoteNote{Project: id, Note: n} }})
}

func evidence(p *Page) tea.Cmd {
	r, w := p.Chosen(), p.Env.Words
	id := r.ID
	return p.Ask(w.Say("projects.evidence", "title", r.Title), []string{w.Say("projects.evidence.what")}, w.Say("projects.evidence.yes"), func() tea.Cmd {
		return p.Do(p.Stays, project.MakeEvidence{Project: id})
	})
}

// remove takes back what the cursor is on; who takes part leaves today.
func remove(p *Page) tea.Cmd {
	id := p.Chosen().ID
	switch f := p.Fact().(type) {
	case project.Agreement:
		return p.Do(p.Stays, project.Agree{ID: id, Who: f.Who, Party: f.Party, Off: true})
	case project.Session:
		return p.Do(p.Stays, project.NoteSession{Project: id, Session: f, Off: true})
	case project.Result:
		return p.Do(p.Stays, project.NoteResult{Project: id, Result: f, Off: true})
	case project.Note:
		return p.Do(p.Stays, project.NoteNote{Project: id, Note: f, Off: true})
	case project.Member:
		return p.Do(p.Stays, project.Leave{ID: id, Who: []journal.ID{f.Who}})
	}
	return nil
}

// end asks how far the project is and what came of it.
func end(p *Page) tea.Cmd {
	is, w := p.Chosen().Project, p.Env.Words
	var states []widget.Option
	for _, s := range project.States() {
		states = append(states, widget.Option{ID: string(s), Label: w.ProjectState(s)})
	}
	is.State = project.Done
	return page.Fill(p, page.Form[project.Project]{Title: w.Say("projects.end", "title", is.Title), Key: "project-end/" + is.ID.String(), About: is.ID, Table: project.Table(), Value: is, Fields: []string{"project-state", "project-came"},
		Options: map[string][]widget.Option{"project-state": states}, Long: []string{"project-came"}, Act: func(is project.Project) model.Action { return project.Edit{Project: is} }})
}

func putAway(p *Page) tea.Cmd {
	r, w := p.Chosen(), p.Env.Words
	id := r.ID
	return p.Ask(w.Say("projects.archive", "title", r.Title), []string{w.Say("projects.archive.what")}, w.Say("projects.archive.yes"), func() tea.Cmd { return p.Do(nil, project.Archive{ID: id}) })
}

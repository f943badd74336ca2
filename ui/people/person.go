package people

import (
	"context"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/leaving"
	"leerbalie/model/pairs"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// startPerson takes on a colleague or a student.
func (p *People) startPerson() tea.Cmd {
	w := p.Env.Words
	q := model.Person{Site: p.Env.Session.Site(), Roles: []model.Role{model.RoleDesk}}
	title := "people.person.new"
	if p.kind() == students {
		q.Roles, title = []model.Role{model.RoleStudent}, "people.student.new"
	}
	asked := p.personQuestions(q, false)
	d := p.sheet("person", p.personForm(w.Say(title), asked, q))
	d.Submit = func(f *widget.Form) tea.Cmd {
		q, err := p.personIn(f, asked, q)
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
	asked := p.personQuestions(was, !p.leads())
	title := w.Say("people.edit", "name", cell.Short(was.Name, 40))
	d := p.sheet("person/"+was.ID.String(), p.personForm(title, asked, was))
	d.Now = func(ctx context.Context, session *model.Session) (func() dialog.Latest, error) {
		people, err := session.People(ctx)
		if err != nil {
			return nil, err
		}
		by, err := session.AlteredBy(ctx, journal.Scope{Class: journal.People, Part: journal.Organisation()}, model.KindPerson, was.ID)
		return func() dialog.Latest {
			i := slices.IndexFunc(people, func(q model.Person) bool { return q.ID == was.ID })
			if i < 0 {
				return dialog.Latest{Entries: d.Form.Entries}
			}
			return dialog.Latest{Entries: p.personForm(title, asked, people[i]).Entries, By: p.altered(by), Take: func() { was = people[i] }}
		}, err
	}
	d.Submit = func(f *widget.Form) tea.Cmd {
		is, err := p.personIn(f, asked, was)
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

// altered names whoever altered something last, as a form says it.
func (p *People) altered(by journal.ID) string {
	if by == p.Env.User.ID {
		return p.Env.Words.Say("meanwhile.you")
	}
	return cell.Safe(screen.ShortName(p.name(by)), 40)
}

// personOver puts what was altered in a form over what is known now.
func personOver(now, was, is model.Person) model.Person {
	model.PersonTable().Over(&now, &was, &is)
	return now.AsSeenIn(was)
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

// startRemove asks why somebody should never have come in, and takes them away.
func (p *People) startRemove(q model.Person) tea.Cmd {
	w := p.Env.Words
	reason := widget.TextEntry("reason", w.Say("field.reason"), "", 2)
	reason.Hint = w.Say("people.remove.hint")
	d := p.sheet("", widget.Form{Title: w.Say("people.remove.title", "name", cell.Short(q.Name, 40)), Entries: []widget.Entry{reason}})
	d.Submit = func(f *widget.Form) tea.Cmd { return p.Do(nil, leaving.RemovePerson{ID: q.ID, Why: f.Text("reason")}) }
	return p.Fill(d)
}

package people

import (
	"context"
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
)

// nameOf is whom or what a receipt is about: the number of a request, or a name. "" where it cannot be read.
func nameOf(ctx context.Context, session *model.Session, r model.Receipt) string {
	if r.Number != "" {
		return r.Number
	}
	if name, err := desk.ReadResidentName(ctx, session, r.Entity); err == nil && name != "" {
		return name
	}
	for _, read := range []func(context.Context) ([]model.Person, error){session.People, session.PeopleWhoLeft} {
		people, err := read(ctx)
		for i := range people {
			if err == nil && people[i].ID == r.Entity {
				return people[i].Name
			}
		}
	}
	groups, err := session.Groups(ctx)
	for i := range groups {
		if err == nil && groups[i].ID == r.Entity {
			return groups[i].Name
		}
	}
	return ""
}

// land puts the cursor on what was made or changed, as soon as it is read.
func (p *People) land(r model.Receipt) tea.Cmd {
	p.list().GoTo(r.Entity)
	return nil
}

// takeBack undoes what this session did last, or does it again, and puts the cursor on it.
func (p *People) takeBack(again bool) tea.Cmd {
	return p.TakeBack(again, func(r model.Receipt) tea.Cmd { return tea.Batch(p.land(r), p.reload()) })
}

// sheet begins a form of this screen.
func (p *People) sheet(key string, form widget.Form) *dialog.Sheet {
	d := &dialog.Sheet{Key: key, Form: form, Width: 100, Hint: p.Env.Words.Say("form.foot", "save", p.Env.Keys.Label("save"))}
	d.Refuse = func(err error) (tea.Cmd, bool) {
		field := fieldOf(err, &d.Form)
		if field == "" {
			return nil, false
		}
		d.Form.Blame(field, p.Env.Words.Error(err))
		return nil, true
	}
	return d
}

// fieldOf is the entry that an error of the model is about, where the model calls it otherwise; "" for any other.
func fieldOf(err error, f *widget.Form) string {
	var e *fault.Error
	if !errors.As(err, &e) {
		return ""
	}
	at := ""
	switch e.Msg {
	case "birth-year":
		at = "birth-year"
	case "keep-reason":
		at = "keep"
	case "last-admin", "admin-only":
		at = "roles"
	}
	for _, arg := range e.Args {
		if value, ok := arg.Value.(string); ok && arg.Name == "field" && f.Entry(value+"s") != nil {
			at = value + "s"
		}
	}
	if f.Entry(at) == nil {
		return ""
	}
	return at
}

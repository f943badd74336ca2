package queue

import (
	"context"
	"errors"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
)

// fault is an error at one field of a form, in words.
type fault struct{ field, text string }

func (f fault) Error() string { return f.field + ": " + f.text }

// options makes the answers of a choice from a list of codes.
func options(list model.Codes, w text.Words) []widget.Option {
	var out []widget.Option
	for _, c := range list {
		out = append(out, widget.Option{ID: c.Code, Label: w.Label(c)})
	}
	return out
}

// requestForm makes the full form of a request. who is the resident's name as it is known now.
func (q *Queue) requestForm(title string, r model.Request, who string) widget.Form {
	w := q.env.Words
	f := widget.Form{Title: title, Entries: []widget.Entry{
		widget.TextEntry("summary", w.Say("field.summary"), r.Summary, 2),
		widget.ChoiceEntry("urgency", w.Say("field.urgency"), string(r.Urgency), options(q.env.Site.UrgencyCodes(), w)),
		widget.TextEntry("who", w.Say("field.resident"), who, 1),
		widget.ChoiceEntry("theme", w.Say("field.theme"), r.Theme, options(q.env.Site.ThemeCodes(), w)),
		widget.ChoiceEntry("channel", w.Say("field.channel"), r.Channel, options(model.Channels(), w)),
		widget.ChoiceEntry("supervision", w.Say("field.supervision"), string(r.Supervision), options(model.Supervisions(), w)),
		widget.TextEntry("details", w.Say("field.details"), r.Details, 4),
		widget.ChoiceEntry("domain", w.Say("field.life-domain"), r.LifeDomain, options(model.LifeDomains(), w)),
		widget.ChoiceEntry("asker", w.Say("field.asker"), r.Asker, options(model.Askers(), w)),
		widget.ChoiceEntry("age", w.Say("field.age-band"), r.AgeBand, options(model.AgeBands(), w)),
		widget.TextEntry("language", w.Say("field.language"), languageName(w, r.Language), 1),
		widget.TextEntry("follow", w.Say("field.follow-up"), q.env.Date(r.FollowUp), 1),
		widget.TextEntry("area", w.Say("field.neighbourhood"), r.Neighbourhood, 1),
	}}
	f.Entries[2].Hint = w.Say("form.who.hint")
	f.Entries[11].Hint = w.Say("task.due.hint")
	f.Entries = slices.Insert(f.Entries, 3, q.contactEntries(model.Resident{})...)
	f.Foot = []string{q.env.Theme.Faint.On(w.Say("form.foot", "save", q.env.Keys.Label("save")))}
	return f
}

// filled reads the form back into a request; the resident is looked up in the command. ok is false where something cannot
// be read, which the form then shows.
func (q *Queue) filled(f *widget.Form, was model.Request) (_ model.Request, ok bool) {
	r := model.Request{
		Summary: strings.ReplaceAll(f.Text("summary"), "\n", " "), Details: f.Text("details"),
		Urgency: model.Urgency(f.Text("urgency")), Supervision: model.Supervision(f.Text("supervision")),
		Theme: f.Text("theme"), Channel: f.Text("channel"), LifeDomain: f.Text("domain"), Asker: f.Text("asker"),
		AgeBand: f.Text("age"), Neighbourhood: f.Text("area"), Language: f.Text("language"),
	}
	if tag, ok := languageFinder(q.env.Words)(r.Language); ok {
		r.Language = tag
	}
	switch text := f.Text("follow"); text {
	case "":
	case q.env.Date(was.FollowUp):
		r.FollowUp = was.FollowUp
	default:
		at, readable := q.env.Words.Moment(text, q.env.Now(), q.zone())
		if !readable {
			f.Blame("follow", q.env.Words.Say("task.due.fault"))
			return r, false
		}
		r.FollowUp = at
	}
	return r, true
}

// startEdit opens the form of a request that is there already.
func (q *Queue) startEdit(row model.RequestRow) tea.Cmd {
	view := q.env.View
	return q.look(row, func(q *Queue, f file) tea.Cmd {
		w := q.env.Words
		s := &sheet{key: "edit/" + row.ID.String(), about: row.ID, form: q.requestForm(w.Say("form.edit", "number", f.request.Number), f.request, f.resident)}
		was := f.request
		s.submit = func(q *Queue, form *widget.Form) tea.Cmd {
			r, ok := q.filled(form, was)
			if !ok {
				return nil
			}
			asker := q.arrival(form, f.resident, was.Resident)
			return q.run(s, nil, nil, func(ctx context.Context, _ *model.View) (model.Receipt, error) {
				id, acts, err := asker.settle(ctx, view)
				if err != nil {
					return model.Receipt{}, err
				}
				r.Resident = id
				if asker.fresh {
					r.Resident = was.Resident // the new one is named by an action of its own
					acts = []model.Action{changes(was, r), model.Introduce{ID: was.ID, Resident: asker.resident}}
				} else {
					acts = append([]model.Action{changes(was, r)}, acts...)
				}
				return view.Do(ctx, acts...)
			})
		}
		watch(s, f.resident)
		var said tea.Cmd
		if fields, ok := q.left(s.key); ok {
			refill(&s.form, fields)
			said = screen.Say(screen.Note, w.Say("queue.draft-back"))
		}
		q.open(s)
		return said
	})
}

// changes is the action that writes only what differs, so that a field that a colleague changed meanwhile stays.
func changes(was, is model.Request) model.EditRequest {
	e := model.EditRequest{ID: was.ID}
	set(&e.Summary, was.Summary, is.Summary)
	set(&e.Details, was.Details, is.Details)
	set(&e.Urgency, was.Urgency, is.Urgency)
	set(&e.Supervision, was.Supervision, is.Supervision)
	set(&e.Channel, was.Channel, is.Channel)
	set(&e.Theme, was.Theme, is.Theme)
	set(&e.LifeDomain, was.LifeDomain, is.LifeDomain)
	set(&e.Neighbourhood, was.Neighbourhood, is.Neighbourhood)
	set(&e.Resident, was.Resident, is.Resident)
	set(&e.Asker, was.Asker, is.Asker)
	set(&e.AgeBand, was.AgeBand, is.AgeBand)
	set(&e.Language, was.Language, is.Language)
	if !was.FollowUp.Equal(is.FollowUp) {
		e.FollowUp = &is.FollowUp
	}
	return e
}

func set[T comparable](to **T, was, is T) {
	if was != is {
		*to = &is
	}
}

// fieldsOf gives what stands in a form, for its draft.
func fieldsOf(f *widget.Form) map[string]string {
	out := map[string]string{}
	for _, e := range f.Entries {
		if e.Many {
			out[e.ID] = strings.Join(f.Many(e.ID), "\n")
		} else {
			out[e.ID] = f.Text(e.ID)
		}
	}
	return out
}

// refill puts a draft back in a form.
func refill(f *widget.Form, fields map[string]string) {
	for i := range f.Entries {
		e := &f.Entries[i]
		value, ok := fields[e.ID]
		switch {
		case !ok:
		case e.Options == nil:
			e.Input.Set(value)
		case value == "":
			e.Picked = nil
		case e.Many:
			e.Picked = strings.Split(value, "\n")
		default:
			e.Picked = []string{value}
		}
	}
}

// blame shows an error at the field it is about.
func blame(q *Queue, f *widget.Form, err error) {
	var own fault
	if errors.As(err, &own) {
		f.Blame(own.field, own.text)
		return
	}
	at, said := f.Focused(), q.env.Words.Error(err)
	var e *model.Error
	if errors.As(err, &e) {
		for _, arg := range e.Args {
			value, _ := arg.Value.(string)
			for i := range f.Entries {
				entry := &f.Entries[i]
				digits := arg.Name == "digits" && value != "" && strings.Contains(entry.Input.Text(), value)
				if digits {
					entry.Input.Mark(value)
				}
				if digits || arg.Name == "field" && entry.ID == value {
					at = entry.ID
				}
			}
		}
	}
	if e != nil && e.Msg == "keep-reason" {
		at = "keep"
	}
	f.Blame(at, said)
}

// complain shows an error below a field, with the digits marked that it is about.
func complain(q *Queue, p *widget.Prompt, err error) {
	p.Fault = q.env.Words.Error(err)
	var e *model.Error
	if errors.As(err, &e) {
		for _, arg := range e.Args {
			if digits, ok := arg.Value.(string); ok && arg.Name == "digits" {
				p.Input.Mark(digits)
			}
		}
	}
}

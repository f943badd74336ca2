package intake

import (
	"context"
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/resident"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/widget"
)

// questions are what the full form of a request asks. The ids are those by which drafts have known the entries from the
// beginning.
func questions() []dialog.FormField[desk.Request] {
	return dialog.FormFields(desk.Editable(), dialog.Way{Name: "summary", Lines: 2}, dialog.Way{Name: "urgency"}, dialog.Way{Name: "resident", ID: "who"},
		dialog.Way{Name: "theme"}, dialog.Way{Name: "channel"}, dialog.Way{Name: "supervision"}, dialog.Way{Name: "details", Lines: 4},
		dialog.Way{Name: "life-domain", ID: "domain"}, dialog.Way{Name: "asker"}, dialog.Way{Name: "asked-by", ID: contactEntry}, dialog.Way{Name: "relation"}, dialog.Way{Name: "age-band", ID: "age"}, dialog.Way{Name: "language"},
		dialog.Way{Name: "follow-up", ID: "follow", Hint: "task.due.hint", Fault: "task.due.fault"}, dialog.Way{Name: "neighbourhood", ID: "area"})
}

// contactEntry is the entry of the contact person.
const contactEntry = "by"

// entries are those of the full form of a request. who and by are the names of the resident and of the contact person as they are known
// now.
func (in *Intake) entries(r desk.Request, who, by string) (out []widget.Entry) {
	w := in.Env.Words
	for _, q := range questions() {
		if q.On == desk.RequestResident {
			out = append(out, widget.TextEntry(q.ID, w.Say("field.resident"), who, 1).Hinted(w.Say("form.who.hint")))
			out = append(out, resident.Contact(w, desk.Resident{})...)
			continue
		}
		if q.On == desk.RequestAskedBy {
			out = append(out, widget.TextEntry(q.ID, w.Say("field.asked-by"), by, 1).Hinted(w.Say("form.by.hint")))
			continue
		}
		out = append(out, q.Entry(in.Env, &r))
	}
	return out
}

// sheet makes the full form of a request, which looks for known residents while the resident is typed.
func (in *Intake) sheet(draft, title string, r desk.Request, who, by string) (*dialog.Sheet, *lookalikes) {
	s := &dialog.Sheet{Key: draft, About: r.ID, Width: 100, Hint: in.Env.Words.Say("form.foot", "save", in.Env.Keys.Label(keys.Save)),
		Form: widget.Form{Title: title, Entries: in.entries(r, who, by)}}
	known := &lookalikes{intake: in, sheet: s, was: who}
	s.Changed, s.Answers = known.look, known.answered
	s.Refuse = func(err error) (tea.Cmd, bool) {
		if m, ok := err.(mayBeKnown); ok {
			known.warn(m.people)
			return nil, true
		}
		return nil, resident.NoReason(in.Env.Words, &s.Form, err)
	}
	return s, known
}

// filled reads the form back into a request; the resident is looked up in the command. ok is false where something cannot
// be read, which the form then shows.
func (in *Intake) filled(f *widget.Form, was desk.Request) (_ desk.Request, ok bool) {
	var r desk.Request
	for _, q := range questions() {
		if q.On == desk.RequestResident || q.On == desk.RequestAskedBy {
			continue
		}
		var fault dialog.FieldError
		if errors.As(q.Read(in.Env, f, &was, &r), &fault) {
			f.Blame(fault.Field, fault.Text)
			return r, false
		}
	}
	r.Summary = strings.ReplaceAll(r.Summary, "\n", " ")
	return r, true
}

// openForm opens the full form with what the line says so far, or with what was left in it.
func (in *Intake) openForm(d *line) tea.Cmd {
	r, who := d.request(), d.parsed.Who
	r.Summary, r.Supervision = d.parsed.Summary, model.SupervisionAlone // a name has a place of its own in the form
	if who == d.parsed.Phone {
		who = ""
	}
	if p, ok := d.resident(); ok {
		who = p.Name
	}
	s, known := in.sheet(d.place.key(formKind), in.Env.Words.Say("form.new"), r, who, "")
	if r.Resident.IsZero() {
		known.was = ""
	}
	s.Own = several().Now(in)
	s.Press = func(msg tea.KeyMsg) (tea.Cmd, bool) { return several().Press(in.Env.Keys, in, msg) }
	s.Submit = func(f *widget.Form) tea.Cmd { return in.submitNew(f, who, r.Resident) }
	in.focus(&s.Form, d, r.Resident, who)
	if r.Summary == "" {
		return in.Host.Fill(s)
	}
	s.Typed = true // what the line said goes on in the form, and its draft with it
	return tea.Batch(in.Host.Forget(s.Key), in.Host.Fill(s), in.Host.Keep(), in.Host.Forget(d.place.key(lineKind)))
}

// focus puts the cursor where somebody who is not known yet has to be described.
func (in *Intake) focus(f *widget.Form, d *line, known journal.ID, who string) {
	switch phone := d.parsed.Phone; {
	case !known.IsZero() || d.parsed.Who == "":
	case phone != "":
		f.Entry("phone").Input.Set(phone)
		f.Focus("keep")
		if who == "" {
			f.Focus("who")
		}
	case d.newcomer():
		f.Focus("phone")
	}
}

func (in *Intake) submitNew(f *widget.Form, who string, known journal.ID) tea.Cmd {
	r, ok := in.filled(f, desk.Request{})
	if !ok {
		return nil
	}
	n, by := in.naming(f, who, known), asking{typed: f.Text(contactEntry), words: in.Env.Words}
	return in.Host.Perform(dialog.Deed{Done: in.added, Act: func(ctx context.Context, session *model.Session) (model.Receipt, error) {
		id, actions, err := n.resolve(ctx, session)
		if err != nil {
			return model.Receipt{}, err
		}
		if r.AskedBy, err = by.resolve(ctx, session); err != nil {
			return model.Receipt{}, err
		}
		if n.fresh {
			return session.Do(ctx, desk.TakeIn{Resident: n.resident, Request: r})
		}
		r.Resident = id
		return session.Do(ctx, append([]model.Action{desk.AddRequest{Request: r}}, actions...)...)
	}})
}

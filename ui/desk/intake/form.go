package intake

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/desk/resident"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/widget"
)

// entries are those of the full form of a request. who is the resident's name as it is known now.
func (in *Intake) entries(r desk.Request, who string) []widget.Entry {
	w := in.Env.Words
	return slices.Concat([]widget.Entry{
		widget.TextEntry("summary", w.Say("field.summary"), r.Summary, 2),
		widget.ChoiceEntry("urgency", w.Say("field.urgency"), string(r.Urgency), wording.Options(in.Env.Site.UrgencyCodes(), w)),
		widget.TextEntry("who", w.Say("field.resident"), who, 1).Hinted(w.Say("form.who.hint")),
	}, resident.Contact(w, desk.Resident{}), []widget.Entry{
		widget.ChoiceEntry("theme", w.Say("field.theme"), r.Theme, wording.Options(in.Env.Site.ThemeCodes(), w)),
		widget.ChoiceEntry("channel", w.Say("field.channel"), r.Channel, wording.Options(model.Channels(), w)),
		widget.ChoiceEntry("supervision", w.Say("field.supervision"), string(r.Supervision), wording.Options(model.Supervisions(), w)),
		widget.TextEntry("details", w.Say("field.details"), r.Details, 4),
		widget.ChoiceEntry("domain", w.Say("field.life-domain"), r.LifeDomain, wording.Options(model.LifeDomains(), w)),
		widget.ChoiceEntry("asker", w.Say("field.asker"), r.Asker, wording.Options(model.Askers(), w)),
		widget.ChoiceEntry("age", w.Say("field.age-band"), r.AgeBand, wording.Options(model.AgeBands(), w)),
		widget.TextEntry("language", w.Say("field.language"), w.Language(r.Language), 1),
		widget.TextEntry("follow", w.Say("field.follow-up"), in.Env.Date(r.FollowUp), 1).Hinted(w.Say("task.due.hint")),
		widget.TextEntry("area", w.Say("field.neighbourhood"), r.Neighbourhood, 1),
	})
}

// sheet makes the full form of a request, which looks for known residents while the resident is typed.
func (in *Intake) sheet(draft, title string, r desk.Request, who string) (*dialog.Sheet, *lookalikes) {
	s := &dialog.Sheet{Key: draft, About: r.ID, Width: 100, Hint: in.Env.Words.Say("form.foot", "save", in.Env.Keys.Label(keys.Save)),
		Form: widget.Form{Title: title, Entries: in.entries(r, who)}}
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
	r := desk.Request{
		Summary: strings.ReplaceAll(f.Text("summary"), "\n", " "), Details: f.Text("details"),
		Urgency: model.Urgency(f.Text("urgency")), Supervision: model.Supervision(f.Text("supervision")),
		Theme: f.Text("theme"), Channel: f.Text("channel"), LifeDomain: f.Text("domain"), Asker: f.Text("asker"),
		AgeBand: f.Text("age"), Neighbourhood: f.Text("area"), Language: f.Text("language"),
	}
	if tag, ok := in.Env.Words.FindLanguage(r.Language); ok {
		r.Language = tag
	}
	switch text := f.Text("follow"); text {
	case "":
	case in.Env.Date(was.FollowUp):
		r.FollowUp = was.FollowUp
	default:
		at, readable := in.Env.Words.Moment(text, in.Env.Now(), in.Zone())
		if !readable {
			f.Blame("follow", in.Env.Words.Say("task.due.fault"))
			return r, false
		}
		r.FollowUp = at
	}
	return r, true
}

// openForm opens the full form with what the line says so far, or with what was left in it.
func (in *Intake) openForm(d *line) tea.Cmd {
	r, who := d.request(), d.parsed.Who
	r.Supervision = model.SupervisionAlone
	if who == d.parsed.Phone {
		who = ""
	}
	if p, ok := d.resident(); ok {
		who = p.Name
	}
	s, known := in.sheet(d.place.key(formKind), in.Env.Words.Say("form.new"), r, who)
	if r.Resident.IsZero() {
		known.was = ""
	}
	s.Own, s.Press = []keys.ID{key.Another, key.NextIntake}, in.turn
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
	n := in.naming(f, who, known)
	return in.Host.Perform(dialog.Deed{Done: in.added, Act: func(ctx context.Context, session *model.Session) (model.Receipt, error) {
		id, actions, err := n.resolve(ctx, session)
		if err != nil {
			return model.Receipt{}, err
		}
		if n.fresh {
			return session.Do(ctx, desk.TakeIn{Resident: n.resident, Request: r})
		}
		r.Resident = id
		return session.Do(ctx, append([]model.Action{desk.AddRequest{Request: r}}, actions...)...)
	}})
}

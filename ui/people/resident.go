package people

import (
	"context"
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// questions are what the form of a resident asks.
func questions() []dialog.FormField[desk.Resident] {
	return dialog.FormFields(desk.ResidentTable(), dialog.Way{Name: "name"}, dialog.Way{Name: "phone", Hint: "people.contact.hint"},
		dialog.Way{Name: "email"}, dialog.Way{Name: "street"}, dialog.Way{Name: "postcode"}, dialog.Way{Name: "city"}, dialog.Way{Name: "neighbourhood"},
		dialog.Way{Name: "birth-year", Hint: "people.birth-year.hint", Fault: "people.birth-year.hint"},
		dialog.Way{Name: "language", Hint: "people.language.hint", Fault: "people.language.fault"}, dialog.Way{Name: "keep", Hint: "people.keep.hint"})
}

// residentForm is the form of a resident.
func (p *People) residentForm(title string, r desk.Resident) widget.Form {
	out := widget.Form{Title: title}
	for _, q := range questions() {
		e := q.Entry(&p.Env, &r)
		switch {
		case q.On == desk.ResidentKeep:
			e = p.keepEntry(r.Keep).Hinted(e.Hint)
		case q.Kind == model.OfFlag:
			e = p.yesNo(q.ID, q.Get(&r).Bool())
		}
		out.Entries = append(out.Entries, e)
	}
	return out
}

// keepEntry asks why contact data are kept.
func (p *People) keepEntry(k desk.Keep) widget.Entry {
	w := p.Env.Words
	return widget.ChoiceEntry("keep", w.Say("field.keep"), string(keepOr(k)), []widget.Option{
		{ID: string(keepNothing), Label: w.Say("people.keep.nothing")},
		{ID: string(desk.KeepThrowaway), Label: w.Say("people.keep.throwaway")},
		{ID: string(desk.KeepRegister), Label: w.Say("people.keep.register")},
	})
}

// yesNo is a question of a form that is answered with yes or no.
func (p *People) yesNo(id string, yes bool) widget.Entry {
	w := p.Env.Words
	picked := "no"
	if yes {
		picked = "yes"
	}
	return widget.ChoiceEntry(id, w.Say("field."+id), picked, []widget.Option{{ID: "no", Label: w.Say("answer.no")}, {ID: "yes", Label: w.Say("answer.yes")}})
}

// residentIn reads the form over what was there; a fault says which answer cannot be.
func (p *People) residentIn(f *widget.Form, was desk.Resident) (desk.Resident, error) {
	r := was
	for _, q := range questions() {
		if err := q.Read(&p.Env, f, &was, &r); err != nil {
			return r, err
		}
	}
	if r.Keep == keepNothing {
		r.Keep = desk.KeepNothing
	}
	return r, nil
}

// newcomer is a resident who is being taken in, compared with those who are known.
type newcomer struct {
	p    *People
	form *dialog.Sheet
	ask  screen.Tickets
	sure bool // the known ones were shown, and it is none of them
}

// mayBeKnown says that residents are known who may be the one being added.
type mayBeKnown struct{ candidates []desk.Candidate }

func (mayBeKnown) Error() string { return "known already" }

// startResident takes in a new resident.
func (p *People) startResident() tea.Cmd {
	n := &newcomer{p: p, form: p.sheet("resident", p.residentForm(p.Env.Words.Say("people.resident.new"), desk.Resident{}))}
	refuse := n.form.Refuse
	n.form.Submit, n.form.Changed, n.form.Answers = n.add, n.changed, n.answered
	n.form.Refuse = func(err error) (tea.Cmd, bool) {
		var k mayBeKnown
		if errors.As(err, &k) {
			return n.askWhetherKnown(k.candidates), true
		}
		return refuse(err)
	}
	return p.Fill(n.form)
}

// typed is who is being typed.
func (n *newcomer) typed(f *widget.Form) (desk.Resident, error) {
	return n.p.residentIn(f, desk.Resident{})
}

// changed plans the comparing with residents who are known.
func (n *newcomer) changed(*widget.Form) tea.Cmd {
	n.sure = false
	return n.p.Env.After(similarDelay, screen.Elapsed{Ticket: n.ask.Next()})
}

// answered compares when the moment has come, and shows who was found.
func (n *newcomer) answered(msg tea.Msg) (cmd tea.Cmd, took bool) {
	switch msg := msg.(type) {
	case screen.Elapsed:
		if n.ask.Fits(msg.Ticket) {
			return n.compare(), true
		}
	case screen.Answer[[]desk.Candidate]:
		if n.ask.Fits(msg.Ticket) {
			n.showSimilar(msg.Value)
			return nil, true
		}
	}
	return nil, false
}

// add adds the resident, unless it may be one who is known: then it asks first.
func (n *newcomer) add(f *widget.Form) tea.Cmd {
	r, err := n.typed(f)
	if err != nil {
		n.form.Refused(&n.p.Host, err)
		return nil
	}
	sure := n.sure
	return n.p.Perform(dialog.Deed{Then: n.p.land, Act: func(ctx context.Context, session *model.Session) (model.Receipt, error) {
		if !sure {
			alike, err := desk.FindSimilarResidents(ctx, session, r)
			if err != nil {
				return model.Receipt{}, err
			}
			if len(alike) > 0 {
				return model.Receipt{}, mayBeKnown{alike}
			}
		}
		return session.Do(ctx, desk.AddResident{Resident: r})
	}})
}

// askWhetherKnown shows the residents who may be the same person: one of them, or somebody new after all.
func (n *newcomer) askWhetherKnown(alike []desk.Candidate) tea.Cmd {
	p, w := n.p, n.p.Env.Words
	c := &dialog.Choice{Back: n.form, Picker: widget.Picker{Title: w.Say("people.known.title"), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}}
	c.Picker.Choices = []widget.Choice{{ID: "new", Label: w.Say("people.known.new", "name", cell.Short(n.form.Form.Text("name"), 40))}}
	for _, k := range alike[:min(len(alike), 20)] {
		c.Picker.Choices = append(c.Picker.Choices, widget.Choice{ID: k.ID.String(), Label: w.Say("people.known.open", "name", whoWhere(k.Resident)), Right: p.reasons(k)})
	}
	c.Choose = func(id string) tea.Cmd {
		if id == "new" {
			n.sure = true
			return n.add(&n.form.Form)
		}
		chosen, err := journal.ParseID(id)
		if err != nil {
			return nil
		}
		p.lists[residents].GoTo(chosen)
		return tea.Batch(p.Show(nil), p.Forget(n.form.Key), p.open(chosen))
	}
	return p.Show(c)
}

// compare looks for residents who may be the one being typed.
func (n *newcomer) compare() tea.Cmd {
	r, _ := n.typed(&n.form.Form)
	if len([]rune(r.Name)) < 3 && r.Phone == "" {
		n.showSimilar(nil)
		return nil
	}
	session := n.p.Env.Session
	return screen.Ask(n.p.Env.Ctx, n.ask.Next(), func(ctx context.Context) ([]desk.Candidate, error) { return desk.FindSimilarResidents(ctx, session, r) })
}

// showSimilar warns below the form that somebody like this is known.
func (n *newcomer) showSimilar(similar []desk.Candidate) {
	w, th := n.p.Env.Words, n.p.Env.Theme
	var lines []string
	for _, k := range similar[:min(len(similar), 2)] {
		lines = append(lines, th.Today.On(theme.WarnSign+" "+w.Say("people.alike", "name", cell.Short(whoWhere(k.Resident), 60), "why", n.p.reasons(k))))
	}
	if more := len(similar) - 2; more > 0 {
		lines = append(lines, th.Today.On(theme.WarnSign+" "+w.Count("people.alike.more", more)))
	}
	n.form.Below(lines...)
}

// reasons says in what two residents are alike.
func (p *People) reasons(k desk.Candidate) string {
	words := make([]string, len(k.Reasons))
	for i, r := range k.Reasons {
		words[i] = strings.ToLower(p.Env.Words.Say("field." + r))
	}
	return strings.Join(words, ", ")
}

// whoWhere is a name with the street, to tell two people of one name apart.
func whoWhere(r desk.Resident) string {
	where := r.Street
	if where == "" {
		where = r.Neighbourhood
	}
	return strings.TrimSuffix(cell.Safe(r.Name, 60)+", "+cell.Safe(where, 40), ", ")
}

// startResidentEdit alters what is known of the resident whose page is open. Only what was altered is written, so that
// what a colleague altered meanwhile stays.
func (p *People) startResidentEdit() tea.Cmd {
	was := p.page.file.Resident
	title := p.Env.Words.Say("people.edit", "name", cell.Short(was.Name, 40))
	d := p.sheet("edit/"+was.ID.String(), p.residentForm(title, was))
	d.About = was.ID
	d.Now = func(ctx context.Context, session *model.Session) (func() dialog.Latest, error) {
		now, by, err := desk.ReadResidentNow(ctx, session, was.ID)
		return func() dialog.Latest {
			return dialog.Latest{Entries: p.residentForm(title, now).Entries, By: p.altered(by), Take: func() { was = now }}
		}, err
	}
	d.Submit = func(f *widget.Form) tea.Cmd {
		is, err := p.residentIn(f, was)
		if err != nil {
			d.Refused(&p.Host, err)
			return nil
		}
		return p.Perform(dialog.Deed{Act: func(ctx context.Context, session *model.Session) (model.Receipt, error) {
			now, err := desk.ReadOpenedResident(ctx, session, was.ID)
			if err != nil {
				return model.Receipt{}, err
			}
			return session.Do(ctx, desk.EditResident{Resident: residentOver(now.Resident, was, is)})
		}})
	}
	return p.Fill(d)
}

// residentOver puts what was altered in a form over what is known now.
func residentOver(now, was, is desk.Resident) desk.Resident {
	desk.ResidentTable().Over(&now, &was, &is)
	return now.AsSeenIn(was)
}

package people

import (
	"context"
	"errors"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// residentForm is the form of a resident.
func (p *People) residentForm(title string, r model.Resident) widget.Form {
	w := p.env.Words
	text := func(id, value string) widget.Entry { return widget.TextEntry(id, w.Say("field."+id), value, 1) }
	hinted := func(e widget.Entry, hint string) widget.Entry {
		e.Hint = hint
		return e
	}
	born := ""
	if r.BirthYear != 0 {
		born = strconv.Itoa(r.BirthYear)
	}
	language := ""
	if r.Language != "" {
		language = w.Language(r.Language)
	}
	keep := widget.ChoiceEntry("keep", w.Say("field.keep"), string(keepOr(r.Keep)), []widget.Option{
		{ID: "nothing", Label: w.Say("people.keep.nothing")},
		{ID: string(model.KeepThrowaway), Label: w.Say("people.keep.throwaway")},
		{ID: string(model.KeepRegister), Label: w.Say("people.keep.register")},
	})
	return widget.Form{Title: title, Entries: []widget.Entry{
		text("name", r.Name), hinted(text("phone", r.Phone), w.Say("people.contact.hint")), text("email", r.Email),
		text("street", r.Street), text("postcode", r.Postcode), text("city", r.City), text("neighbourhood", r.Neighbourhood),
		hinted(text("birth-year", born), w.Say("people.birth-year.hint")), hinted(text("language", language), w.Say("people.language.hint")),
		hinted(keep, w.Say("people.keep.hint")), p.yesNo("told", r.Told), p.yesNo("regular", r.Regular),
	}}
}

// yesNo is a question of a form that is answered with yes or no.
func (p *People) yesNo(id string, yes bool) widget.Entry {
	w := p.env.Words
	picked := "no"
	if yes {
		picked = "yes"
	}
	return widget.ChoiceEntry(id, w.Say("field."+id), picked, []widget.Option{{ID: "no", Label: w.Say("answer.no")}, {ID: "yes", Label: w.Say("answer.yes")}})
}

// residentIn reads the form over what was there; a fault says which answer cannot be.
func (p *People) residentIn(f *widget.Form, r model.Resident) (model.Resident, error) {
	w := p.env.Words
	r.Name, r.Phone, r.Email = f.Text("name"), f.Text("phone"), f.Text("email")
	r.Street, r.Postcode, r.City, r.Neighbourhood = f.Text("street"), f.Text("postcode"), f.Text("city"), f.Text("neighbourhood")
	r.Told, r.Regular = f.Text("told") == "yes", f.Text("regular") == "yes"
	if r.Keep = model.Keep(f.Text("keep")); r.Keep == "nothing" {
		r.Keep = model.KeepNothing
	}
	r.BirthYear = 0
	if typed := f.Text("birth-year"); typed != "" {
		year, err := strconv.Atoi(typed)
		if err != nil {
			return r, fault{"birth-year", w.Say("people.birth-year.hint")}
		}
		r.BirthYear = year
	}
	if typed := f.Text("language"); typed != "" && typed != w.Language(r.Language) {
		tag, ok := w.FindLanguage(typed)
		if !ok {
			return r, fault{"language", w.Say("people.language.fault", "typed", cell.Short(typed, 30))}
		}
		r.Language = tag
	} else if typed == "" {
		r.Language = ""
	}
	return r, nil
}

// startResident takes in a new resident.
func (p *People) startResident() tea.Cmd {
	w := p.env.Words
	d := &sheet{key: "resident", form: p.residentForm(w.Say("people.resident.new"), model.Resident{}), foot: p.footLines()}
	d.alike = func(f *widget.Form) model.Resident {
		r, _ := p.residentIn(f, model.Resident{})
		return r
	}
	d.submit = func(p *People, f *widget.Form) tea.Cmd { return p.addResident(d, f) }
	return p.fill(d)
}

// footLines says what the keys of a form do.
func (p *People) footLines() []string {
	return []string{p.env.Theme.Faint.On(p.env.Words.Say("form.foot", "save", p.env.Keys.Label("save")))}
}

// known says that residents are known who may be the one being added.
type known struct{ candidates []model.Candidate }

func (known) Error() string { return "known already" }

// addResident adds the resident, unless it may be one who is known: then it asks first.
func (p *People) addResident(d *sheet, f *widget.Form) tea.Cmd {
	r, err := p.residentIn(f, model.Resident{})
	if err != nil {
		d.refused(p, err)
		return nil
	}
	sure := d.sure
	return p.run(land, func(p *People, a acted) tea.Cmd {
		var k known
		if errors.As(a.err, &k) {
			p.askKnown(d, r, k.candidates)
			return nil
		}
		d.refused(p, a.err)
		return savedOrNot(a.err)
	}, func(ctx context.Context, v *model.View) (model.Receipt, error) {
		if !sure {
			alike, err := v.Similar(ctx, r)
			if err != nil {
				return model.Receipt{}, err
			}
			if len(alike) > 0 {
				return model.Receipt{}, known{alike}
			}
		}
		return v.Do(ctx, model.AddResident{Resident: r})
	})
}

// askKnown shows the residents who may be the same person: one of them, or somebody new after all.
func (p *People) askKnown(d *sheet, r model.Resident, alike []model.Candidate) {
	w := p.env.Words
	c := &choice{back: d, picker: widget.Picker{Title: w.Say("people.known.title"), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}}
	c.picker.Choices = []widget.Choice{{ID: "new", Label: w.Say("people.known.new", "name", cell.Short(r.Name, 40))}}
	for _, k := range alike[:min(len(alike), 20)] {
		c.picker.Choices = append(c.picker.Choices, widget.Choice{ID: k.ID.String(), Label: w.Say("people.known.open", "name", whoWhere(k.Resident)), Right: p.reasons(k)})
	}
	c.choose = func(p *People, id string) tea.Cmd {
		if id == "new" {
			d.sure = true
			return p.addResident(d, &d.form)
		}
		chosen, err := model.ParseID(id)
		if err != nil {
			return nil
		}
		p.dialog, p.dirty = nil, false
		p.lists[residents].GoTo(chosen)
		return tea.Batch(p.throwAway(draftPrefix+d.key), p.open(chosen))
	}
	p.dialog = c
}

// compare looks for residents who may be the one being typed.
func (p *People) compare(d *sheet) tea.Cmd {
	r, view := d.alike(&d.form), p.env.View
	if len([]rune(r.Name)) < 3 && r.Phone == "" {
		p.showAlike(d, nil)
		return nil
	}
	return screen.Ask(p.env.Ctx, p.alike.Next(), func(ctx context.Context) ([]model.Candidate, error) { return view.Similar(ctx, r) })
}

// showAlike warns below the form that somebody like this is known.
func (p *People) showAlike(d *sheet, alike []model.Candidate) {
	w, th := p.env.Words, p.env.Theme
	d.form.Foot = d.foot
	if len(alike) == 0 {
		return
	}
	lines := []string{}
	for _, k := range alike[:min(len(alike), 2)] {
		lines = append(lines, th.Today.On(theme.WarnSign+" "+w.Say("people.alike", "name", cell.Short(whoWhere(k.Resident), 60), "why", p.reasons(k))))
	}
	if more := len(alike) - 2; more > 0 {
		lines = append(lines, th.Today.On(theme.WarnSign+" "+w.Count("people.alike.more", more)))
	}
	d.form.Foot = append(lines, d.foot...)
}

// reasons says in what two residents are alike.
func (p *People) reasons(k model.Candidate) string {
	words := make([]string, len(k.Reasons))
	for i, r := range k.Reasons {
		words[i] = strings.ToLower(p.env.Words.Say("field." + r))
	}
	return strings.Join(words, ", ")
}

// whoWhere is a name with the street, to tell two people of one name apart.
func whoWhere(r model.Resident) string {
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
	d := &sheet{key: "edit/" + was.ID.String(), about: was.ID, foot: p.footLines(),
		form: p.residentForm(p.env.Words.Say("people.edit", "name", cell.Short(was.Name, 40)), was)}
	d.submit = func(p *People, f *widget.Form) tea.Cmd {
		is, err := p.residentIn(f, was)
		if err != nil {
			d.refused(p, err)
			return nil
		}
		return p.run(nil, nil, func(ctx context.Context, v *model.View) (model.Receipt, error) {
			now, err := v.ResidentAgain(ctx, was.ID)
			if err != nil {
				return model.Receipt{}, err
			}
			return v.Do(ctx, model.EditResident{Resident: residentOver(now.Resident, was, is)})
		})
	}
	return p.fill(d)
}

// residentOver puts what was altered in a form over what is known now.
func residentOver(now, was, is model.Resident) model.Resident {
	over(&now.Name, was.Name, is.Name)
	over(&now.Phone, was.Phone, is.Phone)
	over(&now.Email, was.Email, is.Email)
	over(&now.Street, was.Street, is.Street)
	over(&now.Postcode, was.Postcode, is.Postcode)
	over(&now.City, was.City, is.City)
	over(&now.Neighbourhood, was.Neighbourhood, is.Neighbourhood)
	over(&now.BirthYear, was.BirthYear, is.BirthYear)
	over(&now.Language, was.Language, is.Language)
	over(&now.Keep, was.Keep, is.Keep)
	over(&now.Told, was.Told, is.Told)
	over(&now.Regular, was.Regular, is.Regular)
	return now
}

func over[T comparable](now *T, was, is T) {
	if was != is {
		*now = is
	}
}

package people

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/directory"
	"leerbalie/model/plain"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// between parts what holds commas of its own when it is typed, such as hours.
const between = "; "

// mostKnown is how many organisations or places that are known show below the form of a service.
const mostKnown = 3

// offering is the form of a service: who offers it and where are typed, and those that are known by then show below it, to be chosen by up
// and down. Others are added with the service, in one step.
type offering struct {
	p     *People
	form  *dialog.Sheet
	was   directory.Hit
	known map[string][]string // names of what is there, by the entry they are typed in
	rows  []string            // those that show
	of    string              // the entry they are of
	at    int                 // the row that is chosen, -1 for none
}

// serviceQuestions are what the form of a service asks in the way of its table; the others are read by offering itself.
func serviceQuestions() []dialog.FormField[directory.Service] {
	ways := []dialog.Way{{Name: "name", Hint: "people.service.name.hint"}, {Name: "needs", Hint: "people.service.needs.hint"}, {Name: "description", Lines: 2}, {Name: "process"},
		{Name: "fees"}, {Name: "wait"}, {Name: "eligibility"}, {Name: "alert"}, {Name: "url"}, {Name: "email"}}
	return dialog.FormFields(directory.ServiceTable(), ways...)[:len(ways)]
}

// entries are those of the form, as a service stands now.
func (o *offering) entries(h *directory.Hit) (out []widget.Entry) {
	p, w, s := o.p, o.p.Env.Words, &h.Service
	line := func(id, label, value, hint string) {
		e := widget.TextEntry(id, w.Say(label), value, 1)
		if hint != "" {
			e.Hint = w.Say(hint)
		}
		out = append(out, e)
	}
	for _, q := range serviceQuestions() {
		switch q.ID {
		case "needs":
			line("organization", "field.organization", h.Organization.Name, "people.service.new.hint")
		case "description":
			o.placeEntries(h, line)
			line("phones", "field.phones", phonesTyped(s.Phones), "people.comma.hint")
			line("schedules", "field.schedules", o.hoursTyped(s.Schedules), "people.service.hours.hint")
			line("languages", "field.languages", p.languageNames(s.Languages), "people.languages.hint")
			if len(s.Costs) > 0 {
				line("costs", "field.costs", strings.Join(s.Costs, between), "people.service.costs.hint")
			}
		}
		out = append(out, q.Entry(&p.Env, s))
	}
	return out
}

// placeEntries ask where it is; of a service at several places those stay as they are.
func (o *offering) placeEntries(h *directory.Hit, line func(id, label, value, hint string)) {
	if len(h.Places) > 1 {
		return
	}
	var l directory.Location
	if len(h.Places) == 1 {
		l = h.Places[0]
	}
	line("place", "field.place", l.Name, "people.service.new.hint")
	line("street", "field.street", strings.Join(l.Address, ", "), "")
	line("postcode", "field.postcode", l.Postcode, "")
	line("city", "field.city", l.City, "")
}

func phonesTyped(all []directory.Phone) string {
	var out []string
	for _, n := range all {
		out = append(out, n.Number)
	}
	return strings.Join(out, ", ")
}

func (o *offering) hoursTyped(all []directory.Schedule) string {
	var out []string
	for _, s := range all {
		out = append(out, o.p.Env.Words.Hours(s))
	}
	return strings.Join(out, between)
}

// startService adds a service, or alters the one of a hit.
func (p *People) startService(was directory.Hit) tea.Cmd {
	session := p.Env.Session
	return dialog.Look(&p.Host, func(ctx context.Context, session *model.Session) (directory.All, error) {
		return directory.ReadAll(ctx, session)
	}, func(all directory.All) tea.Cmd {
		o := &offering{p: p, was: was, at: -1, known: map[string][]string{}}
		for i := range all.Organizations {
			if e := &all.Organizations[i]; e.Retired == nil && !e.Archived {
				o.known["organization"] = append(o.known["organization"], e.Name)
			}
		}
		for i := range all.Locations {
			if e := &all.Locations[i]; e.Retired == nil && !e.Archived {
				o.known["place"] = append(o.known["place"], e.Name)
			}
		}
		id, key, title := was.Service.ID, "service", p.Env.Words.Say("people.service.new")
		if !id.IsZero() {
			key, title = "service/"+id.String(), p.Env.Words.Say("people.edit", "name", cell.Short(was.Service.Name, 40))
		}
		o.form = p.sheet(key, widget.Form{Title: title, Entries: o.entries(&was)})
		o.form.Submit, o.form.Changed, o.form.Press = o.submit, o.changed, o.press
		if len(was.Places) > 1 {
			o.form.Lead = []string{p.Env.Theme.Faint.On(p.Env.Words.Count("people.service.places", len(was.Places)))}
		}
		if !id.IsZero() {
			o.form.About = id
			o.form.Now = func(ctx context.Context, _ *model.Session) (func() dialog.Latest, error) {
				now, err := directory.Read(ctx, session, id, p.Env.Local(p.Env.Now()))
				if err != nil {
					return nil, err
				}
				by, err := session.AlteredBy(ctx, directory.Scope(), directory.KindService, id)
				return func() dialog.Latest {
					return dialog.Latest{Entries: o.entries(&now), By: p.altered(by), Take: func() { o.was = now }}
				}, err
			}
		}
		return p.Fill(o.form)
	})
}

// changed shows which organisations or places are called what is being typed.
func (o *offering) changed(f *widget.Form) tea.Cmd {
	o.of, o.at, o.rows = f.Focused(), -1, nil
	if typed := f.Text(o.of); typed != "" {
		terms := plain.TermsOf(typed)
		for _, name := range o.known[o.of] {
			if name == typed { // nothing is left to choose
				o.rows = nil
				break
			}
			if terms.In(plain.Searched(name)) && len(o.rows) < mostKnown && !slices.Contains(o.rows, name) {
				o.rows = append(o.rows, name)
			}
		}
	}
	o.show()
	return nil
}

// press chooses among what is known.
func (o *offering) press(msg tea.KeyMsg) (tea.Cmd, bool) {
	f := &o.form.Form
	if f.Focused() != o.of || len(o.rows) == 0 {
		if len(o.rows) > 0 {
			o.rows = nil
			o.show()
		}
		return nil, false
	}
	switch {
	case o.p.Env.Keys.Is(msg, PickKnown):
		n, step := len(o.rows)+1, 1 // with none among them
		if msg.Type == tea.KeyUp {
			step = n - 1
		}
		o.at = (o.at+1+step)%n - 1
		o.show()
		return nil, true
	case o.at >= 0 && msg.Type == tea.KeyEnter:
		f.Entry(o.of).Input.Set(o.rows[o.at])
		o.at, o.rows = -1, nil
		o.show()
		return o.p.Typed(), true
	}
	return nil, false
}

func (o *offering) show() {
	th, w := o.p.Env.Theme, o.p.Env.Words
	var lines []string
	o.form.Own = nil
	if len(o.rows) > 0 {
		o.form.Own = []keys.ID{PickKnown}
	}
	for i, name := range o.rows {
		said := cell.Short(name, 60)
		if i == o.at {
			lines = append(lines, th.Cursor.On(theme.CursorSign+" "+said))
		} else {
			lines = append(lines, "  "+said)
		}
	}
	if len(lines) > 0 {
		lines = append([]string{th.Faint.On(w.Say("people.service.known"))}, lines...)
	}
	o.form.Below(lines...)
}

// submit writes the service, with its organisation and its place.
func (o *offering) submit(f *widget.Form) tea.Cmd {
	actions, err := o.read(f)
	if err != nil {
		o.form.Refused(&o.p.Host, err)
		return nil
	}
	return o.p.Do(o.p.land, actions...)
}

// read reads the form over what was there.
func (o *offering) read(f *widget.Form) ([]model.Action, error) {
	p, was := o.p, &o.was.Service
	a := directory.Offer{Service: *was}
	s := &a.Service
	for _, q := range serviceQuestions() {
		if err := q.Read(&p.Env, f, was, s); err != nil {
			return nil, err
		}
	}
	s.Phones = nil
	for _, n := range dialog.Parts(f.Text("phones")) {
		phone := directory.Phone{Number: n}
		if i := slices.IndexFunc(was.Phones, func(p directory.Phone) bool { return p.Number == n }); i >= 0 {
			phone = was.Phones[i]
		}
		s.Phones = append(s.Phones, phone)
	}
	if err := o.readHours(f.Text("schedules"), s); err != nil {
		return nil, err
	}
	var why string
	if s.Languages, why = p.languagesIn(f.Text("languages"), "people.language.fault", was.Languages); why != "" {
		return nil, dialog.FieldError{Field: "languages", Text: why}
	}
	if f.Entry("costs") != nil {
		s.Costs = parts(f.Text("costs"))
	}
	switch by := f.Text("organization"); {
	case by == "":
		s.Organization = directory.Service{}.Organization
	case by != o.was.Organization.Name:
		a.By = by
	}
	return append([]model.Action{a}, o.readPlace(f, &a)...), nil
}

// readHours reads hours; those that stood there stay what they are, whatever else is known of them.
func (o *offering) readHours(typed string, s *directory.Service) error {
	w, were := o.p.Env.Words, o.was.Service.Schedules
	s.Schedules = nil
	if typed == o.hoursTyped(were) {
		s.Schedules = were
		return nil
	}
	for _, part := range parts(typed) {
		if i := slices.IndexFunc(were, func(x directory.Schedule) bool { return w.Hours(x) == part }); i >= 0 {
			s.Schedules = append(s.Schedules, were[i])
			continue
		}
		hours, err := w.ParseHours(part)
		if err != nil {
			return dialog.FieldError{Field: "schedules", Text: w.Error(err)}
		}
		s.Schedules = append(s.Schedules, hours)
	}
	return nil
}

// readPlace says where it is: at another place, which may be a new one, or at the same, whose address was altered.
func (o *offering) readPlace(f *widget.Form, a *directory.Offer) []model.Action {
	if f.Entry("place") == nil {
		return nil
	}
	var was directory.Location
	if len(o.was.Places) == 1 {
		was = o.was.Places[0]
	}
	is := was
	is.Name, is.Postcode, is.City = f.Text("place"), f.Text("postcode"), f.Text("city")
	if street := f.Text("street"); street != strings.Join(was.Address, ", ") {
		is.Address = dialog.Parts(street)
	}
	same := slices.Equal(is.Address, was.Address) && is.Postcode == was.Postcode && is.City == was.City
	switch {
	case is.Name == "" && len(is.Address) == 0 && is.Postcode == "" && is.City == "":
		a.Service.Locations = nil
	case !was.ID.IsZero() && is.Name == was.Name && same:
	case !was.ID.IsZero() && is.Name == was.Name:
		return []model.Action{directory.EditLocation{Location: is}}
	default:
		a.At = directory.Location{Entry: directory.Entry{Name: is.Name}}
		if was.ID.IsZero() || !same { // the address of the place before is not that of another
			a.At.Address, a.At.Postcode, a.At.City = is.Address, is.Postcode, is.City
		}
	}
	return nil
}

// parts reads several things with a semicolon between.
func parts(typed string) (out []string) {
	for _, part := range strings.Split(typed, ";") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

package queue

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// alter opens the form of the resident.
func (d *residentPage) alter(q *Queue) tea.Cmd {
	w, r := q.env.Words, d.file.Resident
	year := ""
	if r.BirthYear != 0 {
		year = strconv.Itoa(r.BirthYear)
	}
	regular := ""
	if r.Regular {
		regular = "yes"
	}
	s := &sheet{key: "resident/" + r.ID.String(), about: r.ID}
	s.form = widget.Form{Title: w.Say("resident.edit", "name", r.Name), Entries: []widget.Entry{widget.TextEntry("name", w.Say("field.name"), r.Name, 1)}}
	s.form.Entries = append(s.form.Entries, q.contactEntries(r)...)
	for _, e := range []struct{ id, word, value string }{
		{"email", "field.email", r.Email}, {"street", "field.street", r.Street}, {"postcode", "field.postcode", r.Postcode},
		{"city", "field.city", r.City}, {"area", "field.neighbourhood", r.Neighbourhood}, {"year", "field.birth-year", year},
		{"language", "field.language", languageName(w, r.Language)},
	} {
		s.form.Entries = append(s.form.Entries, widget.TextEntry(e.id, w.Say(e.word), e.value, 1))
	}
	if r.Language == "" {
		s.form.Entries[len(s.form.Entries)-1].Input.Set("")
	}
	s.form.Entries = append(s.form.Entries, widget.ChoiceEntry("regular", w.Say("field.regular"), regular, q.yesNo()))
	s.form.Foot = []string{q.env.Theme.Faint.On(w.Say("form.foot", "save", q.env.Keys.Label(keys.Save)))}
	s.submit = func(q *Queue, f *widget.Form) tea.Cmd {
		r := r
		r.Name, r.Phone, r.Keep, r.Told = f.Text("name"), f.Text("phone"), model.Keep(f.Text("keep")), f.Text("told") == "yes"
		r.Email, r.Street, r.Postcode, r.City = f.Text("email"), f.Text("street"), f.Text("postcode"), f.Text("city")
		r.Neighbourhood, r.Regular, r.BirthYear, r.Language = f.Text("area"), f.Text("regular") == "yes", 0, f.Text("language")
		if tag, ok := languageFinder(w)(r.Language); ok {
			r.Language = tag
		}
		if text := f.Text("year"); text != "" {
			n, err := strconv.Atoi(text)
			if err != nil {
				f.Blame("year", w.Say("resident.year"))
				return nil
			}
			r.BirthYear = n
		}
		return q.do(func(q *Queue, a acted) tea.Cmd {
			d.file.Resident = r
			q.open(d)
			said := screen.Say(screen.Done, w.Say("did.act-edit-resident", "name", cell.Safe(r.Name, 60))+"  "+w.Say("queue.undo-hint", "key", q.env.Keys.Label(Undo)))
			return tea.Batch(said, q.reload())
		}, nil, model.EditResident{Resident: r})
	}
	q.open(s)
	if fields, ok := q.left(s.key); ok {
		refill(&s.form, fields)
		return screen.Say(screen.Note, w.Say("queue.draft-back"))
	}
	return nil
}

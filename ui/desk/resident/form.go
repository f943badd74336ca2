package resident

import (
	"errors"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Contact are the entries of a form in which somebody becomes known: phone, keep and told, for the number, why it is kept,
// and whether that was told.
func Contact(w text.Words, r desk.Resident) []widget.Entry {
	keep := []widget.Option{{ID: string(desk.KeepThrowaway), Label: w.Say("keep.throwaway")}, {ID: string(desk.KeepRegister), Label: w.Say("keep.register")}}
	return []widget.Entry{
		widget.TextEntry("phone", w.Say("field.phone"), r.Phone, 1).Hinted(w.Say("form.phone.hint")),
		widget.ChoiceEntry("keep", w.Say("field.keep"), string(r.Keep), keep).Hinted(w.Say("form.keep.hint")),
		widget.ChoiceEntry("told", w.Say("field.told"), yes(r.Told), dialog.YesNo(w)).Hinted(w.Say("form.told.hint")),
	}
}

// NoReason shows, at the entry keep, that data are kept without a reason; ok is false for another error.
func NoReason(w text.Words, f *widget.Form, err error) (ok bool) {
	var e *fault.Error
	if !errors.As(err, &e) || e.Msg != "keep-reason" {
		return false
	}
	f.Blame("keep", w.Error(err))
	return true
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

// DraftKind begins the key of the draft of a resident's form.
const DraftKind = "resident"

// edit opens the form of the resident.
func (d *page) edit() tea.Cmd {
	w, r := d.Host.Env.Words, d.file.Resident
	year, language := "", ""
	if r.BirthYear != 0 {
		year = strconv.Itoa(r.BirthYear)
	}
	if r.Language != "" {
		language = w.Language(r.Language)
	}
	entries := append([]widget.Entry{widget.TextEntry("name", w.Say("field.name"), r.Name, 1)}, Contact(w, r)...)
	for _, e := range []struct{ id, word, value string }{
		{"email", "field.email", r.Email}, {"street", "field.street", r.Street}, {"postcode", "field.postcode", r.Postcode},
		{"city", "field.city", r.City}, {"area", "field.neighbourhood", r.Neighbourhood}, {"year", "field.birth-year", year},
		{"language", "field.language", language},
	} {
		entries = append(entries, widget.TextEntry(e.id, w.Say(e.word), e.value, 1))
	}
	entries = append(entries, widget.ChoiceEntry("regular", w.Say("field.regular"), yes(r.Regular), dialog.YesNo(w)))
	s := &dialog.Sheet{Key: DraftKind + "/" + r.ID.String(), About: r.ID, Width: 100, Hint: w.Say("form.foot", "save", d.Host.Env.Keys.Label(keys.Save)),
		Form: widget.Form{Title: w.Say("resident.edit", "name", r.Name), Entries: entries}}
	s.Submit = func(f *widget.Form) tea.Cmd { return d.submit(f) }
	s.Refuse = func(err error) (tea.Cmd, bool) { return nil, NoReason(w, &s.Form, err) }
	return d.Host.Fill(s)
}

// submit writes what the form says, and comes back to the page.
func (d *page) submit(f *widget.Form) tea.Cmd {
	w, r := d.Host.Env.Words, d.file.Resident
	r.Name, r.Phone, r.Keep, r.Told = f.Text("name"), f.Text("phone"), desk.Keep(f.Text("keep")), f.Text("told") == "yes"
	r.Email, r.Street, r.Postcode, r.City = f.Text("email"), f.Text("street"), f.Text("postcode"), f.Text("city")
	r.Neighbourhood, r.Regular, r.BirthYear, r.Language = f.Text("area"), f.Text("regular") == "yes", 0, f.Text("language")
	if tag, ok := w.FindLanguage(r.Language); ok {
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
	return d.Host.Perform(dialog.Deed{Act: dialog.Doing(desk.EditResident{Resident: r}), Done: func(model.Receipt) tea.Cmd {
		d.file.Resident = r
		said := w.Say("did.act-edit-resident", "name", cell.Safe(r.Name, 60))
		return tea.Batch(d.Host.Show(d), d.Host.SayDone(said), d.Host.Reload())
	}})
}

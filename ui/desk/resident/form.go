package resident

import (
	"context"
	"errors"

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
		widget.TextEntry("phone", w.Say("field.phone"), r.Phone, 1).Numeral().Hinted(w.Say("form.phone.hint")),
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

// questions are what the form of a resident asks. The ids are those by which drafts have known the entries from the beginning.
func questions() []dialog.FormField[desk.Resident] {
	return dialog.FormFields(desk.ResidentTable(), dialog.Way{Name: "name"}, dialog.Way{Name: "phone"}, dialog.Way{Name: "keep"}, dialog.Way{Name: "told"},
		dialog.Way{Name: "email"}, dialog.Way{Name: "street"}, dialog.Way{Name: "postcode"}, dialog.Way{Name: "city"},
		dialog.Way{Name: "neighbourhood", ID: "area"}, dialog.Way{Name: "birth-year", ID: "year", Fault: "resident.year"}, dialog.Way{Name: "language"})
}

// entries are those of the form of a resident.
func (d *page) entries(r desk.Resident) (entries []widget.Entry) {
	w := d.Host.Env.Words
	for _, q := range questions() {
		switch q.On {
		case desk.ResidentPhone:
			entries = append(entries, Contact(w, r)...)
		case desk.ResidentKeep, desk.ResidentTold: // among those
		default:
			entries = append(entries, q.Entry(&d.Host.Env, &r))
		}
	}
	return entries
}

// edit opens the form of the resident.
func (d *page) edit() tea.Cmd {
	w, r := d.Host.Env.Words, d.file.Resident
	s := &dialog.Sheet{Key: DraftKind + "/" + r.ID.String(), About: r.ID, Width: 100, Hint: w.Say("form.foot", "save", d.Host.Env.Keys.Label(keys.Save)),
		Form: widget.Form{Title: w.Say("resident.edit", "name", r.Name), Entries: d.entries(r)}}
	s.Now = func(ctx context.Context, session *model.Session) (func() dialog.Latest, error) {
		now, by, err := desk.ReadResidentNow(ctx, session, r.ID)
		return func() dialog.Latest {
			return dialog.Latest{Entries: d.entries(now), By: d.Altered(by), Take: func() { d.file.Resident = now }}
		}, err
	}
	s.Submit = func(f *widget.Form) tea.Cmd { return d.submit(f) }
	s.Refuse = func(err error) (tea.Cmd, bool) { return nil, NoReason(w, &s.Form, err) }
	return d.Host.Fill(s)
}

// submit writes what the form says, and comes back to the page.
func (d *page) submit(f *widget.Form) tea.Cmd {
	w, r := d.Host.Env.Words, d.file.Resident
	for _, q := range questions() {
		var fault dialog.FieldError
		if errors.As(q.Read(&d.Host.Env, f, &d.file.Resident, &r), &fault) {
			f.Blame(fault.Field, fault.Text)
			return nil
		}
	}
	return d.Host.Perform(dialog.Deed{Act: dialog.Doing(desk.EditResident{Resident: r}), Done: func(model.Receipt) tea.Cmd {
		d.file.Resident = r
		said := w.Say("did.act-edit-resident", "name", cell.Safe(r.Name, 60))
		return tea.Batch(d.Host.Show(d), d.Host.SayDone(said), d.Host.Reload())
	}})
}

package work

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	"leerbalie/ui/desk/detail"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Close opens the form that ends a request; open tasks and referrals are named, and do not block. A request that was closed
// is opened again after a question.
func (w *Work) Close(row desk.RequestRow) tea.Cmd {
	if row.Status == desk.StatusClosed {
		words := w.Env.Words
		ask := words.Say("reopen.ask", "number", row.Number, "summary", row.Summary)
		return w.Host.AskReady(words.Say("reopen.title"), []string{ask}, words.Say("reopen.yes"), func() tea.Cmd {
			return w.inPlace(row, desk.ReopenRequest{ID: row.ID})
		})
	}
	return w.Look(row.ID, func(r detail.Request) tea.Cmd { return w.closeForm(row, r) })
}

func (w *Work) closeForm(row desk.RequestRow, r detail.Request) tea.Cmd {
	d := w.sheet("close", row)
	spent := w.spentOn(r.Holder())
	d.Form = widget.Form{Title: w.Env.Words.Say("close.title", "number", row.Number) + " · " + cell.Safe(row.Summary, 40),
		Entries: w.closeEntries(spent.entries(w.Env.Words.Count("minutes.hint", r.Minutes)))}
	d.Lead, d.Changed = w.leftOpen(r), spent.follow
	d.Submit = func(form *widget.Form) tea.Cmd {
		a, ok := w.closing(d, form)
		if !ok {
			return nil
		}
		if a.Spent, ok = spent.read(form); !ok {
			return nil
		}
		a.ID = row.ID
		return w.Host.Do(nil, a)
	}
	return w.Host.Fill(d)
}

// closeEntries are the questions of the form that ends a request, with those for the minutes.
func (w *Work) closeEntries(minutes []widget.Entry) (entries []widget.Entry) {
	words, own := w.Env.Words, w.Env.Site.Tags
	tags := widget.TextEntry("tags", words.Say("field.tags"), "", 1).Hinted(words.Say("close.tags.hint"))
	if len(own) > 0 {
		tags = widget.ManyEntry("tags", words.Say("field.tags"), nil, dialog.CodeOptions(own, words))
	}
	for _, f := range closingQuestions() {
		if entries = append(entries, f.Entry(w.Env, &desk.Closing{})); len(entries) == 1 { // what follows the outcome is typed blindly
			entries = append(append(entries, minutes...), tags, widget.TextEntry("note", words.Say("field.note"), "", 1).Worded())
		}
	}
	return entries
}

// closing is what the form says of how a request ended, or several; ok is false where an answer is blamed.
func (w *Work) closing(d *dialog.Sheet, form *widget.Form) (a desk.CloseRequest, ok bool) {
	how := desk.Closing{Tags: dialog.Parts(form.Text("tags"))}
	if len(w.Env.Site.Tags) > 0 {
		how.Tags = form.Many("tags")
	}
	for _, f := range closingQuestions() {
		if err := f.Read(w.Env, form, &desk.Closing{}, &how); err != nil {
			d.Refused(w.Host, err)
			return a, false
		}
	}
	a = how.Again(a.ID)
	a.Note = form.Text("note")
	return a, true
}

// closingQuestions are what the form asks of how a request ended; the tags, of which a site can have a list, have an entry of
// their own.
func closingQuestions() []dialog.FormField[desk.Closing] {
	return slices.DeleteFunc(dialog.FormFields(desk.ClosingTable()), func(f dialog.FormField[desk.Closing]) bool { return f.Field.Name == "tags" })
}

// sheet makes a form about a request; kind begins the key of its draft.
func (w *Work) sheet(kind string, row desk.RequestRow) *dialog.Sheet {
	return &dialog.Sheet{Key: kind + "/" + row.ID.String(), About: row.ID, Width: 100, Hint: w.Env.Words.Say("form.foot", "save", w.Env.Keys.Label(keys.Save))}
}

// leftOpen names what was promised about a request and is not done yet.
func (w *Work) leftOpen(r detail.Request) (lines []string) {
	words, paint := w.Env.Words, w.Env.Theme.Today
	for _, t := range r.Tasks {
		if t.Done == nil && !t.Erased {
			lines = append(lines, paint.On("! "+words.Say("close.open-task", "what", cell.Safe(t.What, 60))))
		}
	}
	for _, f := range r.Referrals {
		if f.Open() {
			lines = append(lines, paint.On("! "+words.Say("close.open-referral", "name", cell.Safe(f.To, 60))))
		}
	}
	return lines
}

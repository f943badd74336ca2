// Package work is what is done about a request: claiming, giving and parking it, memos, contacts and minutes, promises,
// referrals, closing, splitting and merging, the checklist, and deciding between what two people did apart.
//
// It knows the host of dialogs and the model, not the list: what it asks of that is handed to it.
package work

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/detail"
	"leerbalie/ui/desk/offers"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/dialog"
	"leerbalie/ui/dialog/handover"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Work does what is done about a request.
type Work struct {
	Host *dialog.Host
	*wording.Wording
	Detail *detail.Detail
	Offers *offers.Offers
	Pairs  [][]journal.ID // those that run
	Width  int            // of the screen, in cells

	// Look hands over a request as it is now.
	Look func(id journal.ID, then func(detail.Request) tea.Cmd) tea.Cmd
	// Arrive brings the cursor to a request that was just made.
	Arrive func(id journal.ID) tea.Cmd
	// Stay reads the list anew with a row left where it stands, although it belongs to another list now.
	Stay func(row desk.RequestRow) tea.Cmd
	// Marked leaves only these marked: those to which something that was meant for all was not done.
	Marked func(left []journal.ID)
}

// stays says what was done and leaves the row where it stands.
func (w *Work) stays(row desk.RequestRow) dialog.Then {
	return func(r model.Receipt) tea.Cmd { return tea.Batch(w.Host.Say(r), w.Stay(row)) }
}

// inPlace does something after which the row stays where it stands.
func (w *Work) inPlace(row desk.RequestRow, a model.Action) tea.Cmd {
	return w.Host.Perform(dialog.Deed{Act: dialog.Doing(a), Done: w.stays(row)})
}

// line opens a dialog with one field about a request, with what was left in it. kind begins the key of its draft.
func (w *Work) line(kind, title string, row desk.RequestRow, lines int, submit func(text string) tea.Cmd, help func(text string) []string) (*dialog.Prompt, tea.Cmd) {
	return w.lineUnder(kind+"/"+row.ID.String(), title, row, lines, submit, help)
}

// lineUnder is line with the key of its draft.
func (w *Work) lineUnder(key, title string, row desk.RequestRow, lines int, submit func(text string) tea.Cmd, help func(text string) []string) (*dialog.Prompt, tea.Cmd) {
	d := &dialog.Prompt{Key: key, About: row.ID, Width: 100, Submit: submit, Help: help}
	d.Prompt = widget.Prompt{Title: about(title, row), Input: widget.NewInput("", lines)}
	return d, w.Host.Type(d)
}

// about is the title of a dialog about a request.
func about(title string, row desk.RequestRow) string {
	return title + " · " + row.Number + " " + cell.Safe(row.Summary, 40)
}

// hint gives the help that is always the same sentence.
func (w *Work) hint(id string) func(string) []string {
	return func(string) []string { return []string{w.Env.Theme.Faint.On(w.Env.Words.Say(id))} }
}

// picker makes a list of what can be done with a request.
func (w *Work) picker(title string) widget.Picker {
	return widget.Picker{Title: title, Empty: w.Env.Words.Say("pick.none"), Hint: w.Env.Words.Say("pick.hint")}
}

// Memo writes down what a colleague has to know.
func (w *Work) Memo(row desk.RequestRow) tea.Cmd {
	_, cmd := w.line("memo", w.Env.Words.Say("memo.title"), row, 5, func(text string) tea.Cmd {
		return w.Host.Do(nil, desk.AddMemo{ID: row.ID, Text: text})
	}, w.hint("memo.hint"))
	return cmd
}

// Contact writes down what was said with the resident.
func (w *Work) Contact(row desk.RequestRow) tea.Cmd {
	_, cmd := w.line("contact", w.Env.Words.Say("contact.title"), row, 5, func(text string) tea.Cmd {
		return w.Host.Do(nil, desk.AddContact{ID: row.ID, Text: text, Channel: row.Channel})
	}, w.hint("contact.hint"))
	return cmd
}

// Resume goes on with what was left half typed about a request; kind begins the key of the draft, and who ends it where it is
// for somebody.
func (w *Work) Resume(kind string, row desk.RequestRow, who journal.ID) tea.Cmd {
	switch kind {
	case "memo":
		return w.Memo(row)
	case "contact":
		return w.Contact(row)
	case "minutes":
		return w.Minutes(row)
	case "close":
		return w.Close(row)
	case "refer":
		return w.newReferral(row)
	case "notify":
		return w.Notify(row)
	case "declined":
		return w.Refer(row)
	case "fact":
		return w.Promise(row)
	case "split":
		return w.Split(row)
	case "remove":
		return w.Remove(row)
	case "task":
		return w.NewTask(row)
	case handover.Kind:
		return w.HandOver(row)
	case "inform":
		if who.IsZero() {
			return w.Inform(row)
		}
		return w.informLine(row, who) // also for one who left: the words are there to be read, and sending says why not
	}
	return nil
}

package dialog

import (
	"errors"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/fault"
	"leerbalie/model/plain"
	"leerbalie/ui/widget"
)

// askedAbout tells whether something was refused for a number that may be a citizen service number, and where that stands.
func askedAbout(err error) (where string, ok bool) {
	var e *fault.Error
	if !errors.As(err, &e) || e.Msg != "bsn-asked" {
		return "", false
	}
	for _, arg := range e.Args {
		if value, is := arg.Value.(string); is && arg.Name == "where" {
			where = value
		}
	}
	return where, true
}

// askToKeep asks whether a number is something else than a citizen service number, and does then what was asked for. Who said so
// stands in the history.
func (h *Host) askToKeep(a acted, where string) tea.Cmd {
	if a.dialog != nil {
		a.dialog.Refused(h, a.err)
	}
	w := h.Env.Words
	a.vouched, a.err = true, nil
	return h.Ask(w.Say("number.title"), []string{w.Say("number.where", "where", where), w.Say("number.keep")}, w.Say("number.yes"), func() tea.Cmd {
		return h.run(a)
	})
}

// markNumbers marks the numbers of a strength in a field, and says whether there are any.
func markNumbers(in *widget.Input, place plain.Place, strength plain.Strength) (found bool) {
	in.Unmark()
	for _, m := range plain.FindBSN(in.Text(), place) {
		if m.Strength == strength {
			in.Point(m.Start, m.End)
			found = true
		}
	}
	return found
}

package work

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	modelhandover "leerbalie/model/desk/handover"
	"leerbalie/model/journal"
	"leerbalie/ui/dialog/handover"
)

// HandOver gives a request, with the promises about it, to a colleague or to a pair, who are told what they must know.
func (w *Work) HandOver(row desk.RequestRow) tea.Cmd {
	return handover.Handing{Host: w.Host, Requests: []journal.ID{row.ID}, Done: func(modelhandover.HandedOver) tea.Cmd { return w.Stay(row) }}.Start()
}

// HandOverMany gives requests to a colleague or to a pair; those that cannot go stay marked.
func (w *Work) HandOverMany(of []journal.ID) tea.Cmd {
	return handover.Handing{Host: w.Host, Requests: of, Done: func(went modelhandover.HandedOver) tea.Cmd {
		var kept []journal.ID
		for _, k := range went.Kept {
			kept = append(kept, k.ID)
		}
		w.Marked(kept)
		return w.Host.Reload()
	}}.Start()
}

package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
	"leerbalie/ui/screen"
)

// left is what stands half typed on disk, after somebody was erased.
type left struct {
	to   *Host
	keys map[string]bool
}

// lookLeft looks what an erasure has left of what is half typed: this screen holds the words as well, and would write them down again.
func (h *Host) lookLeft(msg screen.Changed) tea.Cmd {
	if !msg.Has(journal.KindErasure) || h.Env.Session == nil || len(h.draftStates) == 0 && h.about().IsZero() {
		return nil
	}
	session, ctx, prefix := h.Env.Session, h.Env.Ctx, h.Name+"/"
	return func() tea.Msg {
		list, err := session.Drafts(ctx)
		if err != nil {
			return nil // the next change asks again
		}
		l := left{h, map[string]bool{}}
		for _, d := range list {
			if len(d.Key) > len(prefix) && d.Key[:len(prefix)] == prefix {
				l.keys[d.Key[len(prefix):]] = true
			}
		}
		return l
	}
}

// about is what the open dialog is about; zero for nothing.
func (h *Host) about() (about journal.ID) {
	if d, ok := h.open.(Drafted); ok {
		_, about, _ = d.Draft()
	}
	return about
}

// tookLeft lets go of what the erasure took. A dialog about something, of which nothing stands on disk, is left without a trace: it may
// show, and keep as what stood there before, words that are erased.
func (h *Host) tookLeft(l left) tea.Cmd {
	var cmds []tea.Cmd
	open := h.Drafting()
	for key, s := range h.draftStates {
		if key != open && s.saved && s.draft.Fields != nil && !s.draft.About.IsZero() && !l.keys[key] {
			delete(h.draftStates, key)
		}
	}
	if !h.about().IsZero() && open != "" && !l.keys[open] {
		h.open = h.next()
		h.due.Drop()
		h.saving = false
		cmds = append(cmds, h.Forget(open), screen.Say(screen.Note, h.Env.Words.Say("drafts.erased")))
	}
	return tea.Batch(cmds...)
}

package dialog

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// unseen is the place of the first of some keys that is about what nobody had seen when it was pressed; -1 for none. What comes behind a
// key that opens something is meant for that.
func (h *Host) unseen(early []tea.KeyMsg) int {
	moves := []keys.ID{keys.Up, keys.Down, keys.PageUp, keys.PageDown, keys.First, keys.Last}
	for i, key := range early {
		switch {
		case h.OfShown == nil:
			return -1
		case h.OfShown(key):
			return i
		case !slices.ContainsFunc(moves, func(id keys.ID) bool { return h.Env.Keys.Is(key, id) }):
			return -1
		}
	}
	return -1
}

// Lost tells of keys that were dropped, once.
func (h *Host) Lost() tea.Cmd {
	if h.lost == "" {
		return nil
	}
	key := h.lost
	h.lost = ""
	return screen.Say(screen.Fault, h.Env.Words.Say("keys.early", "key", key))
}

package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// key takes apart what arrived in one read. Fast typing and pasting come as one message of many characters, and a key
// that follows Esc at once comes as that key with Alt.
func (a *App) key(msg tea.KeyMsg) tea.Cmd {
	if a.size == (screen.Size{}) && msg.Type != tea.KeyCtrlC { // a terminal tells its size beside its keys: they wait for it
		a.unsized = append(a.unsized, msg)
		return nil
	}
	if msg.Alt && (msg.Type == tea.KeyRunes || msg.Type == tea.KeyEsc) {
		msg.Alt = false
		return tea.Batch(a.press(tea.KeyMsg{Type: tea.KeyEsc}), a.key(msg))
	}
	if msg.Type != tea.KeyRunes || len(msg.Runes) <= 1 || a.typing() {
		return a.press(msg)
	}
	if msg.Paste {
		return a.hand(a.stack[len(a.stack)-1], screen.Pasted{Text: string(msg.Runes)})
	}
	var cmds []tea.Cmd
	for i, r := range msg.Runes {
		if a.typing() {
			cmds = append(cmds, a.press(tea.KeyMsg{Type: tea.KeyRunes, Runes: msg.Runes[i:]}))
			break
		}
		cmds = append(cmds, a.press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}))
	}
	return tea.Batch(cmds...)
}

// sized takes the keys that came before the size of the terminal was known.
func (a *App) sized() tea.Cmd {
	if a.size == (screen.Size{}) || len(a.unsized) == 0 {
		return nil
	}
	early := a.unsized
	a.unsized = nil
	var cmds []tea.Cmd
	for _, key := range early {
		cmds = append(cmds, a.key(key))
	}
	return tea.Batch(cmds...)
}

// typing reports whether key presses are text now.
func (a *App) typing() bool {
	return a.seat.Busy() || a.over != nil || a.top() == nil || a.top().Typing()
}

// press handles one key.
func (a *App) press(msg tea.KeyMsg) tea.Cmd {
	set := a.env.Keys
	a.seat.Touch(a.env.Now())
	if msg.Type == tea.KeyCtrlC {
		return a.leave()
	}
	if a.small() || a.top() == nil {
		if !a.typing() && set.Is(msg, keys.Quit) {
			return a.leave()
		}
		return nil
	}
	if set.Is(msg, keys.Redraw) {
		return redraw
	}
	if a.seat.Busy() {
		return a.seat.Key(a.env, msg)
	}
	if a.over != nil {
		return a.overKey(msg)
	}
	a.toastRead()
	if cmd, took := a.frameKey(msg); took {
		return cmd
	}
	return a.hand(a.stack[len(a.stack)-1], msg)
}

// toastRead takes a toast away with the next key, unless it tells of a fault: that stays its time. What is said on sitting down shows
// once the toast before it has gone, and goes with the key after that.
func (a *App) toastRead() {
	if a.toast != nil && a.toast.Tone != screen.Fault {
		a.toast = nil
		a.toasts.Drop()
	} else if a.toast == nil {
		a.mine.said = false
	}
}

// redraw asks for all of the screen anew.
func redraw() tea.Msg { return screen.Redraw{} }

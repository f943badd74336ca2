package dialog

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
)

// TestAQuestionTakesNoAnswerBeforeItWasDrawn: keys that were typed ahead answer nothing, whichever they are, and say so; once it was drawn
// the same key answers. To leave it is always possible.
func TestAQuestionTakesNoAnswerBeforeItWasDrawn(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for name, ask := range map[string]func(*Host, func() tea.Cmd) tea.Cmd{
			"to be thought about": func(h *Host, then func() tea.Cmd) tea.Cmd { return h.Ask("?", []string{"?"}, "yes", then) },
			"without harm":        func(h *Host, then func() tea.Cmd) tea.Cmd { return h.AskReady("?", []string{"?"}, "yes", then) },
		} {
			h := &Host{Env: screen.Env{Words: text.All().For(lang), Theme: theme.New(0, true), Keys: keys.NewSet(keys.Everywhere())}}
			h.Arrived()
			agreed := 0
			ask(h, func() tea.Cmd { agreed++; return nil })
			yes := string(h.Env.Words.Yes())[:1]
			for _, key := range []tea.KeyMsg{{Type: tea.KeyRunes, Runes: []rune(yes)}, {Type: tea.KeyEnter}} {
				cmd, _ := h.Update(key)
				if agreed != 0 || h.Open() == nil || cmd == nil {
					t.Fatalf("%s, %s: %v answered what nobody saw", lang, name, key)
				}
			}
			h.Open().View(h, 60, 15)
			h.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(yes)})
			if agreed != 1 || h.Open() != nil {
				t.Errorf("%s, %s: %d answers", lang, name, agreed)
			}
			ask(h, nil)
			h.Update(tea.KeyMsg{Type: tea.KeyEsc})
			if h.Open() != nil {
				t.Errorf("%s, %s: there is no way out", lang, name)
			}
		}
	}
}

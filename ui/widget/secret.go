package widget

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/theme"
)

// What a secret takes at most, in characters: one of words more.
const (
	maxSecret = 64
	maxWords  = 1000
)

// Secret is a text field that shows a dot for each character. The zero value is an empty one.
type Secret struct {
	Words bool // it takes spaces, as a passphrase has
	runes []rune
}

// Text is what was typed.
func (s *Secret) Text() string { return string(s.runes) }

// Clear empties the field.
func (s *Secret) Clear() { s.runes = nil }

// Update takes a key press; changed says whether the text is another one.
func (s *Secret) Update(msg tea.KeyMsg) (changed bool) {
	switch msg.Type {
	case tea.KeyRunes:
		for _, r := range msg.Runes {
			if (len(s.runes) < maxSecret && r > ' ' || s.Words && len(s.runes) < maxWords && r >= ' ') && r != 0x7f {
				s.runes = append(s.runes, r)
				changed = true
			}
		}
	case tea.KeySpace:
		if changed = s.Words && len(s.runes) < maxWords; changed {
			s.runes = append(s.runes, ' ')
		}
	case tea.KeyBackspace:
		if changed = len(s.runes) > 0; changed {
			s.runes = s.runes[:len(s.runes)-1]
		}
	case tea.KeyCtrlU:
		changed = len(s.runes) > 0
		s.runes = nil
	}
	return changed
}

// View draws the field; the caret shows where focus is true.
func (s *Secret) View(th theme.Theme, focus bool) string {
	dots := th.Input.On(strings.Repeat(theme.MaskSign, min(len(s.runes), 16)))
	if focus {
		dots += th.Caret.On(" ")
	}
	return dots
}

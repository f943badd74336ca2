package ui_test

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui"
	"leerbalie/ui/screen"
	"leerbalie/ui/uitest"
)

// TestKeysFromBeforeTheSizeWait: a terminal tells its size beside its keys, and either may come first. No key is dropped, and none of a
// text that was typed means something else.
func TestKeysFromBeforeTheSizeWait(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 80, Height: 24}})
	d.Over(func(app *ui.App) {
		for _, text := range []string{"n", "Fiets gestolen"} {
			app.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text)})
		}
	})
	d.Shows("› Fiets gestolen")
}

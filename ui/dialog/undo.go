package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Undoing gives the two actions of every screen on which something is done: to take it back, and to do it again.
func Undoing[S interface {
	TakeBack(again bool, follows Then) tea.Cmd
}](scope keys.Scope, undo, redo keys.ID) screen.Actions[S] {
	return screen.Actions[S]{
		{ID: undo, Scope: scope, Keys: []string{"u"}, Word: "key.undo", Do: func(s S) tea.Cmd { return s.TakeBack(false, nil) }},
		{ID: redo, Scope: scope, Keys: []string{"ctrl+r"}, Word: "key.redo", Do: func(s S) tea.Cmd { return s.TakeBack(true, nil) }},
	}
}

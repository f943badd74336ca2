package screen

import (
	"reflect"

	tea "github.com/charmbracelet/bubbletea"
)

// Several gives the commands that a message stands for, to be altered in place: those of a batch, and of a sequence, whose type
// Bubble Tea keeps to itself. nil for any other message.
func Several(msg tea.Msg) []tea.Cmd {
	if t := reflect.TypeOf(msg); t == nil || t.Kind() != reflect.Slice || t.Elem() != reflect.TypeFor[tea.Cmd]() {
		return nil
	}
	return reflect.ValueOf(msg).Convert(reflect.TypeFor[[]tea.Cmd]()).Interface().([]tea.Cmd)
}

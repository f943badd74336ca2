package linear

import (
	"io"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/say"
	"leerbalie/ui/text"
)

// Watched is a model that takes no keys, such as the board of a waiting room.
type Watched interface {
	tea.Model
	Said() say.Lines
}

// Watcher tells of a model that takes no keys: all of it at first, and then what changes.
type Watcher struct {
	model   Watched
	speaker Speaker
	out     io.Writer
	begun   bool
}

// Watch makes a watcher.
func Watch(model Watched, words text.Words) *Watcher {
	return &Watcher{model: model, speaker: Speaker{Words: words}}
}

// To says where the lines go.
func (w *Watcher) To(out io.Writer) { w.out = out }

// Init begins.
func (w *Watcher) Init() tea.Cmd { return w.model.Init() }

// View draws nothing.
func (w *Watcher) View() string { return "" }

// Update takes in a message, and tells what it changed.
func (w *Watcher) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := w.model.Update(msg)
	said := w.model.Said()
	told := ""
	if w.begun {
		told = w.speaker.Answer(said, false)
	} else if len(said) > 0 {
		w.begun, told = true, w.speaker.Begin(said)
	}
	if told != "" {
		_, _ = io.WriteString(w.out, told)
	}
	return w, cmd
}

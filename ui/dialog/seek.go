package dialog

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/screen"
)

// Seeking is what a dialog finds while somebody types. What is chosen is of what was typed: a key that chooses waits, with all that come
// after it, until that was found. Otherwise a quick Enter would be lost, or choose what was found by half of the word.
type Seeking[T any] struct {
	ask   screen.Tickets
	out   bool // the answer is on its way
	waits bool // and a key waits for it
}

// Find looks for what was typed.
func (s *Seeking[T]) Find(h *Host, find func(context.Context) ([]T, error)) tea.Cmd {
	s.out, s.waits = true, false
	return screen.Ask(h.Env.Ctx, s.ask.Next(), find)
}

// Waits keeps a key that chooses while it is not found yet what was typed.
func (s *Seeking[T]) Waits(h *Host, msg tea.KeyMsg) bool {
	if s.out {
		s.waits = true
		h.held = append(h.held, msg)
	}
	return s.out
}

// Took takes in what was found.
func (s *Seeking[T]) Took(msg tea.Msg) (a screen.Answer[[]T], took bool) {
	a, ok := msg.(screen.Answer[[]T])
	if !ok || !s.ask.Fits(a.Ticket) {
		return a, false
	}
	s.out, s.waits = false, false
	return a, true
}

// Awaits tells the host whether keys have to wait.
func (s *Seeking[T]) Awaits() bool { return s.waits }

// awaiting is a dialog in which a key waits for what is looked for.
type awaiting interface{ Awaits() bool }

func (h *Host) awaits() bool {
	d, ok := h.open.(awaiting)
	return ok && d.Awaits()
}

package dialog

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// Search is the field above a list that narrows it down while somebody types. It is no dialog: the list stays in use, and
// what was typed stays when the list has the keys again.
type Search struct {
	widget.Input
	Typing bool // it has the keys
}

// Start gives the field the keys.
func (s *Search) Start() { s.Typing = true }

// Clear searches for nothing any more.
func (s *Search) Clear() { s.Set("") }

// Shows tells whether the field shows: it has the keys, or something was typed.
func (s *Search) Shows() bool { return s.Typing || s.Text() != "" }

// Keys gives what keys do while the field has them.
func (s *Search) Keys() []keys.ID { return []keys.ID{keys.Accept, keys.Cancel} }

// Update takes a key press while the field has the keys. altered tells that something else is searched for; took is false
// for a key that moves the list.
func (s *Search) Update(set keys.Set, msg tea.KeyMsg) (altered, took bool) {
	switch {
	case set.Is(msg, keys.Cancel):
		s.Typing = false
		s.Clear()
		return true, true
	case set.Is(msg, keys.Accept):
		s.Typing = false
		return false, true
	}
	switch msg.Type {
	case tea.KeyUp, tea.KeyDown, tea.KeyPgUp, tea.KeyPgDown:
		return false, false
	}
	altered, _ = s.Input.Update(msg)
	return altered, true
}

// Head draws the field above a body, with how many were found.
func (s *Search) Head(env screen.Env, size screen.Size, found int) screen.Head {
	w, th := env.Words, env.Theme
	return screen.Head{
		Left:  th.Strong.On(w.Say("desk.search")) + " " + s.View(th, max(size.Width/3, 20), s.Typing)[0],
		Right: w.Count("desk.found", found),
	}
}

// Said gives the field, and how many were found, as structure: a field while it has the keys, and words after that.
func (s *Search) Said(env screen.Env, found int) (l say.Lines) {
	if !s.Shows() {
		return nil
	}
	if s.Typing {
		field := s.Input.Said("search", env.Words.Say("say.search"))
		field.At = true
		l.Field(field)
	} else {
		l.Text(env.Words.Say("desk.search") + " " + s.Text())
	}
	l.Text(env.Words.Count("desk.found", found))
	return l
}

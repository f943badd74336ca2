package ui

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
)

// Words are those of the language that the session is in now.
func (a *App) Words() text.Words { return a.env.Words }

// Typing reports whether keys are text now, or belong to what lies over the screen.
func (a *App) Typing() bool { return a.typing() }

// Done reports whether it is told now that something was done.
func (a *App) Done() bool { return a.toast != nil && a.toast.Tone == screen.Done }

// Means reports whether a key is one of those that do something now.
func (a *App) Means(msg tea.KeyMsg) bool {
	if a.typing() {
		return true // what lies over a screen takes letters of its own
	}
	ids := slices.Clone(a.top().Keys())
	for _, k := range a.env.Keys.In(keys.Global, keys.Move) {
		ids = append(ids, k.ID)
	}
	return a.env.Keys.Is(msg, ids...)
}

// Help tells what keys do now and where more is, a line each, for those who have no screen.
func (a *App) Help() (out []string) {
	w := a.env.Words
	out = append(out, w.Say("linear.help.now"))
	ids := a.top().Keys()
	if a.seat.Busy() || a.over != nil {
		ids = []keys.ID{keys.Accept, keys.Cancel}
	}
	for _, id := range ids {
		if k, ok := a.env.Keys.Get(id); ok {
			out = append(out, w.Say("linear.help.key", "key", spoken(w, k), "does", w.Say(k.Word)))
		}
	}
	for _, id := range []string{"linear.help.move", "linear.help.number", "linear.help.again", "linear.help.beside", "linear.help.palette", "linear.help.form", "linear.help.leave"} {
		out = append(out, w.Say(id))
	}
	return out
}

// keyName is what a key is called, where its sign would not be read.
func keyName(w text.Words, name string) string { return w.Or("linear.key."+name, keys.Show(name)) }

// spoken is how the keys of an action are called.
func spoken(w text.Words, k keys.Key) string {
	var names []string
	for _, name := range k.Keys {
		names = append(names, keyName(w, name))
	}
	return strings.Join(names, w.Say("linear.or"))
}

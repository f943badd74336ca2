package screen

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
)

// Action is one thing that somebody can do on S, a screen or a dialog. All there is to say of it stands here: what a key
// does, the key line, the help, the palette and the cheat sheets are made of it.
//
// An action of a key that works everywhere, such as keys.Back, has no scope, keys and word of its own.
type Action[S any] struct {
	ID    keys.ID
	Scope keys.Scope
	Keys  []string // in Bubble Tea's names, the first of them shown
	Word  string   // the id of its sentence in the catalogue

	When func(S) bool    // it can be done now: in this place, with this row, by this person; nil: always
	Do   func(S) tea.Cmd // does it; asked only when it can be done
	Why  func(S) string  // why it cannot be done, for somebody who presses its key all the same; nil or "" says nothing
}

// Actions are the actions of S, in the order of the cheat sheet.
type Actions[S any] []Action[S]

// Keys gives the keys of the actions, without those that work everywhere.
func (as Actions[S]) Keys() []keys.Key {
	var out []keys.Key
	for _, a := range as {
		if len(a.Keys) > 0 {
			out = append(out, keys.Key{ID: a.ID, Scope: a.Scope, Keys: a.Keys, Word: a.Word})
		}
	}
	return out
}

// Now gives what can be done now: first what matters most here, then the rest. Of first, ids that are no action, such as
// those of keys that move, are given as they stand.
func (as Actions[S]) Now(s S, first ...keys.ID) []keys.ID {
	out := make([]keys.ID, 0, len(first)+len(as))
	for _, id := range first {
		if able, known := as.can(s, id); (able || !known) && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for i, a := range as {
		if slices.Contains(out, a.ID) {
			continue
		}
		if able, _ := as[i:].can(s, a.ID); able {
			out = append(out, a.ID)
		}
	}
	return out
}

// can tells whether an action with an id can be done now, and whether there is one at all.
func (as Actions[S]) can(s S, id keys.ID) (able, known bool) {
	for _, a := range as {
		if a.ID == id {
			known = true
			if a.able(s) {
				return true, true
			}
		}
	}
	return false, known
}

// OfShown tells whether a key asks only for what depends on what is shown, such as the row that the cursor is on.
func (as Actions[S]) OfShown(set keys.Set, msg tea.KeyMsg) bool {
	pressed, asked := msg.String(), false
	for _, a := range as {
		if set.Pressed(pressed, a.ID) {
			if asked = true; a.When == nil {
				return false
			}
		}
	}
	return asked
}

// Press does what a key asks for, or says what stands in its way; took is false for a key that asks for nothing here.
func (as Actions[S]) Press(set keys.Set, s S, msg tea.KeyMsg) (cmd tea.Cmd, took bool) {
	why, pressed := "", msg.String()
	for _, a := range as {
		switch {
		case !set.Pressed(pressed, a.ID):
		case a.able(s):
			return a.Do(s), true
		case a.Why != nil && why == "":
			why = a.Why(s)
		}
	}
	if why == "" {
		return nil, false
	}
	return Say(Fault, why), true
}

func (a Action[S]) able(s S) bool { return a.When == nil || a.When(s) }

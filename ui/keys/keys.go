package keys

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"
)

// ID names what a key does.
type ID string

// Scope is where a key works. Within one scope and Global no key means two things; a test keeps it so.
type Scope string

// The scopes that the frame itself knows; each screen adds its own.
const (
	Global Scope = "global" // everywhere outside text fields
	Move   Scope = "move"   // in lists
	Field  Scope = "field"  // while typing

	OneLine Scope = "line" // while typing a single line
)

// Key is one entry: Keys in Bubble Tea's names, the first of them shown; Word is the id of its sentence in the catalogue.
type Key struct {
	ID    ID
	Scope Scope
	Keys  []string
	Word  string
}

// Set is the keys of a session, ready to match.
type Set struct {
	list []Key
	at   map[ID]int               // where an id stands in the list
	call func(name string) string // what Label calls a key; nil: Show
}

// NewSet makes a set of lists of keys; a later entry with the same id replaces an earlier one.
func NewSet(lists ...[]Key) Set {
	s := Set{at: map[ID]int{}}
	for _, list := range lists {
		for _, k := range list {
			if i, again := s.at[k.ID]; again {
				s.list[i] = k
				continue
			}
			s.at[k.ID] = len(s.list)
			s.list = append(s.list, k)
		}
	}
	return s
}

// Is reports whether a key press is one of the keys meant.
func (s Set) Is(msg tea.KeyMsg, ids ...ID) bool {
	pressed := msg.String()
	for _, id := range ids {
		if s.Pressed(pressed, id) {
			return true
		}
	}
	return false
}

// Pressed is Is for a key press by its name, for who asks it of many ids.
func (s Set) Pressed(name string, id ID) bool {
	i, ok := s.at[id]
	return ok && slices.Contains(s.list[i].Keys, name)
}

// Far is more rows than any list holds: the first and the last row are that many away.
const Far = 1 << 20

// Steps are how many rows a key press moves in a list that shows height of them; ok is false for a key that does not move.
func (s Set) Steps(msg tea.KeyMsg, height int) (rows int, ok bool) {
	switch {
	case s.Is(msg, Up):
		return -1, true
	case s.Is(msg, Down):
		return 1, true
	case s.Is(msg, PageUp):
		return -max(height-1, 1), true
	case s.Is(msg, PageDown):
		return max(height-1, 1), true
	case s.Is(msg, First):
		return -Far, true
	case s.Is(msg, Last):
		return Far, true
	}
	return 0, false
}

// All gives every key in order of definition.
func (s Set) All() []Key { return s.list }

// Get gives the entry of an id; ok is false for an id that is not in the set.
func (s Set) Get(id ID) (k Key, ok bool) {
	i, ok := s.at[id]
	if !ok {
		return Key{}, false
	}
	return s.list[i], true
}

// Label gives the key as it is shown beside its word, "" for an id that is not in the set.
func (s Set) Label(id ID) string {
	k, ok := s.Get(id)
	if !ok || len(k.Keys) == 0 {
		return ""
	}
	if s.call != nil {
		return s.call(k.Keys[0])
	}
	return Show(k.Keys[0])
}

// Called gives the set with labels as call gives them for the name of a key, for who would not hear a sign.
func (s Set) Called(call func(name string) string) Set {
	s.call = call
	return s
}

// In gives the keys of the scopes named, in order of definition.
func (s Set) In(scopes ...Scope) []Key {
	var out []Key
	for _, k := range s.list {
		for _, scope := range scopes {
			if k.Scope == scope {
				out = append(out, k)
				break
			}
		}
	}
	return out
}

// Digit gives the number of a digit key, 1 to 9; ok is false for any other key.
func Digit(msg tea.KeyMsg) (n int, ok bool) {
	if msg.Type != tea.KeyRunes || len(msg.Runes) != 1 || msg.Alt || msg.Runes[0] < '1' || msg.Runes[0] > '9' {
		return 0, false
	}
	return int(msg.Runes[0] - '0'), true
}

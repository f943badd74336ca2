package settings

import "leerbalie/ui/keys"

// The scopes in which the keys of this screen work: the list of settings, and one of the site's own lists.
const (
	Scope     keys.Scope = "settings"
	ListScope keys.Scope = "settings-list"
)

// What keys do here.
const (
	Undo   keys.ID = "settings-undo"
	Redo   keys.ID = "settings-redo"
	Add    keys.ID = "settings-new"
	Remove keys.ID = "settings-remove"
	Raise  keys.ID = "settings-raise"
	Lower  keys.ID = "settings-lower"
	Rename keys.ID = "settings-rename"
)

// Keys gives the keys of this screen.
func Keys() []keys.Key {
	return []keys.Key{
		{ID: Undo, Scope: Scope, Keys: []string{"u"}, Word: "key.queue.undo"},
		{ID: Redo, Scope: Scope, Keys: []string{"ctrl+r"}, Word: "key.queue.redo"},
		{ID: Rename, Scope: ListScope, Keys: []string{"enter", "e"}, Word: "key.settings.rename"},
		{ID: Add, Scope: ListScope, Keys: []string{"n"}, Word: "key.settings.new"},
		{ID: Remove, Scope: ListScope, Keys: []string{"x", "delete"}, Word: "key.settings.remove"},
		{ID: Raise, Scope: ListScope, Keys: []string{"K"}, Word: "key.settings.raise"},
		{ID: Lower, Scope: ListScope, Keys: []string{"J"}, Word: "key.settings.lower"},
	}
}

package meetings

import (
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this page work.
const Scope keys.Scope = "meetings"

// What keys do here.
const (
	Undo keys.ID = "meetings-undo"
	Redo keys.ID = "meetings-redo"
)

// Keys gives the keys of this page.
func Keys() []keys.Key { return actions().Keys() }

// actions is all that can be done on this page.
func actions() screen.Actions[*Meetings] {
	return append(screen.Actions[*Meetings]{}, dialog.Undoing[*Meetings](Scope, Undo, Redo)...)
}

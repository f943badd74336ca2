package hours

import (
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this page work.
const Scope keys.Scope = "hours"

// What keys do here.
const (
	Undo keys.ID = "hours-undo"
	Redo keys.ID = "hours-redo"
)

// Keys gives the keys of this page.
func Keys() []keys.Key { return actions().Keys() }

// actions is all that can be done on this page.
func actions() screen.Actions[*Hours] {
	return append(screen.Actions[*Hours]{}, dialog.Undoing[*Hours](Scope, Undo, Redo)...)
}

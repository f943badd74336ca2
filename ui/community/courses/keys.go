package courses

import (
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this page work.
const Scope keys.Scope = "courses"

// What keys do here.
const (
	Undo keys.ID = "courses-undo"
	Redo keys.ID = "courses-redo"
)

// Keys gives the keys of this page.
func Keys() []keys.Key { return actions().Keys() }

// actions is all that can be done on this page.
func actions() screen.Actions[*Courses] {
	return append(screen.Actions[*Courses]{}, dialog.Undoing[*Courses](Scope, Undo, Redo)...)
}

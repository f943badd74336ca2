package attention

import (
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this page work.
const Scope keys.Scope = "attention"

// What keys do here.
const (
	Open  keys.ID = "attention-open"
	Group keys.ID = "attention-group"
	Write keys.ID = "attention-write"
)

// Keys gives the keys of this page.
func Keys() []keys.Key { return actions().Keys() }

// actions is all that can be done on this page.
func actions() screen.Actions[*Attention] {
	return screen.Actions[*Attention]{
		{ID: Open, Scope: Scope, Keys: []string{"enter"}, Word: "key.attention.open", When: (*Attention).any, Do: (*Attention).open},
		{ID: Group, Scope: Scope, Keys: []string{"g"}, Word: "key.attention.group", Do: (*Attention).choose},
		{ID: Write, Scope: Scope, Keys: []string{"e"}, Word: "key.attention.write", When: (*Attention).shows, Do: (*Attention).write},
	}
}

package welcome

import (
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Demo looks around in an example.
const Demo keys.ID = "welcome-demo"

// Keys gives the keys of this screen.
func Keys() []keys.Key { return actions().Keys() }

// actions is what can be done beside filling in the form.
func actions() screen.Actions[*Welcome] {
	return screen.Actions[*Welcome]{
		{ID: Demo, Scope: "welcome", Keys: []string{"ctrl+o"}, Word: "key.welcome.demo", When: (*Welcome).hasDemo, Do: (*Welcome).startDemo},
	}
}

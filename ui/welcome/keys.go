package welcome

import (
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Demo looks around in an example; Have says that the person has the recovery phrase.
const (
	Demo keys.ID = "welcome-demo"
	Have keys.ID = "welcome-have"
)

// Keys gives the keys of this screen.
func Keys() []keys.Key { return actions().Keys() }

// actions is what can be done beside filling in the form.
func actions() screen.Actions[*Welcome] {
	return screen.Actions[*Welcome]{
		{ID: Have, Scope: "welcome", Keys: []string{"w"}, Word: "key.welcome.have", When: (*Welcome).showsPhrase, Do: (*Welcome).goOn},
		{ID: Demo, Scope: "welcome", Keys: []string{"ctrl+o"}, Word: "key.welcome.demo", When: (*Welcome).hasDemo, Do: (*Welcome).startDemo},
	}
}

package welcome

import (
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Demo looks around in an example; Have says that the person has the recovery phrase; Bundle opens one, and Words offers another
// passphrase for it.
const (
	Demo   keys.ID = "welcome-demo"
	Have   keys.ID = "welcome-have"
	Bundle keys.ID = "welcome-bundle"
	Words  keys.ID = "welcome-words"
	Stop   keys.ID = "welcome-stop"
)

// Keys gives the keys of this screen.
func Keys() []keys.Key {
	return append(actions().Keys(),
		keys.Key{ID: Words, Scope: "welcome-bundle", Keys: []string{"ctrl+n"}, Word: "key.welcome.words"},
		keys.Key{ID: Stop, Scope: "welcome-bundle", Keys: []string{"ctrl+x"}, Word: "key.files.stop"})
}

// actions is what can be done beside filling in the form.
func actions() screen.Actions[*Welcome] {
	return screen.Actions[*Welcome]{
		{ID: Have, Scope: "welcome", Keys: []string{"w"}, Word: "key.welcome.have", When: (*Welcome).showsPhrase, Do: (*Welcome).goOn},
		{ID: Bundle, Scope: "welcome", Keys: []string{"ctrl+b"}, Word: "key.welcome.bundle", When: (*Welcome).hasOpening, Do: (*Welcome).startBundle},
		{ID: Demo, Scope: "welcome", Keys: []string{"ctrl+o"}, Word: "key.welcome.demo", When: (*Welcome).hasDemo, Do: (*Welcome).startDemo},
	}
}

package files

import (
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this screen work.
const Scope keys.Scope = "files"

// What keys do here.
const (
	Stop   keys.ID = "files-stop"
	Really keys.ID = "files-really"
)

// Keys gives the keys of this screen, and that of its reports.
func Keys() []keys.Key {
	return append(actions().Keys(), keys.Key{ID: Really, Scope: Scope, Keys: []string{"i"}, Word: "key.files.really"})
}

// actions is all that can be done on this screen.
func actions() screen.Actions[*Files] {
	return screen.Actions[*Files]{
		{ID: Stop, Scope: Scope, Keys: []string{"x"}, Word: "key.files.stop", When: (*Files).working, Do: (*Files).stop},
		{ID: keys.Choose, When: (*Files).idle, Do: (*Files).startKind, Why: (*Files).whyBusy},
		{ID: keys.Back, Do: (*Files).back},
	}
}

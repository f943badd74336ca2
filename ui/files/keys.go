package files

import (
	"leerbalie/ui/files/wizard"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
)

// Scope is where the keys of this screen work.
const Scope keys.Scope = "files"

// What keys do here.
const (
	Stop keys.ID = "files-stop"
	Keep keys.ID = "files-keep"
)

// Keys gives the keys of this screen, and that of its reports.
func Keys() []keys.Key {
	return append(append(actions().Keys(), keys.Key{ID: Keep, Scope: "files-report", Keys: []string{"b"}, Word: "key.files.keep"}), wizard.Keys()...)
}

// actions is all that can be done on this screen.
func actions() screen.Actions[*Files] {
	return screen.Actions[*Files]{
		{ID: Stop, Scope: Scope, Keys: []string{"x"}, Word: "key.files.stop", When: (*Files).working, Do: (*Files).stop},
		{ID: keys.Choose, When: (*Files).idle, Do: (*Files).startKind, Why: (*Files).whyBusy},
		{ID: keys.Back, Do: (*Files).back},
	}
}

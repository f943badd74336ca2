package files

import "leerbalie/ui/keys"

// Scope is where the keys of this screen work.
const Scope keys.Scope = "files"

// What keys do here.
const (
	Stop   keys.ID = "files-stop"
	Really keys.ID = "files-really"
)

// Keys gives the keys of this screen.
func Keys() []keys.Key {
	return []keys.Key{
		{ID: Stop, Scope: Scope, Keys: []string{"x"}, Word: "key.files.stop"},
		{ID: Really, Scope: Scope, Keys: []string{"i"}, Word: "key.files.really"},
	}
}

package welcome

import "leerbalie/ui/keys"

// Demo looks around in an example.
const Demo keys.ID = "welcome-demo"

// Keys gives the keys of this screen.
func Keys() []keys.Key {
	return []keys.Key{{ID: Demo, Scope: "welcome", Keys: []string{"ctrl+o"}, Word: "key.welcome.demo"}}
}

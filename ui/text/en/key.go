package en

import "leerbalie/ui/text/language"

// key says with which keys somebody comes in over the network.
func key() language.Table {
	return language.Table{
		"cli.key":                 "with which keys somebody comes in over SSH",
		"cli.key.add":             "bind a public key to somebody",
		"cli.key.add-long":        "Binds a public key of SSH to somebody: whoever has it comes in over SSH as that person. In the file stands one key, as ssh-keygen makes it (name.pub). The key holds on this computer.",
		"cli.key.list":            "show which keys there are",
		"cli.key.remove":          "take a key away",
		"cli.key.added":           "With key {fingerprint} {name} comes in over SSH.",
		"cli.key.added-already":   "Key {fingerprint} was that of {name} already.",
		"cli.key.removed":         "With key {fingerprint} {name} comes in no longer.",
		"cli.key.removed-already": "Key {fingerprint} was not that of {name}.",
		"cli.col.fingerprint":     "fingerprint",
		"cli.col.key-kind":        "kind",
		"cli.col.key-by":          "bound by",
		"cli.col.key-at":          "on",
		"error.key-none":          "There is no public key here. Give the file that ends in .pub: one line, which begins with something like ssh-ed25519.",
		"error.key-more":          "There is more than one key here. Give a file with one key.",
		"error.key-private":       "This is a private key. Never give it to anybody. Nothing of it was kept. Give the file of the same name that ends in .pub.",
		"error.key-options":       "Options stand before this key. They do not hold here: give the key without them.",
		"error.key-kind":          "A key of the kind {kind} cannot be used here. Make a new one: ssh-keygen -t ed25519.",
		"error.key-short":         "This RSA key is too short: {bits} bits, and {least} is the least. Make a new one: ssh-keygen -t ed25519.",
		"serve.key-unknown":       "Leerbalie: this key is nobody's here. Have a coordinator bind it: leerbalie person key add NAME FILE.pub",
		"serve.key-left":          "Leerbalie: whose key this was does not work here any more. Back again? Have a coordinator bind a new key.",
		"serve.key-none":          "Leerbalie: here you come in with a key only. Make one with ssh-keygen -t ed25519, and give the file that ends in .pub to a coordinator.",
		"serve.key-many":          "Your computer offered {count} keys. Choose one: ssh -o IdentitiesOnly=yes -i FILE ...",
		"error.host-key-open":     "Others may read {path}, and the key of this computer is in it. Make that file yours alone (chmod 600), and try again.",
		"error.host-key-bad":      "{path} is no key of this computer. Put the file back, or take it away: then there will be a new one, and everybody has to approve the new fingerprint.",
	}
}

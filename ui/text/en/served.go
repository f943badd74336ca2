package en

import "leerbalie/ui/text/language"

// served says what may be given over the network, and whose key lets whom in.
func served() language.Table {
	return language.Table{
		"cli.served.no-command": "Put what you want to do behind the computer, such as: request list. Without a command the screen starts.",
		"cli.served.command":    "{command} cannot be given over SSH. Give it on the computer with the data itself.",
		"cli.served.only":       "With this key only this can be done: {command}.",
		"cli.served.flag":       "{flag} cannot be given over SSH. Nothing was done.",
		"cli.served.output":     "Over SSH {flag} can only be -. Leave {flag} out, and put behind the command: > file. Nothing was done.",
		"cli.served.input":      "Over SSH a file comes in as input. Write - in place of its name, and put behind the command: < file. Nothing was done.",
		"cli.served.quote":      "A quote in the command is not closed, or it ends with a \\.",
		"error.not-whose-key":   "This key is not that of {name}. Nothing was done.",
		"error.no-right-doors":  "{name} may not bind or remove a key of somebody else. Ask a coordinator or administrator. The own key is allowed.",
		"error.key-of-another":  "This key is that of {name} already. A key is of one person: remove it there first, or make a new one.",
		"error.key-unknown":     "This key is nobody's here. Ask a coordinator to bind it: leerbalie person key add NAME FILE.",
		"error.key-left":        "Whose key this was does not work here any more. Did you come back? Ask a coordinator to bind a new one.",
		"error.key-fingerprint": "That is no fingerprint of a key. One begins with SHA256: and stands in leerbalie person key list.",
	}
}

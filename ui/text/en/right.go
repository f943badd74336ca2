package en

import "leerbalie/ui/text/language"

// right says who may do what reaches past one question, and what a PIN asks.
func right() language.Table {
	return language.Table{
		"error.no-right-backup":   "{name} may not make a copy: everything is in it. Ask a coordinator or an administrator.",
		"error.no-right-restore":  "{name} is no coordinator or administrator in this copy, and may not put it back.",
		"error.no-right-repair":   "{name} may not repair the store. Ask a coordinator or an administrator. Checking alone, without --repair, anybody may.",
		"error.no-right-export":   "{name} may not write questions to a file. Ask somebody of the desk, a practice supervisor or a coordinator.",
		"error.no-right-import":   "{name} may not bring a file in. Ask somebody of the desk, a practice supervisor or a coordinator.",
		"error.no-right-drop-pin": "{name} may not take away somebody else's PIN. Ask a coordinator or an administrator.",
		"error.no-right-looks":    "{name} may not see who looked at residents. Ask a coordinator or an administrator.",
		"error.setting-shut":      "This setting is somebody else's. Nothing was changed.",
		"error.pin-needed":        "The PIN comes first.",
		"cli.pin.ask":             "PIN of {name}: ",
		"error.pin-not-right":     "That is not the PIN of {name}.",
		"error.pin-wait":          "The PIN of {name} was wrong too often. Wait {seconds} seconds and try again.",
		"error.pin-nobody":        "{name} has a PIN on this computer, and nobody can be asked for it here. Run the command in a terminal, or name in LEERBALIE_PIN_FILE a file with the PIN as its first line.",
		"error.secret-open":       "Others may read {path}, and a secret stands in it. Make it yours alone (chmod 600), and try again.",
		"error.secret-empty":      "The first line of {path} is empty. The secret belongs there.",
		"error.secret-none":       "Nothing was typed.",
		"error.name-of-another":   "Somebody else here is called {name}. Choose another name, or ask a coordinator.",
		"error.rescue-needs-pin":  "Choose a new PIN first, in the settings. After that, press F6 again.",
		"error.no-rescue":         "Your PIN was not taken away.",
		"error.rescue-others":     "The PIN of {name} can be taken away by: {names}. If they forgot theirs too, they try it three times first.",
		"act-look":                "looked at residents",
		"act-rescue":              "PIN taken away, for everybody to see",
		"act-seen-rescue":         "seen that the PIN was taken away",
		"cli.flag.rescue":         "take away a PIN that nobody else can: as the owner of the file, noted, and shown to everybody",
		"cli.person.rescued":      "{name} has no PIN any more. This is noted, and everybody sees it until {name} has a new PIN and presses F6 in the app.",
		"cli.col.rescued":         "PIN taken away",
		"seat.rescued":            "PIN taken away {when}",
		"cli.resident.access":     "tell who looked at lists of residents",
		"cli.col.looked-at":       "when",
		"cli.col.looked-by":       "who",
		"cli.col.looked-count":    "how many",
		"cli.col.looked-search":   "searched",
		"error.no-file":           "These data are in memory; there is no file to copy.",
	}
}

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
		"error.no-file":           "These data are in memory; there is no file to copy.",
	}
}

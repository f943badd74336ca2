package lists

import "leerbalie/ui/text/language"

// Lookup are the words with which the app shows the directory.
func Lookup() language.Table {
	return language.Table{
		"key.desk.pick-service": "choose a service of the directory",
		"refer.directory":       "From the directory (↑↓ chooses, Enter takes):",
		"directory.now.open":    "open now",
		"directory.now.closed":  "closed now",
		"directory.old":         "not checked for long",
	}
}

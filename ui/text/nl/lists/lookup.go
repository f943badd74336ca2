package lists

import "leerbalie/ui/text/language"

// Lookup are the words with which the app shows the directory.
func Lookup() language.Table {
	return language.Table{
		"key.desk.pick-service": "aanbod kiezen van de sociale kaart",
		"refer.directory":       "Van de sociale kaart (↑↓ kiest, Enter neemt):",
		"directory.now.open":    "nu open",
		"directory.now.closed":  "nu dicht",
		"directory.old":         "lang niet nagekeken",
	}
}

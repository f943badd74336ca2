package lists

import "leerbalie/ui/text/language"

// Lookup are the words with which the app shows the directory.
func Lookup() language.Table {
	return language.Table{
		"key.desk.pick-service":   "aanbod kiezen van de sociale kaart",
		"refer.directory":         "Van de sociale kaart (↑↓ kiest, Enter neemt):",
		"directory.now.open":      "nu open",
		"directory.now.closed":    "nu dicht",
		"directory.old":           "lang niet nagekeken",
		"people.directory":        "Sociale kaart",
		"people.empty.directory":  "De sociale kaart is nog leeg. Haal een bestand binnen met: leerbalie directory import",
		"people.directory.add":    "Iets nieuws zet je op de sociale kaart met: leerbalie directory add",
		"key.people.assure":       "dit klopt nog",
		"key.people.assure.short": "klopt nog",
		"key.people.note":         "aantekening erbij zetten",
		"key.people.note.short":   "aantekening",
		"directory.col.place":     "Waar",
		"directory.col.checked":   "Nagekeken",
		"directory.col.never":     "nooit",
		"directory.free":          "{n} vrij",
		"directory.referred":      "Doorverwezen",
	}
}

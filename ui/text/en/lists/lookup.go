package lists

import "leerbalie/ui/text/language"

// Lookup are the words with which the app shows the directory.
func Lookup() language.Table {
	return language.Table{
		"key.desk.pick-service":   "choose a service of the directory",
		"refer.directory":         "From the directory (↑↓ chooses, Enter takes):",
		"directory.now.open":      "open now",
		"directory.now.closed":    "closed now",
		"directory.old":           "not checked for long",
		"people.directory":        "Directory",
		"people.empty.directory":  "The directory is empty. Bring in a file with: leerbalie directory import",
		"people.directory.add":    "Something new is added to the directory with: leerbalie directory add",
		"key.people.assure":       "this is still right",
		"key.people.assure.short": "still right",
		"key.people.note":         "write a note beside it",
		"key.people.note.short":   "note",
		"directory.col.place":     "Where",
		"directory.col.checked":   "Checked",
		"directory.col.never":     "never",
		"directory.free":          "{n} free",
		"directory.referred":      "Referred",
	}
}

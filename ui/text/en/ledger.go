package en

import "leerbalie/ui/text/language"

// ledger holds the words of hours, presence and results of students.
func ledger() language.Table {
	return language.Table{
		"act-hours-write":      "own hours",
		"did.act-hours-write":  "The hours are written down.",
		"error.presence-state": "“{state}” says nothing about presence. Choose present, absent or excused.",
	}
}

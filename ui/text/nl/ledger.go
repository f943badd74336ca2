package nl

import "leerbalie/ui/text/language"

// ledger holds the words of hours, presence and results of students.
func ledger() language.Table {
	return language.Table{
		"act-hours-write":      "eigen uren",
		"did.act-hours-write":  "De uren zijn opgeschreven.",
		"error.presence-state": "“{state}” is geen aanwezigheid. Kies aanwezig, afwezig of afgemeld.",
	}
}

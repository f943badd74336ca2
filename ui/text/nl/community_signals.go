package nl

import "leerbalie/ui/text/language"

// upwards holds the words of signals upward.
func upwards() language.Table {
	return language.Table{
		"act-signal-add":           "signaal toegevoegd",
		"did.act-signal-add":       "Het signaal staat erin.",
		"act-signal-edit":          "signaal gewijzigd",
		"did.act-signal-edit":      "Het signaal is gewijzigd.",
		"act-signal-archive":       "signaal opgeborgen",
		"did.act-signal-archive":   "Het signaal is opgeborgen.",
		"place.signal":             "signaal",
		"field.signal-text":        "Signaal",
		"field.signal-where":       "Waar gezien",
		"field.signal-theme":       "Thema",
		"field.signal-to":          "Aan wie",
		"field.signal-about":       "Waarover",
		"field.signal-state":       "Stand",
		"field.signal-answer":      "Wat ermee is gedaan",
		"field.signal-answered-on": "Antwoord op",
		"field.signal-cases":       "Hoe vaak",
		"field.signal-weeks":       "In hoeveel weken",
		"field.signal-before":      "Daarvoor",
		"field.signal-since":       "Sinds",
		"field.signal-meeting":     "Uit overleg",
		"field.signal-goal":        "Doel",
		"signal.state.open":        "open",
		"signal.state.taken":       "opgepakt",
		"signal.state.done":        "afgerond",
		"signal.state.declined":    "niet opgepakt",
		"error.signal-unknown":     "Er is geen signaal {name}. Kijk wat er is met: leerbalie signal list",
		"error.signal-not-yours":   "{title} is niet van {name}. Alleen wie dit heeft toegevoegd, wie de eigenaar is en de coördinator kunnen het wijzigen.",
		"error.signal-state":       "\"{text}\" is geen stand. Kies uit: open, taken, done, declined.",
	}
}

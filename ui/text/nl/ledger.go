package nl

import "leerbalie/ui/text/language"

// ledger holds the words of hours, presence and results of students.
func ledger() language.Table {
	return language.Table{
		"place.ledger":                   "wat telt van",
		"conflict.field.presence":        "Aanwezig",
		"conflict.field.result":          "Resultaat van een toets",
		"conflict.field.own-hours":       "Eigen uren",
		"conflict.field.hours-confirmed": "Uren van een week bevestigd",
		"conflict.field.student-outcome": "Wat er van de student werd",
		"ledger.presence.present":        "aanwezig",
		"ledger.presence.absent":         "afwezig",
		"ledger.presence.excused":        "afgemeld",
		"ledger.presence.none":           "niets genoteerd",
		"ledger.result.none":             "geen resultaat",
		"ledger.own.none":                "weggehaald",
		"ledger.confirmed":               "bevestigd {hours} · {week}",
		"ledger.confirmed.none":          "niet bevestigd · {week}",
		"ledger.outcome.none":            "toch niet: {outcome}",
		"act-hours-write":                "eigen uren",
		"did.act-hours-write":            "De uren zijn opgeschreven.",
		"error.ledger-elsewhere":         "Wat van {student} telt, staat niet op deze computer maar bij de centrale. Noteer het daar. Er is niets genoteerd.",
		"error.presence-state":           "“{state}” is geen aanwezigheid. Kies aanwezig, afwezig of afgemeld.",
	}
}

package en

import "leerbalie/ui/text/language"

// ledger holds the words of hours, presence and results of students.
func ledger() language.Table {
	return language.Table{
		"place.ledger":                   "what counts of",
		"conflict.field.presence":        "Was there",
		"conflict.field.result":          "Result of a test",
		"conflict.field.own-hours":       "Own hours",
		"conflict.field.hours-confirmed": "Hours of a week confirmed",
		"conflict.field.student-outcome": "What became of the student",
		"ledger.presence.present":        "was there",
		"ledger.presence.absent":         "was not there",
		"ledger.presence.excused":        "excused",
		"ledger.presence.none":           "nothing noted",
		"ledger.result.none":             "no result",
		"ledger.own.none":                "taken away",
		"ledger.confirmed":               "confirmed {hours} · {week}",
		"ledger.confirmed.none":          "not confirmed · {week}",
		"ledger.outcome.none":            "after all not: {outcome}",
		"act-hours-write":                "own hours",
		"did.act-hours-write":            "The hours are written down.",
		"error.ledger-elsewhere":         "What counts of {student} is not on this computer but at the centre. Note it there. Nothing was noted.",
		"error.presence-state":           "“{state}” says nothing about presence. Choose present, absent or excused.",
	}
}

package en

import "leerbalie/ui/text/language"

// hours holds the words of hours: by week, from what, confirmed, and at what pace.
func hours() language.Table {
	return language.Table{
		"act-hours-confirm":       "confirm hours",
		"did.act-hours-confirm":   "The hours are confirmed.",
		"act-hours-unconfirm":     "take back a confirmation",
		"did.act-hours-unconfirm": "The confirmation is taken back.",
		"error.hours-own":         "{name}, you cannot confirm your own hours. Whoever supervises you does.",
		"error.hours-nobody":      "{name}, there is nobody whose hours you confirm.",
		"error.hours-nothing":     "In week {week} there are no hours to confirm.",
	}
}

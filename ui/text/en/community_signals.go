package en

import "leerbalie/ui/text/language"

// upwards holds the words of signals upward.
func upwards() language.Table {
	return language.Table{
		"act-signal-add":           "signal added",
		"did.act-signal-add":       "The signal is in.",
		"act-signal-edit":          "signal changed",
		"did.act-signal-edit":      "The signal is changed.",
		"act-signal-archive":       "signal put away",
		"did.act-signal-archive":   "The signal is put away.",
		"place.signal":             "signal",
		"field.signal-text":        "Signal",
		"field.signal-where":       "Where it was seen",
		"field.signal-theme":       "Theme",
		"field.signal-to":          "To",
		"field.signal-about":       "About",
		"field.signal-state":       "State",
		"field.signal-answer":      "What came of it",
		"field.signal-answered-on": "Answered on",
		"field.signal-cases":       "How often",
		"field.signal-weeks":       "In how many weeks",
		"field.signal-before":      "Before that",
		"field.signal-since":       "Since",
		"field.signal-meeting":     "From meeting",
		"field.signal-goal":        "Goal",
		"signal.state.open":        "open",
		"signal.state.taken":       "taken up",
		"signal.state.done":        "done",
		"signal.state.declined":    "declined",
		"error.signal-unknown":     "There is no signal {name}. See what there is with: leerbalie signal list",
		"error.signal-not-yours":   "{title} is not {name}’s. Only whoever added it, whoever owns it and a coordinator can change it.",
		"error.signal-state":       "\"{text}\" is no state. Choose from: open, taken, done, declined.",
	}
}

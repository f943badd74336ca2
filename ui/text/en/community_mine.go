package en

import "leerbalie/ui/text/language"

// communityMine holds what of the community asks for somebody.
func communityMine() language.Table {
	return language.Table{
		"asks.somebody":               "somebody",
		"asks.goal-late":              "your goal is late: it was to be done on {day}",
		"asks.signal-to-me":           "signal from {who} since {day}: say what comes of it",
		"asks.question-to-me":         "question from {who} to you, since {day}",
		"asks.training-due":           "the training was on {day}: say how it went",
		"asks.training-asked":         "training asked of you, since {day}: choose a day",
		"asks.meeting-answer":         "meeting on {day}: will you come?",
		"asks.project-quiet":          "your project: no session since {day}",
		"asks.project-over":           "your project ended on {day}: close it",
		"asks.signal-answered":        "your signal was answered by {who} on {day}",
		"asks.question-open":          "question from {who} to everybody, without an answer since {day}",
		"asks.goal-unowned":           "nobody owns this goal, since {day}: who leads it?",
		"asks.training-unowned":       "training asked since {day}: nobody gives it yet",
		"asks.short.goal-late":        "goal late, {day}",
		"asks.short.signal-to-me":     "signal to you, {day}",
		"asks.short.question-to-me":   "question to you, {day}",
		"asks.short.training-due":     "training was {day}",
		"asks.short.training-asked":   "training asked, {day}",
		"asks.short.meeting-answer":   "meeting {day}: coming?",
		"asks.short.project-quiet":    "project quiet, {day}",
		"asks.short.project-over":     "project over, {day}",
		"asks.short.signal-answered":  "signal answered, {day}",
		"asks.short.question-open":    "question to everybody, {day}",
		"asks.short.goal-unowned":     "nobody's goal, {day}",
		"asks.short.training-unowned": "nobody's training, {day}",
		"community.page.mine":         "For me",
		"community.choose":            "Which page?",
		"community.said":              "{page}, page {n} of {of}",
		"key.community.page":          "choose another page",
		"key.community.page.short":    "choose page",
		"mine.page.count.one":         "1 asks for you",
		"mine.page.count.many":        "{n} ask for you",
		"mine.page.none":              "Nothing of the community waits for you. Choose another page with {key}.",
		"day.together":                "Together",
		"day.together.row":            "{title} · {why}",
	}
}

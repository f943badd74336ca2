package nl

import "leerbalie/ui/text/language"

// communityPlaces says what stands on goals, questions and their like, where somebody is named in it.
func communityPlaces() language.Table {
	return language.Table{
		"place.at.step":              "stap",
		"place.at.goal-result":       "klein resultaat",
		"place.at.need":              "wat nog te leren is",
		"place.at.offer":             "wie dat aanbiedt",
		"place.at.question-answer":   "antwoord",
		"place.at.question-accepted": "gekozen antwoord",
		"place.at.question-reopened": "opnieuw gesteld",
	}
}

package en

import "leerbalie/ui/text/language"

// communityPlaces says what stands on goals, questions and their like, where somebody is named in it.
func communityPlaces() language.Table {
	return language.Table{
		"place.at.step":              "step",
		"place.at.goal-result":       "small result",
		"place.at.need":              "what is still to be learned",
		"place.at.offer":             "who offers it",
		"place.at.question-answer":   "answer",
		"place.at.question-accepted": "accepted answer",
		"place.at.question-reopened": "asked again",
	}
}

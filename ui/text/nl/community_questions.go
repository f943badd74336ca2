package nl

import "leerbalie/ui/text/language"

// questions holds the words of questions and what is kept of them.
func questions() language.Table {
	return language.Table{
		"act-question-add":         "vraag aan elkaar toegevoegd",
		"did.act-question-add":     "De vraag aan elkaar staat erin.",
		"act-question-edit":        "vraag aan elkaar gewijzigd",
		"did.act-question-edit":    "De vraag aan elkaar is gewijzigd.",
		"act-question-archive":     "vraag aan elkaar opgeborgen",
		"did.act-question-archive": "De vraag aan elkaar is opgeborgen.",
		"place.question":           "vraag aan elkaar",
		"field.question-title":     "Vraag",
		"field.question-details":   "Toelichting",
		"field.question-theme":     "Thema",
		"field.question-to":        "Aan wie",
		"field.question-kept":      "Wat we bewaren",
		"field.question-course":    "Cursus",
		"field.question-meeting":   "Uit overleg",
		"field.question-state":     "Stand",
		"field.question-kept-by":   "Wie houdt het bij",
		"question.state.open":      "open",
		"question.state.answered":  "beantwoord",
		"question.state.closed":    "gesloten",
		"error.question-unknown":   "Er is geen vraag aan elkaar {name}. Kijk wat er is met: leerbalie question list",
		"error.question-not-yours": "{title} is niet van {name}. Alleen wie dit heeft toegevoegd, wie de eigenaar is en de coördinator kunnen het wijzigen.",
		"error.question-state":     "\"{text}\" is geen stand. Kies uit: open, answered, closed.",
	}
}

package en

import "leerbalie/ui/text/language"

// questions holds the words of questions and what is kept of them.
func questions() language.Table {
	return language.Table{
		"act-question-add":         "question added",
		"did.act-question-add":     "The question is in.",
		"act-question-edit":        "question changed",
		"did.act-question-edit":    "The question is changed.",
		"act-question-archive":     "question put away",
		"did.act-question-archive": "The question is put away.",
		"place.question":           "question",
		"field.question-title":     "Question",
		"field.question-details":   "Details",
		"field.question-theme":     "Theme",
		"field.question-to":        "To",
		"field.question-kept":      "What we keep",
		"field.question-course":    "Course",
		"field.question-meeting":   "From meeting",
		"field.question-state":     "State",
		"field.question-kept-by":   "Who keeps it",
		"question.state.open":      "open",
		"question.state.answered":  "answered",
		"question.state.closed":    "closed",
		"error.question-unknown":   "There is no question {name}. See what there is with: leerbalie question list",
		"error.question-not-yours": "{title} is not {name}’s. Only whoever added it, whoever owns it and a coordinator can change it.",
		"error.question-state":     "\"{text}\" is no state. Choose from: open, answered, closed.",
	}
}

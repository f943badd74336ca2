package en

import "leerbalie/ui/text/language"

// goals holds the words of goals.
func goals() language.Table {
	return language.Table{
		"act-goal-add":         "goal added",
		"did.act-goal-add":     "The goal is in.",
		"act-goal-edit":        "goal changed",
		"did.act-goal-edit":    "The goal is changed.",
		"act-goal-archive":     "goal put away",
		"did.act-goal-archive": "The goal is put away.",
		"place.goal":           "goal",
		"field.work":           "Kind of work",
		"field.added-by":       "Added by",
		"field.goal-title":     "Goal",
		"field.goal-why":       "Why",
		"field.goal-owner":     "Owner",
		"field.goal-by":        "By",
		"field.goal-phase":     "Phase",
		"field.goal-expect":    "What to expect in this phase",
		"field.goal-theme":     "Theme",
		"field.goal-state":     "State",
		"field.goal-came":      "What came of it",
		"field.goal-ended":     "Ended on",
		"field.goal-meeting":   "From meeting",
		"field.goal-members":   "Who takes part",
		"field.goal-projects":  "Projects",
		"goal.state.open":      "running",
		"goal.state.reached":   "reached",
		"goal.state.dropped":   "let go",
		"error.goal-unknown":   "There is no goal {name}. See what there is with: leerbalie goal list",
		"error.goal-not-yours": "{title} is not {name}’s. Only whoever added it, whoever owns it and a coordinator can change it.",
		"error.goal-state":     "\"{text}\" is no state. Choose from: open, reached, dropped.",
	}
}

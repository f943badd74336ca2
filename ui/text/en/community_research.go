package en

import "leerbalie/ui/text/language"

// researches holds the words of research.
func researches() language.Table {
	return language.Table{
		"act-research-add":          "research added",
		"did.act-research-add":      "The research is in.",
		"act-research-edit":         "research changed",
		"did.act-research-edit":     "The research is changed.",
		"act-research-archive":      "research put away",
		"did.act-research-archive":  "The research is put away.",
		"place.research":            "research",
		"field.research-question":   "Research question",
		"field.research-students":   "Who look into it",
		"field.research-supervisor": "Supervisor",
		"field.research-project":    "Project",
		"field.research-goal":       "Goal",
		"field.research-from":       "From",
		"field.research-to":         "Until",
		"field.research-state":      "State",
		"field.research-came":       "What came of it",
		"field.research-school":     "School",
		"research.state.running":    "running",
		"research.state.done":       "done",
		"research.state.stopped":    "stopped",
		"error.research-unknown":    "There is no research {name}. See what there is with: leerbalie research list",
		"error.research-not-yours":  "{title} is not {name}’s. Only whoever added it, whoever owns it and a coordinator can change it.",
		"error.research-state":      "\"{text}\" is no state. Choose from: running, done, stopped.",
		"cli.research":              "research: the question, who look into it, and what came of it",
		"cli.research.add":          "add research",
		"cli.research.edit":         "change research",
		"cli.research.list":         "show research that runs",
		"cli.research.show":         "show one piece of research",
		"cli.research.archive":      "put research away",
		"cli.research.none":         "There is no research.",
		"cli.research.end":          "end research, with what came of it",
		"cli.research.stopped":      "it stopped before it was done",
	}
}

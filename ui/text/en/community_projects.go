package en

import "leerbalie/ui/text/language"

// projects holds the words of projects.
func projects() language.Table {
	return language.Table{
		"act-project-add":            "project added",
		"did.act-project-add":        "The project is in.",
		"act-project-edit":           "project changed",
		"did.act-project-edit":       "The project is changed.",
		"act-project-archive":        "project put away",
		"did.act-project-archive":    "The project is put away.",
		"place.project":              "project",
		"field.project-title":        "Project",
		"field.project-district":     "District",
		"field.project-theme":        "Theme",
		"field.project-target":       "For whom",
		"field.project-why":          "Why",
		"field.project-programme":    "Programme",
		"field.project-from":         "From",
		"field.project-to":           "Until",
		"field.project-hours-a-week": "Hours a week",
		"field.project-leaders":      "Who lead it",
		"field.project-students":     "Students",
		"field.project-pairs":        "Pairs",
		"field.project-guests":       "Others",
		"field.project-partners":     "Partners",
		"field.project-nodes":        "Evidence of",
		"field.project-state":        "State",
		"field.project-came":         "What came of it",
		"field.project-no-hours":     "Does not count for hours",
		"project.state.planned":      "planned",
		"project.state.running":      "running",
		"project.state.done":         "done",
		"project.state.stopped":      "stopped",
		"error.project-unknown":      "There is no project {name}. See what there is with: leerbalie project list",
		"error.project-not-yours":    "{title} is not {name}’s. Only whoever added it, whoever owns it and a coordinator can change it.",
		"error.project-state":        "\"{text}\" is no state. Choose from: planned, running, done, stopped.",
	}
}

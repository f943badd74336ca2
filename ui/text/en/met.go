package en

import "leerbalie/ui/text/language"

// met holds the words of which themes and target groups a student has met.
func met() language.Table {
	return language.Table{
		"cli.student.themes": "show which themes and target groups a student has met, and which not yet",
		"error.work-unknown": "{text} is no kind of work. Choose service, analysis, project or training.",
		"met.themes":         "Themes: {n} of {all} met. Not yet: {names}.",
		"met.themes.all":     "Themes: all {all} met.",
		"met.targets":        "Target groups: {n} of {all} met. Not yet: {names}.",
		"met.targets.all":    "Target groups: all {all} met.",
		"met.targets.none":   "Target groups: not known. No project names one.",
		"met.unsaid.one":     "Not known: 1 piece of work has no theme. It does not count.",
		"met.unsaid.many":    "Not known: {n} pieces of work have no theme. They do not count.",
		"met.hidden":         "Not known: there is work in another group too, and you may not see that.",
		"met.col.theme":      "Theme or target group",
		"met.col.handled":    "Requests and visits",
		"met.col.courses":    "Courses",
		"met.col.projects":   "Projects",
	}
}

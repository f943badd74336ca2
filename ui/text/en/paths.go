package en

import "leerbalie/ui/text/language"

// paths is what is said in English of the paths of residents.
func paths() language.Table {
	return language.Table{
		"field.path-title":        "Goal",
		"field.path-kind":         "Kind",
		"field.helpers":           "Who helps",
		"field.reached":           "Reached on",
		"field.ended":             "Ended on",
		"field.path-kinds":        "Kinds of path",
		"act-path-add":            "new path",
		"did.act-path-add":        "The path is kept.",
		"act-path-edit":           "path changed",
		"did.act-path-edit":       "The path is changed.",
		"act-path-step":           "step on a path",
		"did.act-path-step":       "The step is kept.",
		"act-path-reach":          "step reached",
		"did.act-path-reach":      "The step is reached.",
		"act-path-back":           "step not reached after all",
		"did.act-path-back":       "The step is open again.",
		"act-path-away":           "step taken away",
		"did.act-path-away":       "The step is gone.",
		"act-path-end":            "path ended",
		"did.act-path-end":        "The path has ended.",
		"act-path-resume":         "path goes on",
		"did.act-path-resume":     "The path goes on.",
		"error.path-kind":         "The kind of path {kind} is not on the list of this site.",
		"error.path-outcome":      "{outcome} is no way in which a path ends. Choose goal reached, partly reached or stopped.",
		"error.path-day":          "{day} is a day that has yet to come. Choose today or earlier.",
		"error.path-step-unknown": "This step is not on the path (any more).",
		"error.path-step-reached": "The step ‘{step}’ is reached already, on {day}.",
		"error.path-step-open":    "The step ‘{step}’ is not reached yet.",
		"error.path-runs":         "The path {title} still runs.",
		"error.path-ended":        "The path {title} ended on {day}. Let it go on first.",
		"error.path-unknown":      "This path is not there (any more).",
		"place.path":              "path",
		"place.step":              "step",
		"place.end":               "end",
	}
}

package en

import "leerbalie/ui/text/language"

// trainings holds the words of trainings that are asked of the school.
func trainings() language.Table {
	return language.Table{
		"act-training-add":         "training added",
		"did.act-training-add":     "The training is in.",
		"act-training-edit":        "training changed",
		"did.act-training-edit":    "The training is changed.",
		"act-training-archive":     "training put away",
		"did.act-training-archive": "The training is put away.",
		"place.training":           "training",
		"field.training-what":      "Training",
		"field.training-partner":   "Partner who asks",
		"field.training-asker":     "Who asks",
		"field.training-asked":     "Asked on",
		"field.training-givers":    "Who give it",
		"field.training-day":       "Day",
		"field.training-people":    "How many people",
		"field.training-state":     "State",
		"field.training-came":      "What came of it",
		"field.training-theme":     "Theme",
		"training.state.asked":     "asked",
		"training.state.planned":   "planned",
		"training.state.given":     "given",
		"training.state.declined":  "not given",
		"error.training-unknown":   "There is no training {name}. See what there is with: leerbalie training list",
		"error.training-not-yours": "{title} is not {name}’s. Only whoever added it, whoever owns it and a coordinator can change it.",
		"error.training-state":     "\"{text}\" is no state. Choose from: asked, planned, given, declined.",
		"cli.training":             "what organisations ask of the school: trainings",
		"cli.training.add":         "add a training that is asked",
		"cli.training.edit":        "change a training",
		"cli.training.list":        "show trainings that are asked or planned",
		"cli.training.show":        "show one training",
		"cli.training.archive":     "put a training away",
		"cli.training.none":        "No training is asked.",
		"cli.training.plan":        "say on which day a training is given",
		"cli.training.give":        "say that a training was given, with what came of it",
		"cli.training.decline":     "say that a training is not given, and why",
	}
}

package nl

import "leerbalie/ui/text/language"

// myDay holds what is said of somebody's own day: what is on them and late, handing it over, and another time for a promise.
func myDay() language.Table {
	return language.Table{
		"act-hand-over":              "overdracht aan",
		"act-task-move":              "andere tijd bij",
		"did.act-hand-over":          "Overgedragen aan {name}.",
		"did.act-task-move":          "De belofte bij {number} staat op een andere tijd.",
		"error.handover-yourself":    "Dat ben je zelf. Kies een collega of een koppel.",
		"error.handover-nothing":     "Er is niets dat je kunt overdragen.",
		"error.handover-not-yours":   "{number} is van {name}, niet van jou. Vraag {name} om die over te dragen.",
		"error.handover-theirs":      "{number} is al van {name}.",
		"error.handover-promise-one": "Van {number} is alleen een belofte van jou. Die kan bij één collega liggen, niet bij een koppel. Kies één collega.",
		"error.task-then-already":    "De belofte bij {number} staat al op die tijd. Kies een andere tijd.",
		"event.a-task-move":          "belofte op een andere tijd of naam ({who})",
	}
}

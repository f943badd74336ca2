package en

import "leerbalie/ui/text/language"

// myDay holds what is said of somebody's own day: what is on them and late, handing it over, and another time for a promise.
func myDay() language.Table {
	return language.Table{
		"act-hand-over":              "handover to",
		"act-task-move":              "another time on",
		"did.act-hand-over":          "Handed over to {name}.",
		"did.act-task-move":          "The promise on {number} has another time.",
		"error.handover-yourself":    "That is you. Choose a colleague or a pair.",
		"error.handover-nothing":     "There is nothing that you can hand over.",
		"error.handover-not-yours":   "{number} is with {name}, not with you. Ask {name} to hand it over.",
		"error.handover-theirs":      "{number} is with {name} already.",
		"error.handover-promise-one": "Of {number} only a promise is yours. That can lie with one colleague, not with a pair. Choose one colleague.",
		"error.task-then-already":    "The promise on {number} stands at that time already. Choose another time.",
		"event.a-task-move":          "promise at another time or name ({who})",
	}
}

package nl

import "leerbalie/ui/text/language"

// communityMine holds what of the community asks for somebody.
func communityMine() language.Table {
	return language.Table{
		"asks.somebody":         "iemand",
		"asks.goal-late":        "jouw doel is te laat: het moest klaar zijn op {day}",
		"asks.signal-to-me":     "signaal van {who} sinds {day}: zeg wat ermee gebeurt",
		"asks.question-to-me":   "vraag van {who} aan jou, sinds {day}",
		"asks.training-due":     "de scholing was op {day}: zeg hoe het ging",
		"asks.training-asked":   "scholing gevraagd aan jou, sinds {day}: kies een dag",
		"asks.meeting-answer":   "overleg op {day}: kom je?",
		"asks.project-quiet":    "jouw project: geen bijeenkomst sinds {day}",
		"asks.project-over":     "jouw project eindigde op {day}: sluit het af",
		"asks.signal-answered":  "jouw signaal is beantwoord door {who} op {day}",
		"asks.question-open":    "vraag van {who} aan iedereen, zonder antwoord sinds {day}",
		"asks.goal-unowned":     "dit doel is van niemand, sinds {day}: wie trekt het?",
		"asks.training-unowned": "scholing gevraagd sinds {day}: niemand geeft die nog",
		"day.together":          "Samen",
		"day.together.row":      "{title} · {why}",
	}
}

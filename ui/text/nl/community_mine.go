package nl

import "leerbalie/ui/text/language"

// communityMine holds what of the community asks for somebody.
func communityMine() language.Table {
	return language.Table{
		"asks.somebody":               "iemand",
		"asks.goal-late":              "jouw doel is te laat: het moest klaar zijn op {day}",
		"asks.signal-to-me":           "signaal van {who} sinds {day}: zeg wat ermee gebeurt",
		"asks.question-to-me":         "vraag van {who} aan jou, sinds {day}",
		"asks.training-due":           "de scholing was op {day}: zeg hoe het ging",
		"asks.training-asked":         "scholing gevraagd aan jou, sinds {day}: kies een dag",
		"asks.meeting-answer":         "overleg op {day}: kom je?",
		"asks.project-quiet":          "jouw project: geen bijeenkomst sinds {day}",
		"asks.project-over":           "jouw project eindigde op {day}: sluit het af",
		"asks.signal-answered":        "jouw signaal is beantwoord door {who} op {day}",
		"asks.question-open":          "vraag van {who} aan iedereen, zonder antwoord sinds {day}",
		"asks.goal-unowned":           "dit doel is van niemand, sinds {day}: wie trekt het?",
		"asks.training-unowned":       "scholing gevraagd sinds {day}: niemand geeft die nog",
		"asks.short.goal-late":        "doel te laat, {day}",
		"asks.short.signal-to-me":     "signaal aan jou, {day}",
		"asks.short.question-to-me":   "vraag aan jou, {day}",
		"asks.short.training-due":     "scholing was {day}",
		"asks.short.training-asked":   "scholing gevraagd, {day}",
		"asks.short.meeting-answer":   "overleg {day}: kom je?",
		"asks.short.project-quiet":    "project stil, {day}",
		"asks.short.project-over":     "project over, {day}",
		"asks.short.signal-answered":  "signaal beantwoord, {day}",
		"asks.short.question-open":    "vraag aan iedereen, {day}",
		"asks.short.goal-unowned":     "doel van niemand, {day}",
		"asks.short.training-unowned": "scholing van niemand, {day}",
		"community.page.mine":         "Voor mij",
		"community.choose":            "Welke bladzijde?",
		"community.said":              "{page}, bladzijde {n} van {of}",
		"key.community.page":          "een andere bladzijde kiezen",
		"key.community.page.short":    "kies bladzijde",
		"mine.page.count.one":         "1 vraagt jou",
		"mine.page.count.many":        "{n} vragen jou",
		"mine.page.none":              "Er is niets van de gemeenschap dat op jou wacht. Kies met {key} een andere bladzijde.",
		"day.together":                "Samen",
		"day.together.row":            "{title} · {why}",
	}
}

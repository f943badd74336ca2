package nl

import "leerbalie/ui/text/language"

// goals holds the words of goals.
func goals() language.Table {
	return language.Table{
		"act-goal-add":         "doel toegevoegd",
		"did.act-goal-add":     "Het doel staat erin.",
		"act-goal-edit":        "doel gewijzigd",
		"did.act-goal-edit":    "Het doel is gewijzigd.",
		"act-goal-archive":     "doel opgeborgen",
		"did.act-goal-archive": "Het doel is opgeborgen.",
		"place.goal":           "doel",
		"field.work":           "Soort werk",
		"field.added-by":       "Toegevoegd door",
		"field.goal-title":     "Doel",
		"field.goal-why":       "Waarom",
		"field.goal-owner":     "Van wie",
		"field.goal-by":        "Wanneer klaar",
		"field.goal-phase":     "Fase",
		"field.goal-expect":    "Wat je in deze fase mag verwachten",
		"field.goal-theme":     "Thema",
		"field.goal-state":     "Stand",
		"field.goal-came":      "Wat het opleverde",
		"field.goal-ended":     "Afgerond op",
		"field.goal-meeting":   "Uit overleg",
		"field.goal-members":   "Wie doen mee",
		"field.goal-projects":  "Projecten",
		"goal.state.open":      "loopt",
		"goal.state.reached":   "gehaald",
		"goal.state.dropped":   "losgelaten",
		"error.goal-unknown":   "Er is geen doel {name}. Kijk wat er is met: leerbalie goal list",
		"error.goal-not-yours": "{title} is niet van {name}. Alleen wie dit heeft toegevoegd, wie de eigenaar is en de coördinator kunnen het wijzigen.",
		"error.goal-state":     "\"{text}\" is geen stand. Kies uit: open, reached, dropped.",
	}
}

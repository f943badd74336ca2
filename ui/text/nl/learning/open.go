package learning

import "leerbalie/ui/text/language"

// open holds for whom evidence is open: for the school, for the student, for whoever reads it.
func open() language.Table {
	return language.Table{
		"report.open":                "Bewijs: {open}.",
		"report.open.school.one":     "{n} wacht op de school",
		"report.open.school.many":    "{n} wachten op de school",
		"report.open.student.one":    "{n} wacht op de student",
		"report.open.student.many":   "{n} wachten op de student",
		"report.open.you.one":        "{n} wacht op jou",
		"report.open.you.many":       "{n} wachten op jou",
		"report.col.open":            "wacht op de school",
		"report.col.open-student":    "wacht op de student",
		"report.doubt.waits.one":     "{n} stuk bewijs wacht nog op een oordeel van de school.",
		"report.doubt.waits.many":    "{n} stuks bewijs wachten nog op een oordeel van de school.",
		"report.doubt.student.one":   "{n} stuk bewijs wacht nog op de student: op terugkijken, of waarvan het bewijs is.",
		"report.doubt.student.many":  "{n} stuks bewijs wachten nog op de student: op terugkijken, of waarvan het bewijs is.",
		"learning.waiting.one":       "{n} wacht op jou",
		"learning.waiting.many":      "{n} wachten op jou",
		"learning.open":              "{n} ({open} open)",
		"learning.open.short":        "{n} ({open})",
		"learning.legend.open":       "open: wacht op de school",
		"learning.legend.open.short": "(n) open",
		"learning.state.waits":       "bij de school",
		"cli.evidence.waits-school":  "wacht op de school",
		"cli.evidence.waits":         "wacht op jou",
		"cli.evidence.not-ready":     "wacht op de student",
	}
}

package learning

import "leerbalie/ui/text/language"

// open holds for whom evidence is open: for the school, for the student, for whoever reads it.
func open() language.Table {
	return language.Table{
		"report.open":                "Evidence: {open}.",
		"report.open.school.one":     "{n} waits for the school",
		"report.open.school.many":    "{n} wait for the school",
		"report.open.student.one":    "{n} waits for the student",
		"report.open.student.many":   "{n} wait for the student",
		"report.open.you.one":        "{n} waits for you",
		"report.open.you.many":       "{n} wait for you",
		"report.col.open":            "waits for the school",
		"report.col.open-student":    "waits for the student",
		"report.doubt.waits.one":     "{n} piece of evidence still waits for the school to judge it.",
		"report.doubt.waits.many":    "{n} pieces of evidence still wait for the school to judge them.",
		"report.doubt.student.one":   "{n} piece of evidence still waits for the student: to look back on it, or to say what it is of.",
		"report.doubt.student.many":  "{n} pieces of evidence still wait for the student: to look back on them, or to say what they are of.",
		"learning.waiting.one":       "{n} waits for you",
		"learning.waiting.many":      "{n} wait for you",
		"learning.open":              "{n} ({open} open)",
		"learning.open.short":        "{n} ({open})",
		"learning.legend.open":       "open: waits for the school",
		"learning.legend.open.short": "(n) open",
		"learning.state.waits":       "for the school",
		"cli.evidence.waits-school":  "waits for the school",
		"cli.evidence.waits":         "waits for you",
		"cli.evidence.not-ready":     "waits for the student",
	}
}

package nl

import "leerbalie/ui/text/language"

// saidDesk holds what is said of the desk where it is drawn as a sign, a place or an abbreviation.
func saidDesk() language.Table {
	return language.Table{
		"say.chosen":            "gekozen",
		"say.wait.minutes.one":  "1 minuut",
		"say.wait.minutes.many": "{n} minuten",
		"say.wait.hours.one":    "1 uur",
		"say.wait.hours.many":   "{n} uur",
		"say.wait.days.one":     "1 dag",
		"say.wait.days.many":    "{n} dagen",
		"say.late":              "te laat sinds {when}",
		"say.marked":            "gemerkt",
		"say.columns":           "Kolommen: {columns}.",
		"say.sorted":            "gesorteerd op {column}: {way}",
		"say.offered":           "aangeboden aan jou",
		"say.not-certain":       "niet zeker",
		"say.urgency.today":     "vandaag",
	}
}

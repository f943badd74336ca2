package en

import "leerbalie/ui/text/language"

// saidDesk holds what is said of the desk where it is drawn as a sign, a place or an abbreviation.
func saidDesk() language.Table {
	return language.Table{
		"say.chosen":            "chosen",
		"say.wait.minutes.one":  "1 minute",
		"say.wait.minutes.many": "{n} minutes",
		"say.wait.hours.one":    "1 hour",
		"say.wait.hours.many":   "{n} hours",
		"say.wait.days.one":     "1 day",
		"say.wait.days.many":    "{n} days",
		"say.late":              "late since {when}",
		"say.marked":            "marked",
		"say.columns":           "Columns: {columns}.",
		"say.sorted":            "sorted by {column}: {way}",
		"say.offered":           "offered to you",
		"say.not-certain":       "not certain",
		"say.urgency.today":     "today",
	}
}

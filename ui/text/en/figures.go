package en

import "leerbalie/ui/text/language"

// figures holds the words about the figures of a site.
func figures() language.Table {
	return language.Table{
		"cli.flag.report-person": "only what this person handled, with the time of that person (with --json)",
		"error.period-backwards": "The period ends on {until}, before it begins on {from}. Give a first day and a last day.",
		"error.series-by":        "Nothing is counted by {by}. Choose day, week or month.",
	}
}

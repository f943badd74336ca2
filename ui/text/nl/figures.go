package nl

import "leerbalie/ui/text/language"

// figures holds the words about the figures of a site.
func figures() language.Table {
	return language.Table{
		"cli.flag.report-person": "alleen wat deze persoon afhandelde, met de tijd van die persoon (met --json)",
		"error.period-backwards": "De periode eindigt op {until}, voordat zij begint op {from}. Geef een eerste en een laatste dag.",
		"error.series-by":        "Er wordt niet geteld per {by}. Kies day, week of month.",
	}
}

package en

import "leerbalie/ui/text/language"

// roll is what is said of lists of people: what a school's file has of them, who comes in and who does not, and who is taken away.
func roll() language.Table {
	return language.Table{
		"field.route":        "Route",
		"field.company":      "Company",
		"field.guide":        "Guide there",
		"field.source-id":    "Source id",
		"cli.col.company":    "company",
		"cli.col.guide":      "guide",
		"cli.flag.route":     "how the programme is followed, such as BOL or BBL",
		"cli.flag.company":   "the company of the placement",
		"cli.flag.guide":     "who guides the student there",
		"cli.flag.source-id": "the key in the school's file, such as sourcedId",
	}
}

package en

import "leerbalie/ui/text/language"

// signals holds the words of what rises, and of how many people are needed.
func signals() language.Table {
	return language.Table{
		"signals.period":          "{site}: {from} up to and including {until}, compared with the {weeks} weeks before",
		"signals.nothing":         "Nothing came in in these weeks. There is nothing to judge.",
		"signals.theme":           "Theme",
		"signals.cases":           "In 4 weeks",
		"signals.expected":        "Expected",
		"signals.from":            "Signal from",
		"signals.p":               "Chance",
		"signals.verdict":         "Verdict",
		"signals.no-theme":        "without a theme",
		"signals.is.signal":       "! signal",
		"signals.is.none":         "none",
		"signals.is.too_few":      "too few to tell",
		"signals.says":            "{theme}: {cases} in 4 weeks, {expected} expected ({before} in the {weeks} weeks before). By chance this happens here once in {years} years.",
		"signals.few":             "Too few to tell: even if three times as many came, that would be missed more often than found.",
		"signals.wolf":            "With {n} themes, judged every four weeks, chance gives a false signal once in {years} years at most. Where busy and quiet weeks differ a lot it is more often: once a year at most.",
		"cli.report.signals":      "of which themes more comes in than chance explains",
		"cli.report.signals-long": "Four weeks are compared with the 26 before. A signal is 5 requests at least, and a chance below 0.001 of so many or more. That chance comes from a negative binomial distribution, of which mean and spread are estimated from the weeks before. Where there is too little to see that three times as many come, that is said.",
		"cli.flag.signals-until":  "the last day of the four weeks; today by default",
		"hands.period":            "{site}: who walked in from {from} up to and including {until}, {n} in all",
		"hands.nobody":            "Nobody walked in. There is nothing to say.",
		"hands.part":              "Part of the week",
		"hands.arrivals":          "Walked in",
		"hands.needed":            "Needed",
		"hands.rostered":          "On the roster",
		"hands.verdict":           "Verdict",
		"hands.within":            "Helped within 20 minutes",
		"hands.share":             "with {people}: {percent} %",
		"hands.is.enough":         "enough",
		"hands.is.short":          "! too few people",
		"hands.is.too_few":        "too few to tell",
		"hands.known":             "Of {known} of the {n} it is known how long helping took. The others count for {typical} minutes, the middle of those.",
		"hands.assumed":           "Needed is the least number of people with whom 9 of 10 would have waited 20 minutes at most, if those who walked in in the last 8 weeks came once more. What is assumed: one person helps, for as long as minutes were noted for all of them together; whoever comes first is helped first, also when it is urgent; nobody is left from the part of the day before; nobody walks away; who works does nothing else. On the roster are students of the site with that part of the week, and desk staff when the site is open. With fewer than 10 in a part of the week, on fewer than 4 days, or with fewer than 10 of whom it is known how long helping took, there is too little to tell.",
		"cli.report.hands":        "how many people are needed in each part of the week, and how many there are",
	}
}

package en

import "leerbalie/ui/text/language"

// clock holds what to say about a computer's clock that is far from the last work, and about days that cannot be.
func clock() language.Table {
	return language.Table{
		"error.day-early":       "{field}: {day} cannot be right. Nothing here is from before {year}. An empty cell in Excel becomes 1-1-1900.",
		"error.day-late":        "{field}: {day} cannot be right. Nothing is planned beyond {year} here. Look at the year again.",
		"clock.ahead":           "Clock says {clock}, last work {last}: is it right? F4",
		"clock.behind":          "Clock says {clock}, last work {last}: set the clock right.",
		"clock.ask":             "This computer says that it is {clock}. Is that right?",
		"clock.wrong":           "No. The clock of this computer has to be set right",
		"clock.right":           "Yes, it is {clock}. Nothing was done for a long time",
		"clock.trusted":         "The work goes on from today.",
		"key.clock":             "say whether this computer's date is right",
		"key.clock.short":       "date",
		"error.clock-not-ahead": "There is nothing to confirm: this computer's clock is not far ahead of the last work.",
		"act-clock-right":       "confirmation of this computer's date",
		"did.act-clock-right":   "The work goes on from today.",
		"cli.clock":             "tell what this computer's clock says, beside the last work",
		"cli.flag.clock-right":  "this computer's date is right, although nothing was done for more than 400 days",
		"cli.clock.fine":        "This computer's clock says {clock}. The last work here is of {last}. That can be right.",
		"cli.clock.ahead":       "This computer's clock says {clock}, and the last work here is of {last}. As long as that is so, new work gets that last date. Is the computer's date right? Then give: leerbalie clock --right. If not, set the clock right.",
		"cli.clock.behind":      "This computer's clock says {clock}, and the last work here is of {last}. Set the clock right. The order of the work stays as it was done.",
	}
}

package en

import "leerbalie/ui/text/language"

// overview holds the words of the screen with the figures of a site.
func overview() language.Table {
	return language.Table{
		"settings.small":             "Small numbers in reports",
		"settings.small.about":       "In files and on paper, one to four shows as <5, and a second number is left out. So nobody can be recognised. The screen is exact.",
		"settings.small.on":          "left out",
		"settings.small.off":         "exact",
		"conflict.field.exact":       "Small numbers exact in reports",
		"screen.overview":            "Overview",
		"key.overview.write":         "keep the report of what shows as a file, to print or to send",
		"key.overview.write.short":   "as a file",
		"key.overview.closed":        "look at which questions these are",
		"key.overview.closed.short":  "look",
		"key.overview.waiting":       "to those who wait",
		"key.overview.waiting.short": "who waits",
		"overview.now":               "Now, at {time}",
		"overview.waiting":           "Waiting",
		"overview.claimed":           "Being handled",
		"overview.parked":            "Parked",
		"overview.handled":           "Closed",
		"overview.students":          "With a student",
		"overview.time":              "Time",
		"overview.hour":              "hours",
		"overview.hours":             "hours",
		"overview.number":            "number",
		"overview.file":              "overview",
		"overview.empty.waiting":     "Nothing was closed yet today. Press {key} for those who wait. What you close stands here at once.",
		"overview.empty":             "Nobody waits, and nothing was closed yet today. Does somebody come in? Press {key} and put the question in the queue.",
		"overview.clocks":            "All times: {zone}. Waiting counts from coming in. A question counts on the day of closing, with all the time noted for it.",
	}
}

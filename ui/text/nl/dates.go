package nl

import "leerbalie/ui/text/language"

// dates holds the names of days and of the parts of a day.
func dates() language.Table {
	return language.Table{
		"weekday.0":      "Zondag",
		"weekday.1":      "Maandag",
		"weekday.2":      "Dinsdag",
		"weekday.3":      "Woensdag",
		"weekday.4":      "Donderdag",
		"weekday.5":      "Vrijdag",
		"weekday.6":      "Zaterdag",
		"part.morning":   "ochtend",
		"part.afternoon": "middag",
		"part.evening":   "avond",
		"day.mon":        "ma",
		"day.tue":        "di",
		"day.wed":        "wo",
		"day.thu":        "do",
		"day.fri":        "vr",
		"day.sat":        "za",
		"day.sun":        "zo",
	}
}

// typed are the words for days and hours that people type.
func typed() language.Dates {
	return language.Dates{
		Today: []string{"vandaag"}, Tomorrow: []string{"morgen"}, DayAfter: []string{"overmorgen"},
		Weekdays: [7]string{"zo", "ma", "di", "wo", "do", "vr", "za"},
		Hour:     []string{"uur", "u"}, Minute: []string{"min", "m"},
		At:   []string{"om", "op", "uur"},
		Span: []string{"t/m", "tot", "van", "vanaf", "en"},
	}
}

package en

import "leerbalie/ui/text/language"

// imported holds what to say of a table as an office keeps it.
func imported() language.Table {
	return language.Table{
		"error.import.guessed":               "The column \"{column}\" was read as {target}: that is what it looks like. See whether that is right.",
		"cli.import.likewise":                "{path}:{first}-{last}: {n} more rows refused for the same reason.",
		"cli.import.all-refused":             "All rows were refused. Nothing came in.",
		"error.import.charset":               "The file was read as {charset}, as an older computer keeps it. Look over the letters with accents.",
		"error.date.filler":                  "\"{text}\" is no real date: a spreadsheet makes that of an empty cell. Fill in the date, or empty the cell.",
		"error.clock.form":                   "\"{text}\" is no time. Write it like 9:15.",
		"error.source-changed":               "{source} was brought in before, as {number}, and says something else now: {changed}. What is here stays. Change it here, or undo the earlier import.",
		"error.import.source-twice":          "The number {source} stands in row {row} already, with something else. Each question has a number of its own.",
		"error.import.lost-digits":           "Digits of the number \"{text}\" are gone: a spreadsheet keeps a long number so. Make the column text, and save the file again.",
		"error.import.total-rows":            "Passed over because they are totals: {n}. Rows: {rows}.",
		"error.import.above-headings":        "The headings stand in row {n}. What stands above them was passed over.",
		"error.import.hint-row":              "Row {n} says what belongs in the columns, and was passed over.",
		"error.import.heading-rows":          "Passed over because the headings stand there once more: {n}. Rows: {rows}.",
		"error.import.row-again":             "Just like this they stood in the file before: {n}. Rows: {rows}. They were taken once.",
		"error.import.number-again":          "The running number belongs to another question here, of another day: {n}. Rows: {rows}. They have their day behind the number.",
		"error.import.zeros-in-front":        "These numbers differ from others by zeros in front alone: {values}. They count as numbers of their own.",
		"error.import.zeros-in-front-more":   "These numbers differ from others by zeros in front alone: {values}, and {more} more. They count as numbers of their own.",
		"error.import.day-first":             "In the column \"{column}\" the day stands before the month; {proof} shows it.",
		"error.import.day-first-guessed":     "In the column \"{column}\" the day was read before the month. No date shows whether that is so. Look it over.",
		"error.import.month-first":           "In the column \"{column}\" the month stands before the day; {proof} shows it.",
		"error.import.month-first-guessed":   "In the column \"{column}\" the month was read before the day. No date shows whether that is so. Look it over.",
		"error.import.year-guessed":          "Dates without a year: {n}. The year is that of the other dates. Rows: {rows}.",
		"error.import.date-above":            "Rows without a date: {n}. They got the date of the row above. Rows: {rows}.",
		"error.import.clock-unread":          "No time that can be read, only the day was taken: {n}. Rows: {rows}.",
		"error.import.closed-unread":         "Not to be read whether it was closed: {n}. What stood there is a note now. Rows: {rows}.",
		"error.import.closed-filler":         "An empty cell as the closing date: {n}. Those questions are not closed. Rows: {rows}.",
		"error.import.closed-guessed":        "Closed, and not said when: {n}. The last change counts for it, or the moment of coming in.",
		"error.import.minutes-as-hours":      "Minutes such as 0.5 were read as hours: {n}. Rows: {rows}.",
		"error.import.minutes-shared":        "The minutes were shared out over who stood there: {n}. Rows: {rows}.",
		"error.import.staff-unknown":         "These colleagues are not known here: {values}. Their names stand in a note. Nobody got any rights by it.",
		"error.import.staff-unknown-more":    "These colleagues are not known here: {values}, and {more} more. Their names stand in a note. Nobody got any rights by it.",
		"error.import.residents-new":         "New residents: {n}. Of none it is noted that they know their data are kept.",
		"error.import.residents-known":       "Rows of a resident who was known here, or stood in the file before: {n}.",
		"error.import.phone-noted":           "A telephone number without a name, or another than this resident's: {n}. It stands in a note. Rows: {rows}.",
		"error.import.encoded-twice":         "Letters with accents were encoded twice (Ã© for é) and were put right: {n}. Rows: {rows}.",
		"error.import.encoded-twice-names":   "Letters with accents were encoded twice (Ã© for é) and were put right: {n} ({names}).",
		"error.import.strange-letters":       "Letters like Þ, ð or Ý stand here: {n}. Rows: {rows}. The file may have been kept in Turkish or Polish. Look them over, and save it again as UTF-8 if need be.",
		"error.import.strange-letters-names": "Letters like Þ, ð or Ý stand here: {n} ({names}). The file may have been kept in Turkish or Polish. Look them over, and save it again as UTF-8 if need be.",
		"error.import.lost-letters-names":    "A letter was lost here before, where \ufffd stands: {n} ({names}). Look them over, and save the file again as UTF-8 if you can.",
		"error.import.lost-letters":          "A letter was lost here before, where \ufffd stands: {n}. Rows: {rows}. Look them over, and save the file again as UTF-8 if you can.",
	}
}

package en

import "leerbalie/ui/text/language"

// linear holds what is told only to those who use the app without a screen.
func linear() language.Table {
	return language.Table{
		"key.aside": "read what stands beside the row, without a screen",

		"settings.linear":       "Use without a screen",
		"settings.linear.auto":  "no",
		"settings.linear.on":    "yes, from the next start",
		"settings.linear.about": "For who does not see the screen: what changes is written line by line, to be read out.",
		"cli.flag.linear":       "the app without a screen: what changes is written line by line, to be read out",

		"linear.rows.one":       "1 row.",
		"linear.rows.many":      "{n} rows.",
		"linear.choose":         "A number and Enter goes to a row, Ctrl+L reads all of them.",
		"linear.at":             "You are at {row}",
		"linear.empty":          "empty",
		"linear.entry":          "{name}, {at} of {n}",
		"linear.none":           "nothing chosen",
		"linear.on":             "{answer}: yes",
		"linear.off":            "{answer}: no",
		"linear.answers.one":    "1 answer.",
		"linear.answers.many":   "{n} answers. A number chooses, Right arrow goes on by one.",
		"linear.hidden.one":     "1 character typed",
		"linear.hidden.many":    "{n} characters typed",
		"linear.percent":        "{what}: {n} percent",
		"linear.busy":           "Please wait.",
		"linear.no-number":      "There is no number {n}. Choose a number from 1 to {last}.",
		"linear.no-list":        "There is nothing here to choose by a number. Colon opens another screen.",
		"linear.no-key":         "{key} does nothing here. Question mark tells what you can do.",
		"linear.nothing-beside": "Nothing more stands here about this.",
		"linear.or":             " or ",

		"linear.help.now":     "What you can do now:",
		"linear.help.key":     "{key}: {does}",
		"linear.help.move":    "In a list: Down arrow and Up arrow go one row on and back, Enter opens.",
		"linear.help.number":  "A number and Enter goes to that row. Enter once more opens it. In a question a digit chooses the answer.",
		"linear.help.again":   "Ctrl+L reads all that is here, with the numbers.",
		"linear.help.beside":  "F2 reads what stands beside the row.",
		"linear.help.palette": "Colon asks what you want to do, and opens other screens: type a word, or a number.",
		"linear.help.form":    "In a form: Tab goes to the next field, Shift+Tab back, Ctrl+S saves, Esc leaves and keeps what you typed.",
		"linear.help.leave":   "q ends the program, F1 gives this help, also while you type. The command leerbalie keys names all keys.",

		"linear.key.up":        "Up arrow",
		"linear.key.down":      "Down arrow",
		"linear.key.left":      "Left arrow",
		"linear.key.right":     "Right arrow",
		"linear.key.pgup":      "Page Up",
		"linear.key.pgdown":    "Page Down",
		"linear.key. ":         "Space",
		"linear.key.?":         "Question mark",
		"linear.key.:":         "Colon",
		"linear.key.,":         "Comma",
		"linear.key..":         "Full stop",
		"linear.key./":         "Slash",
		"linear.key.+":         "Plus",
		"linear.key.-":         "Minus",
		"linear.key.=":         "Equals sign",
		"linear.key.*":         "Asterisk",
		"linear.key.'":         "Apostrophe",
		"linear.key.delete":    "Delete",
		"linear.key.shift+tab": "Shift+Tab",
	}
}

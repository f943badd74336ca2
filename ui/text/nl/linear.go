package nl

import "leerbalie/ui/text/language"

// linear holds what is told only to those who use the app without a screen.
func linear() language.Table {
	return language.Table{
		"key.aside": "lees wat er naast de regel staat, zonder scherm",

		"settings.linear":       "Zonder scherm gebruiken",
		"settings.linear.auto":  "nee",
		"settings.linear.on":    "ja, vanaf de volgende keer",
		"settings.linear.about": "Voor wie het scherm niet ziet: wat verandert staat er regel voor regel, om te laten voorlezen.",
		"cli.flag.linear":       "de app zonder scherm: wat verandert staat er regel voor regel, om te laten voorlezen",

		"linear.rows.one":       "1 regel.",
		"linear.rows.many":      "{n} regels.",
		"linear.choose":         "Een nummer en Enter gaat naar een regel, Ctrl+L leest alles voor.",
		"linear.at":             "Je staat op {row}",
		"linear.empty":          "leeg",
		"linear.entry":          "{name}, {at} van {n}",
		"linear.none":           "niets gekozen",
		"linear.on":             "{answer}: ja",
		"linear.off":            "{answer}: nee",
		"linear.answers.one":    "1 antwoord.",
		"linear.answers.many":   "{n} antwoorden. Een nummer kiest, Pijl naar rechts gaat er een verder.",
		"linear.hidden.one":     "1 teken getypt",
		"linear.hidden.many":    "{n} tekens getypt",
		"linear.percent":        "{what}: {n} procent",
		"linear.busy":           "Even geduld.",
		"linear.no-number":      "Nummer {n} is er niet. Kies een nummer van 1 tot en met {last}.",
		"linear.no-list":        "Hier is niets om met een nummer te kiezen. Een ander scherm open je met dubbele punt.",
		"linear.no-key":         "{key} doet hier niets. Vraagteken vertelt wat je kunt doen.",
		"linear.nothing-beside": "Hierover staat er verder niets.",
		"linear.or":             " of ",

		"linear.help.now":     "Wat je nu kunt doen:",
		"linear.help.key":     "{key}: {does}",
		"linear.help.move":    "In een lijst: Pijl omlaag en Pijl omhoog gaan een regel verder en terug, Enter opent.",
		"linear.help.number":  "Een nummer en Enter gaat naar die regel. Nog eens Enter opent die. In een vraag kiest een cijfer het antwoord.",
		"linear.help.again":   "Ctrl+L leest alles voor wat hier staat, met de nummers.",
		"linear.help.beside":  "F2 leest voor wat naast de regel staat.",
		"linear.help.palette": "Dubbele punt vraagt wat je wilt doen, en opent andere schermen: typ een woord, of een nummer.",
		"linear.help.form":    "In een formulier: Tab gaat naar het volgende veld, Shift+Tab terug, Ctrl+S bewaart, Esc gaat weg en bewaart wat je typte.",
		"linear.help.leave":   "q stopt het programma, F1 geeft deze hulp, ook terwijl je typt. De opdracht leerbalie keys noemt alle toetsen.",

		"linear.key.up":        "Pijl omhoog",
		"linear.key.down":      "Pijl omlaag",
		"linear.key.left":      "Pijl naar links",
		"linear.key.right":     "Pijl naar rechts",
		"linear.key.pgup":      "Page Up",
		"linear.key.pgdown":    "Page Down",
		"linear.key. ":         "Spatie",
		"linear.key.?":         "Vraagteken",
		"linear.key.:":         "Dubbele punt",
		"linear.key.,":         "Komma",
		"linear.key..":         "Punt",
		"linear.key./":         "Schuine streep",
		"linear.key.+":         "Plus",
		"linear.key.-":         "Min",
		"linear.key.=":         "Is-teken",
		"linear.key.*":         "Sterretje",
		"linear.key.'":         "Apostrof",
		"linear.key.delete":    "Delete",
		"linear.key.shift+tab": "Shift+Tab",
	}
}

package learning

import "leerbalie/ui/text/language"

// learningJudging holds the words of judging: all lines alike, reasons, what is shown when.
func learningJudging() language.Table {
	return language.Table{
		"key.learning.alike":       "alle open regels genoeg; nog eens: de volgende stap",
		"key.learning.alike.short": "alle gelijk",
		"learning.judge.hint":      "Eén toets per regel; {key} geeft alle open regels er een.",
		"learning.judge.why-short": "Waarom is {nodes} nog niet genoeg? (moet erbij)",
		"learning.judge.short":     "Schrijf eerst waarom {nodes} nog niet genoeg is.",
		"learning.alike.none":      "Geen regel is nog open. {key} haalt een stap weg.",
		"learning.alike.one":       "1 regel: {level}. Nog eens {key}: {next}. {accept}: verder.",
		"learning.alike.many":      "{n} regels: {level}. Nog eens {key}: {next}. {accept}: verder.",
		"error.reason-short":       "{nodes} is nog niet genoeg: schrijf erbij waarom.",
	}
}

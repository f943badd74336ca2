package learning

import "leerbalie/ui/text/language"

// learningJudging holds the words of judging: all lines alike, reasons, what is shown when.
func learningJudging() language.Table {
	return language.Table{
		"key.learning.alike":        "alle open regels genoeg; nog eens: de volgende stap",
		"key.learning.alike.short":  "alle gelijk",
		"learning.judge.hint":       "Eén toets per regel; {key} geeft alle open regels er een.",
		"learning.judge.why-short":  "Waarom is {nodes} nog niet genoeg? (moet erbij)",
		"learning.judge.short":      "Schrijf eerst waarom {nodes} nog niet genoeg is.",
		"learning.alike.none":       "Geen regel is nog open. {key} haalt een stap weg.",
		"learning.alike.one":        "1 regel: {level}. Nog eens {key}: {next}. {accept}: verder.",
		"learning.alike.many":       "{n} regels: {level}. Nog eens {key}: {next}. {accept}: verder.",
		"error.reason-short":        "{nodes} is nog niet genoeg: schrijf erbij waarom.",
		"act-show-self":             "instelling van het oordeel over zichzelf",
		"did.act-show-self":         "De instelling is bewaard.",
		"conflict.field.self-shown": "Oordeel over zichzelf vooraf te zien",
		"settings.self":             "Oordeel van de student zelf",
		"settings.self.about":       "Wie eerst leest wat de student zelf vindt, oordeelt daarnaar. Daarom zien anderen het pas als de school heeft geoordeeld.",
		"settings.self.hidden":      "pas na de school",
		"settings.self.shown":       "meteen te zien",
		"report.self-hidden":        "Wat de student zelf vond, zie je als de school dit heeft beoordeeld.",
		"cli.assess.self":           "zeggen of het oordeel van studenten over zichzelf te zien is voor de school oordeelt",
		"cli.assess.self.hidden":    "Het oordeel van studenten over zichzelf is te zien als de school heeft geoordeeld.",
		"cli.assess.self.shown":     "Het oordeel van studenten over zichzelf is meteen te zien.",
		"cli.flag.self-show":        "meteen laten zien",
		"cli.flag.self-hide":        "pas laten zien als de school heeft geoordeeld",
		"cli.show-or-hide":          "Kies --show of --hide.",
		"report.hours-no-norm":      "er is geen norm bekend",
		"report.decided-confirmed":  "Bevestigd door begeleiding: {hours} uur",
		"report.placement-days":     "Stage van {start} tot {end}",
		"report.lacked":             "Wat ontbrak bij het besluit:",
		"report.lacked-nothing":     "niets.",
		"report.doubt.one-assessor": "Er is geen tweede beoordelaar.",
		"report.withdrawn-before":   "Eerder ingetrokken: {kind}, {met}, besloten door {by} op {on}, ingetrokken door {name} op {day}: {why}",
		"report.signatures":         "Handtekeningen",
		"report.signatures-note":    "Wie tekent, heeft dit besluit en de bladzijden hierna gelezen.",
		"report.assessor":           "beoordelaar {n}",
		"report.decider":            "besluit namens de school",
		"report.student-signs":      "student, voor gezien",
		"report.col.name":           "naam",
		"report.col.signature":      "handtekening",
		"report.interval.student":   "Tussen haakjes: waar het cijfer in 95 van de 100 gevallen ligt als je andere studenten treft (geloot uit hele studenten, {n}).",
		"report.interval.judgement": "Tussen haakjes: waar het cijfer in 95 van de 100 gevallen ligt, per oordeel gerekend. Er zijn te weinig studenten om per student te rekenen; in het echt is het ruimer.",
		"report.interval.some":      "Waar er minder dan vijf studenten zijn of alles hetzelfde is, is per oordeel gerekend; in het echt is het dan ruimer.",
	}
}

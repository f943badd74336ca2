package nl

import "leerbalie/ui/text/language"

// merging holds what is said of questions that become one, and of those that are taken away.
func merging() language.Table {
	return language.Table{
		"error.merge-site":         "{number} en {into} zijn van twee servicepunten. Samenvoegen kan alleen binnen één servicepunt.",
		"error.merge-back":         "{number} is al samengevoegd met {into}. Haal die eerst weer uit elkaar.",
		"error.merge-differ":       "{number} en {into} verschillen. {why} Klopt het toch? Herhaal het met --yes.",
		"error.not-merged":         "{number} is niet samengevoegd met een andere vraag.",
		"error.request-merged":     "{number} is samengevoegd met {into}. Doe het daar, of haal de twee eerst uit elkaar.",
		"error.request-removed":    "{number} is weggehaald. Zet de vraag eerst terug.",
		"error.not-removed":        "{number} is niet weggehaald.",
		"error.remove-joined":      "Met {number} is {other} samengevoegd. Haal die twee eerst uit elkaar.",
		"error.remove-others":      "{name} is nog bezig met {number}. Neem het eerst over, of vraag {name}.",
		"error.remove-evidence":    "{number} is bewijs van {name} en blijft daarom staan.",
		"error.remove-student":     "Weghalen kan een student alleen op de dag zelf, bij een vraag die hij of zij zelf schreef. Vraag een medewerker om {number} weg te halen.",
		"error.restore-again":      "{number} is intussen opnieuw binnengekomen als {other}. Haal die eerst weg.",
		"merge.differ.resident":    "{number} is van {one}, {into} van {two}.",
		"merge.differ.urgency":     "{number} is {one}, {into} is {two}.",
		"merge.differ.supervision": "{number}: {one}; {into}: {two}.",
		"merge.nobody":             "iemand zonder naam",
		"merge.ask-title":          "Toch samenvoegen?",
		"merge.goes-on":            "{number} {summary}: dit gaat verder in {into} {other}.",
		"merge.ask-yes":            "ja, {into} gaat verder",
		"merge.done":               "{number} is samengevoegd met {into}; {into} gaat verder.",
		"act-remove":               "weghalen van",
		"act-restore":              "terugzetten van",
		"did.act-remove":           "{number} is weggehaald.",
		"did.act-restore":          "{number} staat er weer.",
		"cli.request.merge":        "voeg een hulpvraag samen met een andere, die verder gaat",
		"cli.request.merged":       "{number} is samengevoegd met {into}, die verder gaat: {summary}",
		"cli.request.parted":       "{number} staat weer apart: {summary}",
		"cli.request.remove":       "haal een hulpvraag weg die er niet had moeten zijn",
		"cli.request.removed":      "{number} is weggehaald: {summary}",
		"cli.request.restore":      "zet een weggehaalde hulpvraag terug",
		"cli.request.restored":     "{number} staat er weer: {summary}",
		"cli.flag.merge-yes":       "ook als ze verschillen (bewoner, urgentie, wie het mag doen)",
		"cli.flag.part-request":    "haal ze weer uit elkaar",
		"cli.flag.why":             "waarom de vraag er niet had moeten zijn",
		"cli.col.merged-into":      "Samengevoegd met",
		"cli.col.merged-from":      "Hierin samengevoegd",
		"cli.col.removed":          "Weggehaald",
		"cli.minutes.nobody":       "onbekend",
		"cli.event.from":           "{what} bij {number}",
		"cli.status.merged":        "in {number}",
	}
}

package exchange

import (
	"strings"

	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/tabular"
)

// headers are the names that columns are known by, Dutch first; each list from the surest to the vaguest. They are compared by their
// letters and digits alone: see headingKey. A field that is not here is known by the name that an export gives its column.
func headers() map[string][]string {
	return map[string][]string{
		sourceID: {"source_id", "bron id", "extern id", "external id", "zaaknummer", "zaaknr", "dossiernummer", "dossiernr", "vraagnummer", "vraagnr",
			"hulpvraagnummer", "meldingsnummer", "meldingnummer", "meldingnr", "registratienummer", "registratienr", "aanvraagnummer", "casusnummer",
			"volgnummer", "volgnr", "vnr", "ticketnummer", "kenmerk", "referentie", "case id", "case number", "ticket id", "ticket", "request id",
			"reference", "uuid", "id", "nummer", "number", "nr", "no"},
		createdAt: {"created_at", "created on", "created", "aangemaakt op", "aangemaakt", "aanmaakdatum", "binnengekomen op",
			"binnengekomen", "datum binnenkomst", "ontvangen op", "ontvangen", "ontvangstdatum", "datum ontvangst", "meldingsdatum",
			"datum melding", "aanmelddatum", "datum aanmelding", "registratiedatum", "datum registratie", "datum vraag", "contactdatum",
			"datum contact", "datum contactmoment", "datum gesprek", "datum bezoek", "datum intake", "intakedatum", "datum aanvraag", "aanvraagdatum",
			"begindatum", "startdatum", "opened at", "opened", "open date", "requested at", "received at", "received",
			"start date", "datum tijd", "datum en tijd", "date time", "tijdstip", "datum", "date", "timestamp", "dag", "wanneer", "when", "day"},
		closedAt: {"closed_at", "closed on", "closed", "afgesloten op", "afgesloten", "gesloten op", "gesloten", "afsluitdatum", "datum afsluiting",
			"datum afgesloten", "sluitdatum", "afgehandeld op", "datum afgehandeld", "afgehandeld", "afhandeldatum", "datum afhandeling", "afgerond op",
			"afgerond", "einddatum", "close date", "closed date", "resolved at", "end date", "klaar", "gereed", "done", "handled", "finished", "resolved"},
		summary: {"summary", "samenvatting", "hulpvraag", "vraag", "onderwerp", "titel", "korte omschrijving", "omschrijving vraag",
			"omschrijving hulpvraag", "vraag van de bewoner", "waarvoor", "waarover", "subject", "title", "question", "request", "omschrijving", "melding",
			"description", "about"},
		details: {"details", "toelichting", "lange omschrijving", "uitgebreide omschrijving", "notities", "notitie", "verslag", "beschrijving", "notes",
			"body", "omschrijving", "description"},
		"channel": {"channel", "kanaal", "contactkanaal", "contactvorm", "contactwijze", "wijze van contact", "manier van contact", "soort contact",
			"contact via", "binnengekomen via", "hoe binnengekomen", "ingang", "bron", "source", "via", "contact method", "hoe", "how"},
		"theme": {"theme", "thema", "categorie", "rubriek", "soort vraag", "soort hulpvraag", "soort hulp", "vraagsoort", "type vraag", "aard vraag",
			"aard van de vraag", "category", "topic", "soort", "type", "kind"},
		"life_domain": {"life_domain", "leefgebied", "levensgebied", "leefdomein", "domein", "domain"},
		"urgency":     {"urgency", "urgentie", "spoed", "prioriteit", "priority", "haast", "dringend", "urgent"},
		"language":    {"language", "taal", "voertaal", "gesproken taal", "spreektaal"},
		minutes: {"minutes", "minuten", "tijdsduur in minuten", "tijd in minuten", "aantal minuten", "bestede minuten", "bestede tijd", "tijdsbesteding",
			"duur min", "duur in minuten", "tijd min", "tijdsduur", "duur", "hoe lang", "duration minutes", "time spent", "duration", "mins", "min"},
		hours:  {"hours", "uren", "uur", "aantal uren", "bestede uren", "tijd in uren", "duur in uren", "tijdsbesteding in uren"},
		status: {"status", "stand", "fase", "state", "stage"},
		outcome: {"outcome", "uitkomst", "resultaat", "afloop", "afhandeling", "hoe afgelopen", "hoe afgehandeld", "hoe afgesloten", "reden afsluiting",
			"reden van afsluiting", "afsluitreden", "wijze van afhandeling", "resolution", "result", "how it ended"},
		"where_found": {"where_found", "antwoord gevonden", "waar gevonden", "vindplaats", "answer found"},
		clockTime:     {"time", "tijd", "tijd van binnenkomst", "hoe laat", "begintijd", "aanvangstijd", "starttijd", "start time", "time of day", "kloktijd"},
		resident: {"resident", "bewoner", "naam bewoner", "naam van de bewoner", "bewonersnaam", "inwoner", "naam inwoner", "hulpvrager", "naam hulpvrager",
			"vrager", "naam vrager", "vraagsteller", "aanvrager", "naam aanvrager", "klant", "naam klant", "klantnaam", "cliënt", "client", "naam cliënt",
			"naam client", "cliëntnaam", "bezoeker", "naam bezoeker", "melder", "naam melder", "van wie", "wie vraagt", "resident name", "name of resident",
			"client name", "customer", "visitor", "asked by", "naam", "name"},
		phone: {"phone", "telefoonnummer", "telefoonnr", "telefoon", "telnummer", "telnr", "tel", "mobiel nummer", "mobiel", "gsm", "06 nummer", "06 nr", "06",
			"telefoon bewoner", "telephone", "phone number", "mobile"},
		staff: {"staff", "wie", "medewerker", "naam medewerker", "medewerkers", "geholpen door", "door wie", "door", "behandelaar", "behandeld door",
			"afgehandeld door", "ingevuld door", "genoteerd door", "hulpverlener", "begeleider", "vrijwilliger", "student", "studenten", "collega", "uitvoerder",
			"baliemedewerker", "paraaf", "initialen", "handled by", "helped by", "employee", "worker", "volunteer", "who", "by"},
		referral: {"referral", "doorverwezen naar", "verwezen naar", "doorverwezen", "doorverwijzing naar", "doorverwijzing", "verwijzing naar", "verwijzing",
			"doorgestuurd naar", "overgedragen aan", "naar wie", "referred to", "referrals"},
		remarks: {"remarks", "opmerkingen", "opmerking", "bijzonderheden", "bijzonderheid", "aantekeningen", "aantekening", "commentaar", "extra",
			"comments", "comment", "remark"},
	}
}

// headingKey is what two ways of writing a heading have in common: its letters and digits, without accents and capitals.
func headingKey(name string) string { return strings.ReplaceAll(plain.FoldText(name), " ", "") }

// knownHeadings tells what may stand among the headings of a file: the columns that somebody named, or the names that fields go by.
func knownHeadings(asked map[string]string, fields []string, names map[string][]string) func(string) bool {
	known := map[string]bool{}
	for _, column := range asked {
		known[tabular.Fold(column)] = true
	}
	if asked == nil {
		for _, f := range fields {
			for _, name := range append([]string{f}, names[f]...) {
				known[headingKey(name)] = true
			}
		}
	}
	return func(heading string) bool {
		if asked != nil {
			return known[tabular.Fold(heading)]
		}
		for _, part := range append([]string{heading}, strings.FieldsFunc(heading, betweenParts)...) {
			if known[headingKey(part)] || transfer.IsBSN(part) {
				return true
			}
		}
		return false
	}
}

// betweenParts tells whether a sign stands between the parts of a heading: Vraag / hulpvraag, Tijd (min).
func betweenParts(r rune) bool { return strings.ContainsRune("/|,;()[]\n", r) }

// sayAbove tells of the headings that stand below other rows.
func sayAbove(t *tabular.Reader) []transfer.Remark {
	if t.Above() == 0 {
		return nil
	}
	return []transfer.Remark{remark("import.above-headings", "n", t.HeaderRow())}
}

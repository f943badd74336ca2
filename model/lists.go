package model

// Every list here is a start: a site can rename, add and switch off entries. What is stored is the code.

// Outcomes are how a request can end.
func Outcomes() Codes {
	return Listed("outcome",
		Entry("handled-directly", "direct geholpen", "handled directly", "direct afgehandeld", "afgehandeld", "handled", "opgelost", "resolved"),
		Entry("handled-after-consultation", "geholpen na overleg", "handled after consultation", "na overleg", "afgehandeld na overleg", "na ruggespraak", "consulted"),
		Entry("referred", "doorverwezen", "referred", "verwezen", "doorverwijzing", "warme overdracht", "referral"),
		Entry("taken-further", "team gaat ermee verder", "taken further by the team", "verder in team", "opgepakt door team", "traject", "team"),
		Entry("withdrawn", "bewoner trekt de vraag in", "resident withdrew", "ingetrokken", "teruggetrokken", "withdrew"),
		Entry("not-reached", "niet bereikt", "not reached", "geen gehoor", "no answer", "niet bereikbaar", "no show"),
		Entry("registered-only", "alleen genoteerd, hoort ergens anders", "registered only, belongs elsewhere", "alleen geregistreerd", "registered only", "alleen genoteerd", "hoort elders", "elders"),
	)
}

// FoundPlaces are where the answer to a request was found.
func FoundPlaces() Codes {
	return Listed("where-found",
		Entry("known", "wist ik zelf", "known", "zelf", "eigen kennis", "knew it"),
		Entry("directory", "sociale kaart", "directory", "social map", "wijzer"),
		Entry("colleague", "collega", "colleague", "via collega", "teamgenoot"),
		Entry("not-found", "niet gevonden", "not found", "geen antwoord", "no answer"),
	)
}

// Channels are the ways a question comes in.
func Channels() Codes {
	return Listed("channel",
		Entry("desk", "balie", "desk", "walk-in", "inloop", "spreekuur", "servicepunt", "aan de balie", "in persoon", "in person", "counter", "fysiek"),
		Entry("phone", "telefoon", "phone", "telephone", "telefonisch", "tel", "bellen", "gebeld", "call", "phone call"),
		Entry("email", "e-mail", "e-mail", "mail", "per mail"),
		Entry("chat", "chat", "chat", "whatsapp", "app", "sms", "text message"),
		Entry("web", "website", "website", "internet", "online", "formulier", "webformulier", "form", "portal"),
		Entry("home-visit", "huisbezoek", "home visit", "bij bewoner thuis", "thuis", "house call"),
		Entry("outreach", "in de wijk", "out in the neighbourhood", "outreachend", "op straat", "wijk", "neighbourhood", "neighborhood"),
		Entry("professional", "via een professional", "through a professional", "via professional", "via hulpverlener", "verwijzer", "huisarts", "wijkteam"),
	)
}

// Askers are who asks the question.
func Askers() Codes {
	return Listed("asker",
		Entry("resident", "bewoner zelf", "resident", "bewoner", "zelf", "self", "hulpvrager", "cliënt", "klant", "client"),
		Entry("relative", "naaste", "relative or friend", "mantelzorger", "familie", "partner", "kind", "buur", "relative", "friend", "family", "neighbour", "caregiver"),
		Entry("care-professional", "hulpverlener", "care professional", "professional", "zorgverlener", "huisarts", "wijkteam"),
		Entry("other", "anders", "other", "overig", "onbekend", "unknown"),
	)
}

// AgeBands are ages in years, as coarse as counting needs.
func AgeBands() Codes {
	return Listed("age-band",
		Entry("under-18", "jonger dan 18", "under 18", "<18", "0-17", "< 18 jaar", "onder 18"),
		Entry("18-34", "18–34 jaar", "aged 18–34", "18 t/m 34", "18 tot 35"),
		Entry("35-54", "35–54 jaar", "aged 35–54", "35 t/m 54", "35 tot 55"),
		Entry("55-64", "55–64 jaar", "aged 55–64", "55 t/m 64", "55 tot 65"),
		Entry("65-plus", "65 jaar of ouder", "65 or older", "65+", "65 plus", "65 en ouder", "65 jaar en ouder"),
		Entry("unknown", "leeftijd onbekend", "age unknown", "onbekend", "?", "n.v.t."),
	)
}

// LifeDomains say where in life a question sits. They are tags; the scoring matrix that uses such names belongs to its
// owner and to trained professionals.
func LifeDomains() Codes {
	return Listed("life-domain",
		Entry("finances", "financiën", "finances", "geld", "schulden", "inkomen", "money", "debt"),
		Entry("work-education", "werk en opleiding", "work and education", "werk", "opleiding", "arbeid", "work", "education"),
		Entry("time", "tijdsbesteding", "use of time", "dagbesteding", "vrije tijd", "daytime activities"),
		Entry("housing", "huisvesting", "housing", "wonen", "woning", "huis"),
		Entry("home-relations", "huiselijke relaties", "relations at home", "gezin", "relaties", "family relations", "domestic relations"),
		Entry("mental-health", "geestelijke gezondheid", "mental health", "psychische gezondheid", "ggz"),
		Entry("physical-health", "lichamelijke gezondheid", "physical health", "gezondheid", "fysieke gezondheid", "health"),
		Entry("substance-use", "middelengebruik", "substance use", "verslaving", "addiction"),
		Entry("daily-basic", "dagelijkse verrichtingen, basaal", "daily living, basic", "basale adl", "adl", "zelfzorg", "self-care"),
		Entry("daily-instrumental", "dagelijkse verrichtingen, instrumenteel", "daily living, instrumental", "instrumentele adl", "huishouden", "administratie", "household"),
		Entry("social-network", "sociaal netwerk", "social network", "netwerk", "sociale contacten"),
		Entry("participation", "maatschappelijke participatie", "taking part in society", "participatie", "meedoen", "participation"),
		Entry("justice", "justitie", "justice", "politie en justitie", "legal"),
	)
}

// Themes are what a site works on. A site soon has its own; these are to begin with.
func Themes() Codes {
	return Listed("theme",
		Entry("loneliness", "eenzaamheid", "loneliness", "eenzaam", "lonely"),
		Entry("literacy", "taal", "language and reading", "laaggeletterdheid", "taal en lezen", "nederlands leren", "lezen en schrijven", "language", "literacy"),
		Entry("poverty", "armoede", "poverty", "armoedebestrijding", "geld", "schulden", "debt"),
		Entry("positive-health", "positieve gezondheid", "positive health", "gezondheid", "health"),
		Entry("independent-living", "langer zelfstandig wonen", "living independently for longer", "langer thuis", "wonen", "zelfstandig wonen", "housing"),
		Entry("forms", "brieven en formulieren", "letters and forms", "formulieren", "administratie", "brieven", "paperwork", "bureaucratie"),
		Entry("digital", "computer en internet", "computer and internet", "digitaal", "digitale vaardigheden", "digid", "digital skills"),
		Entry("caregiving", "mantelzorg", "care for a relative", "zorg voor naaste", "informal care"),
		Entry("parenting", "opvoeden", "raising children", "opvoeding", "kinderen", "jeugd", "children"),
		Entry("work", "werk en leren", "work and learning", "werk", "vrijwilligerswerk", "stage", "volunteering"),
		Entry("neighbours", "buren en buurt", "neighbours", "buurt", "overlast", "burenruzie", "nuisance", "mediation"),
	)
}

// PathKinds are what residents learn for themselves. DigiD, the device and the form are apart, since who can do one cannot yet do the others.
func PathKinds() Codes {
	return Listed("path-kind",
		Entry("language", "taal", "language", "nederlands", "lezen en schrijven", "literacy"),
		Entry("digid", "DigiD", "DigiD (Dutch login)", "inloggen", "log in"),
		Entry("device", "apparaat", "device", "telefoon of computer", "phone or computer", "computer"),
		Entry("form", "formulier", "form", "formulieren", "forms"),
		Entry("health", "gezondheid", "health", "bewegen"),
		Entry("paperwork", "administratie", "paperwork", "bureaucratie", "post", "bureaucracy"),
		Entry("other", "iets anders", "something else", "anders", "other"),
	)
}

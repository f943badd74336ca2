package model

// Every list here is a start: a site can rename, add and switch off entries. What is stored is the code.

// Urgencies are the three urgencies; a site may rename them, not add logic.
func Urgencies() Codes {
	return listed("urgency",
		entry(string(UrgencyNow), "nu", "now", "crisis", "spoed", "direct", "acuut", "urgent", "emergency", "hoog", "high", "!!"),
		entry(string(UrgencyToday), "vandaag", "today", "dag", "zelfde dag", "same day", "middel", "medium"),
		entry(string(UrgencyRoutine), "gewoon", "routine", "normaal", "normal", "laag", "low", "niet urgent", "not urgent"),
	)
}

// Supervisions say who may handle a request.
func Supervisions() Codes {
	return listed("supervision",
		entry(string(SupervisionAlone), "mag alleen", "may be handled alone", "alleen", "zelfstandig"),
		entry(string(SupervisionPair), "samen met maatje", "together with a buddy", "koppel", "maatje", "samen", "buddy"),
		entry(string(SupervisionProfessional), "beroepskracht", "professional", "professional erbij", "alleen beroepskracht", "professional only"),
	)
}

// StatusCodes are the statuses of a request, with what other systems call them.
func StatusCodes() Codes {
	return listed("status",
		entry(string(StatusWaiting), "wacht", "waiting", "open", "nieuw", "new", "wachtend", "received", "opened"),
		entry(string(StatusClaimed), "bezig", "being handled", "in behandeling", "opgepakt", "in progress", "lopend", "taken", "assigned"),
		entry(string(StatusParked), "geparkeerd", "parked", "on hold", "in de wacht", "pending", "aangehouden"),
		entry(string(StatusClosed), "afgesloten", "closed", "gesloten", "klaar", "done", "afgehandeld", "completed", "resolved", "afgerond"),
	)
}

// Outcomes are how a request can end.
func Outcomes() Codes {
	return listed("outcome",
		entry("handled-directly", "direct geholpen", "handled directly", "direct afgehandeld", "afgehandeld", "handled", "opgelost", "resolved"),
		entry("handled-after-consultation", "geholpen na overleg", "handled after consultation", "na overleg", "afgehandeld na overleg", "na ruggespraak", "consulted"),
		entry("referred", "doorverwezen", "referred", "verwezen", "doorverwijzing", "warme overdracht", "referral"),
		entry("taken-further", "team gaat ermee verder", "taken further by the team", "verder in team", "opgepakt door team", "traject", "team"),
		entry("withdrawn", "bewoner trekt de vraag in", "resident withdrew", "ingetrokken", "teruggetrokken", "withdrew"),
		entry("not-reached", "niet bereikt", "not reached", "geen gehoor", "no answer", "niet bereikbaar", "no show"),
		entry("registered-only", "alleen genoteerd, hoort ergens anders", "registered only, belongs elsewhere", "alleen geregistreerd", "registered only", "alleen genoteerd", "hoort elders", "elders"),
	)
}

// Channels are the ways a question comes in.
func Channels() Codes {
	return listed("channel",
		entry("desk", "balie", "desk", "walk-in", "inloop", "spreekuur", "servicepunt", "aan de balie", "in persoon", "in person", "counter", "fysiek"),
		entry("phone", "telefoon", "phone", "telephone", "telefonisch", "tel", "bellen", "gebeld", "call", "phone call"),
		entry("email", "e-mail", "e-mail", "mail", "per mail"),
		entry("chat", "chat", "chat", "whatsapp", "app", "sms", "text message"),
		entry("web", "website", "website", "internet", "online", "formulier", "webformulier", "form", "portal"),
		entry("home-visit", "huisbezoek", "home visit", "bij bewoner thuis", "thuis", "house call"),
		entry("outreach", "in de wijk", "out in the neighbourhood", "outreachend", "op straat", "wijk", "neighbourhood", "neighborhood"),
		entry("professional", "via een professional", "through a professional", "via professional", "via hulpverlener", "verwijzer", "huisarts", "wijkteam"),
	)
}

// Askers are who asks the question.
func Askers() Codes {
	return listed("asker",
		entry("resident", "bewoner zelf", "resident", "bewoner", "zelf", "self", "hulpvrager", "cliënt", "klant", "client"),
		entry("relative", "naaste", "relative or friend", "mantelzorger", "familie", "partner", "kind", "buur", "relative", "friend", "family", "neighbour", "caregiver"),
		entry("care-professional", "hulpverlener", "care professional", "professional", "zorgverlener", "huisarts", "wijkteam"),
		entry("other", "anders", "other", "overig", "onbekend", "unknown"),
	)
}

// AgeBands are ages in years, as coarse as counting needs.
func AgeBands() Codes {
	return listed("age-band",
		entry("under-18", "jonger dan 18", "under 18", "<18", "0-17", "< 18 jaar", "onder 18"),
		entry("18-34", "18–34 jaar", "aged 18–34", "18 t/m 34", "18 tot 35"),
		entry("35-54", "35–54 jaar", "aged 35–54", "35 t/m 54", "35 tot 55"),
		entry("55-64", "55–64 jaar", "aged 55–64", "55 t/m 64", "55 tot 65"),
		entry("65-plus", "65 jaar of ouder", "65 or older", "65+", "65 plus", "65 en ouder", "65 jaar en ouder"),
		entry("unknown", "leeftijd onbekend", "age unknown", "onbekend", "?", "n.v.t."),
	)
}

// LifeDomains say where in life a question sits. They are tags; the scoring matrix that uses such names belongs to its
// owner and to trained professionals.
func LifeDomains() Codes {
	return listed("life-domain",
		entry("finances", "financiën", "finances", "geld", "schulden", "inkomen", "money", "debt"),
		entry("work-education", "werk en opleiding", "work and education", "werk", "opleiding", "arbeid", "work", "education"),
		entry("time", "tijdsbesteding", "use of time", "dagbesteding", "vrije tijd", "daytime activities"),
		entry("housing", "huisvesting", "housing", "wonen", "woning", "huis"),
		entry("home-relations", "huiselijke relaties", "relations at home", "gezin", "relaties", "family relations", "domestic relations"),
		entry("mental-health", "geestelijke gezondheid", "mental health", "psychische gezondheid", "ggz"),
		entry("physical-health", "lichamelijke gezondheid", "physical health", "gezondheid", "fysieke gezondheid", "health"),
		entry("substance-use", "middelengebruik", "substance use", "verslaving", "addiction"),
		entry("daily-basic", "dagelijkse verrichtingen, basaal", "daily living, basic", "basale adl", "adl", "zelfzorg", "self-care"),
		entry("daily-instrumental", "dagelijkse verrichtingen, instrumenteel", "daily living, instrumental", "instrumentele adl", "huishouden", "administratie", "household"),
		entry("social-network", "sociaal netwerk", "social network", "netwerk", "sociale contacten"),
		entry("participation", "maatschappelijke participatie", "taking part in society", "participatie", "meedoen", "participation"),
		entry("justice", "justitie", "justice", "politie en justitie", "legal"),
	)
}

// HealthDimensions are the six dimensions of positive health.
func HealthDimensions() Codes {
	return listed("health",
		entry("body", "lichaamsfuncties", "bodily functions", "lichaam"),
		entry("mind", "mentaal welbevinden", "mental wellbeing", "mentaal", "mental functions"),
		entry("meaning", "zingeving", "meaningfulness", "spiritueel", "spiritual dimension"),
		entry("quality-of-life", "kwaliteit van leven", "quality of life"),
		entry("participation", "meedoen", "participation", "sociaal-maatschappelijke participatie", "social participation"),
		entry("daily-functioning", "dagelijks functioneren", "daily functioning", "dagelijks leven"),
	)
}

// Themes are what a site works on. A site soon has its own; these are to begin with.
func Themes() Codes {
	return listed("theme",
		entry("loneliness", "eenzaamheid", "loneliness", "eenzaam", "lonely"),
		entry("literacy", "taal", "language and reading", "laaggeletterdheid", "taal en lezen", "nederlands leren", "lezen en schrijven", "language", "literacy"),
		entry("poverty", "armoede", "poverty", "armoedebestrijding", "geld", "schulden", "debt"),
		entry("positive-health", "positieve gezondheid", "positive health", "gezondheid", "health"),
		entry("independent-living", "langer zelfstandig wonen", "living independently for longer", "langer thuis", "wonen", "zelfstandig wonen", "housing"),
		entry("forms", "brieven en formulieren", "letters and forms", "formulieren", "administratie", "brieven", "paperwork", "bureaucratie"),
		entry("digital", "computer en internet", "computer and internet", "digitaal", "digitale vaardigheden", "digid", "digital skills"),
		entry("caregiving", "mantelzorg", "care for a relative", "zorg voor naaste", "informal care"),
		entry("parenting", "opvoeden", "raising children", "opvoeding", "kinderen", "jeugd", "children"),
		entry("work", "werk en leren", "work and learning", "werk", "vrijwilligerswerk", "stage", "volunteering"),
		entry("neighbours", "buren en buurt", "neighbours", "buurt", "overlast", "burenruzie", "nuisance", "mediation"),
	)
}

package model

// Every list here is a start: a site can rename, add and switch off entries. What is stored is the code.

// Urgencies are the three urgencies; a site may rename them, not add logic.
func Urgencies() Codes {
	return Codes{
		{string(UrgencyNow), "nu", "now", []string{"crisis", "spoed", "direct", "acuut", "urgent", "emergency", "hoog", "high", "!!"}},
		{string(UrgencyToday), "vandaag", "today", []string{"dag", "zelfde dag", "same day", "middel", "medium"}},
		{string(UrgencyRoutine), "gewoon", "routine", []string{"normaal", "normal", "laag", "low", "niet urgent", "not urgent"}},
	}
}

// Supervisions say who may handle a request.
func Supervisions() Codes {
	return Codes{
		{string(SupervisionAlone), "mag alleen", "may be handled alone", []string{"alleen", "zelfstandig"}},
		{string(SupervisionPair), "samen met maatje", "together with a buddy", []string{"koppel", "maatje", "samen", "buddy"}},
		{string(SupervisionProfessional), "beroepskracht", "professional", []string{"professional erbij", "alleen beroepskracht", "professional only"}},
	}
}

// StatusCodes are the statuses of a request, with what other systems call them.
func StatusCodes() Codes {
	return Codes{
		{string(StatusWaiting), "wacht", "waiting", []string{"open", "nieuw", "new", "wachtend", "received", "opened"}},
		{string(StatusClaimed), "bezig", "being handled", []string{"in behandeling", "opgepakt", "in progress", "lopend", "taken", "assigned"}},
		{string(StatusParked), "geparkeerd", "parked", []string{"on hold", "in de wacht", "pending", "aangehouden"}},
		{string(StatusClosed), "afgesloten", "closed", []string{"gesloten", "klaar", "done", "afgehandeld", "completed", "resolved", "afgerond"}},
	}
}

// Outcomes are how a request can end.
func Outcomes() Codes {
	return Codes{
		{"handled-directly", "direct geholpen", "handled directly", []string{"direct afgehandeld", "afgehandeld", "handled", "opgelost", "resolved"}},
		{"handled-after-consultation", "geholpen na overleg", "handled after consultation", []string{"na overleg", "afgehandeld na overleg", "na ruggespraak", "consulted"}},
		{"referred", "doorverwezen", "referred", []string{"verwezen", "doorverwijzing", "warme overdracht", "referral"}},
		{"taken-further", "team gaat ermee verder", "taken further by the team", []string{"verder in team", "opgepakt door team", "traject", "team"}},
		{"withdrawn", "bewoner trekt de vraag in", "resident withdrew", []string{"ingetrokken", "teruggetrokken", "withdrew"}},
		{"not-reached", "niet bereikt", "not reached", []string{"geen gehoor", "no answer", "niet bereikbaar", "no show"}},
		{"registered-only", "alleen genoteerd, hoort ergens anders", "registered only, belongs elsewhere", []string{"alleen geregistreerd", "registered only", "alleen genoteerd", "hoort elders", "elders"}},
	}
}

// Channels are the ways a question comes in.
func Channels() Codes {
	return Codes{
		{"desk", "balie", "desk", []string{"walk-in", "inloop", "spreekuur", "servicepunt", "aan de balie", "in persoon", "in person", "counter", "fysiek"}},
		{"phone", "telefoon", "phone", []string{"telephone", "telefonisch", "tel", "bellen", "gebeld", "call", "phone call"}},
		{"email", "e-mail", "e-mail", []string{"mail", "per mail"}},
		{"chat", "chat", "chat", []string{"whatsapp", "app", "sms", "text message"}},
		{"web", "website", "website", []string{"internet", "online", "formulier", "webformulier", "form", "portal"}},
		{"home-visit", "huisbezoek", "home visit", []string{"bij bewoner thuis", "thuis", "house call"}},
		{"outreach", "in de wijk", "out in the neighbourhood", []string{"outreachend", "op straat", "wijk", "neighbourhood", "neighborhood"}},
		{"professional", "via een professional", "through a professional", []string{"via professional", "via hulpverlener", "verwijzer", "huisarts", "wijkteam"}},
	}
}

// Askers are who asks the question.
func Askers() Codes {
	return Codes{
		{"resident", "bewoner zelf", "resident", []string{"bewoner", "zelf", "self", "hulpvrager", "cliënt", "klant", "client"}},
		{"relative", "naaste", "relative or friend", []string{"mantelzorger", "familie", "partner", "kind", "buur", "relative", "friend", "family", "neighbour", "caregiver"}},
		{"care-professional", "hulpverlener", "care professional", []string{"professional", "zorgverlener", "huisarts", "wijkteam"}},
		{"other", "anders", "other", []string{"overig", "onbekend", "unknown"}},
	}
}

// AgeBands are ages in years, as coarse as counting needs.
func AgeBands() Codes {
	return Codes{
		{"under-18", "jonger dan 18", "under 18", []string{"<18", "0-17", "< 18 jaar", "onder 18"}},
		{"18-34", "18–34 jaar", "aged 18–34", []string{"18 t/m 34", "18 tot 35"}},
		{"35-54", "35–54 jaar", "aged 35–54", []string{"35 t/m 54", "35 tot 55"}},
		{"55-64", "55–64 jaar", "aged 55–64", []string{"55 t/m 64", "55 tot 65"}},
		{"65-plus", "65 jaar of ouder", "65 or older", []string{"65+", "65 plus", "65 en ouder", "65 jaar en ouder"}},
		{"unknown", "leeftijd onbekend", "age unknown", []string{"onbekend", "?", "n.v.t."}},
	}
}

// LifeDomains say where in life a question sits. They are tags; the scoring matrix that uses such names belongs to its
// owner and to trained professionals.
func LifeDomains() Codes {
	return Codes{
		{"finances", "financiën", "finances", []string{"geld", "schulden", "inkomen", "money", "debt"}},
		{"work-education", "werk en opleiding", "work and education", []string{"werk", "opleiding", "arbeid", "work", "education"}},
		{"time", "tijdsbesteding", "use of time", []string{"dagbesteding", "vrije tijd", "daytime activities"}},
		{"housing", "huisvesting", "housing", []string{"wonen", "woning", "huis"}},
		{"home-relations", "huiselijke relaties", "relations at home", []string{"gezin", "relaties", "family relations", "domestic relations"}},
		{"mental-health", "geestelijke gezondheid", "mental health", []string{"psychische gezondheid", "ggz"}},
		{"physical-health", "lichamelijke gezondheid", "physical health", []string{"gezondheid", "fysieke gezondheid", "health"}},
		{"substance-use", "middelengebruik", "substance use", []string{"verslaving", "addiction"}},
		{"daily-basic", "dagelijkse verrichtingen, basaal", "daily living, basic", []string{"basale adl", "adl", "zelfzorg", "self-care"}},
		{"daily-instrumental", "dagelijkse verrichtingen, instrumenteel", "daily living, instrumental", []string{"instrumentele adl", "huishouden", "administratie", "household"}},
		{"social-network", "sociaal netwerk", "social network", []string{"netwerk", "sociale contacten"}},
		{"participation", "maatschappelijke participatie", "taking part in society", []string{"participatie", "meedoen", "participation"}},
		{"justice", "justitie", "justice", []string{"politie en justitie", "legal"}},
	}
}

// HealthDimensions are the six dimensions of positive health.
func HealthDimensions() Codes {
	return Codes{
		{"body", "lichaamsfuncties", "bodily functions", []string{"lichaam"}},
		{"mind", "mentaal welbevinden", "mental wellbeing", []string{"mentaal", "mental functions"}},
		{"meaning", "zingeving", "meaningfulness", []string{"spiritueel", "spiritual dimension"}},
		{"quality-of-life", "kwaliteit van leven", "quality of life", nil},
		{"participation", "meedoen", "participation", []string{"sociaal-maatschappelijke participatie", "social participation"}},
		{"daily-functioning", "dagelijks functioneren", "daily functioning", []string{"dagelijks leven"}},
	}
}

// Themes are what a site works on. A site soon has its own; these are to begin with.
func Themes() Codes {
	return Codes{
		{"loneliness", "eenzaamheid", "loneliness", []string{"eenzaam", "lonely"}},
		{"literacy", "taal", "language and reading", []string{"laaggeletterdheid", "taal en lezen", "nederlands leren", "lezen en schrijven", "language", "literacy"}},
		{"poverty", "armoede", "poverty", []string{"armoedebestrijding", "geld", "schulden", "debt"}},
		{"positive-health", "positieve gezondheid", "positive health", []string{"gezondheid", "health"}},
		{"independent-living", "langer zelfstandig wonen", "living independently for longer", []string{"langer thuis", "wonen", "zelfstandig wonen", "housing"}},
		{"forms", "brieven en formulieren", "letters and forms", []string{"formulieren", "administratie", "brieven", "paperwork", "bureaucratie"}},
		{"digital", "computer en internet", "computer and internet", []string{"digitaal", "digitale vaardigheden", "digid", "digital skills"}},
		{"caregiving", "mantelzorg", "care for a relative", []string{"zorg voor naaste", "informal care"}},
		{"parenting", "opvoeden", "raising children", []string{"opvoeding", "kinderen", "jeugd", "children"}},
		{"work", "werk en leren", "work and learning", []string{"werk", "vrijwilligerswerk", "stage", "volunteering"}},
		{"neighbours", "buren en buurt", "neighbours", []string{"buurt", "overlast", "burenruzie", "nuisance", "mediation"}},
	}
}

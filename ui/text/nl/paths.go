package nl

import "leerbalie/ui/text/language"

// paths is what is said in Dutch of the paths of residents.
func paths() language.Table {
	return language.Table{
		"field.path-title":        "Doel",
		"field.path-kind":         "Soort",
		"field.helpers":           "Wie helpt",
		"field.reached":           "Bereikt op",
		"field.ended":             "Gestopt op",
		"field.path-kinds":        "Soorten leerlijn",
		"act-path-add":            "nieuwe leerlijn",
		"did.act-path-add":        "De leerlijn is bewaard.",
		"act-path-edit":           "leerlijn gewijzigd",
		"did.act-path-edit":       "De leerlijn is gewijzigd.",
		"act-path-step":           "stap op een leerlijn",
		"did.act-path-step":       "De stap is bewaard.",
		"act-path-reach":          "stap bereikt",
		"did.act-path-reach":      "De stap is bereikt.",
		"act-path-back":           "stap toch niet bereikt",
		"did.act-path-back":       "De stap staat weer open.",
		"act-path-away":           "stap weggehaald",
		"did.act-path-away":       "De stap is weg.",
		"act-path-end":            "leerlijn geëindigd",
		"did.act-path-end":        "De leerlijn is klaar.",
		"act-path-resume":         "leerlijn gaat verder",
		"did.act-path-resume":     "De leerlijn gaat verder.",
		"error.path-kind":         "De soort leerlijn {kind} staat niet op de lijst van deze locatie.",
		"error.path-outcome":      "{outcome} is geen manier waarop een leerlijn eindigt. Kies doel bereikt, deels bereikt of gestopt.",
		"error.path-day":          "{day} is een dag die nog moet komen. Kies vandaag of eerder.",
		"error.path-step-unknown": "Deze stap staat niet (meer) op de leerlijn.",
		"error.path-step-reached": "De stap ‘{step}’ is al bereikt, op {day}.",
		"error.path-step-open":    "De stap ‘{step}’ is nog niet bereikt.",
		"error.path-runs":         "De leerlijn {title} loopt nog.",
		"error.path-ended":        "De leerlijn {title} is geëindigd op {day}. Laat haar eerst verder gaan.",
		"error.path-unknown":      "Deze leerlijn is er niet (meer).",
		"place.path":              "leerlijn",
		"place.step":              "stap",
		"place.end":               "einde",
	}
}

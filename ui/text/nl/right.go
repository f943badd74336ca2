package nl

import "leerbalie/ui/text/language"

// right says who may do what reaches past one question, and what a PIN asks.
func right() language.Table {
	return language.Table{
		"error.no-right-backup":   "{name} mag geen kopie maken: daar staat alles in. Vraag een coördinator of beheerder.",
		"error.no-right-restore":  "{name} is in deze kopie geen coördinator of beheerder, en mag hem niet terugzetten.",
		"error.no-right-repair":   "{name} mag de gegevens niet herstellen. Vraag een coördinator of beheerder. Alleen controleren, zonder --repair, mag iedereen.",
		"error.no-right-export":   "{name} mag geen vragen naar een bestand schrijven. Vraag iemand van de balie, een praktijkbegeleider of een coördinator.",
		"error.no-right-import":   "{name} mag geen bestand inlezen. Vraag iemand van de balie, een praktijkbegeleider of een coördinator.",
		"error.no-right-drop-pin": "{name} mag de pincode van een ander niet weghalen. Vraag een coördinator of beheerder.",
		"error.no-right-looks":    "{name} mag niet zien wie er bewoners bekeek. Vraag een coördinator of beheerder.",
		"error.setting-shut":      "Deze instelling is van iemand anders. Er is niets veranderd.",
		"error.pin-needed":        "Eerst de pincode.",
		"cli.pin.ask":             "Pincode van {name}: ",
		"error.pin-not-right":     "Dat is niet de pincode van {name}.",
		"error.pin-wait":          "De pincode van {name} klopte te vaak niet. Wacht {seconds} seconden en probeer het opnieuw.",
		"error.pin-nobody":        "{name} heeft een pincode op deze computer, en hier kan niemand die geven. Geef de opdracht in een terminal, of noem in LEERBALIE_PIN_FILE een bestand met de pincode als eerste regel.",
		"error.secret-open":       "Anderen mogen {path} lezen, en daar staat een geheim in. Maak dat bestand van jou alleen (chmod 600), en probeer het opnieuw.",
		"error.secret-empty":      "De eerste regel van {path} is leeg. Daar hoort het geheim.",
		"error.secret-none":       "Er is niets getypt.",
		"error.name-of-another":   "Iemand anders heet hier {name}. Kies een andere naam, of vraag een coördinator.",
		"error.rescue-needs-pin":  "Kies eerst een nieuwe pincode, in de instellingen. Druk daarna weer op F6.",
		"error.no-rescue":         "Jouw pincode is niet weggehaald.",
		"error.rescue-others":     "De pincode van {name} kan worden weggehaald door: {names}. Weten zij de hunne ook niet meer, dan proberen zij die eerst drie keer.",
		"act-look":                "bewoners bekeken",
		"act-rescue":              "pincode weggehaald, voor iedereen te zien",
		"act-seen-rescue":         "gezien dat de pincode is weggehaald",
		"cli.flag.rescue":         "haal een pincode weg die niemand anders kan weghalen: als eigenaar van het bestand, genoteerd, en iedereen ziet het",
		"cli.person.rescued":      "{name} heeft geen pincode meer. Dit is genoteerd, en iedereen ziet het tot {name} een nieuwe pincode heeft en in de app op F6 drukt.",
		"cli.col.rescued":         "pincode weg",
		"seat.rescued":            "pincode weggehaald {when}",
		"cli.resident.access":     "zeg wie lijsten van bewoners bekeek",
		"cli.col.looked-at":       "wanneer",
		"cli.col.looked-by":       "wie",
		"cli.col.looked-count":    "hoeveel",
		"cli.col.looked-search":   "gezocht",
		"error.no-file":           "Deze gegevens staan in het geheugen; er is geen bestand om te kopiëren.",
	}
}

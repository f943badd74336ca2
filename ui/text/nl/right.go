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
		"error.no-file":           "Deze gegevens staan in het geheugen; er is geen bestand om te kopiëren.",
	}
}

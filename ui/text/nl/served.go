package nl

import "leerbalie/ui/text/language"

// served says what may be given over the network, and whose key lets whom in.
func served() language.Table {
	return language.Table{
		"cli.served.no-command": "Zet achter de computer wat je wilt doen, zoals: request list. Zonder opdracht start het scherm.",
		"cli.served.command":    "{command} kan niet via SSH. Geef deze opdracht op de computer met de gegevens zelf.",
		"cli.served.only":       "Met deze sleutel kan alleen: {command}.",
		"cli.served.flag":       "{flag} kan niet via SSH. Er is niets gedaan.",
		"cli.served.output":     "{flag} kan via SSH alleen - zijn. Laat {flag} weg, en zet achter de opdracht: > bestand. Er is niets gedaan.",
		"cli.served.input":      "Via SSH komt een bestand binnen als invoer. Schrijf - in plaats van de naam, en zet achter de opdracht: < bestand. Er is niets gedaan.",
		"cli.served.quote":      "In de opdracht staat een aanhalingsteken dat niet wordt gesloten, of een \\ als laatste teken.",
		"error.not-whose-key":   "Deze sleutel is niet van {name}. Er is niets gedaan.",
		"error.no-right-doors":  "{name} mag geen sleutel van een ander binden of weghalen. Vraag een coördinator of beheerder. De eigen sleutel mag wel.",
		"error.key-of-another":  "Deze sleutel is al van {name}. Een sleutel is van één mens: haal hem daar eerst weg, of maak een nieuwe.",
		"error.key-unknown":     "Deze sleutel is hier van niemand. Vraag een coördinator om hem te binden: leerbalie person key add NAAM BESTAND.",
		"error.key-left":        "Wie deze sleutel had, werkt hier niet meer. Kwam je terug? Vraag een coördinator om een nieuwe te binden.",
		"error.key-fingerprint": "Dat is geen vingerafdruk van een sleutel. Die begint met SHA256: en staat in leerbalie person key list.",
	}
}

package nl

import "leerbalie/ui/text/language"

// exchange holds what goes wrong when copies exchange what they hold, and why something waits.
func exchange() language.Table {
	return language.Table{
		"error.parcel-form":            "Deze bundel is beschadigd of veranderd. Er is niets overgenomen. Vraag om een nieuwe.",
		"error.word-signature":         "Wat de andere computer ondertekende klopt niet: het bestand is beschadigd of veranderd. Er is niets overgenomen. Vraag om een nieuw.",
		"error.introduction-form":      "Deze computer zegt in de bundel wie hij is, en dat is niet te lezen: de bundel is beschadigd of veranderd. Er is niets overgenomen. Vraag om een nieuwe.",
		"error.introduction-signature": "Deze computer zegt in de bundel wie hij is, en de handtekening daaronder klopt niet. Er is niets overgenomen. Vraag na wie de bundel maakte.",
		"error.parcel-cut":             "Deze bundel is niet heel: het einde ontbreekt. Er is niets overgenomen. Kopieer hem opnieuw, of vraag om een nieuwe.",
		"error.parcel-signature":       "De handtekening onder deze bundel klopt niet: iemand heeft hem veranderd. Er is niets overgenomen. Vraag om een nieuwe.",
		"error.parcel-forged":          "Iets in deze bundel is niet geschreven door degene wiens naam erbij staat. Er is niets overgenomen. Zoek uit wie hem meenam, en vraag om een nieuwe.",
		"error.parcel-for-other":       "Deze bundel is voor {name} en niet voor deze computer. Er is niets overgenomen.",
		"error.parcel-former-name":     "Deze bundel is voor de naam die deze computer eerder had. Er is niets ingelezen. Geef eerst een bundel terug, en vraag er dan een voor de naam met {tag} erachter.",
		"error.parcel-former-centre":   "Deze bundel komt van een computer die de centrale van jullie organisatie niet meer is. Er is niets overgenomen. Vraag om een bundel van de nieuwe.",
		"error.parcel-unknown-sender":  "Deze bundel komt van een computer die hier niet bekend is. Er is niets overgenomen. Kijk welke bekend zijn met: leerbalie bundle list",
		"error.bundle-no-recipient":    "Voor deze computer kan geen bundel worden gemaakt: hij is hier niet bekend. Kijk welke bekend zijn met: leerbalie bundle list",
		"error.bundle-for-whom":        "Dit is de centrale zelf. Zeg voor wie de bundel is, met --for NAAM. Is hij voor een laptop van jezelf? Geef dan je eigen naam.",
		"error.bundle-to-centre":       "Een laptop geeft alleen iets terug aan de centrale. Maak daar de bundel voor iemand anders.",
		"error.bundle-not-empty":       "Hier staat al iets. Een eerste bundel gaat open op een computer waar nog niets is.",
		"error.copy-set-back":          "De andere kant weet meer van wat op deze computer is gedaan dan hier staat: hij is teruggezet, of is een kopie. Hij gaat verder onder een eigen naam, en nieuwe nummers krijgen {tag}. Wissel nog een keer uit: wat ontbreekt komt terug, en wat hier is gedaan gaat mee.",
		"error.nothing-waits":          "Van deze computer wacht niets.",
		"waiting.follows":              "Dit hoort bij iets van ervoor dat wacht.",
		"waiting.parted":               "Hier staat iets anders op dezelfde plek: er is een kopie van die computer, of iemand heeft iets veranderd.",
		"waiting.second":               "Er kwam al een andere computer met deze uitnodiging. Zeg welke de goede is.",
		"waiting.new-name":             "Deze computer heet nu anders: de gegevens zijn gekopieerd of teruggezet. Zeg of het dezelfde is.",
		"waiting.new-name-revoked":     "Deze computer is ingetrokken, en heet nu anders. Laat hem niet meedoen voordat je weet wie hem heeft.",
		"waiting.invitation":           "De uitnodiging was al verlopen. Zeg of deze computer nog mag meedoen.",
		"waiting.trust-unknown-key":    "Deze computer is hier niet bekend.",
		"waiting.trust-scope":          "Deze computer mag hier niets over schrijven.",
		"waiting.trust-scope-ended":    "Deze computer mocht hier niets meer over schrijven, en wist dat.",
		"waiting.trust-revoked":        "Deze computer was al ingetrokken toen dit binnenkwam.",
		"waiting.trust-overreach":      "Wie op deze computer werkt mag dit niet. Het telt niet.",
		"waiting.trust-newer":          "Een nieuwere versie heeft dit geschreven. Werk Leerbalie eerst bij.",
	}
}

package nl

import "leerbalie/ui/text/language"

// trust holds what to say about keys and recovery phrases.
func trust() language.Table {
	return language.Table{
		"key.welcome.have":              "Ik heb hem opgeschreven",
		"key.welcome.have.short":        "opgeschreven",
		"welcome.phrase":                "Jullie herstelzin",
		"welcome.phrase.write":          "Schrijf deze acht woorden met pen op papier, en bewaar het papier op een veilige plek, niet bij deze computer.",
		"welcome.phrase.why":            "Met deze zin neemt een nieuwe computer de plaats in van een kapotte. Zonder de zin houd je alle gegevens die in een kopie staan, maar kan de nieuwe computer niet laten zien dat hij van jullie is.",
		"welcome.phrase.once":           "Je ziet hem alleen nu, en hij wordt nergens bewaard. Heb je hem opgeschreven? Druk op {key}.",
		"cli.phrase":                    "de herstelzin: voor als deze computer stukgaat",
		"cli.phrase.new":                "maak de herstelzin",
		"cli.phrase.new-long":           "Maakt de sleutel van de organisatie en haar herstelzin. Je ziet de zin één keer; schrijf hem op. Met --lost, voor wie de zin kwijt is, wordt dit een nieuwe organisatie, met een eigen zin.",
		"cli.phrase.lost":               "de zin is kwijt: begin een nieuwe organisatie",
		"cli.phrase.change":             "vervang de herstelzin door een andere",
		"cli.phrase.change-long":        "Vraagt de herstelzin en geeft een andere, voor als iemand hem heeft gezien. Kopieën van eerder gaan nog open met de oude.",
		"cli.phrase.use":                "maak deze computer met de herstelzin de centrale",
		"cli.phrase.use-long":           "Maakt deze computer de centrale van jullie organisatie, in de plaats van de vorige. Nodig na het terugzetten van een kopie zonder de zin, één keer.",
		"cli.phrase.ask":                "Herstelzin, acht woorden (niet te zien; Enter: ga door zonder): ",
		"cli.phrase.shown":              "Dit is de herstelzin. Je ziet hem alleen nu, en hij wordt nergens bewaard:",
		"cli.phrase.keep":               "Schrijf hem op, en bewaar het papier niet bij deze computer. Met de zin neemt een nieuwe computer de plaats in van een kapotte.\nZonder de zin houd je alle gegevens die in een kopie staan, maar kan de nieuwe computer niet laten zien dat hij van jullie is.",
		"cli.restore.centre":            "Deze computer is nu de centrale van jullie organisatie, in de plaats van de vorige. Gebruik die niet meer.",
		"cli.restore.no-phrase":         "Alle gegevens zijn terug. Zonder de herstelzin kan deze computer niet laten zien dat hij in de plaats komt van de vorige. Zin gevonden? Geef dan: leerbalie phrase use",
		"error.phrase-word":             "Woord {number} ({word}) kan niet kloppen. Kijk naar de letters, en naar de volgorde van de woorden.",
		"error.phrase-count":            "Een herstelzin heeft {want} woorden; hier staan er {have}. Er is niets veranderd.",
		"error.phrase-nobody":           "Hiervoor is de herstelzin nodig. Geef de opdracht in een terminal, of noem in LEERBALIE_PHRASE_FILE een bestand met de zin als eerste regel.",
		"error.no-right-keys":           "{name} mag dit niet. Vraag een beheerder om de herstelzin te maken of te gebruiken.",
		"cli.check.trust-forged":        "Een regel over sleutels, van exemplaar {where}, is niet ondertekend met de sleutel van deze organisatie, en telt niet.",
		"cli.check.trust-not-centre":    "Exemplaar {where} schreef over sleutels en was de centrale van deze organisatie niet: twee exemplaren zeggen dat ze het zijn. Wat het schreef telt niet.",
		"cli.check.trust-second-centre": "Twee exemplaren zeggen dat zij de centrale van deze organisatie zijn. Dat van later, {where}, telt niet: laat het op uitnodiging beginnen als laptop van de andere.",
		"error.phrase-other":            "Deze woorden zijn goed getypt, maar het is niet de herstelzin van deze organisatie. Een zin die is vervangen opent de sleutel niet meer.",
		"error.root-none":               "Deze organisatie heeft nog geen herstelzin. Maak er een met: leerbalie phrase new",
		"error.root-there":              "Deze organisatie heeft al een herstelzin. Met de oude erbij maak je een nieuwe: leerbalie phrase change. Zonder: leerbalie phrase new --lost",
		"error.root-unreadable":         "De sleutel van deze organisatie kan niet worden gelezen: hij is beschadigd. Zet een kopie terug met: leerbalie restore",
		"error.trust-changed":           "Iemand anders wijzigde op hetzelfde moment de sleutels. Probeer het opnieuw.",
		"error.trust-forged":            "Wat er over sleutels binnenkwam is niet ondertekend met de sleutel van deze organisatie. Er is niets overgenomen.",
		"error.trust-not-centre":        "Exemplaar {replica} schreef over sleutels en is de centrale van deze organisatie niet. Er is niets overgenomen. Vraag de coördinator welke het is.",
		"error.trust-other-root":        "Dit komt van een andere organisatie: haar sleutel is een andere dan die van deze. Er is niets overgenomen. Begon de centrale opnieuw, vraag dan een nieuwe uitnodiging.",
		"error.trust-second-centre":     "Exemplaar {replica} zegt dat het de centrale van deze organisatie is, en dat is een ander al. Er is niets overgenomen. Vraag de coördinator welke het is.",
	}
}

package nl

import "leerbalie/ui/text/language"

// trust holds what to say about keys and recovery phrases.
func trust() language.Table {
	return language.Table{
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

package nl

import "leerbalie/ui/text/language"

// sealed holds what to say about a sealed store and its passphrase.
func sealed() language.Table {
	return language.Table{
		"error.store-sealed":      "De gegevens in {path} zijn versleuteld, en hier is geen wachtzin gegeven. Geef de opdracht in een terminal, of noem in LEERBALIE_PASSPHRASE_FILE een bestand met de wachtzin als eerste regel.",
		"error.passphrase-wrong":  "Dat is niet de wachtzin van deze gegevens. Er is niets veranderd. Probeer het opnieuw; let op hoofdletters.",
		"error.passphrase-short":  "Deze wachtzin is te kort: {have} tekens, en het moeten er minstens {least} zijn. Vijf woorden zijn het makkelijkst.",
		"error.passphrase-long":   "Deze wachtzin is te lang: hoogstens {most} tekens.",
		"error.passphrase-plain":  "Deze wachtzin is te makkelijk: steeds dezelfde paar tekens. Vijf woorden zijn het makkelijkst.",
		"error.passphrase-bytes":  "Deze wachtzin bevat iets wat geen letter of teken is. Kies een andere.",
		"error.passphrase-again":  "De twee keer is niet hetzelfde getypt. Er is niets veranderd.",
		"error.passphrase-none":   "Er moet een wachtzin gekozen worden, en hier kan het niemand gevraagd worden. Geef de opdracht in een terminal, of noem in LEERBALIE_PASSPHRASE_FILE een bestand met de wachtzin als eerste regel.",
		"error.passphrase-nobody": "Hier kan niemand een nieuwe wachtzin geven. Geef de opdracht in een terminal, of noem in LEERBALIE_NEW_PASSPHRASE_FILE een bestand met de nieuwe wachtzin als eerste regel.",
		"error.store-unsealed":    "Deze gegevens zijn niet versleuteld: er is geen wachtzin om te wijzigen.",
		"error.seal-unreadable":   "De versleuteling van dit bestand is beschadigd, en zonder die kan niemand het lezen. Zet een kopie terug met: leerbalie restore",
		"cli.passphrase.ask":      "Wachtzin van deze laptop (niet te zien; het openen duurt een seconde): ",
		"cli.passphrase.old":      "Wachtzin van nu (niet te zien): ",
		"cli.passphrase.new":      "Nieuwe wachtzin (niet te zien; Enter: neem de vijf woorden): ",
		"cli.passphrase.again":    "Nog een keer de nieuwe wachtzin: ",
		"cli.passphrase.offer":    "Vijf woorden die je kunt nemen, en opschrijven:",
		"cli.passphrase":          "de wachtzin van een laptop met versleutelde gegevens",
		"cli.passphrase.change":   "wijzig de wachtzin",
		"cli.passphrase.change-long": "Vraagt de wachtzin van nu en dan een nieuwe, twee keer: minstens twaalf tekens, of de vijf woorden die je ziet. Wie de oude kent mag dit. " +
			"Kopieën van eerder gaan nog open met de oude wachtzin. In een script: LEERBALIE_PASSPHRASE_FILE noemt een bestand met de oude als eerste regel, LEERBALIE_NEW_PASSPHRASE_FILE een bestand met de nieuwe.",
		"cli.passphrase.changed": "De wachtzin is gewijzigd. Kopieën van eerder gaan nog open met de oude.",
		"unseal.hello":           "Deze gegevens zijn versleuteld.",
		"unseal.what":            "Typ de wachtzin van deze laptop. Zonder die zin kan niemand lezen wat hier staat, ook niet wie de laptop vindt. Vergeten? Vraag je coördinator om een nieuwe bundel; wat je al inleverde is bewaard.",
		"unseal.passphrase":      "Wachtzin",
		"unseal.hint":            "je ziet niet wat je typt; het openen duurt een seconde",
		"unseal.busy":            "De gegevens gaan open; dat duurt een seconde…",
		"unseal.need":            "Typ de wachtzin.",
		"unseal.wait":            "Drie keer een verkeerde wachtzin. Wacht {seconds} seconden.",
		"unseal.away":            "Deze laptop is ingetrokken.",
		"unseal.away.right":      "Aan je wachtzin ligt het niet: die was goed.",
		"unseal.away.foot":       "Ctrl+C: stoppen",
		"unseal.foot":            "Enter: openen · Ctrl+C: stoppen",
	}
}

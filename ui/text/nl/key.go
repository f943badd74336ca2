package nl

import "leerbalie/ui/text/language"

// key says with which keys somebody comes in over the network.
func key() language.Table {
	return language.Table{
		"cli.key":                 "met welke sleutels iemand via SSH binnenkomt",
		"cli.key.add":             "bind een openbare sleutel aan iemand",
		"cli.key.add-long":        "Bindt een openbare sleutel van SSH aan iemand: wie hem heeft, komt daarmee via SSH als die persoon binnen. In het bestand staat één sleutel, zoals ssh-keygen die maakt (naam.pub). De sleutel geldt op deze computer.",
		"cli.key.list":            "toon welke sleutels er zijn",
		"cli.key.remove":          "haal een sleutel weg",
		"cli.key.added":           "Met sleutel {fingerprint} komt {name} via SSH binnen.",
		"cli.key.added-already":   "Sleutel {fingerprint} was al van {name}.",
		"cli.key.removed":         "Met sleutel {fingerprint} komt {name} niet meer binnen.",
		"cli.key.removed-already": "Sleutel {fingerprint} was niet van {name}.",
		"cli.col.fingerprint":     "vingerafdruk",
		"cli.col.key-kind":        "soort",
		"cli.col.key-by":          "gebonden door",
		"cli.col.key-at":          "op",
		"error.key-none":          "Hier staat geen openbare sleutel. Geef het bestand dat op .pub eindigt: één regel, die begint met zoiets als ssh-ed25519.",
		"error.key-more":          "Hier staat meer dan één sleutel. Geef een bestand met één sleutel.",
		"error.key-private":       "Dit is een geheime sleutel. Geef die nooit aan iemand. Er is niets van bewaard. Geef het bestand met dezelfde naam dat op .pub eindigt.",
		"error.key-options":       "Voor deze sleutel staan opties. Die gelden hier niet: geef de sleutel zonder.",
		"error.key-kind":          "Een sleutel van de soort {kind} kan hier niet. Maak een nieuwe: ssh-keygen -t ed25519.",
		"error.key-short":         "Deze RSA-sleutel is te kort: {bits} bits, en {least} is het minste. Maak een nieuwe: ssh-keygen -t ed25519.",
		"serve.key-unknown":       "Leerbalie: deze sleutel is hier van niemand. Laat een beheerder hem binden: leerbalie person key add NAAM BESTAND.pub",
		"serve.key-left":          "Leerbalie: wie deze sleutel had, werkt hier niet meer. Terug? Laat een beheerder een nieuwe sleutel binden.",
		"serve.key-none":          "Leerbalie: hier kom je alleen binnen met een sleutel. Maak er een met ssh-keygen -t ed25519, en geef het bestand dat op .pub eindigt aan een beheerder.",
		"serve.key-many":          "Je computer bood {count} sleutels aan. Kies er een: ssh -o IdentitiesOnly=yes -i BESTAND ...",
		"error.host-key-open":     "Anderen mogen {path} lezen, en daar staat de sleutel van deze computer in. Maak dat bestand van jou alleen (chmod 600), en probeer het opnieuw.",
		"error.host-key-bad":      "{path} is geen sleutel van deze computer. Zet het bestand terug, of haal het weg: dan komt er een nieuwe, en moet iedereen de nieuwe vingerafdruk goedkeuren.",
	}
}

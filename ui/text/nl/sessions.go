package nl

import "leerbalie/ui/text/language"

// sessions holds the words of several people on one store.
func sessions() language.Table {
	return language.Table{
		"error.no-holder":       "Geen ander programma heeft deze gegevens open.",
		"error.holder-other":    "Een andere versie van Leerbalie heeft deze gegevens open. Sluit die eerst.",
		"error.holder-stays":    "Het programma dat de gegevens open heeft, laat ze niet los. Probeer het straks opnieuw.",
		"error.holder-lost":     "Het programma dat de gegevens open had, stopte halverwege. Kijk wat er gedaan is, en probeer het dan opnieuw.",
		"error.caller-gone":     "Wie hierom vroeg, is er niet meer. Wat nog niet klaar was, is niet gedaan.",
		"error.no-socket":       "Hier kan geen tweede venster bij. Er is geen plaats voor een socket.",
		"error.nobody-to-ask":   "Er is niemand om dit aan te vragen.",
		"error.no-editor":       "Er is geen tekstprogramma gevonden.",
		"error.session-broke":   "Het scherm is gestopt door een fout in Leerbalie. Wat bewaard was, is er nog. Start opnieuw.",
		"error.holder-serves":   "Een ander programma op deze computer bedient al anderen met deze gegevens. Stop dat eerst.",
		"error.listen-address":  "{address} is geen adres om te luisteren. Schrijf bijvoorbeeld :2222 of 192.168.1.10:2222.",
		"error.listen-failed":   "Op {address} kan niet worden geluisterd: {why}. Is er al een programma op die poort? Kies een andere met --listen.",
		"cli.serve":             "anderen laten werken met deze gegevens, over het netwerk",
		"cli.serve-long":        "Laat anderen op hun eigen computer met deze gegevens werken, met ssh. Wie binnen mag, zegt: leerbalie person key add. Dit programma blijft draaien tot je het stopt.",
		"cli.serve.ready":       "Anderen kunnen binnen op {address}.",
		"cli.serve.fingerprint": "De vingerafdruk van deze computer is {fingerprint}.",
		"cli.serve.stop":        "Stoppen: Ctrl+C.",
		"cli.flag.listen":       "het adres om te luisteren, zoals :2222 of 192.168.1.10:2222",
		"error.seat-fixed":      "Deze sleutel is van {name}. Een ander gebruikt een eigen sleutel.",
		"error.seat-needs-pin":  "{name} heeft geen pincode, en kan hier niet gaan zitten.",
		"cli.flag.key-shared":   "deze balie wordt gedeeld: wie een pincode heeft, kan er gaan zitten (U)",
		"error.holder-silent":   "Het programma dat de gegevens open heeft, geeft geen antwoord.",
	}
}

package nl

import "leerbalie/ui/text/language"

// store holds what to say about the file with the data.
func store() language.Table {
	return language.Table{
		"error.backup-unsound":         "De kopie {path} klopt niet en is niet bruikbaar. Maak hem opnieuw. ({where}: {detail})",
		"error.disk-failed":            "De schijf weigert te schrijven. Wat al bewaard was is er nog. Kijk de schijf na.",
		"error.disk-full":              "De schijf is vol. Maak plaats en probeer het opnieuw. Wat al bewaard was is er nog.",
		"error.encode":                 "Deze gegevens kunnen niet worden opgeschreven. Dat is een fout in het programma.",
		"error.repair-chain":           "{path} kan niet worden hersteld: het logboek zelf is beschadigd. Zet een kopie terug met: leerbalie restore",
		"error.store-busy":             "{path} is in gebruik door {program} (proces {pid}), sinds {since}. Sluit dat eerst.",
		"error.store-busy-unknown":     "{path} is in gebruik door een ander programma. Sluit dat eerst.",
		"error.store-closed":           "Het bestand met de gegevens is al gesloten. Start Leerbalie opnieuw.",
		"error.store-cut-off":          "Van {path} ontbreekt het laatste stuk. Zet een kopie terug met: leerbalie restore",
		"error.store-damaged":          "Het bestand met de gegevens is beschadigd. Zet een kopie terug met: leerbalie restore",
		"error.store-empty":            "{path} is een leeg bestand, zonder gegevens van Leerbalie. Kies een ander bestand, of haal dit weg.",
		"error.store-exists":           "{path} bestaat al en wordt niet overschreven. Kies een andere naam.",
		"error.store-file-failed":      "{path} kan niet worden geopend of gemaakt. Kijk de naam en de schijf na.",
		"error.store-folder-read-only": "In de map {path} kan niet worden geschreven. Kies een andere map, of vraag om het recht om te schrijven.",
		"error.store-foreign":          "{path} is geen bestand van Leerbalie.",
		"error.store-gone":             "Niet bewaard: {path} is verplaatst, verwijderd of vervangen terwijl het open was. Zet dat bestand terug. Wat al bewaard was houdt de app vast zolang ze open is: maak een kopie met B.",
		"error.store-index":            "Een lijst in het bestand klopt niet. Maak de lijsten opnieuw met: leerbalie check --repair",
		"error.store-is-folder":        "{path} is een map. Noem een bestand in die map.",
		"error.output-is-kept":         "{path} is van Leerbalie zelf, om later te weten wat gewist of veranderd is. Dat bestand wordt nooit vervangen. Kies een andere naam.",
		"error.output-is-data":         "In {path} staan de gegevens van Leerbalie, of een kopie ervan. Dat bestand wordt nooit vervangen. Kies een andere naam.",
		"error.store-is-link":          "{path} is een verwijzing naar een ander bestand. Noem het bestand zelf.",
		"error.store-missing":          "{path} is er niet. Kijk of de naam en de map kloppen. Is dit je eerste start? Geef dan: leerbalie init",
		"error.store-newer":            "{path} is gemaakt met een nieuwere versie. Werk Leerbalie bij. Er is niets veranderd.",
		"error.store-no-access":        "Je hebt geen toegang tot {path}. Vraag de eigenaar of de beheerder.",
		"error.store-not-a-file":       "{path} is geen gewoon bestand. Kies een ander.",
		"error.store-on-network":       "{path} staat op een netwerkschijf ({kind}). Daar kunnen gegevens stukgaan. Kies een map op deze computer.",
		"error.store-open-to-others":   "Anderen op deze computer kunnen {path} lezen. Sluit het voor hen af met: chmod 600 {path}",
		"error.store-other-owner":      "{path} is van iemand anders op deze computer. Open het onder die naam, of maak een eigen bestand.",
		"error.store-read-only":        "{path} mag niet worden veranderd. Geef jezelf het recht om te schrijven, of maak er een kopie van.",
		"error.store-replaced":         "{path} werd net door een ander bestand vervangen. Probeer het opnieuw.",
		"error.store-unreadable":       "{path} kan niet worden gelezen. Zet een kopie terug met: leerbalie restore",
		"error.against-unsound":        "De kopie {path} klopt zelf niet. Vergelijk met een andere kopie.",
		"error.store-copied":           "Dit is een kopie van {path}. Er is niets kwijt. Nieuwe nummers krijgen hier {tag}, zodat de twee nooit hetzelfde nummer geven.",
		"error.store-set-back":         "Dit bestand is niet meer wat het op {seen} was: er mist iets, of er is iets veranderd. Wat er staat, blijft staan. Nieuwe nummers krijgen {tag}. Kijk wat er mist met: leerbalie check",
		"error.store-elsewhere":        "Met dit bestand is op een andere computer verder gewerkt, tot {seen}. Er is niets kwijt. Nieuwe nummers krijgen hier {tag}, zodat de twee nooit hetzelfde nummer geven.",
		"error.store-was-copy":         "Dit was een kopie. Het bestand gaat zelf verder: nieuwe nummers krijgen {tag}.",
		"error.store-value":            "Een gegeven in het bestand is beschadigd. Kijk wat er mis is met: leerbalie check",
	}
}

package nl

import "leerbalie/ui/text/language"

// erasing holds what is said of erasures: what they leave, and where else somebody is named.
func erasing() language.Table {
	return language.Table{
		"cli.restore.no-list":        "Mensen die ná deze kopie zijn gewist, kunnen er nu weer in staan: er is geen lijst van wissingen gevonden, niet bij de kopie en niet op deze computer. Wis opnieuw wie daarom vroeg.",
		"cli.restore.empty-list":     "Mensen die ná deze kopie zijn gewist, kunnen er nu weer in staan: op de lijst van wissingen staat nog niemand. Wis opnieuw wie daarom vroeg.",
		"cli.restore.forgotten.one":  "1 bewoner of vraag die al gewist was, is ook uit deze kopie gewist. De lijst van wissingen gaat tot {last}; wie later of ergens anders is gewist, kan er weer in staan.",
		"cli.restore.forgotten.many": "{n} bewoners en vragen die al gewist waren, zijn ook uit deze kopie gewist. De lijst van wissingen gaat tot {last}; wie later of ergens anders is gewist, kan er weer in staan.",
	}
}

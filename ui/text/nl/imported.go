package nl

import "leerbalie/ui/text/language"

// imported holds what to say of a table as an office keeps it.
func imported() language.Table {
	return language.Table{
		"error.import.guessed":               "De kolom \"{column}\" is gelezen als {target}: zo ziet het eruit. Kijk na of dat klopt.",
		"cli.import.likewise":                "{path}:{first}-{last}: nog {n} rijen om dezelfde reden geweigerd.",
		"cli.import.all-refused":             "Alle rijen zijn geweigerd. Er is niets binnengekomen.",
		"error.import.charset":               "Het bestand is gelezen als {charset}, zoals een oudere computer het bewaart. Kijk de letters met accenten na.",
		"error.date.filler":                  "\"{text}\" is geen echte datum: dat maakt een rekenblad van een leeg vakje. Vul de datum in, of maak het vakje leeg.",
		"error.clock.form":                   "\"{text}\" is geen tijd. Schrijf bijvoorbeeld 9:15.",
		"error.source-changed":               "{source} is al eerder binnengehaald, als {number}, en zegt nu iets anders: {changed}. Wat hier staat, blijft staan. Pas het hier aan, of maak het eerdere inlezen ongedaan.",
		"error.import.source-twice":          "Het nummer {source} staat al in rij {row}, met iets anders erbij. Elke vraag heeft een eigen nummer.",
		"error.import.lost-digits":           "Van het nummer \"{text}\" zijn cijfers weg: zo bewaart een rekenblad een lang nummer. Maak de kolom op als tekst, en bewaar het bestand opnieuw.",
		"error.import.total-rows":            "Overgeslagen omdat het totalen zijn: {n}. Rijen: {rows}.",
		"error.import.above-headings":        "De kopregel staat in rij {n}. Wat erboven staat, is overgeslagen.",
		"error.import.hint-row":              "Rij {n} zegt wat er in de kolommen hoort, en is overgeslagen.",
		"error.import.heading-rows":          "Overgeslagen omdat de kopregel daar nog eens staat: {n}. Rijen: {rows}.",
		"error.import.row-again":             "Precies zo stonden ze al eerder in het bestand: {n}. Rijen: {rows}. Ze zijn een keer genomen.",
		"error.import.number-again":          "Het volgnummer hoort hier al bij een andere vraag, van een andere dag: {n}. Rijen: {rows}. Ze kregen hun dag achter het nummer.",
		"error.import.zeros-in-front":        "Deze nummers verschillen van andere alleen door nullen vooraan: {values}. Ze tellen als eigen nummers.",
		"error.import.zeros-in-front-more":   "Deze nummers verschillen van andere alleen door nullen vooraan: {values}, en nog {more}. Ze tellen als eigen nummers.",
		"error.import.day-first":             "In de kolom \"{column}\" staat de dag voor de maand; {proof} laat dat zien.",
		"error.import.day-first-guessed":     "In de kolom \"{column}\" is de dag voor de maand gelezen. Geen datum laat zien of dat zo is. Kijk het na.",
		"error.import.month-first":           "In de kolom \"{column}\" staat de maand voor de dag; {proof} laat dat zien.",
		"error.import.month-first-guessed":   "In de kolom \"{column}\" is de maand voor de dag gelezen. Geen datum laat zien of dat zo is. Kijk het na.",
		"error.import.year-guessed":          "Datums zonder jaar: {n}. Het jaar komt van de andere datums. Rijen: {rows}.",
		"error.import.date-above":            "Rijen zonder datum: {n}. Ze kregen de datum van de rij erboven. Rijen: {rows}.",
		"error.import.clock-unread":          "Geen leesbare tijd, alleen de dag is genomen: {n}. Rijen: {rows}.",
		"error.import.closed-unread":         "Niet te lezen of het is afgesloten: {n}. Wat er stond is een notitie geworden. Rijen: {rows}.",
		"error.import.closed-filler":         "Een leeg vakje als afsluitdatum: {n}. Die vragen zijn niet afgesloten. Rijen: {rows}.",
		"error.import.closed-guessed":        "Afgesloten zonder dat er staat wanneer: {n}. Daarvoor is de laatste wijziging genomen, of het moment van binnenkomst.",
		"error.import.minutes-as-hours":      "Minuten als 0,5 zijn als uren gelezen: {n}. Rijen: {rows}.",
		"error.import.minutes-shared":        "De minuten zijn verdeeld over wie er stonden: {n}. Rijen: {rows}.",
		"error.import.staff-unknown":         "Deze medewerkers zijn hier niet bekend: {values}. Hun naam staat in een notitie. Niemand kreeg er rechten door.",
		"error.import.staff-unknown-more":    "Deze medewerkers zijn hier niet bekend: {values}, en nog {more}. Hun naam staat in een notitie. Niemand kreeg er rechten door.",
		"error.import.residents-new":         "Nieuwe bewoners: {n}. Van hen is niet genoteerd dat zij weten dat hun gegevens bewaard worden.",
		"error.import.residents-known":       "Rijen van een bewoner die hier al bekend was, of eerder in het bestand stond: {n}.",
		"error.import.phone-noted":           "Een telefoonnummer zonder naam, of een ander dan van deze bewoner bekend is: {n}. Het staat in een notitie. Rijen: {rows}.",
		"error.import.encoded-twice":         "De letters met accenten waren dubbel gecodeerd (Ã© voor é) en zijn hersteld: {n}. Rijen: {rows}.",
		"error.import.encoded-twice-names":   "De letters met accenten waren dubbel gecodeerd (Ã© voor é) en zijn hersteld: {n} ({names}).",
		"error.import.strange-letters":       "Hier staan letters zoals Þ, ð of Ý: {n}. Rijen: {rows}. Misschien is het bestand in het Turks of Pools bewaard. Kijk ze na, en bewaar het zo nodig opnieuw als UTF-8.",
		"error.import.strange-letters-names": "Hier staan letters zoals Þ, ð of Ý: {n} ({names}). Misschien is het bestand in het Turks of Pools bewaard. Kijk ze na, en bewaar het zo nodig opnieuw als UTF-8.",
		"error.import.lost-letters-names":    "Hier stond al geen letter meer, maar \ufffd: {n} ({names}). Kijk ze na, en bewaar het bestand zo mogelijk opnieuw als UTF-8.",
		"error.import.lost-letters":          "Hier stond al geen letter meer, maar \ufffd: {n}. Rijen: {rows}. Kijk ze na, en bewaar het bestand zo mogelijk opnieuw als UTF-8.",
	}
}

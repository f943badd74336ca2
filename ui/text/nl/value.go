package nl

import "leerbalie/ui/text/language"

// value holds the words of prices, and of what the work is worth.
func value() language.Table {
	return language.Table{
		"field.price-unit":     "Eenheid",
		"field.price-low":      "Laag",
		"field.price-base":     "Midden",
		"field.price-high":     "Hoog",
		"field.price-source":   "Bron",
		"field.price-date":     "Opgezocht op",
		"field.price-year":     "Prijspeil",
		"place.price":          "prijs",
		"act-price-add":        "prijs toegevoegd",
		"did.act-price-add":    "De prijs staat op de lijst.",
		"act-price-edit":       "prijs gewijzigd",
		"did.act-price-edit":   "De prijs is gewijzigd.",
		"act-price-remove":     "prijs weggehaald",
		"did.act-price-remove": "De prijs is weg.",
		"error.price-percent":  "{text} is een percentage, geen bedrag. Vul een bedrag in euro's in, zoals 12,50.",
		"error.price-negative": "{text} is minder dan nul. Een prijs is nul of meer.",
		"error.price-form":     "{text} is geen bedrag. Schrijf het zo: 12,50",
		"error.price-either":   "{text} kan twee dingen zijn: met een punt of komma voor duizendtallen, of voor centen. Schrijf 1250 of 1,25.",
		"error.price-cents":    "{text} heeft meer cijfers dan centen. Schrijf het zo: 12,50",
		"error.price-most":     "{text} is te veel. Een prijs is hoogstens een miljoen euro.",
		"error.price-order":    "Laag, midden en hoog moeten oplopen. Nu staat er {low}, {base} en {high}.",
		"error.price-nothing":  "Alle bedragen zijn nul. Vul een prijs in.",
		"error.price-year":     "Het prijspeil {year} kan niet. Kies een jaar van {from} tot en met {to}.",
		"error.price-long":     "Dat is te lang. {field}: hoogstens {most} tekens.",
		"error.price-taken":    "Er is al een prijs voor {unit} van {year}. Wijzig die, of haal hem eerst weg.",
		"error.price-unknown":  "Deze prijs is er niet (meer).",
		"error.price-none":     "Er is geen prijs voor {name}. Bekijk welke er zijn: leerbalie value price list",
	}
}

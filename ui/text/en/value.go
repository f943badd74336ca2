package en

import "leerbalie/ui/text/language"

// value holds the words of prices, and of what the work is worth.
func value() language.Table {
	return language.Table{
		"field.price-unit":     "Unit",
		"field.price-low":      "Low",
		"field.price-base":     "Base",
		"field.price-high":     "High",
		"field.price-source":   "Source",
		"field.price-date":     "Looked up on",
		"field.price-year":     "Price year",
		"place.price":          "price",
		"act-price-add":        "price added",
		"did.act-price-add":    "The price is on the list.",
		"act-price-edit":       "price changed",
		"did.act-price-edit":   "The price is changed.",
		"act-price-remove":     "price removed",
		"did.act-price-remove": "The price is gone.",
		"error.price-percent":  "{text} is a percentage, not an amount. Give an amount in euros, such as 12.50.",
		"error.price-negative": "{text} is less than nothing. A price is zero or more.",
		"error.price-form":     "{text} is not an amount. Write it like this: 12.50",
		"error.price-either":   "{text} can mean two things: a sign for thousands, or one for cents. Write 1250 or 1.25.",
		"error.price-cents":    "{text} has more digits than cents have. Write it like this: 12.50",
		"error.price-most":     "{text} is too much. A price is a million euros at most.",
		"error.price-order":    "Low, base and high must go up. Now they are {low}, {base} and {high}.",
		"error.price-nothing":  "All amounts are zero. Give a price.",
		"error.price-year":     "The price year {year} cannot be. Choose a year from {from} to {to}.",
		"error.price-long":     "That is too long. {field}: {most} characters at most.",
		"error.price-taken":    "There is a price for {unit} of {year} already. Change that one, or remove it first.",
		"error.price-unknown":  "This price is not there (any more).",
		"error.price-none":     "There is no price for {name}. See which there are: leerbalie value price list",
	}
}

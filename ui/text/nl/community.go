package nl

import "leerbalie/ui/text/language"

// community holds the words of screen 6, Samen.
func community() language.Table {
	return language.Table{
		"screen.community":              "Samen",
		"community.page.courses":        "Cursussen",
		"community.page.meetings":       "Overleg",
		"community.page.hours":          "Uren",
		"key.community.next-page":       "de volgende bladzijde",
		"key.community.next-page.short": "bladzijde",
		"key.community.prev-page":       "de vorige bladzijde",
		"key.community.prev-page.short": "bladzijde terug",
	}
}

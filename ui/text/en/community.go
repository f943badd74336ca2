package en

import "leerbalie/ui/text/language"

// community holds the words of screen 6, Community.
func community() language.Table {
	return language.Table{
		"screen.community":              "Community",
		"community.page.courses":        "Courses",
		"community.page.meetings":       "Meetings",
		"community.page.hours":          "Hours",
		"key.community.next-page":       "the next page",
		"key.community.next-page.short": "page",
		"key.community.prev-page":       "the page before",
		"key.community.prev-page.short": "page back",
	}
}

package text

// peopleNL holds the words of the screen with people: residents, students, staff and groups, in Dutch.
func peopleNL() Table {
	return Table{
		"error.leave-self":    "Jezelf kun je niet laten vertrekken. Vraag het een andere coördinator.",
		"error.last-admin":    "{name} is de enige beheerder. Maak eerst iemand anders beheerder.",
		"error.page-not-open": "Open eerst de pagina van deze bewoner.",
	}
}

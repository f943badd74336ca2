package text

// peopleEN holds the words of the screen with people: residents, students, staff and groups, in English.
func peopleEN() Table {
	return Table{
		"error.leave-self":    "You cannot let yourself leave. Ask another coordinator.",
		"error.last-admin":    "{name} is the only administrator. Make somebody else administrator first.",
		"error.page-not-open": "Open the page of this resident first.",
	}
}

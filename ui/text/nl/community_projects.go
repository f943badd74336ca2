package nl

import "leerbalie/ui/text/language"

// projects holds the words of projects.
func projects() language.Table {
	return language.Table{
		"act-project-add":            "project toegevoegd",
		"did.act-project-add":        "Het project staat erin.",
		"act-project-edit":           "project gewijzigd",
		"did.act-project-edit":       "Het project is gewijzigd.",
		"act-project-archive":        "project opgeborgen",
		"did.act-project-archive":    "Het project is opgeborgen.",
		"place.project":              "project",
		"field.project-title":        "Project",
		"field.project-district":     "Wijk",
		"field.project-theme":        "Thema",
		"field.project-target":       "Voor wie",
		"field.project-why":          "Waarom",
		"field.project-programme":    "Programma",
		"field.project-from":         "Van",
		"field.project-to":           "Tot en met",
		"field.project-hours-a-week": "Uren per week",
		"field.project-leaders":      "Wie leiden het",
		"field.project-students":     "Studenten",
		"field.project-pairs":        "Koppels",
		"field.project-guests":       "Anderen",
		"field.project-partners":     "Partners",
		"field.project-nodes":        "Bewijs van",
		"field.project-state":        "Stand",
		"field.project-came":         "Wat het opleverde",
		"field.project-no-hours":     "Telt niet voor uren",
		"project.state.planned":      "gepland",
		"project.state.running":      "loopt",
		"project.state.done":         "klaar",
		"project.state.stopped":      "gestopt",
		"error.project-unknown":      "Er is geen project {name}. Kijk wat er is met: leerbalie project list",
		"error.project-not-yours":    "{title} is niet van {name}. Alleen wie dit heeft toegevoegd, wie de eigenaar is en de coördinator kunnen het wijzigen.",
		"error.project-state":        "\"{text}\" is geen stand. Kies uit: planned, running, done, stopped.",
	}
}

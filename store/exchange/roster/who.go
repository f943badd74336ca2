package roster

import (
	"slices"
	"strings"

	"leerbalie/model/plain"
)

// Student tells whether a role, as a file writes it, is that of somebody who learns.
func Student(role string) bool {
	switch strings.ReplaceAll(plain.FoldText(role), " ", "") {
	case "student", "leerling", "deelnemer", "lerende", "learner", "pupil", "studentenrollment", "studentview", "cursist", "stagiair", "stagiaire":
		return true
	}
	return false
}

// Gone tells whether a status, as a file writes it, says that somebody is no longer there.
func Gone(status string) bool {
	switch strings.ReplaceAll(plain.FoldText(status), " ", "") {
	case "tobedeleted", "deleted", "verwijderd", "inactive", "inactief", "nietactief", "uitgeschreven", "nietingeschreven", "uitschrijving", "gestopt", "beeindigd", "ended",
		"disabled", "uitgeschakeld", "geblokkeerd", "suspended", "vertrokken", "left", "withdrawn", "afgestudeerd", "gediplomeerd", "completed", "concluded", "archived":
		return true
	}
	return false
}

// Disabled tells whether a cell that says whether somebody may come in says no.
func Disabled(enabled string) bool {
	switch plain.FoldText(enabled) {
	case "false", "0", "no", "nee", "n", "onwaar", "uit":
		return true
	}
	return Gone(enabled)
}

// NotPeople is the code of what a table lists, where its headings say that it is something else than people who learn; "" where they do
// not. folded are the headings as tabular.Fold writes them; learns tells whether one of them is of somebody who learns.
func NotPeople(folded []string, learns bool) string {
	has := func(names ...string) bool {
		for _, n := range names {
			if !slices.Contains(folded, n) {
				return false
			}
		}
		return true
	}
	any := func(names ...string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return slices.Contains(folded, n) })
	}
	switch {
	case has("sourcedid", "givenname", "familyname"):
		return ""
	case has("propertyname", "value"):
		return "other"
	case any("sourcedid", "usersourcedid"):
		switch {
		case has("classsourcedid", "usersourcedid"):
			return "enrolments"
		case has("usersourcedid"):
			return "roles"
		case any("coursecode"):
			return "courses"
		case any("classcode", "classtype", "coursesourcedid"):
			return "classes"
		case has("name", "type"), any("parentsourcedid"):
			return "organisations"
		case any("givenname", "familyname"):
			return ""
		}
		return "other"
	case learns:
		return ""
	case any("hulpvraag", "zaaknummer", "servicerequestid", "requesteddatetime", "samenvatting", "summary", "klacht", "melding", "hulpvrager"):
		return "requests"
	case any("organisatie", "organisatienaam", "organization", "organisation", "organizationid", "kvk", "kvknummer", "website", "url", "parentid", "openingstijden"):
		return "organisations"
	case any("bewoner", "postcode", "straat", "straatnaam", "huisnummer", "adres", "woonplaats", "wijk", "buurt"):
		return "residents"
	case any("functie", "medewerker", "docent", "docentcode", "teacher", "personeelsnummer", "afkorting"):
		return "staff"
	case any("cursus", "cursuscode", "coursecode", "course", "vak", "vakcode", "ects"):
		return "courses"
	}
	return ""
}

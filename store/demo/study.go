package demo

import (
	"fmt"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// learner is a student with the stretch in which they take up questions.
type learner struct {
	model.Person
	from  time.Time
	until time.Time // zero: they still do
}

// programme is what students of a level follow.
type programme struct {
	level, name, crebo string
	years, hours       int
}

func programmes(track string) []programme {
	if track == "mbo" {
		return []programme{
			{"mbo-2", "Helpende Zorg en Welzijn", "25960", 2, 450},
			{"mbo-3", "Begeleider specifieke doelgroepen", "25477", 3, 900},
			{"mbo-4", "Persoonlijk begeleider specifieke doelgroepen", "25479", 3, 900},
			{"mbo-4", "Persoonlijk begeleider specifieke doelgroepen", "25479", 3, 900},
		}
	}
	return []programme{
		{"hbo", "Social Work", "", 4, 840}, {"hbo", "Social Work", "", 4, 840}, {"hbo", "Social Work", "", 4, 840},
		{"ad", "Ad Sociaal werk", "", 2, 560},
	}
}

// skills are what students of a school tend to have, and what they tend to have to show still.
func skills(track string) (strong, open []string) {
	near := []string{"gesprek voeren", "formulieren invullen", "de buurt kennen", "digitaal helpen", "rust bewaren", "brieven uitleggen", "afspraken nakomen"}
	far := []string{"doorvragen", "rapporteren", "plannen", "overleg met instanties", "wet en regels", "een plan maken", "feedback geven"}
	if track == "mbo" {
		return near, far
	}
	return far, near
}

// some draws so many different ones of a list, in the order of the list.
func some(d *dice, list []string, n int) (out []string) {
	at := d.Perm(len(list))[:min(n, len(list))]
	slices.Sort(at)
	for _, i := range at {
		out = append(out, list[i])
	}
	return out
}

// week is when students can come: by day, with an evening now and then.
func (d *dice) week(parts int) model.DayParts {
	var w model.DayParts
	for w.Len() < parts {
		part := d.IntN(2)
		day := d.IntN(5)
		if (day == 1 || day == 3) && d.chance(20) { // the doors are open late
			part = 2
		}
		w |= 1 << (3*day + part)
	}
	return w
}

// student draws somebody who learns at a site from a day on.
func (f *fill) student(s *site, track string, group journal.ID, start time.Time) learner {
	d := f.dice
	n := f.names.draw(func(o origin) int { return o.students })
	p := one(d, programmes(track))
	strong, open := skills(track)
	school := "Mbo College " + city
	if track == "hbo" {
		school = "Hogeschool " + city
	}
	now := f.calendar.now
	autumn := now.Year() // the school year began in August of it
	if now.Month() < time.August {
		autumn--
	}
	first := 1
	if start.Before(time.Date(autumn, time.August, 1, 0, 0, 0, 0, now.Location())) {
		first = 2
	}
	year := d.between(first, p.years)
	cohort := autumn - year + 1
	study := model.Study{Status: model.StudyActive, Programme: p.name, Crebo: p.crebo, Cohort: fmt.Sprint(cohort), School: school, Year: year, DayParts: d.week(d.between(4, 7)),
		Strong: some(d, strong, d.between(2, 3)), Open: some(d, open, d.between(2, 3)), Start: start, NormHours: p.hours,
		End: midnight(now.AddDate(0, 0, d.between(45, 260)))}
	var themes []string
	for _, t := range model.Themes() {
		themes = append(themes, t.Code)
	}
	study.Themes = some(d, themes, d.between(2, 3))
	switch lot := d.IntN(10); {
	case lot < 3:
		study.Wishes = []string{one(d, open)}
	case lot < 5:
		study.Wishes = []string{one(d, study.Themes)}
	case lot < 6:
		study.Wishes = []string{one(d, []string{"ar", "tr", "en"})}
	case lot < 7:
		study.Wishes = []string{map[string]string{"mbo": "hbo", "hbo": "mbo"}[track], one(d, open)}
	}
	return learner{from: start, Person: model.Person{ID: d.id(start), Name: n.full, Roles: []model.Role{model.RoleStudent}, Site: s.id,
		Level: p.level, Groups: []journal.ID{group}, Languages: f.languages(n), Email: n.mail + "@student.example",
		Number: fmt.Sprintf("s%07d", 2400000+d.IntN(99999)), Supervisor: s.team.supervisor, Study: study}}
}

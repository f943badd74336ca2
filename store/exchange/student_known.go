package exchange

import (
	"reflect"
	"slices"

	"leerbalie/model"
)

// over is what is known of a student with what a row says written over it. Groups are added, never taken away.
func over(known, row model.Person) model.Person {
	out := known
	out.Name = row.Name
	out.Groups = slices.Clone(known.Groups)
	for _, g := range row.Groups {
		if !slices.Contains(out.Groups, g) {
			out.Groups = append(out.Groups, g)
		}
	}
	if !row.Site.IsZero() {
		out.Site = row.Site
	}
	for _, pair := range [][2]*string{
		{&out.Number, &row.Number}, {&out.Email, &row.Email}, {&out.Level, &row.Level}, {&out.Study.Programme, &row.Study.Programme},
		{&out.Study.Crebo, &row.Study.Crebo}, {&out.Study.Cohort, &row.Study.Cohort}, {&out.Study.School, &row.Study.School},
		{&out.Study.Route, &row.Study.Route}, {&out.Study.Company, &row.Study.Company}, {&out.Study.Guide, &row.Study.Guide}, {&out.SourceID, &row.SourceID},
	} {
		if *pair[1] != "" {
			*pair[0] = *pair[1]
		}
	}
	for _, pair := range [][2]*[]string{
		{&out.Languages, &row.Languages}, {&out.Study.Themes, &row.Study.Themes}, {&out.Study.Wishes, &row.Study.Wishes},
		{&out.Study.Strong, &row.Study.Strong}, {&out.Study.Open, &row.Study.Open},
	} {
		if len(*pair[1]) > 0 {
			*pair[0] = *pair[1]
		}
	}
	s, w := &out.Study, row.Study
	if len(w.Travel) > 0 {
		s.Travel = w.Travel
	}
	if w.DayParts != 0 {
		s.DayParts = w.DayParts
	}
	if w.Year != 0 {
		s.Year = w.Year
	}
	if w.NormHours != 0 {
		s.NormHours = w.NormHours
	}
	if !w.Start.IsZero() {
		s.Start = w.Start
	}
	if !w.End.IsZero() {
		s.End = w.End
	}
	if !w.Waiting.IsZero() {
		s.Waiting = w.Waiting
	}
	return out
}

// samePerson tells whether two states of a person say the same.
func samePerson(a, b model.Person) bool { return reflect.DeepEqual(a, b) }

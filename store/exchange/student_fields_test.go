package exchange

import (
	"encoding/csv"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/modeltest"
	"leerbalie/model/transfer"
)

// notOfASchool are the fields of a student that no file of a school fills.
func notOfASchool() map[string]string {
	return map[string]string{
		"Roles": "everybody in the file is a student", "Supervisor": "the desk says who answers for a student",
		"Status": "follows from what happens here", "Outcome": "asked when a placement ends",
	}
}

// studentColumn is the column that fills a field.
func studentColumn(name string) string {
	switch name {
	case "DayParts":
		return "dayparts"
	case "Groups":
		return "group"
	case "SourceID":
		return "source_id"
	case "Waiting":
		return "waiting_since"
	}
	return column(name)
}

func TestEveryFieldOfAStudentIsReadFromAFile(t *testing.T) {
	session := school(t)
	east, err := session.Do(t.Context(), model.AddSite{Site: model.Site{Name: "Oost", Code: "OO", Zone: "Europe/Amsterdam"}})
	if err != nil {
		t.Fatal(err)
	}
	want := modeltest.FilledStudent(0)
	want.Site, want.Study.Travel = session.Site(), []journal.ID{east.Entity}
	var head, row []string
	put := func(of any, names []string) {
		for _, name := range names {
			if notOfASchool()[name] != "" {
				continue
			}
			text := ""
			switch f := reflect.ValueOf(of).FieldByName(name).Interface().(type) {
			case string:
				text = f
			case []string:
				text = strings.Join(f, ";")
			case int:
				text = strconv.Itoa(f)
			case time.Time:
				text = f.Format("02-01-2006")
			case model.DayParts:
				text = strings.Join(f.Codes(), ";")
			default:
				text = map[string]string{"Site": "ZW", "Travel": "Oost", "Groups": "2B"}[name]
			}
			head, row = append(head, studentColumn(name)), append(row, text)
		}
	}
	put(want, modeltest.PersonFields())
	put(want.Study, modeltest.StudyFields())
	for _, name := range transfer.StudentFields() {
		if !slices.Contains(head, name) && !slices.Contains([]string{"given_name", "infix", "family_name", "initials"}, name) { // parts of the name
			t.Errorf("no field fills the column %s", name)
		}
	}
	var file strings.Builder
	w := csv.NewWriter(&file)
	if err := w.WriteAll([][]string{head, row}); err != nil {
		t.Fatal(err)
	}
	if r := enrol(t, session, file.String(), transfer.ImportOptions{}); tally(r) != "1 read 1 imported 0 unchanged 0 refused" {
		t.Fatal(tally(r), saidOf(r), file.String())
	}
	people, err := session.People(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	groups, err := session.Groups(t.Context())
	if err != nil || len(groups) != 1 {
		t.Fatal(groups, err)
	}
	want.Groups = []journal.ID{groups[0].ID}
	i := slices.IndexFunc(people, func(p model.Person) bool { return p.Name == want.Name })
	if i < 0 {
		t.Fatalf("%+v", people)
	}
	is := people[i]
	skip := func(names []string) []string {
		return slices.DeleteFunc(names, func(name string) bool { return notOfASchool()[name] != "" })
	}
	apart := append(modeltest.Apart(skip(modeltest.PersonFields()), is, want), modeltest.Apart(skip(modeltest.StudyFields()), is.Study, want.Study)...)
	if len(apart) > 0 || groups[0].Name != "2B" {
		t.Error(strings.Join(apart, "; "), file.String())
	}
}

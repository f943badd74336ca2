package modeltest

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
)

// courses are a course, who came, what came of its test, and that it is evidence.
func (e *everything) courses() {
	group := e.do(model.AddGroup{Group: model.Group{Name: "Klas 3C", Site: e.session.Site()}})
	student := e.do(model.AddPerson{Person: model.Person{Name: "Sanne", Roles: []model.Role{model.RoleStudent}, Site: e.session.Site(), Level: "mbo-4", Groups: []journal.ID{group}}})
	day := e.now.UTC().Truncate(24*time.Hour).AddDate(0, 0, -14)
	c := course.Course{Title: "Financiën", Theme: "geld", Dates: []time.Time{day, day.AddDate(0, 0, 7), day.AddDate(0, 0, 21)}, Start: "09:30", Minutes: 150, Place: "Lokaal 3",
		Groups: []journal.ID{group}, Stations: []string{"begroten", "schulden"}, Teachers: []journal.ID{e.session.Me().ID}, Tests: []string{"gesprek", "toets"}, Varies: course.ByChoice}
	c.ID = e.do(course.Add{Course: c})
	c.Title = "Financiën en schulden"
	e.do(course.Edit{Course: c}, course.Move{ID: c.ID, From: c.Dates[2], To: day.AddDate(0, 0, 28)}, course.Cancel{ID: c.ID, Day: day.AddDate(0, 0, 28)},
		course.NotePresence{Course: c.ID, Day: day, Marks: []course.Mark{{Student: student, State: ledger.Present}}},
		course.NoteResults{Course: c.ID, Test: "toets", Day: day, Given: []course.Given{{Student: student, Level: "goed"}}},
		course.MakeEvidence{Course: c.ID}, course.MakeEvidence{Course: c.ID, Test: "toets"}, course.Archive{ID: c.ID})
}

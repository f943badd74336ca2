package modeltest

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
)

// ledger is what counts of a student and is no judgement.
func (e *everything) ledger() {
	student := e.do(model.AddPerson{Person: model.Person{Name: "Milan", Roles: []model.Role{model.RoleStudent}, Site: e.session.Site(), Level: "mbo-4"}})
	day := e.now.UTC().Truncate(24*time.Hour).AddDate(0, 0, -3)
	boss := e.session
	e.as(student)
	e.do(ledger.WriteHours{Student: student, Own: ledger.Own{Day: day, Minutes: 90, What: "voorbereiding van een les"}})
	e.session = boss
	e.do(hours.Confirm{Week: day, Students: []journal.ID{student}})
}

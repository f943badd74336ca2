package modeltest

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/outcome"
)

// outcomes are written and taken back, with why somebody left, beside a figure of elsewhere.
func (e *everything) outcomes() {
	student := e.do(model.AddPerson{Person: model.Person{Name: "Fatma", Roles: []model.Role{model.RoleStudent}, Site: e.session.Site(), Level: "mbo-4", Study: model.Study{Cohort: "2025"}}})
	day := e.now.UTC().Truncate(24*time.Hour).AddDate(0, 0, -3)
	e.do(outcome.Add{Student: student, Kind: outcome.Job, Day: day}, outcome.Add{Student: student, Kind: outcome.Left, Day: day, Why: "verhuisd"},
		outcome.Remove{Student: student, Kind: outcome.Job})
	figure := e.do(outcome.Compare{Comparison: outcome.Comparison{Outcome: outcome.Qualification, Rate: 6750, Source: "Jaarverslag", Year: 2025}})
	e.do(outcome.RemoveComparison{ID: figure})
}

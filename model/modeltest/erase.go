package modeltest

import (
	"fmt"

	"leerbalie/model"
	"leerbalie/model/erasure"
	"leerbalie/model/pairs"
)

// consented has a student's records erased with the consent of somebody else who leads.
func (e *everything) consented() {
	other := e.do(model.AddPerson{Person: model.Person{Name: "Lotte", Roles: []model.Role{model.RoleCoordinator}, Site: e.session.Site()}})
	people, err := e.session.People(e.ctx)
	if err != nil || e.err != nil {
		e.fail(err)
		return
	}
	for _, p := range people {
		if p.Name != "Ali" || !p.Has(model.RoleStudent) || p.Study.School != "ROC" {
			continue
		}
		e.do(pairs.EndStudy{Person: p.ID, Outcome: "job"}, erasure.Propose{Student: p.ID}, erasure.Withdraw{Student: p.ID})
		colleague, err := e.session.Switch(e.ctx, other)
		if err != nil {
			e.fail(err)
			return
		}
		if _, err := colleague.Do(e.ctx, erasure.Propose{Student: p.ID}); err != nil {
			e.fail(fmt.Errorf("proposing an erasure: %w", err))
			return
		}
		e.do(erasure.Confirm{Student: p.ID})
	}
}

func (e *everything) fail(err error) {
	if e.err == nil {
		e.err = err
	}
}

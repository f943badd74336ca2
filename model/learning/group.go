package learning

import (
	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// SetGroupFrameworks chooses what the students of a group are assessed on; none leaves it to their level.
type SetGroupFrameworks struct {
	Group      journal.ID
	Frameworks []journal.ID
}

// Name is the code of the words for this action.
func (SetGroupFrameworks) Name() string { return "act-group-frameworks" }

// Do writes the choice. Errors: NotFound; Refused by the clearance.
func (a SetGroupFrameworks) Do(d *model.Doing) error {
	rec, err := d.Record(model.KindGroup, a.Group)
	if err != nil {
		return err
	}
	if rec == nil {
		return fault.New(fault.NotFound, "group-unknown", "name", a.Group.String())
	}
	for _, id := range a.Frameworks {
		if _, err := competence.FrameworkIn(d, id); err != nil {
			return err
		}
	}
	d.About(a.Group, "")
	return d.Set(model.KindGroup, a.Group, rec.Part, journal.Fields{model.GroupFrameworks.Is(journal.Refs(a.Frameworks))})
}

package desk

import (
	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// EraseResident empties a resident and every word on the resident's requests, now and for whatever arrives later.
// Counts and hours stay. It cannot be undone.
type EraseResident struct {
	ID journal.ID
}

// Name is the code of the words for this action.
func (EraseResident) Name() string { return "act-erase" }

// Do puts the resident and the requests on the erase list. Errors: NotFound; Conflict for who was erased before; Refused for who
// may not.
func (a EraseResident) Do(d *model.Doing) error {
	rec, err := d.Record(KindResident, a.ID)
	switch {
	case err != nil:
		return err
	case rec == nil:
		return fault.New(fault.NotFound, "resident-unknown", "name", a.ID.String())
	case rec.Erased:
		return fault.New(fault.Conflict, "erased-already")
	}
	if err := d.Allowed(journal.KindErasure, journal.Organisation()); err != nil {
		return err
	}
	targets, err := IndexOf(d).MergedResidents(rec.Part, a.ID)
	if err != nil {
		return err
	}
	targets = append(targets, a.ID)
	rows, err := IndexOf(d).RequestsOf(rec.Part, a.ID) // those of merged residents among them
	if err != nil {
		return err
	}
	for _, r := range rows {
		targets = append(targets, r.ID)
	}
	for _, id := range targets {
		if _, err := d.Add(journal.KindErasure, id, journal.Organisation(), journal.ItemErase, nil); err != nil {
			return err
		}
	}
	d.About(a.ID, "")
	d.Permanent()
	return nil
}

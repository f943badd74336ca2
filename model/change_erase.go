package model

// EraseResident empties a resident and every word on the resident's requests, now and for whatever arrives later.
// Counts and hours stay. It cannot be undone.
type EraseResident struct {
	ID ID
}

// Name is the code of the words for this action.
func (EraseResident) Name() string { return "act-erase" }

// Do puts the resident and the requests on the erase list. Errors: NotFound; Refused for who may not.
func (a EraseResident) Do(d *Doing) error {
	rec, err := d.resident(a.ID)
	if err != nil {
		return err
	}
	if err := d.allowed(KindErasure, Organisation()); err != nil {
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
		if _, err := d.Add(KindErasure, id, Organisation(), ItemErase, nil); err != nil {
			return err
		}
	}
	d.about(a.ID, "")
	d.Stays()
	return nil
}

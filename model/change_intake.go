package model

// TakeIn takes a question in from somebody who is not known yet: the resident and the request are made together.
type TakeIn struct {
	Resident Resident
	Request  Request // its Resident is the new one
}

// Name is the code of the words for this action.
func (TakeIn) Name() string { return "act-add-request" }

// Do adds both. Errors: as for AddResident and AddRequest.
func (a TakeIn) Do(d *Doing) error {
	if a.Resident.Site.IsZero() {
		a.Resident.Site = a.Request.Site
	}
	if a.Resident.ID.IsZero() {
		id, err := d.NewID(d.Now())
		if err != nil {
			return err
		}
		a.Resident.ID = id
	}
	if err := required(&a.Request.Summary, "summary"); err != nil {
		return err
	}
	if err := (AddResident{a.Resident}).Do(d); err != nil {
		return err
	}
	d.receipt.Entity = ID{} // the receipt is about the request
	a.Request.Resident = a.Resident.ID
	return AddRequest{a.Request}.Do(d)
}

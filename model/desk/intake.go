package desk

import (
	"leerbalie/model"
	"leerbalie/model/journal"
)

// TakeIn takes a question in from somebody who is not known yet: the resident and the request are made together.
type TakeIn struct {
	Resident Resident
	Request  Request // its Resident is the new one
}

// Name is the code of the words for this action.
func (TakeIn) Name() string { return "act-add-request" }

// Do adds both. Errors: as for AddResident and AddRequest.
func (a TakeIn) Do(d *model.Doing) error {
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
	if err := model.Required(&a.Request.Summary, "summary"); err != nil {
		return err
	}
	if err := (AddResident{a.Resident}).Do(d); err != nil {
		return err
	}
	d.AboutNext() // the receipt is about the request
	a.Request.Resident = a.Resident.ID
	return AddRequest{a.Request}.Do(d)
}

// Introduce makes somebody who is not known yet the resident of a request that is there already.
type Introduce struct {
	ID       journal.ID // of the request
	Resident Resident
}

// Name is the code of the words for this action.
func (Introduce) Name() string { return "act-edit-request" }

// Do adds the resident and names it on the request. Errors: as for AddResident and EditRequest.
func (a Introduce) Do(d *model.Doing) error {
	r, err := RequestFor(d, journal.ID{}, a.ID)
	if err != nil {
		return err
	}
	if a.Resident.ID, err = d.NewID(d.Now()); err != nil {
		return err
	}
	a.Resident.Site = r.Site
	if err := (AddResident{a.Resident}).Do(d); err != nil {
		return err
	}
	return EditRequest{ID: r.ID, Alter: func(r *Request) { r.Resident = a.Resident.ID }}.Do(d)
}

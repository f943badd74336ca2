package desk

import (
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// AddResident puts a resident in the register, or keeps contact data until a call-back is done.
type AddResident struct {
	Resident Resident // its Site is the session's when zero
}

// Name is the code of the words for this action.
func (AddResident) Name() string { return "act-add-resident" }

// Do adds the resident. Errors: Invalid for a missing name, a postcode or birth year that cannot be, contact data without
// a reason to keep them, or a citizen service number in any text.
func (a AddResident) Do(d *model.Doing) error {
	r := a.Resident
	if r.Site.IsZero() {
		r.Site = d.Site()
	}
	if err := r.check(d.Now()); err != nil {
		return err
	}
	if r.ID.IsZero() {
		id, err := d.NewID(d.Now())
		if err != nil {
			return err
		}
		r.ID = id
	}
	d.Made(r.ID, "")
	return d.Set(KindResident, r.ID, r.Site, r.fields())
}

// EditResident alters what is known of a resident.
type EditResident struct {
	Resident Resident
}

// Name is the code of the words for this action.
func (EditResident) Name() string { return "act-edit-resident" }

// Do writes what differs. Errors: NotFound; Refused for an erased one; Invalid as for AddResident.
func (a EditResident) Do(d *model.Doing) error {
	r := a.Resident
	rec, err := residentFor(d, r.ID)
	if err != nil {
		return err
	}
	if err := r.check(d.Now()); err != nil {
		return err
	}
	d.About(r.ID, "")
	return d.SetFrom(r.seen, KindResident, r.ID, rec.Part, r.fields())
}

// OpenedResident notes that somebody opened a resident's page.
type OpenedResident struct {
	ID journal.ID
}

// Name is the code of the words for this action.
func (OpenedResident) Name() string { return "act-open-resident" }

// Do writes the note. Errors: NotFound, Refused.
func (a OpenedResident) Do(d *model.Doing) error {
	rec, err := d.Record(KindResident, a.ID)
	if err != nil {
		return err
	}
	if rec == nil {
		return fault.New(fault.NotFound, "resident-unknown", "name", a.ID.String())
	}
	d.About(a.ID, "")
	_, err = d.Add(KindResident, a.ID, rec.Part, ItemOpened, nil)
	return err
}

func residentFor(d *model.Doing, id journal.ID) (*journal.Record, error) {
	rec, err := d.Record(KindResident, id)
	if err != nil {
		return nil, err
	}
	if rec == nil {
		return nil, fault.New(fault.NotFound, "resident-unknown", "name", id.String())
	}
	if rec.Erased {
		return nil, fault.New(fault.Refused, "erased")
	}
	return rec, nil
}

func (r *Resident) check(now time.Time) error {
	if err := model.Required(&r.Name, "name"); err != nil {
		return err
	}
	if r.BirthYear != 0 && (r.BirthYear < 1900 || r.BirthYear > now.Year()) {
		return fault.New(fault.Invalid, "birth-year", "year", r.BirthYear)
	}
	if r.Postcode = strings.TrimSpace(r.Postcode); r.Postcode != "" {
		if n, ok := plain.NormalPostcode(r.Postcode); ok {
			r.Postcode = n
		}
	}
	contact := r.Phone != "" || r.Email != "" || r.Street != "" || r.Postcode != ""
	if contact && r.Keep != KeepThrowaway && r.Keep != KeepRegister {
		return fault.New(fault.Invalid, "keep-reason")
	}
	return nil
}

package directory

import (
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// mine is the grant under which who may not write all of the directory adds to it, and alters what is the own.
var mine = model.Grant{Common: true}

// AddOrganization adds an organisation.
type AddOrganization struct{ Organization Organization }

// Name is the code of the words for this action.
func (AddOrganization) Name() string { return "act-organization-add" }

// Do adds the organisation. Errors: Invalid for a missing name and for a citizen service number; Refused for who may not read the
// directory.
func (a AddOrganization) Do(d *model.Doing) error { return a.add(d) }

func (a *AddOrganization) add(d *model.Doing) error {
	return add(d, KindOrganization, &a.Organization, &a.Organization.Entry, numberedOrganization())
}

// AddService adds a service.
type AddService struct{ Service Service }

// Name is the code of the words for this action.
func (AddService) Name() string { return "act-service-add" }

// Do adds the service. Errors: NotFound for an unknown organisation or location; those of AddOrganization.
func (a AddService) Do(d *model.Doing) error {
	if err := a.Service.offered(d); err != nil {
		return err
	}
	return add(d, KindService, &a.Service, &a.Service.Entry, numberedService())
}

// AddLocation adds a location.
type AddLocation struct{ Location Location }

// Name is the code of the words for this action.
func (AddLocation) Name() string { return "act-location-add" }

// Do adds the location. Errors: NotFound for an unknown organisation; those of AddOrganization.
func (a AddLocation) Do(d *model.Doing) error { return a.add(d) }

func (a *AddLocation) add(d *model.Doing) error {
	if err := there(d, KindOrganization, a.Location.Organization); err != nil {
		return err
	}
	return add(d, KindLocation, &a.Location, &a.Location.Entry, numberedLocation())
}

// EditOrganization alters an organisation as a form that was filled in with it.
type EditOrganization struct{ Organization Organization }

// Name is the code of the words for this action.
func (EditOrganization) Name() string { return "act-organization-edit" }

// Do writes what differs. Errors: NotFound; Refused for what somebody else added; those of AddOrganization.
func (a EditOrganization) Do(d *model.Doing) error {
	return edit(d, KindOrganization, &a.Organization, &a.Organization.Entry, numberedOrganization())
}

// EditService alters a service as a form that was filled in with it.
type EditService struct{ Service Service }

// Name is the code of the words for this action.
func (EditService) Name() string { return "act-service-edit" }

// Do writes what differs. Errors: as for EditOrganization and AddService.
func (a EditService) Do(d *model.Doing) error {
	if err := a.Service.offered(d); err != nil {
		return err
	}
	return edit(d, KindService, &a.Service, &a.Service.Entry, numberedService())
}

// EditLocation alters a location as a form that was filled in with it.
type EditLocation struct{ Location Location }

// Name is the code of the words for this action.
func (EditLocation) Name() string { return "act-location-edit" }

// Do writes what differs. Errors: as for EditOrganization and AddLocation.
func (a EditLocation) Do(d *model.Doing) error {
	if err := there(d, KindOrganization, a.Location.Organization); err != nil {
		return err
	}
	return edit(d, KindLocation, &a.Location, &a.Location.Entry, numberedLocation())
}

// mayAdd refuses who may not read the directory.
func mayAdd(d *model.Doing) error { return d.Clearance().CheckRead(Scope()) }

// mayEdit refuses what somebody else added, but for who looks after the whole directory.
func mayEdit(d *model.Doing, e Entry) error {
	if err := mayAdd(d); err != nil {
		return err
	}
	if e.AddedBy == d.Actor.ID || d.Clearance().MayWrite(Scope()) {
		return nil
	}
	return fault.New(fault.Refused, "directory-not-yours", "name", e.Name)
}

// MayEdit tells whether somebody may alter an entry, retire it and bring it back.
func (e Entry) MayEdit(p model.Person) bool {
	c := model.ClearanceOf(p)
	return c.MayWrite(Scope()) || c.MayRead(Scope()) && e.AddedBy == p.ID
}

// offered refuses a service at an organisation or a location that there is not.
func (s *Service) offered(d *model.Doing) error {
	if err := there(d, KindOrganization, s.Organization); err != nil {
		return err
	}
	for _, id := range s.Locations {
		if err := there(d, KindLocation, id); err != nil {
			return err
		}
	}
	return nil
}

func there(d *model.Doing, kind journal.Kind, id journal.ID) error {
	if id.IsZero() {
		return nil
	}
	rec, err := d.Record(kind, id)
	if err == nil && (rec == nil || rec.Archived()) {
		err = fault.New(fault.NotFound, "directory-unknown", "name", id.String())
	}
	return err
}

// named refuses an entry without a name.
func (e *Entry) named() error {
	if err := model.Required(&e.Name, "name"); err != nil {
		return err
	}
	e.Name = strings.Join(strings.Fields(e.Name), " ")
	return nil
}

func add[E any](d *model.Doing, kind journal.Kind, e *E, in *Entry, table model.Numbered[E]) (err error) {
	if err := mayAdd(d); err != nil {
		return err
	}
	if err := in.named(); err != nil {
		return err
	}
	if in.ID, err = d.NewID(d.Now()); err != nil {
		return err
	}
	in.AddedBy, in.came = d.Actor.ID, ""
	d.Made(in.ID, "")
	return d.Granted(mine, func() error { return d.Set(kind, in.ID, Scope().Part, table.Values(e)) })
}

func edit[E any](d *model.Doing, kind journal.Kind, e *E, in *Entry, table model.Numbered[E]) error {
	_, now, err := meant(d, in.ID)
	if err != nil {
		return err
	}
	if err := mayEdit(d, now); err != nil {
		return err
	}
	if err := in.named(); err != nil {
		return err
	}
	in.AddedBy, in.came, in.Source, in.Further = now.AddedBy, now.came, now.Source, now.Further
	d.About(in.ID, "")
	return d.Granted(mine, func() error { return d.SetFrom(in.seen, kind, in.ID, Scope().Part, table.Values(e)) })
}

// meant reads the entry of whatever kind that an action is about.
func meant(d *model.Doing, id journal.ID) (journal.Kind, Entry, error) {
	for _, kind := range allKinds() {
		rec, err := d.Record(kind, id)
		if err != nil {
			return 0, Entry{}, err
		}
		if rec == nil || rec.Archived() || rec.Erased {
			continue
		}
		items, err := d.Items(kind, id)
		if err != nil {
			return 0, Entry{}, err
		}
		e, err := entryOf(rec, items), mayAdd(d)
		return kind, e, err
	}
	return 0, Entry{}, fault.New(fault.NotFound, "directory-unknown", "name", id.String())
}

// entryOf is what an entry of any kind has in common with the others.
func entryOf(rec *journal.Record, items []journal.Item) Entry {
	switch rec.Kind {
	case KindService:
		return ServiceOf(rec, items).Entry
	case KindLocation:
		return LocationOf(rec, items).Entry
	}
	return OrganizationOf(rec, items).Entry
}

// Assure says that an entry is right, today.
type Assure struct{ ID journal.ID }

// Name is the code of the words for this action.
func (Assure) Name() string { return "act-directory-assure" }

// Do notes who says so. Errors: NotFound; Conflict for what has been retired; Refused for who may not read the directory.
func (a Assure) Do(d *model.Doing) error {
	kind, e, err := meant(d, a.ID)
	if err != nil {
		return err
	}
	if e.Retired != nil {
		return fault.New(fault.Conflict, "directory-retired", "name", e.Name)
	}
	return put(d, kind, a.ID, ItemAssured, nil)
}

// Note writes something beside an entry, for colleagues.
type Note struct {
	ID   journal.ID
	Text string
}

// Name is the code of the words for this action.
func (Note) Name() string { return "act-directory-note" }

// Do adds the note. Errors: NotFound; Invalid for a missing text and for a citizen service number; Refused for who may not read the
// directory.
func (a Note) Do(d *model.Doing) error {
	if err := model.Required(&a.Text, "note"); err != nil {
		return err
	}
	kind, _, err := meant(d, a.ID)
	if err != nil {
		return err
	}
	return put(d, kind, a.ID, ItemEntryNote, journal.Fields{noteText.Is(journal.Text(a.Text))})
}

// Retire says that one no longer refers to an entry. It stays to be read.
type Retire struct {
	ID  journal.ID
	Why string
}

// Name is the code of the words for this action.
func (Retire) Name() string { return "act-directory-retire" }

// Do retires the entry. Errors: NotFound; Invalid without a reason; Conflict for what is retired already; Refused for what somebody else
// added.
func (a Retire) Do(d *model.Doing) error {
	if err := model.Required(&a.Why, "reason"); err != nil {
		return err
	}
	kind, e, err := meant(d, a.ID)
	if err != nil {
		return err
	}
	if err := mayEdit(d, e); err != nil {
		return err
	}
	if e.Retired != nil {
		return fault.New(fault.Conflict, "directory-retired", "name", e.Name)
	}
	return put(d, kind, a.ID, ItemRetired, journal.Fields{retiredWhy.Is(journal.Text(a.Why))})
}

// Back says that one does refer again to an entry that was retired.
type Back struct{ ID journal.ID }

// Name is the code of the words for this action.
func (Back) Name() string { return "act-directory-back" }

// Do ends what retired it. Errors: NotFound; Conflict for what is not retired; Refused for what somebody else added.
func (a Back) Do(d *model.Doing) error {
	kind, e, err := meant(d, a.ID)
	if err != nil {
		return err
	}
	if err := mayEdit(d, e); err != nil {
		return err
	}
	items, err := d.Items(kind, a.ID)
	if err != nil {
		return err
	}
	var ends []journal.Stamp
	for _, it := range journal.Standing(items) {
		if it.Kind == ItemRetired {
			ends = append(ends, it.Stamp)
		}
	}
	if e.Retired == nil {
		return fault.New(fault.Conflict, "directory-not-retired", "name", e.Name)
	}
	return put(d, kind, a.ID, ItemBack, journal.Fields{journal.FieldTarget.Is(journal.Stamps(ends))})
}

func put(d *model.Doing, kind journal.Kind, id journal.ID, item journal.ItemKind, fields journal.Fields) error {
	d.About(id, "")
	return d.Granted(mine, func() error {
		_, err := d.Add(kind, id, Scope().Part, item, fields)
		return err
	})
}

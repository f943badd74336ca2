package directory

import (
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Offer adds a service, or alters the one that it names, with who offers it and where: those that are there already by these names are
// meant, and the others are added with it, in one step.
type Offer struct {
	Service Service
	By      string   // the name or id of the organisation; "" leaves it as Service has it
	At      Location // the place, by Name or id; with neither name nor address Service.Locations stay as they are
}

// Name is the code of the words for this action.
func (a Offer) Name() string {
	if a.Service.ID.IsZero() {
		return AddService{}.Name()
	}
	return EditService{}.Name()
}

// Do writes all three. Errors: Conflict for a name that several have; those of AddService and EditService.
func (a Offer) Do(d *model.Doing) error {
	s := a.Service
	if !s.ID.IsZero() { // refused before anything is added for it
		_, now, err := meant(d, s.ID)
		if err != nil {
			return err
		}
		if err := mayEdit(d, now); err != nil {
			return err
		}
	}
	if by := strings.TrimSpace(a.By); by != "" {
		id, err := namedIn(d, KindOrganization, by)
		if fault.KindOf(err) == fault.NotFound {
			o := AddOrganization{Organization{Entry: Entry{Name: by}}}
			err = o.add(d)
			id = o.Organization.ID
		}
		if err != nil {
			return err
		}
		s.Organization = id
	}
	at := a.At
	if at.Name = strings.TrimSpace(at.Name); at.Name == "" {
		at.Name = strings.Join(append(append([]string{}, at.Address...), at.City), ", ")
		at.Name = strings.Trim(at.Name, ", ")
		if at.Name == "" {
			at.Name = at.Postcode
		}
	}
	if at.Name != "" {
		id, err := namedIn(d, KindLocation, at.Name)
		if fault.KindOf(err) == fault.NotFound {
			at.Organization = s.Organization
			l := AddLocation{at}
			err = l.add(d)
			id = l.Location.ID
		}
		if err != nil {
			return err
		}
		s.Locations = []journal.ID{id}
	}
	d.AboutNext()
	if s.ID.IsZero() {
		return AddService{s}.Do(d)
	}
	return EditService{s}.Do(d)
}

// namedIn is the entry of a kind that a name or an id means; see Meant.
func namedIn(d *model.Doing, kind journal.Kind, text string) (journal.ID, error) {
	var all []Entry
	err := d.Each(kind, func(r *journal.Record) error {
		if r.Archived() || r.Erased {
			return nil
		}
		items, err := d.Items(kind, r.ID)
		all = append(all, entryOf(r, items))
		return err
	})
	if err != nil {
		return journal.ID{}, err
	}
	return Meant(all, func(e *Entry) *Entry { return e }, text)
}

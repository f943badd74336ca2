package mapping

import (
	"strings"
	"unicode/utf8"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Keep keeps a mapping at the session's site. What is kept under that name is replaced.
type Keep struct {
	As       string            // its name
	What     string            // Requests or Students
	Headings []string          // of the file
	Fields   map[string]string // field → column
}

// Name is the code of the words for this action.
func (Keep) Name() string { return "act-mapping-keep" }

// Do keeps the mapping. Errors: Invalid for a missing name, a mapping that says nothing, and a citizen service number; Refused for who
// may not bring files in.
func (a Keep) Do(d *model.Doing) error {
	m := Mapping{Site: d.Site(), Name: a.As, What: a.What, Headings: a.Headings, Columns: columns(a.Fields)}
	if err := keepable(d, &m); err != nil {
		return err
	}
	all, err := at(d, m.Site)
	if err != nil {
		return err
	}
	if same, err := Named(all, m.Name); err == nil {
		m.ID, m.Name = same.ID, same.Name
		d.About(m.ID, "")
	} else {
		if m.ID, err = d.NewID(d.Now()); err != nil {
			return err
		}
		d.Made(m.ID, "")
	}
	return d.Set(KindMapping, m.ID, m.Site, numbered().Values(&m))
}

// keepable checks a mapping that is to be written.
func keepable(d *model.Doing, m *Mapping) error {
	if err := d.Clearance().CheckRight(model.ToBringIn); err != nil {
		return err
	}
	if err := model.Required(&m.Name, "name"); err != nil {
		return err
	}
	m.Name = strings.Join(strings.Fields(m.Name), " ")
	switch {
	case utf8.RuneCountInString(m.Name) > mostName:
		return fault.New(fault.Invalid, "mapping-long", "most", mostName)
	case m.What != Requests && m.What != Students:
		return fault.New(fault.Invalid, "import.what", "what", m.What)
	case len(m.Columns) == 0 || len(m.Headings) == 0 || len(m.Headings) > mostColumns:
		return fault.New(fault.Invalid, "mapping-empty")
	}
	for _, said := range m.Columns {
		if field, column, _ := strings.Cut(said, "="); field == "" || column == "" {
			return fault.New(fault.Invalid, "mapping-empty")
		}
	}
	return nil
}

// Rename gives a mapping another name.
type Rename struct {
	ID journal.ID
	To string
}

// Name is the code of the words for this action.
func (Rename) Name() string { return "act-mapping-rename" }

// Do writes the name. Errors: NotFound; Conflict for a name that another has; those of Keep.
func (a Rename) Do(d *model.Doing) error {
	m, err := meant(d, a.ID)
	if err != nil {
		return err
	}
	m.Name = a.To
	if err := keepable(d, &m); err != nil {
		return err
	}
	all, err := at(d, m.Site)
	if err != nil {
		return err
	}
	for _, other := range all {
		if other.ID != m.ID && plain.FoldText(other.Name) == plain.FoldText(m.Name) {
			return fault.New(fault.Conflict, "mapping-taken", "name", m.Name)
		}
	}
	d.About(m.ID, "")
	return d.Set(KindMapping, m.ID, m.Site, journal.Fields{MappingName.Is(journal.Text(m.Name))})
}

// Remove takes a mapping off the list.
type Remove struct{ ID journal.ID }

// Name is the code of the words for this action.
func (Remove) Name() string { return "act-mapping-remove" }

// Do archives the mapping. Errors: NotFound; Refused for who may not bring files in.
func (a Remove) Do(d *model.Doing) error {
	m, err := meant(d, a.ID)
	if err != nil {
		return err
	}
	if err := d.Clearance().CheckRight(model.ToBringIn); err != nil {
		return err
	}
	d.About(m.ID, "")
	return d.Set(KindMapping, m.ID, m.Site, journal.Fields{journal.FieldArchived.Is(journal.Bool(true))})
}

// meant reads the mapping that an action is about.
func meant(d *model.Doing, id journal.ID) (Mapping, error) {
	rec, err := d.Record(KindMapping, id)
	if err != nil {
		return Mapping{}, err
	}
	if rec == nil || rec.Archived() || rec.Erased || !d.Clearance().MayRead(rec.Scope()) {
		return Mapping{}, fault.New(fault.NotFound, "mapping-unknown")
	}
	return Of(rec), nil
}

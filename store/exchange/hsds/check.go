package hsds

import (
	"maps"
	"slices"
	"strings"

	"leerbalie/model/transfer"
)

// check refuses rows that have no name, belong to nothing, or stand in the file twice, and says of what else refers to nothing.
func (s *Set) check(known Known) {
	c := &checking{set: s, known: known, there: map[string]map[string]bool{}, gone: map[place]bool{}}
	for _, name := range inOrder {
		c.table(tableNamed(name))
	}
}

// inOrder is every table behind those that it refers to.
var inOrder = []string{Organizations, Programs, Locations, Services, AtLocation, Contacts, Phones, Addresses, Schedules, Languages, Areas, Costs, Documents,
	Funding, Access, Identifiers, Taxonomies, Terms, Attributes, Metadata, Described, Units, Capacities, URLs}

type checking struct {
	set   *Set
	known Known
	there map[string]map[string]bool // the ids of a table that were taken
	gone  map[place]bool             // rows that were refused
}

// place is where a row stands.
type place struct {
	file string
	row  int
}

func (c *checking) table(t *Table) {
	rows := c.set.Tables[t.Name]
	if len(rows) == 0 {
		return
	}
	here := make(map[string]bool, len(rows))
	c.there[t.Name] = here
	first := make(map[string]Row, len(rows))
	if t.Name == Terms { // a part may stand before the whole
		for _, r := range rows {
			here[strings.ToLower(r.ID())] = true
		}
	}
	kept := rows[:0]
	for _, r := range rows {
		id := strings.ToLower(r.ID())
		at := place{r.File, r.Number}
		before, twice := first[id]
		switch {
		case c.gone[at] && c.set.Format != transfer.HSDSJSON: // it was made of a row that is not taken
			continue
		case twice && maps.Equal(before.Cells, r.Cells):
			if before.File != r.File || before.Number != r.Number { // a list in a cell names something twice
				c.set.notes.add("hsds.row-again", r.File, r.Number, "")
			}
			continue
		case twice:
			c.refuse(t, r, wrong("hsds.id-twice", "id", short(r.ID()), "file", before.File, "row", before.Number))
			continue
		}
		if err := c.row(t, r); err != nil {
			c.refuse(t, r, err)
			continue
		}
		first[id], here[id] = r, true
		kept = append(kept, r)
	}
	c.set.Tables[t.Name] = kept
}

func (c *checking) refuse(t *Table, r Row, err error) {
	c.gone[place{r.File, r.Number}] = true
	c.set.refuse(r.File, r.Number, t.Name, err)
}

// nameless are the columns without which a row says nothing.
func nameless(table string) string {
	switch table {
	case Organizations, Services, Programs, Terms:
		return "name"
	case Phones:
		return "number"
	}
	return ""
}

// row looks at what a row has to have, and at what it belongs to. Errors: Invalid.
func (c *checking) row(t *Table, r Row) error {
	if name := nameless(t.Name); name != "" && strings.TrimSpace(r.Cells[name]) == "" {
		return wrong("hsds.empty", "column", name)
	}
	if t.Name == Locations && r.Cells["name"] == "" && r.Cells["url"] == "" && r.Cells["description"] == "" && r.Cells["alternate_name"] == "" && !c.hasAddress(r.ID()) {
		return wrong("hsds.empty", "column", "name")
	}
	if t.Name == Services && r.Cells["status"] != "" && !slices.Contains(Statuses(), r.Cells["status"]) {
		c.set.notes.add("hsds.status-unknown", r.File, r.Number, short(r.Cells["status"]))
	}
	if at := r.Cells[Beside+"location_id"]; t.Name == Services && c.set.Format == transfer.Ohana && at != "" {
		delete(r.Cells, Beside+"location_id")
		if !c.is(Locations, at) {
			return wrong("hsds.parent-unknown", "column", "location_id", "id", cmpOr(short(c.set.written[at]), at))
		}
	}
	above, strict := aboves(t.Name), c.set.Format == transfer.Ohana
	found, missing := false, ""
	for _, ref := range t.refs() {
		id := r.Cells[ref.Name]
		if id == "" {
			continue
		}
		if c.is(ref.Ref, id) {
			found = found || slices.Contains(above, ref.Name)
			continue
		}
		if missing == "" || slices.Contains(above, ref.Name) {
			missing = ref.Name
		}
		if !strict {
			c.set.notes.add("hsds.dangling", r.File, r.Number, "", "column", ref.Name)
		}
	}
	switch {
	case missing != "" && (strict || slices.Contains(above, missing) && !found):
		return wrong("hsds.parent-unknown", "column", missing, "id", c.asWritten(r, missing))
	case len(above) > 0 && !found:
		return wrong("hsds.no-parent", "columns", strings.Join(above, ", "))
	case t.Name == Services && r.Cells["organization_id"] == "":
		c.set.notes.add("hsds.no-organization", r.File, r.Number, "")
	}
	return nil
}

// aboves are the columns of which one has to name what a row belongs to; none where it may stand alone.
func aboves(table string) []string {
	switch table {
	case Organizations, Services, Locations, Terms, Taxonomies, Units, Attributes, Metadata, Described:
		return nil
	}
	var out []string
	for _, ref := range tableNamed(table).refs() {
		if table == AtLocation && ref.Name != "service_id" || ref.Ref == Units {
			continue
		}
		out = append(out, ref.Name)
	}
	return out
}

// is tells whether there is a row of a table, in the file or kept before.
func (c *checking) is(table, id string) bool {
	return c.there[table][strings.ToLower(id)] || c.known(table, id)
}

func (c *checking) hasAddress(id string) bool {
	return slices.ContainsFunc(c.set.Tables[Addresses], func(r Row) bool { return r.Cells["location_id"] == id })
}

// asWritten is an id as the file has it, where it was no UUID: nobody recognises what was made of it.
func (c *checking) asWritten(r Row, column string) string {
	if was := c.set.written[r.Cells[column]]; was != "" {
		return short(was)
	}
	return r.Cells[column]
}

// Statuses are what HSDS calls how it stands with a service.
func Statuses() []string { return []string{"active", "inactive", "defunct", "temporarily closed"} }

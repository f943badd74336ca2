package directory

import (
	"maps"
	"slices"
	"strings"

	"leerbalie/model/directory"
	"leerbalie/model/journal"
	"leerbalie/store/exchange/hsds"
)

// key names an entry on its way: its kind, and the id under which it goes out, in small letters.
type key struct {
	kind journal.Kind
	id   string
}

// tableOfKind is the table of HSDS that holds entries of a kind.
func tableOfKind(k journal.Kind) string {
	switch k {
	case directory.KindService:
		return hsds.Services
	case directory.KindLocation:
		return hsds.Locations
	}
	return hsds.Organizations
}

func kindOfTable(table string) (journal.Kind, bool) {
	for _, k := range kinds() {
		if tableOfKind(k) == table {
			return k, true
		}
	}
	return 0, false
}

// kinds are those of entries, in the order in which they are written.
func kinds() []journal.Kind {
	return []journal.Kind{directory.KindOrganization, directory.KindLocation, directory.KindService}
}

// whole is a directory as rows of tables, each of which an entry holds.
type whole struct {
	all     directory.All
	own     map[key]cells
	parts   map[key][]line
	holder  map[string]key // by table and id of the row
	order   []key
	ids     map[key]journal.ID // of the entries that are kept
	sources map[journal.ID]string
	local   map[key]bool // added here, and not by a file
	terms   map[string]string
	units   map[string]string
}

func rowKey(table, id string) string { return table + "\x00" + strings.ToLower(id) }

// wholeOf makes rows of all that is kept.
func wholeOf(all directory.All) *whole {
	w := &whole{all: all, own: map[key]cells{}, parts: map[key][]line{}, holder: map[string]key{}, ids: map[key]journal.ID{}, sources: map[journal.ID]string{},
		local: map[key]bool{}, terms: map[string]string{}, units: map[string]string{}}
	each := func(kind journal.Kind, e *directory.Entry) {
		k := key{kind, strings.ToLower(sourceOf(e))}
		w.ids[k], w.sources[e.ID], w.local[k] = e.ID, k.id, e.Source == ""
		w.order = append(w.order, k)
	}
	for i := range all.Organizations {
		each(directory.KindOrganization, &all.Organizations[i].Entry)
	}
	for i := range all.Locations {
		each(directory.KindLocation, &all.Locations[i].Entry)
	}
	for i := range all.Services {
		each(directory.KindService, &all.Services[i].Entry)
	}
	at := w.refs()
	take := func(kind journal.Kind, e *directory.Entry, made rows) {
		k := key{kind, strings.ToLower(sourceOf(e))}
		r := unpack(made, parseFurther(e.Further))
		w.own[k], w.parts[k] = r.own, r.more
		for _, l := range r.more {
			w.holder[rowKey(l.Table, l.Raw["id"])] = k
			w.called(l.Table, l.Raw)
		}
	}
	for i := range all.Organizations {
		o := &all.Organizations[i]
		take(directory.KindOrganization, &o.Entry, organizationRows(o, at))
	}
	for i := range all.Locations {
		l := &all.Locations[i]
		take(directory.KindLocation, &l.Entry, locationRows(l, at))
	}
	for i := range all.Services {
		s := &all.Services[i]
		take(directory.KindService, &s.Entry, serviceRows(s, at))
		for _, need := range s.Needs {
			term, _ := hsds.NeedRows(sourceOf(&s.Entry), need)
			w.called(hsds.Terms, term)
		}
	}
	return w
}

// called keeps in mind what a row that others name is called.
func (w *whole) called(table string, raw cells) {
	id := strings.ToLower(raw["id"])
	switch table {
	case hsds.Terms:
		w.terms[id] = raw["name"]
	case hsds.Units:
		w.units[id] = raw["name"]
	}
}

// refs are how entries find each other.
func (w *whole) refs() refs {
	return refs{
		id: func(kind journal.Kind, source string) journal.ID {
			k := key{kind, strings.ToLower(source)}
			if id, is := w.ids[k]; is {
				return id
			}
			if _, is := w.own[k]; !is { // nowhere
				return journal.ID{}
			}
			return directory.SourceID(kind, k.id)
		},
		name: func(kind journal.Kind, id journal.ID) string {
			if source, is := w.sources[id]; is {
				return source
			}
			return id.String()
		},
		term: func(id string) string { return w.terms[strings.ToLower(id)] },
		unit: func(id string) string { return w.units[strings.ToLower(id)] },
	}
}

// tables are all rows by table.
func (w *whole) tables() map[string][]hsds.Row {
	out := map[string][]hsds.Row{}
	seen := map[string]bool{}
	add := func(table string, c cells) {
		if k := rowKey(table, c["id"]); !seen[k] {
			seen[k] = true
			out[table] = append(out[table], hsds.Row{Cells: c})
		}
	}
	for _, k := range w.order {
		add(tableOfKind(k.kind), w.own[k])
		for _, l := range w.parts[k] {
			add(l.Table, l.Raw)
		}
	}
	for i := range w.all.Services { // the terms of needs that no file has
		s := &w.all.Services[i]
		for _, need := range s.Needs {
			term, link := hsds.NeedRows(strings.ToLower(sourceOf(&s.Entry)), need)
			if seen[rowKey(hsds.Attributes, link["id"])] {
				add(hsds.Terms, term)
			}
		}
	}
	return out
}

// owner is the entry that a row of a table belongs to; ok is false for what belongs to none. link finds the holder of another row.
func owner(table string, raw cells, there func(key) bool, link func(table, id string) (key, bool)) (key, bool) {
	is := func(kind journal.Kind, id string) (key, bool) {
		k := key{kind, strings.ToLower(id)}
		return k, id != "" && there(k)
	}
	if k, ok := is(directory.KindService, raw["service_id"]); ok {
		return k, true
	}
	if id := raw["service_at_location_id"]; id != "" && table != hsds.AtLocation {
		if k, ok := link(hsds.AtLocation, id); ok {
			return k, true
		}
	}
	if k, ok := is(directory.KindLocation, raw["location_id"]); ok && table != hsds.AtLocation {
		return k, true
	}
	if k, ok := is(directory.KindOrganization, raw["organization_id"]); ok {
		return k, true
	}
	for column, of := range map[string]string{"contact_id": hsds.Contacts, "phone_id": hsds.Phones} {
		if id := raw[column]; id != "" {
			if k, ok := link(of, id); ok {
				return k, true
			}
		}
	}
	for _, column := range []string{"link_id", "resource_id"} {
		if id := raw[column]; id != "" {
			for _, kind := range []journal.Kind{directory.KindService, directory.KindLocation, directory.KindOrganization} {
				if k, ok := is(kind, id); ok {
					return k, true
				}
			}
		}
	}
	return key{}, false
}

// same tells whether two rows say the same.
func same(a, b cells) bool { return maps.Equal(a, b) }

// withRow is a list of rows with one of them as it is now; one that was not among them comes last.
func withRow(list []line, l line) []line {
	if i := slices.IndexFunc(list, func(o line) bool { return o.Table == l.Table && strings.EqualFold(o.Raw["id"], l.Raw["id"]) }); i >= 0 {
		list[i] = l
		return list
	}
	return append(list, l)
}

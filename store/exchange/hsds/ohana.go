package hsds

import (
	"slices"
	"strings"
	"sync"

	"leerbalie/store/exchange/spoken"
	"leerbalie/store/exchange/tabular"
)

// older is a table of the Ohana API, with its columns and what becomes of each in HSDS.
//
// Source: Ohana API of Code for America, CSV format of lib/ohana_api/csv_importer and the wiki page "Populating the Postgres database from
// OpenReferral-compliant CSV files" (BSD-3).
type older struct {
	name     string
	table    string // of HSDS
	columns  []string
	is       map[string]string // column → column of HSDS, where they differ; behind ~ for what HSDS has no column for
	required []string
}

var ohanaTables = sync.OnceValue(func() []older {
	words := strings.Fields
	beside := func(names ...string) map[string]string {
		out := map[string]string{}
		for _, n := range names {
			from, to, other := strings.Cut(n, "=")
			if !other {
				to = Beside + from
			}
			out[from] = to
		}
		return out
	}
	return []older{
		{"organizations", Organizations, words("id accreditations alternate_name date_incorporated description email funding_sources legal_status licenses name tax_id tax_status website"),
			beside("accreditations", "licenses", "funding_sources", "date_incorporated"), words("name")},
		{"programs", Programs, words("id organization_id name alternate_name"), nil, words("name")},
		{"locations", Locations, words("id organization_id accessibility admin_emails alternate_name description email languages latitude longitude name short_desc transportation website virtual"),
			beside("accessibility", "admin_emails", "email", "languages", "short_desc", "virtual", "website=url"), words("name")},
		{"services", Services, words("id location_id program_id accepted_payments alternate_name application_process audience description eligibility email fees funding_sources interpretation_services keywords languages name required_documents service_areas status wait_time website taxonomy_ids"),
			beside("location_id", "accepted_payments", "audience", "funding_sources", "keywords", "languages", "required_documents", "service_areas", "taxonomy_ids", "eligibility=eligibility_description", "fees=fees_description", "website=url"), words("name")},
		{"contacts", Contacts, words("id location_id organization_id service_id name title email department"), nil, words("name")},
		{"phones", Phones, words("id contact_id location_id organization_id service_id country_prefix department extension number number_type vanity_number"),
			beside("country_prefix", "vanity_number", "department=description", "number_type=type"), words("number number_type")},
		{"addresses", Addresses, words("id location_id address_1 address_2 city state_province postal_code country"), nil, words("address_1 city postal_code country")},
		{"mail_addresses", Addresses, words("id location_id attention address_1 address_2 city state_province postal_code country"), nil, words("address_1 city postal_code country")},
		{"regular_schedules", Schedules, words("id location_id service_id weekday opens_at closes_at"), beside("weekday=byday"), words("weekday opens_at closes_at")},
		{"holiday_schedules", Schedules, words("id location_id service_id start_date end_date closed opens_at closes_at"), beside("start_date=valid_from", "end_date=valid_to", "closed"), words("start_date end_date")},
		{"taxonomy", Terms, words("taxonomy_id name parent_id parent_name"), beside("taxonomy_id=id", "parent_name"), words("name")},
	}
})

func ohanaTable(name string) *older {
	all := ohanaTables()
	if i := slices.IndexFunc(all, func(t older) bool { return t.name == name }); i >= 0 {
		return &all[i]
	}
	return nil
}

// Closed is what the description of a schedule says that tells when something is shut: HSDS 3.0 has no column for it.
const Closed = "closed"

// takeOhana takes a table of the older layout, turned into those of HSDS.
func (s *Set) takeOhana(sh *sheet, name string, o Options) {
	from := ohanaTable(name)
	t := tableNamed(from.table)
	has := s.Has[t.Name]
	if has == nil {
		has = map[string]bool{}
		s.Has[t.Name] = has
	}
	names := make([]string, len(sh.header))
	for i, h := range sh.header {
		names[i] = Beside + h
		for _, c := range from.columns {
			if tabular.Fold(c) != tabular.Fold(h) {
				continue
			}
			if names[i] = c; from.is[c] != "" {
				names[i] = from.is[c]
			}
			has[names[i]] = true
		}
		if h != "" && names[i] == Beside+h && !slices.Contains(from.columns, h) {
			s.notes.add("hsds.columns-beside", sh.file, 1, h, "file", sh.file)
		}
	}
	for _, c := range from.columns {
		if !slices.ContainsFunc(sh.header, func(h string) bool { return tabular.Fold(h) == tabular.Fold(c) }) && !slices.Contains([]string{"short_desc", "audience", "interpretation_services", "taxonomy_ids"}, c) {
			s.notes.add("hsds.column-missing", "", 0, c, "file", sh.file)
		}
	}
	days := s.orders(sh, t, names, monthFirst)
	for _, row := range sh.rows {
		cells := cellsOf(names, row.Cells)
		if len(cells) == 0 {
			continue
		}
		s.Read[t.Name]++
		r := Row{File: sh.file, Number: row.Number, Cells: cells}
		if err := s.fromOlder(from, t, &r, days, o); err != nil {
			s.refuse(sh.file, row.Number, t.Name, err)
			continue
		}
		s.add(t.Name, r)
		s.lists(t.Name, &r)
	}
}

// fromOlder turns a row of the older layout into one of HSDS. Errors: Invalid.
func (s *Set) fromOlder(from *older, t *Table, r *Row, days order, o Options) error {
	cells := r.Cells
	for _, name := range from.required {
		as := name
		if from.is[name] != "" {
			as = from.is[name]
		}
		if strings.TrimSpace(cells[as]) == "" {
			return wrong("hsds.empty", "column", name)
		}
	}
	if err := s.checkTexts(t, cells, r.File, r.Number); err != nil {
		return err
	}
	switch from.name {
	case "organizations":
		if text := cells[Beside+"date_incorporated"]; text != "" {
			d, err := readDay("date_incorporated", text, days, o.Now)
			if err != nil {
				return err
			}
			cells[Beside+"date_incorporated"], cells["year_incorporated"] = d, d[:4]
		}
	case "locations":
		cells["location_type"] = "physical"
		if yes(cells[Beside+"virtual"]) {
			cells["location_type"] = "virtual"
		}
		delete(cells, Beside+"virtual")
		if cells["organization_id"] == "" {
			return wrong("hsds.empty", "column", "organization_id")
		}
	case "services":
		if cells["status"] == "" {
			cells["status"] = "active"
		}
		if cells[Beside+"location_id"] == "" {
			return wrong("hsds.empty", "column", "location_id")
		}
	case "addresses":
		cells["address_type"] = "physical"
	case "mail_addresses":
		cells["address_type"], cells["id"] = "postal", UID("mail_addresses", cells["id"])
	case "regular_schedules":
		cells["freq"] = "WEEKLY"
		if cells["id"] == "" {
			cells["id"] = MadeID(t.Name, cells)
		}
	case "holiday_schedules":
		if yes(cells[Beside+"closed"]) {
			cells["description"] = Closed
		} else if cells["opens_at"] == "" && cells["closes_at"] == "" {
			return wrong("hsds.holiday-hours")
		}
		delete(cells, Beside+"closed")
		if cells["id"] == "" {
			cells["id"] = MadeID(t.Name, cells)
		}
		cells["id"] = UID("holiday_schedules", cells["id"])
	case "taxonomy":
		cells["code"] = cells["id"]
		delete(cells, Beside+"parent_name") // of the row that parent_id names
	}
	if err := s.settleRow(t, cells, r.File, r.Number, days, o); err != nil {
		return err
	}
	if from.name == "holiday_schedules" && strings.HasPrefix(cells["valid_from"], "0001-") {
		cells["freq"] = "YEARLY"
		s.notes.add("hsds.every-year", r.File, r.Number, "")
	}
	return nil
}

func yes(text string) bool {
	return slices.Contains([]string{"true", "t", "yes", "y", "1", "ja", "j", "waar"}, strings.ToLower(strings.TrimSpace(text)))
}

// lists makes rows of their own of what the older layout has in one cell, with commas between.
func (s *Set) lists(table string, r *Row) {
	id := r.Cells["id"]
	each := func(column, to, in string, more func(cells map[string]string, value string)) {
		for _, value := range parts(r.Cells[Beside+column]) {
			cells := map[string]string{}
			if in != "" {
				cells[in] = value
			}
			switch {
			case to == Attributes:
				cells["link_id"] = id
			case table == Organizations:
				cells["organization_id"] = id
			case table == Locations:
				cells["location_id"] = id
			default:
				cells["service_id"] = id
			}
			if more != nil {
				more(cells, value)
			}
			cells["id"] = MadeID(to, cells)
			s.add(to, Row{File: r.File, Number: r.Number, Cells: cells})
			if s.Has[to] == nil {
				s.Has[to] = map[string]bool{}
			}
		}
		delete(r.Cells, Beside+column)
	}
	tongue := func(cells map[string]string, value string) {
		if tag, ok := spoken.Tag(value); ok {
			cells["code"] = tag
		}
	}
	switch table {
	case Organizations:
		each("funding_sources", Funding, "source", nil)
	case Locations:
		each("accessibility", Access, "description", nil)
		each("languages", Languages, "name", tongue)
	case Services:
		each("funding_sources", Funding, "source", nil)
		each("languages", Languages, "name", tongue)
		each("required_documents", Documents, "document", nil)
		each("service_areas", Areas, "name", nil)
		for _, word := range parts(r.Cells[Beside+"keywords"]) {
			term, link := NeedRows(id, word)
			s.addOnce(Terms, Row{File: r.File, Number: r.Number, Cells: term})
			s.addOnce(Attributes, Row{File: r.File, Number: r.Number, Cells: link})
		}
		delete(r.Cells, Beside+"keywords")
		each("taxonomy_ids", Attributes, "", func(cells map[string]string, value string) {
			cells["taxonomy_term_id"], cells["link_entity"] = s.uid(Terms, value), "service"
		})
		if at := r.Cells[Beside+"location_id"]; at != "" {
			cells := map[string]string{"service_id": id, "location_id": s.uid(Locations, at)}
			cells["id"] = MadeID(AtLocation, cells)
			s.Has[AtLocation] = map[string]bool{}
			s.add(AtLocation, Row{File: r.File, Number: r.Number, Cells: cells})
			r.Cells[Beside+"location_id"] = cells["location_id"] // check looks whether it is there
		}
	}
}

// lendOrganizations gives each service of the older layout the organisation of the place where it is offered, which may have come before.
func (s *Set) lendOrganizations(at func(location string) string) {
	in, of := map[string]string{}, map[string]string{}
	for _, l := range s.Tables[Locations] {
		of[l.ID()] = l.Cells["organization_id"]
	}
	for _, r := range s.Tables[AtLocation] {
		place := r.Cells["location_id"]
		if in[r.Cells["service_id"]] = of[place]; of[place] == "" && at != nil {
			in[r.Cells["service_id"]] = at(place)
		}
	}
	for _, r := range s.Tables[Services] {
		if org := in[r.ID()]; org != "" && r.Cells["organization_id"] == "" {
			r.Cells["organization_id"] = org
		}
	}
}

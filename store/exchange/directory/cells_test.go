package directory

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"leerbalie/model/transfer"
	"leerbalie/store/exchange/hsds"
)

// table reads a table by the standard library: nothing of ours looks at it.
func table(t *testing.T, text string) (rows []map[string]string) {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(all) == 0 {
		t.Fatal(err, text)
	}
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, name := range all[0] {
			row[name] = cells[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// TestEveryCellOfTheSpecification: each cell of the samples of HSDS 3.0 is in the file that goes out.
func TestEveryCellOfTheSpecification(t *testing.T) {
	session := deskSession(t)
	in := sample(t, "spec/csv")
	bring(t, session, in, transfer.ImportOptions{})
	out, told := written(t, session)
	if len(told.Remarks) > 0 {
		t.Error(told.Remarks)
	}
	for name, text := range in {
		want, got := table(t, text), table(t, out[name])
		if len(want) != len(got) {
			t.Errorf("%s: %d rows, %d went in", name, len(got), len(want))
			continue
		}
		for i := range want {
			for column, cell := range want[i] {
				if have, is := got[i][column]; !is || have != cell {
					t.Errorf("%s %s: %q, %q went in", name, column, have, cell)
				}
			}
		}
	}
}

// Where the cells of the older layout have their place in HSDS 3.0: file and column, table and column; a list stands in rows of its own
// that belong to the row by the last column.
var places = []struct{ file, column, table, as, list string }{
	{"organizations", "name", hsds.Organizations, "name", ""}, {"organizations", "alternate_name", hsds.Organizations, "alternate_name", ""},
	{"organizations", "description", hsds.Organizations, "description", ""}, {"organizations", "email", hsds.Organizations, "email", ""},
	{"organizations", "legal_status", hsds.Organizations, "legal_status", ""}, {"organizations", "tax_id", hsds.Organizations, "tax_id", ""},
	{"organizations", "tax_status", hsds.Organizations, "tax_status", ""}, {"organizations", "website", hsds.Organizations, "website", ""},
	{"organizations", "funding_sources", hsds.Funding, "source", "organization_id"},
	{"programs", "name", hsds.Programs, "name", ""}, {"programs", "organization_id", hsds.Programs, "organization_id", hsds.Organizations},
	{"locations", "organization_id", hsds.Locations, "organization_id", hsds.Organizations}, {"locations", "name", hsds.Locations, "name", ""},
	{"locations", "alternate_name", hsds.Locations, "alternate_name", ""}, {"locations", "description", hsds.Locations, "description", ""},
	{"locations", "latitude", hsds.Locations, "latitude", ""}, {"locations", "longitude", hsds.Locations, "longitude", ""},
	{"locations", "transportation", hsds.Locations, "transportation", ""}, {"locations", "website", hsds.Locations, "url", ""},
	{"locations", "accessibility", hsds.Access, "description", "location_id"}, {"locations", "languages", hsds.Languages, "name", "location_id"},
	{"services", "program_id", hsds.Services, "program_id", hsds.Programs}, {"services", "name", hsds.Services, "name", ""},
	{"services", "alternate_name", hsds.Services, "alternate_name", ""}, {"services", "application_process", hsds.Services, "application_process", ""},
	{"services", "description", hsds.Services, "description", ""}, {"services", "eligibility", hsds.Services, "eligibility_description", ""},
	{"services", "email", hsds.Services, "email", ""}, {"services", "fees", hsds.Services, "fees_description", ""},
	{"services", "interpretation_services", hsds.Services, "interpretation_services", ""}, {"services", "status", hsds.Services, "status", ""},
	{"services", "wait_time", hsds.Services, "wait_time", ""}, {"services", "website", hsds.Services, "url", ""},
	{"services", "location_id", hsds.AtLocation, "location_id", "service_id"}, {"services", "funding_sources", hsds.Funding, "source", "service_id"},
	{"services", "languages", hsds.Languages, "name", "service_id"}, {"services", "required_documents", hsds.Documents, "document", "service_id"},
	{"services", "service_areas", hsds.Areas, "name", "service_id"}, {"services", "keywords", hsds.Attributes, "term", "link_id"},
	{"services", "taxonomy_ids", hsds.Attributes, "code", "link_id"},
	{"contacts", "name", hsds.Contacts, "name", ""}, {"contacts", "title", hsds.Contacts, "title", ""}, {"contacts", "email", hsds.Contacts, "email", ""},
	{"contacts", "department", hsds.Contacts, "department", ""}, {"contacts", "location_id", hsds.Contacts, "location_id", hsds.Locations},
	{"contacts", "organization_id", hsds.Contacts, "organization_id", hsds.Organizations}, {"contacts", "service_id", hsds.Contacts, "service_id", hsds.Services},
	{"phones", "number", hsds.Phones, "number", ""}, {"phones", "extension", hsds.Phones, "extension", ""}, {"phones", "number_type", hsds.Phones, "type", ""},
	{"phones", "department", hsds.Phones, "description", ""}, {"phones", "contact_id", hsds.Phones, "contact_id", hsds.Contacts},
	{"phones", "location_id", hsds.Phones, "location_id", hsds.Locations}, {"phones", "organization_id", hsds.Phones, "organization_id", hsds.Organizations},
	{"phones", "service_id", hsds.Phones, "service_id", hsds.Services},
	{"addresses", "address_1", hsds.Addresses, "address_1", ""}, {"addresses", "address_2", hsds.Addresses, "address_2", ""}, {"addresses", "city", hsds.Addresses, "city", ""},
	{"addresses", "state_province", hsds.Addresses, "state_province", ""}, {"addresses", "postal_code", hsds.Addresses, "postal_code", ""},
	{"addresses", "country", hsds.Addresses, "country", ""}, {"addresses", "location_id", hsds.Addresses, "location_id", hsds.Locations},
	{"mail_addresses", "attention", hsds.Addresses, "attention", ""}, {"mail_addresses", "address_1", hsds.Addresses, "address_1", ""},
	{"mail_addresses", "address_2", hsds.Addresses, "address_2", ""}, {"mail_addresses", "city", hsds.Addresses, "city", ""},
	{"mail_addresses", "state_province", hsds.Addresses, "state_province", ""}, {"mail_addresses", "postal_code", hsds.Addresses, "postal_code", ""},
	{"mail_addresses", "country", hsds.Addresses, "country", ""}, {"mail_addresses", "location_id", hsds.Addresses, "location_id", hsds.Locations},
	{"taxonomy", "name", hsds.Terms, "name", ""}, {"taxonomy", "taxonomy_id", hsds.Terms, "code", ""}, {"taxonomy", "parent_id", hsds.Terms, "parent_id", hsds.Terms},
}

// without are the columns of the older layout for which HSDS 3.0 has no place, or that say what stands elsewhere; each of the first is named
// by a remark of the export where one of its cells holds something. Of schedules the test below is.
var without = map[string]string{
	"organizations.accreditations": "organizations.accreditations", "organizations.date_incorporated": "organizations.date_incorporated", "organizations.licenses": "organizations.licenses",
	"locations.admin_emails": "locations.admin_emails", "locations.email": "locations.email", "locations.short_desc": "locations.short_desc",
	"services.accepted_payments": "services.accepted_payments", "services.audience": "services.audience",
	"phones.country_prefix": "phones.country_prefix", "phones.vanity_number": "phones.vanity_number",
	"programs.alternate_name": "", "locations.virtual": "", "taxonomy.parent_name": "",
}

// TestEveryCellOfTheOlderLayout: each cell of the sample of Ohana that has a place in HSDS 3.0 is there in the file that goes out, and every
// other is named by it.
func TestEveryCellOfTheOlderLayout(t *testing.T) {
	session := deskSession(t)
	in := sample(t, "ohana")
	bring(t, session, in, transfer.ImportOptions{})
	files, told := written(t, session)
	out := map[string][]map[string]string{}
	byID := map[string]map[string]string{}
	for name, text := range files {
		if of, is := strings.CutSuffix(name, ".csv"); is {
			out[of] = table(t, text)
			for _, row := range out[of] {
				byID[of+row["id"]] = row
			}
		}
	}
	said := ""
	for _, m := range told.Remarks {
		for _, a := range m.Args {
			if a.Name == "values" {
				said += a.Value.(string)
			}
		}
	}
	compared := 0
	for name, text := range in {
		file := strings.TrimSuffix(name, ".csv")
		if strings.Contains(file, "schedules") {
			continue
		}
		for _, row := range table(t, text) {
			id := row["id"]
			if file == "taxonomy" {
				id = row["taxonomy_id"]
			}
			for column, cell := range row {
				if column == "id" || cell == "" {
					continue
				}
				i := slices.IndexFunc(places, func(p struct{ file, column, table, as, list string }) bool {
					return p.file == file && p.column == column
				})
				if i < 0 {
					remark, is := without[file+"."+column]
					if !is || !strings.Contains(said, remark) {
						t.Errorf("%s.%s has no place and nothing says so", file, column)
					}
					continue
				}
				p := places[i]
				compared++
				if !strings.HasSuffix(p.list, "_id") { // a cell of the row
					own := map[string]string{"mail_addresses": hsds.UID(hsds.Addresses, hsds.UID("mail_addresses", id))}[file]
					if own == "" {
						own = hsds.UID(p.table, id)
					}
					want := cell
					if p.list != "" {
						want = hsds.UID(p.list, cell)
					}
					if got := byID[p.table+own][p.as]; got != want {
						t.Errorf("%s %s %s: %q, %q went in", file, id, column, got, want)
					}
					continue
				}
				owner := hsds.UID(map[string]string{"organizations": hsds.Organizations, "locations": hsds.Locations, "services": hsds.Services}[file], id)
				for _, want := range strings.Split(cell, ",") {
					if want = strings.TrimSpace(want); strings.ContainsAny(want, "()") || want == "" {
						continue // a comma in brackets
					}
					if p.as == "location_id" {
						want = hsds.UID(hsds.Locations, want)
					}
					if !slices.ContainsFunc(out[p.table], func(r map[string]string) bool {
						got := r[p.as]
						switch p.as {
						case "term":
							got = byID[hsds.Terms+r["taxonomy_term_id"]]["name"]
						case "code":
							got = byID[hsds.Terms+r["taxonomy_term_id"]]["code"]
						}
						return r[p.list] == owner && got == want
					}) {
						t.Errorf("%s %s %s: %q is not there", file, id, column, want)
					}
				}
			}
		}
	}
	if compared < 1500 {
		t.Errorf("%d cells were compared", compared)
	}
	t.Logf("%d cells", compared)
}

// TestTheHoursOfTheOlderLayout: what is open when, as HSDS 3.0 has it.
func TestTheHoursOfTheOlderLayout(t *testing.T) {
	session := deskSession(t)
	bring(t, session, sample(t, "ohana"), transfer.ImportOptions{})
	files, _ := written(t, session)
	var got []string
	for _, r := range table(t, files["schedules.csv"]) {
		at := "location"
		if r["service_id"] != "" {
			at = "service"
		}
		got = append(got, strings.Join([]string{at, r["freq"], r["byday"], r["opens_at"], r["closes_at"], r["valid_from"], r["valid_to"], r["description"]}, " "))
	}
	slices.Sort(got)
	want := []string{
		"location WEEKLY FR 08:00 17:00   ", "location WEEKLY MO 08:00 17:00   ", "location WEEKLY MO 09:00 03:00   ", "location WEEKLY SA 10:00 18:00   ", "location WEEKLY SU 11:00 17:00   ",
		"location WEEKLY TH 08:00 17:00   ", "location WEEKLY TU 08:00 17:00   ", "location WEEKLY WE 08:00 17:00   ",
		"service WEEKLY MO 08:00 12:00   ", "service WEEKLY MO 14:00 16:00   ", "service WEEKLY WE 10:00 15:00   ",
		"location   10:00 16:00 2015-12-24 2015-12-24 ", "location YEARLY    0001-01-01 0001-01-01 closed", "location YEARLY    0001-06-01 0001-09-01 closed", "service YEARLY    0001-01-01 0001-01-01 closed",
	}
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%q\n%q", got, want)
	}
}
